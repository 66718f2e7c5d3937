/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/utf8.h"

#include <string.h>

/* Bytes of a sequence by its lead byte; 0 for a byte that leads nothing. */
static size_t
sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* The second byte is narrower for leads that would else be overlong, surrogates or too high. */
static bool
second_is_right(unsigned char lead, unsigned char second)
{
	unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;

	return second >= low && second <= high;
}

/* Reads a character; gives the bytes it takes, with *c U+FFFD if they are malformed. */
static size_t
read_character(const unsigned char *p, size_t len, codepoint *c)
{
	size_t need = sequence_length(p[0]);

	*c = p[0];
	if (need == 1)
		return 1;
	if (need == 0 || len < 2 || !second_is_right(p[0], p[1])) {
		*c = UTF8_REPLACEMENT;
		return 1;
	}
	*c = (codepoint)(p[0] & (0x7F >> need)) << 6 | (p[1] & 0x3F);
	for (size_t i = 2; i < need; i++) {
		if (i >= len || (p[i] & 0xC0) != 0x80) {
			*c = UTF8_REPLACEMENT;
			return i;
		}
		*c = *c << 6 | (p[i] & 0x3F);
	}
	return need;
}

codepoint
utf8_next_of_any(struct slice s, size_t *at)
{
	codepoint c;

	*at += read_character((const unsigned char *)s.p + *at, s.len - *at, &c);
	return c;
}

bool
utf8_read(struct slice s, size_t *at, codepoint *c)
{
	size_t start = *at;

	*c = utf8_next(s, at);
	/* What is malformed and begins with EF is two bytes at most. */
	return *c != UTF8_REPLACEMENT || (*at - start == 3 && s.p[start] == '\xEF');
}

codepoint
utf8_prev(struct slice s, size_t *at)
{
	size_t start = *at - 1, end;
	codepoint c;

	while (start > 0 && *at - start < 4 && ((unsigned char)s.p[start] & 0xC0) == 0x80)
		start--;
	end = start;
	c = utf8_next(slice_sub(s, 0, *at), &end);
	if (end != *at) { /* malformed: one byte at a time */
		*at -= 1;
		return UTF8_REPLACEMENT;
	}
	*at = start;
	return c;
}

codepoint
utf8_at(struct slice s, size_t at)
{
	return at < s.len ? utf8_next(s, &at) : 0;
}

codepoint
utf8_before(struct slice s, size_t at)
{
	return at > 0 && at <= s.len ? utf8_prev(s, &at) : 0;
}

size_t
utf8_encode(codepoint c, char out[4])
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = UTF8_REPLACEMENT;
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

void
utf8_add(struct buf *b, codepoint c)
{
	char bytes[4];

	buf_add(b, slice_of(bytes, utf8_encode(c, bytes)));
}

size_t
utf8_skip_ascii(struct slice s, size_t at)
{
	uint64_t eight; /* bytes at a time */

	while (at + sizeof eight <= s.len) {
		memcpy(&eight, s.p + at, sizeof eight);
		if (eight & 0x8080808080808080u)
			break;
		at += sizeof eight;
	}
	while (at < s.len && !((unsigned char)s.p[at] & 0x80))
		at++;
	return at;
}

/* The start of the first malformed part at or after `at`, or the end. */
static size_t
skip_valid(struct slice s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p;

	while ((at = utf8_skip_ascii(s, at)) < s.len) {
		/* Three bytes are what Chinese text is made of. */
		while (at + 3 <= s.len && p[at] >= 0xE1 && p[at] <= 0xEC && (p[at + 1] & 0xC0) == 0x80 &&
		       (p[at + 2] & 0xC0) == 0x80)
			at += 3;
		if (at < s.len && p[at] >= 0x80) {
			size_t before = at;
			codepoint c;

			if (!utf8_read(s, &at, &c))
				return before;
		}
	}
	return s.len;
}

bool
utf8_is_valid(struct slice s)
{
	return skip_valid(s, 0) == s.len;
}

size_t
utf8_count(struct slice s)
{
	size_t n = 0;

	for (size_t at = 0; at < s.len; n++)
		utf8_next(s, &at);
	return n;
}

size_t
utf8_offset(struct slice s, size_t n)
{
	size_t at = 0;

	while (n-- > 0 && at < s.len)
		utf8_next(s, &at);
	return at;
}

size_t
utf8_repair(struct slice s, struct buf *out)
{
	size_t replaced = 0, from = 0, at;

	buf_reserve(out, s.len);
	while ((at = skip_valid(s, from)) < s.len) {
		buf_add(out, slice_sub(s, from, at));
		utf8_add(out, UTF8_REPLACEMENT);
		utf8_next(s, &at);
		from = at;
		replaced++;
	}
	buf_add(out, slice_sub(s, from, s.len));
	return replaced;
}
