/* SPDX-License-Identifier: ISC */
/*
 * What the files of this floor share.
 */
#ifndef DUAN_TERM_TERM_PRIV_H
#define DUAN_TERM_TERM_PRIV_H

#include "term/term.h"
#include "terminfo_priv.h"

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>

#include <stdio.h>
#include <termios.h>

/* Bytes on their way to becoming an event. */
struct keys {
	char utf8[4]; /* the character so far */
	size_t n_utf8;
	bool in_paste;
	int escape_ms;       /* ESCDELAY, when no answer is due */
	bool in_sequence;    /* the rest of a control sequence is on its way */
	long answer_until;   /* clock_ms() up to which late answers are looked for; 0: none is due */
	struct buf paste; /* as it came */
	struct buf text;  /* of the last EVENT_PASTE */
};

/* A look as curses has it. */
struct shape {
	struct look look; /* as the terminal has it */
	attr_t attributes;
	short pair;
};

struct term {
	FILE *in, *out; /* curses' own, on copies of the descriptors */
	struct buf type; /* its name in terminfo */
	SCREEN *screen;
	WINDOW *input;         /* a pad: reading from it never paints */
	const char *paste_on, *paste_off; /* terminfo's, both NULL when it has none */
	int corner_cells; /* so many cells at the end of the last row are never written */
	int attributes, n_colors; /* that it has; of enum look_attribute */
	int without_color;        /* attributes that it has in no colour but its own */
	struct theme theme;
	struct shape shape[GRID_STYLES]; /* of the theme */
	struct grid shown; /* what the terminal shows, when `is_shown` */
	bool is_shown;
	bool has_hyperlinks; /* `shown` has the terminal's */
	unsigned links_edition;
	struct buf links; /* to be written behind curses' own */
	cchar_t *row; /* room for one row of `shown` */
	struct keys keys;
	bool has_next; /* `next` waits to be taken */
	struct event next;
	int watched[TERM_WATCHED]; /* descriptors beside the terminal; below 0: none */
	bool is_resized;   /* an EVENT_RESIZE is due */
	bool has_mouse;    /* was asked to report it */
	bool is_gone;      /* hung up: nothing can be read or shown */
	int n_empty_reads; /* in a row, though poll() had promised bytes */
};

/* show.c: the cell's character with its marks as it may be sent, and its cells. */
#define SHOW_CODEPOINTS (CLUSTER_MARKS_MAX + 1)
int show_codepoints(struct width w, const struct grid_cell *cell, codepoint out[SHOW_CODEPOINTS]);

/* links.c: what is to be written where a row of the grid, of which `end` columns are shown, leads elsewhere
 * than the terminal shows; all that, once curses has written. */
void links_row(struct term *t, const struct grid *g, int row, int end);
void links_write(struct term *t);

/* term.c: pasted text marked as such from now on, or no more. */
void term_paste(struct term *t, bool on);

/* wait.c: gives the terminal back for a while; takes it again. */
void term_away(struct term *t);
void term_back(struct term *t);

/* run.c: a program that shows nothing and reads `input`; its exit status, 127 if there is none. */
int run_quietly(const char *const *argv, struct slice input);

/* wcwidth.c */
void wcwidth_set(struct width w);

/* style.c: `color` as in the settings; the looks of the default theme. */
void style_start(struct term *t, int color);

/* keys.c: true when bytes that are there make an event; never waits. */
bool keys_read(struct term *t, struct event *e);
/* What was pasted so far becomes an event although its end never came. */
void keys_end_paste(struct term *t, struct event *e);
/* An answer of a slow line is yet to come: it may come in pieces, and is no key.  Waits for it a while,
 * lest the shell gets it. */
void keys_expect_answer(struct term *t);
void keys_await_answer(struct term *t);
/* Bytes to be read before any others. */
void keys_typed(struct slice typed);
#define KEYS_PASTE_START (KEY_MAX + 1)
#define KEYS_PASTE_END (KEY_MAX + 2)

/* signal.c: signals set flags and fill a pipe, so that who waits can wait for them too. */
enum signal_news {
	SIGNAL_HANGUP,
	SIGNAL_QUIT,
	SIGNAL_STOP,
	SIGNAL_CONTINUED,
	SIGNAL_RESIZED,
	SIGNAL_NEWS
};
/* When the program crashes or dies, `restore` is written to `fd` and, unless `saved` is NULL, its
 * line settings are set back. */
void signal_start(int fd, const struct termios *saved, struct slice restore);
/* With the terminal gone, hang-ups are ignored from then on: more than one may say so, and the last may come while
 * what is to be kept is written. */
void signal_end(bool is_gone);
int signal_fd(void); /* readable when there may be news */
void signal_drain(void);
/* True once for any number of signals of the kind. */
bool signal_take(enum signal_news news);
/* A link is being written: it is ended first if the program crashes. */
void signal_link(bool is_open);
/* Stops the job like ^Z; comes back when it is continued. */
void signal_stop_job(void);

#endif
