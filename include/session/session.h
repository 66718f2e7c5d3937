/* SPDX-License-Identifier: ISC */
/*
 * What is open, what is on the screen, what is being typed: the state of the reader.
 *
 * Events change it, pane/ draws it; nothing here knows a terminal.  The loop is
 *
 *	while (!s->quit) {
 *		pane_draw(s, &grid);
 *		... show the grid; term_redraw() if s->redraw, term_suspend() if s->suspend,
 *		    both set back by the loop; the reader's own editor if s->editor.is_outside ...
 *		... wait at most session_timeout_ms(s) ...
 *		session_handle(s, &event);
 *	}
 *	status = session_close_all(s, &err);
 */
#ifndef DUAN_SESSION_SESSION_H
#define DUAN_SESSION_SESSION_H

#include "grid/theme.h"
#include "grid/weblink.h"
#include "navigation/history.h"
#include "navigation/reader.h"
#include "session/adding.h"
#include "session/completion.h"
#include "session/copy.h"
#include "session/editor.h"
#include "session/annotated.h"
#include "session/event.h"
#include "session/fetching.h"
#include "session/finder.h"
#include "session/hint.h"
#include "session/inquiry.h"
#include "session/keymap.h"
#include "session/prompt.h"
#include "session/search.h"
#include "session/tandem.h"
#include "session/selection.h"
#include "session/shell.h"
#include "session/tiles.h"
#include "session/view.h"
#include "store/library.h"
#include "store/notes.h"

#define SESSION_MAX_COLS 80 /* a text width that reads well; the default of the configuration */
#define SESSION_HELD_MAX 16 /* documents of the library that are kept open */
#define SESSION_WAIT_MS 600 /* before a half-typed command shows how it may go on */
#define SESSION_PLACE_MS 2000 /* of peace before the place is kept */

struct session_settings {
	enum ui_language ui;
	struct width width;
	int rows, cols;      /* of the screen */
	int max_cols;        /* maximal text width; 0: none */
	bool mouse;          /* the loop asks the terminal for it */
	enum weblink_wanted hyperlinks; /* the loop tells the terminal of them */
	struct slice fetch_from; /* as address_fill() has it, borrowed; empty: official addresses */
	struct theme theme;  /* the loop shows the screen in it */
	bool linear;         /* for screen readers: no signs beside the text, one column, one pane */
	struct notes *notes; /* borrowed; NULL: nothing is kept */
	struct library *library; /* borrowed; NULL: no other document can be looked up */
	bool can_add;        /* files, to the library */
	bool can_fetch;      /* what is missing, into the library */
};

/* A document that is open. */
struct session_document {
	struct reader reader; /* owns the document */
	struct slice key;     /* in notes: chief symbol, or "sha256:…"; in the document's arena */
	struct slice title;   /* chief symbol, else the file's name; borrowed from the document */
	struct place kept;    /* as it is in notes */
	bool is_kept;
	bool is_held;     /* comes from the library: closed again when many others were shown since */
	unsigned long shown; /* when it was on the screen last, as session.shows counts */
	struct cited_by *cited_by; /* owned; NULL: not asked yet */
	struct annotated annotated; /* notes on it */
	bool has_rows; /* of notes, in the layout */
};

/* A part of the screen with what it shows.  Panes that show the same document are each at a place of
 * their own: the first one reads the open document, the others a copy. */
struct session_pane {
	unsigned id;     /* in the tiles */
	int rows, cols;  /* with its first line; of the whole screen while it is not shown */
	size_t document; /* SLICE_NONE if there is none */
	bool has_copy;
	struct session_document copy; /* its words are the document's */
	VEC(struct view) views; /* the last one is in sight; [0] is VIEW_TEXT */
	struct history history;
	struct inquiry_way way;
};

/* A mark A-Z: leads into a document that may not be open. */
struct session_mark {
	bool is_set;
	struct arena arena; /* owns the words of the place */
	struct slice document; /* key */
	struct kept_place place;
};

struct session {
	struct session_settings settings;
	VEC(struct session_document) documents;
	VEC(struct session_pane) panes;
	size_t focus;        /* pane that keys go to */
	struct tiles tiles;
	struct tandem tandem; /* two of the panes */
	unsigned panes_made; /* so far */
	struct session_mark marks[26];
	struct keymap keymap;
	struct keymap_typed typed;
	bool shows_continuations; /* of what is typed so far */
	struct prompt prompt; /* after ':' */
	struct completion completion; /* of it */
	struct finder finder;
	struct editor editor; /* open: it lies over the view */
	struct hints hints;
	struct selection selection;
	struct copy copy; /* is due: the loop takes it out */
	struct fetching fetching; /* the loop sees to it */
	struct adding adding; /* the same */
	struct shell shell; /* the same: the loop runs it */
	struct search search;
	struct inquiry inquiry;
	struct annotated_work annotating;
	struct hyperlink_memory hyperlinks;
	struct weblinks weblinks; /* on the screen */
	unsigned long shows; /* documents put on the screen so far */
	struct buf message;
	bool is_error; /* the message */
	int wide;      /* maximal text width to come back to, while there is none */
	bool quit;
	bool redraw;  /* paint everything again */
	bool places_fail; /* keeping them in a pause did */
	bool suspend; /* stop the program as ^Z does */
	bool tutorial_is_due; /* the loop shows it */
};

struct session *session_new(struct session_settings settings);
void session_free(struct session *s); /* NULL is fine; keeps no places */

/*
 * Takes the document over and shows it: at `place` ("12", "12(a)", "para_12"; may be empty), else
 * where it was read last.  False, with a message on the screen, if there is no such place in it.
 */
bool session_open(struct session *s, struct doc *d, struct slice place);
/* Says which later text of the document on the screen is held, if nothing else is said. */
void session_say_newer(struct session *s);
/* Shows an open document. */
void session_show(struct session *s, size_t document);
/* Keeps the places in notes.  What could not be kept is said in *err; all documents are closed
 * anyway. */
enum status session_close_all(struct session *s, struct err *err) MUST_USE;

void session_handle(struct session *s, const struct event *e);
/* How long the loop may wait before an EVENT_TIMEOUT; -1: for ever. */
int session_timeout_ms(const struct session *s);

/* The message on the last line, until the next key.  "{undo}" in the format is the key of that action. */
void session_say(struct session *s, const char *en, const char *zh, ...)
	__attribute__((format(printf, 2, 4), format(printf, 3, 4)));
void session_complain(struct session *s, const char *en, const char *zh, ...)
	__attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* The pane with the focus, its view in sight; the document that is about, NULL if none is open. */
struct session_pane *session_pane(const struct session *s);
struct view *session_view(struct session *s);
struct session_document *session_document(struct session *s);
/* The screen without its last line.  Screens of one row show that only while there is something on
 * it. */
struct rect session_screen(const struct session *s);
/* Rows of the pane behind its first line; the first of them.  Panes of one row have no first line. */
int session_body_rows(const struct session *s);
int session_body_row(const struct session *s);
/* Rows of text in the box of a preview. */
int session_preview_rows(const struct session *s, const struct view *v);

#endif
