/* SPDX-License-Identifier: ISC */
/*
 * What terminfo says.  Apart from the rest of the floor because <term.h> takes names from us
 * (`struct term` among them).
 */
#ifndef DUAN_TERM_TERMINFO_PRIV_H
#define DUAN_TERM_TERMINFO_PRIV_H

#include "base/buf.h"
#include "grid/look.h"

enum terminfo_fit {
	TERMINFO_FIT,
	TERMINFO_UNFIT, /* no way to place the cursor */
	TERMINFO_UNKNOWN,
};
/* To be asked before curses starts. */
enum terminfo_fit terminfo_check(const char *type, int fd);
/* A string of the terminal in use, NULL when it has none. */
const char *terminfo_string(const char *name);
/* A number of the same; -1 when it has none. */
int terminfo_number(const char *name);
/* Plain, then the attributes and colours of a look; the cursor to a cell; both as curses would. */
void terminfo_add_look(struct look look, struct buf *out);
void terminfo_add_place(int row, int col, struct buf *out);
/* What endwin() would send, for the moment when it cannot be called: `first` (NULL allowed), then
 * plain characters, the last line, the visible cursor, the normal keys and screen. */
void terminfo_restore(const char *first, int rows, struct buf *out);

/* entry.c: adds an entry in the form that $TERMINFO takes, with which attributes cost less; false if none is
 * to be found or nothing is to be gained. */
bool entry_shorten(const char *type, struct buf *out);

#endif
