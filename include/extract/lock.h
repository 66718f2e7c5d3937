/* SPDX-License-Identifier: ISC */
/*
 * What a process may no longer do: read elsewhere, write, connect, start programs.
 *
 * Two halves: limits, which outlast the start of a program, and what closes around it, which for
 * programs of ours waits until their libraries are loaded.  What a kernel does not offer is left
 * out, and said.
 */
#ifndef DUAN_EXTRACT_LOCK_H
#define DUAN_EXTRACT_LOCK_H

#include <stdbool.h>
#include <stddef.h>

/* Who is locked in; what each may still do stands in src/extract/lock_rule.c. */
enum lock_program {
	LOCK_EXTRACT, /* reads fonts */
	LOCK_FETCH,   /* connects; reads names and certificates */
	LOCK_CONVERT, /* a program that is not ours: runs what the system has, writes in one folder */
	LOCK_PROGRAMS
};

struct lock_state {
	bool limits;       /* of time, memory, files */
	bool no_new_privs;
	int landlock;      /* version of its interface; 0: none */
	bool seccomp;
};

/* Zeroes: no limit. */
struct lock_limits {
	long seconds;      /* of processor time */
	size_t megabytes;  /* of addresses */
	size_t file_bytes; /* that a file may grow to */
	long files;        /* open at once */
	long processes;    /* more than there are now */
};

/* Those of a program; in a build with a sanitizer it has more time, and all addresses there are. */
struct lock_limits lock_limits_of(enum lock_program program);
/* In a child, before its program starts; it ends with its parent, by this signal. */
void lock_limits(const struct lock_limits *l, int with_parent, struct lock_state *state);

struct lock_means {
	enum lock_program program;
	const char *folder;   /* below which anything may be done but run programs; NULL: none */
	const char *readable; /* one more file or folder; NULL: none */
	const char *runnable; /* one more file; NULL: none */
};

/* For good. */
void lock_in(const struct lock_means *m, struct lock_state *state);
/* "1 1 7 1", as a program that was asked tells it; false if it says something else. */
void lock_tell(const struct lock_state *state, char out[32]);
bool lock_told(const char *told, struct lock_state *state);

#endif
