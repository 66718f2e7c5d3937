/* SPDX-License-Identifier: ISC */
/*
 * What the commands share: settings, output, opening documents.
 */
#ifndef DUAN_COMMAND_PRIV_H
#define DUAN_COMMAND_PRIV_H

#include "base/vec.h"
#include "command/command.h"
#include "doc/doc.h"
#include "session/keymap.h"

enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2 };

/* Where the settings of a run come from: defaults, then the configuration file, then options. */
struct settings {
	enum ui_language ui;
	int ambiguous; /* 1, 2, 0: ask the terminal */
	bool color;
	int max_cols;  /* 0: none */
	const char *notes; /* NULL: the default; borrowed from argv */
	const char *config;
	bool no_config, no_add;
	const char *script; /* NULL: none */
	int rows, cols;     /* for the script */
	struct keymap keymap;
};

/* A command's call: its own words, options taken off. */
struct call {
	struct settings *settings;
	char **argv;
	int argc;
};

#define COMMAND(name, arguments, en, zh) int run_##name(const struct call *call);
#define OPTION(name, argument, en, zh)
#include "command.def"
#undef COMMAND
#undef OPTION

/* option.c: takes the options off argv (which keeps the rest); words that only one command knows
 * ("--json") are left to it. */
enum status option_take(int *argc, char **argv, struct settings *s, struct err *err) MUST_USE;
/* What --help and --version print has been asked for: "help", "version", or NULL. */
const char *option_asked(int argc, char **argv);
enum ui_language option_language(void); /* by the environment */

/* config.c */
enum status config_read(struct settings *s, struct err *err) MUST_USE;

/* output.c: everything that leaves the program goes through here and is clean. */
void output_text(struct slice s);   /* already clean: results, made by dump_… or json_… */
void output_error(const struct settings *s, const struct err *err);
void output_usage(const struct settings *s, const char *en, const char *zh, const char *word);

/* "DOC#PLACE": a file of the whole name wins.  *place is borrowed from the argument, may be empty. */
enum status document_open(const char *argument, struct doc **out, struct slice *place,
                          struct err *err) MUST_USE;

#endif
