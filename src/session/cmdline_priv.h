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
	struct words help;
};
size_t cmdline_n_commands(void);
const struct cmdline_command *cmdline_command(size_t i);
const struct cmdline_command *cmdline_find(struct slice name); /* NULL: there is none */

/* Keys of a Chinese input method as they are meant, character by character. */
struct slice cmdline_fold(struct slice line, struct arena *arena);

#endif
