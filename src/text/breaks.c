/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/breaks.h"

#include "base/err.h"
#include "veto_priv.h"

#include <limits.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct breaks {
	struct slice text; /* borrowed */
	UBreakIterator *iterator; /* NULL until it is needed */
	UText utext;
	bool is_set; /* the iterator stands on the text */
};

struct breaks *
breaks_new(void)
{
	struct breaks *b = mem_resize(NULL, sizeof *b);
	UText none = UTEXT_INITIALIZER;

	*b = (struct breaks){ .utext = none };
	return b;
}

void
breaks_free(struct breaks *b)
{
	if (!b)
		return;
	if (b->iterator)
		ubrk_close(b->iterator);
	utext_close(&b->utext);
	free(b);
}

void
breaks_set(struct breaks *b, struct slice text)
{
	if (text.len > INT_MAX)
		text.len = INT_MAX;
	b->text = text;
	b->is_set = false;
}

/* Opens ICU at the first question about a text: most short blocks never ask one. */
static void
stand_on_text(struct breaks *b)
{
	UErrorCode code = U_ZERO_ERROR;

	if (b->is_set)
		return;
	if (!b->iterator)
		b->iterator = ubrk_open(UBRK_LINE, "zh@lb=strict", NULL, 0, &code);
	utext_openUTF8(&b->utext, b->text.p ? b->text.p : "", (int64_t)b->text.len, &code);
	ubrk_setUText(b->iterator, &b->utext, &code);
	if (U_FAILURE(code))
		die("ICU cannot break lines: %s; its data files are missing", u_errorName(code));
	b->is_set = true;
}

static bool
is_boundary(struct breaks *b, size_t at)
{
	stand_on_text(b);
	return ubrk_isBoundary(b->iterator, (int32_t)at);
}

/* The last boundary before `at`, 0 if there is none. */
static size_t
boundary_before(struct breaks *b, size_t at)
{
	int32_t found;

	stand_on_text(b);
	found = ubrk_preceding(b->iterator, (int32_t)at);
	return found == UBRK_DONE ? 0 : (size_t)found;
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
	if (at <= from)
		return 0;
	if (at < b->text.len && !is_boundary(b, at))
		at = boundary_before(b, at);
	while (at > from && at > 0) {
		if (!veto_punctuation(b->text, at) && !(units_too && veto_unit(b->text, at)))
			return at;
		at = boundary_before(b, at);
	}
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
