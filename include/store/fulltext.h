/* SPDX-License-Identifier: ISC */
/*
 * Full text of the library: which paragraphs may hold what is looked for.
 *
 * The index gives candidates: every paragraph that holds the words is among them, and whoever asks
 * looks at each (search/lookup.h).  A paragraph is a row; rows rise in the order in which documents
 * were added, so that the newest come first.  library_add() puts documents into the index some at a
 * time, each of which is there whole or not at all; those that wait are candidates as a whole.  What a hit is, and why the index is as it is: docs/library-schema.md.
 */
#ifndef DUAN_STORE_FULLTEXT_H
#define DUAN_STORE_FULLTEXT_H

#include "store/library.h"

enum fulltext_help {
	FULLTEXT_NONE,      /* the index knows nothing shorter: every paragraph is a candidate */
	FULLTEXT_BEGINNING, /* very short, slow where it is frequent */
	FULLTEXT_SOME,
	FULLTEXT_EXACT,     /* every candidate is a hit */
};
/* Appends an expression for the words as they were typed, to be joined with AND, OR and brackets;
 * nothing for FULLTEXT_NONE. */
enum fulltext_help fulltext_words(struct slice typed, struct buf *expression);
/* An expression for paragraphs with this symbol, whole; or the beginning of one, up to a slash. */
void fulltext_symbol(struct slice symbol, struct buf *expression);

struct fulltext_rows {
	int64_t first, last;
};
/* All rows there are; an empty library has first 1, last 0. */
enum status fulltext_all(struct library *l, struct fulltext_rows *out, struct err *err) MUST_USE;
/* Those of a document. */
enum status fulltext_of(struct library *l, int64_t document, struct fulltext_rows *out,
                        struct err *err) MUST_USE;

/* What is asked between the two sees one state of the library; strings that were given end with it. */
enum status fulltext_begin(struct library *l, struct err *err) MUST_USE;
void fulltext_end(struct library *l);

typedef bool fulltext_each(void *context, int64_t row);
/* Candidates for an expression, the last row first, until `each` gives false.  An empty expression
 * gives every row, and so do documents that wait for the index. */
enum status fulltext_candidates(struct library *l, struct slice expression, struct fulltext_rows rows,
                                fulltext_each *each, void *context, struct err *err) MUST_USE;

/* The document of a row, with what of it decides about ranks. */
struct fulltext_document {
	int64_t id;
	struct fulltext_rows rows;
	struct slice language, date; /* valid until the next call */
};
/* STATUS_MISSING, err untouched: there is none; the index is out of step. */
enum status fulltext_document(struct library *l, int64_t row, struct fulltext_document *out,
                              struct err *err) MUST_USE;

struct fulltext_paragraph {
	bool is_heading; /* or a title */
	struct slice component, eid, label, text; /* of the block; valid until the next call */
};
enum status fulltext_paragraph(struct library *l, int64_t document, size_t block,
                               struct fulltext_paragraph *out, struct err *err) MUST_USE;
/* Puts into the index what waits for it. */
enum status fulltext_settle(struct library *l, struct err *err) MUST_USE;
/* Looks whether the index knows the paragraphs: *is_in_step.  Takes long in a large library. */
enum status fulltext_check(struct library *l, bool *is_in_step, struct err *err) MUST_USE;
/* Makes it anew, some documents a transaction. */
enum status fulltext_rebuild(struct library *l, struct err *err) MUST_USE;

#endif
