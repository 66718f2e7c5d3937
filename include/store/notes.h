/* SPDX-License-Identifier: ISC */
/*
 * notes.db: what is the reader's own.  Here: the place last read and the marks of each document.
 *
 * Rows refer by symbol (or, without one, by the file's SHA-256 as "sha256:…") and by eId + byte +
 * a quotation, never by row id.  journal_mode=TRUNCATE, synchronous=EXTRA, a transaction a change,
 * mode 0600 in a folder 0700 (reliability.md, 3).  A later schema is refused, an earlier migrated.
 */
#ifndef DUAN_STORE_NOTES_H
#define DUAN_STORE_NOTES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

#include <stdint.h>

struct notes;

/* Appends `path`, or where the notes are when that is NULL. */
enum status notes_path(const char *path, struct buf *out, struct err *err) MUST_USE;
/* NULL path: notes.db in the data folder.  Creates the file when it is not there. */
enum status notes_open(const char *path, struct notes **out, struct err *err) MUST_USE;
void notes_close(struct notes *n); /* NULL is fine */

/* A place as it is kept. */
struct kept_place {
	struct slice eid;     /* with component prefix "annex_1!"; empty if the block has none */
	struct slice quote;   /* first 64 bytes or fewer of the text there, whole characters */
	long block, byte;     /* where it was; a hint */
};

struct kept_mark {
	char name; /* a-z in the document, A-Z across documents */
	struct slice document; /* key of the document */
	struct kept_place place;
};

/* Keeps the place last read; replaces the earlier one. */
enum status notes_put_place(struct notes *n, struct slice document, const struct kept_place *p,
                            struct err *err) MUST_USE;
/* STATUS_MISSING (err untouched) when there is none. */
enum status notes_get_place(struct notes *n, struct slice document, struct arena *arena,
                            struct kept_place *out, struct err *err) MUST_USE;
enum status notes_put_mark(struct notes *n, const struct kept_mark *m, struct err *err) MUST_USE;
enum status notes_get_mark(struct notes *n, char name, struct slice document, struct arena *arena,
                           struct kept_mark *out, struct err *err) MUST_USE;
/* Marks of the document, and A-Z; by name. */
enum status notes_list_marks(struct notes *n, struct slice document, struct arena *arena,
                             struct kept_mark **out, size_t *n_out, struct err *err) MUST_USE;
/* The documents read last, the latest first, at most `max`. */
enum status notes_recent(struct notes *n, size_t max, struct arena *arena, struct slice **out,
                         size_t *n_out, struct err *err) MUST_USE;

/* Another number when somebody else has written to the file since. */
int64_t notes_version(struct notes *n);

/* Looks at all of the file: STATUS_CORRUPT if it is damaged. */
enum status notes_check(struct notes *n, struct err *err) MUST_USE;

#endif
