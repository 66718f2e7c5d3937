/* SPDX-License-Identifier: ISC */
/*
 * A document as one run of characters, as passages are compared: without blanks, blind to case,
 * width, script and kinds of punctuation (text/fold.h).  Each knows its block and byte.
 *
 * Borrows the document.  Derived, made when it is wanted; 16 bytes a character.  A document that is
 * larger than FLAT_MAX has none: its flat is empty, and only places that have not moved are found.
 */
#ifndef DUAN_ANNOTATION_FLAT_H
#define DUAN_ANNOTATION_FLAT_H

#include "text/approx.h"
#include "doc/doc.h"

#define FLAT_MAX ((size_t)48 << 20) /* bytes of text */

struct flat_char {
	uint32_t block, byte; /* where the character that it comes from starts */
};

struct flat {
	const struct doc *doc;
	codepoint *v;
	struct flat_char *from; /* n + 1: behind the last one the end of the document */
	size_t n;
	size_t *start; /* of each block, and of the end */
};

struct flat *flat_new(const struct doc *d);
void flat_free(struct flat *f); /* NULL is fine */
bool flat_is_empty(const struct flat *f);
struct approx_text flat_text(const struct flat *f, size_t start, size_t end); /* clamped */
/* The first character at or behind a place. */
size_t flat_at(const struct flat *f, struct place at);
/* Where character `at` stands; and where the one before `end` is over. */
struct place flat_place(const struct flat *f, size_t at);
struct place flat_end(const struct flat *f, size_t end);

/* Text folded in the same way; the caller frees v. */
codepoint *flat_fold(struct slice text, size_t *n);

#endif
