/* SPDX-License-Identifier: ISC */
/*
 * A stored document becomes a `struct doc` again.
 */
#include "config.h"

#include "base/vec.h"
#include "library_priv.h"

#include <stdio.h>
#include <string.h>

static enum block_kind
kind_from(struct slice name)
{
	int kind = 0;

	while (kind < BLOCK_OTHER && !slice_is(name, block_kind_name((enum block_kind)kind)))
		kind++;
	return (enum block_kind)kind;
}

static enum citation_confidence
confidence_from(struct slice name)
{
	return slice_is(name, "high")     ? CITATION_HIGH
	       : slice_is(name, "medium") ? CITATION_MEDIUM
	                                  : CITATION_LOW;
}

struct block
read_row(sqlite3_stmt *s, struct arena *arena)
{
	return (struct block){ .kind = kind_from(db_column_kept(s, 0)),
		               .level = sqlite3_column_int(s, 1),
		               .label = db_column_text(s, 2, arena),
		               .number = (long)sqlite3_column_int64(s, 3),
		               .id = db_column_text(s, 4, arena),
		               .component = db_column_text(s, 5, arena),
		               .text = db_column_text(s, 6, arena),
		               .page = (uint32_t)sqlite3_column_int64(s, 7),
		               .source_line = (uint32_t)sqlite3_column_int64(s, 8),
		               .source_end = (uint32_t)sqlite3_column_int64(s, 9) };
}

struct citation
read_citation(sqlite3_stmt *s, struct arena *arena)
{
	enum citation_kind kind = citation_kind_from(db_column_kept(s, 3));

	return (struct citation){ .start = (size_t)sqlite3_column_int64(s, 1),
		                  .end = (size_t)sqlite3_column_int64(s, 2),
		                  .kind = kind < CITATION_KINDS ? kind : CITATION_SYM,
		                  .confidence = confidence_from(db_column_kept(s, 4)),
		                  .target = db_column_text(s, 5, arena),
		                  .container = db_column_text(s, 6, arena),
		                  .evidence = db_column_text(s, 7, arena),
		                  .url = db_column_text(s, 8, arena) };
}

bool
read_fits(const struct block *b, const struct citation *c)
{
	return c->start <= c->end && c->end <= b->text.len;
}

sqlite3_stmt *
read_ask_some(struct library *l, enum query query, int64_t id, size_t first, size_t n, struct err *err)
{
	int64_t from = (id << LIBRARY_BLOCK_BITS) + (int64_t)first;
	sqlite3_stmt *s = library_ask_id(l, query, from, err);

	if (s)
		sqlite3_bind_int64(s, 2, from + (int64_t)n);
	return s;
}

/* Citations of `n` blocks from `first` on; what the file says of places that are not there is left out. */
static enum status
read_some_citations(struct library *l, int64_t id, size_t first, size_t n, struct arena *arena,
                    struct block *out, struct err *err)
{
	sqlite3_stmt *s = read_ask_some(l, QUERY_SOME_CITATIONS, id, first, n, err);
	VEC(struct citation) list = { 0 };
	VEC(struct block *) of = { 0 };
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		size_t block = (size_t)(sqlite3_column_int64(s, 0) - (id << LIBRARY_BLOCK_BITS)) - first;
		struct citation c = read_citation(s, arena);

		if (block >= n || !read_fits(&out[block], &c))
			continue;
		out[block].n_citations++;
		VEC_PUSH(&list, c);
		VEC_PUSH(&of, &out[block]);
	}
	for (size_t i = 0; i < list.n; i += of.v[i]->n_citations) {
		struct block *b = of.v[i];

		b->citations = ARENA_ARRAY(arena, b->n_citations, struct citation);
		memcpy(b->citations, &list.v[i], b->n_citations * sizeof *list.v);
	}
	VEC_RELEASE(&list);
	VEC_RELEASE(&of);
	return db_end(l->db, s, code, err);
}

enum status
library_blocks(struct library *l, int64_t id, size_t first, size_t *n, struct arena *arena,
               struct block *out, struct err *err)
{
	sqlite3_stmt *s = read_ask_some(l, QUERY_SOME_BLOCKS, id, first, *n, err);
	size_t got = 0;
	enum status status;
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW && got < *n)
		out[got++] = read_row(s, arena);
	status = db_end(l->db, s, code == SQLITE_ROW ? SQLITE_CORRUPT : code, err);
	if (status != STATUS_OK)
		return status;
	*n = got;
	return read_some_citations(l, id, first, got, arena, out, err);
}

static enum status
read_head(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	struct library_document head;
	enum status status = library_get(l, id, &d->arena, &head, err);

	if (status == STATUS_MISSING)
		return err_set(err, STATUS_MISSING, "the document is no longer in the library",
		               "文献库中已没有这份文件");
	if (status != STATUS_OK)
		return status;
	d->language = head.language;
	d->title = head.title;
	d->body = head.body;
	d->session = head.session;
	d->date = head.date;
	d->job = head.job;
	d->format = head.format;
	d->name = head.name;
	d->pages = head.pages;
	snprintf(d->sha256, sizeof d->sha256, "%.*s", SLICE_ARG(head.sha256));
	d->n_blocks = head.n_blocks;
	return STATUS_OK;
}

