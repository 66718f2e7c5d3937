/* SPDX-License-Identifier: ISC */
/*
 * Links go under the keys of their targets, or out again.  A document's own parts are no links to
 * file: nobody asks a document who of itself cites it.
 */
#include "config.h"

#include "base/map.h"
#include "base/vec.h"
#include "cite/target.h"
#include "library_priv.h"

struct filed {
	struct slice key, name, container, url;
	long citations;
};

/* One target of one citation. */
struct entry {
	struct slice key;
	struct target target;
	const struct citation *citation;
	int64_t block, paragraph;
};

struct filing {
	struct arena arena;
	VEC(struct entry) entries;
	VEC(struct filed) keys; /* each once */
	struct map at;          /* of a key in `keys` */
};

static void
release(struct filing *f)
{
	map_release(&f->at);
	VEC_RELEASE(&f->keys);
	VEC_RELEASE(&f->entries);
	arena_release(&f->arena);
}

/* As it was spelt: the target without its place. */
static struct slice
name_of(const struct target *t, struct slice key)
{
	size_t scheme = key.len - t->name.len;

	return slice_of(t->name.p - scheme, scheme + t->name.len);
}

static void
count(struct filing *f, const struct entry *e)
{
	long *at = map_at(&f->at, e->key);
	struct filed *filed;

	if (*at == 0) {
		VEC_PUSH(&f->keys, ((struct filed){ .key = e->key,
		                                    .name = name_of(&e->target, e->key) }));
		*at = (long)f->keys.n;
	}
	filed = &f->keys.v[*at - 1];
	filed->citations++;
	if (filed->container.len == 0)
		filed->container = e->citation->container;
	if (filed->url.len == 0)
		filed->url = e->citation->url;
}

static void
collect(struct filing *f, const struct citation *c, int64_t block, int64_t paragraph)
{
	struct slice rest = c->target;
	struct entry e = { .citation = c, .block = block, .paragraph = paragraph };
	struct buf key = { 0 };

	while (target_next(&rest, &e.target)) {
		buf_clear(&key);
		if (e.target.scheme != TARGET_SELF)
			target_key(&e.target, slice_from(NULL), &key);
		if (key.len == 0)
			continue;
		e.key = arena_copy(&f->arena, buf_slice(&key));
		VEC_PUSH(&f->entries, e);
	}
	buf_release(&key);
}

size_t
link_paragraph(const struct doc *d, size_t block)
{
	enum block_kind kind = doc_block(d, block)->kind;
	size_t paragraph = SLICE_NONE;

	if (kind == BLOCK_ITEM || kind == BLOCK_TEXT || kind == BLOCK_QUOTE || kind == BLOCK_TABLE)
		paragraph = doc_paragraph_of(d, block);
	return paragraph == SLICE_NONE ? block : paragraph;
}

static enum status
add_entry(struct library *l, struct filing *f, const struct entry *e, struct err *err)
{
	sqlite3_stmt *s = db_statement(l->db, QUERY_ADD_LINK, err);
	struct buf place = { 0 };
	enum status status;

	if (!s)
		return db_failed(err);
	target_place(&e->target, &place);
	db_bind_kept(s, 1, e->key);
	db_bind_kept(s, 2, buf_slice(&place));
	sqlite3_bind_int64(s, 3, e->block);
	sqlite3_bind_int64(s, 4, (sqlite3_int64)e->citation->start);
	db_bind_kept(s, 5, e->target.upto);
	sqlite3_bind_int64(s, 6, e->paragraph);
	status = db_run(l->db, s, err);
	if (status == STATUS_OK && sqlite3_changes(l->db->handle) > 0)
		count(f, e); /* else the citation names the place twice */
	buf_release(&place);
	return status;
}

static enum status
add_key(struct library *l, const struct filed *f, struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_ADD_TARGET, f->key, err);

	if (!s)
		return db_failed(err);
	db_bind_kept(s, 2, f->name);
	db_bind_kept(s, 3, f->container);
	db_bind_kept(s, 4, f->url);
	sqlite3_bind_int64(s, 5, f->citations);
	return db_run(l->db, s, err);
}

