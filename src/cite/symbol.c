/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/symbol.h"

#include "scan_priv.h"
#include "text/fold.h"

#include <string.h>
#include <strings.h>

#define ROOT_BACK 24 /* bytes that a root may stretch back from its slash */

static bool
is_root_letter(codepoint c)
{
	return c < 0x80 && byte_is_alpha((char)c);
}

/* Where the letters (and one ".digits") before a slash begin; the slash itself if there are none. */
static size_t
root_start(struct slice text, size_t from, size_t slash)
{
	size_t at = slash, low = slash > ROOT_BACK ? slash - ROOT_BACK : 0;

	if (low < from)
		low = from;
	while (at > low) {
		size_t before = at, next;

		utf8_prev(text, &before);
		if (!is_root_letter(scan_char(text, before, &next))) {
			if (!(byte_is_digit(text.p[before]) || text.p[before] == '.') || before < low)
				break;
		}
		at = before;
	}
	while (at < slash && (byte_is_digit(text.p[at]) || text.p[at] == '.'))
		at++;
	return at;
}

/* A symbol may not begin inside a word, a path or an address. */
static bool
is_left_boundary(struct slice text, size_t from, size_t start)
{
	size_t at = start, next;
	codepoint c;

	if (start == 0)
		return true;
	utf8_prev(text, &at);
	c = scan_char(text, at, &next);
	if (is_root_letter(c) || c == '/' || c == '_' || c == '.' || c == '=' || c == '%')
		return false;
	return !(c >= '0' && c <= '9') || start == from;
}

/* The next slash, ASCII or full width. */
static size_t
next_slash(struct slice text, size_t from)
{
	size_t plain = slice_find_byte(text, '/', from);
	size_t wide = slice_find(slice_sub(text, 0, plain == SLICE_NONE ? text.len : plain),
	                         SLICE("／"), from);

	return wide != SLICE_NONE ? wide : plain;
}

/* Addresses are links of their own: a symbol inside one is not text. */
static size_t
skip_address(struct slice text, size_t slash)
{
	size_t at = slash;

	if (slash < 1 || text.p[slash - 1] != ':' || slash + 1 >= text.len || text.p[slash + 1] != '/')
		return SLICE_NONE;
	while (at < text.len && text.p[at] > ' ' && text.p[at] < 0x7F)
		at++;
	return at;
}

bool
symbol_find(struct slice text, size_t from, struct symbol_span *span)
{
	size_t slash, at = from;

	while ((slash = next_slash(text, at)) != SLICE_NONE) {
		size_t address = skip_address(text, slash);
		size_t start = root_start(text, at, slash), end;

		if (address != SLICE_NONE) {
			at = address;
			continue;
		}
		end = start < slash && is_left_boundary(text, from, start) ? scan_symbol(text, start) : 0;
		if (end > slash) {
			*span = (struct symbol_span){ start, end };
			return true;
		}
		at = slash + 1;
	}
	return false;
}

bool
symbol_is(struct slice text)
{
	struct symbol_span span;
	struct slice rest;

	text = slice_trim(text);
	if (!symbol_find(text, 0, &span) || span.start != 0)
		return false;
	for (rest = slice_trim(slice_skip(text, span.end)); slice_starts(rest, "*");)
		rest = slice_trim(slice_skip(rest, 1));
	return rest.len == 0;
}

void
symbol_key(struct slice text, struct buf *out)
{
	size_t at = 0;

	text = slice_trim(text);
	while (at < text.len) {
		codepoint c = scan_char(text, at, &at);

		if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '*')
			utf8_add(out, c);
	}
}

/* Byte of the '-' between two symbols, or the end. */
static size_t
first_end(struct slice key)
{
	for (size_t at = 0; (at = slice_find_byte(key, '-', at)) != SLICE_NONE; at++) {
		size_t root = at + 1;

		while (root < key.len && byte_is_alpha(key.p[root]))
			root++;
		if (root < key.len && key.p[root] == '/' &&
		    scan_root_kind(slice_sub(key, at + 1, root)) != SCAN_UNKNOWN)
			return at;
	}
	return key.len;
}

/* Byte where the suffixes of a key begin: "/Add.1", "/Corr.2/Rev.1"; its end if there are none. */
static size_t
suffix_start(struct slice key)
{
	size_t start = key.len;

	for (size_t at = key.len; at-- > 0;) {
		struct slice seg = slice_skip(key, at + 1);

		if (key.p[at] != '/')
			continue;
		if (!slice_starts(seg, "Add.") && !slice_starts(seg, "Corr.") &&
		    !slice_starts(seg, "Rev.") && !slice_starts(seg, "Amend."))
			break;
		start = at;
	}
	return start;
}

size_t
symbol_split(struct slice text, struct arena *arena, struct slice *out, size_t max)
{
	struct buf buf = { 0 };
	struct slice key, suffix;
	size_t n = 0;

	symbol_key(text, &buf);
	key = arena_copy(arena, buf_slice(&buf));
	buf_release(&buf);
	suffix = slice_skip(key, suffix_start(key));
	while (key.len > 0 && n < max) {
		size_t end = first_end(key);
		struct slice one = slice_sub(key, 0, end);

		if (end < key.len && suffix.len > 0 && suffix_start(one) == one.len)
			one = arena_printf(arena, "%.*s%.*s", SLICE_ARG(one), SLICE_ARG(suffix));
		out[n++] = one;
		key = slice_skip(key, end < key.len ? end + 1 : end);
	}
	return n;
}

bool
symbol_same(struct slice a, struct slice b)
{
	static const char alias[] = "(supp)";

	if (a.len > sizeof alias && slice_ends(a, ")") &&
	    strncasecmp(a.p + a.len - 6, alias, 6) == 0)
		a.len -= 6;
	if (b.len > sizeof alias && slice_ends(b, ")") &&
	    strncasecmp(b.p + b.len - 6, alias, 6) == 0)
		b.len -= 6;
	return a.len == b.len && (a.len == 0 || strncasecmp(a.p, b.p, a.len) == 0);
}

/* Segments that name the kind of a document, not a body. */
static bool
is_kind_of_document(struct slice seg)
{
	static const char *const kind[] = { "RES", "DEC", "PV", "SR", "INF", "PRST", "NGO", "PET",
		                            "L", "WP", "CRP", "R", "Agenda", "BUR", "ES", "S" };
	size_t dot = slice_find_byte(seg, '.', 0), dash = slice_find_byte(seg, '-', 0);
	struct slice word = slice_sub(seg, 0, dot < dash ? dot : dash);

	for (size_t i = 0; i < sizeof kind / sizeof *kind; i++)
		if (slice_is(word, kind[i]))
			return true;
	return false;
}

struct slice
symbol_root(struct slice key)
{
	struct slice rest = key, seg;
	size_t end = 0;

	for (size_t i = 0; slice_next(&rest, '/', &seg); i++) {
		if (i > 0 && (seg.len == 0 || byte_is_digit(seg.p[0]) || is_kind_of_document(seg)))
			break;
		end = (size_t)(seg.p - key.p) + seg.len;
		if (i == 1)
			break;
	}
	return slice_sub(key, 0, end);
}
