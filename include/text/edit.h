/* SPDX-License-Identifier: ISC */
/*
 * A text being edited: bytes, a cursor, what can be undone, and its rows at a width.
 *
 * The cursor stands between grapheme clusters (UAX #29).  One of zeroes is an empty text; without a
 * screen, without keys.
 */
#ifndef DUAN_TEXT_EDIT_H
#define DUAN_TEXT_EDIT_H

#include "base/vec.h"
#include "text/breaks.h"

#define EDIT_BYTES_MAX ((size_t)64 << 10) /* of the text */

/* A change: `removed` stood where now are `inserted` bytes. */
struct edit_step {
	size_t at;
	size_t inserted;
	struct buf removed; /* owned */
	size_t cursor;      /* before it */
	bool may_grow;      /* typing goes on in the same step */
};

struct edit {
	struct buf text;
	size_t at; /* the cursor, a byte */
	VEC(struct edit_step) undone, done; /* owned; the last one is the next */
	unsigned long changes; /* counts up with every change */
};
void edit_release(struct edit *e);
/* Another text, the cursor behind it; nothing can be undone. */
void edit_set(struct edit *e, struct slice text);

/* What became of a text that was put in. */
struct edit_taken {
	size_t refused; /* control characters that were left out */
	size_t left;    /* bytes for which there was no room */
};
/* Typed or pasted: CR and CR LF become LF; other controls than tab and LF are left out, malformed
 * bytes become U+FFFD.  What has no room is left out at the end, at a cluster. */
struct edit_taken edit_insert(struct edit *e, struct slice text);

enum edit_move {
	EDIT_CHARACTER, /* grapheme cluster */
	EDIT_WORD,      /* the next start, or back to the one before */
	EDIT_LINE,      /* to its start or its end: of the text's lines, not of rows */
	EDIT_ALL,
};
/* Where the cursor would go: forward or back. */
size_t edit_target(const struct edit *e, enum edit_move by, bool forward);
void edit_move(struct edit *e, enum edit_move by, bool forward);
/* Removes up to there; at the end of a line EDIT_LINE forward removes the line end. */
void edit_delete(struct edit *e, enum edit_move by, bool forward);
/* False if there is nothing to undo. */
bool edit_undo(struct edit *e);
bool edit_redo(struct edit *e);

/* A row of the text on the screen.  A line end is no part of it; blanks where a line is broken are,
 * and may lie behind the edge. */
struct edit_row {
	size_t start, end; /* bytes */
};
struct edit_rows {
	VEC(struct edit_row) v; /* owned; at least one once wrapped */
	size_t cursor_row;
	int cursor_col; /* cells; at most `cols`: behind a row that is full */
	struct breaks *breaks; /* owned, opened when it is needed */
};
/* Rows of at most `cols` cells (at least 2), broken where lines may be broken if possible, never in a
 * cluster that fits into one.  Replaces what *out held. */
void edit_wrap(const struct edit *e, struct width w, int cols, struct edit_rows *out);
void edit_rows_release(struct edit_rows *r);
/* The cursor goes to the cluster of the row that holds the cell, or to the end of the row. */
void edit_point(struct edit *e, struct width w, const struct edit_rows *r, size_t row, int col);

#endif
