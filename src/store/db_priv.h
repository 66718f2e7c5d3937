/* SPDX-License-Identifier: ISC */
/*
 * One SQLite file of our own: opening with its safeguards, migrations, statements.
 */
#ifndef DUAN_STORE_DB_PRIV_H
#define DUAN_STORE_DB_PRIV_H

#include "base/arena.h"
#include "base/err.h"

#include <sqlite3.h>
#include <sys/stat.h>

enum query {
#define QUERY(file, constant, sql) QUERY_##constant,
#include "query.def"
#undef QUERY
	QUERIES
};
enum db_file { DB_NOTES, DB_LIBRARY };
const char *db_sql(enum query query);
enum db_file db_query_file(enum query query);

/* A schema in steps: step[i] leads from version i to i + 1. */
struct db_schema {
	int application; /* PRAGMA application_id: tells our files from others' */
	const char *const *step;
	int n_steps;
	bool is_rebuildable; /* many readers, also without permission to write; a power cut may cost
	                      * the last transactions.  Else one file and nothing acknowledged is lost */
	int (*prepare)(sqlite3 *handle); /* what its statements need of SQLite; NULL: nothing */
	int snapshot; /* PRAGMA application_id of a copy that is only read; 0: there are none */
};

#define NOTES_APPLICATION 0x6475614E /* "duaN" */
#define LIBRARY_APPLICATION 0x6475614C /* "duaL" */
#define SNAPSHOT_APPLICATION 0x64756150 /* "duaP" */

struct db {
	sqlite3 *handle;
	char *path;
	bool is_rebuildable, is_read_only;
	bool is_snapshot; /* is never changed, but replaced by another: read without a lock */
	sqlite3_stmt *statement[QUERIES]; /* prepared at first use */
};

/*
 * Opens or creates `path` (folder 0700, file 0600), brings the schema up to date in a transaction.
 * A folder that others may write to is refused: SQLite would replay a journal planted there.
 * So is another program's database.  What is rebuildable and cannot be written is opened for
 * reading.
 */
enum status db_open(const char *path, const struct db_schema *schema, struct db **out,
                    struct err *err) MUST_USE;
void db_close(struct db *db); /* NULL is fine */

/* For what can still be read of a file that is damaged: cut off, or with a schema that is not all there.
 * NULL if it does not open at all; closed by the caller. */
sqlite3 *db_open_damaged(const char *path);

/* A folder that others may write to is refused. */
enum status db_check_folder(const char *folder, const struct stat *st, struct err *err) MUST_USE;

/* Reads all of the file and looks at its safeguards. */
enum status db_check(struct db *db, struct err *err) MUST_USE;

/* backup.c: a checked copy of the open file at `to`, mode 0600; replaces what is there. */
enum status backup_copy(struct db *db, const char *to, struct err *err) MUST_USE;

/* statement.c: a statement ready for its parameters; NULL with *err set when it cannot be prepared. */
sqlite3_stmt *db_statement(struct db *db, enum query query, struct err *err);
void db_bind_text(sqlite3_stmt *s, int at, struct slice text);
/* The same for text that stays where it is until the statement is done: no copy is made. */
void db_bind_kept(sqlite3_stmt *s, int at, struct slice text);
/* Runs a statement that gives no rows. */
enum status db_run(struct db *db, sqlite3_stmt *s, struct err *err) MUST_USE;
/* Ends a statement whose last step gave `code`: rows, none or an error. */
enum status db_end(struct db *db, sqlite3_stmt *s, int code, struct err *err) MUST_USE;
/* The text of a column, copied. */
struct slice db_column_text(sqlite3_stmt *s, int column, struct arena *arena);
/* The text of a column, valid until the next step. */
struct slice db_column_kept(sqlite3_stmt *s, int column);
/* The status of a statement that could not be prepared. */
enum status db_failed(const struct err *err);

/* refusal.c: SQLite's answer in words. */
enum status db_refused(struct db *db, int code, struct err *err);
/* STATUS_CORRUPT, with the last line of what SQLite has found. */
enum status db_damaged(struct db *db, const char *found, struct err *err);
/* The disk refused; else the file is at fault. */
bool db_is_disk(int code);
/* So it is by what integrity_check has found. */
bool db_is_unread(struct slice found);
/* STATUS_IO: a damaged file whose rows the disk does not give is not repaired without them. */
enum status db_unread(const char *path, struct err *err);
/* writer.c: STATUS_BUSY, with the name of the program that is writing if it can be found. */
enum status db_busy(struct db *db, struct err *err);

#endif
