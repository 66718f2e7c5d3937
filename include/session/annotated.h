/* SPDX-License-Identifier: ISC */
/*
 * Notes, highlights, bookmarks and tags as they are shown in the text of a document.
 *
 * They are asked of the notes once, when the document is opened and when one of them changes:
 * nothing is asked while the text is merely shown.
 */
#ifndef DUAN_SESSION_ANNOTATED_H
#define DUAN_SESSION_ANNOTATED_H

#include "annotation/flat.h"
#include "base/arena.h"
#include "layout/layout.h"
#include "session/prompt.h"
#include "store/note.h"

struct session;
struct session_document;

/* zn: where notes are shown. */
enum annotated_show {
	ANNOTATED_INLINE, /* under their paragraph, and by a sign beside it */
	ANNOTATED_MARGIN, /* by the sign alone */
	ANNOTATED_OFF,    /* not at all, highlights neither */
	ANNOTATED_SHOWS
};

/* What of a note is in one block. */
struct annotated_part {
	size_t block;
	size_t start, end; /* bytes of the block's text */
	bool is_first;     /* it begins here; true of notes on the document, which are in its title */
	const struct note *note;
};

/* Of one document.  One of zeroes has none. */
struct annotated {
	struct arena arena; /* owns what is below */
	struct note_list list;
	struct annotated_part *parts; /* by block, then by start */
	size_t n_parts;
	struct layout_note *rows; /* what is shown under the text */
	size_t n_rows;
	size_t n_bare;      /* that get the rest of their anchors when the reader pauses */
	struct flat *flat;  /* for that; owned; NULL */
	size_t n_waiting; /* notes whose words have changed or whose place is lost */
};
void annotated_release(struct annotated *a);

/* What is under way with notes. */
struct annotated_work {
	enum annotated_show show;
	int64_t version;      /* of the notes, when they were asked last */
	int colour;           /* of the last highlight; 0: none yet */
	struct prompt tags;   /* open: the tags of `note` are being typed */
	struct buf refs_of;   /* id of the note whose REFs are listed; empty: of those here; owned */
	struct arena arena;   /* owns `note` */
	struct note note;
	struct buf waiting;   /* id of the note that was last looked for from the tray; owned */
	struct buf carry;     /* document whose notes may be carried to the current one; owned */
};
void annotated_work_release(struct annotated_work *a);

/* A document has been opened: its notes are found again if its text is another than theirs, and
 * those that wait to be looked at are spoken of. */
void annotated_open(struct session *s, struct session_document *doc);
/* Asks for the notes on a document. */
void annotated_load(struct session *s, struct session_document *doc);
/* Notes of a document (of all open ones, if the key is empty) have changed, or how they are shown. */
void annotated_refresh(struct session *s, struct slice key);

/* The same if somebody else has written to the notes. */
void annotated_notice(struct session *s);

/* The parts that are in a block. */
const struct annotated_part *annotated_block(const struct annotated *a, size_t block, size_t *n);
/* "✎" of a note, "*" of a bookmark, "#" of a tag, one of "| : = ~ ! ?" for the six kinds of
 * highlights: all one cell wide. */
struct slice annotated_sign(const struct note *note);
struct slice annotated_highlight_sign(int colour);
/* Its words are marked in the text: it is a highlight, or about certain words. */
bool annotated_is_marked(const struct note *note);

#endif
