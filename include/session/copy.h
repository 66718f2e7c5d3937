/* SPDX-License-Identifier: ISC */
/*
 * Text on its way out of the reader: what y copies.
 *
 * Actions put it here, clean; the loop takes it to the terminal or to a file, for nothing here knows
 * either, and says which with copy_done().
 */
#ifndef DUAN_SESSION_COPY_H
#define DUAN_SESSION_COPY_H

#include "base/buf.h"
#include "base/err.h"

struct session;

struct copy {
	bool is_due;     /* the loop is to take the text */
	struct buf text;
	struct words what; /* "citation", for the message */
};
void copy_release(struct copy *c);

/* Something is to be copied: `text` is made clean.  Lines may stay lines. */
void copy_put(struct session *s, struct words what, struct slice text);

enum copy_way {
	COPY_TERMINAL, /* the terminal was asked to */
	COPY_TMUX,     /* tmux has it */
	COPY_UNKNOWN,  /* in a file: the terminal is not known to copy */
	COPY_LONG,     /* in a file: too long for it */
	COPY_NOWHERE,  /* there is no terminal */
};
/* `path` of the file, where there is one. */
void copy_done(struct session *s, enum copy_way way, struct slice path);

#endif
