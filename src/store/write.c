/* SPDX-License-Identifier: ISC */
/*
 * A document goes into the tables, or out of them.  The transaction is the caller's.
 */
#include "config.h"

#include "library_priv.h"

#define SOURCE_BYTES 16384 /* of a row, or one line */

static void
bind_facts(sqlite3_stmt *s, const struct doc *d)
{
	db_bind_kept(s, 1, d->n_symbols > 0 ? d->symbols[0] : slice_from(NULL));
	db_bind_kept(s, 2, d->language);
	db_bind_kept(s, 3, d->title);
	db_bind_kept(s, 4, d->body);
	db_bind_kept(s, 5, d->session);
	db_bind_kept(s, 6, d->date);
	db_bind_kept(s, 7, d->job);
	db_bind_kept(s, 8, d->format);
	db_bind_kept(s, 9, d->name);
}

static enum status
write_head(struct library *l, const struct doc *d, const struct write_file *file, int64_t *id,
           struct err *err)
{
	sqlite3_stmt *s = db_statement(l->db, QUERY_ADD_DOCUMENT, err);
	struct buf folded = { 0 };
	enum status status;

	if (!s)
		return db_failed(err);
	library_fold(d->title.len > 0 ? d->title : d->name, &folded);
	bind_facts(s, d);
	db_bind_kept(s, 10, file->path);
	db_bind_kept(s, 11, slice_from(d->sha256));
	sqlite3_bind_int64(s, 12, file->size);
	sqlite3_bind_int64(s, 13, file->changed);
	sqlite3_bind_int64(s, 14, d->pages);
	sqlite3_bind_int64(s, 15, (sqlite3_int64)d->n_blocks);
	sqlite3_bind_int64(s, 16, (sqlite3_int64)d->text_start[d->n_blocks]);
	sqlite3_bind_int64(s, 17, (sqlite3_int64)d->diag.dropped);
	db_bind_kept(s, 18, SLICE(PACKAGE_VERSION));
	db_bind_kept(s, 19, buf_slice(&folded));
	status = db_run(l->db, s, err);
	*id = sqlite3_last_insert_rowid(l->db->handle);
	buf_release(&folded);
	return status;
}

static enum status
write_symbols(struct library *l, const struct doc *d, int64_t id, struct err *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < d->n_symbols && status == STATUS_OK; i++) {
		sqlite3_stmt *s = library_ask_id(l, QUERY_ADD_SYMBOL, id, err);

		if (!s)
			return db_failed(err);
		sqlite3_bind_int64(s, 2, (sqlite3_int64)i);
		db_bind_kept(s, 3, d->symbols[i]);
		status = db_run(l->db, s, err);
	}
	return status;
}

static enum status
hold(struct library *l, int64_t id, struct slice key, struct slice place, struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_ADD_HOLDING, key, err);

	if (!s)
		return db_failed(err);
	sqlite3_bind_int64(s, 2, id);
	db_bind_kept(s, 3, place);
	return db_run(l->db, s, err);
}

static enum status
write_holdings(struct library *l, const struct doc *d, int64_t id, struct err *err)
{
	enum status status = STATUS_OK;
	struct arena arena = { 0 };
	struct holding *held;
	size_t n = holding_find(d, &arena, &held);

	for (size_t i = 0; i < n && status == STATUS_OK; i++)
		status = hold(l, id, held[i].key, held[i].place, err);
	arena_release(&arena);
	return status;
}

static enum status
write_citations(struct library *l, const struct doc *d, int64_t first, size_t block,
                struct err *err)
{
	const struct block *b = doc_block(d, block);
	int64_t paragraph = first + (int64_t)link_paragraph(d, block);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < b->n_citations && status == STATUS_OK; i++) {
		const struct citation *c = &b->citations[i];
		sqlite3_stmt *s = library_ask_id(l, QUERY_ADD_CITATION, first + (int64_t)block, err);

		if (!s)
			return db_failed(err);
		sqlite3_bind_int64(s, 2, (sqlite3_int64)c->start);
		sqlite3_bind_int64(s, 3, (sqlite3_int64)c->end);
		db_bind_kept(s, 4, slice_from(citation_kind_name(c->kind)));
		db_bind_kept(s, 5, slice_from(citation_confidence_name(c->confidence)));
		db_bind_kept(s, 6, c->target);
		db_bind_kept(s, 7, c->container);
		db_bind_kept(s, 8, c->evidence);
		db_bind_kept(s, 9, c->url);
		sqlite3_bind_int64(s, 10, paragraph);
		status = db_run(l->db, s, err);
	}
	return status;
}

