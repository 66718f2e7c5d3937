/* SPDX-License-Identifier: ISC */
/*
 * What a reader attached to places of documents: notes, highlights, bookmarks, tags.
 *
 * Every change is a transaction of its own, on disk when the call comes back, in the journal for
 * undo (store/journal.h) and in the plain log beside the database.  An id is made by who writes:
 * to put the same note again changes nothing, so that a change may be tried again when it is not
 * known whether it was kept.  Results live in the caller's arena.
 */
#ifndef DUAN_STORE_NOTE_H
#define DUAN_STORE_NOTE_H

#include "base/buf.h"
#include "store/notes.h"
#include "text/json.h"
#include "text/jsonread.h"

enum note_kind { NOTE_TEXT, NOTE_HIGHLIGHT, NOTE_BOOKMARK, NOTE_TAG, NOTE_KINDS };
enum note_scope { NOTE_DOCUMENT, NOTE_PARAGRAPH, NOTE_WORDS, NOTE_SCOPES };
enum note_state {
	NOTE_ATTACHED,
	NOTE_CHANGED, /* its place is known, its words are no longer those that were quoted */
	NOTE_ORPHAN,  /* its place is not known: the anchor says where it was */
	NOTE_STATES
};
/* As they are written: "note highlight bookmark tag", "document paragraph words", "attached
 * changed orphan". */
const char *note_kind_name(enum note_kind kind);
const char *note_scope_name(enum note_scope scope);
const char *note_state_name(enum note_state state);

#define NOTE_COLOURS 6 /* kinds of highlights, from 1 */
#define NOTE_ID_LEN 32

/* Code points are counted in the text of one block. */
struct note {
	struct slice id;       /* 32 hexadecimal digits */
	enum note_kind kind;
	struct slice document; /* as in store/notes.h */
	struct slice language; /* empty: shown in every language version; else in this one alone */
	enum note_scope scope;
	/* The anchor: see annotation/anchor.h, which makes it and finds it again. */
	struct slice version;  /* language of the version that was quoted */
	struct slice edition;  /* hash of the file in which it was found last */
	struct slice eid, upto; /* of the first and last block, with "annex_1!" before it */
	long block, upto_block; /* their numbers: hints */
	long start, stop;      /* code points: where it starts in the first, ends in the last */
	struct slice quote;    /* blocks parted by a line end */
	struct slice prefix, suffix;
	long rival;            /* errors to the passage most like it; -1 unknown */
	enum note_state state;
	int colour;            /* 1-6, 0: none */
	struct slice text;     /* what the reader wrote */
	struct slice tags;     /* sorted, a line end before and behind each; empty if none */
	long created, changed; /* seconds since 1970 */
	long trashed;          /* 0: it was not thrown away */
};
struct note_list {
	struct note *v;
	size_t n;
};

/* A new id; random. */
void note_make_id(char id[NOTE_ID_LEN + 1]);
long note_now(void);

/* Keeps a new note, or a changed one in the place of the one with its id. */
enum status note_put(struct notes *n, const struct note *note, struct err *err) MUST_USE;
/* All of them in one transaction, as one step of undo. */
enum status note_put_all(struct notes *n, const struct note *list, size_t n_list,
                         struct err *err) MUST_USE;
/* The same for what no person did: it is no step of undo. */
enum status note_settle(struct notes *n, const struct note *list, size_t n_list,
                        struct err *err) MUST_USE;

/* Thrown away or not; the id may be its first digits, if no other starts so.  STATUS_MISSING (err
 * set) if there is none, or more than one. */
enum status note_get(struct notes *n, struct slice id, struct arena *arena, struct note *out,
                     struct err *err) MUST_USE;
/* In the order of the text.  `language` empty: those bound to any version, too. */
enum status note_of_document(struct notes *n, struct slice document, struct slice language,
                             struct arena *arena, struct note_list *out, struct err *err) MUST_USE;
/* Which of all notes. */
enum note_which {
	NOTE_ALL,     /* not thrown away */
	NOTE_KEPT,    /* all and the trash */
	NOTE_TRASH,   /* the latest first */
	NOTE_ORPHANS, /* orphans and changed ones that wait to be looked at */
};
enum status note_list(struct notes *n, enum note_which which, struct arena *arena,
                      struct note_list *out, struct err *err) MUST_USE;
/* Notes that speak of a place ("" : of any in the document) by its REF in their text. */
enum status note_linking(struct notes *n, struct slice key, struct slice place, struct arena *arena,
                         struct note_list *out, struct err *err) MUST_USE;
/* A REF in a text: "A/70/1", "cac/cosp/2019/9@en#12", "A/70/1!annex_1#3". */
struct note_ref {
	size_t start, end;     /* bytes of the text, the place among them */
	struct slice symbol;   /* as it is written */
	struct slice language; /* "en", or empty */
	struct buf place;      /* as places are filed; owned: one of zeroes is fine to begin with */
};
/* The next one behind *ref; false at the end, when there is nothing left to release. */
bool note_next_ref(struct slice text, struct note_ref *ref);
/* How many there are. */
struct note_counts {
	long notes, trash, changed, orphans;
};
enum status note_count(struct notes *n, struct note_counts *out, struct err *err) MUST_USE;
/* Takes out of the file for good what was thrown away before `time`, and the journal of it. */
enum status note_purge(struct notes *n, long time, size_t *n_gone, struct err *err) MUST_USE;

/* Half-written notes, kept when a session ends. */
enum status note_put_draft(struct notes *n, const struct note *draft, struct err *err) MUST_USE;
enum status note_drop_draft(struct notes *n, struct slice id, struct err *err) MUST_USE;
enum status note_drafts(struct notes *n, struct slice document, struct arena *arena,
                        struct note_list *out, struct err *err) MUST_USE;

/* Tags of a note.  A name is one line, trimmed; adding one twice or dropping one that is not there
 * changes nothing. */
bool note_has_tag(const struct note *note, struct slice name);
void note_add_tag(struct note *note, struct slice name, struct arena *arena);
void note_drop_tag(struct note *note, struct slice name, struct arena *arena);
bool note_next_tag(struct slice *rest, struct slice *name); /* off the front of *rest */

/* Members of a JSON object that the caller has begun; and the whole object, without a line end: how
 * notes are logged.  Appends. */
void note_write_members(struct json *j, const struct note *note);
void note_add_json(const struct note *note, struct buf *out);
/* False if it is no note. */
bool note_read_json(const struct jsonread *v, struct arena *arena, struct note *out);
/* It says of which document it is, and of what kind. */
bool note_is_complete(const struct note *note);
/* The same text and anchor: only times and states may differ. */
bool note_same(const struct note *a, const struct note *b);

#endif
