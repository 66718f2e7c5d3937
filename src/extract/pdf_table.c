/* SPDX-License-Identifier: ISC */
/*
 * Tables: rows whose pieces stand below each other.
 */
#include "config.h"

#include "pdf_priv.h"

#include <math.h>

#define ALIGNED 2.5f   /* points within which edges stand below each other */
#define NEAR 3.5f      /* line heights between rows of a table */
#define CELL 1.35f     /* ems of room between cells, as between pieces */
#define PIECES_MOST 64 /* of one row */
#define TIGHT 1.3f     /* sizes from line to line of one cell; rows of a table stand further apart */
#define SOLID 4        /* one row in so many that follows close behind the one before: no room tells them apart */

/* Figures alone, and before them in the row a line of text: a number without its point. */
static bool
is_number(const struct pdf_page *page, const struct pdf_piece *p)
{
	const struct pdf_piece *next = p + 1;

	for (size_t i = p->start; i < p->end; i++)
		if (page->chars.v[i].c < '0' || page->chars.v[i].c > '9')
			return false;
	return p->end - p->start <= 3 && next < page->pieces.v + page->pieces.n && next->row == p->row &&
	       next->box.x1 - next->box.x0 > page->width / 2;
}

/* "12.", "(a)", "•" at the front, with room behind it: text with a label, not two cells. */
static bool
is_label(const struct pdf_page *page, const struct pdf_piece *p)
{
	size_t n = p->end - p->start;
	codepoint last = page->chars.v[p->end - 1].c, first = page->chars.v[p->start].c;

	if (n > 8)
		return false;
	if (is_number(page, p))
		return true;
	if (n == 1)
		return first == 0x2022 || first == 0xB7 || first == 0x2013 || first == 0x2014 || first == 0x25CF ||
		       first >= 0xE000;
	return last == '.' || last == ')' || last == 0xFF09 || last == 0x3001 || last == 0xFF0E;
}

/* Pieces with room for a cell between them, labels apart. */
static size_t
count_cells(const struct pdf_rows *rows, const struct pdf_row *row)
{
	const struct pdf_piece *p = rows->page->pieces.v;
	size_t n = 1;

	for (size_t i = row->start + 1; i < row->end; i++)
		if (p[i].box.x0 - p[i - 1].box.x1 >= CELL * row->size &&
		    !(i == row->start + 1 && is_label(rows->page, &p[row->start])))
			n++;
	return n;
}

/* A piece of one stands below a piece of the other, neither at the left margin. */
static bool
are_aligned(const struct pdf_rows *rows, const struct pdf_row *a, const struct pdf_row *b)
{
	const struct pdf_piece *p = rows->page->pieces.v;

	for (size_t i = a->start + 1; i < a->end && i < a->start + PIECES_MOST; i++)
		for (size_t k = b->start + 1; k < b->end && k < b->start + PIECES_MOST; k++)
			if (fabsf(p[i].box.x0 - p[k].box.x0) < ALIGNED ||
			    fabsf(p[i].box.x1 - p[k].box.x1) < ALIGNED ||
			    fabsf(p[i].box.x0 + p[i].box.x1 - p[k].box.x0 - p[k].box.x1) < ALIGNED)
				return true;
	return false;
}

static bool
is_near(const struct pdf_row *a, const struct pdf_row *b)
{
	return b->top - a->foot < NEAR * b->size;
}

/* Rows with cells below each other. */
static void
mark_rows(struct pdf_rows *rows)
{
	size_t before = SLICE_NONE;

	for (size_t r = 0; r < rows->v.n; r++) {
		struct pdf_row *row = &rows->v.v[r], *last;

		if (row->column || row->in_list || row->is_front || count_cells(rows, row) < 2)
			continue;
		last = before != SLICE_NONE ? &rows->v.v[before] : NULL;
		if (last && is_near(last, row) && are_aligned(rows, last, row))
			row->is_table = last->is_table = true;
		before = r;
	}
}

static bool
is_tight(const struct pdf_row *a, const struct pdf_row *b)
{
	return b->foot - a->foot < TIGHT * fminf(a->size, b->size);
}

static bool
is_open_row(const struct pdf_row *row)
{
	return !row->column && !row->in_list && !row->is_front;
}

static bool
has_figures(const struct pdf_rows *rows, const struct pdf_row *row)
{
	for (size_t i = row->start + 1; i < row->end; i++) {
		struct pdf_run run = { .pieces = &rows->page->pieces.v[i], .n = 1 };

		if (pdf_is_figure(rows->page, &run))
			return true;
	}
	return false;
}

/* Rows with figures follow each other as closely as lines of a cell: what is a row nothing tells. */
static bool
is_solid(const struct pdf_rows *rows, size_t start, size_t end)
{
	size_t tight = 0, n = 0;
	const struct pdf_row *last = NULL;

	while (start > 0 && is_open_row(&rows->v.v[start - 1]) &&
	       is_near(&rows->v.v[start - 1], &rows->v.v[start]))
		start--;
	while (end < rows->v.n && is_open_row(&rows->v.v[end]) && is_near(&rows->v.v[end - 1], &rows->v.v[end]))
		end++;
	for (size_t r = start; r < end; r++) {
		const struct pdf_row *row = &rows->v.v[r];

		if (!row->is_table || !has_figures(rows, row)) {
			last = NULL;
			continue;
		}
		n += last != NULL;
		tight += last && is_tight(last, row);
		last = row;
	}
	return tight * SOLID > n;
}

/* Lines close to each other, a row of the table among them. */
static void
join_rows(struct pdf_rows *rows)
{
	for (size_t r = 0, end; r < rows->v.n; r = end) {
		bool table = rows->v.v[r].is_table;

		end = r + 1;
		if (!is_open_row(&rows->v.v[r]))
			continue;
		for (; end < rows->v.n && is_open_row(&rows->v.v[end]) &&
		       is_tight(&rows->v.v[end - 1], &rows->v.v[end]);
		     end++)
			table = table || rows->v.v[end].is_table;
		if (table && end - r > 1 && !is_solid(rows, r, end) && pdf_are_one_row(rows, r, end))
			rows->v.v[r].lines = end - r;
	}
}

void
pdf_mark_tables(struct pdf_rows *rows)
{
	mark_rows(rows);
	join_rows(rows);
}
