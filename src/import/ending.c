/* SPDX-License-Identifier: ISC */
/*
 * Lines that end, or start, in the middle of something.
 */
#include "config.h"

#include "import_priv.h"

#include "text/utf8.h"

#define WORD_BYTES 10 /* of the longest word, with its blank */
#define PAIRS 5
#define PAIR_LABEL 0 /* half-width brackets */

bool
ending_is_unfinished(struct slice s)
{
	static const char *const word[] = { " the", " of",  " and", " to", " in",  " for", " on", " with", " a",
		                            " an",  " by",  " at",  " or", " from", " as", " its", " that",
		                            " among", " between", " under", " into", " through", " their", " this",
		                            " these", " which", " than", " be", " is", " are", " was", " were", " has",
		                            " have", " been", " including", " ended",
		                            " de",  " la",  " le",  " les", " des", " du", " et",  " el",  " los",
		                            " las", " del", " y",   " en", " и",   " в",  " на",  " по",  " с",
		                            " о",   " No.", " Mr.", " Ms.", " para.", " paras.", " art." };

	size_t blank = s.len, least = s.len > WORD_BYTES ? s.len - WORD_BYTES : 0;

	/* Most lines of Chinese have none. */
	while (blank > least && s.p[blank - 1] != ' ')
		blank--;
	if (blank == least)
		return false;
	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_is(slice_skip(s, blank - 1), word[i]))
			return true;
	return false;
}

static bool
opens(codepoint c)
{
	return c == '(' || c == 0xFF08 || c == 0x300A || c == 0x201C || c == '[' || c == '/' || c == '-' ||
	       c == 0x2010 || c == 0x2011 || c == 0x2013;
}

/* Which pair a bracket or a quotation mark belongs to, PAIRS for any other character. */
static size_t
pair_of(codepoint c, bool *is_opening)
{
	static const codepoint pair[PAIRS][2] = { { '(', ')' },       { 0xFF08, 0xFF09 }, { 0x300A, 0x300B },
		                                  { 0x201C, 0x201D }, { 0x3014, 0x3015 } };
	size_t i = 0;

	if (c != '(' && c != ')' && c < 0x201C)
		return PAIRS;
	while (i < PAIRS && c != pair[i][0] && c != pair[i][1])
		i++;
	*is_opening = i < PAIRS && c == pair[i][0];
	return i;
}

/* The pair that the next bracket or quotation mark belongs to, PAIRS when there is none; goes behind it. */
static size_t
next_pair(struct slice text, size_t *at, bool *is_opening)
{
	size_t i = PAIRS;

	while (i == PAIRS && *at < text.len) {
		unsigned char c = (unsigned char)text.p[*at];

		/* Their first bytes in UTF-8, which Han characters do not have. */
		if (c == '(' || c == ')' || c == 0xE2 || c == 0xE3 || c == 0xEF)
			i = pair_of(utf8_next(text, at), is_opening);
		else
			++*at;
	}
	return i;
}

/* A bracket or a quotation that opens in the line and does not close there. */
static bool
leaves_open(struct slice text)
{
	int depth[PAIRS] = { 0 }, sum = 0;
	bool is_opening;

	for (size_t at = 0, i; (i = next_pair(text, &at, &is_opening)) < PAIRS;)
		depth[i] += is_opening ? 1 : depth[i] > 0 ? -1 : 0;
	for (size_t i = 0; i < PAIRS; i++)
		sum += depth[i];
	return sum > 0;
}

/* A bracket or a quotation closes in the line that did not open there; "a)" is a label. */
bool
ending_closes_foreign(struct slice text)
{
	int depth[PAIRS] = { 0 };
	bool is_opening;

	for (size_t at = 0, i; (i = next_pair(text, &at, &is_opening)) < PAIRS;) {
		if (i == PAIR_LABEL)
			continue;
		depth[i] += is_opening ? 1 : -1;
		if (depth[i] < 0)
			return true;
	}
	return false;
}

/* "48.3%  –  –": nothing in the last cells of a row. */
static bool
is_empty_cell(struct slice text)
{
	static const char *const dash[] = { " –", " -", " —" };
	size_t len = SLICE_NONE;

	while (len != text.len) {
		len = text.len;
		for (size_t i = 0; i < sizeof dash / sizeof *dash; i++)
			if (slice_ends(text, dash[i]))
				text = slice_trim_end(slice_sub(text, 0, text.len - slice_from(dash[i]).len));
	}
	return text.len > 0 && (byte_is_digit(text.p[text.len - 1]) || slice_ends(text, "%"));
}

/* The line ends within something: behind an opening bracket, a hyphen, a small word. */
bool
ending_is_open(struct slice text)
{
	struct slice head = slice_trim_end(slice_sub(text, 0, text.len > 0 ? text.len - 1 : 0));

	/* "1/" and "1 /" are marks of footnotes. */
	if (slice_ends(text, "/") && head.len > 0 && byte_is_digit(head.p[head.len - 1])) {
		while (head.len > 0 && byte_is_digit(head.p[head.len - 1]))
			head.len--;
		if (head.len == 0 || head.p[head.len - 1] == ' ' || head.p[head.len - 1] == '.')
			return false;
	}
	return (opens(char_last(text)) && !is_empty_cell(text)) || ending_is_unfinished(text) || leaves_open(text);
}
