/* SPDX-License-Identifier: ISC */
/*
 * Arrays that grow, of any type.
 *
 *	VEC(struct line) lines = {0};
 *	VEC_PUSH(&lines, ((struct line){ .page = 1 }));
 *	lines.v[lines.n - 1].page = 2;
 *	VEC_RELEASE(&lines);
 *
 * A vector of zeroes is empty.  Pointers into it end with the next push.
 */
#ifndef DUAN_BASE_VEC_H
#define DUAN_BASE_VEC_H

#include <stddef.h>
#include <stdlib.h>

#define VEC(type)                                                                                  \
	struct {                                                                                   \
		type *v;                                                                           \
		size_t n, cap;                                                                     \
	}

#define VEC_PUSH(vec, item)                                                                        \
	do {                                                                                       \
		if ((vec)->n == (vec)->cap)                                                        \
			(vec)->v = vec_grow((vec)->v, &(vec)->cap, sizeof *(vec)->v);              \
		(vec)->v[(vec)->n++] = (item);                                                     \
	} while (0)

#define VEC_CLEAR(vec) ((vec)->n = 0)

#define VEC_RELEASE(vec)                                                                           \
	do {                                                                                       \
		free((vec)->v);                                                                    \
		(vec)->v = NULL;                                                                   \
		(vec)->n = (vec)->cap = 0;                                                         \
	} while (0)

/* Doubles the capacity; for VEC_PUSH alone. */
void *vec_grow(void *v, size_t *cap, size_t size);

#endif
