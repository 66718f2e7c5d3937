/* SPDX-License-Identifier: ISC */
/*
 * What the files about notes.db share.
 */
#ifndef DUAN_STORE_NOTES_PRIV_H
#define DUAN_STORE_NOTES_PRIV_H

#include "db_priv.h"
#include "store/note.h"

struct notes {
	struct db *db;
	bool is_written; /* something was changed since it was opened */
};

/* notes.c */
extern const struct db_schema notes_schema;
/* BEGIN IMMEDIATE; and COMMIT, or ROLLBACK when `status` is a failure, which it gives back. */
enum status notes_begin(struct notes *n, struct err *err) MUST_USE;
enum status notes_end(struct notes *n, enum status status, struct err *err) MUST_USE;

/* note_row.c: within a transaction.  STATUS_MISSING, err untouched, if there is none. */
enum status note_row_get(struct notes *n, struct slice id, struct arena *arena, struct note *out,
                         struct err *err) MUST_USE;
enum status note_row_put(struct notes *n, const struct note *note, struct err *err) MUST_USE;
enum status note_row_drop(struct notes *n, struct slice id, struct err *err) MUST_USE;
/* The rows of a statement whose columns are NOTE_COLUMNS; ends it. */
enum status note_row_list(struct notes *n, sqlite3_stmt *s, struct arena *arena,
                          struct note_list *out, struct err *err) MUST_USE;

/* journal.c: within a transaction.  NULL: there was none, there is none. */
enum status journal_add(struct notes *n, long step, const struct note *before,
                        const struct note *after, struct err *err) MUST_USE;
/* Forgets what was taken back, and steps that are too long ago; gives the number for a new one. */
enum status journal_open(struct notes *n, long *step, struct err *err) MUST_USE;

/* log.c: appends lines to the log beside `path` and syncs it. */
enum status log_append(const char *path, struct slice lines, struct err *err) MUST_USE;
void log_path(const char *path, struct buf *out);
void log_add_note(struct buf *lines, const struct note *note);
void log_add_gone(struct buf *lines, struct slice id);

/* backup.c: the path of the newest daily copy; the date of today.  Append. */
bool backup_newest(const char *path, struct buf *out);
void backup_add_date(struct buf *out);

#endif
