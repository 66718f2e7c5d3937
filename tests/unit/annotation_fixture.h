/* SPDX-License-Identifier: ISC */
/*
 * Documents made of plain lines: one numbered paragraph each.
 */
#ifndef DUAN_ANNOTATION_FIXTURE_H
#define DUAN_ANNOTATION_FIXTURE_H

#include "annotation/anchor.h"
#include "tap.h"

#include <stdio.h>
#include <string.h>

/* `first` is the number of the first paragraph; `hash` stands in for that of the bytes. */
static struct doc *
fixture_doc(const char *const *lines, size_t n, long first, const char *language, char hash)
{
	struct doc *d = doc_new();

	d->symbols = ARENA_ARRAY(&d->arena, 1, struct slice);
	d->symbols[0] = SLICE("CFW/COP/2031/5");
	d->n_symbols = 1;
	d->language = slice_from(language);
	memset(d->sha256, hash, 64);
	d->blocks = ARENA_ARRAY(&d->arena, n, struct block);
	d->n_blocks = n;
	for (size_t i = 0; i < n; i++)
		d->blocks[i] = (struct block){ .kind = BLOCK_PARAGRAPH,
			                       .number = first + (long)i,
			                       .id = arena_printf(&d->arena, "para_%ld", first + (long)i),
			                       .text = slice_from(lines[i]) };
	doc_index(d);
	return d;
}

#endif
