/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/library.h"

#include "base/file.h"
#include "base/vec.h"
#include "cite/symbol.h"
#include "library_priv.h"
#include "store/link.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

static const char schema_1[] =
#include "library-001.inc"
	;
static const char *const steps[] = { schema_1 };
static const struct db_schema schema = { .application = LIBRARY_APPLICATION,
	                                 .snapshot = SNAPSHOT_APPLICATION,
	                                 .step = steps,
	                                 .n_steps = sizeof steps / sizeof *steps,
	                                 .is_rebuildable = true,
	                                 .prepare = tokenizer_register };

typedef VEC(struct library_document) document_list;

enum status
library_path(const char *path, struct buf *out, struct err *err)
{
	enum status status = STATUS_OK;

	if (path) {
		buf_add_str(out, path);
	} else {
		status = file_folder(FILE_DATA, out, err);
		buf_add_str(out, "/library.db");
	}
	return status;
}

enum status
library_open(const char *path, struct library **out, struct err *err)
{
	struct buf file = { 0 };
	struct db *db = NULL;
	enum status status = library_path(path, &file, err);

	if (status == STATUS_OK)
		status = db_open(buf_str(&file), &schema, &db, err);
	buf_release(&file);
	if (status != STATUS_OK)
		return status;
	*out = mem_resize(NULL, sizeof **out);
	**out = (struct library){ .db = db };
	return STATUS_OK;
}

void
library_close(struct library *l)
{
	if (!l)
		return;
	db_close(l->db);
	free(l);
}

const char *
library_name(const struct library *l)
{
	return l->db->path;
}

void
library_wait(struct library *l, int ms)
{
	sqlite3_busy_timeout(l->db->handle, ms);
}

bool
library_may_write(const struct library *l)
{
	return !l->db->is_read_only;
}

bool
library_is_snapshot(const struct library *l)
{
	return l->db->is_snapshot;
}

int64_t
library_version(struct library *l)
{
	sqlite3_stmt *s = db_statement(l->db, QUERY_DATA_VERSION, NULL);
	int64_t others = 0;

	if (s && sqlite3_step(s) == SQLITE_ROW)
		others = sqlite3_column_int64(s, 0);
	if (s)
		sqlite3_reset(s);
	/* The pragma tells what others wrote, not what this connection did. */
	return others << 32 ^ sqlite3_total_changes64(l->db->handle);
}

void
library_key(struct slice symbol, struct buf *out)
{
	size_t start = out->len;

	buf_add_str(out, "doc:");
	symbol_key(symbol, out);
	for (size_t i = start; i < out->len; i++)
		out->p[i] = byte_to_lower(out->p[i]);
}

void
library_fold(struct slice text, struct buf *out)
{
	struct buf folded = { 0 };

	fold_text(text, &folded, NULL);
	for (size_t i = 0; i < folded.len; i++)
		if (folded.p[i] != ' ')
			buf_add_byte(out, byte_to_lower(folded.p[i]));
	buf_release(&folded);
}

enum status
library_begin(struct library *l, enum query query, struct err *err)
{
	sqlite3_stmt *s = db_statement(l->db, query, err);

	return s ? db_run(l->db, s, err) : db_failed(err);
}

enum status
library_end(struct library *l, enum status status, struct err *err)
{
	if (sqlite3_get_autocommit(l->db->handle))
		return status; /* it did not begin, or SQLite has taken it back itself */
	if (status == STATUS_OK)
		status = library_begin(l, QUERY_COMMIT, err);
	if (status != STATUS_OK)
		sqlite3_exec(l->db->handle, db_sql(QUERY_ROLLBACK), NULL, NULL, NULL);
	return status;
}

sqlite3_stmt *
library_ask(struct library *l, enum query query, struct slice key, struct err *err)
{
	sqlite3_stmt *s = db_statement(l->db, query, err);

	if (s)
		db_bind_text(s, 1, key);
	return s;
}

sqlite3_stmt *
library_ask_id(struct library *l, enum query query, int64_t id, struct err *err)
{
	sqlite3_stmt *s = db_statement(l->db, query, err);

	if (s)
		sqlite3_bind_int64(s, 1, id);
	return s;
}

