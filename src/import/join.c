/* SPDX-License-Identifier: ISC */
/*
 * Which line goes on from the line before, and what stands between them then.
 *
 * Evidence is added up: was there room for the next word, how the line ends, how the next begins,
 * blanks and blank lines as this document uses them.
 */
#include "config.h"

#include "import_priv.h"

#include "text/fold.h"
#include "text/utf8.h"

#define HAN_SLACK 60  /* hundredths of an em by which justified Chinese lines fall short */
#define WORD_SLACK 4  /* per cent for text with blanks */
#define BEFORE_MOST 400 /* lines of furniture and footnotes to look across */

size_t
join_before(const struct import *im, size_t i)
{
	for (size_t n = 0; i > 0 && n < BEFORE_MOST; n++) {
		const struct line *line = &im->lines.v[--i];

		if (line->role == ROLE_BODY)
			return i;
		if (line->role == ROLE_MASTHEAD || line->role == ROLE_TITLE || line->role == ROLE_CONTENTS ||
		    line->role == ROLE_TABLE)
			return SLICE_NONE;
	}
	return SLICE_NONE;
}

/* The first word: up to a blank, or one Han character and the punctuation that clings to it. */
static struct slice
first_word(struct slice s)
{
	size_t at = 0;
	codepoint c = s.len > 0 ? utf8_next(s, &at) : 0;

	if (char_is_cjk(c)) {
		size_t next = at;

		if (next < s.len && char_is_cjk(c = utf8_next(s, &next)) && !fold_is_han(c))
			at = next;
		return slice_sub(s, 0, at);
	}
	while (at < s.len) {
		size_t next = at;

		c = utf8_next(s, &next);
		if (c == ' ' || c == '\t' || char_is_cjk(c))
			break;
		at = next;
	}
	return slice_sub(s, 0, at);
}

/* The line was ended before it was full: the next word had room. */
static bool
had_room(const struct import *im, const struct line *a, const struct line *b, uint32_t measure)
{
	const struct rhythm *r = &im->rhythm;
	struct slice word = first_word(b->text);
	bool han = char_is_cjk(slice_first(word)) || char_is_cjk(slice_last(a->text));
	uint32_t need = line_width(word, r->monospaced) + (han ? 0 : 25);
	uint32_t slack = han ? HAN_SLACK : measure * WORD_SLACK / 100;

	return a->width + need + slack <= measure;
}

static bool
is_lower(codepoint c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c <= 0x45F);
}

static bool
is_upper(codepoint c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x400 && c <= 0x42F);
}

/* A word that no paragraph ends with. */
static bool
ends_unfinished(struct slice s)
{
	static const char *const word[] = { " the", " of",  " and", " to", " in",  " for", " on", " with", " a",
		                            " an",  " by",  " at",  " or", " from", " as", " its", " that",
		                            " de",  " la",  " le",  " les", " des", " du", " et",  " el",  " los",
		                            " las", " del", " y",   " en", " и",   " в",  " на",  " по",  " с",
		                            " о",   " No.", " Mr.", " Ms.", " para.", " paras.", " art." };

	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_ends(s, word[i]))
			return true;
	return false;
}

static bool
closes(codepoint c)
{
	return c == ')' || c == 0xFF09 || c == ',' || c == 0xFF0C || c == 0x3002 || c == 0x3001 ||
	       c == 0xFF1B || c == ';' || c == 0x300B || c == 0x201D || c == '.' || c == '%';
}

static bool
opens(codepoint c)
{
	return c == '(' || c == 0xFF08 || c == 0x300A || c == 0x201C || c == '[' || c == '/' || c == '-' ||
	       c == 0x2010 || c == 0x2011 || c == 0x2013;
}

static int
score_end(const struct rhythm *r, struct slice text)
{
	codepoint last = slice_last(text), inner = slice_last_inside(text);

	if (opens(last) || ends_unfinished(text))
		return 4;
	if (char_ends_sentence(inner))
		return r->one_sentence ? -4 : -1;
	if (last == ':' || last == ';' || last == 0xFF1A || last == 0xFF1B)
		return -1;
	if (last == ',' || last == 0xFF0C || last == 0x3001)
		return 2;
	return 0;
}

static int
score_start(struct slice text)
{
	codepoint c = slice_first(text);

	if (is_lower(c))
		return 3;
	if (closes(c))
		return 5;
	if (c == '(' || c == 0xFF08)
		return 1;
	return is_upper(c) ? -1 : 0;
}

static int
score_gap(const struct rhythm *r, const struct line *b, bool crosses)
{
	if (crosses)
		return 0;
	if (b->gap < r->usual_gap)
		return r->usual_gap == 1 && b->gap == 0 ? 2 : 0;
	if (b->gap > r->usual_gap)
		return r->gap_separates ? -6 : b->gap > r->usual_gap + 1 ? -4 : r->usual_gap == 0 ? 0 : -2;
	return 0;
}

