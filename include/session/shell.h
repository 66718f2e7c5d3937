/* SPDX-License-Identifier: ISC */
/*
 * Commands of the shell: ! runs one, | gives it the paragraph or what is selected.
 *
 * The line is typed here; the loop runs it on the terminal and says how it ended with shell_done().
 */
#ifndef DUAN_SESSION_SHELL_H
#define DUAN_SESSION_SHELL_H

#include "session/prompt.h"

struct session;

struct shell {
	struct prompt prompt; /* open: a command is being typed; its sign is '!' or '|' */
	bool is_due;          /* the loop is to run the text of the prompt; empty: a shell */
	struct buf input;     /* what it reads; empty: the keyboard */
};
void shell_release(struct shell *x);

void shell_open(struct session *s, char sign);
void shell_type(struct session *s, codepoint key);
/* It has ended with this status; -1: there was no terminal to run it on. */
void shell_done(struct session *s, int answer);

#endif
