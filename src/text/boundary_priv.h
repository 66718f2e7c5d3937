/* SPDX-License-Identifier: ISC */
/*
 * ICU's boundaries in the neighbourhood of a place: opened for one question, closed again.
 */
#ifndef DUAN_TEXT_BOUNDARY_PRIV_H
#define DUAN_TEXT_BOUNDARY_PRIV_H

#include "base/slice.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct boundary {
	struct slice part; /* of the text: some hundred bytes on either side */
	size_t from;       /* where it starts */
	UBreakIterator *iterator; /* counts from there */
	UText text;
};

/* Borrows the text until it is closed. */
void boundary_open(struct boundary *b, UBreakIteratorType type, struct slice text, size_t at);
/* The whole text: what is looked for may be far. */
void boundary_open_all(struct boundary *b, UBreakIteratorType type, struct slice text);
void boundary_close(struct boundary *b);
/* The start of the character that has the byte. */
size_t boundary_char_start(struct slice text, size_t at);

#endif
