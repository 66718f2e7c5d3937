/* SPDX-License-Identifier: ISC */
/*
 * What the files about searching in the view share.
 */
#ifndef DUAN_SESSION_SEARCH_PRIV_H
#define DUAN_SESSION_SEARCH_PRIV_H

#include "session/search.h"
#include "session_priv.h"

#define SEARCH_STEP_BYTES ((size_t)1 << 20)
#define SEARCH_TYPING_BYTES ((size_t)32 << 20) /* looked at while somebody waits, at most */

/* The texts of the view on the screen. */
struct search_subject {
	struct session *s;
	struct view *view;
	struct doc *doc; /* of VIEW_TEXT and VIEW_SOURCE */
	struct find_document document;
	struct buf joined;
	struct find_source source;
	const void *about;
};

/* False, with a message, if there is nothing to search in.  Ends with search_subject_end(). */
bool search_subject_begin(struct session *s, struct search_subject *x);
void search_subject_end(struct search_subject *x);
/* Tells the texts of a view from those of another; NULL: it has none. */
const void *search_subject_address(struct session *s, const struct view *v);

/* Where the reader is: the first byte that the next match may have, or the previous one not.  A
 * match that the search has come to already is not the next one. */
struct find_hit search_subject_here(const struct search_subject *x, bool back);
/* The view goes to a match. */
void search_subject_show(const struct search_subject *x, struct find_hit hit);
/* Lists what matches, looking at about `bytes` of the texts at most. */
void search_subject_list(struct search_subject *x, size_t bytes);
/* Looks in one direction, and from the other end on if there is nothing; FIND_MORE when `bytes` were
 * not enough. */
enum find_answer search_subject_look(struct search_subject *x, struct find_hit from, bool back,
                                     size_t bytes, struct find_hit *hit, bool *wrapped);
/* Makes of the words what is searched for and marked from now on.  On failure it stays as it was. */
bool search_compile(struct session *s, struct slice words, unsigned options, struct err *err) MUST_USE;

#endif
