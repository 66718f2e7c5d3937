/* SPDX-License-Identifier: ISC */
/*
 * Rows: pieces at one height, and the order in which they are read.
 */
#include "config.h"

#include "pdf_priv.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CELL 1.35f /* ems of room between cells, as between pieces */

static int
by_foot(const void *a, const void *b)
{
	const struct pdf_piece *x = a, *y = b;

	if (x->box.y1 != y->box.y1)
		return x->box.y1 > y->box.y1 ? 1 : -1;
	return (x->start > y->start) - (x->start < y->start);
}

/* Rows one below the other, their pieces in the order of reading. */
static int
by_row(const void *a, const void *b)
{
	const struct pdf_piece *x = a, *y = b;

	if (x->row != y->row)
		return x->row > y->row ? 1 : -1;
	if (x->box.x0 == y->box.x0)
		return (x->start > y->start) - (x->start < y->start);
	return (x->box.x0 > y->box.x0 ? 1 : -1) * (x->rtl && y->rtl ? -1 : 1);
}

static float
overlap(float a0, float a1, float b0, float b1)
{
	return fminf(a1, b1) - fmaxf(a0, b0);
}

/* Numbers the pieces' rows: one shares more than half its height with the row's largest piece. */
static void
number_rows(struct pdf_page *page)
{
	size_t row = 0;
	float top = 0, foot = 0, size = 0;

	qsort(page->pieces.v, page->pieces.n, sizeof *page->pieces.v, by_foot);
	for (size_t i = 0; i < page->pieces.n; i++) {
		struct pdf_piece *p = &page->pieces.v[i];
		float height = fminf(foot - top, p->box.y1 - p->box.y0);

		if (i > 0 && overlap(top, foot, p->box.y0, p->box.y1) <= height / 2) {
			row++;
			size = 0;
		}
		if (p->size > size) {
			top = p->box.y0;
			foot = p->box.y1;
			size = p->size;
		}
		p->row = row;
	}
	qsort(page->pieces.v, page->pieces.n, sizeof *page->pieces.v, by_row);
}

static void
collect_rows(struct pdf_rows *rows)
{
	struct pdf_page *page = rows->page;

	for (size_t i = 0; i < page->pieces.n;) {
		struct pdf_row row = { .start = i };

		for (; i < page->pieces.n && page->pieces.v[i].row == page->pieces.v[row.start].row; i++) {
			const struct pdf_piece *p = &page->pieces.v[i];

			if (p->size > row.size) {
				row.size = p->size;
				row.top = p->box.y0;
				row.foot = p->box.y1;
			}
		}
		row.end = i;
		VEC_PUSH(&rows->v, row);
	}
}

/* ---------------------------------------------------------------- masthead */

