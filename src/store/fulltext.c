/* SPDX-License-Identifier: ISC */
/*
 * Asking the full-text index.
 */
#include "config.h"

#include "store/fulltext.h"

#include "gram_priv.h"
#include "library_priv.h"

#define GRAMS_MAX 8 /* of an expression: more do not leave fewer candidates */

/* As FTS5 wants it: in quotation marks, those within doubled. */
static void
quote(struct slice gram, struct buf *out)
{
	buf_add_byte(out, '"');
	for (size_t i = 0; i < gram.len; i++) {
		if (gram.p[i] == '"')
			buf_add_byte(out, '"');
		buf_add_byte(out, gram.p[i]);
	}
	buf_add_byte(out, '"');
}

/* Grams from all over what is looked for, the first and the last among them. */
static void
join(const struct gram_query *q, struct buf *out)
{
	size_t n = q->grams.n < GRAMS_MAX ? q->grams.n : GRAMS_MAX;

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_add_str(out, " AND ");
		quote(q->grams.v[n > 1 ? i * (q->grams.n - 1) / (n - 1) : 0], out);
	}
}

enum fulltext_help
fulltext_words(struct slice typed, struct buf *expression)
{
	struct gram gram = { 0 };
	struct gram_query q = { 0 };
	enum fulltext_help help = FULLTEXT_NONE;

	gram_query(&gram, typed, &q);
	if (q.grams.n > 0) {
		join(&q, expression);
		help = q.is_exact ? FULLTEXT_EXACT : FULLTEXT_SOME;
	} else if (q.beginning.len > 0) {
		quote(q.beginning, expression);
		buf_add_str(expression, " *");
		help = FULLTEXT_BEGINNING;
	}
	VEC_RELEASE(&q.grams);
	gram_release(&gram);
	return help;
}

void
fulltext_symbol(struct slice symbol, struct buf *expression)
{
	struct buf gram = { 0 };

	gram_symbol(symbol, &gram);
	quote(buf_slice(&gram), expression);
	buf_release(&gram);
}

/* Rows that lie in two columns of the statement's only row, as first and number. */
static enum status
read_rows(struct library *l, sqlite3_stmt *s, struct fulltext_rows *out, struct err *err)
{
	int code;

	*out = (struct fulltext_rows){ 1, 0 };
	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		*out = (struct fulltext_rows){
			sqlite3_column_int64(s, 0),
			sqlite3_column_int64(s, 0) + sqlite3_column_int64(s, 1) - 1,
		};
	return db_end(l->db, s, code, err);
}

enum status
fulltext_all(struct library *l, struct fulltext_rows *out, struct err *err)
{
	enum status status = read_rows(l, db_statement(l->db, QUERY_LAST_ROWS, err), out, err);

	out->first = 1;
	return status;
}

enum status
fulltext_of(struct library *l, int64_t document, struct fulltext_rows *out, struct err *err)
{
	return read_rows(l, library_ask_id(l, QUERY_DOCUMENT_ROWS, document, err), out, err);
}

enum status
fulltext_begin(struct library *l, struct err *err)
{
	return library_begin(l, QUERY_BEGIN_READ, err);
}

void
fulltext_end(struct library *l)
{
	static const enum query kept[] = { QUERY_DOCUMENT_OF_ROW, QUERY_PARAGRAPH };

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		(void)db_statement(l->db, kept[i], NULL); /* starts anew */
	if (library_end(l, STATUS_OK, NULL) != STATUS_OK)
		return; /* it has read only: there is nothing to lose */
}

/* The first row of what is not in the index yet; behind it lies nothing that is. */
static enum status
read_unfiled(struct library *l, int64_t *row, struct err *err)
{
	sqlite3_stmt *s = db_statement(l->db, QUERY_UNFILED_ROW, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	*row = code == SQLITE_ROW && sqlite3_column_type(s, 0) != SQLITE_NULL ? sqlite3_column_int64(s, 0)
	                                                                       : INT64_MAX;
	return db_end(l->db, s, code, err);
}

static enum status
give_indexed(struct library *l, struct slice expression, struct fulltext_rows rows,
             fulltext_each *each, void *context, struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_CANDIDATES, expression, err);
	int code;

	if (!s)
		return db_failed(err);
	sqlite3_bind_int64(s, 2, rows.first);
	sqlite3_bind_int64(s, 3, rows.last);
	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		if (!each(context, sqlite3_column_int64(s, 0)))
			break;
	return db_end(l->db, s, code, err);
}

enum status
fulltext_candidates(struct library *l, struct slice expression, struct fulltext_rows rows,
                    fulltext_each *each, void *context, struct err *err)
{
	int64_t unfiled = rows.first;
	enum status status = expression.len > 0 ? read_unfiled(l, &unfiled, err) : STATUS_OK;

	for (; status == STATUS_OK && rows.last >= rows.first && rows.last >= unfiled; rows.last--)
		if (!each(context, rows.last))
			return STATUS_OK;
	if (status != STATUS_OK || rows.last < rows.first)
		return status;
	return give_indexed(l, expression, rows, each, context, err);
}

enum status
fulltext_document(struct library *l, int64_t row, struct fulltext_document *out, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_DOCUMENT_OF_ROW, row, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_DONE)
		return STATUS_MISSING;
	if (code != SQLITE_ROW)
		return db_end(l->db, s, code, err);
	*out = (struct fulltext_document){
		.id = sqlite3_column_int64(s, 0),
		.rows.first = sqlite3_column_int64(s, 1),
		.language = db_column_kept(s, 3),
		.date = db_column_kept(s, 4),
	};
	out->rows.last = out->rows.first + sqlite3_column_int64(s, 2) - 1;
	return row <= out->rows.last ? STATUS_OK : STATUS_MISSING;
}

enum status
fulltext_paragraph(struct library *l, int64_t document, size_t block,
                   struct fulltext_paragraph *out, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(
		l, QUERY_PARAGRAPH, (document << LIBRARY_BLOCK_BITS) + (int64_t)block, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_DONE)
		return STATUS_MISSING;
	if (code != SQLITE_ROW)
		return db_end(l->db, s, code, err);
	*out = (struct fulltext_paragraph){
		.is_heading = fulltext_is_heading(db_column_kept(s, 0)),
		.component = db_column_kept(s, 1),
		.eid = db_column_kept(s, 2),
		.label = db_column_kept(s, 3),
		.text = db_column_kept(s, 4),
	};
	return STATUS_OK;
}
