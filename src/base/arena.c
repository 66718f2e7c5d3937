/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/arena.h"

#include "base/err.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_FIRST ((size_t)8 << 10)
#define CHUNK_MOST ((size_t)1 << 20)

struct arena_chunk {
	struct arena_chunk *before;
	size_t size, used;
	max_align_t memory[];
};

static struct arena_chunk *
chunk_new(struct arena_chunk *before, size_t least)
{
	size_t size = before ? before->size * 2 : CHUNK_FIRST;
	struct arena_chunk *c;

	if (size > CHUNK_MOST)
		size = CHUNK_MOST;
	if (size < least)
		size = least;
	if (size > SIZE_MAX / 2)
		die("out of memory");
	c = mem_resize(NULL, sizeof *c + size);
	*c = (struct arena_chunk){ .before = before, .size = size };
	return c;
}

void
arena_release(struct arena *a)
{
	while (a->last) {
		struct arena_chunk *before = a->last->before;

		free(a->last);
		a->last = before;
	}
	a->used = 0;
}

void
arena_clear(struct arena *a)
{
	struct arena_chunk *keep = a->last;

	if (!keep)
		return;
	a->last = keep->before;
	arena_release(a);
	keep->before = NULL;
	keep->used = 0;
	a->last = keep;
}

/* Room for `size` bytes at an address that suits `align`, not zeroed. */
static void *
take(struct arena *a, size_t size, size_t align)
{
	struct arena_chunk *c = a->last;
	size_t at = c ? (c->used + align - 1) & ~(align - 1) : 0;

	if (!c || size > c->size || at > c->size - size) {
		c = a->last = chunk_new(c, size);
		at = 0;
	}
	c->used = at + size;
	a->used += size;
	return (char *)c->memory + at;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	void *p = take(a, size, _Alignof(max_align_t));

	return memset(p, 0, size);
}

struct slice
arena_copy(struct arena *a, struct slice s)
{
	char *p = take(a, s.len + 1, 1);

	if (s.len > 0)
		memcpy(p, s.p, s.len);
	p[s.len] = '\0';
	return slice_of(p, s.len);
}

struct slice
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list args;
	int need;
	char *p;

	va_start(args, fmt);
	need = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (need < 0)
		die("a message could not be written");
	p = take(a, (size_t)need + 1, 1);
	va_start(args, fmt);
	vsnprintf(p, (size_t)need + 1, fmt, args);
	va_end(args);
	return slice_of(p, (size_t)need);
}
