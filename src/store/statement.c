/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "db_priv.h"

static const struct {
	enum db_file file;
	const char *sql;
} queries[QUERIES] = {
#define QUERY(file, constant, sql) [QUERY_##constant] = { DB_##file, sql },
#include "query.def"
#undef QUERY
};

const char *
db_sql(enum query query)
{
	return queries[query].sql;
}

enum db_file
db_query_file(enum query query)
{
	return queries[query].file;
}

sqlite3_stmt *
db_statement(struct db *db, enum query query, struct err *err)
{
	sqlite3_stmt **s = &db->statement[query];
	int code;

	if (*s) {
		sqlite3_reset(*s);
		sqlite3_clear_bindings(*s);
		return *s;
	}
	code = sqlite3_prepare_v3(db->handle, queries[query].sql, -1, SQLITE_PREPARE_PERSISTENT, s, NULL);
	if (code == SQLITE_OK)
		return *s;
	(void)db_refused(db, code, err);
	return NULL;
}

void
db_bind_text(sqlite3_stmt *s, int at, struct slice text)
{
	sqlite3_bind_text64(s, at, text.p ? text.p : "", text.len, SQLITE_TRANSIENT, SQLITE_UTF8);
}

struct slice
db_column_kept(sqlite3_stmt *s, int column)
{
	const char *text = (const char *)sqlite3_column_text(s, column);
	size_t len = (size_t)sqlite3_column_bytes(s, column);

	return slice_of(text ? text : "", len);
}

struct slice
db_column_text(sqlite3_stmt *s, int column, struct arena *arena)
{
	return arena_copy(arena, db_column_kept(s, column));
}

enum status
db_failed(const struct err *err)
{
	return err ? err->status : STATUS_IO;
}

void
db_bind_kept(sqlite3_stmt *s, int at, struct slice text)
{
	sqlite3_bind_text64(s, at, text.p ? text.p : "", text.len, SQLITE_STATIC, SQLITE_UTF8);
}

enum status
db_end(struct db *db, sqlite3_stmt *s, int code, struct err *err)
{
	sqlite3_reset(s);
	return code == SQLITE_DONE || code == SQLITE_ROW ? STATUS_OK : db_refused(db, code, err);
}

enum status
db_run(struct db *db, sqlite3_stmt *s, struct err *err)
{
	return db_end(db, s, sqlite3_step(s), err);
}
