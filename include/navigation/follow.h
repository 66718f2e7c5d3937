/* SPDX-License-Identifier: ISC */
/*
 * Where a citation leads: its targets, looked for among the documents that are open and those that
 * the library holds.
 *
 * Only asks: nothing is opened here.  Documents and library are borrowed.
 */
#ifndef DUAN_NAVIGATION_FOLLOW_H
#define DUAN_NAVIGATION_FOLLOW_H

#include "cite/target.h"
#include "doc/doc.h"
#include "store/library.h"

enum follow_state {
	FOLLOW_RESOLVED,  /* the document is open or held; the place, if there is one, stands in it */
	FOLLOW_PLACELESS, /* the document is open, the place is not found in it: `place` is the nearest */
	FOLLOW_MISSING,   /* cited and not held; see `url` */
	FOLLOW_OUTSIDE,   /* an address, a press release, a communication: nothing that could be held */
	FOLLOW_NOWHERE,   /* a damaged number, or nothing that could be understood */
};

/* Where to look. */
struct follow {
	const struct doc *const *open; /* what comes first is preferred, the citing document apart */
	size_t n_open;
	size_t citing;           /* the one of them that cites */
	struct library *library; /* NULL: none */
};

struct follow_target {
	enum follow_state state;
	struct slice text;   /* of the target: "doc:A/70/1#para_3" */
	struct slice symbol; /* of the document, or what else is cited: "A/70/1", "UNCAC"; may be empty */
	struct slice component, eid; /* where in the document; empty: all of it */
	struct slice under;  /* eId of the heading that the place stands below; may be empty */
	size_t open;         /* among the open documents, SLICE_NONE: not open */
	struct place place;  /* in the open document */
	int64_t held;        /* in the library; 0: not held, or open */
	struct slice url;    /* official address; may be empty */
};

/*
 * The targets of a citation that stands in block `block` of the citing document, in their order;
 * results in the arena.  The places in documents that are held and
 * not open are not looked up: follow_spot() does, when the document is there.
 */
enum status follow_find(const struct follow *f, size_t block, const struct citation *c,
                        struct arena *arena, struct follow_target **out, size_t *n,
                        struct err *err) MUST_USE;
/*
 * Cheaper, for showing it: is one target there at all?  Never FOLLOW_PLACELESS; "prev" counts as
 * resolved.  Depends on nothing but the target's key, the container, and what is open and held.
 */
enum follow_state follow_look(const struct follow *f, const struct target *t,
                              struct slice container);

/*
 * The place that an eId of a target names, "art_63__para_4__subpara_e".  Importers number otherwise
 * than citations do in small things (chapter 2 is section II; paragraph 2 of an article may be an
 * item): those count as the place itself.  So does, when the main part does not have the place, an
 * annex that has it.  False when it is not there: *at is the paragraph,
 * article or section it would belong to, the paragraph before it, or the start.
 */
bool follow_spot(const struct doc *d, struct slice component, struct slice eid, struct place *at);
/* The same for a place that block `citing` of the document names in short: paragraph 2 of the article
 * or annex that it stands in. */
bool follow_spot_near(const struct doc *d, size_t citing, struct slice component, struct slice eid,
                      struct place *at);
/* The same among the blocks below a heading, where every resolution counts its paragraphs anew; the
 * nearest is the heading. */
bool follow_spot_below(const struct doc *d, size_t heading, struct slice eid, struct place *at);
/* The place of a target in the document that was found for it; true and false as follow_spot(). */
bool follow_target_spot(const struct doc *d, const struct follow_target *t, struct place *at);
/* The heading of a resolution or decision: "6/1" of "第 6/1 号决议", "Resolution 6/1"; SLICE_NONE. */
size_t follow_heading(const struct doc *d, bool is_decision, struct slice number);

#endif
