/* SPDX-License-Identifier: ISC */
/*
 * A stretch of bytes that somebody else owns.
 *
 * Text is UTF-8 everywhere; a slice need not end in NUL.  Offsets and lengths are bytes, `end` is
 * one past.  Nothing here allocates or fails.
 */
#ifndef DUAN_BASE_SLICE_H
#define DUAN_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>

struct slice {
	const char *p;
	size_t len;
};

#define SLICE_NONE ((size_t)-1)
/* A slice of a string literal. */
#define SLICE(lit) ((struct slice){ (lit), sizeof(lit) - 1 })
/* For printf: printf("%.*s", SLICE_ARG(s)). */
#define SLICE_ARG(s) ((int)(s).len), ((s).p ? (s).p : "")

struct slice slice_from(const char *cstr); /* NULL gives the empty slice */
static inline struct slice slice_of(const char *p, size_t len);
static inline struct slice slice_sub(struct slice s, size_t start, size_t end); /* clamped to s */
static inline struct slice slice_skip(struct slice s, size_t n); /* without the first n bytes */
bool slice_eq(struct slice a, struct slice b);
static inline bool slice_is(struct slice a, const char *cstr);
int slice_cmp(struct slice a, struct slice b); /* byte order, shorter first */
static inline bool slice_starts(struct slice s, const char *prefix);
bool slice_ends(struct slice s, const char *suffix);
/* Offset of the first `needle` at or after `from`, or SLICE_NONE. */
size_t slice_find(struct slice s, struct slice needle, size_t from);
size_t slice_find_byte(struct slice s, char byte, size_t from);
/* Whether at least one of n words occurs. */
bool slice_has_one(struct slice s, const char *const *words, size_t n);
/* Without ASCII blanks (space, tab, CR, LF), U+00A0 and U+3000 at both ends, or at one. */
struct slice slice_trim(struct slice s);
struct slice slice_trim_start(struct slice s);
struct slice slice_trim_end(struct slice s);
bool slice_is_blank(struct slice s);
/* Takes the part up to the next `sep` (or the end) off the front of `*rest`; false at the end. */
bool slice_next(struct slice *rest, char sep, struct slice *part);
/* ASCII classes of one byte, independent of the locale. */
static inline bool byte_is_digit(char c);
static inline bool byte_is_upper(char c);
static inline bool byte_is_alpha(char c);
static inline bool byte_is_alnum(char c);
static inline char byte_to_lower(char c);
/* Reads decimal digits at the front; gives the number of bytes read, 0 if none or above 10^9. */
size_t slice_number(struct slice s, long *value);

/* What every stage of an import does for every character is no call. */
static inline struct slice
slice_of(const char *p, size_t len)
{
	return (struct slice){ p, len };
}

static inline struct slice
slice_sub(struct slice s, size_t start, size_t end)
{
	if (end > s.len)
		end = s.len;
	if (start > end)
		start = end;
	return (struct slice){ s.p ? s.p + start : NULL, end - start };
}

static inline struct slice
slice_skip(struct slice s, size_t n)
{
	return slice_sub(s, n, s.len);
}

static inline bool
slice_is(struct slice a, const char *cstr)
{
	size_t i = 0;

	while (i < a.len && cstr[i] == a.p[i] && cstr[i])
		i++;
	return i == a.len && cstr[i] == '\0';
}

/* Most words of a list differ in the first byte. */
static inline bool
slice_starts(struct slice s, const char *prefix)
{
	for (size_t i = 0; prefix[i]; i++)
		if (i >= s.len || s.p[i] != prefix[i])
			return false;
	return true;
}

static inline bool
byte_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
byte_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
byte_is_alpha(char c)
{
	return byte_is_upper(c) || (c >= 'a' && c <= 'z');
}

static inline bool
byte_is_alnum(char c)
{
	return byte_is_alpha(c) || byte_is_digit(c);
}

static inline char
byte_to_lower(char c)
{
	return byte_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

#endif
