/* SPDX-License-Identifier: ISC */
/*
 * Where the reader has been, across documents: exact back and forward.
 *
 * A history of zeroes is empty.  Entries own their words, so that a document may be closed and be
 * opened again.
 */
#ifndef DUAN_NAVIGATION_HISTORY_H
#define DUAN_NAVIGATION_HISTORY_H

#include "base/vec.h"
#include "navigation/reader.h"

#define HISTORY_MAX 500 /* older ones are forgotten */

struct history_entry {
	struct slice document; /* key: chief symbol, or "sha256:…" */
	struct slice language; /* which version of it */
	struct slice title;    /* for lists: symbol or name */
	struct slice label;    /* of the paragraph: "12."; may be empty */
	struct slice heading;  /* in the masthead: the document's title, which says more than the quotation */
	struct reader_anchor anchor; /* where the commands acted, to be found in a newer text too */
	struct reader_spot spot;     /* the screen, row by row */
	char *words;           /* holds the slices; owned by the history */
};

struct history {
	VEC(struct history_entry) entries;
	size_t at; /* entries before it lead back; entries behind it, forward; n: nothing is ahead */
};

void history_release(struct history *h);
/* The reader is about to leave `here`: what was ahead is forgotten.  Words are copied. */
void history_push(struct history *h, const struct history_entry *here);
/* The entry that is `by` steps on (negative: back); NULL if there is none so far. */
const struct history_entry *history_peek(const struct history *h, long by);
/* Goes there, and keeps `here` so that the way back is there.  The entry must be. */
void history_go(struct history *h, long by, const struct history_entry *here);

#endif
