/* SPDX-License-Identifier: ISC */
/*
 * Cells of several lines: lines of text that are one row of a table become one.
 */
#include "config.h"

#include "pdf_priv.h"

#include <math.h>
#include <stdlib.h>

#define ALIGNED 2.5f   /* points within which edges stand below each other */
#define CELL 1.35f     /* ems of room between cells, as between pieces */
#define LINES_MOST 80  /* of one row of a table */
#define UNITS_MOST 400
#define OVER 1.0f      /* points that neighbouring cells may reach into each other */
#define ACROSS 3       /* one line in so many may lie across the edge of a cell, being two */
#define LOWER 3        /* one line in so many that begins as no cell would */

/* What stands in one line of a cell. */
struct unit {
	struct pdf_run run;
	float x0, x1;
	size_t row, cell;
};

/* Lines that may be one row of the table: rows [start, end). */
struct cells {
	const struct pdf_rows *rows;
	size_t start, end, n; /* n cells */
	VEC(struct unit) units;
};

bool
pdf_is_figure(const struct pdf_page *page, const struct pdf_run *run)
{
	for (size_t i = 0; i < run->n; i++)
		for (size_t k = run->pieces[i].start; k < run->pieces[i].end; k++) {
			codepoint c = page->chars.v[k].c;

			if ((c < '0' || c > '9') && c != '.' && c != ',' && c != '(' && c != ')' && c != '%' &&
			    c != '$' && c != '-' && c != 0x2013 && c != 0x2014 && c != 0x2212)
				return false;
		}
	return true;
}

static codepoint
first_char(const struct pdf_page *page, const struct unit *u)
{
	return page->chars.v[u->run.pieces[0].start].c;
}

static codepoint
last_char(const struct pdf_page *page, const struct unit *u)
{
	return page->chars.v[u->run.pieces[u->run.n - 1].end - 1].c;
}

/* The pieces [from, to) of a row are one unit. */
static void
push_unit(struct cells *c, size_t row, const struct pdf_piece *pieces, size_t n)
{
	struct unit u = { .run = { .pieces = pieces, .n = n, .joint = PDF_GOES_ON }, .row = row };

	u.x0 = pieces[0].box.x0;
	u.x1 = pieces[0].box.x1;
	for (size_t i = 1; i < n; i++) {
		u.x0 = fminf(u.x0, pieces[i].box.x0);
		u.x1 = fmaxf(u.x1, pieces[i].box.x1);
	}
	VEC_PUSH(&c->units, u);
}

static void
take_units(struct cells *c)
{
	const struct pdf_piece *p = c->rows->page->pieces.v;

	for (size_t r = c->start; r < c->end; r++) {
		const struct pdf_row *row = &c->rows->v.v[r];

		for (size_t start = row->start, i = start + 1; i <= row->end; i++)
			if (i == row->end || p[i].box.x0 - p[i - 1].box.x1 >= CELL * row->size ||
			    p[i - 1].box.x0 - p[i].box.x1 >= CELL * row->size) {
				push_unit(c, r, p + start, i - start);
				start = i;
			}
	}
}

/* Lines of other rows begin at x, at least two, and few lie across it. */
static bool
is_edge(const struct cells *c, const struct unit *of, float x)
{
	size_t n = 0, across = 0;

	for (size_t i = 0; i < c->units.n; i++) {
		const struct unit *u = &c->units.v[i];

		if (u == of)
			continue;
		n += fabsf(u->x0 - x) < ALIGNED;
		across += u->x0 < x - ALIGNED && u->x1 > x;
	}
	return n >= 2 && across * ACROSS <= n;
}

/* The unit as two, of which the second begins with a character of its piece. */
static void
part_unit(struct cells *c, size_t i, size_t piece, size_t at)
{
	struct pdf_page *page = c->rows->page;
	struct pdf_run run = c->units.v[i].run;
	struct pdf_piece *left = ARENA_ARRAY(&page->arena, piece + 1, struct pdf_piece);
	struct pdf_piece *right = ARENA_ARRAY(&page->arena, run.n - piece, struct pdf_piece);
	bool within = at > run.pieces[piece].start;

	for (size_t k = 0; k < run.n; k++) {
		if (k <= piece)
			left[k] = run.pieces[k];
		if (k >= piece)
			right[k - piece] = run.pieces[k];
	}
	if (within) {
		left[piece].end = right[0].start = at;
		left[piece].box.x1 = page->chars.v[at - 1].box.x1;
		right[0].box.x0 = page->chars.v[at].box.x0;
	}
	c->units.v[i].run.pieces = left;
	c->units.v[i].run.n = piece + within;
	c->units.v[i].x1 = left[piece + within - 1].box.x1;
	push_unit(c, c->units.v[i].row, right, run.n - piece);
}

/* A line that ends so close to the next cell that both came as one is two. */
static void
try_unit(struct cells *c, size_t i)
{
	const struct pdf_page *page = c->rows->page;
	struct pdf_run run = c->units.v[i].run;

	for (size_t j = 0; j < run.n && !run.pieces[j].rtl; j++)
		for (size_t k = run.pieces[j].start + (j == 0); k < run.pieces[j].end; k++)
			if ((page->chars.v[k].blank || k == run.pieces[j].start) &&
			    is_edge(c, &c->units.v[i], page->chars.v[k].box.x0)) {
				part_unit(c, i, j, k);
				return;
			}
}

static void
part_units(struct cells *c)
{
	for (size_t i = 0, n = c->units.n; i < n && n <= UNITS_MOST; i++)
		try_unit(c, i);
}

