/* SPDX-License-Identifier: ISC */
/*
 * What no page alone can tell: where columns of text begin, and how far lines of a paragraph stand
 * apart.
 */
#include "config.h"

#include "pdf_priv.h"

#define STEP 20         /* tenths of a point a step of the histogram */
#define STEPS 1000
#define SHARE 25        /* one line of so many starts at the column's edge */
#define RATIO_STEPS 60  /* of distance to size, in twentieths */
#define CLOSE 6 / 5     /* of the usual distance: no more than a paragraph's */
#define SIDES 6         /* three kinds of column on left and right pages */

static size_t
side_of(const struct pdf *pdf, size_t i)
{
	return (pdf->column.v[i] % 3) * 2 + pdf->out->lines.v[i].page % 2;
}

/* The leftmost place at which lines begin often. */
static int32_t
edge_of(const struct pdf *pdf, size_t side)
{
	size_t count[STEPS] = { 0 }, n = 0;

	for (size_t i = 0; i < pdf->out->lines.n; i++) {
		int32_t step = pdf->out->lines.v[i].x / STEP;

		if (side_of(pdf, i) != side || step < 0 || step >= STEPS)
			continue;
		count[step]++;
		n++;
	}
	for (size_t i = 0; i + 1 < STEPS; i++)
		if ((count[i] + count[i + 1]) * SHARE >= n && n > 0 && count[i] > 0)
			return (int32_t)i * STEP;
	return 0;
}

/* Both lines belong to running text of one size. */
static bool
are_neighbours(const struct pdf *pdf, size_t a, size_t b)
{
	const struct extract_line *x = &pdf->out->lines.v[a], *y = &pdf->out->lines.v[b];

	return x->page == y->page && pdf->column.v[a] == pdf->column.v[b] && x->size == y->size &&
	       x->size > 0 && y->y > x->y;
}

/* The distance of lines most often found, in twentieths of their size. */
static int32_t
usual_ratio(const struct pdf *pdf)
{
	size_t count[RATIO_STEPS] = { 0 }, best = 0;

	for (size_t i = 1; i < pdf->out->lines.n; i++) {
		const struct extract_line *x = &pdf->out->lines.v[i - 1], *y = x + 1;
		int32_t ratio;

		if (!are_neighbours(pdf, i - 1, i) || ((x->flags | y->flags) & EXTRACT_ROW))
			continue;
		ratio = (y->y - x->y) * 20 / x->size;
		if (ratio >= 16 && ratio < RATIO_STEPS)
			count[ratio]++;
	}
	for (size_t i = 1; i < RATIO_STEPS; i++)
		if (count[i] > count[best])
			best = i;
	return best > 0 ? (int32_t)best : 24;
}

/* Blank lines between a line and the next one, whose first row stands at `first`. */
static uint8_t
gap_of(const struct extract_line *x, const struct extract_line *y, int32_t first, int32_t usual)
{
	int32_t size = x->size < y->size ? x->size : y->size, distance = first - x->y, line;

	line = size * (usual + 1) / 20;
	if (x->page != y->page || distance <= 0 || line <= 0 || distance <= line * CLOSE)
		return 0;
	distance = (distance - line * CLOSE) / line + 1;
	return distance > 9 ? 9 : (uint8_t)distance;
}

void
pdf_measure(struct pdf *pdf)
{
	struct extract *e = pdf->out;
	int32_t left[SIDES], usual = usual_ratio(pdf);

	for (size_t side = 0; side < SIDES; side++)
		left[side] = edge_of(pdf, side);
	for (size_t i = 0; i < e->lines.n; i++) {
		struct extract_line *line = &e->lines.v[i];

		line->left = left[side_of(pdf, i)];
		if (line->left > line->x)
			line->left = line->x;
		if (i > 0)
			line->gap = gap_of(line - 1, line, pdf->first.v[i], usual);
	}
}
