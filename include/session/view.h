/* SPDX-License-Identifier: ISC */
/*
 * What fills the screen between the first and the last line.  Views lie on a stack; the one below
 * all is the text of the current document.  Here is their state; pane/ draws it.
 */
#ifndef DUAN_SESSION_VIEW_H
#define DUAN_SESSION_VIEW_H

#include "base/arena.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "session/action.h"
#include "session/results.h"
#include "session/scroll.h"

enum view_kind {
	VIEW_TEXT,   /* the reader of the current document */
	VIEW_SOURCE, /* its source lines; item i is line i + 1 */
	VIEW_CONTENTS, /* from here on lists */
	VIEW_DOCUMENTS,
	VIEW_MARKS,
	VIEW_HELP,
	VIEW_REMARKS,
	VIEW_REFUSED,  /* files that could not be added */
	VIEW_CHOICE,   /* the targets of a citation that has several */
	VIEW_CITING,   /* the paragraph */
	VIEW_CITING_ALL, /* the document */
	VIEW_CITED,
	VIEW_MISSING,
	VIEW_MISSING_ALL,
	VIEW_FAMILY,
	VIEW_LANGUAGES,
	VIEW_COMPARE,  /* versions to compare with */
	VIEW_HISTORY,
	VIEW_LIBRARY,
	VIEW_MATCHES,
	VIEW_RESULTS,  /* of a search of the library */
	VIEW_SEARCHES, /* made and saved */
	VIEW_NOTES_HERE, /* notes on the paragraph, that point at it, of the rest of the document */
	VIEW_NOTES,      /* all */
	VIEW_BOOKMARKS,
	VIEW_TAGS,
	VIEW_TRASH,      /* notes thrown away */
	VIEW_TRAY,       /* notes whose words have changed or whose place is lost */
	VIEW_REFS,       /* what a note speaks of */
	VIEW_PREVIEW, /* no list: rows of a document, in a box over the view below */
	VIEW_KINDS
};
struct words view_words(enum view_kind kind);

/* An item of a list.  The slices live in the view's arena, or in a document that is open; those of
 * blocks are copied, for blocks come and go. */
struct view_item {
	struct slice key;  /* in a column of its own on the left; may be empty */
	struct slice text;
	struct slice note; /* at the right edge, if there is room; may be empty */
	int indent;        /* of the text, cells */
	bool is_heading;   /* of a group: leads nowhere */
	enum action action; /* what Enter does; ACTIONS: it goes to the place below */
	size_t document;    /* SLICE_NONE: nowhere */
	struct place place;
	bool is_place;      /* of what is held: else it comes up where it was read last */
	size_t line; /* of the source, from 1: stands for the place when that is not known; or 0 */
	int64_t held;       /* in the library, when it is not open; 0: not there */
	struct slice symbol, language; /* of what is held: it may be open by the time it is wanted */
	struct slice target; /* of a citation: stands for document and place, looked up when wanted */
	struct slice container, url; /* of the target */
	struct slice annotation; /* id of the note that it shows; empty: none */
	long step;           /* through the history; 0: none */
};

#define VIEW_COLS_MOST 200 /* texts are measured up to the first one that is as wide */

/* A stretch of a document, wrapped to a box. */
struct preview {
	struct doc *doc;       /* owned unless `document` says that it is open */
	size_t document;       /* open, or SLICE_NONE */
	struct layout *layout; /* owned */
	struct place place;    /* where Enter leads */
	size_t end;            /* the stretch goes from the place's block to this one */
	int cols;              /* of the box */
};

struct view {
	enum view_kind kind;
	struct scroll scroll; /* unused in VIEW_TEXT */
	int sideways;         /* cells scrolled to the right */
	struct arena arena;
	VEC(struct view_item) items;
	int key_cols;         /* widest key */
	int text_cols, note_cols; /* widest text with its indent, at least if that is not too wide; note */
	size_t from, to;      /* VIEW_SOURCE: items that belong to the current paragraph */
	struct slice subject; /* what it is about when that is not the document; may be empty */
	struct preview preview; /* VIEW_PREVIEW */
	struct results *results; /* VIEW_RESULTS; owned */
};

void view_release(struct view *v);

#endif
