/* SPDX-License-Identifier: ISC */
/*
 * A search of the library as a list: documents, and below each its hits.
 *
 * It is looked for in slices, between keys; the list is put in order after each, and the current row
 * stays the hit that it was.  The words of a row are fetched when it is on the screen.
 */
#ifndef DUAN_SESSION_RESULTS_H
#define DUAN_SESSION_RESULTS_H

#include "base/buf.h"
#include "layout/layout.h"
#include "search/find.h"

struct session;
struct view;
struct results; /* opaque; of a VIEW_RESULTS, which owns it */

#define RESULTS_KEY_COLS 3 /* at least: hits stand in from the names of their documents */

/* A query without meaning is done from the start, and has an error. */
struct results *results_new(struct slice words);
void results_free(struct results *r); /* NULL is fine */
struct slice results_words(const struct results *r);
const struct err *results_error(const struct results *r); /* NULL: nothing went wrong */
bool results_is_done(const struct results *r);
bool results_has_any(const struct results *r);

/* Looks at some more, and puts what was found so far into the view. */
void results_step(struct session *s, struct view *v);
/* Fetches the words of the rows in sight, or of all, and the text beside them. */
void results_fill(struct session *s, struct view *v);
void results_fill_all(struct session *s, struct view *v);
/* The current row becomes the first hit of the n-th document from here (negative: back), or of the
 * last there is.  False, and nothing moves, if there is none. */
bool results_step_document(struct view *v, long n);

/* Matches of a text; at most `max`. */
size_t results_marks(struct results *r, struct slice text, struct find_span *out, size_t max);
/* What marks the hit of the current row and the others in its document; NULL: there is nothing. */
struct find *results_find(const struct view *v);
/* Where that hit is in a document, which may be another text of the same symbol. */
struct place results_place(const struct view *v, const struct doc *d);

/* "3/35 · 12 documents", and a shorter one. */
void results_add_count(const struct session *s, const struct view *v, struct buf *out);
void results_add_number(const struct view *v, struct buf *out);
/* What was found, when all was looked at, in the message. */
void results_say(struct session *s, const struct view *v);

/* The rows of the list on a screen as it is, and where the text is; rows 0: there is no room. */
struct results_panes {
	int list_rows, list_cols;
	int row, col, rows, cols; /* of the text, from the corner of the body */
	bool is_beside;           /* the list; else below */
};
struct results_panes results_panes(const struct session *s);
/* The text of the current row, and the line of its first block that is shown first. */
struct results_text {
	const struct doc *doc; /* NULL: there is none */
	struct layout *layout;
	size_t top;
};
struct results_text results_text(const struct view *v);

#endif
