/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "grid/grid.h"

#include "tap.h"

#include <string.h>

static struct grid grid;
static struct buf out;

static struct slice
dump(bool styles)
{
	buf_clear(&out);
	grid_dump(&grid, styles, &out);
	return buf_slice(&out);
}

static void
fresh(int rows, int cols)
{
	grid_release(&grid);
	grid_init(&grid, rows, cols, (struct width){ 1 });
}

static int
put(int row, int col, const char *text)
{
	return grid_write(&grid, grid_rect(&grid), row, col, GRID_TEXT, slice_from(text));
}

static void
test_write(void)
{
	fresh(3, 10);
	is(dump(false), "\n\n\n", "a new grid is blank");
	is_number(put(0, 0, "a甲b"), 4, "the column behind the last cell");
	is_number(put(1, 2, ""), 2, "nothing written, nothing moved");
	is_number(put(7, 0, "x"), 0, "a row outside");
	is(dump(false), "a甲b\n\n\n", "narrow and wide");
	is_number(grid_at(&grid, 0, 1)->cells, 2, "left half");
	is_number(grid_at(&grid, 0, 2)->cells, 0, "right half");
	ok(!grid_at(&grid, 3, 0) && !grid_at(&grid, 0, 10) && !grid_at(&grid, -1, 0), "outside");
}

static void
test_clip(void)
{
	struct rect clip = { 0, 2, 1, 5 };

	fresh(2, 10);
	put(0, 0, "..........");
	is_number(grid_write(&grid, clip, 0, 2, GRID_TEXT, SLICE("甲乙丙丁")), 7, "up to the clip");
	is(dump(false), "..甲乙 ...\n\n", "a character cut on the right is a space");
	put(0, 0, "..........");
	grid_write(&grid, clip, 0, 1, GRID_TEXT, SLICE("甲乙"));
	is(dump(false), ".. 乙.....\n\n", "and on the left");
	put(0, 0, "..........");
	grid_write(&grid, clip, 0, -20, GRID_TEXT, SLICE("甲"));
	grid_write(&grid, clip, 0, 7, GRID_TEXT, SLICE("甲"));
	grid_write(&grid, clip, 1, 2, GRID_TEXT, SLICE("甲"));
	is(dump(false), "..........\n\n", "nothing outside");
	fresh(1, 1);
	is_number(put(0, 0, "甲乙"), 1, "no room at all");
	is(dump(false), "\n", "is a space");
}

static void
test_halves(void)
{
	fresh(1, 8);
	put(0, 0, "甲乙丙");
	put(0, 1, "x");
	is(dump(false), " x乙丙\n", "over a right half");
	put(0, 4, "y");
	is(dump(false), " x乙y\n", "over a left half");
	put(0, 1, "丁");
	is(dump(false), " 丁 y\n", "over the neighbour's half");
	put(0, 0, "甲乙丙");
	grid_fill(&grid, (struct rect){ 0, 0, 1, 5 }, 0, 3, GRID_BAR);
	is(dump(false), "甲\n", "a fill cuts on both sides");
}

static void
test_styles(void)
{
	fresh(3, 8);
	grid_write(&grid, grid_rect(&grid), 1, 0, GRID_LINK, SLICE("a甲b"));
	grid_restyle(&grid, 1, 2, 3, GRID_MATCH);
	is(dump(true), "\na甲b\n\n--\n1\tkMMk\n", "a character is restyled whole");
	grid_restyle(&grid, 1, -3, 99, GRID_TEXT);
	grid_restyle(&grid, 9, 0, 3, GRID_LINK);
	grid.cursor_row = 1;
	grid.cursor_col = 3;
	is(dump(true), "\na甲b\n\n--\ncursor 1 3\n", "clipped; the cursor");
	grid_fill(&grid, grid_rect(&grid), 2, 6, GRID_BAR);
	is(dump(true), "\na甲b\n\n--\n2\t......BB\ncursor 1 3\n", "styled blanks");
	for (int i = 0; i < GRID_STYLES; i++)
		for (int j = 0; j < i; j++)
			if (grid_style_letter(i) == grid_style_letter(j))
				ok(false, "%s has a letter of its own", grid_style_name(i));
}

static void
test_stand_ins(void)
{
	fresh(1, 20);
	put(0, 0, "a\x1b[31m\xC2\x9b");
	is(dump(true), "a␛[31m�\n--\n0\t.s....s\n", "controls are stand-ins in their own style");
}

static void
test_marks(void)
{
	fresh(1, 8);
	is_number(put(0, 0, "e\xCC\x81x"), 2, "a combining mark takes no cell");
	is_number(grid_at(&grid, 0, 0)->mark[0], 0x301, "it is kept with its base");
	is(dump(false), "e\xCC\x81x\n", "and dumped");
}

static void
test_resize(void)
{
	struct grid other;

	fresh(2, 2);
	put(0, 0, "ab");
	grid_resize(&grid, 0, -5);
	is_number(grid.rows * grid.cols, 1, "at least one cell");
	grid_resize(&grid, 2, 3);
	grid_printf(&grid, grid_rect(&grid), 1, 0, GRID_TEXT, "%d甲", 7);
	is(dump(false), "\n7甲\n", "blank after a resize");
	grid_init(&other, 2, 3, (struct width){ 1 });
	grid_write(&other, grid_rect(&other), 1, 0, GRID_TEXT, SLICE("7甲"));
	ok(memcmp(other.cell, grid.cell, 6 * sizeof *grid.cell) == 0, "cells compare as bytes");
	grid_release(&other);
}

static void
test_rects(void)
{
	struct rect r = grid_rect_inside((struct rect){ 0, 0, 5, 5 }, (struct rect){ 3, 4, 9, 9 });

	ok(r.row == 3 && r.col == 4 && r.rows == 2 && r.cols == 1, "the common part");
	r = grid_rect_inside((struct rect){ 0, 0, 2, 2 }, (struct rect){ 5, 5, 1, 1 });
	ok(r.rows == 0 && r.cols == 0, "none");
}

int
main(void)
{
	test_write();
	test_clip();
	test_halves();
	test_styles();
	test_stand_ins();
	test_marks();
	test_resize();
	test_rects();
	grid_release(&grid);
	buf_release(&out);
	return tap_done();
}
