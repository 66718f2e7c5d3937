/* SPDX-License-Identifier: ISC */
/*
 * Memory that is given back all at once.
 *
 * Everything allocated lives until arena_release() or arena_clear().  An arena of zeroes is empty
 * and ready for use.  Exhaustion ends the program through die().
 */
#ifndef DUAN_BASE_ARENA_H
#define DUAN_BASE_ARENA_H

#include "base/slice.h"

struct arena_chunk;
struct arena {
	struct arena_chunk *last;
	size_t used; /* bytes handed out since the last clear */
};

void arena_release(struct arena *a);
void arena_clear(struct arena *a);
/* Zeroed, aligned for any type; size 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t size);
/* Copies with a NUL behind. */
struct slice arena_copy(struct arena *a, struct slice s);
struct slice arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, n, type) ((type *)arena_alloc((a), (n) * sizeof(type)))

#endif
