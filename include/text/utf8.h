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
codepoint utf8_next(struct slice s, size_t *at);
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

#endif
