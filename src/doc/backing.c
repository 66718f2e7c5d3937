/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/backing.h"

#include "base/err.h"
#include "doc/doc.h"

#include <stdlib.h>

struct chunk {
	size_t number; /* SLICE_NONE: none */
	struct arena arena;
	struct block blocks[BACKING_BLOCKS];
};

struct backing {
	const struct backing_source *source;
	void *self;
	size_t n_blocks;
	struct chunk *kept[BACKING_KEPT]; /* allocated at first use */
	unsigned char *slot_of;           /* of each chunk: where it is kept, if it is; slot + 1 */
	size_t next;                      /* slot that gives way */
	struct chunk passing;             /* of those read through */
	struct arena line;
};

static size_t
chunks_of(size_t n_blocks)
{
	return (n_blocks + BACKING_BLOCKS - 1) / BACKING_BLOCKS;
}

struct backing *
backing_new(const struct backing_source *source, void *self, size_t n_blocks)
{
	struct backing *b = mem_resize(NULL, sizeof *b);

	*b = (struct backing){ .source = source, .self = self, .n_blocks = n_blocks };
	b->passing.number = SLICE_NONE;
	b->slot_of = mem_resize(NULL, chunks_of(n_blocks) + 1);
	for (size_t i = 0; i <= chunks_of(n_blocks); i++)
		b->slot_of[i] = 0;
	return b;
}

void
backing_free(struct backing *b)
{
	if (!b)
		return;
	b->source->close(b->self);
	for (size_t i = 0; i < BACKING_KEPT; i++)
		if (b->kept[i]) {
			arena_release(&b->kept[i]->arena);
			free(b->kept[i]);
		}
	arena_release(&b->passing.arena);
	arena_release(&b->line);
	free(b->slot_of);
	free(b);
}

static void
empty(struct chunk *c, size_t number)
{
	arena_clear(&c->arena);
	for (size_t i = 0; i < BACKING_BLOCKS; i++)
		c->blocks[i] = (struct block){ .kind = BLOCK_OTHER };
	c->number = number;
}

/* A slot for a chunk, what was in it forgotten. */
static struct chunk *
make_room(struct backing *b, size_t number)
{
	size_t slot = b->next;
	struct chunk *c = b->kept[slot];

	b->next = (slot + 1) % BACKING_KEPT;
	if (!c) {
		c = b->kept[slot] = mem_resize(NULL, sizeof *c);
		*c = (struct chunk){ .number = SLICE_NONE };
	} else if (c->number != SLICE_NONE) {
		b->slot_of[c->number] = 0;
	}
	empty(c, number);
	b->slot_of[number] = (unsigned char)(slot + 1);
	return c;
}

/* Blocks of a chunk: the last one may have fewer. */
static size_t
chunk_size(const struct backing *b, size_t number)
{
	size_t n = b->n_blocks - number * BACKING_BLOCKS;

	return n < BACKING_BLOCKS ? n : BACKING_BLOCKS;
}

static struct chunk *
fetch(struct backing *b, size_t number)
{
	struct chunk *c = make_room(b, number);

	if (!b->source->blocks(b->self, number * BACKING_BLOCKS, chunk_size(b, number), &c->arena,
	                       c->blocks)) {
		b->slot_of[number] = 0;
		c->number = SLICE_NONE;
	}
	return c;
}

const struct block *
backing_block(struct backing *b, size_t block)
{
	size_t number = block / BACKING_BLOCKS, slot = b->slot_of[number];
	struct chunk *c = slot > 0 ? b->kept[slot - 1] : fetch(b, number);

	return &c->blocks[block % BACKING_BLOCKS];
}

static struct chunk *
fetch_words(struct backing *b, size_t number)
{
	struct chunk *c = &b->passing;

	if (c->number == number)
		return c;
	empty(c, number);
	if (!b->source->words(b->self, number * BACKING_BLOCKS, chunk_size(b, number), &c->arena,
	                      c->blocks))
		c->number = SLICE_NONE;
	return c;
}

const struct block *
backing_words(struct backing *b, size_t block)
{
	size_t number = block / BACKING_BLOCKS, slot = b->slot_of[number];
	struct chunk *c = slot > 0 ? b->kept[slot - 1] : fetch_words(b, number);

	return &c->blocks[block % BACKING_BLOCKS];
}

struct slice
backing_line(struct backing *b, size_t n)
{
	struct slice line = slice_from(NULL);

	arena_clear(&b->line);
	return b->source->line(b->self, n, &b->line, &line) ? line : slice_from(NULL);
}

size_t
backing_find(struct backing *b, struct slice component, struct slice eid)
{
	return b->source->find(b->self, component, eid);
}
