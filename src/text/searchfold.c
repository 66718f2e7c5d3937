/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/searchfold.h"

#include "base/err.h"

#include <stdlib.h>
#include <string.h>

#define LAST 0x30000u
#define BLOCK 32u
#define DROPPED 1u
#define MORE 0xD800u /* values up to 0xDFFF: number of an entry of more_start */

static const uint16_t fold_index[LAST / BLOCK] = {
#define SEARCHFOLD_INDEX
#include "searchfold.def"
#undef SEARCHFOLD_INDEX
};

/* 0: the character itself. */
static const uint16_t fold_value[] = {
#define SEARCHFOLD_VALUE
#include "searchfold.def"
#undef SEARCHFOLD_VALUE
};

static const uint16_t more_start[] = {
#define SEARCHFOLD_START
#include "searchfold.def"
#undef SEARCHFOLD_START
};

static const codepoint more_chars[] = {
#define SEARCHFOLD_MORE
#include "searchfold.def"
#undef SEARCHFOLD_MORE
};

static unsigned
value_of(codepoint c)
{
	if (c < LAST)
		return fold_value[fold_index[c / BLOCK] * BLOCK + c % BLOCK];
	/* Tags and variation selectors; what else is up there is itself. */
	return c >= 0xE0000 && c <= 0xE0FFF ? DROPPED : 0;
}

static bool
is_more(unsigned value)
{
	return value >= MORE && value <= 0xDFFF;
}

int
searchfold_char(codepoint c, codepoint out[SEARCHFOLD_MAX])
{
	unsigned value = value_of(c);
	int n = 0;

	if (value == DROPPED)
		return 0;
	if (!is_more(value)) {
		out[0] = value ? value : c;
		return 1;
	}
	for (size_t i = more_start[value - MORE]; i < more_start[value - MORE + 1]; i++)
		out[n++] = more_chars[i];
	return n;
}

bool
searchfold_is_dropped(codepoint c)
{
	return value_of(c) == DROPPED;
}

void
searchfold_release(struct searchfold *f)
{
	buf_release(&f->text);
	free(f->start);
	*f = (struct searchfold){ 0 };
}

/* Room for one more character, whatever it becomes. */
static void
make_room(struct searchfold *f)
{
	buf_reserve(&f->text, SEARCHFOLD_BYTES_MAX);
	if (f->cap >= f->text.cap)
		return;
	f->start = mem_resize(f->start, f->text.cap * sizeof *f->start);
	f->cap = f->text.cap;
}

static size_t
encode_all(codepoint c, unsigned value, char *out)
{
	size_t n = 0;

	if (value == DROPPED)
		return 0;
	if (!is_more(value))
		return utf8_encode(value ? value : c, out);
	for (size_t i = more_start[value - MORE]; i < more_start[value - MORE + 1]; i++)
		n += utf8_encode(more_chars[i], out + n);
	return n;
}

/* The character at *at, which moves on; the plain Han and ASCII that nearly all is go first. */
static codepoint
read_char(struct slice s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;

	if (p[0] < 0x80) {
		*at += 1;
		return p[0];
	}
	if (p[0] >= 0xE1 && p[0] <= 0xEC && s.len - *at >= 3 && (p[1] & 0xC0) == 0x80 &&
	    (p[2] & 0xC0) == 0x80) {
		*at += 3;
		return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	}
	return utf8_next(s, at);
}

size_t
searchfold_text(struct searchfold *f, struct slice s, size_t at, size_t bytes)
{
	size_t from = at;

	while (at < s.len && f->text.len < bytes) {
		uint32_t start = (uint32_t)(at - from);
		codepoint c = read_char(s, &at);
		size_t n;

		if (f->text.cap <= f->text.len + SEARCHFOLD_BYTES_MAX || f->cap < f->text.cap)
			make_room(f);
		n = encode_all(c, value_of(c), f->text.p + f->text.len);
		for (size_t i = 0; i < n; i++)
			f->start[f->text.len + i] = start;
		f->text.len += n;
	}
	if (f->text.p)
		f->text.p[f->text.len] = '\0';
	return at;
}

void
searchfold_add(struct buf *out, struct slice s)
{
	for (size_t at = 0; at < s.len;) {
		size_t start = at;
		codepoint c = read_char(s, &at);
		unsigned value = value_of(c);

		if (out->cap <= out->len + SEARCHFOLD_BYTES_MAX)
			buf_reserve(out, SEARCHFOLD_BYTES_MAX);
		if (value == 0 && at + 1 - start <= 4 && start + 4 <= s.len) {
			memcpy(out->p + out->len, s.p + start, 4); /* one move; what is too much goes */
			out->len += at - start;
		} else {
			out->len += encode_all(c, value, out->p + out->len);
		}
	}
	if (out->p)
		out->p[out->len] = '\0';
}

static bool
makes(codepoint from, unsigned value, codepoint c)
{
	if (!is_more(value))
		return (value ? value : from) == c;
	for (size_t i = more_start[value - MORE]; i < more_start[value - MORE + 1]; i++)
		if (more_chars[i] == c)
			return true;
	return false;
}

size_t
searchfold_sources(codepoint c, codepoint *out, size_t max)
{
	const unsigned unchanged = fold_index[0xAC00 / BLOCK]; /* Hangul: nothing becomes another */
	size_t n = 0;

	if (c >= LAST) {
		if (max > 0)
			out[0] = c;
		return 1;
	}
	for (codepoint from = 0; from < LAST; from++) {
		unsigned value = value_of(from);

		if (from % BLOCK == 0 && fold_index[from / BLOCK] == unchanged &&
		    from / BLOCK != c / BLOCK) {
			from += BLOCK - 1;
			continue;
		}
		if (value != DROPPED && makes(from, value, c) && n++ < max)
			out[n - 1] = from;
	}
	return n;
}
