/* SPDX-License-Identifier: ISC */
/*
 * The program as the shell sees it: options, commands, exit codes (0 done, 1 not found or refused,
 * 2 the call's words are off, 70 out of memory).  Results go to standard output, messages, one line
 * each, to standard error.
 */
#ifndef DUAN_COMMAND_COMMAND_H
#define DUAN_COMMAND_COMMAND_H

#include "base/buf.h"
#include "base/err.h"

/* Gives main()'s value. */
int command_main(int argc, char **argv);

/* Sections of the manual in mdoc(7), made from the tables. */
void command_manual_commands(enum ui_language ui, struct buf *out);
void command_manual_keys(enum ui_language ui, struct buf *out);
/* The settings, as a list of mdoc(7). */
void command_manual_settings(enum ui_language ui, struct buf *out);
/* For the completion of shells: "c NAME OPTION...", "o --OPTION ARGUMENT", a line each. */
void command_manual_table(struct buf *out);

#endif
