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
#define GAPS RHYTHM_GAPS
#define BLANK_WIDTH 25
#define GAPS_TELL 8
#define FILLED_MANY 30     /* full lines in a document: not by chance */
#define PLACE_LEAST 4      /* pairs that tell what follows the first lines of paragraphs */
#define MEASURE_LEAST 1500 /* narrower lines are verse, code or lists */

/* Bytes of the first word: up to a blank, or one Han character and the punctuation that clings to it. */
static size_t
first_word_len(struct slice s)
{
	size_t at = 0, next;
	codepoint c = s.len > 0 ? utf8_next(s, &at) : 0;

	if (char_is_cjk(c)) {
		next = at;
		if (next < s.len && char_is_cjk(c = utf8_next(s, &next)) && !fold_is_han(c))
			at = next;
		return at;
	}
	while (at < s.len) {
		next = at;
		c = utf8_next(s, &next);
		if (c == ' ' || c == '\t' || char_is_cjk(c))
			break;
		at = next;
	}
	return at;
}

uint32_t
rhythm_first_word(struct slice before, struct slice text, bool monospaced)
{
	struct slice word = slice_sub(text, 0, first_word_len(text));
	bool han = char_is_cjk(char_first(word)) || char_is_cjk(char_last(before));

	return line_width(word, monospaced) + (han ? 0 : monospaced ? 2 * BLANK_WIDTH : BLANK_WIDTH);
}

/* Blank lines between pairs of lines. */
struct gaps {
	size_t across[GAPS], n_across;
	size_t apart[GAPS], n_apart;
};

struct tally {
	size_t width[WIDTH_STEPS];         /* of lines that are probably full */
	size_t first_width[WIDTH_STEPS];   /* of first lines of paragraphs among them */
	size_t reach[WIDTH_STEPS];         /* width with the next word, of lines that are certainly full */
	size_t first_reach[WIDTH_STEPS];
	size_t n_lines;
	size_t run_on, filled;             /* lines that seem to run on; those of them that are full */
	size_t across[GAPS], n_across;     /* pairs that a sentence runs across, by gap */
	size_t apart[GAPS], n_apart;       /* pairs whose first line was ended long before it was full */
	struct gaps place[2];              /* … behind later lines of a paragraph, and behind first ones */
	size_t across_trail, apart_trail;  /* … whose first line has a blank at its end */
	size_t across_indent, apart_indent; /* … whose second line has one at its start */
	size_t spaced, tight;              /* Han next to Latin or digit */
	size_t inside[ENDING_NONE];        /* punctuation within a line */
	size_t ended[ENDING_NONE];         /* … behind which a line was ended early */
	size_t labelled, unlabelled;       /* what follows a paragraph's last line */
};

static void
count_step(size_t *histogram, uint32_t width)
{
	if (width / WIDTH_STEP < WIDTH_STEPS)
		histogram[width / WIDTH_STEP]++;
}

/* The width below which `per_mille` of all that were counted lie. */
static uint32_t
quantile(const size_t *histogram, size_t per_mille)
{
	size_t n = 0, seen = 0;

	for (size_t i = 0; i < WIDTH_STEPS; i++)
		n += histogram[i];
	for (size_t i = 0; i < WIDTH_STEPS; i++) {
		seen += histogram[i];
		if (n > 0 && seen * 1000 > n * per_mille)
			return (uint32_t)i * WIDTH_STEP;
	}
	return 0;
}

static size_t
total(const size_t *histogram)
{
	size_t n = 0;

	for (size_t i = 0; i < WIDTH_STEPS; i++)
		n += histogram[i];
	return n;
}

static bool
is_lower(codepoint c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c <= 0x45F);
}

bool
rhythm_runs_on(const struct line *a, const struct line *b)
{
	codepoint last = char_last(a->text), first = char_first(b->text);

	if (char_ends_sentence(char_last_inside(a->text)) || last == ':' || last == ';' || last == 0xFF1A ||
	    last == 0xFF1B)
		return false;
	if (is_lower(first))
		return true;
	if (fold_is_han(last) && char_is_cjk(first))
		return label_read(b->text).kind == LABEL_NONE;
	return last == ',' || last == 0xFF0C || last == 0x3001 || last == 0x2014;
}

