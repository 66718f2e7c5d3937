/* SPDX-License-Identifier: ISC */
/*
 * A run of this program for somebody who goes on reading: fetching, adding.
 *
 * The session says what is wanted and that it is to end; the loop starts the program, listens to it beside
 * the keyboard and gives what it says, line by line.
 */
#ifndef DUAN_SESSION_ERRAND_H
#define DUAN_SESSION_ERRAND_H

#include "base/buf.h"

#include <stdbool.h>
#include <sys/types.h>

struct session;

struct errand {
	bool is_cancelled;    /* it is to be ended */
	bool has_died;        /* it did not come to its end by itself */
	/* The loop's own: */
	pid_t pid;            /* 0: no program runs */
	int fd;               /* what it says */
	struct buf said;      /* of that, a line that is not complete */
};
void errand_release(struct errand *e);

typedef void errand_hear(struct session *s, struct slice line);
/* The program said this: each complete line is heard. */
void errand_take(struct errand *e, struct session *s, struct slice bytes, errand_hear *hear);
/* Nothing more comes from it. */
void errand_end(struct errand *e);

/* What came is known to the links and in the lists that are on the screen. */
void errand_refresh(struct session *s);

/* Its complaint, "duan: why not"; empty: the line is none. */
struct slice errand_complaint(struct slice line);

#endif
