/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/note.h"

#include "notes_priv.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

const char *
note_kind_name(enum note_kind kind)
{
	static const char *const names[NOTE_KINDS] = { "note", "highlight", "bookmark", "tag" };

	return names[kind];
}

const char *
note_scope_name(enum note_scope scope)
{
	static const char *const names[NOTE_SCOPES] = { "document", "paragraph", "words" };

	return names[scope];
}

const char *
note_state_name(enum note_state state)
{
	static const char *const names[NOTE_STATES] = { "attached", "changed", "orphan" };

	return names[state];
}

void
note_make_id(char id[NOTE_ID_LEN + 1])
{
	unsigned char random[NOTE_ID_LEN / 2];

	if (getentropy(random, sizeof random) != 0)
		die("the system gives no random numbers");
	for (size_t i = 0; i < sizeof random; i++)
		snprintf(id + 2 * i, 3, "%02x", random[i]);
}

long
note_now(void)
{
	return (long)time(NULL);
}

/* One note of a change.  What is there already is not written again. */
static enum status
put_one(struct notes *n, const struct note *note, long step, struct buf *lines, struct err *err)
{
	struct arena arena = { 0 };
	struct note before, after = *note;
	bool has = false;
	enum status status = note_row_get(n, note->id, &arena, &before, err);

	if (status == STATUS_OK)
		has = true;
	else if (status == STATUS_MISSING)
		status = STATUS_OK;
	if (status == STATUS_OK && !(has && note_same(&before, note))) {
		after.created = has ? before.created : note->created ? note->created : note_now();
		if (note->changed == 0 || (has && step > 0 && note->changed == before.changed))
			after.changed = note_now();
		status = note_row_put(n, &after, err);
		if (status == STATUS_OK && step > 0)
			status = journal_add(n, step, has ? &before : NULL, &after, err);
		log_add_note(lines, &after);
	}
	arena_release(&arena);
	return status;
}

static enum status
put_list(struct notes *n, const struct note *list, size_t n_list, bool is_step, struct err *err)
{
	struct buf lines = { 0 };
	enum status status;
	long step = 0;

	if (n_list == 0)
		return STATUS_OK;
	status = notes_begin(n, err);
	if (status != STATUS_OK)
		return status;
	if (is_step)
		status = journal_open(n, &step, err);
	for (size_t i = 0; i < n_list && status == STATUS_OK; i++)
		status = put_one(n, &list[i], step, &lines, err);
	if (status == STATUS_OK)
		status = log_append(n->db->path, buf_slice(&lines), err);
	buf_release(&lines);
	return notes_end(n, status, err);
}

enum status
note_put(struct notes *n, const struct note *note, struct err *err)
{
	return put_list(n, note, 1, true, err);
}

enum status
note_put_all(struct notes *n, const struct note *list, size_t n_list, struct err *err)
{
	return put_list(n, list, n_list, true, err);
}

enum status
note_settle(struct notes *n, const struct note *list, size_t n_list, struct err *err)
{
	return put_list(n, list, n_list, false, err);
}

enum status
note_get(struct notes *n, struct slice id, struct arena *arena, struct note *out, struct err *err)
{
	struct note_list list;
	sqlite3_stmt *s = db_statement(n->db, QUERY_NOTES_STARTING, err);
	enum status status;

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, id);
	status = note_row_list(n, s, arena, &list, err);
	if (status != STATUS_OK)
		return status;
	if (list.n == 0 || id.len == 0)
		return err_set(err, STATUS_MISSING, "%.*s: there is no note of this name; see 'duan notes'",
		               "%.*s：没有这条批注，见 duan notes", SLICE_ARG(id));
	if (list.n > 1)
		return err_set(err, STATUS_MISSING, "%.*s: several notes start so; give more digits",
		               "%.*s：有多条批注以此开头，请多写几位", SLICE_ARG(id));
	*out = list.v[0];
	return STATUS_OK;
}

enum status
note_of_document(struct notes *n, struct slice document, struct slice language, struct arena *arena,
                 struct note_list *out, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_NOTES_OF_DOCUMENT, err);

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, document);
	db_bind_text(s, 2, language);
	return note_row_list(n, s, arena, out, err);
}

enum status
note_list(struct notes *n, enum note_which which, struct arena *arena, struct note_list *out,
          struct err *err)
{
	static const enum query queries[] = { [NOTE_ALL] = QUERY_NOTES_ALL,
		                              [NOTE_KEPT] = QUERY_NOTES_KEPT,
		                              [NOTE_TRASH] = QUERY_NOTES_TRASH,
		                              [NOTE_ORPHANS] = QUERY_NOTES_ORPHANS };
	sqlite3_stmt *s = db_statement(n->db, queries[which], err);

	return s ? note_row_list(n, s, arena, out, err) : db_failed(err);
}

enum status
note_linking(struct notes *n, struct slice key, struct slice place, struct arena *arena,
             struct note_list *out, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_NOTES_LINKING, err);

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, key);
	db_bind_text(s, 2, place);
	return note_row_list(n, s, arena, out, err);
}

enum status
note_count(struct notes *n, struct note_counts *out, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_COUNT_NOTES, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		*out = (struct note_counts){ .notes = sqlite3_column_int64(s, 0),
			                     .trash = sqlite3_column_int64(s, 1),
			                     .changed = sqlite3_column_int64(s, 2),
			                     .orphans = sqlite3_column_int64(s, 3) };
	return db_end(n->db, s, code, err);
}

static enum status
purge_rows(struct notes *n, const struct note_list *trash, long time, size_t *n_gone,
           struct err *err)
{
	struct buf lines = { 0 };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < trash->n && status == STATUS_OK; i++) {
		if (trash->v[i].trashed >= time)
			continue;
		status = note_row_drop(n, trash->v[i].id, err);
		log_add_gone(&lines, trash->v[i].id);
		*n_gone += status == STATUS_OK;
	}
	if (status == STATUS_OK)
		status = log_append(n->db->path, buf_slice(&lines), err);
	buf_release(&lines);
	return status;
}

enum status
note_purge(struct notes *n, long time, size_t *n_gone, struct err *err)
{
	struct arena arena = { 0 };
	struct note_list trash;
	enum status status = notes_begin(n, err);

	*n_gone = 0;
	if (status != STATUS_OK)
		return status;
	status = note_list(n, NOTE_TRASH, &arena, &trash, err);
	if (status == STATUS_OK)
		status = purge_rows(n, &trash, time, n_gone, err);
	arena_release(&arena);
	return notes_end(n, status, err);
}
