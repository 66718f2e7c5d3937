/* SPDX-License-Identifier: ISC */
/*
 * What is done to notes: shared by the modules that do it.
 */
#ifndef DUAN_SESSION_ANNOTATE_PRIV_H
#define DUAN_SESSION_ANNOTATE_PRIV_H

#include "session_priv.h"

#include "annotation/anchor.h"

/* What a command is about: the selection, or the current paragraph. */
struct annotate_range {
	struct anchor_range range;
	enum note_scope scope; /* NOTE_PARAGRAPH or NOTE_WORDS */
};
struct annotate_range annotate_range(struct session *s);

/* An anchor to the range, without what takes long if the document is large: annotate_pause() gives it
 * to a note that annotate_is_bare(). */
void annotate_anchor(const struct doc *d, const struct annotate_range *range, struct arena *arena,
                     struct note *note);
bool annotate_is_bare(const struct doc *d, const struct note *note);
bool annotate_waits(const struct session *s);
void annotate_pause(struct session *s);
/* What does not take long of that, before the documents are closed. */
enum status annotate_close(struct session *s, struct err *err) MUST_USE;

/* There are notes to write to; else it says that there are none. */
bool annotate_can(struct session *s);
/* A new note of a kind, on the range or (NULL) the document; it has an id, in the arena. */
struct note annotate_new(struct session *s, enum note_kind kind, const struct annotate_range *range,
                         struct arena *arena);
/* Keeps them as one step of undo and shows them; false, with a message, if that failed. */
bool annotate_keep(struct session *s, const struct note *list, size_t n);
bool annotate_throw_away(struct session *s, const struct note *note);
/* The only note of the current paragraph, or of the words at the current place, that `fits` (NULL:
 * any); in the arena of the document's notes.  NULL if there is none or more than one: *n. */
typedef bool annotate_fits(const struct note *note);
const struct note *annotate_only(struct session *s, annotate_fits *fits, size_t *n);
/* The note of this kind that is on exactly this range; NULL. */
const struct note *annotate_same(struct session *s, enum note_kind kind,
                                 const struct annotate_range *range);
/* The note of the current item of a list; false, with a message, if it is none. */
bool annotate_item(struct session *s, struct arena *arena, struct note *out);

/* A bookmark on the range, or off it; a highlight of the kind that was typed: "1" to "6", "c" the last
 * one, "0" none. */
void annotate_star(struct session *s);
void annotate_highlight(struct session *s, codepoint kind);

/* "note on para. 12", "第 12 段的批注"; of one in another document with its symbol. */
struct slice annotate_words(struct session *s, struct arena *arena, const struct note *note);
/* "#water, #wells" */
struct slice annotate_tags(struct arena *arena, struct slice tags, const char *sign);

/* A note being written; its tags being typed. */
void annotate_write(struct session *s, const struct note *note, bool outside);
void annotate_tag(struct session *s, const struct note *note);
void annotate_tag_type(struct session *s, codepoint key);

/* One that lost its place or its words: shows where it may belong; takes that as its place; moves it
 * to the current paragraph. */
void tray_visit(struct session *s, struct slice id);
void tray_accept(struct session *s, struct slice id);
void tray_move(struct session *s, struct slice id);
/* After a relative was opened: its drafts have notes.  Carries them over. */
void carry_offer(struct session *s, struct slice before);
void carry_notes(struct session *s);

#endif
