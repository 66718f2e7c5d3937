/* SPDX-License-Identifier: ISC */
/*
 * Copies of notes.db, and its rescue.
 *
 * Beside notes.db lie notes.db.backup-YYYY-MM-DD, checked copies, the last seven days on which
 * notes were written; notes.db.schema-N, the file as it was before version N + 1 of the schema; and
 * notes.log, every change as a line of JSON, synced.
 */
#ifndef DUAN_STORE_BACKUP_H
#define DUAN_STORE_BACKUP_H

#include "base/buf.h"
#include "store/notes.h"

#define BACKUP_DAYS 7

/* Makes today's copy unless it is there, or nothing was written since the last one.  Takes a while
 * with many notes: for the end of a session. */
enum status backup_daily(struct notes *n, struct err *err) MUST_USE;

/* What backup_rescue() did. */
struct backup_rescued {
	long n_read;    /* rows that could be read in the damaged file */
	long n_notes;   /* notes that are there now */
	struct buf aside; /* where the damaged file lies; owned */
};
/*
 * A damaged notes.db (NULL: in the data folder) is moved aside; a new one gets what can be read of
 * it, then what else is in the last good copy and in the log.  STATUS_OK with `aside` empty if it
 * is not damaged.
 */
enum status backup_rescue(const char *path, struct backup_rescued *out, struct err *err) MUST_USE;

#endif
