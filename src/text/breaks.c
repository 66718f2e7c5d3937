/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/breaks.h"

#include "base/err.h"
#include "text/fold.h"
#include "veto_priv.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/*
 * ICU, asked about a place far inside a text, may go back to its start: it finds no pair of
 * characters in Latin text or digits that it may begin at.  It is given a window instead and reads
 * it once, forwards.  All in bytes.
 */
#define WINDOW_BYTES 1024 /* places whose kind is known at a time */
#define BEHIND_BYTES 256  /* a question about a line looks back so far */
#define SEARCH_BYTES 512  /* back from there, for a place where a window may begin */
#define AHEAD_BYTES 128   /* ICU looks beyond a place to judge it */

struct breaks {
	struct slice text;        /* borrowed */
	UBreakIterator *iterator; /* NULL until it is needed */
	size_t start, end;        /* the window: places in [start, end] are known */
	bool is_boundary[WINDOW_BYTES + 1];
};

struct breaks *
breaks_new(void)
{
	struct breaks *b = mem_resize(NULL, sizeof *b);

	memset(b, 0, sizeof *b);
	return b;
}

void
breaks_free(struct breaks *b)
{
	if (!b)
		return;
	if (b->iterator)
		ubrk_close(b->iterator);
	free(b);
}

void
breaks_set(struct breaks *b, struct slice text)
{
	b->text = text;
	b->start = b->end = 0;
}

static bool
is_ideograph(codepoint c)
{
	return c >= 0x4E00 && c <= 0x9FFF;
}

static bool
is_letter(codepoint c)
{
	return is_ideograph(c) || fold_is_spaced(c);
}

/*
 * A place where a line may be broken whatever stands further away, so that ICU may begin there:
 * behind a newline, between two Han characters, behind a blank between two letters or digits
 * (UAX #14: LB4, LB31 and LB18).
 */
static bool
is_sure(struct slice text, size_t at)
{
	codepoint before = utf8_before(text, at), after = utf8_at(text, at);

	if (before == '\n')
		return true;
	if (before == ' ')
		return is_letter(after) && is_letter(utf8_before(text, at - 1));
	return is_ideograph(before) && is_ideograph(after);
}

static bool
is_inside_character(struct slice text, size_t at)
{
	return at < text.len && ((unsigned char)text.p[at] & 0xC0) == 0x80;
}

/* Where a window for `at` begins; *sure is false if that place was taken for want of a better. */
static size_t
window_start(struct slice text, size_t at, bool *sure)
{
	size_t from = at > BEHIND_BYTES ? at - BEHIND_BYTES : 0;
	size_t least = from > SEARCH_BYTES ? from - SEARCH_BYTES : 0;

	*sure = true;
	for (; from > least; from--)
		if (!is_inside_character(text, from) && is_sure(text, from))
			return from;
	*sure = least == 0;
	for (int i = 0; i < 3 && least > 0 && is_inside_character(text, least); i++)
		least--;
	return least;
}

static void
die_of_icu(UErrorCode code)
{
	if (U_FAILURE(code))
		die("ICU cannot break lines: %s; its data files are missing", u_errorName(code));
}

static void
mark_boundaries(struct breaks *b, struct slice part)
{
	UText utext = UTEXT_INITIALIZER;
	UErrorCode code = U_ZERO_ERROR;
	int32_t at;

	if (!b->iterator)
		b->iterator = ubrk_open(UBRK_LINE, "zh@lb=strict", NULL, 0, &code);
	utext_openUTF8(&utext, part.p, (int64_t)part.len, &code);
	die_of_icu(code);
	ubrk_setUText(b->iterator, &utext, &code);
	die_of_icu(code);
	while ((at = ubrk_next(b->iterator)) != UBRK_DONE && (size_t)at <= b->end - b->start)
		b->is_boundary[at] = true;
	utext_close(&utext);
}

/* Makes the window hold `at`. */
static void
move_window(struct breaks *b, size_t at)
{
	bool sure;

	if (b->end > b->start && at >= b->start && at <= b->end)
		return;
	b->start = window_start(b->text, at, &sure);
	b->end = slice_sub(b->text, b->start, b->start + WINDOW_BYTES).len + b->start;
	memset(b->is_boundary, 0, sizeof b->is_boundary);
	mark_boundaries(b, slice_sub(b->text, b->start, b->end + AHEAD_BYTES));
	b->is_boundary[0] = sure;
}

static bool
is_boundary(struct breaks *b, size_t at)
{
	move_window(b, at);
	return b->is_boundary[at - b->start];
}

/* The last boundary at or before `at` and after `from`, 0 if there is none. */
static size_t
boundary_before(struct breaks *b, size_t at, size_t from)
{
	for (; at > from; at--)
		if (is_boundary(b, at))
			return at;
	return 0;
}

enum breaks_kind
breaks_at(struct breaks *b, size_t at)
{
	if (at == 0 || at >= b->text.len || !is_boundary(b, at))
		return BREAKS_NONE;
	return veto_punctuation(b->text, at) || veto_unit(b->text, at) ? BREAKS_VETOED
	                                                               : BREAKS_ALLOWED;
}

static size_t
search_back(struct breaks *b, size_t at, size_t from, bool units_too)
{
	if (at > b->text.len)
		at = b->text.len;
	for (; (at = boundary_before(b, at, from)) > 0; at--)
		if (!veto_punctuation(b->text, at) && !(units_too && veto_unit(b->text, at)))
			return at;
	return 0;
}

size_t
breaks_before(struct breaks *b, size_t at, size_t from)
{
	return search_back(b, at, from, true);
}

size_t
breaks_before_vetoed(struct breaks *b, size_t at, size_t from)
{
	return search_back(b, at, from, false);
}

static bool
is_in(codepoint c, const char *list)
{
	struct slice s = slice_from(list);

	for (size_t at = 0; at < s.len;)
		if (utf8_next(s, &at) == c)
			return true;
	return false;
}

bool
breaks_forbids_start(codepoint c)
{
	if (c < 0x80)
		return is_in(c, "!%),.:;?]}");
	return is_in(c, "！％），．：；？］｝、。〃〉》」』】〕〗〞…—·”’‰");
}

bool
breaks_forbids_end(codepoint c)
{
	if (c < 0x80)
		return is_in(c, "([{$");
	return is_in(c, "（《〈「『【〔〖“‘［｛￥£");
}

bool
breaks_may_hang(codepoint c)
{
	return is_in(c, "，。、；：");
}
