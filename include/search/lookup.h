/* SPDX-License-Identifier: ISC */
/*
 * Looking for words in the whole library.
 *
 *	query = or ; or = and *( "OR" and ) ; and = one *( [ "AND" ] one )
 *	one   = [ "NOT" | "-" ] ( word | quotation | "(" or ")" | field ":" ( word | quotation ) )
 *
 * A paragraph is a hit if it has every word as search compares text (text/searchfold.h), each as a
 * whole stretch: what FIND_FOLDED finds, without sounds.  A word that is a document symbol is one
 * only where the symbol ends there.  Fields: symbol title lang body date in are the document's;
 * note is of the reader's own notes on the paragraph.  When nothing has the words as they are, those
 * typed by sound find what sounds so, and a sentence (12 Han characters, 24 letters) finds what
 * differs from it in a few characters.
 */
#ifndef DUAN_SEARCH_LOOKUP_H
#define DUAN_SEARCH_LOOKUP_H

#include "base/err.h"
#include "search/find.h"
#include "store/library.h"
#include "store/notes.h"

#define LOOKUP_HITS_MAX 2000 /* looked for and ranked; "2000+" are there */

struct lookup; /* opaque */

struct lookup_options {
	int64_t document; /* only in this one; 0: in all */
	bool is_complete; /* no limit to the hits */
	bool is_typed;    /* somebody waits for the first hits: no step takes long, the last may come later */
};

/* STATUS_USAGE, with the place of what is wrong, if the query has no meaning. */
enum status lookup_new(struct slice query, struct lookup_options options, struct lookup **out,
                       struct err *err) MUST_USE;
void lookup_free(struct lookup *q); /* NULL is fine */

/* The field note: is in the query; before the first step, what the reader wrote is given.  Without
 * that it finds nothing. */
bool lookup_asks_notes(const struct lookup *q);
enum status lookup_take_notes(struct lookup *q, struct notes *n, struct err *err) MUST_USE;
/* Goes on looking, at about `rows` more paragraphs, the newest documents first; *is_done when there
 * are no more. */
enum status lookup_step(struct lookup *q, struct library *l, size_t rows, bool *is_done,
                        struct err *err) MUST_USE;

struct lookup_hit {
	int64_t document;
	size_t block;
	size_t start, end; /* bytes of the block's text: the first match; 0, 0 if that is elsewhere */
	size_t matches;    /* in it */
	bool is_heading;
	int score;
	size_t of_document; /* hits of the same document */
	size_t errors;      /* characters by which it differs from the words: lookup_is_near() */
};
struct lookup_hits {
	const struct lookup_hit *v;
	size_t n;
	bool is_capped; /* there are more */
};
/* What was found so far: documents by their best hit, their hits in the order of the text.  Valid
 * until the next step. */
struct lookup_hits lookup_found(struct lookup *q);
/* Words that were looked for because they sound as typed, " OR " between them; empty: as typed. */
struct slice lookup_sounds(const struct lookup *q);
/* What marks the same matches in a document; NULL: nothing that a document can be searched for. */
struct find *lookup_find(const struct lookup *q);
/* Nothing has the words, as a sentence or in quotation marks: these are only like them. */
bool lookup_is_near(const struct lookup *q);
/* The index names what is not there: it must be made anew. */
bool lookup_is_out_of_step(const struct lookup *q);
/* Matches in a text, for marking; at most `max`. */
size_t lookup_marks(struct lookup *q, struct slice text, struct find_span *out, size_t max);

#endif