static enum status
write_block(struct library *l, int64_t id, const struct block *b, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_ADD_BLOCK, id, err);

	if (!s)
		return db_failed(err);
	db_bind_kept(s, 2, slice_from(block_kind_name(b->kind)));
	sqlite3_bind_int(s, 3, b->level);
	db_bind_kept(s, 4, b->label);
	sqlite3_bind_int64(s, 5, b->number);
	db_bind_kept(s, 6, b->id);
	db_bind_kept(s, 7, b->component);
	db_bind_kept(s, 8, b->text);
	sqlite3_bind_int64(s, 9, b->page);
	sqlite3_bind_int64(s, 10, b->source_line);
	sqlite3_bind_int64(s, 11, b->source_end);
	return db_run(l->db, s, err);
}

static enum status
write_blocks(struct library *l, const struct doc *d, int64_t id, struct err *err)
{
	int64_t first = id << LIBRARY_BLOCK_BITS;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < d->n_blocks && status == STATUS_OK; i++) {
		status = write_block(l, first + (int64_t)i, doc_block(d, i), err);
		if (status == STATUS_OK)
			status = write_citations(l, d, first, i, err);
	}
	return status;
}

static enum status
write_remarks(struct library *l, const struct doc *d, int64_t id, struct err *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < d->diag.n && status == STATUS_OK; i++) {
		const struct remark *r = &d->diag.v[i];
		sqlite3_stmt *s = library_ask_id(l, QUERY_ADD_REMARK, id, err);

		if (!s)
			return db_failed(err);
		sqlite3_bind_int64(s, 2, (sqlite3_int64)i);
		sqlite3_bind_int(s, 3, r->level == DIAG_WARNING);
		sqlite3_bind_int64(s, 4, r->page);
		sqlite3_bind_int64(s, 5, r->line);
		db_bind_kept(s, 6, slice_from(r->text[UI_EN]));
		db_bind_kept(s, 7, slice_from(r->text[UI_ZH]));
		status = db_run(l->db, s, err);
	}
	return status;
}

/* The end of the rows' next piece of the source: whole lines, as many as make it long enough. */
static size_t
source_cut(const struct doc *d, size_t first)
{
	size_t line = first + 1;

	while (line < d->n_source_lines &&
	       d->source_start[line] - d->source_start[first] < SOURCE_BYTES)
		line++;
	return line;
}

static enum status
write_source(struct library *l, const struct doc *d, int64_t id, struct err *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0, end; i < d->n_source_lines && status == STATUS_OK; i = end) {
		sqlite3_stmt *s = library_ask_id(l, QUERY_ADD_SOURCE, id, err);

		if (!s)
			return db_failed(err);
		end = source_cut(d, i);
		sqlite3_bind_int64(s, 2, (sqlite3_int64)i + 1);
		sqlite3_bind_blob64(s, 3, d->source.p + d->source_start[i],
		                    d->source_start[end] - d->source_start[i], SQLITE_STATIC);
		status = db_run(l->db, s, err);
	}
	return status;
}

enum status
write_document(struct library *l, const struct doc *d, const struct write_file *file, int64_t *id,
               struct err *err)
{
	enum status status;

	if (d->n_blocks > LIBRARY_BLOCKS_MOST)
		return err_set(err, STATUS_TOO_BIG, "%.*s: has more than %zu paragraphs",
		               "%.*s：超过 %zu 段", SLICE_ARG(d->name), LIBRARY_BLOCKS_MOST);
	status = write_head(l, d, file, id, err);
	if (status == STATUS_OK)
		status = write_symbols(l, d, *id, err);
	if (status == STATUS_OK)
		status = write_holdings(l, d, *id, err);
	if (status == STATUS_OK)
		status = write_blocks(l, d, *id, err);
	if (status == STATUS_OK)
		status = link_file(l, *id, d, err);
	if (status == STATUS_OK)
		status = write_remarks(l, d, *id, err);
	if (status == STATUS_OK)
		status = write_source(l, d, *id, err);
	if (status == STATUS_OK && large_is(d))
		status = large_write(l, d, *id, err);
	if (status == STATUS_OK)
		status = fulltext_note(l, *id, err);
	return status;
}

enum status
write_removal(struct library *l, int64_t id, struct err *err)
{
	static const enum query tables[] = { QUERY_DROP_CITATIONS, QUERY_DROP_BLOCKS,
		                             QUERY_DROP_HOLDINGS,  QUERY_DROP_SYMBOLS,
		                             QUERY_DROP_REMARKS,   QUERY_DROP_SOURCE,
		                             QUERY_DROP_SPINE,     QUERY_DROP_SPOTS,
		                             QUERY_DROP_DOCUMENT };
	enum status status = fulltext_unfile(l, id, err);

	if (status == STATUS_OK)
		status = link_unfile(l, id, err);
	for (size_t i = 0; i < sizeof tables / sizeof *tables && status == STATUS_OK; i++) {
		sqlite3_stmt *s = library_ask_id(l, tables[i], id, err);

		status = s ? db_run(l->db, s, err) : db_failed(err);
	}
	return status;
}
