/* SPDX-License-Identifier: ISC */
/*
 * What the modules of the session share.
 */
#ifndef DUAN_SESSION_PRIV_H
#define DUAN_SESSION_PRIV_H

#include "session/session.h"

/* Does one action; what is not in a table is not done there. */
typedef void action_fn(struct session *s, const struct action_call *call);
extern action_fn *const text_actions[ACTIONS];   /* there is a document, its text is on top */
extern action_fn *const scroll_actions[ACTIONS]; /* a list or the source is on top */
extern action_fn *const any_actions[ACTIONS];    /* whatever is on top */

/* Does what a call says, or says why not. */
void session_do(struct session *s, const struct action_call *call);

/* A line typed after ':'. */
void cmdline_run(struct session *s, struct slice line);

/* Puts a view on top, or says why there is nothing to see in it.  One that is on the stack already
 * comes up again. */
void view_open(struct session *s, enum view_kind kind);
/* Takes the top view off; the text stays. */
void view_close(struct session *s);
void view_close_all(struct session *s);
/* New sizes; new words after a change of language. */
void view_resize_all(struct session *s);
void view_remake_all(struct session *s);
/* Fills a view with items. */
typedef void view_fn(struct session *s, struct view *v);
view_fn items_source, items_contents, items_documents, items_marks, items_help, items_remarks;

/* Lays the texts out again after a change of size or settings. */
void session_relayout(struct session *s);
struct layout_settings session_layout(const struct session *s);
/* Closes the document that is on the screen, keeping its place. */
void document_close(struct session *s);
/* Keeps all places that are not kept yet. */
enum status document_keep_all(struct session *s, struct err *err) MUST_USE;
/* The open document with this key, or SLICE_NONE. */
size_t document_find(const struct session *s, struct slice key);
/* The block that a source line belongs to, or the last one before it. */
struct place document_place_of_line(const struct doc *d, size_t line);

/* Marks of a document as they are in notes, and A-Z. */
void mark_load(struct session *s, struct session_document *doc);
void mark_set(struct session *s, codepoint name);
void mark_go(struct session *s, codepoint name);
void mark_release(struct session_mark *m);
/* A place as notes keep it; its words live in the arena or the document. */
struct kept_place mark_keep(struct arena *arena, const struct doc *d, struct place at);
struct place mark_find(const struct doc *d, const struct kept_place *kept);

#endif