static bool
starts_with(const struct pdf_page *page, const struct pdf_piece *p, const char *word)
{
	size_t n = strlen(word);

	if (p->end - p->start < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (page->chars.v[p->start + i].c != (codepoint)(unsigned char)word[i])
			return false;
	return true;
}

static const char *const signs[] = { "Distr.", "Dist.", "DISTR.", "Original:", "ORIGINAL:" };

static bool
is_sign(const struct pdf_page *page, const struct pdf_piece *p)
{
	for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
		if (starts_with(page, p, signs[k]))
			return true;
	return false;
}

/* A piece in which the right column was set close to the left one is two. */
static void
part_signs(struct pdf_page *page)
{
	for (size_t i = 0, n = page->pieces.n; page->number == 1 && i < n; i++) {
		struct pdf_piece *p = &page->pieces.v[i], tail = *p;

		for (size_t k = p->start + 1; k < p->end && p->box.y1 < page->height / 2; k++) {
			tail.start = k;
			if (!page->chars.v[k].blank || !is_sign(page, &tail))
				continue;
			p->end = k;
			p->box.x1 = page->chars.v[k - 1].box.x1;
			tail.box.x0 = page->chars.v[k].box.x0;
			VEC_PUSH(&page->pieces, tail);
			break;
		}
	}
}

/* Down to "Distr." and "Original:" the first page has two columns that belong together row by row. */
static void
mark_front(struct pdf_rows *rows)
{
	float foot = 0;

	if (rows->page->number > 1)
		return;
	for (size_t i = 0; i < rows->page->pieces.n; i++)
		if (rows->page->pieces.v[i].box.y1 < rows->page->height / 2 &&
		    is_sign(rows->page, &rows->page->pieces.v[i]))
			foot = fmaxf(foot, rows->page->pieces.v[i].box.y1);
	for (size_t r = 0; r < rows->v.n; r++)
		rows->v.v[r].is_front = rows->v.v[r].top < foot;
}

/* ----------------------------------------------------------------- reading */

/* A side of a row of the masthead. */
static void
add_side(struct pdf *pdf, struct pdf_rows *rows, const struct pdf_row *row, bool right)
{
	struct pdf_piece *p = rows->page->pieces.v;
	float middle = rows->page->width / 2;

	for (size_t start = row->start, i = start + 1; i <= row->end; i++)
		if (i == row->end || p[i].box.x0 - p[i - 1].box.x1 >= CELL * row->size ||
		    is_sign(rows->page, &p[i])) {
			if ((p[start].box.x0 >= middle) == right)
				pdf_add_line(pdf, rows->page, p + start, i - start, EXTRACT_MASTHEAD, 0);
			start = i;
		}
}

/* The masthead: the name of the house and the symbol, then the body, then the right column. */
static size_t
add_front(struct pdf *pdf, struct pdf_rows *rows)
{
	size_t end = 0;

	while (end < rows->v.n && rows->v.v[end].is_front)
		end++;
	if (end > 0) {
		add_side(pdf, rows, &rows->v.v[0], false);
		add_side(pdf, rows, &rows->v.v[0], true);
	}
	for (int right = 0; right < 2; right++)
		for (size_t r = 1; r < end; r++)
			add_side(pdf, rows, &rows->v.v[r], right);
	return end;
}

static void
add_row(struct pdf *pdf, struct pdf_rows *rows, const struct pdf_row *row)
{
	pdf_add_line(pdf, rows->page, rows->page->pieces.v + row->start, row->end - row->start,
	             row->is_table ? EXTRACT_ROW : 0, 0);
}

/* The rows [start, end) have columns: first all that is left of the middle. */
static void
add_columns(struct pdf *pdf, struct pdf_rows *rows, size_t start, size_t end)
{
	struct pdf_piece *p = rows->page->pieces.v;
	float middle = rows->page->width / 2;

	for (uint8_t side = 1; side <= 2; side++)
		for (size_t r = start; r < end; r++) {
			const struct pdf_row *row = &rows->v.v[r];
			size_t split = row->start;

			while (split < row->end && p[split].box.x0 + p[split].box.x1 < 2 * middle)
				split++;
			if (side == 1 && split > row->start)
				pdf_add_line(pdf, rows->page, p + row->start, split - row->start, 0, 1);
			if (side == 2 && split < row->end)
				pdf_add_line(pdf, rows->page, p + split, row->end - split, 0, 2);
		}
}

/* Heads and feet that stand along the side, taken out of the rows. */
static void
add_upright(struct pdf *pdf, struct pdf_page *page)
{
	size_t kept = 0;

	for (size_t i = 0; i < page->pieces.n; i++) {
		struct pdf_piece *p = &page->pieces.v[i];

		if (p->upright && p->end - p->start > 2)
			pdf_add_line(pdf, page, p, 1, EXTRACT_FURNITURE, 0);
		else
			page->pieces.v[kept++] = *p;
	}
	page->pieces.n = kept;
}

void
pdf_add_rows(struct pdf *pdf, struct pdf_page *page)
{
	struct pdf_rows rows = { .page = page };

	add_upright(pdf, page);
	if (page->pieces.n == 0)
		return;
	part_signs(page);
	number_rows(page);
	collect_rows(&rows);
	mark_front(&rows);
	pdf_mark_lists(&rows);
	pdf_mark_columns(&rows);
	pdf_mark_tables(&rows);
	for (size_t r = add_front(pdf, &rows); r < rows.v.n;) {
		size_t end = r;

		if (rows.v.v[r].list > 0) {
			pdf_add_list(pdf, &rows, r);
			r += rows.v.v[r].list;
			continue;
		}
		while (end < rows.v.n && rows.v.v[end].column)
			end++;
		if (end > r) {
			add_columns(pdf, &rows, r, end);
			r = end;
			continue;
		}
		if (rows.v.v[r].lines > 1) {
			pdf_add_cells(pdf, &rows, r);
			r += rows.v.v[r].lines;
			continue;
		}
		add_row(pdf, &rows, &rows.v.v[r++]);
	}
	VEC_RELEASE(&rows.v);
}
