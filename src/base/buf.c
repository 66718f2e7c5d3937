/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/buf.h"

#include "base/err.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
buf_release(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}

void
buf_clear(struct buf *b)
{
	buf_truncate(b, 0);
}

void
buf_reserve(struct buf *b, size_t more)
{
	size_t need, cap;

	if (more > SIZE_MAX / 2 - b->len)
		die("out of memory");
	need = b->len + more + 1;
	if (need <= b->cap)
		return;
	cap = b->cap * 2 > need ? b->cap * 2 : need;
	if (cap < 64)
		cap = 64;
	b->p = mem_resize(b->p, cap);
	b->cap = cap;
}

void
buf_add(struct buf *b, struct slice s)
{
	buf_reserve(b, s.len);
	if (s.len > 0)
		memcpy(b->p + b->len, s.p, s.len);
	b->len += s.len;
	b->p[b->len] = '\0';
}

void
buf_add_str(struct buf *b, const char *cstr)
{
	buf_add(b, slice_from(cstr));
}

void
buf_add_byte(struct buf *b, char c)
{
	buf_add(b, slice_of(&c, 1));
}

void
buf_vaddf(struct buf *b, const char *fmt, va_list args)
{
	va_list again;
	int need;

	va_copy(again, args);
	need = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (need < 0)
		die("a message could not be written");
	buf_reserve(b, (size_t)need);
	vsnprintf(b->p + b->len, (size_t)need + 1, fmt, args);
	b->len += (size_t)need;
}

void
buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	buf_vaddf(b, fmt, args);
	va_end(args);
}

void
buf_truncate(struct buf *b, size_t len)
{
	assert(len <= b->len);
	b->len = len;
	if (b->p)
		b->p[len] = '\0';
}

struct slice
buf_slice(const struct buf *b)
{
	return (struct slice){ b->p, b->len };
}

const char *
buf_str(const struct buf *b)
{
	return b->p ? b->p : "";
}
