/* SPDX-License-Identifier: ISC */
/*
 * The target of a citation, taken apart (interface.md, "References").
 *
 *	target = one *( ";" one )
 *	one    = ( scheme ":" name | "self" | "prev" ) [ "!" component ] [ "#" place [ ".." place ] ]
 */
#ifndef DUAN_CITE_TARGET_H
#define DUAN_CITE_TARGET_H

#include "base/buf.h"
#include "base/slice.h"

enum target_scheme {
	TARGET_DOC,
	TARGET_SELF,
	TARGET_PREV,
	TARGET_TREATY,
	TARGET_RES,
	TARGET_DEC,
	TARGET_AGENDA,
	TARGET_GC,
	TARGET_COMM,
	TARGET_PRESS,
	TARGET_URL,     /* `name` is all that is behind "url:", whatever it holds */
	TARGET_DAMAGED, /* a guess, "treaty:?" too: never a link */
	TARGET_OTHER,   /* not of the form above */
};

/* Slices borrow the text that was read. */
struct target {
	enum target_scheme scheme;
	struct slice name;      /* "A/70/1", "UNCAC", "CAC/COSP:7/5"; empty for self and prev */
	struct slice component; /* "annex_1"; empty for the main part */
	struct slice place;     /* eId, "para_3__subpara_a"; empty: the whole */
	struct slice upto;      /* last eId of a range; empty: no range */
};

/* Takes the next one off the front of `*rest`; false at the end. */
bool target_next(struct slice *rest, struct target *t);
/*
 * What the target is filed under: "doc:cac/cosp/2019/9", "res:cac/cosp:7/5": scheme and name, blind
 * to case, without component and place.  `self` (a symbol, may be empty) stands in for TARGET_SELF.
 * Appends; nothing for prev, damaged, other, and for self without a symbol.
 */
void target_key(const struct target *t, struct slice self, struct buf *out);
/* The place with its component as one text, "annex_1!para_3": how places are filed.  Appends. */
void target_place(const struct target *t, struct buf *out);
/*
 * Place `a` (as target_place() writes it) lies within `whole`: equal, or below it: para_3__subpara_a
 * is in para_3, everything of annex_1 in "annex_1!".
 */
bool target_within(struct slice a, struct slice whole);

#endif
