/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/layout.h"

#include "layout_priv.h"

size_t
layout_line_of(struct layout *l, struct place at)
{
	struct layout_lines lines = layout_block(l, at.block);
	size_t low = 0, high = lines.n_text;

	/* The last line that starts at or before the byte; a gap counts as the very first. */
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (lines.v[middle].start <= at.byte)
			low = middle;
		else
			high = middle;
	}
	return lines.v[low].is_gap && lines.n_text > 1 ? low + 1 : low;
}

struct row
layout_row_of(struct layout *l, struct place at)
{
	return (struct row){ at.block, layout_line_of(l, at) };
}

struct place
layout_place_of(struct layout *l, struct row r)
{
	struct layout_lines lines = layout_block(l, r.block);

	return (struct place){ r.block, lines.v[r.line < lines.n_text ? r.line : lines.n_text - 1].start };
}

struct row
layout_first(struct layout *l)
{
	(void)l;
	return (struct row){ 0, 0 };
}

static long
move_down(struct layout *l, size_t n_blocks, struct row *r, long n)
{
	long moved = 0;

	while (moved < n) {
		long left = (long)(layout_block(l, r->block).n - 1 - r->line);

		if (left >= n - moved) {
			r->line += (size_t)(n - moved);
			return n;
		}
		moved += left;
		r->line += (size_t)left;
		if (r->block + 1 >= n_blocks)
			break;
		*r = (struct row){ r->block + 1, 0 };
		moved++;
	}
	return moved;
}

static long
move_up(struct layout *l, struct row *r, long n)
{
	long moved = 0;

	while (moved < n) {
		if ((long)r->line >= n - moved) {
			r->line -= (size_t)(n - moved);
			return n;
		}
		moved += (long)r->line;
		r->line = 0;
		if (r->block == 0)
			break;
		r->block--;
		r->line = layout_block(l, r->block).n - 1;
		moved++;
	}
	return moved;
}

long
layout_move(struct layout *l, struct row *r, long n)
{
	if (n >= 0)
		return move_down(l, layout_doc(l)->n_blocks, r, n);
	return -move_up(l, r, -n);
}

struct row
layout_last(struct layout *l)
{
	size_t block = layout_doc(l)->n_blocks - 1;

	return (struct row){ block, layout_block(l, block).n - 1 };
}

/* In a grid: the cells before the column that holds the byte, and where its text starts. */
static int
column_of(struct layout *l, struct place at, size_t *start)
{
	struct slice text = doc_block(layout_doc(l), at.block)->text;
	size_t n, column = 0;
	const int *columns = layout_columns(l, at.block, &n);

	for (size_t i = *start; columns && i < at.byte && i < text.len; i++) {
		if (text.p[i] != '\t')
			continue;
		column++;
		*start = i + 1;
	}
	return columns && column < n ? columns[column] : 0;
}

int
layout_col_of(struct layout *l, struct place at)
{
	struct layout_lines lines = layout_block(l, at.block);
	const struct line *line = &lines.v[layout_line_of(l, at)];
	struct slice text = doc_block(layout_doc(l), at.block)->text;
	size_t start = line->start;
	int before = column_of(l, at, &start);

	return layout_margin(l) + line->indent + before +
	       width_slice(layout_width(l), slice_sub(text, start, at.byte));
}
