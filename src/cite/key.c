/* SPDX-License-Identifier: ISC */
/*
 * Symbols as keys: one spelling for what texts write in many ways.
 */
#include "config.h"

#include "cite/symbol.h"

#include "glyph_priv.h"
#include "root_priv.h"
#include "symbol_priv.h"

#include <string.h>

/* "Corr.l" -> "Corr.1", once what follows is known. */
static void
mend_digit(struct buf *out, size_t base, codepoint next)
{
	size_t n = out->len;
	bool goes_on = next < 0x80 && byte_is_alnum((char)next);

	if (n >= base + 2 && out->p[n - 1] == 'l' && out->p[n - 2] == '.' && !goes_on)
		out->p[n - 1] = '1';
}

/* "(supp)", "(SUPP)": an alias that the Official Document System adds. */
static void
drop_supplement(struct buf *b, size_t base)
{
	size_t to = base;

	for (size_t at = base; at < b->len;) {
		if (at + 6 <= b->len && root_same_word(slice_of(b->p + at, 6), "(SUPP)"))
			at += 6;
		else
			b->p[to++] = b->p[at++];
	}
	if (to < b->len)
		buf_truncate(b, to);
}

#define ROMAN_BRACKET_MAX 10

/* Bytes of "(XXI)" at the front, 0 if there is none. */
static size_t
roman_bracket(struct slice s)
{
	size_t close;

	if (!slice_starts(s, "("))
		return 0;
	close = slice_find_byte(slice_sub(s, 0, ROMAN_BRACKET_MAX), ')', 0);
	return close != SLICE_NONE && root_is_roman(slice_sub(s, 1, close)) ? close + 1 : 0;
}

/* Before 1976 the part of a resolution has no symbol of its own: "RES/2200A(XXI)" and
 * "RES/217(III)[A]" are RES/2200(XXI) and RES/217(III). */
static void
drop_old_part(struct buf *b, size_t base)
{
	for (size_t at = base + 1; at < b->len; at++) {
		size_t n = roman_bracket(slice_skip(buf_slice(b), at));
		size_t letter = at;

		if (n == 0)
			continue;
		if (at + n < b->len && b->p[at + n] == '[')
			buf_truncate(b, at + n);
		while (letter > base && byte_is_upper(b->p[letter - 1]))
			letter--;
		if (letter + 1 == at && letter > base && byte_is_digit(b->p[letter - 1])) {
			memmove(b->p + letter, b->p + at, b->len - at);
			buf_truncate(b, b->len - 1);
		}
		return;
	}
}

void
symbol_key(struct slice text, struct buf *out)
{
	size_t base = out->len;

	for (size_t at = 0; at < text.len;) {
		codepoint raw = utf8_next(text, &at), c = glyph_fold(raw);

		if (glyph_is_unseen(raw) || c == ' ' || c == '*' || (c >= '\t' && c <= '\r'))
			continue;
		mend_digit(out, base, c);
		utf8_add(out, c);
	}
	mend_digit(out, base, 0);
	drop_supplement(out, base);
	drop_old_part(out, base);
}

bool
symbol_same(struct slice a, struct slice b)
{
	struct buf key_a = { 0 }, key_b = { 0 };
	bool same;

	symbol_key(a, &key_a);
	symbol_key(b, &key_b);
	same = key_a.len == key_b.len;
	for (size_t i = 0; same && i < key_a.len; i++)
		same = byte_to_lower(key_a.p[i]) == byte_to_lower(key_b.p[i]);
	buf_release(&key_a);
	buf_release(&key_b);
	return same;
}

/* Leading parts of capitals alone: "CFW/COP/2024/9" -> "CFW/COP". */
static size_t
capitals_length(struct slice key)
{
	size_t end = 0, at = 0, parts = 0;

	for (; at < key.len; at++) {
		if (key.p[at] == '/') {
			end = at;
			parts++;
		} else if (!byte_is_alpha(key.p[at])) {
			break;
		}
	}
	return parts >= 2 ? end : 0;
}

struct slice
symbol_root(struct slice key)
{
	size_t n = root_length(key);

	return slice_sub(key, 0, n > 0 ? n : capitals_length(key));
}

/* The hyphen before the next symbol of a double one, or SLICE_NONE. */
static size_t
next_joint(struct slice key, size_t from)
{
	for (size_t at = from; (at = slice_find_byte(key, '-', at)) != SLICE_NONE; at++)
		if (at > 0 && at + 1 < key.len && symbol_match(key, at + 1, false) > 0 &&
		    symbol_is(slice_sub(key, 0, at)))
			return at;
	return SLICE_NONE;
}

static bool
is_suffix_word(struct slice part)
{
	return (part.len > 4 && root_same_word(slice_sub(part, 0, 4), "ADD.")) ||
	       (part.len > 4 && root_same_word(slice_sub(part, 0, 4), "REV.")) ||
	       (part.len > 5 && root_same_word(slice_sub(part, 0, 5), "CORR.")) ||
	       (part.len > 6 && root_same_word(slice_sub(part, 0, 6), "AMEND."));
}

/* Where "/Add.1/Corr.1" at the end begins; the length if there is none. */
static size_t
suffix_start(struct slice key)
{
	size_t start = key.len;

	for (size_t at = key.len; at > 0; at--)
		if (key.p[at - 1] == '/') {
			if (!is_suffix_word(slice_sub(key, at, start)))
				break;
			start = at - 1;
		}
	return start;
}

/* A suffix behind a double symbol belongs to both (A.4); not behind a range in one series. */
static struct slice
with_suffix(struct slice part, struct slice last, struct arena *arena)
{
	size_t start = suffix_start(last);

	if (start == last.len || suffix_start(part) < part.len)
		return part;
	return arena_printf(arena, "%.*s%.*s", SLICE_ARG(part), SLICE_ARG(slice_skip(last, start)));
}

size_t
symbol_split(struct slice text, struct arena *arena, struct slice *out, size_t max)
{
	struct buf b = { 0 };
	struct slice key;
	size_t n = 0, from = 0, joint;

	symbol_key(text, &b);
	key = arena_copy(arena, buf_slice(&b));
	buf_release(&b);
	while (n + 1 < max && (joint = next_joint(slice_skip(key, from), 0)) != SLICE_NONE) {
		out[n++] = slice_sub(key, from, from + joint);
		from += joint + 1;
	}
	if (n < max && from < key.len)
		out[n++] = slice_skip(key, from);
	for (size_t i = 0; i + 1 < n; i++)
		out[i] = with_suffix(out[i], out[n - 1], arena);
	return n;
}
