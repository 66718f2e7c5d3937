/* SPDX-License-Identifier: ISC */
/*
 * What a process may no longer do: read elsewhere, write, connect, start programs.
 *
 * Two halves, since the reader's program has to be started and its libraries loaded in between.
 * What a kernel does not offer is left out, and said.
 */
#ifndef DUAN_EXTRACT_LOCK_H
#define DUAN_EXTRACT_LOCK_H

#include <stdbool.h>

#define LOCK_SECONDS 10       /* of processor time */
#define LOCK_MEGABYTES 512    /* of memory */

struct lock_state {
	bool limits;       /* of time, memory, files */
	bool no_new_privs;
	int landlock;      /* version of its interface; 0: none */
	bool seccomp;
};

/* In a child, before its program starts. */
void lock_limits(struct lock_state *state);
/* In the program, for good: reads nothing but what lies in the system's font folders. */
void lock_in(struct lock_state *state);

#endif
