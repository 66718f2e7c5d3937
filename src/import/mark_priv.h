/* SPDX-License-Identifier: ISC */
/*
 * What the marking of citations and the evidence of a format (mark_given.c) share.
 */
#ifndef DUAN_IMPORT_MARK_PRIV_H
#define DUAN_IMPORT_MARK_PRIV_H

#include "import_priv.h"

#include "cite/recognise.h"

struct marker {
	struct import *im;
	struct map urls; /* symbol key, small letters -> index into im->urls, plus 1 */
	VEC(struct citation) found; /* of the block at hand */
	struct buf key;
	struct arena arena;
	struct recogniser *recogniser;
	struct slice component; /* of the block before */
	size_t note; /* piece of the next footnote to be tied */
	bool has_marks; /* the format tells them */
	size_t tie;  /* the first one of the piece at hand, or of a later one */
	struct buf plain; /* the block's text with blanks in place of footnote marks */
};

/* An address as it is given out, and the key of the document that it names. */
struct slice mark_url(struct arena *a, struct slice url);
/* The ties of a piece begin here; pieces are asked for in order. */
size_t mark_given_first(struct marker *m, size_t piece);
/* The text with blanks in place of what the format says are footnote marks. */
struct slice mark_given_plain(struct marker *m, size_t piece, struct slice text);
/* Marks that the format ties to the text, each led to its footnote. */
void mark_given_notes(struct marker *m, size_t piece);
/* Links of the format: addresses of what was found under them, and documents that were not. */
void mark_given_links(struct marker *m, size_t piece);
void mark_note(struct marker *m, size_t start, size_t end, const struct piece *note);

#endif
