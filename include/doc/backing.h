/* SPDX-License-Identifier: ISC */
/*
 * Where a large document lies when it is not in memory as a whole.
 *
 * Blocks and source lines come a chunk at a time, when somebody looks at them; those looked at
 * last are kept.  A document in memory has no backing.  What cannot be fetched is empty, and the
 * chunk is asked for again when it is looked at the next time.
 */
#ifndef DUAN_DOC_BACKING_H
#define DUAN_DOC_BACKING_H

#include "base/arena.h"
#include "base/slice.h"

#include <stddef.h>

struct block;

#define BACKING_BLOCKS 64 /* blocks of a chunk */
#define BACKING_KEPT 64   /* chunks kept: what was fetched lives until as many others were */

/* What the floor that holds the document does. */
struct backing_source {
	/* Fills `n` blocks from `first` on; their words go into the arena.  False: nothing filled. */
	bool (*blocks)(void *self, size_t first, size_t n, struct arena *arena, struct block *out);
	/* The same, with label and text alone. */
	bool (*words)(void *self, size_t first, size_t n, struct arena *arena, struct block *out);
	/* The source line n, from 1, with its line end or without. */
	bool (*line)(void *self, size_t n, struct arena *arena, struct slice *out);
	/* The block with this eId, or with any if that is empty, in the component; or SLICE_NONE. */
	size_t (*find)(void *self, struct slice component, struct slice eid);
	void (*close)(void *self);
};

struct backing;
/* Owns `self` from now on: it is closed with the backing. */
struct backing *backing_new(const struct backing_source *source, void *self, size_t n_blocks);
void backing_free(struct backing *b); /* NULL is fine */

/* Valid until BACKING_KEPT other chunks were looked at. */
const struct block *backing_block(struct backing *b, size_t block);
/* With label and text at least, for who reads through all of them.  Valid until the next call. */
const struct block *backing_words(struct backing *b, size_t block);
/* Valid until the next call that gives a line. */
struct slice backing_line(struct backing *b, size_t n);
size_t backing_find(struct backing *b, struct slice component, struct slice eid);

#endif
