/* SPDX-License-Identifier: ISC */
/*
 * What a session wants of the world around the terminal.
 */
#ifndef DUAN_COMMAND_OUTSIDE_PRIV_H
#define DUAN_COMMAND_OUTSIDE_PRIV_H

#include "command_priv.h"
#include "session/session.h"
#include "term/term.h"

/* Says where a text is that was being written when the reader was killed. */
void outside_look(const struct settings *settings, struct session *s);
/* After each event: does what is due.  `t` NULL: a script plays, there is no terminal. */
void outside_serve(const struct settings *settings, struct session *s, struct term *t);

/* Another run of this program with the settings of this one: its path, and the words of its call so
 * far, borrowed. */
#define OUTSIDE_SELF "/proc/self/exe"
typedef VEC(const char *) outside_words;
void outside_call(const struct settings *settings, outside_words *out);

/* outside_errand.c: starts, hears and ends what fetches and adds for the session; the last before the
 * session is freed. */
void outside_errands(const struct settings *settings, struct session *s, struct term *t);
void outside_end(struct session *s);

#endif
