/* SPDX-License-Identifier: ISC */
/*
 * A note being written: several lines in a box over the text, or in the editor of $VISUAL or $EDITOR.
 *
 * Who wants words of the reader opens it with a note, whose `text` is what is edited; everything
 * else of it is carried along.  When the reader saves, `done` gets the note with the new text.  While
 * it is open all keys and pastes are its own.  What was written and not saved is kept as a draft
 * (store/note.h): when the reader pauses, leaves, or is cut off; editor_open() goes on with it.
 */
#ifndef DUAN_SESSION_EDITOR_H
#define DUAN_SESSION_EDITOR_H

#include "session/event.h"
#include "store/note.h"
#include "text/edit.h"

struct session;

/* Keeps the note.  False, with a message on the screen, if that failed: the editor stays open and
 * nothing is lost.  An empty text is one that the reader has deleted.  Must not open another
 * editor. */
typedef bool editor_done(struct session *s, struct note *note);

#define EDITOR_DRAFT_MS 300   /* of peace before a draft is written */
#define EDITOR_DRAFT_EDITS 32 /* changes after which it is written anyway */

struct editor {
	bool is_open;
	bool is_asking;     /* Esc: what is to become of the text? */
	bool is_outside;    /* the loop is to give the text to the reader's own editor */
	struct edit edit;   /* the text */
	struct edit_rows rows; /* the same as rows of editor_cols() cells */
	size_t top;         /* the first row in the box */
	int col;            /* that Up and Down keep to; -1: that of the cursor */
	struct arena arena; /* owns the note and the title */
	struct note note;   /* its text: as it was when the editor was opened */
	struct slice title; /* "Note on para. 12" */
	editor_done *done;
	unsigned long kept, tried; /* edit.changes when a draft was written, and when that was tried */
	bool has_draft;     /* there is one in the notes */
};
void editor_release(struct editor *e);

/* The note and the title are copied.  A draft with the id of the note, or, if its text is empty, of
 * a note of its kind in its very place, is gone on with: then the id may be another than that of
 * `note`. */
void editor_open(struct session *s, const struct note *note, struct slice title, editor_done *done);
/* The same in the reader's own editor; comes back inside if that fails. */
void editor_open_outside(struct session *s, const struct note *note, struct slice title,
                         editor_done *done);
/* What the loop got from the editor outside; `failed` (NULL: it did not) says in words why that is
 * not to be taken as it is. */
void editor_return(struct session *s, struct slice text, const struct err *failed);

void editor_type(struct session *s, codepoint key);
void editor_paste(struct session *s, struct slice text);
/* Writes the draft if there is anything new in it. */
enum status editor_keep(struct session *s, struct err *err) MUST_USE;
/* The reader pauses: writes the draft, says why if it cannot be written. */
void editor_pause(struct session *s);
/* There is something to write at the next pause. */
bool editor_waits(const struct editor *e);
/* The screen has another size. */
void editor_resize(struct session *s);

/* Cells of a row of the text; rows of it on the screen, at least 1 and at most half of the body. */
int editor_cols(const struct session *s);
int editor_rows(const struct session *s);

#endif