struct library_document
library_read(sqlite3_stmt *s, struct arena *arena)
{
	return (struct library_document){
		.id = sqlite3_column_int64(s, 0),
		.symbol = db_column_text(s, 1, arena),
		.language = db_column_text(s, 2, arena),
		.title = db_column_text(s, 3, arena),
		.body = db_column_text(s, 4, arena),
		.session = db_column_text(s, 5, arena),
		.date = db_column_text(s, 6, arena),
		.job = db_column_text(s, 7, arena),
		.format = db_column_text(s, 8, arena),
		.name = db_column_text(s, 9, arena),
		.path = db_column_text(s, 10, arena),
		.sha256 = db_column_text(s, 11, arena),
		.pages = (uint32_t)sqlite3_column_int64(s, 12),
		.n_blocks = (size_t)sqlite3_column_int64(s, 13),
		.added = sqlite3_column_int64(s, 14),
	};
}

/* All rows of a statement that is ready; NULL was refused already. */
static enum status
read_all(struct library *l, sqlite3_stmt *s, struct arena *arena, document_list *list,
         struct err *err)
{
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		VEC_PUSH(list, library_read(s, arena));
	return db_end(l->db, s, code, err);
}

/* Moves the list to the caller. */
static void
hand_over(document_list *list, struct arena *arena, struct library_documents *out)
{
	out->n = list->n;
	out->v = ARENA_ARRAY(arena, list->n, struct library_document);
	if (list->n > 0)
		memcpy(out->v, list->v, list->n * sizeof *out->v);
	VEC_RELEASE(list);
}

enum status
library_get(struct library *l, int64_t id, struct arena *arena, struct library_document *out,
              struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_DOCUMENT, id, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		*out = library_read(s, arena);
	else if (code == SQLITE_DONE)
		return STATUS_MISSING;
	return db_end(l->db, s, code, err);
}

static enum status
holders(struct library *l, struct slice key, struct arena *arena, document_list *list,
        struct err *err)
{
	return read_all(l, library_ask(l, QUERY_HOLDERS, key, err), arena, list, err);
}

/* The best of the list in the language, or by preference; SLICE_NONE if there is none.  Of several
 * in one language it is the one added last. */
static size_t
choose(const document_list *list, struct slice language, struct slice prefer)
{
	size_t best = SLICE_NONE;

	for (size_t i = 0; i < list->n; i++) {
		struct slice own = list->v[i].language;

		if (language.len > 0 && !slice_eq(own, language))
			continue;
		if (best == SLICE_NONE ||
		    library_rank(own, prefer) <= library_rank(list->v[best].language, prefer))
			best = i;
	}
	return best;
}

static bool
is_hash(struct slice symbol)
{
	return slice_starts(symbol, "sha256:");
}

enum status
library_find(struct library *l, struct slice symbol, struct slice language, struct slice prefer,
             struct arena *arena, struct library_document *out, struct err *err)
{
	struct library_documents found;
	document_list list = { 0 };
	enum status status;
	size_t best;

	if (is_hash(symbol))
		status = read_all(l, library_ask(l, QUERY_BY_HASH, slice_skip(symbol, 7), err), arena,
		                  &list, err);
	else if ((status = library_versions(l, symbol, arena, &found, err)) == STATUS_OK)
		for (size_t i = 0; i < found.n; i++)
			VEC_PUSH(&list, found.v[i]);
	best = choose(&list, language, prefer);
	if (status == STATUS_OK && best == SLICE_NONE)
		status = STATUS_MISSING;
	else if (status == STATUS_OK)
		*out = list.v[best];
	VEC_RELEASE(&list);
	return status;
}

enum status
library_versions(struct library *l, struct slice symbol, struct arena *arena,
                 struct library_documents *out, struct err *err)
{
	document_list list = { 0 };
	struct buf key = { 0 };
	enum status status;

	library_key(symbol, &key);
	status = holders(l, buf_slice(&key), arena, &list, err);
	buf_release(&key);
	hand_over(&list, arena, out);
	return status;
}

enum status
library_list(struct library *l, struct arena *arena, struct library_documents *out, struct err *err)
{
	document_list list = { 0 };
	enum status status = read_all(l, db_statement(l->db, QUERY_DOCUMENTS, err), arena, &list, err);

	hand_over(&list, arena, out);
	return status;
}

