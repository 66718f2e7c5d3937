/* SPDX-License-Identifier: ISC */
/*
 * Documents on their way into the library while somebody reads.
 *
 * What is wanted is noted here; the loop starts a program that fetches, listens to it beside the
 * keyboard, and says what became of it.  One program at a time; what is wanted meanwhile comes next.
 */
#ifndef DUAN_SESSION_FETCHING_H
#define DUAN_SESSION_FETCHING_H

#include "session/errand.h"

struct fetching {
	struct buf wanted;   /* "A/70/1\n": for the next program */
	bool has_complained; /* about a document of the program that runs */
	struct errand errand;
};
void fetching_release(struct fetching *f);

/* What a target leads to is wanted, if it is not held and can be had: false, without words, if not.
 * `container` is the report of a resolution; may be empty. */
bool fetching_want(struct session *s, struct slice target, struct slice container);
/* ^C: nothing is wanted any more.  False if nothing was. */
bool fetching_cancel(struct session *s);

/* A line of the program: "new<TAB>A/70/1@zh<TAB>title", "duan: why not". */
errand_hear fetching_take_line;
/* It has ended: links to what came are live. */
void fetching_end(struct session *s);

#endif
