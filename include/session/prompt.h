/* SPDX-License-Identifier: ISC */
/*
 * One line being typed on the last row, with a memory of lines typed before.
 *
 * A prompt of zeroes is closed and empty.  Moves and deletes by grapheme cluster.
 */
#ifndef DUAN_SESSION_PROMPT_H
#define DUAN_SESSION_PROMPT_H

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"
#include "session/event.h"

#define PROMPT_HISTORY_MAX 200
#define PROMPT_BYTES_MAX 4096 /* what is typed beyond is not taken */

struct prompt {
	bool is_open;
	char sign;       /* ':' */
	struct buf text; /* owned */
	size_t at;       /* byte where the next character goes */
	VEC(char *) history; /* owned, oldest first */
	size_t recall;   /* line of the history shown; history.n: the one being typed */
	struct buf draft; /* what was typed before going back in history; owned */
};

enum prompt_answer {
	PROMPT_MORE,
	PROMPT_DONE,   /* closed; the text stays until the next prompt_open() */
	PROMPT_CANCEL, /* closed */
};

void prompt_open(struct prompt *p, char sign);
void prompt_release(struct prompt *p);
/* Puts a line into the memory, as the latest one. */
void prompt_remember(struct prompt *p, struct slice line);
enum prompt_answer prompt_type(struct prompt *p, codepoint key) MUST_USE;
/* Puts `with` in the place of what stands from the byte `start` on. */
void prompt_replace(struct prompt *p, size_t start, struct slice with);
/* Pasted text; line ends and controls become blanks. */
void prompt_paste(struct prompt *p, struct slice text);

#endif