static int
by_place(const void *a, const void *b)
{
	const struct unit *x = a, *y = b;

	if (x->x0 != y->x0)
		return x->x0 > y->x0 ? 1 : -1;
	return (x->row > y->row) - (x->row < y->row);
}

static int
by_cell(const void *a, const void *b)
{
	const struct unit *x = a, *y = b;

	if (x->cell != y->cell)
		return x->cell > y->cell ? 1 : -1;
	return (x->row > y->row) - (x->row < y->row);
}

/* Lines that lie over each other are of one cell; false if two of them stand in one line. */
static bool
find_cells(struct cells *c)
{
	float edge = 0;

	qsort(c->units.v, c->units.n, sizeof *c->units.v, by_place);
	c->n = 0;
	for (size_t i = 0; i < c->units.n; i++) {
		struct unit *u = &c->units.v[i];

		if (i == 0 || u->x0 > edge - OVER) {
			c->n++;
			edge = u->x1;
		}
		edge = fmaxf(edge, u->x1);
		u->cell = c->n;
	}
	qsort(c->units.v, c->units.n, sizeof *c->units.v, by_cell);
	for (size_t i = 1; i < c->units.n; i++)
		if (c->units.v[i].cell == c->units.v[i - 1].cell && c->units.v[i].row == c->units.v[i - 1].row)
			return false;
	return c->n > 1;
}

/* One figure a cell at most. */
static bool
has_lone_figures(const struct cells *c)
{
	size_t cell = 0;

	for (size_t i = 0; i < c->units.n; i++) {
		if (!pdf_is_figure(c->rows->page, &c->units.v[i].run))
			continue;
		if (c->units.v[i].cell == cell)
			return false;
		cell = c->units.v[i].cell;
	}
	return true;
}

/* Lines in which the first cell has words and another one too. */
static size_t
count_full(const struct cells *c)
{
	size_t full = 0;

	for (size_t r = c->start; r < c->end; r++) {
		bool first = false, other = false;

		for (size_t i = 0; i < c->units.n; i++)
			if (c->units.v[i].row == r) {
				first = first || c->units.v[i].cell == 1;
				other = other || c->units.v[i].cell > 1;
			}
		full += first && other;
	}
	return full;
}

static float
word_width(const struct pdf_page *page, const struct unit *u)
{
	const struct pdf_piece *p = &u->run.pieces[0];
	size_t k = p->start;

	while (k + 1 < p->end && !page->chars.v[k + 1].blank && page->chars.v[k].c < 0x2E80)
		k++;
	return page->chars.v[k].box.x1 - page->chars.v[p->start].box.x0;
}

/* Begins as the middle of a sentence does, or ends so. */
static bool
runs_on(const struct pdf_page *page, const struct unit *a, const struct unit *b)
{
	codepoint c = first_char(page, b), last = last_char(page, a);

	return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c <= 0x45F) ||
	       c >= 0x2E80 || last == ',' || last == '-' || last == '/' || last == 0x2013;
}

/* The text of the cells was wrapped: lines of the first are as full as its words allow, and of all of
 * them some begin in the middle of a sentence. */
static bool
is_wrapped(const struct cells *c)
{
	const struct pdf_page *page = c->rows->page;
	size_t next = 0, on = 0;
	float edge = 0;

	for (size_t i = 0; i < c->units.n && c->units.v[i].cell == 1; i++)
		edge = fmaxf(edge, c->units.v[i].x1);
	for (size_t i = 1; i < c->units.n; i++) {
		const struct unit *a = &c->units.v[i - 1], *b = &c->units.v[i];

		if (a->cell != b->cell)
			continue;
		next++;
		on += runs_on(page, a, b);
		if (a->cell == 1 && a->x1 + word_width(page, b) < edge - OVER)
			return false;
	}
	return on * LOWER >= next;
}

static void
take_cells(struct cells *c, const struct pdf_rows *rows, size_t start, size_t end)
{
	*c = (struct cells){ .rows = rows, .start = start, .end = end };
	take_units(c);
	part_units(c);
}

bool
pdf_are_one_row(const struct pdf_rows *rows, size_t start, size_t end)
{
	struct cells c;
	bool one;

	if (end - start > LINES_MOST)
		return false;
	take_cells(&c, rows, start, end);
	one = c.units.n <= UNITS_MOST && find_cells(&c) && has_lone_figures(&c) &&
	      (count_full(&c) < 2 || is_wrapped(&c));
	VEC_RELEASE(&c.units);
	return one;
}

void
pdf_add_cells(struct pdf *pdf, struct pdf_rows *rows, size_t start)
{
	struct cells c;
	VEC(struct pdf_run) runs = { 0 };
	bool rtl = rows->page->pieces.v[rows->v.v[start].start].rtl;

	take_cells(&c, rows, start, start + rows->v.v[start].lines);
	if (!find_cells(&c))
		c.units.n = 0;
	for (size_t cell = 1; cell <= c.n; cell++)
		for (size_t i = 0; i < c.units.n; i++) {
			struct unit *u = &c.units.v[i];

			if (u->cell != (rtl ? c.n + 1 - cell : cell))
				continue;
			if (i == 0 || u[-1].cell != u->cell)
				u->run.joint = runs.n > 0 ? PDF_CELL : PDF_STARTS;
			VEC_PUSH(&runs, u->run);
		}
	if (runs.n > 0)
		pdf_add_runs(pdf, rows->page, runs.v, runs.n, EXTRACT_ROW | EXTRACT_STARTS, 0);
	VEC_RELEASE(&runs);
	VEC_RELEASE(&c.units);
}
