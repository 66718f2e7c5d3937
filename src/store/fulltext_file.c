/* SPDX-License-Identifier: ISC */
/*
 * The full-text index: documents go in and out, damage is noticed, all of it is made anew.
 */
#include "config.h"

#include "store/fulltext.h"

#include "base/vec.h"
#include "gram_priv.h"
#include "library_priv.h"

#include <stdlib.h>

#define REBUILD_BYTES 4000000 /* of text a transaction */
#define WAITING_BYTES 4000000 /* that are looked through without the index, at most */
/* Terms are taken from all of the first documents, later from the text of one in so many: what is
 * frequent is in those too.  Headings are read of all. */
#define TERMS_FIRST 200
#define TERMS_OF 8

struct filing {
	struct library *library;
	int64_t id, first; /* of the document: its number, its first row */
	bool is_out;
	struct buf unit;   /* label and text, as they are looked through */
	size_t bytes;
	struct term_count *terms;
	bool has_terms; /* not in its headings alone */
};

bool
fulltext_is_heading(struct slice kind)
{
	return slice_is(kind, "heading") || slice_is(kind, "title");
}

static enum status
run(struct library *l, enum query query, struct err *err)
{
	sqlite3_stmt *s = db_statement(l->db, query, err);

	return s ? db_run(l->db, s, err) : db_failed(err);
}

static enum status
put(struct filing *f, enum query query, int64_t row, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(f->library, query, row, err);

	if (!s)
		return db_failed(err);
	db_bind_kept(s, 2, buf_slice(&f->unit));
	return db_run(f->library->db, s, err);
}

/* A row of TEXTS: number, kind, label, text. */
static enum status
put_block(struct filing *f, sqlite3_stmt *row, struct err *err)
{
	int64_t number = f->first + sqlite3_column_int64(row, 0);
	bool is_heading = fulltext_is_heading(db_column_kept(row, 1));
	struct slice label = db_column_kept(row, 2), text = db_column_kept(row, 3);

	buf_clear(&f->unit);
	buf_add(&f->unit, label);
	if (label.len > 0)
		buf_add_byte(&f->unit, '\n');
	buf_add(&f->unit, text);
	f->bytes += f->unit.len;
	if (f->has_terms || is_heading)
		term_count_add(f->terms, text, is_heading);
	return put(f, f->is_out ? QUERY_DROP_TEXT : QUERY_ADD_TEXT, number, err);
}

static enum status
put_blocks(struct filing *f, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(f->library, QUERY_TEXTS, f->id, err);
	enum status status = STATUS_OK;
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW && status == STATUS_OK)
		status = put_block(f, s, err);
	if (status != STATUS_OK) {
		sqlite3_reset(s);
		return status;
	}
	return db_end(f->library->db, s, code, err);
}

static enum status
file(struct library *l, int64_t id, bool is_out, size_t *bytes, struct err *err)
{
	struct filing f = { .library = l, .id = id, .is_out = is_out };
	struct fulltext_rows rows;
	enum status status = fulltext_of(l, id, &rows, err);

	f.first = rows.first;
	f.has_terms = id <= TERMS_FIRST || id % TERMS_OF == 0;
	f.terms = term_count_new();
	if (status == STATUS_OK)
		status = put_blocks(&f, err);
	if (status == STATUS_OK)
		status = term_file(l, f.terms, is_out, err);
	*bytes += f.bytes;
	term_count_free(f.terms);
	buf_release(&f.unit);
	return status;
}

/* ------------------------------------------------------------------ waiting */

static enum status
run_id(struct library *l, enum query query, int64_t id, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, query, id, err);

	return s ? db_run(l->db, s, err) : db_failed(err);
}

/* The first column of the only row of a statement that is ready; 0 if there is none. */
static enum status
read_number(struct library *l, sqlite3_stmt *s, int64_t *out, struct err *err)
{
	int code;

	*out = 0;
	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		*out = sqlite3_column_int64(s, 0);
	return db_end(l->db, s, code, err);
}

enum status
fulltext_note(struct library *l, int64_t id, struct err *err)
{
	return run_id(l, QUERY_ADD_UNFILED, id, err);
}

enum status
fulltext_unfile(struct library *l, int64_t id, struct err *err)
{
	int64_t waits = 0;
	size_t bytes = 0;
	enum status status = read_number(l, library_ask_id(l, QUERY_IS_UNFILED, id, err), &waits, err);

	if (status != STATUS_OK)
		return status;
	return waits ? run_id(l, QUERY_DROP_UNFILED, id, err) : file(l, id, true, &bytes, err);
}

/* Of what waits, some megabytes in a transaction. */
static enum status
file_waiting(struct library *l, bool *is_done, struct err *err)
{
	enum status status = library_begin(l, QUERY_BEGIN_WRITE, err);
	size_t bytes = 0;
	int64_t id = 1;

	while (status == STATUS_OK && id != 0 && bytes < REBUILD_BYTES) {
		status = read_number(l, db_statement(l->db, QUERY_NEXT_UNFILED, err), &id, err);
		if (status == STATUS_OK && id != 0)
			status = file(l, id, false, &bytes, err);
		if (status == STATUS_OK && id != 0)
			status = run_id(l, QUERY_DROP_UNFILED, id, err);
	}
	*is_done = id == 0;
	return library_end(l, status, err);
}

