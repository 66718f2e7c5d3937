/* SPDX-License-Identifier: ISC */
/*
 * Files on their way into the library: read ahead, their readers at work on as many as there are
 * processors, and taken in the order in which they came.
 */
#ifndef DUAN_COMMAND_QUEUE_PRIV_H
#define DUAN_COMMAND_QUEUE_PRIV_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>

#define QUEUE_MOST 32

struct task {
	char *path, *absolute;
	struct buf bytes;
	char sha256[65]; /* empty: not read */
	struct cage *ahead;
	bool is_unread;     /* no reader was started yet, and it may need one */
	enum status status; /* of what was done so far */
	struct err err;
};

struct convert_means;

/* Zeroes: empty. */
struct queue {
	const struct convert_means *convert; /* NULL: nothing is converted */
	struct task task[QUEUE_MOST]; /* the first one first */
	size_t n;
	size_t readers; /* at once; 0: not counted yet */
};

/* No more should be put in before one is taken. */
bool queue_is_full(const struct queue *q);
/* The task is the queue's; it must not be full. */
struct task *queue_put(struct queue *q, const char *path);
/* Starts readers, and takes what those at work have to say. */
void queue_turn(struct queue *q);
/* The same until the first task needs no more waiting; false if `stops` said so before. */
bool queue_await(struct queue *q, bool (*stops)(void));
/* The reader of the first task was at work when we last looked. */
bool queue_must_wait(const struct queue *q);
/* The first task goes. */
void queue_drop(struct queue *q);

#endif
