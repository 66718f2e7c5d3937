/* SPDX-License-Identifier: ISC */
/*
 * A program of ours at work: it is handed bytes in a sealed file, says its answer on a pipe and ends.
 *
 * Nothing it says is believed here.  Several can be attended to at once, so that none waits for us.
 */
#ifndef DUAN_EXTRACT_CHILD_H
#define DUAN_EXTRACT_CHILD_H

#include "base/buf.h"

#include <stdbool.h>
#include <sys/types.h>

#define CHILD_AT_ONCE 64 /* that are attended to, at most */

enum child_end {
	CHILD_RUNS,
	CHILD_ENDED,  /* with 0 */
	CHILD_SLOW,   /* its time was over */
	CHILD_LONG,   /* it said more than `most` */
	CHILD_BROKEN, /* it ended otherwise, or was killed */
};

/* Zeroes: none. */
struct child {
	pid_t pid;
	int out;             /* -1 once all is said */
	struct buf answer;
	size_t most;         /* bytes of an answer */
	enum child_end end;
	long given_ms;       /* 0: nobody waits for it yet */
	long passed_ms;      /* of that; while we were stopped ourselves (^Z) it was too, and time stood still */
	long seen_ms;        /* by clock_ms(): up to here */
	bool is_asked;       /* to end, by SIGTERM: it has something to put away first */
	int status;          /* as waitpid() gives it */
};

struct child_means {
	const char *program;     /* its path */
	char *const *argv;
	char *const *environment;
	void (*before)(void);    /* runs in the child, before the program starts; may be NULL */
	struct slice input;      /* is copied */
	size_t answer_most;      /* bytes */
	bool is_asked;           /* as in struct child */
};

/* False, with errno, if it cannot be started. */
bool child_start(struct child *c, const struct child_means *m);
/* Takes what they say, for so long at most or until one of them has ended; those that have ended
 * are passed over.  `n` is CHILD_AT_ONCE at most.  A negative time has no end but theirs. */
void child_attend(struct child *const *children, size_t n, long wait_ms);
/* From now on, unless it was said before, it has so long. */
void child_give(struct child *c, long seconds);
/* Waits for its end. */
void child_finish(struct child *c, long seconds);
/* Ends it if it runs, waits, and gives its memory back. */
void child_release(struct child *c);

#endif