enum status
fulltext_settle(struct library *l, struct err *err)
{
	enum status status;
	int64_t bytes = 0;
	bool is_done = !library_may_write(l);

	status = read_number(l, db_statement(l->db, QUERY_UNFILED_BYTES, err), &bytes, err);
	while (status == STATUS_OK && bytes > 0 && !is_done)
		status = file_waiting(l, &is_done, err);
	return status;
}

void
fulltext_file_some(struct library *l)
{
	int64_t bytes;

	if (read_number(l, db_statement(l->db, QUERY_UNFILED_BYTES, NULL), &bytes, NULL) != STATUS_OK ||
	    bytes < WAITING_BYTES)
		return;
	if (fulltext_settle(l, NULL) != STATUS_OK)
		return; /* somebody else is writing: the next one files it */
}

/* ------------------------------------------------------------------ damage */

static bool
note_row(void *context, int64_t row)
{
	int64_t *found = context;

	*found = row;
	return false;
}

/* Does the index give the row for the words? */
static enum status
look_for(struct library *l, int64_t row, struct slice words, bool *is_there, struct err *err)
{
	struct buf expression = { 0 };
	int64_t found = 0;
	enum status status = STATUS_OK;

	if (fulltext_words(words, &expression) >= FULLTEXT_SOME) {
		status = fulltext_candidates(l, buf_slice(&expression),
		                             (struct fulltext_rows){ row, row }, note_row, &found, err);
		*is_there = found == row;
	}
	buf_release(&expression);
	return status;
}

/* The first, the middle and the last paragraph. */
static enum status
look_for_document(struct library *l, int64_t id, bool *is_there, struct err *err)
{
	struct fulltext_paragraph p;
	struct fulltext_rows rows;
	enum status status = fulltext_of(l, id, &rows, err);

	for (int i = 0; status == STATUS_OK && *is_there && i < 3; i++) {
		int64_t block = (rows.last - rows.first) * i / 2;

		status = fulltext_paragraph(l, id, (size_t)block, &p, err);
		if (status == STATUS_OK)
			status = look_for(l, rows.first + block, p.text, is_there, err);
	}
	return status;
}

enum status
fulltext_check(struct library *l, bool *is_in_step, struct err *err)
{
	struct library_documents all;
	struct arena arena = { 0 };
	int64_t rules = 0;
	enum status status = library_begin(l, QUERY_BEGIN_READ, err);

	if (status == STATUS_OK)
		status = read_number(l, db_statement(l->db, QUERY_RULES, err), &rules, err);
	if (status == STATUS_OK)
		status = library_list(l, &arena, &all, err);
	*is_in_step = rules == GRAM_RULES;
	for (size_t i = 0; status == STATUS_OK && *is_in_step && i < all.n; i++)
		status = look_for_document(l, all.v[i].id, is_in_step, err);
	(void)db_statement(l->db, QUERY_PARAGRAPH, NULL);
	arena_release(&arena);
	status = library_end(l, status, err);
	if (status == STATUS_CORRUPT) { /* the index alone can be made anew */
		*is_in_step = false;
		status = STATUS_OK;
	}
	return status;
}

static enum status
set_rules(struct library *l, int64_t number, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_SET_RULES, number, err);

	return s ? db_run(l->db, s, err) : db_failed(err);
}

/* Rows must rise, or FTS5 writes a piece of its index a document. */
static int
by_id(const void *a, const void *b)
{
	const struct library_document *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

/* Empties it; what is to be filed again is what was there then. */
static enum status
clear(struct library *l, struct arena *arena, struct library_documents *all, struct err *err)
{
	enum status status = library_begin(l, QUERY_BEGIN_WRITE, err);

	if (status == STATUS_OK)
		status = library_list(l, arena, all, err);
	if (status == STATUS_OK && all->n > 0)
		qsort(all->v, all->n, sizeof *all->v, by_id);
	if (status == STATUS_OK)
		status = set_rules(l, 0, err);
	if (status == STATUS_OK)
		status = run(l, QUERY_CLEAR_TEXTS, err);
	if (status == STATUS_OK)
		status = run(l, QUERY_CLEAR_UNFILED, err);
	if (status == STATUS_OK)
		status = run(l, QUERY_CLEAR_TERMS, err);
	return library_end(l, status, err);
}

/* One transaction; *at goes on to the next document. */
static enum status
file_some(struct library *l, const struct library_documents *all, size_t *at, struct err *err)
{
	enum status status = library_begin(l, QUERY_BEGIN_WRITE, err);
	size_t bytes = 0;

	for (; status == STATUS_OK && *at < all->n && bytes < REBUILD_BYTES; (*at)++)
		status = file(l, all->v[*at].id, false, &bytes, err);
	if (status == STATUS_OK && *at == all->n)
		status = set_rules(l, GRAM_RULES, err);
	return library_end(l, status, err);
}

enum status
fulltext_rebuild(struct library *l, struct err *err)
{
	struct library_documents all = { 0 };
	struct arena arena = { 0 };
	enum status status = clear(l, &arena, &all, err);
	size_t at = 0;

	do {
		if (status == STATUS_OK)
			status = file_some(l, &all, &at, err);
	} while (status == STATUS_OK && at < all.n);
	arena_release(&arena);
	return status;
}
