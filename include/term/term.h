/* SPDX-License-Identifier: ISC */
/*
 * The terminal: grids out, events in.  The only floor that knows curses.
 *
 * One terminal at a time.  Nothing but what curses composes of terminfo and of the cells of a grid
 * is sent to it, but for the one question of term_ambiguous(), the copies of term_copy(), and the
 * marking of pastes where terminfo forgets it.  However the program ends, the
 * screen and the line settings are given back: by term_close(), by the hook of die(), and by
 * handlers of SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT and SIGQUIT, which then let the signal have
 * its way.
 */
#ifndef DUAN_TERM_TERM_H
#define DUAN_TERM_TERM_H

#include "base/err.h"
#include "grid/grid.h"
#include "grid/theme.h"
#include "session/event.h"

struct term;

struct term_settings {
	struct width width; /* what the grids to be shown are made with; curses is told */
	int color;          /* 0: attributes alone; 8: so many colours; 1: as many as there are, up to
	                     * 256.  The caller has looked at NO_COLOR */
	struct slice typed; /* typed before, comes as the first keys; needed during the call alone */
	bool is_answer_due; /* as term_ambiguous() left it */
};

/* True if there is a terminal to draw on: when not, the caller prints text instead. */
bool term_is_there(void);

/*
 * Asks the terminal how many cells it gives an East Asian Ambiguous character: 1, 2, or 0 when it
 * does not say within a second.  To be called before term_open(); what was typed meanwhile is
 * added to `typed`.  An answer that is due yet is no key when it comes after all.  Terminals that are
 * known not to answer are not asked.
 *
 * It sends ESC [ 6 n and ESC [ c, which terminfo knows no capability for: only when the user wants
 * it (--ambiguous=auto).  A multiplexer answers for itself, not for the terminal around it.
 */
int term_ambiguous(struct buf *typed, bool *is_due);

/*
 * Takes the terminal over: standard output, and standard input or, when a document comes that way,
 * the controlling terminal.  Settles LC_CTYPE on a UTF-8 locale.  Fails in words when $TERM is not
 * set or unknown, or when the terminal cannot move its cursor.
 */
enum status term_open(struct term_settings settings, struct term **out, struct err *err) MUST_USE;
/* The same on descriptors of the caller's, which need not be terminals; `type` as in $TERM. */
enum status term_open_on(int in, int out, const char *type, struct term_settings settings,
                         struct term **t, struct err *err) MUST_USE;
/* Gives the terminal back.  Accepts NULL. */
void term_close(struct term *t);
void term_size(const struct term *t, int *rows, int *cols);

/* Shows a grid, sending what differs from the grid shown last.  What lies outside the screen is
 * not shown. */
void term_show(struct term *t, const struct grid *g);
/* The next term_show() trusts nothing on the screen and paints it whole. */
void term_redraw(struct term *t);
/* How styles look from the next term_show() on, as far as the terminal has the attributes and colours. */
void term_theme(struct term *t, const struct theme *theme);
/*
 * Whether the terminal is told where cells lead (OSC 8), so that it opens that by a click of its
 * own; it is not unless asked.  Terminfo has no word for it: WEBLINK_ON is for types that are known
 * to take it or to pass over it.
 */
void term_hyperlinks(struct term *t, enum weblink_wanted wanted);
/* Whether the terminal is to report clicks and the wheel; it does not unless asked. */
void term_mouse(struct term *t, bool on);
/* Gives the terminal back, stops the job as ^Z does, and takes the terminal again when continued;
 * an EVENT_RESIZE follows. */
void term_suspend(struct term *t);

/*
 * Gives the terminal back, runs a program on it, and takes it again; an EVENT_RESIZE follows.  The
 * program reads `input`, or the keyboard if that is empty.  Without a terminal (NULL) it reads
 * nothing and writes to standard error.  Gives its exit status, 128 and the number of the signal that
 * ended it, or 127 if it could not be started.
 */
int term_run(struct term *t, const char *const *argv, struct slice input);

#define TERM_COPY_BYTES 74994 /* in base 64 that is 99,992: what terminals are known to take */
enum term_copied {
	TERM_COPIED,      /* the terminal was asked to; it does not answer */
	TERM_COPIED_TMUX, /* tmux has it */
	TERM_COPY_LONG,
	TERM_COPY_UNKNOWN, /* nothing is known of how this terminal copies */
};
/* Puts a clean text on the clipboard of who sits before the terminal. */
enum term_copied term_copy(struct term *t, struct slice text);

/*
 * Waits for the next event, `timeout_ms` at most (-1: for ever).  After EVENT_HANGUP no other
 * event comes.  A signal to stop (SIGTSTP) is obeyed inside.
 */
void term_wait(struct term *t, int timeout_ms, struct event *e);
#define TERM_WATCHED 2
/* From now on term_wait() gives an EVENT_OUTSIDE while there is something to be read there, too; -1: no
 * more.  `which` of TERM_WATCHED that it takes the place of. */
void term_watch(struct term *t, int which, int fd);
/* True if term_wait() would return an event at once: to be handled before anything is painted.
 * Ends the life of the last event's text. */
bool term_has_input(struct term *t);

#endif
