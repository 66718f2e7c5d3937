/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/vec.h"

#include "base/err.h"

#include <stdint.h>

void *
vec_grow(void *v, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : 8;

	if (more > SIZE_MAX / size)
		die("out of memory");
	*cap = more;
	return mem_resize(v, more * size);
}
