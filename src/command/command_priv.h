/* SPDX-License-Identifier: ISC */
/*
 * What the commands share: settings, a call, output, opening documents.
 */
#ifndef DUAN_COMMAND_PRIV_H
#define DUAN_COMMAND_PRIV_H

#include "base/vec.h"
#include "command/command.h"
#include "doc/doc.h"
#include "session/keymap.h"

enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2 };

/* What holds for a run: defaults, then the configuration file, then options. */
struct settings {
	enum ui_language ui;
	int ambiguous; /* 1, 2, 0: ask the terminal */
	bool color;    /* the terminal's, if it has any */
	int max_cols;  /* 0: none */
	const char *notes; /* NULL: the default; borrowed from argv, as are the next ones */
	const char *config;
	bool no_config, no_add;
	const char *script; /* NULL: none */
	bool styles;        /* of the screen it ends with are printed too */
	int rows, cols;     /* for the script */
	bool help, version; /* asked for */
	struct keymap keymap;
	bool has_complaint;
	struct err complaint; /* the first line that output_error() has said */
};

/* The words of the call, options taken off; everything is borrowed from argv. */
struct call {
	struct settings *settings;
	VEC(const char *) words; /* owned */
	size_t n_before_end;     /* words before "--": only among them is a command's name */
	VEC(const char *) flags; /* owned: options that are not everybody's: "--json" */
};

#define COMMAND(name, flags, arguments, en, zh) int run_##name(const struct call *call);
#define OPTION(name, argument, en, zh)
#include "command.def"
#undef COMMAND
#undef OPTION

/* option.c: sorts the words of the shell into settings, words and flags of the call. */
enum status option_take(int argc, char *const *argv, struct call *call, struct err *err) MUST_USE;
enum ui_language option_language(void); /* by the environment */

/* config.c */
enum status config_set(struct settings *s, struct slice name, struct slice value, struct err *err)
	MUST_USE;
/* Lines that are not understood are said, one line each, and left out.  Refused is a file named by
 * --config that cannot be read. */
enum status config_read(struct settings *s, struct err *err) MUST_USE;

/* output.c: everything that leaves the program goes through here and is clean. */
void output_text(struct slice s); /* results, made clean by dump_… or json_… */
/* Messages: "duan: ...", one line. */
void output_error(struct settings *s, const struct err *err);
/* Gives EXIT_USAGE. */
int output_usage(struct settings *s, const char *word, const char *en, const char *zh);
/* Nothing printed is lost in silence: EXIT_REFUSED with a message if it could not be written. */
int output_end(struct settings *s, int answer);

/* show.c: prints what the argument names as text, or says what went wrong; gives an exit code. */
int show_text(const struct call *call, const char *argument);

/* document.c: opens "DOC", "DOC#PLACE" or "DOC!COMPONENT#PLACE"; a file of the whole name wins.
 * *place is borrowed from the argument and may be empty. */
enum status document_open(const char *argument, struct doc **out, struct slice *place,
                          struct err *err) MUST_USE;
/* The blocks from *start to *end are what a reader means by the place: all that is below a heading,
 * the items of a paragraph, a whole annex.  The whole document when `place` is empty. */
enum status document_part(const struct doc *d, struct slice place, size_t *start, size_t *end,
                          struct err *err) MUST_USE;

#endif
