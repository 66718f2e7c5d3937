/* SPDX-License-Identifier: ISC */
/*
 * Documents that cite each other, made by hand, and a folder for a library of them.
 */
#ifndef DUAN_TESTS_STORE_SAMPLE_H
#define DUAN_TESTS_STORE_SAMPLE_H

#include "sample_doc.h"
#include "store/library.h"

#include <stdio.h>
#include <string.h>

/* A document with one symbol (NULL: none); `hash` stands for its bytes. */
static inline struct doc *
sample_new(const char *symbol, const char *language, const char *title, const char *hash)
{
	struct doc *d = doc_new();

	d->n_symbols = symbol != NULL;
	d->symbols = ARENA_ARRAY(&d->arena, 2, struct slice);
	d->symbols[0] = slice_from(symbol);
	d->language = slice_from(language);
	d->title = slice_from(title);
	d->name = SLICE("file.txt");
	d->format = SLICE("text");
	snprintf(d->sha256, sizeof d->sha256, "%s", hash);
	return d;
}

/* The whole of the last block cites `target`. */
static inline struct citation *
sample_cite(struct doc *d, const char *target)
{
	struct block *b = &d->blocks[d->n_blocks - 1];
	struct citation *more = ARENA_ARRAY(&d->arena, b->n_citations + 1, struct citation);

	if (b->n_citations > 0)
		memcpy(more, b->citations, b->n_citations * sizeof *more);
	b->citations = more;
	more[b->n_citations] = (struct citation){ .start = b->n_citations,
		                                  .end = b->n_citations + 1,
		                                  .kind = CITATION_SYM,
		                                  .confidence = CITATION_HIGH,
		                                  .target = slice_from(target),
		                                  .evidence = SLICE("symbol") };
	return &more[b->n_citations++];
}

/* Adds it and frees it. */
static inline struct library_change
sample_add(struct library *l, struct doc *d, const char *path, struct arena *arena)
{
	struct library_change change = { .id = -1 };
	struct err err;

	doc_index(d);
	if (library_add(l, d, slice_from(path), arena, &change, &err) != STATUS_OK)
		printf("# %s\n", err_words(&err, UI_EN));
	doc_free(d);
	return change;
}

#endif
