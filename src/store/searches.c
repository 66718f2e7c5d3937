/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/searches.h"

#include "base/vec.h"
#include "notes_priv.h"

#include <string.h>

/* A statement of one or two texts; `second` may be empty. */
static enum status
run(struct notes *n, enum query query, struct slice first, struct slice second, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, query, err);

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, first);
	if (sqlite3_bind_parameter_count(s) > 1)
		db_bind_text(s, 2, second);
	return db_run(n->db, s, err);
}

static enum status
trim(struct notes *n, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_TRIM_SEARCHES, err);

	if (!s)
		return db_failed(err);
	sqlite3_bind_int64(s, 1, SEARCHES_MAX);
	return db_run(n->db, s, err);
}

enum status
searches_remember(struct notes *n, struct slice query, struct err *err)
{
	enum status status = notes_begin(n, err);

	if (status != STATUS_OK)
		return status;
	status = run(n, QUERY_PUT_SEARCH, query, slice_from(NULL), err);
	if (status == STATUS_OK)
		status = trim(n, err);
	return notes_end(n, status, err);
}

enum status
searches_save(struct notes *n, struct slice name, struct slice query, struct err *err)
{
	return run(n, QUERY_SAVE_SEARCH, name, query, err);
}

enum status
searches_forget(struct notes *n, const struct kept_search *search, struct err *err)
{
	if (search->name.len > 0)
		return run(n, QUERY_DROP_SAVED_SEARCH, search->name, slice_from(NULL), err);
	return run(n, QUERY_DROP_SEARCH, search->query, slice_from(NULL), err);
}

enum status
searches_list(struct notes *n, struct arena *arena, struct kept_search **out, size_t *n_out,
              struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_SEARCHES, err);
	VEC(struct kept_search) list = { 0 };
	int code;

	*n_out = 0;
	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		VEC_PUSH(&list, ((struct kept_search){ .name = db_column_text(s, 0, arena),
		                                       .query = db_column_text(s, 1, arena) }));
	*out = ARENA_ARRAY(arena, list.n, struct kept_search);
	if (list.n > 0)
		memcpy(*out, list.v, list.n * sizeof **out);
	*n_out = list.n;
	VEC_RELEASE(&list);
	return db_end(n->db, s, code, err);
}
