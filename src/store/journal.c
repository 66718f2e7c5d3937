/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/journal.h"

#include "base/vec.h"
#include "notes_priv.h"

#include <string.h>

enum status
journal_open(struct notes *n, long *step, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_DROP_UNDONE, err);
	enum status status;
	int code;

	if (!s)
		return db_failed(err);
	status = db_run(n->db, s, err);
	if (status != STATUS_OK)
		return status;
	s = db_statement(n->db, QUERY_LAST_STEP, err);
	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	*step = code == SQLITE_ROW ? sqlite3_column_int64(s, 0) + 1 : 1;
	status = db_end(n->db, s, code, err);
	if (status != STATUS_OK)
		return status;
	s = db_statement(n->db, QUERY_DROP_STEPS, err);
	if (!s)
		return db_failed(err);
	sqlite3_bind_int64(s, 1, *step - JOURNAL_STEPS);
	return db_run(n->db, s, err);
}

static void
bind_json(sqlite3_stmt *s, int at, const struct note *note)
{
	struct buf json = { 0 };

	if (note)
		note_add_json(note, &json);
	db_bind_text(s, at, buf_slice(&json));
	buf_release(&json);
}

enum status
journal_add(struct notes *n, long step, const struct note *before, const struct note *after,
            struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_PUT_STEP, err);

	if (!s)
		return db_failed(err);
	sqlite3_bind_int64(s, 1, step);
	db_bind_text(s, 2, after ? after->id : before->id);
	bind_json(s, 3, before);
	bind_json(s, 4, after);
	return db_run(n->db, s, err);
}

static bool
read_note(sqlite3_stmt *s, int column, struct arena *arena, struct note *out)
{
	struct jsonread v;
	size_t at;

	return jsonread_text(db_column_text(s, column, arena), arena, &v, &at) &&
	       note_read_json(&v, arena, out);
}

/* The rows of the step that is next in this direction. */
static enum status
read_step(struct notes *n, enum query query, bool undo, struct arena *arena,
          struct journal_step *out, long *step, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, query, err);
	VEC(struct journal_change) changes = { 0 };
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		struct journal_change c = { 0 };

		*step = sqlite3_column_int64(s, 0);
		out->at = sqlite3_column_int64(s, 1);
		c.has_before = read_note(s, undo ? 3 : 2, arena, &c.before);
		c.has_after = read_note(s, undo ? 2 : 3, arena, &c.after);
		VEC_PUSH(&changes, c);
	}
	out->n = changes.n;
	out->v = ARENA_ARRAY(arena, changes.n, struct journal_change);
	if (changes.n > 0)
		memcpy(out->v, changes.v, changes.n * sizeof *out->v);
	VEC_RELEASE(&changes);
	return db_end(n->db, s, code, err);
}

static enum status
set_undone(struct notes *n, long step, bool undone, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_SET_UNDONE, err);

	if (!s)
		return db_failed(err);
	sqlite3_bind_int64(s, 1, step);
	sqlite3_bind_int64(s, 2, undone);
	return db_run(n->db, s, err);
}

/* A note that is undone into nothing keeps the journal rows that bring it back. */
static enum status
apply(struct notes *n, const struct journal_step *step, struct err *err)
{
	struct buf lines = { 0 };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < step->n && status == STATUS_OK; i++) {
		const struct journal_change *c = &step->v[i];

		if (c->has_after) {
			status = note_row_put(n, &c->after, err);
			log_add_note(&lines, &c->after);
		} else if (c->has_before) {
			struct note gone = c->before;

			gone.trashed = note_now();
			status = note_row_put(n, &gone, err);
			log_add_note(&lines, &gone);
		}
	}
	if (status == STATUS_OK)
		status = log_append(n->db->path, buf_slice(&lines), err);
	buf_release(&lines);
	return status;
}

static enum status
go(struct notes *n, bool undo, struct arena *arena, struct journal_step *out, struct err *err)
{
	enum status status = notes_begin(n, err);
	long step = 0;

	*out = (struct journal_step){ 0 };
	if (status != STATUS_OK)
		return status;
	status = read_step(n, undo ? QUERY_STEP_TO_UNDO : QUERY_STEP_TO_REDO, undo, arena, out, &step, err);
	if (status == STATUS_OK && out->n == 0)
		return notes_end(n, STATUS_MISSING, NULL);
	if (status == STATUS_OK)
		status = apply(n, out, err);
	if (status == STATUS_OK)
		status = set_undone(n, step, undo, err);
	return notes_end(n, status, err);
}

enum status
journal_undo(struct notes *n, struct arena *arena, struct journal_step *out, struct err *err)
{
	return go(n, true, arena, out, err);
}

enum status
journal_redo(struct notes *n, struct arena *arena, struct journal_step *out, struct err *err)
{
	return go(n, false, arena, out, err);
}