/* Whether line b, read as the second line of a paragraph, would have had room for what follows. */
static bool
looks_indented(const struct import *im, size_t b)
{
	const struct rhythm *r = &im->rhythm;
	size_t c = line_next_body(im, b + 1);
	const struct line *line = &im->lines.v[b];

	if (r->first_measure + HAN_SLACK >= r->measure || c >= im->lines.n || c != b + 1)
		return false;
	return line->width + HAN_SLACK / 2 <= r->first_measure + HAN_SLACK &&
	       line->width + 2 * HAN_SLACK >= r->first_measure &&
	       !char_ends_sentence(slice_last_inside(line->text)) &&
	       had_room(im, line, &im->lines.v[c], r->measure);
}

static int
score_measure(const struct import *im, size_t ia, size_t ib)
{
	const struct rhythm *r = &im->rhythm;
	const struct line *a = &im->lines.v[ia], *b = &im->lines.v[ib];
	uint32_t measure = a->joins ? r->measure : r->first_measure;
	int score;

	if (!r->wrapped)
		return -4;
	if (had_room(im, a, b, measure))
		return r->trail_ends ? -2 : -4;
	score = 2;
	if (r->first_measure + 2 * HAN_SLACK < r->measure) {
		if (b->width > r->first_measure + HAN_SLACK)
			score += 3; /* too wide for a first line */
		else if (looks_indented(im, ib))
			score -= 3;
	}
	return score;
}

int
join_score(const struct import *im, size_t ia, size_t ib)
{
	const struct rhythm *r = &im->rhythm;
	const struct line *a = &im->lines.v[ia], *b = &im->lines.v[ib];
	bool crosses = a->page != b->page || ib != ia + 1;
	int score = score_measure(im, ia, ib) + score_end(r, a->text) + score_start(b->text) +
	            score_gap(r, b, crosses);

	if (r->trail_ends)
		score += a->trail > 0 ? -4 : 5;
	if (!crosses && b->indent > a->indent + 1 && b->gap > 0)
		score -= 2;
	return score;
}

static bool
must_not_join(const struct import *im, size_t a, size_t b)
{
	const struct line *before = &im->lines.v[a], *line = &im->lines.v[b];

	for (size_t i = a + 1; i < b; i++)
		if (im->lines.v[i].role == ROLE_RULE && im->lines.v[i].page == line->page)
			return true;
	return line->use != USE_NONE || speaker_reads(line->text) > 0 || signature_is(before->text) ||
	       signature_is(line->text) || heading_is_known(line->text) || heading_is_known(before->text);
}

void
join_decide(struct import *im)
{
	for (size_t b = line_next_body(im, 0); b < im->lines.n; b = line_next_body(im, b + 1)) {
		size_t a = join_before(im, b);
		struct line *line = &im->lines.v[b];

		if (a == SLICE_NONE || line->use != USE_NONE)
			continue;
		/* A label alone on its line. */
		if (im->lines.v[a].use != USE_NONE && im->lines.v[a].label.len >= im->lines.v[a].text.len)
			line->joins = true;
		else
			line->joins = !must_not_join(im, a, b) && join_score(im, a, b) > 0;
	}
}

static bool
is_word_char(codepoint c)
{
	return fold_is_spaced(c) || (c < 0x80 && byte_is_alnum((char)c));
}

/* A slash or hyphen inside a symbol or a compound: nothing goes between. */
static bool
binds(struct slice text)
{
	codepoint last = slice_last(text);
	size_t at = text.len;

	if (last != '/' && last != '-' && last != 0x2010 && last != 0x2011 && last != 0x2013 && last != 0x2014)
		return false;
	utf8_prev(text, &at);
	return at > 0 && text.p[at - 1] != ' ';
}

static bool
wants_blank(const struct import *im, struct slice text, struct slice line)
{
	codepoint last = slice_last(text), first = slice_first(line);
	bool left = char_is_cjk(last), right = char_is_cjk(first);

	if (text.len == 0 || last == ' ')
		return false;
	if (left && right)
		return false;
	if (left || right)
		return im->rhythm.han_spaced && (left ? fold_is_han(last) && is_word_char(first)
		                                      : fold_is_han(first) && is_word_char(last));
	return !binds(text);
}

/* Blanks and tabs in a row become one blank; nothing else changes. */
static void
add_clean(struct buf *text, struct slice line)
{
	size_t at = 0;

	while (at < line.len) {
		size_t end = at;

		while (end < line.len && line.p[end] != ' ' && line.p[end] != '\t')
			end++;
		buf_add(text, slice_sub(line, at, end));
		at = end;
		while (at < line.len && (line.p[at] == ' ' || line.p[at] == '\t'))
			at++;
		if (at > end && at < line.len)
			buf_add_byte(text, ' ');
	}
}

void
join_append(struct import *im, struct buf *text, struct slice line)
{
	struct slice so_far = buf_slice(text);

	if (slice_ends(so_far, "\xC2\xAD"))
		buf_truncate(text, text->len - 2);
	else if (hyphen_decide(im, so_far, line) == HYPHEN_DROP)
		buf_truncate(text, text->len - 1);
	else if (wants_blank(im, so_far, line))
		buf_add_byte(text, ' ');
	add_clean(text, line);
}
