/* SPDX-License-Identifier: ISC */
/*
 * Characters that the file sets one after the other, in one line and without wide room between them,
 * are a piece.  Which pieces make a line their places say (pdf_row.c).
 */
#include "config.h"

#include "pdf_priv.h"

#define WIDE 1.35f  /* ems of room that part two pieces */
#define BACK 0.6f   /* ems that a character may lie before the one it follows */

static bool
is_rtl(codepoint c)
{
	return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c < 0xFF00);
}

static float
larger(float a, float b)
{
	return a > b ? a : b;
}

static float
smaller(float a, float b)
{
	return a < b ? a : b;
}

/* The next character stands in the same line, as near as letters and words do. */
static bool
goes_on(const struct pdf_piece *p, const struct pdf_char *last, const struct pdf_char *next)
{
	float height = smaller(last->box.y1 - last->box.y0, next->box.y1 - next->box.y0);
	float shared = smaller(last->box.y1, next->box.y1) - larger(last->box.y0, next->box.y0);
	float size = larger(last->size, next->size);
	float room = next->box.x0 - last->box.x1;

	if (last->ends || p->upright || shared < height / 3)
		return false;
	if (p->rtl || is_rtl(next->c))
		room = larger(next->box.x0 - p->box.x1, p->box.x0 - next->box.x1);
	return room < WIDE * size && (p->rtl || room > -BACK * size);
}

/* Set along the side of a page that was turned. */
static bool
goes_up(const struct pdf_piece *p, const struct pdf_char *last, const struct pdf_char *next)
{
	float shared = smaller(last->box.x1, next->box.x1) - larger(last->box.x0, next->box.x0);
	float width = smaller(last->box.x1 - last->box.x0, next->box.x1 - next->box.x0);
	float room = larger(next->box.y0 - last->box.y1, last->box.y0 - next->box.y1);

	return !last->ends && (p->upright || p->end - p->start == 1) && shared > width * 3 / 4 &&
	       room < WIDE * larger(last->size, next->size);
}

static void
extend(struct pdf_piece *p, const struct pdf_char *c, size_t at)
{
	p->box.x0 = smaller(p->box.x0, c->box.x0);
	p->box.y0 = smaller(p->box.y0, c->box.y0);
	p->box.x1 = larger(p->box.x1, c->box.x1);
	p->box.y1 = larger(p->box.y1, c->box.y1);
	p->rtl = p->rtl || is_rtl(c->c);
	p->end = at + 1;
}

/* The size that most of its characters have; of letters, where there are any. */
static void
choose_size(const struct pdf_page *page, struct pdf_piece *p)
{
	size_t best = 0;

	for (size_t i = p->start; i < p->end; i++) {
		size_t n = 0;

		if (i > p->start && page->chars.v[i].size == page->chars.v[i - 1].size)
			continue;
		for (size_t k = i; k < p->end; k++)
			n += page->chars.v[k].size == page->chars.v[i].size;
		if (n > best) {
			best = n;
			p->size = page->chars.v[i].size;
		}
	}
	/* Its place is that of these. */
	for (size_t i = p->start, first = 1; i < p->end; i++)
		if (page->chars.v[i].size == p->size) {
			const struct pdf_box *b = &page->chars.v[i].box;

			p->box.y0 = first ? b->y0 : smaller(p->box.y0, b->y0);
			p->box.y1 = first ? b->y1 : larger(p->box.y1, b->y1);
			first = 0;
		}
}

void
pdf_find_pieces(struct pdf_page *page)
{
	for (size_t i = 0; i < page->chars.n; i++) {
		const struct pdf_char *c = &page->chars.v[i];
		struct pdf_piece *last = page->pieces.n > 0 ? &page->pieces.v[page->pieces.n - 1] : NULL;

		if (last && goes_on(last, c - 1, c)) {
			extend(last, c, i);
			continue;
		}
		if (last && goes_up(last, c - 1, c)) {
			extend(last, c, i);
			last->upright = true;
			continue;
		}
		VEC_PUSH(&page->pieces, ((struct pdf_piece){ .start = i,
		                                             .end = i + 1,
		                                             .box = c->box,
		                                             .rtl = is_rtl(c->c) }));
	}
	for (size_t i = 0; i < page->pieces.n; i++)
		choose_size(page, &page->pieces.v[i]);
}
