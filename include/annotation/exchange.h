/* SPDX-License-Identifier: ISC */
/*
 * Notes out and in.
 *
 * JSON of our own and W3C Web Annotation (https://www.w3.org/TR/annotation-model/) hold everything
 * and are read again; Markdown is for people.  What is the same comes out the same, byte for byte.
 */
#ifndef DUAN_ANNOTATION_EXCHANGE_H
#define DUAN_ANNOTATION_EXCHANGE_H

#include "store/note.h"

/* One object with an array, a line a note.  Appends. */
void exchange_add_json(const struct note_list *list, struct buf *out);
/* An AnnotationCollection with one page.  Appends. */
void exchange_add_w3c(const struct note_list *list, struct buf *out);

/* What people want to know of a note; any of it may be empty. */
struct exchange_item {
	const struct note *note;
	struct slice title;    /* of the document */
	struct slice section;  /* the heading that governs the place */
	struct slice citation; /* as documents would cite it */
};
/* By document and section, as the items come.  Appends text that is safe on a terminal. */
void exchange_add_markdown(const struct exchange_item *items, size_t n, enum ui_language ui,
                           struct buf *out);

/*
 * Either of the two, from us or from others: a collection, a page, an array or a single annotation.
 * What is no note of a document that can be named is left out and counted.  STATUS_UNREADABLE if it
 * is no JSON, or holds nothing of the kind.
 */
enum status exchange_read(struct slice text, struct arena *arena, struct note_list *out,
                          size_t *n_left_out, struct err *err) MUST_USE;

enum exchange_result {
	EXCHANGE_NEW,
	EXCHANGE_SAME,     /* it is there already */
	EXCHANGE_CONFLICT, /* there is another one of its id, which stays */
	EXCHANGE_REPLACED, /* or gives way */
	EXCHANGE_RESULTS
};
const char *exchange_name(enum exchange_result result); /* "new" … */
struct exchange_report {
	enum exchange_result *result; /* by note of the list */
	size_t count[EXCHANGE_RESULTS];
};
/* One transaction, one step of undo.  Two notes are the same if a person wrote the same: where they
 * are attached now does not matter. */
enum status exchange_import(struct notes *n, const struct note_list *list, bool replaces,
                            struct arena *arena, struct exchange_report *out, struct err *err) MUST_USE;

#endif
