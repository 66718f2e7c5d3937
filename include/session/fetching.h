/* SPDX-License-Identifier: ISC */
/*
 * Documents on their way into the library while somebody reads.
 *
 * What is wanted is noted here; the loop starts a program that fetches, listens to it beside the
 * keyboard, and says what became of it.  One program at a time; what is wanted meanwhile comes next.
 */
#ifndef DUAN_SESSION_FETCHING_H
#define DUAN_SESSION_FETCHING_H

#include "base/buf.h"

#include <stdbool.h>
#include <sys/types.h>

struct session;

struct fetching {
	struct buf wanted;   /* "A/70/1\n": for the next program */
	bool is_cancelled;   /* the program is to be ended */
	bool has_complained; /* about a document of the program that runs */
	/* The loop's own: */
	pid_t pid;           /* 0: no program runs */
	int fd;              /* what it says */
	struct buf said;     /* of that, a line that is not complete */
};
void fetching_release(struct fetching *f);

/* What a target leads to is wanted, if it is not held and can be had: false, without words, if not.
 * `container` is the report of a resolution; may be empty. */
bool fetching_want(struct session *s, struct slice target, struct slice container);
/* ^C: nothing is wanted any more.  False if nothing was. */
bool fetching_cancel(struct session *s);

/* A line of the program: "new<TAB>A/70/1@zh<TAB>title", "duan: why not". */
void fetching_take_line(struct session *s, struct slice line);
/* It has ended: links to what came are live. */
void fetching_end(struct session *s);

#endif
