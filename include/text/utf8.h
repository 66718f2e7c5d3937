/* SPDX-License-Identifier: ISC */
/*
 * UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
 */
#ifndef DUAN_TEXT_UTF8_H
#define DUAN_TEXT_UTF8_H

#include "base/buf.h"
#include "base/slice.h"

#include <stdint.h>

typedef uint32_t codepoint;

#define UTF8_REPLACEMENT ((codepoint)0xFFFD)

/*
 * The code point at `*at`, which moves behind it.  A malformed byte gives U+FFFD and moves by the
 * maximal ill-formed part (Unicode 3.9, "Best Practices").  `*at` must be below s.len.
 */
static inline codepoint utf8_next(struct slice s, size_t *at);
/* The same; false if the bytes were malformed. */
bool utf8_read(struct slice s, size_t *at, codepoint *c);
/* The code point before `*at`, which moves to its start.  `*at` must be above 0. */
codepoint utf8_prev(struct slice s, size_t *at);
/* The code point at / before a place, 0 outside the slice. */
codepoint utf8_at(struct slice s, size_t at);
codepoint utf8_before(struct slice s, size_t at);
void utf8_add(struct buf *b, codepoint c);
size_t utf8_encode(codepoint c, char out[4]);
bool utf8_is_valid(struct slice s);
/* The first byte at or after `at` that is not ASCII, or the end. */
size_t utf8_skip_ascii(struct slice s, size_t at);
/* Code points in s; in the first `end` bytes of s. */
size_t utf8_count(struct slice s);
/* Byte offset of code point number n (clamped to the end). */
size_t utf8_offset(struct slice s, size_t n);
/* Appends s with every malformed part replaced by U+FFFD; gives the number of replacements. */
size_t utf8_repair(struct slice s, struct buf *out);

/* Any character, by the table of RFC 3629; utf8_next() is what to call. */
codepoint utf8_next_of_any(struct slice s, size_t *at);

/* Most characters are ASCII or Han, and every stage walks over all of them. */
static inline codepoint
utf8_next(struct slice s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;

	if (p[0] < 0x80) {
		*at += 1;
		return p[0];
	}
	if (p[0] > 0xE0 && p[0] < 0xF0 && p[0] != 0xED && s.len - *at >= 3 &&
	    (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
		*at += 3;
		return (codepoint)(p[0] & 0x0F) << 12 | (codepoint)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	}
	return utf8_next_of_any(s, at);
}

#endif