/* … and the line is as long as a full one: it certainly does. */
static bool
runs_across(const struct line *a, const struct line *b, uint32_t measure)
{
	uint32_t least = char_is_cjk(char_last(a->text)) ? measure * 88 / 100 : measure * 3 / 4;

	return a->width >= least && rhythm_runs_on(a, b);
}

/* Ended long before it was full. */
static bool
is_short(const struct line *a, uint32_t measure)
{
	return a->width < measure * 8 / 10;
}

static void
count_place(struct gaps *g, const struct line *a, const struct line *b, uint32_t measure)
{
	size_t gap = b->gap < GAPS - 1 ? b->gap : GAPS - 1;

	if (is_short(a, measure) && a->width > measure / 4) {
		g->apart[gap]++;
		g->n_apart++;
	}
	if (runs_across(a, b, measure)) {
		g->across[gap]++;
		g->n_across++;
	}
}

static void
count_pair(struct tally *t, const struct line *a, const struct line *b, uint32_t measure)
{
	size_t gap = b->gap < GAPS - 1 ? b->gap : GAPS - 1;

	if (is_short(a, measure) && a->width > measure / 4) {
		t->apart[gap]++;
		t->apart_trail += a->trail > 0;
		t->apart_indent += b->indent > a->indent;
		t->n_apart++;
		if (char_ends_sentence(char_last_inside(a->text))) {
			if (label_read(b->text).kind != LABEL_NONE)
				t->labelled++;
			else
				t->unlabelled++;
		}
	}
	if (runs_across(a, b, measure)) {
		t->across[gap]++;
		t->across_trail += a->trail > 0;
		t->across_indent += b->indent > a->indent;
		t->n_across++;
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

enum rhythm_ending
rhythm_ending(struct slice text)
{
	codepoint last = char_last(text);

	if (char_ends_sentence(char_last_inside(text)))
		return ENDING_STOP;
	if (last == ';' || last == ':' || last == 0xFF1B || last == 0xFF1A)
		return ENDING_PAUSE;
	return last == ',' || last == 0xFF0C || last == 0x3001 ? ENDING_COMMA : ENDING_NONE;
}

/* Punctuation that something follows on the same line. */
static void
count_inside(struct tally *t, struct slice text)
{
	for (size_t at = 0; at < text.len;) {
		codepoint c = utf8_next(text, &at);

		if (at >= text.len)
			return;
		if (c == 0x3002 || ((c == '.' || c == '?') && text.p[at] == ' ' && at + 1 < text.len &&
		                    byte_is_upper(text.p[at + 1]) && at > 4 && !byte_is_upper(text.p[at - 2])))
			t->inside[ENDING_STOP]++;
		else if (c == 0xFF1B || (c == ';' && text.p[at] == ' '))
			t->inside[ENDING_PAUSE]++;
		else if (c == 0xFF0C || c == 0x3001 || (c == ',' && text.p[at] == ' '))
			t->inside[ENDING_COMMA]++;
	}
}

/* Cells of tables, which are shorter, are not looked at. */
static void
count_endings(struct tally *t, const struct line *line, uint32_t measure)
{
	enum rhythm_ending ending = rhythm_ending(line->text);

	count_inside(t, line->text);
	if (is_short(line, measure) && ending != ENDING_NONE)
		t->ended[ending]++;
}

/* A mark that stands at a line's end by chance, or one that ends a paragraph: which is likelier? */
static int8_t
ending_score(size_t inside, size_t ended)
{
	if (inside >= ended * 2)
		return inside >= ended * 16 ? 1 : inside >= ended * 4 ? 0 : -1;
	return inside >= ended ? -2 : inside * 2 >= ended ? -4 : -5;
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

/* How a gap speaks for (above 0) or against going on, by how often it stands where. */
static int8_t
gap_score(size_t across, size_t n_across, size_t apart, size_t n_apart)
{
	/* Both shares with a little doubt added, as hundredths. */
	size_t on = (across * 100 + 50) / (n_across + 2) + 1;
	size_t off = (apart * 100 + 50) / (n_apart + 2) + 1;

	if (on > off)
		return on >= 8 * off ? 4 : on >= 3 * off ? 2 : on * 2 >= 3 * off ? 1 : 0;
	return off >= 20 * on ? -6 : off >= 8 * on ? -4 : off >= 3 * on ? -2 : off * 2 >= 3 * on ? -1 : 0;
}

/*
 * Texts taken from pages may hold an indented first line as a block of its own: a blank line follows
 * it, none the later ones.  Then it matters behind which of them a gap stands.
 */
static void
judge_places(struct rhythm *r, const struct gaps *later, const struct gaps *first)
{
	const struct gaps *place[2] = { later, first };

	r->first_apart = later->n_across >= PLACE_LEAST && first->n_across >= PLACE_LEAST &&
	                 first->across[1] * 8 >= first->n_across &&
	                 later->across[1] * 16 <= later->n_across;
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < GAPS; i++)
			r->place_score[k][i] = gap_score(place[k]->across[i], place[k]->n_across,
			                                 place[k]->apart[i], place[k]->n_apart);
}

/* Full lines go on at one gap, at which hardly a short one ends: headings and clauses that end with a
 * comma seem to run on too, and say nothing against it. */
static bool
gaps_tell(const struct rhythm *r, const struct tally *t)
{
	return t->n_across >= GAPS_TELL && t->n_apart >= GAPS_TELL &&
	       t->across[r->usual_gap] * 10 >= t->n_across * 9 && t->apart[r->usual_gap] * 10 <= t->n_apart;
}

/* A line is no paragraph: most of those that run on are as wide as there is room. */
static bool
is_wrapped(const struct rhythm *r, const struct tally *t)
{
	if (r->measure < MEASURE_LEAST || t->n_across < 2 || t->n_across * 20 < t->n_lines)
		return false;
	return t->filled * 5 >= t->run_on * (t->filled > FILLED_MANY ? 1 : 2) || gaps_tell(r, t);
}

static void
judge(struct rhythm *r, const struct tally *t)
{
	r->usual_gap = t->n_across > 0 ? most_frequent(t->across) : 0;
	r->wrapped = is_wrapped(r, t);
	for (size_t i = 0; i < GAPS; i++)
		r->gap_score[i] = gap_score(t->across[i], t->n_across, t->apart[i], t->n_apart);
	judge_places(r, &t->place[0], &t->place[1]);
	r->comma_ends = t->ended[ENDING_COMMA] * 4 >= t->ended[ENDING_STOP] + t->ended[ENDING_PAUSE];
	r->indent_score = gap_score(t->across_indent, t->n_across, t->apart_indent, t->n_apart);
	if (r->indent_score > 0)
		r->indent_score = 0;
	r->trail_ends = t->n_across >= 4 && t->across_trail * 5 <= t->n_across &&
	                t->apart_trail * 10 >= t->n_apart * 6;
	r->han_spaced = t->spaced > t->tight;
	for (size_t i = 0; i < ENDING_NONE; i++)
		r->ending_score[i] = ending_score(t->inside[i], t->ended[i]);
	r->numbered = t->labelled > 3 && t->labelled > t->unlabelled;
}

/* A line whose words the next one, `b`, would have followed had there been room. */
static uint32_t
reach_of(const struct rhythm *r, const struct line *a, const struct line *b)
{
	return a->width + rhythm_first_word(a->text, b->text, r->monospaced);
}

/*
 * The right edge of the widths' chief cluster: a document's few wider lines, in broad tables and
 * turned pages, do not count.
 */
static uint32_t
edge_of(const size_t *histogram)
{
	size_t best = 0, at = 0;

	for (size_t i = 1; i + 1 < WIDTH_STEPS; i++) {
		size_t n = histogram[i - 1] + histogram[i] + histogram[i + 1];

		if (n * i > best * at) {
			best = n;
			at = i;
		}
	}
	while (at + 2 < WIDTH_STEPS &&
	       (histogram[at] + histogram[at + 1] + histogram[at + 2]) * 12 > best)
		at++;
	return (uint32_t)(at + 1) * WIDTH_STEP;
}

/* First pass: how wide are lines that seem full. */
static void
count_widths(struct import *im, struct tally *t)
{
	for (size_t a = line_next_body(im, 0), b; a < im->lines.n; a = b) {
		b = line_next_body(im, a + 1);
		t->n_lines++;
		if (b == a + 1 && b < im->lines.n && rhythm_runs_on(&im->lines.v[a], &im->lines.v[b]))
			count_step(t->width, im->lines.v[a].width);
	}
	im->rhythm.measure = edge_of(t->width);
}

/* Second pass: with the measure known, everything else. */
static void
count_pairs(struct import *im, struct tally *t)
{
	uint32_t measure = im->rhythm.measure;
	size_t before = SLICE_NONE;

	for (size_t a = line_next_body(im, 0), b; a < im->lines.n; before = a, a = b) {
		const struct line *line = &im->lines.v[a], *next;

		b = line_next_body(im, a + 1);
		count_spacing(t, line->text);
		if (line->width >= measure * 4 / 10)
			count_endings(t, line, measure);
		if (b != a + 1 || b >= im->lines.n || im->lines.v[b].page_start)
			continue;
		next = &im->lines.v[b];
		if (rhythm_runs_on(line, next)) {
			t->run_on++;
			t->filled += reach_of(&im->rhythm, line, next) * 100 >= measure * 93;
		}
		count_pair(t, line, next, measure);
		if (before != SLICE_NONE && is_short(&im->lines.v[before], measure))
			count_place(&t->place[1], line, next, measure);
		else if (before != SLICE_NONE && runs_across(&im->lines.v[before], line, measure))
			count_place(&t->place[0], line, next, measure);
		if (!runs_across(line, next, measure) || rhythm_ending(line->text) != ENDING_NONE)
			continue;
		if (before == SLICE_NONE)
			continue;
		if (is_short(&im->lines.v[before], measure)) {
			count_step(t->first_width, line->width);
			count_step(t->first_reach, reach_of(&im->rhythm, line, next));
		} else if (runs_across(&im->lines.v[before], line, measure)) {
			count_step(t->reach, reach_of(&im->rhythm, line, next));
		}
	}
}

/* Full lines reach at least so far with their next word; nearly none that was ended early does. */
static void
set_reach(struct rhythm *r, const struct tally *t)
{
	uint32_t lowest = r->measure * 9 / 10;

	r->reach = quantile(t->reach, 80);
	if (total(t->reach) < 4)
		r->reach = r->measure * 96 / 100;
	if (r->reach < lowest)
		r->reach = lowest;
	r->first_reach = r->reach;
	r->first_measure = r->measure;
	if (total(t->first_width) < 4)
		return;
	r->first_measure = quantile(t->first_width, 900) + WIDTH_STEP;
	r->first_reach = quantile(t->first_reach, 60);
	if (r->first_reach < r->first_measure * 9 / 10)
		r->first_reach = r->first_measure * 9 / 10;
}

void
rhythm_measure(struct import *im)
{
	struct tally *t = mem_resize(NULL, sizeof *t);

	memset(t, 0, sizeof *t);
	face_choose(im);
	count_widths(im, t);
	count_pairs(im, t);
	judge(&im->rhythm, t);
	set_reach(&im->rhythm, t);
	if (im->lines.n > 0 && given_has(&im->lines.v[0], EXTRACT_WHOLE))
		im->rhythm.wrapped = false;
	free(t);
}
