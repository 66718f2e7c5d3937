/* SPDX-License-Identifier: ISC */
/*
 * Commands of the shell: ! runs one, | gives it the paragraph or what is selected.
 *
 * The line is typed here; the loop runs it on the terminal and says how it ended with shell_done().
 * %symbol %para %text %url stand for the document, the number of the paragraph, its words or those
 * selected, and the address of what is under the cursor.  They reach the shell as variables, in
 * quotes, whatever quotes the line has: nothing that a document says is read by a shell.
 */
#ifndef DUAN_SESSION_SHELL_H
#define DUAN_SESSION_SHELL_H

#include "session/prompt.h"

struct session;

enum shell_value { SHELL_SYMBOL, SHELL_PARA, SHELL_TEXT, SHELL_URL, SHELL_VALUES };
#define SHELL_VALUE_BYTES 100000 /* of a value; the system takes 128 kB */

struct shell {
	struct prompt prompt; /* open: a command is being typed; its sign is '!' or '|' */
	bool is_due;          /* the loop is to run the text of the prompt; empty: a shell */
	struct buf input;     /* what it reads; empty: the keyboard */
	struct buf line;      /* what the shell is given */
	struct buf value[SHELL_VALUES]; /* of its variables */
};
/* The name of the variable: "DUAN_SYMBOL". */
const char *shell_variable(enum shell_value value);
void shell_release(struct shell *x);

void shell_open(struct session *s, char sign);
void shell_type(struct session *s, codepoint key);
/* The command at once, as after the sign. */
void shell_run(struct session *s, char sign, struct slice command);
/* It has ended with this status; -1: there was no terminal to run it on. */
void shell_done(struct session *s, int answer);

#endif
