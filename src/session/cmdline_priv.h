/* SPDX-License-Identifier: ISC */
/*
 * The commands after ':' that are no actions.
 */
#ifndef DUAN_SESSION_CMDLINE_PRIV_H
#define DUAN_SESSION_CMDLINE_PRIV_H

#include "session/setting.h"
#include "session_priv.h"

struct cmdline_command {
	const char *name;
	enum status (*run)(struct session *s, struct slice rest, struct err *err);
	const char *values; /* that it takes, "a|b"; may be NULL */
	bool takes_paths;   /* `rest` is as it was typed: a file may have a full-width comma in its name */
	struct words help;
};
size_t cmdline_n_commands(void);
const struct cmdline_command *cmdline_command(size_t i);
const struct cmdline_command *cmdline_find(struct slice name); /* NULL: there is none */

/* The part of a line as it was typed that stands where `rest`, the end of what it was folded to, does. */
struct slice cmdline_typed(struct slice typed, struct slice folded, struct slice rest);

/* Files and folders that the last word of "add …" may be become candidates. */
void completion_add_paths(struct session *s, struct slice words);
/* completion_style.c: what may stand behind "style "; with a preview once a style is named. */
void completion_add_styles(struct session *s, struct slice words);
/* A candidate; what it is of lives as long as they do. */
void completion_add(struct completion *c, struct slice word, struct slice help, struct slice keys);

/* Keys of a Chinese input method as they are meant, character by character. */
struct slice cmdline_fold(struct slice line, struct arena *arena);

#endif
