/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "notes_priv.h"

#include "base/vec.h"
#include "cite/symbol.h"
#include "cite/target.h"

#include <string.h>

static void
bind(sqlite3_stmt *s, const struct note *note)
{
	const struct slice texts[] = { note->id,
		                       slice_from(note_kind_name(note->kind)),
		                       note->document,
		                       note->language,
		                       slice_from(note_scope_name(note->scope)),
		                       note->version,
		                       note->edition,
		                       note->eid,
		                       note->upto,
		                       note->quote,
		                       note->prefix,
		                       note->suffix,
		                       slice_from(note_state_name(note->state)),
		                       note->text,
		                       note->tags };
	const long numbers[] = { note->block,   note->upto_block, note->start,   note->stop,
		                 note->rival,   note->colour,     note->created, note->changed,
		                 note->trashed };
	int at = 1;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		db_bind_text(s, at++, texts[i]);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		sqlite3_bind_int64(s, at++, numbers[i]);
}

/* The one of `n` names; the first if it is none of them. */
static int
one_of(struct slice name, const char *(*name_of)(int), int n)
{
	for (int i = 0; i < n; i++)
		if (slice_is(name, name_of(i)))
			return i;
	return 0;
}

static const char *
kind_name(int kind)
{
	return note_kind_name((enum note_kind)kind);
}

static const char *
scope_name(int scope)
{
	return note_scope_name((enum note_scope)scope);
}

static const char *
state_name(int state)
{
	return note_state_name((enum note_state)state);
}

/* Columns in the order of NOTE_COLUMNS, which is that of bind(). */
static struct note
read_row(sqlite3_stmt *s, struct arena *arena)
{
	struct note note = {
		.id = db_column_text(s, 0, arena),
		.kind = (enum note_kind)one_of(db_column_kept(s, 1), kind_name, NOTE_KINDS),
		.document = db_column_text(s, 2, arena),
		.language = db_column_text(s, 3, arena),
		.scope = (enum note_scope)one_of(db_column_kept(s, 4), scope_name, NOTE_SCOPES),
		.version = db_column_text(s, 5, arena),
		.edition = db_column_text(s, 6, arena),
		.eid = db_column_text(s, 7, arena),
		.upto = db_column_text(s, 8, arena),
		.quote = db_column_text(s, 9, arena),
		.prefix = db_column_text(s, 10, arena),
		.suffix = db_column_text(s, 11, arena),
		.state = (enum note_state)one_of(db_column_kept(s, 12), state_name, NOTE_STATES),
		.text = db_column_text(s, 13, arena),
		.tags = db_column_text(s, 14, arena),
		.block = sqlite3_column_int64(s, 15),
		.upto_block = sqlite3_column_int64(s, 16),
		.start = sqlite3_column_int64(s, 17),
		.stop = sqlite3_column_int64(s, 18),
		.rival = sqlite3_column_int64(s, 19),
		.colour = sqlite3_column_int(s, 20),
		.created = sqlite3_column_int64(s, 21),
		.changed = sqlite3_column_int64(s, 22),
		.trashed = sqlite3_column_int64(s, 23),
	};

	return note;
}

enum status
note_row_list(struct notes *n, sqlite3_stmt *s, struct arena *arena, struct note_list *out,
              struct err *err)
{
	VEC(struct note) list = { 0 };
	int code;

	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		VEC_PUSH(&list, read_row(s, arena));
	out->n = list.n;
	out->v = ARENA_ARRAY(arena, list.n, struct note);
	if (list.n > 0)
		memcpy(out->v, list.v, list.n * sizeof *out->v);
	VEC_RELEASE(&list);
	return db_end(n->db, s, code, err);
}

enum status
note_row_get(struct notes *n, struct slice id, struct arena *arena, struct note *out,
             struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_GET_NOTE, err);
	struct note_list list;
	enum status status;

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, id);
	status = note_row_list(n, s, arena, &list, err);
	if (status == STATUS_OK && list.n == 0)
		return STATUS_MISSING;
	if (status == STATUS_OK)
		*out = list.v[0];
	return status;
}

static enum status
run_on(struct notes *n, enum query query, struct slice id, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, query, err);

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, id);
	return db_run(n->db, s, err);
}

static enum status
put_link(struct notes *n, struct slice id, struct slice key, struct slice place, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_PUT_NOTE_LINK, err);

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, id);
	db_bind_text(s, 2, key);
	db_bind_text(s, 3, place);
	return db_run(n->db, s, err);
}

/* What the text speaks of by symbol, with or without a place. */
static enum status
put_links(struct notes *n, const struct note *note, struct err *err)
{
	struct buf symbol = { 0 }, key = { 0 };
	struct note_ref ref = { 0 };
	enum status status = run_on(n, QUERY_DROP_NOTE_LINKS, note->id, err);

	while (note->trashed == 0 && note_next_ref(note->text, &ref)) {
		struct target target = { .scheme = TARGET_DOC };

		buf_clear(&symbol);
		buf_clear(&key);
		symbol_key(ref.symbol, &symbol);
		target.name = buf_slice(&symbol);
		target_key(&target, SLICE(""), &key);
		if (status == STATUS_OK)
			status = put_link(n, note->id, buf_slice(&key), buf_slice(&ref.place), err);
	}
	buf_release(&symbol);
	buf_release(&key);
	return status;
}

enum status
note_row_put(struct notes *n, const struct note *note, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_PUT_NOTE, err);
	enum status status;

	if (!s)
		return db_failed(err);
	bind(s, note);
	status = db_run(n->db, s, err);
	return status == STATUS_OK ? put_links(n, note, err) : status;
}

enum status
note_row_drop(struct notes *n, struct slice id, struct err *err)
{
	static const enum query queries[] = { QUERY_DROP_NOTE_LINKS, QUERY_DROP_NOTE_STEPS,
		                              QUERY_DROP_NOTE };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof queries / sizeof *queries && status == STATUS_OK; i++)
		status = run_on(n, queries[i], id, err);
	return status;
}
