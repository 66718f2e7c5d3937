/* SPDX-License-Identifier: ISC */
/*
 * A document whose blocks are made when somebody looks at them.
 */
#include "config.h"

#include "doc/doc.h"

#include "tap.h"

#define BLOCKS (BACKING_BLOCKS * (BACKING_KEPT + 3) + 5)

struct maker {
	size_t asked;  /* chunks */
	bool refuses;
	bool closed;
};

static bool
make_blocks(void *self, size_t first, size_t n, struct arena *arena, struct block *out)
{
	struct maker *m = self;

	m->asked++;
	for (size_t i = 0; i < n && !m->refuses; i++)
		out[i].text = arena_printf(arena, "block %zu", first + i);
	return !m->refuses;
}

static bool
make_line(void *self, size_t n, struct arena *arena, struct slice *out)
{
	(void)self;
	*out = arena_printf(arena, "line %zu\r\n", n);
	return n < 9;
}

static size_t
find(void *self, struct slice component, struct slice eid)
{
	(void)self;
	return component.len > 0 ? 7 : slice_is(eid, "para_3") ? 3 : SLICE_NONE;
}

static void
close_maker(void *self)
{
	((struct maker *)self)->closed = true;
}

static const struct backing_source source = { make_blocks, make_blocks, make_line, find, close_maker };

int
main(void)
{
	struct maker m = { 0 };
	struct doc *d = doc_new();

	d->n_blocks = BLOCKS;
	d->n_source_lines = 10;
	d->backing = backing_new(&source, &m, BLOCKS);
	is(doc_block(d, 0)->text, "block 0", "the first");
	is(doc_block(d, 1)->text, "block 1", "its neighbour");
	is_number(m.asked, 1, "came with it");
	is(doc_block(d, BLOCKS - 1)->text, "block 4292", "the last, of a chunk that is not full");
	for (size_t i = 0; i < BLOCKS; i += BACKING_BLOCKS)
		(void)doc_block(d, i);
	m.asked = 0;
	is(doc_block(d, BLOCKS - 1)->text, "block 4292", "looked at last");
	is_number(m.asked, 0, "is kept");
	is(doc_block(d, 2)->text, "block 2", "looked at long ago");
	is_number(m.asked, 1, "is asked for again");

	m.refuses = true;
	is(doc_block(d, BACKING_BLOCKS)->text, "", "what cannot be fetched is empty");
	m.refuses = false;
	is(doc_block(d, BACKING_BLOCKS)->text, "block 64", "and asked for again");

	for (size_t i = 0; i < BLOCKS; i += BACKING_BLOCKS)
		(void)doc_block(d, i);
	m.asked = 0;
	is(doc_block_words(d, 2)->text, "block 2", "words of a block that is not kept");
	is(doc_block_words(d, 3)->text, "block 3", "of its neighbour");
	is_number(m.asked, 1, "came with it");
	is(doc_block_words(d, BLOCKS - 1)->text, "block 4292", "words of one that is kept");
	is_number(m.asked, 1, "are there");
	m.refuses = true;
	is(doc_block_words(d, 2 * BACKING_BLOCKS)->text, "", "what cannot be fetched has no words");
	m.refuses = false;
	is(doc_block_words(d, 2 * BACKING_BLOCKS)->text, "block 128", "until it can be");

	is(doc_source_line(d, 3), "line 3", "a source line");
	is(doc_source_line(d, 9), "", "one that cannot be had");
	is(doc_source_line(d, 11), "", "one that is not there");
	is_number(doc_find(d, SLICE("3")), 3, "a place");
	is_number(doc_find(d, SLICE("annex_1")), 7, "a component");
	is_number(doc_find_eid(d, SLICE(""), SLICE("")), SLICE_NONE, "no eId");
	doc_free(d);
	ok(m.closed, "closed with the document");
	return tap_done();
}
