/* SPDX-License-Identifier: ISC */
/*
 * A quotation with a few wrong characters.
 *
 * It is cut into more pieces than it may have errors, so that one piece at least stands in the text
 * as it was typed: the index is asked for each, and what it gives is compared as a whole
 * (text/approx.h, of the text as search compares it).
 */
#ifndef DUAN_SEARCH_NEAR_PRIV_H
#define DUAN_SEARCH_NEAR_PRIV_H

#include "search/find.h"
#include "store/fulltext.h"

struct near; /* opaque */

/* NULL: too short to be told from other text.  The words are copied. */
struct near *near_new(struct slice typed);
void near_free(struct near *n); /* NULL is fine */

/* Asks for one piece more; false when there is none.  Between fulltext_begin() and _end(). */
bool near_gather(struct near *n, struct library *l, struct fulltext_rows rows, enum status *status,
                 struct err *err);
/* After that: rows that may hold it, those with most of the pieces first.  False: no more. */
bool near_next(struct near *n, int64_t *row);

struct near_match {
	struct find_span span; /* bytes of the text */
	size_t errors;         /* characters inserted, deleted or replaced */
	size_t of;             /* characters of the quotation */
};
bool near_match(struct near *n, struct slice text, struct near_match *out);

#endif
