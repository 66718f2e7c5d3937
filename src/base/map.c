/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/map.h"

#include "base/err.h"

#include <stdlib.h>
#include <string.h>

/* FNV-1a, 64 bits (draft-eastlake-fnv). */
static uint64_t
hash_of(struct slice key)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < key.len; i++)
		h = (h ^ (unsigned char)key.p[i]) * 0x100000001b3u;
	return h ? h : 1;
}

/* Where the key stands, or the empty entry where it would; the table has one. */
static struct map_entry *
entry_for(const struct map *m, struct slice key, uint64_t hash)
{
	size_t i = hash & (m->cap - 1);

	while (m->v[i].hash != 0 && !(m->v[i].hash == hash && slice_eq(m->v[i].key, key)))
		i = (i + 1) & (m->cap - 1);
	return &m->v[i];
}

static void
grow(struct map *m)
{
	struct map old = *m;

	m->cap = old.cap ? old.cap * 2 : 32;
	m->v = mem_resize(NULL, m->cap * sizeof *m->v);
	memset(m->v, 0, m->cap * sizeof *m->v);
	for (size_t i = 0; i < old.cap; i++)
		if (old.v[i].hash != 0)
			*entry_for(m, old.v[i].key, old.v[i].hash) = old.v[i];
	free(old.v);
}

void
map_release(struct map *m)
{
	free(m->v);
	*m = (struct map){ 0 };
}

long *
map_at(struct map *m, struct slice key)
{
	uint64_t hash = hash_of(key);
	struct map_entry *e;

	if (m->n * 4 >= m->cap * 3)
		grow(m);
	e = entry_for(m, key, hash);
	if (e->hash == 0) {
		*e = (struct map_entry){ .key = key, .hash = hash };
		m->n++;
	}
	return &e->value;
}

const long *
map_find(const struct map *m, struct slice key)
{
	const struct map_entry *e;

	if (m->cap == 0)
		return NULL;
	e = entry_for(m, key, hash_of(key));
	return e->hash ? &e->value : NULL;
}
