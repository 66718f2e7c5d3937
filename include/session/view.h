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
#include "session/action.h"
#include "session/scroll.h"

enum view_kind {
	VIEW_TEXT,   /* the reader of the current document */
	VIEW_SOURCE, /* its source lines; item i is line i + 1 */
	VIEW_CONTENTS, /* from here on lists */
	VIEW_DOCUMENTS,
	VIEW_MARKS,
	VIEW_HELP,
	VIEW_REMARKS,
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
	size_t line; /* of the source, from 1: stands for the place when that is not known; or 0 */
};

struct view {
	enum view_kind kind;
	struct scroll scroll; /* unused in VIEW_TEXT */
	int sideways;         /* cells scrolled to the right */
	struct arena arena;
	VEC(struct view_item) items;
	int key_cols;         /* widest key */
	size_t from, to;      /* VIEW_SOURCE: items that belong to the current paragraph */
};

void view_release(struct view *v);

#endif
