/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/notes.h"

#include "base/file.h"
#include "base/vec.h"
#include "notes_priv.h"

#include <stdlib.h>
#include <string.h>

static const char schema_1[] =
#include "notes-001.inc"
	;
static const char schema_2[] =
#include "notes-002.inc"
	;
static const char schema_3[] =
#include "notes-003.inc"
;
static const char *const steps[] = { schema_1, schema_2, schema_3 };
const struct db_schema notes_schema = { .application = NOTES_APPLICATION,
	                                .step = steps,
	                                .n_steps = sizeof steps / sizeof *steps };

enum status
notes_path(const char *path, struct buf *out, struct err *err)
{
	enum status status;

	if (path) {
		buf_add_str(out, path);
		return STATUS_OK;
	}
	status = file_folder(FILE_DATA, out, err);
	buf_add_str(out, "/notes.db");
	return status;
}

enum status
notes_open(const char *path, struct notes **out, struct err *err)
{
	struct buf file = { 0 };
	struct db *db = NULL;
	enum status status = notes_path(path, &file, err);

	if (status == STATUS_OK)
		status = db_open(buf_str(&file), &notes_schema, &db, err);
	buf_release(&file);
	if (status != STATUS_OK)
		return status;
	*out = mem_resize(NULL, sizeof **out);
	**out = (struct notes){ .db = db };
	return STATUS_OK;
}

enum status
notes_begin(struct notes *n, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_BEGIN_WRITE, err);

	return s ? db_run(n->db, s, err) : db_failed(err);
}

enum status
notes_end(struct notes *n, enum status status, struct err *err)
{
	bool done = status == STATUS_OK;
	struct err hidden;
	sqlite3_stmt *s = db_statement(n->db, done ? QUERY_COMMIT : QUERY_ROLLBACK,
	                               done ? err : &hidden);

	if (done && s)
		status = db_run(n->db, s, err);
	else if (done)
		status = db_failed(err);
	else if (s && db_run(n->db, s, &hidden) != STATUS_OK)
		return status;
	if (done && status != STATUS_OK) /* a COMMIT that was refused may leave it open */
		return notes_end(n, status, err);
	n->is_written = n->is_written || done;
	return status;
}

void
notes_close(struct notes *n)
{
	if (!n)
		return;
	db_close(n->db);
	free(n);
}

static void
bind_place(sqlite3_stmt *s, int at, const struct kept_place *p)
{
	db_bind_text(s, at, p->eid);
	db_bind_text(s, at + 1, p->quote);
	sqlite3_bind_int64(s, at + 2, p->block);
	sqlite3_bind_int64(s, at + 3, p->byte);
}

/* The first four columns of every statement that reads a place. */
static struct kept_place
read_place(sqlite3_stmt *s, struct arena *arena)
{
	return (struct kept_place){ .eid = db_column_text(s, 0, arena),
		                    .quote = db_column_text(s, 1, arena),
		                    .block = sqlite3_column_int64(s, 2),
		                    .byte = sqlite3_column_int64(s, 3) };
}

static struct kept_mark
read_mark(sqlite3_stmt *s, struct arena *arena)
{
	struct slice name = db_column_text(s, 5, arena);

	return (struct kept_mark){ .name = name.len > 0 ? name.p[0] : '\0',
		                   .document = db_column_text(s, 4, arena),
		                   .place = read_place(s, arena) };
}

enum status
notes_put_place(struct notes *n, struct slice document, const struct kept_place *p,
                struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_PUT_PLACE, err);

	if (!s)
		return STATUS_IO;
	db_bind_text(s, 1, document);
	bind_place(s, 2, p);
	return db_run(n->db, s, err);
}

enum status
notes_get_place(struct notes *n, struct slice document, struct arena *arena,
                struct kept_place *out, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_GET_PLACE, err);
	int code;

	if (!s)
		return STATUS_IO;
	db_bind_text(s, 1, document);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		*out = read_place(s, arena);
	sqlite3_reset(s);
	if (code == SQLITE_ROW)
		return STATUS_OK;
	return code == SQLITE_DONE ? STATUS_MISSING : db_refused(n->db, code, err);
}

/* a-z belong to their document. */
static struct slice
scope_of(char name, struct slice document)
{
	return byte_is_upper(name) ? slice_from(NULL) : document;
}

enum status
notes_put_mark(struct notes *n, const struct kept_mark *m, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_PUT_MARK, err);

	if (!s)
		return STATUS_IO;
	db_bind_text(s, 1, scope_of(m->name, m->document));
	db_bind_text(s, 2, slice_of(&m->name, 1));
	db_bind_text(s, 3, m->document);
	bind_place(s, 4, &m->place);
	return db_run(n->db, s, err);
}

enum status
notes_get_mark(struct notes *n, char name, struct slice document, struct arena *arena,
               struct kept_mark *out, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_GET_MARK, err);
	int code;

	if (!s)
		return STATUS_IO;
	db_bind_text(s, 1, scope_of(name, document));
	db_bind_text(s, 2, slice_of(&name, 1));
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		*out = read_mark(s, arena);
	sqlite3_reset(s);
	if (code == SQLITE_ROW)
		return STATUS_OK;
	return code == SQLITE_DONE ? STATUS_MISSING : db_refused(n->db, code, err);
}

enum status
notes_list_marks(struct notes *n, struct slice document, struct arena *arena,
                 struct kept_mark **out, size_t *n_out, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_LIST_MARKS, err);
	VEC(struct kept_mark) marks = { 0 };
	int code;

	if (!s)
		return STATUS_IO;
	db_bind_text(s, 1, document);
	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		VEC_PUSH(&marks, read_mark(s, arena));
	sqlite3_reset(s);
	*n_out = marks.n;
	*out = ARENA_ARRAY(arena, marks.n, struct kept_mark);
	if (marks.n > 0)
		memcpy(*out, marks.v, marks.n * sizeof **out);
	VEC_RELEASE(&marks);
	return code == SQLITE_DONE ? STATUS_OK : db_refused(n->db, code, err);
}

enum status
notes_recent(struct notes *n, size_t max, struct arena *arena, struct slice **out, size_t *n_out,
             struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_RECENT, err);
	int code;

	*n_out = 0;
	*out = ARENA_ARRAY(arena, max, struct slice);
	if (!s)
		return STATUS_IO;
	sqlite3_bind_int64(s, 1, (sqlite3_int64)max);
	while ((code = sqlite3_step(s)) == SQLITE_ROW && *n_out < max)
		(*out)[(*n_out)++] = db_column_text(s, 0, arena);
	return db_end(n->db, s, code, err);
}

int64_t
notes_version(struct notes *n)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_NOTES_VERSION, NULL);
	int64_t version = 0;

	if (s && sqlite3_step(s) == SQLITE_ROW)
		version = sqlite3_column_int64(s, 0);
	if (s)
		sqlite3_reset(s);
	return version;
}

enum status
notes_check(struct notes *n, struct err *err)
{
	return db_check(n->db, err);
}
