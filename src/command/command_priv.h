/* SPDX-License-Identifier: ISC */
/*
 * What the commands share: settings, a call, output, opening documents.
 */
#ifndef DUAN_COMMAND_PRIV_H
#define DUAN_COMMAND_PRIV_H

#include "base/vec.h"
#include "command/command.h"
#include "doc/doc.h"
#include "extract/convert.h"
#include "grid/theme.h"
#include "grid/weblink.h"
#include "session/keymap.h"
#include "store/link.h"
#include "store/note.h"
#include "text/json.h"

/* The document system of the United Nations. */
#define FETCH_FROM "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t={format}"
#define FETCH_SECONDS 30

enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2 };

/* What holds for a run: defaults, then the configuration file, then options. */
struct settings {
	enum ui_language ui;
	bool ui_is_chosen; /* by an option */
	int ambiguous; /* 1, 2, 0: ask the terminal */
	int color;     /* 0: none; 8: so many; 1: as many as the terminal has, up to 256 */
	int max_cols;  /* 0: none */
	bool mouse;
	enum weblink_wanted hyperlinks;
	struct theme theme;
	bool linear;   /* for screen readers */
	const char *notes; /* NULL: the default; borrowed from argv, as are the next ones */
	const char *library;
	const char *config;
	const char *context; /* NULL: none */
	const char *words;   /* that a note is on; NULL: all of the paragraph */
	int highlight;       /* kind of it, from 1; 0: none */
	const char *format;  /* of an export; NULL: Markdown */
	bool no_config, no_add;
	long limit;         /* of search; -1: the default, 0: none */
	const char *doc;    /* of search; NULL: all */
	const char *script; /* NULL: none */
	bool styles;        /* of the screen it ends with are printed too */
	int rows, cols;     /* for the script */
	bool help, version; /* asked for */
	bool is_tutorial;   /* the library is that of the tutorial */
	struct keymap keymap;
	struct library *shelf; /* the library, once somebody has asked for it */
	struct buf fetch_from; /* addresses of documents, as address_fill() has them; empty: FETCH_FROM */
	long fetch_seconds;    /* without anything coming, before it is given up */
	struct convert_means convert; /* of formats that are not ours to read */
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

#define COMMAND(id, name, flags, arguments, en, zh) int run_##id(const struct call *call);
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
/* The same for what is no error. */
void output_message(const char *words);
/* Gives EXIT_USAGE. */
int output_usage(struct settings *s, const char *word, const char *en, const char *zh);
/* Nothing printed is lost in silence: EXIT_REFUSED with a message if it could not be written. */
int output_end(struct settings *s, int answer);

/* read.c: opens what is named in the reader, else what was read last, else the tutorial. */
int read_open(const struct call *call);
/* The script of the call can be played to its end, or there is none; else says why. */
bool read_may_play(struct settings *s);

/* tutorial.c: reads it in the language of the interface. */
int tutorial_read(const struct call *call);
bool tutorial_is_there(void);

/* show.c: prints what the argument names as text, or says what went wrong; gives an exit code. */
int show_text(const struct call *call, const char *argument);

/* shelf.c: the library of the call, opened when it is asked for, closed at the end. */
enum status shelf_open(struct settings *s, struct library **out, struct err *err) MUST_USE;
void shelf_close(struct settings *s);
/* The language a reader wants when he names none: that of the interface. */
struct slice shelf_language(const struct settings *s);

/* reference.c: "DOC", "DOC@LANG", "DOC#PLACE" or "DOC!COMPONENT#PLACE"; a file of the whole name
 * wins.  Borrowed from the argument. */
struct reference {
	struct slice whole;    /* without the place: the name of a file, if it is one */
	struct slice name;     /* without the language */
	struct slice language; /* may be empty, as may be the next */
	struct slice place;    /* "12", "!annex_1#para_3" */
	bool is_file;          /* there is one of that name, or it is standard input */
};
void reference_read(const char *argument, struct reference *r);
bool reference_is_symbol(const struct reference *r);

/* document.c: a file, or a document of the library.  *place is borrowed from the argument and may
 * be empty. */
enum status document_open(const struct call *call, const char *argument, struct doc **out,
                          struct slice *place, struct err *err) MUST_USE;
/* The library's own record of it; a file is known by its bytes. */
enum status document_held(const struct call *call, const struct reference *r, struct arena *arena,
                          struct library_document *out, struct err *err) MUST_USE;
/* keep.c: what the reader keeps and what he comes back to.  Nothing here hinders reading: what is
 * refused is said, once, and NULL comes back. */
struct kept {
	struct notes *notes;
	struct library *library; /* the shelf; borrowed */
};
struct notes *keep_notes(struct settings *s);
/* The same if there is a file of notes already. */
struct notes *keep_written_notes(struct settings *s);
/* Closes it; makes today's copy first if something was written.  NULL is fine. */
void keep_close(struct settings *s, struct notes *notes);
/* A command about notes: opens them, does it, says what was refused, closes them.  The arena is for
 * what it reads.  Gives the exit status. */
int keep_do(const struct call *call, enum status (*act)(const struct call *call, struct notes *notes,
                                                        struct arena *arena, struct err *err));
struct library *keep_library(struct settings *s);
/* As document_open(); a file goes into the library, and comes from there as long as it has not
 * changed. */
enum status keep_open(const struct call *call, struct library *l, const char *argument,
                      struct doc **out, struct slice *place, struct err *err) MUST_USE;
/* The document of the library that was read last, else its first. */
enum status keep_last(const struct call *call, struct kept kept, struct doc **out, struct err *err)
	MUST_USE;

/* The blocks from *start to *end are what a reader means by the place: all that is below a heading,
 * the items of a paragraph, a whole annex.  The whole document when `place` is empty. */
enum status document_part(const struct doc *d, struct slice place, size_t *start, size_t *end,
                          struct err *err) MUST_USE;

/* output.c: a line of results with tabs between; text is made clean. */
void output_cell(struct buf *line, struct slice text);
/* The flag was given. */
bool output_has_flag(const struct call *call, const char *flag);
/* The document as a person may name it: "A/70/1@zh", else the start of its hash. */
void output_name(const struct library_document *d, struct buf *out);
/* For JSON: null when it is empty. */
void output_known(struct json *j, const char *key, struct slice value);

/* add.c: the words of the call are paths.  *is_whole: each was tried.  Gives an exit code. */
int add_all(const struct call *call, bool *is_whole);
/* What was done with a document, for programs and for people. */
const char *add_result_name(enum library_added what);
struct words add_result_words(enum library_added what);

/* gather.c: every file below `path`, those of a folder by name; links to folders are not followed
 * below it, nor are hidden names.  What cannot be looked at is told with an error. */
typedef void gather_each(void *context, const char *path, const struct err *refused);
void gather(const char *path, gather_each *each, void *context);

/* citation.c: the language in which a document of that language is cited. */
enum ui_language citation_language(const struct settings *s, struct slice language);

/* link_output.c: links as lines or as JSON, one object a line. */
void link_output(const struct links *links, bool json, bool incoming);


/* note_place.c: where the reader's own words belong. */
/* Fills in what a note on REF is attached to, with --words and --bound of the call.  The slices live
 * in the arena. */
enum status note_place_read(const struct call *call, const char *argument, struct arena *arena,
                            struct note *note, struct err *err) MUST_USE;
/* Notes on a document or a place in it; all of them when `argument` is NULL.  The document need not
 * be held. */
enum status note_place_list(const struct call *call, struct notes *notes, const char *argument,
                            enum note_which which, struct arena *arena, struct note_list *out,
                            struct err *err) MUST_USE;
/* What the document of a note is called in the library. */
enum status note_place_document(const struct call *call, struct slice document,
                                struct slice language, struct arena *arena,
                                struct library_document *out, struct err *err) MUST_USE;

/* note_output.c: "CFW/COP/2024/9!annex_1#para_3", with @zh if it is bound to that version. */
void note_reference(const struct note *note, struct buf *out);
/* As lines or as JSON, one object a line. */
void note_output(const struct call *call, const struct note_list *list);
/* "saved" with its id and reference. */
void note_output_saved(const struct call *call, const struct note *note);

#endif
