/* SPDX-License-Identifier: ISC */
/*
 * One SQLite file of our own: opening with its safeguards, migrations, statements.
 */
#ifndef DUAN_STORE_DB_PRIV_H
#define DUAN_STORE_DB_PRIV_H

#include "base/arena.h"
#include "base/err.h"

#include <sqlite3.h>

enum query {
#define QUERY(constant, sql) QUERY_##constant,
#include "query.def"
#undef QUERY
	QUERIES
};
const char *db_sql(enum query query);

/* A schema in steps: step[i] leads from version i to i + 1. */
struct db_schema {
	int application; /* PRAGMA application_id: tells our files from others' */
	const char *const *step;
	int n_steps;
};

#define NOTES_APPLICATION 0x6475614E /* "duaN" */

struct db {
	sqlite3 *handle;
	char *path;
	sqlite3_stmt *statement[QUERIES]; /* prepared at first use */
};

/*
 * Opens or creates `path` (folder 0700, file 0600), brings the schema up to date in a transaction.
 * A folder that others may write to is refused: SQLite would replay a journal planted there.
 * So is another program's database.
 */
enum status db_open(const char *path, const struct db_schema *schema, struct db **out,
                    struct err *err) MUST_USE;
void db_close(struct db *db); /* NULL is fine */

/* A statement ready for its parameters; NULL with *err set when it cannot be prepared. */
sqlite3_stmt *db_statement(struct db *db, enum query query, struct err *err);
void db_bind_text(sqlite3_stmt *s, int at, struct slice text);
/* The text of a column, copied. */
struct slice db_column_text(sqlite3_stmt *s, int column, struct arena *arena);
/* SQLite's answer in words. */
enum status db_refused(struct db *db, int code, struct err *err);

#endif
