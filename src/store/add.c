/* SPDX-License-Identifier: ISC */
/*
 * Which file of several stands for a document, and the transaction that puts it in.
 */
#include "config.h"

#include "base/vec.h"
#include "cite/symbol.h"
#include "library_priv.h"
#include "store/link.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* A document held, as far as it matters here. */
struct held {
	int64_t id;
	struct slice path, sha256;
	int64_t size, changed;
	bool is_of_us; /* understood by this version of the program */
	int64_t n_bytes;
	struct slice name;
};

struct plan {
	struct arena *arena;
	struct held same; /* for LIBRARY_SAME */
	struct library_change change;
	VEC(int64_t) replaced;
};

/* The first row of a FILE_BY_… statement.  STATUS_MISSING if there is none. */
static enum status
read_held(struct library *l, sqlite3_stmt *s, struct arena *arena, struct held *out,
          struct err *err)
{
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_DONE) {
		sqlite3_reset(s);
		return STATUS_MISSING;
	}
	if (code == SQLITE_ROW)
		*out = (struct held){ .id = sqlite3_column_int64(s, 0),
			              .path = db_column_text(s, 1, arena),
			              .sha256 = db_column_text(s, 2, arena),
			              .size = sqlite3_column_int64(s, 3),
			              .changed = sqlite3_column_int64(s, 4),
			              .is_of_us = slice_is(db_column_kept(s, 5), PACKAGE_VERSION),
			              .n_bytes = sqlite3_column_int64(s, 6),
			              .name = db_column_text(s, 7, arena) };
	return db_end(l->db, s, code, err);
}

static struct write_file
look_at(struct slice path)
{
	struct write_file file = { .path = path, .size = -1 };
	struct buf name = { 0 };
	struct stat st;

	buf_add(&name, path);
	if (path.len > 0 && stat(name.p, &st) == 0) {
		file.size = st.st_size;
		file.changed = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
	}
	buf_release(&name);
	return file;
}

static void
replace(struct plan *plan, const struct held *held, struct slice path)
{
	plan->change.what = LIBRARY_REPLACED;
	if (!slice_eq(held->path, path))
		plan->change.rival = held->path;
	for (size_t i = 0; i < plan->replaced.n; i++)
		if (plan->replaced.v[i] == held->id)
			return;
	VEC_PUSH(&plan->replaced, held->id);
}

/* "A_70_1.en.txt" says that it is A/70/1. */
static bool
is_named(struct slice name, struct slice symbol)
{
	struct buf key = { 0 };
	bool same = symbol_from_file_name(name, &key) && symbol_same(buf_slice(&key), symbol);

	buf_release(&key);
	return same;
}

/* Of two files that claim one symbol and language that stands which is named after it, then that
 * with more text, whichever came first: a list of documents, an excerpt or a torn download does not
 * push out the document. */
static bool
is_better(const struct doc *d, const struct held *held, enum library_reason *reason)
{
	int64_t n_bytes = (int64_t)d->text_start[d->n_blocks];
	bool named = is_named(d->name, d->symbols[0]);

	*reason = LIBRARY_BY_NAME;
	if (named != is_named(held->name, d->symbols[0]))
		return named;
	*reason = LIBRARY_BY_LENGTH;
	if (n_bytes != held->n_bytes)
		return n_bytes > held->n_bytes;
	*reason = LIBRARY_BY_HASH;
	return slice_cmp(slice_from(d->sha256), held->sha256) >= 0;
}

static enum status
plan_by_hash(struct library *l, const struct doc *d, struct slice path, struct plan *plan,
             struct err *err)
{
	struct held held;
	enum status status = read_held(l, library_ask(l, QUERY_FILE_BY_HASH, slice_from(d->sha256), err),
	                               plan->arena, &held, err);

	if (status != STATUS_OK)
		return status == STATUS_MISSING ? STATUS_OK : status;
	plan->change.id = held.id;
	if (!held.is_of_us) {
		replace(plan, &held, path);
		return STATUS_OK;
	}
	plan->change.what = LIBRARY_SAME;
	plan->same = held;
	return STATUS_OK;
}

