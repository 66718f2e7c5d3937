/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/slice.h"

#include <string.h>

struct slice
slice_from(const char *cstr)
{
	return (struct slice){ cstr, cstr ? strlen(cstr) : 0 };
}

bool
slice_eq(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.p, b.p, a.len) == 0);
}

int
slice_cmp(struct slice a, struct slice b)
{
	size_t least = a.len < b.len ? a.len : b.len;
	int order = least ? memcmp(a.p, b.p, least) : 0;

	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

bool
slice_ends(struct slice s, const char *suffix)
{
	size_t len = strlen(suffix);

	if (len == 0 || s.len < len || s.p[s.len - 1] != suffix[len - 1])
		return len == 0;
	return memcmp(s.p + s.len - len, suffix, len) == 0;
}

size_t
slice_find(struct slice s, struct slice needle, size_t from)
{
	const char *hit;

	if (from > s.len || needle.len > s.len - from)
		return SLICE_NONE;
	if (needle.len == 0)
		return from;
	hit = memmem(s.p + from, s.len - from, needle.p, needle.len);
	return hit ? (size_t)(hit - s.p) : SLICE_NONE;
}

size_t
slice_find_byte(struct slice s, char byte, size_t from)
{
	const char *hit;

	if (from >= s.len)
		return SLICE_NONE;
	hit = memchr(s.p + from, byte, s.len - from);
	return hit ? (size_t)(hit - s.p) : SLICE_NONE;
}

bool
slice_has_one(struct slice s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_find(s, slice_from(words[i]), 0) != SLICE_NONE)
			return true;
	return false;
}

/* Length of the blank that the slice starts with, 0 if none. */
static size_t
blank_at_start(struct slice s)
{
	if (s.len == 0)
		return 0;
	if (s.p[0] == ' ' || s.p[0] == '\t' || s.p[0] == '\r' || s.p[0] == '\n')
		return 1;
	if (slice_starts(s, "\xC2\xA0"))
		return 2;
	return slice_starts(s, "\xE3\x80\x80") ? 3 : 0;
}

static size_t
blank_at_end(struct slice s)
{
	char last;

	if (s.len == 0)
		return 0;
	last = s.p[s.len - 1];
	if (last == ' ' || last == '\t' || last == '\r' || last == '\n')
		return 1;
	if (slice_ends(s, "\xC2\xA0"))
		return 2;
	return slice_ends(s, "\xE3\x80\x80") ? 3 : 0;
}

struct slice
slice_trim_start(struct slice s)
{
	size_t n;

	while ((n = blank_at_start(s)) > 0)
		s = slice_skip(s, n);
	return s;
}

struct slice
slice_trim_end(struct slice s)
{
	size_t n;

	while ((n = blank_at_end(s)) > 0)
		s.len -= n;
	return s;
}

struct slice
slice_trim(struct slice s)
{
	return slice_trim_start(slice_trim_end(s));
}

bool
slice_is_blank(struct slice s)
{
	return slice_trim_start(s).len == 0;
}

bool
slice_next(struct slice *rest, char sep, struct slice *part)
{
	size_t at;

	if (!rest->p || rest->len == 0)
		return false;
	at = slice_find_byte(*rest, sep, 0);
	if (at == SLICE_NONE) {
		*part = *rest;
		*rest = slice_skip(*rest, rest->len);
	} else {
		*part = slice_sub(*rest, 0, at);
		*rest = slice_skip(*rest, at + 1);
	}
	return true;
}

size_t
slice_number(struct slice s, long *value)
{
	size_t n = 0;
	long sum = 0;

	while (n < s.len && byte_is_digit(s.p[n])) {
		sum = sum * 10 + (s.p[n++] - '0');
		if (sum > 1000000000L)
			return 0;
	}
	if (n > 0)
		*value = sum;
	return n;
}
