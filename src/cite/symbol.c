/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/symbol.h"

#include "glyph_priv.h"
#include "root_priv.h"
#include "symbol_priv.h"
#include "text/fold.h"

#define ROOT_MAX 24   /* glyphs from a first slash back to the start of a root */
#define STRETCH 4096  /* bytes looked through at once for slashes of either width */

static const struct slice wide_slash = { "\xEF\xBC\x8F", 3 };

/* The next '/' or U+FF0F.  In stretches, so that many of one kind do not cost many looks for the
 * other. */
static size_t
next_slash(struct slice text, size_t from)
{
	for (; from < text.len; from += STRETCH) {
		struct slice stretch = slice_sub(text, from, from + STRETCH + wide_slash.len - 1);
		size_t plain = slice_find_byte(stretch, '/', 0);
		struct slice before = slice_sub(stretch, 0, plain); /* all of it when none */
		size_t wide = slice_find(before, wide_slash, 0);

		if (wide != SLICE_NONE)
			return from + wide;
		if (plain != SLICE_NONE)
			return from + plain;
	}
	return SLICE_NONE;
}

static bool
is_root_glyph(char c)
{
	return byte_is_alnum(c) || c == '.' || c == '-';
}

/* What may stand directly before a symbol: no letter and no mark that would make it part of
 * something longer.  A digit only where the last symbol ended, the two being glued. */
static bool
is_left_boundary(struct slice text, size_t start, size_t from)
{
	codepoint c = fold_char(utf8_before(text, start));

	if (c >= '0' && c <= '9')
		return start == from;
	if (c == '/' || c == '_' || c == '.' || c == '=' || c == '%')
		return false;
	return c >= 0x590 || !fold_is_spaced(c);
}

/* Start of the run of root glyphs that ends at `end`; `end` if it is empty. */
static size_t
run_before(struct slice text, size_t from, size_t end)
{
	size_t start = end, before;

	for (int n = 0; n < ROOT_MAX && start > from; n++) {
		if (!is_root_glyph(glyph_before(text, start, &before)))
			break;
		start = before;
	}
	return start < from ? from : start;
}

/* Behind the last hyphen of the run: "27-E" -> "E". */
static size_t
behind_hyphen(struct slice text, size_t start, size_t end)
{
	for (size_t at = end, before; at > start; at = before)
		if (glyph_before(text, at, &before) == '-')
			return at;
	return start;
}

/* Over "(XI)" before a slash, and over one stray blank. */
static size_t
step_over(struct slice text, size_t from, size_t end)
{
	size_t before, at = end;
	char c = end > from ? glyph_before(text, end, &before) : GLYPH_OTHER;

	if (c == ' ')
		return before;
	if (c != ')')
		return end;
	for (int n = 0; n < ROOT_MAX && at > from; n++) {
		c = glyph_before(text, at, &before);
		at = before;
		if (c == '(')
			return at;
	}
	return end;
}

/* The piece of a broken root at the start of its line: "C EDAW"; `start` if there is none. */
static size_t
piece_before(struct slice text, size_t from, size_t start)
{
	size_t before, at;
	char c;

	if (start <= from || glyph_before(text, start, &before) != ' ')
		return start;
	at = run_before(text, from, before);
	if (at == before || before - at > 6)
		return start;
	for (size_t line = at; (c = glyph_before(text, line, &before)) == ' '; line = before)
		;
	return c == '\n' || c == GLYPH_END ? at : start;
}

static bool
try_at(struct slice text, size_t from, size_t start, struct symbol_span *span)
{
	size_t end;

	if (start < from || !is_left_boundary(text, start, from))
		return false;
	end = symbol_match(text, start, false);
	*span = (struct symbol_span){ .start = start, .end = end };
	return end > start;
}

/* A symbol whose first slash is this one. */
static bool
find_around(struct slice text, size_t from, size_t slash, struct symbol_span *span)
{
	size_t end = step_over(text, from, slash);
	size_t run = run_before(text, from, end), tail, piece;

	if (run == end)
		return false;
	tail = behind_hyphen(text, run, end);
	if (try_at(text, from, run, span) || (tail > run && try_at(text, from, tail, span)))
		return true;
	piece = piece_before(text, from, run);
	return piece < run && try_at(text, from, piece, span);
}

bool
symbol_find(struct slice text, size_t from, struct symbol_span *span)
{
	for (size_t at = from; (at = next_slash(text, at)) != SLICE_NONE; at++)
		if (find_around(text, from, at, span))
			return true;
	return false;
}

/* Behind blanks and the `*` of a reissue. */
static size_t
skip_marks(struct slice text, size_t at)
{
	size_t start, end;
	char c;

	while ((c = glyph_at(text, at, &start, &end)) == '*' || c == ' ' || c == '\n')
		at = end;
	return c == GLYPH_END ? text.len : at;
}

bool
symbol_is(struct slice text)
{
	size_t start, end, at;

	text = slice_trim(text);
	if (text.len == 0)
		return false;
	glyph_at(text, 0, &start, &end);
	at = symbol_match(text, start, true);
	return at > 0 && skip_marks(text, at) == text.len;
}

size_t
symbol_line(struct slice text, struct symbol_span *spans, size_t max)
{
	size_t n = 0, at = skip_marks(text, 0), end;

	while (at < text.len) {
		if (n == max || (end = symbol_match(text, at, false)) == 0)
			return 0;
		spans[n++] = (struct symbol_span){ .start = at, .end = end };
		at = skip_marks(text, end);
		if (at < text.len && at == end)
			return 0;
	}
	return n;
}
