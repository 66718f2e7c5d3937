/* SPDX-License-Identifier: ISC */
/*
 * Typewriter or book face?  On a typewriter no line could have held its next word, counted in
 * cells; in a book face that holds in the face's own widths.  The count with fewer exceptions wins.
 */
#include "config.h"

#include "import_priv.h"

#define PAIRS_LEAST 8
#define PAIRS_SHARE 8 /* one line of so many at least, or the text is another script's */
#define CELLS_MOST 256
#define CELL_WIDTH 50 /* hundredths of an em */

struct face {
	size_t cells[CELLS_MOST]; /* lines that run on, by cells */
	size_t em[CELLS_MOST];    /* by half ems */
	size_t n;
};

static size_t
cells_of(struct slice s)
{
	return line_width(s, true) / CELL_WIDTH;
}

/* The length that one line in fifty exceeds. */
static size_t
edge(const size_t *histogram, size_t n)
{
	size_t seen = 0;

	for (size_t i = CELLS_MOST; i > 0; i--) {
		seen += histogram[i - 1];
		if (seen * 50 > n)
			return i - 1;
	}
	return 0;
}

/* Calls for both lines of every pair that a sentence runs across. */
static size_t
next_pair(const struct import *im, size_t i)
{
	for (; i + 1 < im->lines.n; i++) {
		const struct line *a = &im->lines.v[i], *b = a + 1;

		if (a->role == ROLE_BODY && b->role == ROLE_BODY && !b->page_start &&
		    !char_is_cjk(char_last(a->text)) && rhythm_runs_on(a, b))
			return i;
	}
	return im->lines.n;
}

static void
measure(const struct import *im, struct face *f)
{
	for (size_t i = next_pair(im, 0); i < im->lines.n; i = next_pair(im, i + 1)) {
		size_t cells = cells_of(im->lines.v[i].text), em = im->lines.v[i].width / CELL_WIDTH;

		if (cells >= CELLS_MOST || em >= CELLS_MOST)
			continue;
		f->cells[cells]++;
		f->em[em]++;
		f->n++;
	}
}

/* Full lines that had room for the next word all the same. */
static void
count_exceptions(const struct import *im, const struct face *f, size_t *cells, size_t *em)
{
	size_t edge_cells = edge(f->cells, f->n), edge_em = edge(f->em, f->n);

	*cells = *em = 0;
	for (size_t i = next_pair(im, 0); i < im->lines.n; i = next_pair(im, i + 1)) {
		const struct line *a = &im->lines.v[i], *b = a + 1;
		size_t w = cells_of(a->text);

		if (w * 4 < edge_cells * 3)
			continue;
		*cells += w + rhythm_first_word(a->text, b->text, true) / CELL_WIDTH <= edge_cells;
		*em += (a->width + rhythm_first_word(a->text, b->text, false)) / CELL_WIDTH <= edge_em;
	}
}

void
face_choose(struct import *im)
{
	struct face f = { 0 };
	size_t cells, em;

	measure(im, &f);
	if (f.n < PAIRS_LEAST || f.n * PAIRS_SHARE < im->lines.n)
		return;
	count_exceptions(im, &f, &cells, &em);
	if (cells * 2 >= em)
		return;
	im->rhythm.monospaced = true;
	for (size_t i = 0; i < im->lines.n; i++)
		im->lines.v[i].width = line_width(im->lines.v[i].text, true);
}