static enum status
read_symbols(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_SYMBOLS, id, err);
	VEC(struct slice) symbols = { 0 };
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		VEC_PUSH(&symbols, db_column_text(s, 0, &d->arena));
	d->n_symbols = symbols.n;
	d->symbols = ARENA_ARRAY(&d->arena, symbols.n, struct slice);
	if (symbols.n > 0)
		memcpy(d->symbols, symbols.v, symbols.n * sizeof *symbols.v);
	VEC_RELEASE(&symbols);
	return db_end(l->db, s, code, err);
}

static enum status
read_blocks(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_BLOCKS, id, err);
	size_t n = 0;
	int code;

	if (!s)
		return db_failed(err);
	d->blocks = ARENA_ARRAY(&d->arena, d->n_blocks, struct block);
	while ((code = sqlite3_step(s)) == SQLITE_ROW && n < d->n_blocks)
		d->blocks[n++] = read_row(s, &d->arena);
	if (code == SQLITE_DONE && n == d->n_blocks)
		return db_end(l->db, s, code, err);
	return db_end(l->db, s, code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_CORRUPT : code, err);
}

typedef VEC(struct citation) citation_list;

/* Moves the citations to their block. */
static void
hand_over(struct doc *d, size_t block, citation_list *list)
{
	struct block *b = &d->blocks[block];

	if (list->n == 0)
		return;
	b->n_citations = list->n;
	b->citations = ARENA_ARRAY(&d->arena, list->n, struct citation);
	memcpy(b->citations, list->v, list->n * sizeof *list->v);
	VEC_CLEAR(list);
}

static enum status
read_citations(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_LINKS_FROM, id, err);
	citation_list list = { 0 };
	size_t last = 0;
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		size_t block = (size_t)(sqlite3_column_int64(s, 0) - (id << LIBRARY_BLOCK_BITS));
		struct citation c = read_citation(s, &d->arena);

		if (block >= d->n_blocks || !read_fits(&d->blocks[block], &c)) {
			code = SQLITE_CORRUPT;
			break;
		}
		if (block != last)
			hand_over(d, last, &list);
		last = block;
		VEC_PUSH(&list, c);
	}
	hand_over(d, last, &list);
	VEC_RELEASE(&list);
	return db_end(l->db, s, code, err);
}

static enum status
read_remarks(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_REMARKS, id, err);
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		struct remark r = { .level = sqlite3_column_int(s, 0) ? DIAG_WARNING : DIAG_NOTE,
			            .page = (uint32_t)sqlite3_column_int64(s, 1),
			            .line = (uint32_t)sqlite3_column_int64(s, 2) };

		r.text[UI_EN] = db_column_text(s, 3, &d->arena).p;
		r.text[UI_ZH] = db_column_text(s, 4, &d->arena).p;
		VEC_PUSH(&d->diag, r);
	}
	return db_end(l->db, s, code, err);
}

static enum status
read_lost(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_LOST, id, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		d->diag.dropped = (size_t)sqlite3_column_int64(s, 0);
	return db_end(l->db, s, code, err);
}

static enum status
read_source(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_SOURCE, id, err);
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		const void *text = sqlite3_column_blob(s, 0);

		buf_add(&d->source, slice_of(text ? text : "", (size_t)sqlite3_column_bytes(s, 0)));
	}
	doc_divide(d);
	return db_end(l->db, s, code, err);
}

static enum status
read_whole(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	enum status status = read_blocks(l, id, d, err);

	if (status == STATUS_OK)
		status = read_citations(l, id, d, err);
	if (status == STATUS_OK)
		status = read_source(l, id, d, err);
	if (status == STATUS_OK)
		doc_index(d);
	return status;
}

static enum status
read_document(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	enum status status = read_head(l, id, d, err);

	if (status == STATUS_OK)
		status = read_symbols(l, id, d, err);
	if (status == STATUS_OK)
		status = read_remarks(l, id, d, err);
	if (status == STATUS_OK)
		status = read_lost(l, id, d, err);
	if (status != STATUS_OK)
		return status;
	status = large_read(l, id, d, err);
	return status == STATUS_MISSING ? read_whole(l, id, d, err) : status;
}

enum status
library_load(struct library *l, int64_t id, struct doc **out, struct err *err)
{
	struct doc *d = doc_new();
	enum status status = library_begin(l, QUERY_BEGIN_READ, err);

	if (status == STATUS_OK)
		status = read_document(l, id, d, err);
	status = library_end(l, status, err);
	if (status == STATUS_OK)
		*out = d;
	else
		doc_free(d);
	return status;
}
