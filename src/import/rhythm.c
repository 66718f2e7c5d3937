/* SPDX-License-Identifier: ISC */
/*
 * How a document puts lines and blanks: are paragraphs wrapped, how wide is a full line, what does
 * a blank line mean, what does a blank at a line end mean.  Counted on pairs of lines that one
 * sentence certainly runs across, against all others.
 */
#include "config.h"

#include "import_priv.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

#define WIDTH_STEP 50u  /* hundredths of an em a column of the histogram */
#define WIDTH_STEPS 400 /* wider lines are not wrapped by hand */
#define GAPS 4          /* 0, 1, 2, more */

struct tally {
	size_t width[WIDTH_STEPS];
	size_t n_lines, n_long;
	size_t across[GAPS], other[GAPS];  /* pairs by gap */
	size_t across_trail, other_trail;  /* pairs whose first line has a blank at its end */
	size_t n_across, n_other;
	size_t spaced, tight;              /* Han next to Latin or digit */
	size_t first_width[WIDTH_STEPS];   /* of full first lines */
	size_t n_first;
	size_t inside, ended;              /* sentences that end within a line; lines that end one early */
};

static void
count_width(struct tally *t, const struct line *line)
{
	uint32_t step = line->width / WIDTH_STEP;

	t->n_lines++;
	if (step >= WIDTH_STEPS)
		t->n_long++;
	else
		t->width[step]++;
}

/* The width that nearly no line exceeds, counted on lines that are not short. */
static uint32_t
find_measure(const struct tally *t)
{
	size_t n = 0, seen = 0;

	for (size_t i = 0; i < WIDTH_STEPS; i++)
		n += t->width[i];
	for (size_t i = WIDTH_STEPS; i > 0; i--) {
		seen += t->width[i - 1];
		if (seen * 100 >= n * 2 && seen >= 1)
			return (uint32_t)i * WIDTH_STEP;
	}
	return 0;
}

static bool
is_lower(codepoint c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c <= 0x45F);
}

/* The sentence of a full line certainly goes on in the next one. */
static bool
runs_across(const struct line *a, const struct line *b, uint32_t measure)
{
	codepoint last = slice_last(a->text), first = slice_first(b->text);

	if (a->width < measure * 3 / 4 || char_ends_sentence(slice_last_inside(a->text)))
		return false;
	if (last == ':' || last == ';' || last == 0xFF1A || last == 0xFF1B)
		return false;
	if (is_lower(first))
		return true;
	if (fold_is_han(last) && char_is_cjk(first))
		return a->width >= measure * 9 / 10 && label_read(b->text).kind == LABEL_NONE;
	return last == ',' || last == 0xFF0C || last == 0x3001 || last == 0x2014;
}

static void
count_pair(struct tally *t, const struct line *a, const struct line *b, uint32_t measure)
{
	size_t gap = b->gap < GAPS - 1 ? b->gap : GAPS - 1;

	if (runs_across(a, b, measure)) {
		t->across[gap]++;
		t->across_trail += a->trail > 0;
		t->n_across++;
	} else {
		t->other[gap]++;
		t->other_trail += a->trail > 0;
		t->n_other++;
	}
}

/* Blanks between Han and Latin letters or digits. */
static void
count_spacing(struct tally *t, struct slice text)
{
	codepoint before = 0, blank_before = 0;

	for (size_t at = 0; at < text.len;) {
		codepoint c = utf8_next(text, &at);
		bool word = c < 0x80 && byte_is_alnum((char)c), han = fold_is_han(c);

		if (c == ' ') {
			blank_before = before;
			before = 0;
			continue;
		}
		if (word && fold_is_han(before))
			t->tight++;
		if (han && before < 0x80 && before && byte_is_alnum((char)before))
			t->tight++;
		if (blank_before && ((word && fold_is_han(blank_before)) ||
		                     (han && blank_before < 0x80 && byte_is_alnum((char)blank_before))))
			t->spaced++;
		blank_before = 0;
		before = c;
	}
}