static enum status
plan_by_path(struct library *l, struct slice path, struct plan *plan, struct err *err)
{
	struct held held;
	enum status status = read_held(l, library_ask(l, QUERY_FILE_BY_PATH, path, err), plan->arena,
	                               &held, err);

	if (status == STATUS_OK)
		replace(plan, &held, path);
	return status == STATUS_MISSING ? STATUS_OK : status;
}

static enum status
plan_by_symbol(struct library *l, const struct doc *d, struct slice path, struct plan *plan,
               struct err *err)
{
	enum library_reason reason = LIBRARY_NO_RIVAL;
	struct held held;
	enum status status;
	sqlite3_stmt *s;

	if (d->n_symbols == 0)
		return STATUS_OK;
	s = library_ask(l, QUERY_FILE_BY_SYMBOL, d->symbols[0], err);
	if (s)
		db_bind_text(s, 2, d->language);
	status = read_held(l, s, plan->arena, &held, err);
	if (status != STATUS_OK)
		return status == STATUS_MISSING ? STATUS_OK : status;
	if ((path.len > 0 && slice_eq(held.path, path)) || is_better(d, &held, &reason)) {
		replace(plan, &held, path);
		plan->change.reason = reason;
	} else {
		plan->change = (struct library_change){ .what = LIBRARY_KEPT,
			                                .id = held.id,
			                                .rival = held.path,
			                                .reason = reason };
		VEC_CLEAR(&plan->replaced);
	}
	return STATUS_OK;
}

static enum status
make_plan(struct library *l, const struct doc *d, struct slice path, struct plan *plan,
          struct err *err)
{
	enum status status = plan_by_hash(l, d, path, plan, err);

	if (status != STATUS_OK || plan->change.what == LIBRARY_SAME)
		return status;
	status = plan_by_path(l, path, plan, err);
	if (status == STATUS_OK)
		status = plan_by_symbol(l, d, path, plan, err);
	return status;
}

/* Citations that have waited for something this document holds. */
static enum status
count_lit(struct library *l, const struct doc *d, size_t *lit, struct err *err)
{
	enum status status = STATUS_OK;
	struct arena arena = { 0 };
	struct holding *held;
	size_t n = holding_find(d, &arena, &held);

	for (size_t i = 0; i < n && status == STATUS_OK; i++) {
		sqlite3_stmt *s;
		int code;

		if (link_is_held(l, held[i].key))
			continue;
		s = library_ask(l, QUERY_TARGET, held[i].key, err);
		if (!s)
			return db_failed(err);
		code = sqlite3_step(s);
		if (code == SQLITE_ROW)
			*lit += (size_t)sqlite3_column_int64(s, 4);
		status = db_end(l->db, s, code, err);
	}
	arena_release(&arena);
	return status;
}

/* The same bytes again: where they lie now is noted, so that next time a look at the file does. */
static enum status
move_file(struct library *l, const struct held *held, const struct write_file *file,
          struct err *err)
{
	sqlite3_stmt *s;

	if (file->size < 0 || (slice_eq(held->path, file->path) && held->size == file->size &&
	                       held->changed == file->changed))
		return STATUS_OK;
	s = library_ask_id(l, QUERY_MOVE_FILE, held->id, err);
	if (!s)
		return db_failed(err);
	db_bind_kept(s, 2, file->path);
	sqlite3_bind_int64(s, 3, file->size);
	sqlite3_bind_int64(s, 4, file->changed);
	return db_run(l->db, s, err);
}

static enum status
carry_out(struct library *l, const struct doc *d, const struct write_file *file, struct plan *plan,
          struct err *err)
{
	enum status status = STATUS_OK;

	if (plan->change.what == LIBRARY_SAME)
		return move_file(l, &plan->same, file, err);
	if (plan->change.what == LIBRARY_KEPT)
		return STATUS_OK;
	status = count_lit(l, d, &plan->change.lit, err);
	for (size_t i = 0; i < plan->replaced.n && status == STATUS_OK; i++)
		status = write_removal(l, plan->replaced.v[i], err);
	if (status == STATUS_OK)
		status = write_document(l, d, file, &plan->change.id, err);
	return status;
}