static enum status
add_all(struct library *l, struct filing *f, struct err *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < f->entries.n && status == STATUS_OK; i++)
		status = add_entry(l, f, &f->entries.v[i], err);
	for (size_t i = 0; i < f->keys.n && status == STATUS_OK; i++)
		status = add_key(l, &f->keys.v[i], err);
	return status;
}

enum status
link_file(struct library *l, int64_t id, const struct doc *d, struct err *err)
{
	int64_t first = id << LIBRARY_BLOCK_BITS;
	struct filing f = { 0 };
	enum status status;

	for (size_t i = 0; i < d->n_blocks; i++)
		for (size_t k = 0; k < doc_block(d, i)->n_citations; k++)
			collect(&f, &doc_block(d, i)->citations[k], first + (int64_t)i,
			        first + (int64_t)link_paragraph(d, i));
	status = add_all(l, &f, err);
	release(&f);
	return status;
}

/* DROP_LINK or CHECK_FILED of one entry. */
static enum status
ask_entry(struct library *l, enum query query, const struct entry *e, int *code, struct err *err)
{
	sqlite3_stmt *s = library_ask(l, query, e->key, err);
	struct buf place = { 0 };

	if (!s)
		return db_failed(err);
	target_place(&e->target, &place);
	db_bind_kept(s, 2, buf_slice(&place));
	sqlite3_bind_int64(s, 3, e->block);
	sqlite3_bind_int64(s, 4, (sqlite3_int64)e->citation->start);
	*code = sqlite3_step(s);
	buf_release(&place);
	return db_end(l->db, s, *code, err);
}

static enum status
drop_entry(struct library *l, struct filing *f, const struct entry *e, struct err *err)
{
	int code;
	enum status status = ask_entry(l, QUERY_DROP_LINK, e, &code, err);

	if (status == STATUS_OK && sqlite3_changes(l->db->handle) > 0)
		count(f, e);
	return status;
}

static enum status
drop_key(struct library *l, const struct filed *f, struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_TAKE_TARGET, f->key, err);
	enum status status;

	if (!s)
		return db_failed(err);
	sqlite3_bind_int64(s, 2, f->citations);
	status = db_run(l->db, s, err);
	if (status != STATUS_OK)
		return status;
	s = library_ask(l, QUERY_DROP_TARGET, f->key, err);
	return s ? db_run(l->db, s, err) : db_failed(err);
}

/* The citations as they are stored; what they were filed under follows from them. */
static enum status
collect_stored(struct library *l, int64_t id, struct filing *f, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_LINKS_FROM, id, err);
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		struct citation *c = ARENA_NEW(&f->arena, struct citation);

		*c = read_citation(s, &f->arena);
		collect(f, c, sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 9));
	}
	return db_end(l->db, s, code, err);
}

enum status
link_unfile(struct library *l, int64_t id, struct err *err)
{
	struct filing f = { 0 };
	enum status status = collect_stored(l, id, &f, err);

	for (size_t i = 0; i < f.entries.n && status == STATUS_OK; i++)
		status = drop_entry(l, &f, &f.entries.v[i], err);
	for (size_t i = 0; i < f.keys.n && status == STATUS_OK; i++)
		status = drop_key(l, &f.keys.v[i], err);
	release(&f);
	return status;
}

enum status
link_refile(struct library *l, int64_t id, struct err *err)
{
	struct filing f = { 0 };
	enum status status = collect_stored(l, id, &f, err);

	if (status == STATUS_OK)
		status = add_all(l, &f, err);
	release(&f);
	return status;
}

enum status
link_count_unfiled(struct library *l, int64_t id, long *n, struct err *err)
{
	struct filing f = { 0 };
	enum status status = collect_stored(l, id, &f, err);

	for (size_t i = 0; i < f.entries.n && status == STATUS_OK; i++) {
		int code = SQLITE_ROW;

		status = ask_entry(l, QUERY_CHECK_FILED, &f.entries.v[i], &code, err);
		*n += code == SQLITE_DONE;
	}
	release(&f);
	return status;
}
