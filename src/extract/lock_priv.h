/* SPDX-License-Identifier: ISC */
/*
 * What each program may still do, as tables.
 */
#ifndef DUAN_EXTRACT_LOCK_PRIV_H
#define DUAN_EXTRACT_LOCK_PRIV_H

#include "extract/lock.h"

/* Of Landlock, by the number of its interface that brought them. */
#define LOCK_MAY_RUN (1ULL << 0)
#define LOCK_MAY_WRITE (1ULL << 1)
#define LOCK_MAY_READ (1ULL << 2)
#define LOCK_MAY_LIST (1ULL << 3)
#define LOCK_FILES_V1 ((1ULL << 13) - 1)
#define LOCK_DEVICES (1ULL << 6 | 1ULL << 11) /* making them */
#define LOCK_LINKS (1ULL << 12)               /* making symbolic ones */
#define LOCK_REFER (1ULL << 13)
#define LOCK_TRUNCATE (1ULL << 14)
#define LOCK_IOCTL (1ULL << 15)
#define LOCK_BIND 1ULL
#define LOCK_CONNECT 2ULL

/* A file, or a folder with all below it. */
struct lock_path {
	const char *path;
	unsigned long long rights;
};

struct lock_rules {
	const struct lock_path *paths; /* up to one without a path */
	unsigned long long network;    /* what is denied of it */
	const char *const *calls;      /* up to NULL: allowed, and nothing else; or with `is_open` denied */
	bool is_open;                  /* all calls but those and what src/extract/lock_call.c denies it */
	bool connects, has_threads;
};

const struct lock_rules *lock_rules_of(enum lock_program program);
/* Calls that every reader of ours makes; up to NULL. */
const char *const *lock_calls_of_all(void);

/* lock_call.c */
bool lock_calls(const struct lock_rules *rules);

#endif
