/* SPDX-License-Identifier: ISC */
/*
 * From byte strings to numbers.  Keys are borrowed: they must outlive the map.  Owns its table.
 * A map of zeroes is empty.
 */
#ifndef DUAN_BASE_MAP_H
#define DUAN_BASE_MAP_H

#include "base/slice.h"

#include <stdint.h>

struct map_entry {
	struct slice key;
	uint64_t hash;
	long value;
};
struct map {
	struct map_entry *v;
	size_t n, cap;
};

void map_release(struct map *m);
/* The value's place, made with 0 if the key is new; valid until the next call. */
long *map_at(struct map *m, struct slice key);
/* NULL if the key is not there. */
const long *map_find(const struct map *m, struct slice key);

#endif
