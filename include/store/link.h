/* SPDX-License-Identifier: ISC */
/*
 * Links between documents of a library: who cites what, what is cited and not held.
 *
 * A link is filed under the key of its target and the place (cite/target.h), never under a row.
 */
#ifndef DUAN_STORE_LINK_H
#define DUAN_STORE_LINK_H

#include "cite/citation.h"
#include "store/library.h"

struct link {
	struct library_document from; /* the citing document */
	size_t block;                 /* of it */
	struct slice component, eid, label; /* of the block */
	struct slice paragraph;       /* eId of the numbered paragraph it belongs to, may be empty */
	struct citation citation;     /* start and end are bytes of the block's text */
	struct slice text;            /* of the block */
	struct slice target;          /* the one target that this link is about, "doc:A/70/1#para_3" */
	bool is_held;                 /* the target can be opened */
};
struct links {
	struct link *v;
	size_t n;
};

/* Outgoing links of a document, in the order of its text. */
enum status link_from(struct library *l, int64_t document, struct arena *arena, struct links *out,
                      struct err *err) MUST_USE;
/*
 * Incoming links: to `key` (target_key()) at `place` (target_place(); empty: the document or
 * anything in it).  Ranges that cover the place count.  Not from the document itself.  By citing
 * symbol, then in the order of the text.
 */
enum status link_to(struct library *l, struct slice key, struct slice place, struct arena *arena,
                    struct links *out, struct err *err) MUST_USE;

/* How many paragraphs of other documents cite each place of this one. */
struct link_count {
	struct slice place; /* as target_place() writes it */
	size_t n;
};
enum status link_counts(struct library *l, struct slice key, struct arena *arena,
                        struct link_count **out, size_t *n, struct err *err) MUST_USE;

/* Cited and not held, most wanted first (documents that cite it, then citations). */
struct link_missing {
	struct slice target;    /* "doc:A/70/1" */
	struct slice container; /* for a resolution in a report */
	size_t n_documents, n_citations;
	struct slice url;       /* an official address seen in a source; empty if none */
};
/* `document` 0: of the whole library. */
enum status link_missing(struct library *l, int64_t document, struct arena *arena,
                         struct link_missing **out, size_t *n, struct err *err) MUST_USE;
/* The target can be opened: the document (or what holds the resolution, treaty) is in the library. */
bool link_is_held(struct library *l, struct slice key);

/* Relatives of a document by its symbol: revisions and what they revise, corrigenda, addenda, parent, draft
 * and final. */
enum link_relation {
	LINK_LANGUAGE, LINK_PARENT, LINK_REVISION, LINK_CORRIGENDUM, LINK_ADDENDUM, LINK_DRAFT, LINK_FINAL,
	LINK_EARLIER,
	LINK_RELATIONS
};
/* "language", "parent", …: for JSON. */
const char *link_relation_name(enum link_relation relation);
struct link_relative {
	enum link_relation relation;
	struct library_document document; /* id 0: known of by a citation, not held */
};
/* Of relatives held in several languages the version in `prefer`, if there is one. */
enum status link_family(struct library *l, struct slice symbol, struct slice prefer,
                        struct arena *arena, struct link_relative **out, size_t *n,
                        struct err *err) MUST_USE;
/* Of these only what may follow on the document: what has a longer symbol of the same stem, and final
 * texts of a draft.  Cheap: nothing that the document cites is looked at. */
enum status link_later(struct library *l, struct slice symbol, struct arena *arena,
                       struct link_relative **out, size_t *n, struct err *err) MUST_USE;

#endif
