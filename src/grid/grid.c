/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "grid/grid.h"

#include "base/err.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const struct grid_cell cell_blank = { .base = ' ', .cells = 1, .style = GRID_TEXT };

void
grid_init(struct grid *g, int rows, int cols, struct width width)
{
	*g = (struct grid){ .width = width };
	grid_resize(g, rows, cols);
}

void
grid_release(struct grid *g)
{
	free(g->cell);
	*g = (struct grid){ .width = g->width };
}

void
grid_resize(struct grid *g, int rows, int cols)
{
	size_t n_max = (size_t)-1 / sizeof *g->cell;

	g->rows = rows > 0 ? rows : 1;
	g->cols = cols > 0 ? cols : 1;
	if ((size_t)g->rows > n_max / (size_t)g->cols)
		die("a screen of %d by %d is too big", g->rows, g->cols);
	g->cell = mem_resize(g->cell, (size_t)g->rows * (size_t)g->cols * sizeof *g->cell);
	grid_blank(g);
}

void
grid_blank(struct grid *g)
{
	size_t n = (size_t)g->rows * (size_t)g->cols;

	for (size_t i = 0; i < n; i++)
		g->cell[i] = cell_blank;
	g->cursor_row = g->cursor_col = -1;
}

struct grid_cell *
grid_at(struct grid *g, int row, int col)
{
	if (row < 0 || row >= g->rows || col < 0 || col >= g->cols)
		return NULL;
	return &g->cell[(size_t)row * (size_t)g->cols + (size_t)col];
}

struct rect
grid_rect(const struct grid *g)
{
	return (struct rect){ 0, 0, g->rows, g->cols };
}

static int
lesser(int a, int b)
{
	return a < b ? a : b;
}

static int
greater(int a, int b)
{
	return a > b ? a : b;
}

struct rect
grid_rect_inside(struct rect a, struct rect b)
{
	int row = greater(a.row, b.row), col = greater(a.col, b.col);
	int end_row = lesser(a.row + a.rows, b.row + b.rows);
	int end_col = lesser(a.col + a.cols, b.col + b.cols);

	return (struct rect){ row, col, greater(end_row - row, 0), greater(end_col - col, 0) };
}

static void
cell_to_space(struct grid_cell *cell)
{
	*cell = (struct grid_cell){ .base = ' ', .cells = 1, .style = cell->style };
}

/* Puts a cell and, for a double-width one, its right half.  What loses a half becomes a space. */
static void
cell_put(struct grid *g, int row, int col, struct grid_cell put)
{
	struct grid_cell *cell = grid_at(g, row, col);
	int end = col + put.cells;

	if (cell->cells == 0 && col > 0)
		cell_to_space(cell - 1);
	if (end < g->cols && cell[put.cells].cells == 0)
		cell_to_space(&cell[put.cells]);
	*cell = put;
	if (put.cells == 2)
		cell[1] = (struct grid_cell){ .style = put.style };
}

static void
put_spaces(struct grid *g, int row, int col, int end_col, enum grid_style style)
{
	struct grid_cell space = cell_blank;

	space.style = (uint8_t)style;
	for (; col < end_col; col++)
		cell_put(g, row, col, space);
}

static struct grid_cell
cell_of(const struct cluster *c, enum grid_style style)
{
	struct grid_cell cell = { .base = c->base, .cells = (uint8_t)c->cells };

	cell.style = (uint8_t)(c->is_stand_in ? GRID_STAND_IN : style);
	for (int i = 0; i < c->n_marks; i++)
		cell.mark[i] = c->mark[i];
	return cell;
}

int
grid_write(struct grid *g, struct rect clip, int row, int col, enum grid_style style,
           struct slice text)
{
	struct rect in = grid_rect_inside(clip, grid_rect(g));
	int end_col = in.col + in.cols, behind = col;

	if (row < in.row || row >= in.row + in.rows || in.cols == 0)
		return col;
	for (size_t at = 0; at < text.len && col < end_col;) {
		struct cluster c = width_cluster(g->width, text, at);
		int next = col + c.cells;

		at = c.end;
		if (c.cells == 0 || next <= in.col) {
			col = next;
			continue;
		}
		if (col < in.col || next > end_col)
			put_spaces(g, row, greater(col, in.col), lesser(next, end_col), style);
		else
			cell_put(g, row, col, cell_of(&c, style));
		behind = lesser(next, end_col);
		col = next;
	}
	return behind;
}

int
grid_printf(struct grid *g, struct rect clip, int row, int col, enum grid_style style,
            const char *fmt, ...)
{
	struct buf words = { 0 };
	va_list args;

	va_start(args, fmt);
	buf_vaddf(&words, fmt, args);
	va_end(args);
	col = grid_write(g, clip, row, col, style, buf_slice(&words));
	buf_release(&words);
	return col;
}

void
grid_fill(struct grid *g, struct rect clip, int row, int col, enum grid_style style)
{
	struct rect in = grid_rect_inside(clip, grid_rect(g));

	if (row >= in.row && row < in.row + in.rows)
		put_spaces(g, row, greater(col, in.col), in.col + in.cols, style);
}

void
grid_link(struct grid *g, struct rect clip, int row, int col, int end_col, uint16_t link)
{
	struct rect in = grid_rect_inside(clip, grid_rect(g));

	if (link == 0 || row < in.row || row >= in.row + in.rows)
		return;
	col = greater(col, in.col);
	end_col = lesser(end_col, in.col + in.cols);
	for (struct grid_cell *cell = grid_at(g, row, 0); col < end_col; col++)
		cell[col].link = link;
}

void
grid_restyle(struct grid *g, int row, int col, int end_col, enum grid_style style)
{
	struct grid_cell *cell;

	if (row < 0 || row >= g->rows)
		return;
	col = greater(col, 0);
	end_col = lesser(end_col, g->cols);
	if (col >= end_col)
		return;
	cell = grid_at(g, row, 0);
	if (cell[col].cells == 0 && col > 0)
		col--;
	if (end_col < g->cols && cell[end_col].cells == 0)
		end_col++;
	for (; col < end_col; col++)
		cell[col].style = (uint8_t)style;
}

void
grid_lay(struct grid *g, struct rect room, const struct grid *small, bool with_cursor)
{
	struct rect part = grid_rect_inside(room, grid_rect(g));

	if (part.rows != small->rows || part.cols != small->cols)
		return;
	for (int row = 0; row < part.rows; row++) {
		const struct grid_cell *from = &small->cell[(size_t)row * (size_t)small->cols];

		for (int col = 0; col < part.cols; col++)
			*grid_at(g, part.row + row, part.col + col) = from[col];
	}
	if (with_cursor && small->cursor_row >= 0) {
		g->cursor_row = part.row + small->cursor_row;
		g->cursor_col = part.col + small->cursor_col;
	}
}
