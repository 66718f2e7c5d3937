/* SPDX-License-Identifier: ISC */
/*
 * Columns: two stacks of full lines side by side are read one after the other.
 */
#include "config.h"

#include "pdf_priv.h"

#include <math.h>

#define COLUMN_ROWS 12    /* lines on both sides that make columns */
#define COLUMN_FULL 0.6f  /* share of a column's lines that nearly fill it */
#define APART 1.3f        /* sizes between lines of which the second begins a paragraph */
#define GRID_ROWS 2       /* paragraphs that tell a table from columns */
#define GRID_BOTH 0.6f    /* share of them that begin together */

struct gutter {
	float left, right; /* edges of the two columns on both sides of it */
	float outer_left, outer_right;
	size_t rows, full;
	float top, foot;   /* of the stretch of the page that has it */
};

/* The pieces of a row on each side of x; false if one lies across it. */
static bool
divides(const struct pdf_rows *rows, const struct pdf_row *row, float x, bool *left, bool *right)
{
	*left = *right = false;
	for (size_t i = row->start; i < row->end; i++) {
		const struct pdf_box *b = &rows->page->pieces.v[i].box;

		if (b->x0 < x && b->x1 > x)
			return false;
		*left = *left || b->x1 <= x;
		*right = *right || b->x0 >= x;
	}
	return true;
}

static void
widen(struct gutter *g, const struct pdf_rows *rows, const struct pdf_row *row, float x)
{
	for (size_t i = row->start; i < row->end; i++) {
		const struct pdf_box *b = &rows->page->pieces.v[i].box;

		if (b->x1 <= x) {
			g->left = fmaxf(g->left, b->x1);
			g->outer_left = fminf(g->outer_left, b->x0);
		} else {
			g->right = fminf(g->right, b->x0);
			g->outer_right = fmaxf(g->outer_right, b->x1);
		}
	}
}

/* Sides of rows that a single line nearly fills; cells with room between them do not. */
static size_t
count_full(const struct pdf_rows *rows, const struct gutter *g, float x, size_t *sides)
{
	size_t full = 0;

	*sides = 0;
	for (size_t r = 0; r < rows->v.n; r++) {
		const struct pdf_row *row = &rows->v.v[r];
		float ink[2] = { 0, 0 };
		bool left, right;

		if (row->foot < g->top || row->top > g->foot || !divides(rows, row, x, &left, &right))
			continue;
		for (size_t i = row->start; i < row->end; i++) {
			const struct pdf_box *b = &rows->page->pieces.v[i].box;

			ink[b->x0 >= x] += b->x1 - b->x0;
		}
		for (int side = 0; side < 2; side++) {
			float width = side ? g->outer_right - g->right : g->left - g->outer_left;

			*sides += ink[side] > 0;
			full += ink[side] > 0.85f * width;
		}
	}
	return full;
}

/* Rows of a table with much text in them: where a cell begins on the left, one begins on the right. */
static bool
is_grid(const struct pdf_rows *rows, const struct gutter *g, float x)
{
	float foot[2] = { 0, 0 };
	size_t begin = 0, both = 0;

	for (size_t r = 0; r < rows->v.n; r++) {
		const struct pdf_row *row = &rows->v.v[r];
		bool side[2], begins[2] = { false, false };

		if (row->foot < g->top || row->top > g->foot || !divides(rows, row, x, &side[0], &side[1]))
			continue;
		for (int i = 0; i < 2; i++) {
			begins[i] = side[i] && foot[i] > 0 && row->foot - foot[i] > APART * row->size;
			foot[i] = side[i] ? row->foot : foot[i];
		}
		begin += begins[0];
		both += begins[0] && begins[1];
	}
	return begin >= GRID_ROWS && (float)both >= GRID_BOTH * (float)begin;
}

/* Two columns of text that part at x. */
static bool
try_gutter(const struct pdf_rows *rows, float x, struct gutter *g)
{
	size_t sides, full;

	*g = (struct gutter){ .right = 1e6f, .outer_left = 1e6f, .top = 1e6f };
	for (size_t r = 0; r < rows->v.n; r++) {
		const struct pdf_row *row = &rows->v.v[r];
		bool left, right;

		if (row->in_list || !divides(rows, row, x, &left, &right))
			continue;
		if (left && right) {
			g->rows++;
			g->top = fminf(g->top, row->top);
			g->foot = fmaxf(g->foot, row->foot);
			widen(g, rows, row, x);
		}
	}
	if (g->rows < COLUMN_ROWS || g->right - g->left < 6)
		return false;
	full = count_full(rows, g, x, &sides);
	return (float)full >= COLUMN_FULL * (float)sides && !is_grid(rows, g, x);
}

/* A line of either side takes half of its column: heads and feet of pages do not. */
static bool
is_wide(const struct pdf_rows *rows, const struct pdf_row *row, const struct gutter *g)
{
	for (size_t i = row->start; i < row->end; i++) {
		const struct pdf_box *b = &rows->page->pieces.v[i].box;

		if (b->x1 - b->x0 > (g->left - g->outer_left) / 2)
			return true;
	}
	return false;
}

/* Rows between the first and the last that it parts, but for those that lie across it. */
void
pdf_mark_columns(struct pdf_rows *rows)
{
	struct gutter g, best = { 0 };
	size_t end = rows->v.n;
	bool wide = false;
	float at = 0;

	for (int percent = 40; percent <= 60; percent += 2) {
		float x = rows->page->width * (float)percent / 100;

		if (try_gutter(rows, x, &g) && g.rows > best.rows) {
			best = g;
			at = x;
		}
	}
	while (end > 0 && !is_wide(rows, &rows->v.v[end - 1], &best))
		end--;
	for (size_t r = 0; best.rows > 0 && r < end; r++) {
		struct pdf_row *row = &rows->v.v[r];
		bool left, right;

		wide = wide || is_wide(rows, row, &best);
		if (wide && !row->in_list && row->foot >= best.top && row->top <= best.foot &&
		    divides(rows, row, at, &left, &right))
			row->column = 3; /* both: parted when it is read */
	}
}
