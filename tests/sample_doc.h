/* SPDX-License-Identifier: ISC */
/*
 * Documents made by hand for unit programs.
 */
#ifndef DUAN_TESTS_SAMPLE_DOC_H
#define DUAN_TESTS_SAMPLE_DOC_H

#include "doc/doc.h"

/* Appends a block; the strings must outlive the document.  Call doc_index() when all are there. */
static inline struct block *
sample_block(struct doc *d, enum block_kind kind, const char *label, long number, const char *text)
{
	struct block *more = ARENA_ARRAY(&d->arena, d->n_blocks + 1, struct block);

	for (size_t i = 0; i < d->n_blocks; i++)
		more[i] = d->blocks[i];
	d->blocks = more;
	more[d->n_blocks] = (struct block){ .kind = kind,
		                            .label = slice_from(label),
		                            .number = number,
		                            .text = slice_from(text) };
	if (kind == BLOCK_PARAGRAPH)
		more[d->n_blocks].id = arena_printf(&d->arena, "para_%ld", number);
	return &more[d->n_blocks++];
}

#endif