/* Puts what is new of `more` behind the list, up to `max`. */
static void
merge(document_list *list, const document_list *more, size_t max)
{
	for (size_t i = 0; i < more->n && list->n < max; i++) {
		size_t at = 0;

		while (at < list->n && list->v[at].id != more->v[i].id)
			at++;
		if (at == list->n)
			VEC_PUSH(list, more->v[i]);
	}
}

enum status
library_complete(struct library *l, struct slice typed, size_t max, struct arena *arena,
                 struct library_documents *out, struct err *err)
{
	static const enum query within[] = { QUERY_HOLDING_IN_NAME, QUERY_HOLDING_IN_TITLE };
	document_list list = { 0 }, more = { 0 };
	struct buf key = { 0 };
	sqlite3_stmt *s;
	enum status status;

	buf_add_str(&key, "doc:");
	library_fold(typed, &key);
	s = library_ask(l, QUERY_STARTING, buf_slice(&key), err);
	if (s) {
		struct slice above = arena_printf(arena, "%s\xFF", key.p);

		db_bind_text(s, 2, above);
		sqlite3_bind_int64(s, 3, (sqlite3_int64)max);
	}
	status = read_all(l, s, arena, &more, err);
	merge(&list, &more, max);
	for (size_t i = 0; status == STATUS_OK && i < 2 && list.n < max; i++) {
		VEC_CLEAR(&more);
		s = library_ask(l, within[i], slice_skip(buf_slice(&key), 4), err);
		if (s)
			sqlite3_bind_int64(s, 2, (sqlite3_int64)max);
		status = read_all(l, s, arena, &more, err);
		merge(&list, &more, max);
	}
	buf_release(&key);
	VEC_RELEASE(&more);
	hand_over(&list, arena, out);
	return status;
}

/* The report that is said to hold it, from any citation. */
static enum status
container_of(struct library *l, struct slice key, struct buf *out, struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_TARGET, key, err);
	struct arena arena = { 0 };
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW && sqlite3_column_bytes(s, 1) > 0)
		library_key(db_column_text(s, 1, &arena), out);
	arena_release(&arena);
	return db_end(l->db, s, code, err);
}

/* As holders(), with the place in each. */
static enum status
read_holders(struct library *l, struct slice key, struct arena *arena, document_list *list,
             struct slice *eid, struct slice prefer, struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_HOLDERS, key, err);
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		VEC_PUSH(list, library_read(s, arena));
		if (choose(list, SLICE(""), prefer) == list->n - 1)
			*eid = db_column_text(s, 15, arena);
	}
	return db_end(l->db, s, code, err);
}

enum status
library_holder(struct library *l, struct slice target_key, struct slice prefer, struct arena *arena,
               struct library_document *out, struct slice *eid, struct err *err)
{
	document_list list = { 0 };
	struct buf container = { 0 };
	enum status status;

	*eid = slice_from(NULL);
	status = read_holders(l, target_key, arena, &list, eid, prefer, err);
	if (status == STATUS_OK && list.n == 0)
		status = container_of(l, target_key, &container, err);
	if (status == STATUS_OK && container.len > 0)
		status = holders(l, buf_slice(&container), arena, &list, err);
	if (status == STATUS_OK && list.n == 0)
		status = STATUS_MISSING;
	else if (status == STATUS_OK)
		*out = list.v[choose(&list, SLICE(""), prefer)];
	buf_release(&container);
	VEC_RELEASE(&list);
	return status;
}

static bool
exists(struct library *l, struct slice key)
{
	sqlite3_stmt *s = library_ask(l, QUERY_IS_HELD, key, NULL);
	bool found = s && sqlite3_step(s) == SQLITE_ROW;

	sqlite3_reset(s);
	return found;
}

bool
link_is_held(struct library *l, struct slice key)
{
	struct buf container = { 0 };
	bool held = exists(l, key);

	if (!held && container_of(l, key, &container, NULL) == STATUS_OK && container.len > 0)
		held = exists(l, buf_slice(&container));
	buf_release(&container);
	return held;
}