/* Sentence ends that something follows on the same line. */
static size_t
sentences_inside(struct slice text)
{
	size_t n = 0;

	for (size_t at = 0; (at = slice_find(text, SLICE("。"), at)) != SLICE_NONE; at += 3)
		n += at + 6 < text.len;
	for (size_t at = 0; (at = slice_find(text, SLICE(". "), at)) != SLICE_NONE; at += 2)
		n += at + 2 < text.len && byte_is_upper(text.p[at + 2]) && at > 3 && !byte_is_digit(text.p[at - 1]);
	return n;
}

/* `before` ended a paragraph, `a` starts one and goes on in `b`. */
static void
count_first(struct tally *t, const struct line *before, const struct line *a, const struct line *b,
            uint32_t measure)
{
	uint32_t step = a->width / WIDTH_STEP;

	if (before->width > measure * 7 / 10 || !char_ends_sentence(slice_last_inside(before->text)))
		return;
	if (step >= WIDTH_STEPS || a->width < measure * 8 / 10 || !runs_across(a, b, measure))
		return;
	t->first_width[step]++;
	t->n_first++;
}

/* The width that only one first line in twenty exceeds; the measure itself if they are not narrower. */
static uint32_t
find_first_measure(const struct tally *t, uint32_t measure)
{
	size_t seen = 0;

	if (t->n_first < 4)
		return measure;
	for (size_t i = WIDTH_STEPS; i > 0; i--) {
		seen += t->first_width[i - 1];
		if (seen * 20 > t->n_first)
			return i * WIDTH_STEP < measure ? (uint32_t)i * WIDTH_STEP : measure;
	}
	return measure;
}

static uint32_t
most_frequent(const size_t count[GAPS])
{
	uint32_t best = 0;

	for (uint32_t i = 1; i < GAPS; i++)
		if (count[i] > count[best])
			best = i;
	return best;
}

/* Pairs that a sentence runs across and that are further apart than the usual ones. */
static void
judge(struct rhythm *r, const struct tally *t)
{
	size_t apart = t->across[1] + t->across[2] + t->across[3];
	size_t blank_between = t->other[1] + t->other[2] + t->other[3];

	r->usual_gap = t->n_across > 0 ? most_frequent(t->across) : 0;
	r->wrapped = t->n_across >= 2 && t->n_across * 20 >= t->n_lines;
	r->gap_separates = blank_between > 0 && apart * 20 <= t->n_across;
	r->trail_ends = t->n_across >= 4 && t->across_trail * 5 <= t->n_across &&
	                t->other_trail * 10 >= t->n_other * 6;
	r->han_spaced = t->spaced > t->tight;
}

void
rhythm_measure(struct import *im)
{
	struct tally *t = mem_resize(NULL, sizeof *t);
	struct rhythm *r = &im->rhythm;
	size_t a, before = SLICE_NONE;

	memset(t, 0, sizeof *t);
	for (size_t i = 0; i < im->lines.n; i++)
		if (im->lines.v[i].role == ROLE_BODY)
			count_width(t, &im->lines.v[i]);
	r->measure = find_measure(t);
	a = line_next_body(im, 0);
	while (a < im->lines.n) {
		size_t b = line_next_body(im, a + 1);

		const struct line *line = &im->lines.v[a];

		count_spacing(t, line->text);
		t->inside += sentences_inside(line->text);
		t->ended += line->width < r->measure * 9 / 10 &&
		            char_ends_sentence(slice_last_inside(line->text));
		if (b < im->lines.n && b == a + 1 && !im->lines.v[b].page_start) {
			count_pair(t, line, &im->lines.v[b], r->measure);
			if (before != SLICE_NONE)
				count_first(t, &im->lines.v[before], line, &im->lines.v[b], r->measure);
		}
		before = a;
		a = b;
	}
	judge(r, t);
	r->first_measure = find_first_measure(t, r->measure);
	r->one_sentence = t->inside * 2 < t->ended;
	free(t);
}