static enum status
refuse_writing(struct library *l, struct err *err)
{
	if (library_is_snapshot(l))
		return err_set(err, STATUS_DENIED,
		               "%s: is a published library, which nobody changes; name your own with --library",
		               "%s：是已发布的文献库，不可更改，请用 --library 指定自己的文献库",
		               l->db->path);
	return err_set(err, STATUS_DENIED, "%s: the library is read-only; name another with --library",
	               "%s：文献库只读，可用 --library 另行指定", l->db->path);
}

/* Without room SQLite may take a transaction back on its own. */
static bool
has_lost_batch(const struct library *l)
{
	return sqlite3_get_autocommit(l->db->handle) != 0;
}

static enum status
refuse_batch(const struct library *l, struct err *err)
{
	return err_set(err, STATUS_IO, "%s: could not be written to", "%s：未能写入", l->db->path);
}

enum status
library_add(struct library *l, const struct doc *d, struct slice path, struct arena *arena,
            struct library_change *change, struct err *err)
{
	struct plan plan = { .arena = arena };
	struct write_file file = look_at(path);
	enum status status = STATUS_OK;

	if (!library_may_write(l))
		return refuse_writing(l, err);
	if (!l->has_batch)
		status = library_begin(l, QUERY_BEGIN_WRITE, err);
	else if (has_lost_batch(l))
		status = refuse_batch(l, err);
	if (status == STATUS_OK)
		status = make_plan(l, d, path, &plan, err);
	if (status == STATUS_OK)
		status = carry_out(l, d, &file, &plan, err);
	if (!l->has_batch)
		status = library_end(l, status, err);
	if (!l->has_batch && status == STATUS_OK)
		fulltext_file_some(l);
	*change = plan.change;
	VEC_RELEASE(&plan.replaced);
	return status;
}

static enum status
run(struct library *l, enum query query, struct err *err)
{
	sqlite3_stmt *s = db_statement(l->db, query, err);

	return s ? db_run(l->db, s, err) : db_failed(err);
}

enum status
library_batch_begin(struct library *l, struct err *err)
{
	enum status status;

	if (!library_may_write(l))
		return refuse_writing(l, err);
	status = run(l, QUERY_BATCH_CACHE, err);
	if (status == STATUS_OK)
		status = library_begin(l, QUERY_BEGIN_WRITE, err);
	l->has_batch = status == STATUS_OK;
	return status;
}

enum status
library_batch_end(struct library *l, enum status status, struct err *err)
{
	if (status == STATUS_OK && has_lost_batch(l))
		status = refuse_batch(l, err);
	status = library_end(l, status, err);
	l->has_batch = false;
	if (status == STATUS_OK)
		fulltext_file_some(l);
	return status;
}

enum status
library_remove(struct library *l, int64_t id, struct err *err)
{
	enum status status;

	if (!library_may_write(l))
		return refuse_writing(l, err);
	status = library_begin(l, QUERY_BEGIN_WRITE, err);
	if (status == STATUS_OK)
		status = write_removal(l, id, err);
	return library_end(l, status, err);
}

enum status
library_held_file(struct library *l, struct slice path, struct slice sha256, int64_t *id,
                  struct err *err)
{
	struct write_file file = look_at(path);
	struct arena arena = { 0 };
	struct held held;
	enum status status =
		read_held(l,
	                  sha256.len > 0 ? library_ask(l, QUERY_FILE_BY_HASH, sha256, err)
	                                 : library_ask(l, QUERY_FILE_BY_PATH, path, err),
	                  &arena, &held, err);

	if (status == STATUS_OK && held.is_of_us && sha256.len > 0 && library_may_write(l))
		status = move_file(l, &held, &file, err);
	if (status == STATUS_OK && (!held.is_of_us || (sha256.len == 0 && (held.size != file.size ||
	                                                                   held.changed != file.changed))))
		status = STATUS_MISSING;
	if (status == STATUS_OK)
		*id = held.id;
	arena_release(&arena);
	return status;
}
