/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/backup.h"

#include "base/file.h"
#include "notes_priv.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Tables whose rows are worth rescuing; what else there is follows from them. */
static const char *const tables[] = { "note", "place", "mark", "draft", "saved_search",
	                              "search_history" };

static int
column_count(sqlite3 *db, const char *table)
{
	char *sql = sqlite3_mprintf("SELECT * FROM %s", table);
	sqlite3_stmt *s;
	int n = 0;

	if (sql && sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK) {
		n = sqlite3_column_count(s);
		sqlite3_finalize(s);
	}
	sqlite3_free(sql);
	return n;
}

static sqlite3_stmt *
insert_into(sqlite3 *db, const char *table, int columns)
{
	struct buf sql = { 0 };
	sqlite3_stmt *s = NULL;

	buf_addf(&sql, "INSERT OR IGNORE INTO %s VALUES (", table);
	for (int i = 0; i < columns; i++)
		buf_add_str(&sql, i > 0 ? ", ?" : "?");
	buf_add_str(&sql, ")");
	if (columns == 0 || sqlite3_prepare_v2(db, sql.p, -1, &s, NULL) != SQLITE_OK)
		s = NULL;
	buf_release(&sql);
	return s;
}

/* Rows in one direction until one cannot be read for damage; false if the disk refused. */
static bool
copy_rows(sqlite3 *from, sqlite3 *to, const char *table, const char *order, long *n)
{
	char *sql = sqlite3_mprintf("SELECT * FROM %s NOT INDEXED ORDER BY %s", table, order);
	int columns = column_count(from, table), code = SQLITE_OK;
	sqlite3_stmt *rows = NULL, *insert = insert_into(to, table, columns);

	if (insert && sql)
		code = sqlite3_prepare_v2(from, sql, -1, &rows, NULL);
	while (rows && (code = sqlite3_step(rows)) == SQLITE_ROW) {
		for (int i = 0; i < columns; i++)
			sqlite3_bind_value(insert, i + 1, sqlite3_column_value(rows, i));
		if ((code = sqlite3_step(insert)) == SQLITE_DONE)
			*n += sqlite3_changes(to);
		sqlite3_reset(insert);
		if (db_is_disk(code))
			break;
	}
	sqlite3_finalize(rows);
	sqlite3_finalize(insert);
	sqlite3_free(sql);
	return !db_is_disk(code) && !db_is_disk(sqlite3_errcode(from)) && !db_is_disk(sqlite3_errcode(to));
}

/* All that can be read of the file at `path`, from both ends of each table.  What a failing disk holds back
 * now it may give later: that is no damage. */
static enum status
copy_file(const char *path, sqlite3 *to, long *n, struct err *err)
{
	sqlite3 *from = db_open_damaged(path);
	bool done = from != NULL;

	for (size_t i = 0; done && i < sizeof tables / sizeof *tables; i++) {
		bool has_rowid = strcmp(tables[i], "note") == 0;

		done = copy_rows(from, to, tables[i], has_rowid ? "rowid" : "1", n) &&
		       copy_rows(from, to, tables[i], has_rowid ? "rowid DESC" : "1 DESC", n);
	}
	sqlite3_close(from);
	return done ? STATUS_OK : db_unread(path, err);
}

/* A line of the log; what is later holds. */
static enum status
replay_line(struct notes *n, struct slice line, struct arena *arena, struct err *err)
{
	struct jsonread v;
	struct note note;
	struct slice gone;
	size_t at;

	if (!jsonread_text(line, arena, &v, &at))
		return STATUS_OK;
	gone = jsonread_string(&v, "gone");
	if (gone.len > 0)
		return note_row_drop(n, gone, err);
	return note_read_json(&v, arena, &note) ? note_row_put(n, &note, err) : STATUS_OK;
}

static enum status
replay(struct notes *n, struct slice lines, struct err *err)
{
	enum status status = notes_begin(n, err);
	struct arena arena = { 0 };
	struct slice line;

	if (status != STATUS_OK)
		return status;
	while (status == STATUS_OK && slice_next(&lines, '\n', &line)) {
		status = replay_line(n, line, &arena, err);
		arena_clear(&arena);
	}
	arena_release(&arena);
	return notes_end(n, status, err);
}

/* A log that is there but cannot be read is not passed over: notes may be in it alone. */
static enum status
replay_log(struct notes *n, const char *path, struct err *err)
{
	struct buf name = { 0 }, content = { 0 };
	struct err why;
	enum status status;

	log_path(path, &name);
	status = file_read(name.p, &content, &why);
	if (status == STATUS_OK)
		status = replay(n, buf_slice(&content), err);
	else if (status == STATUS_MISSING)
		status = STATUS_OK;
	else if (err)
		*err = why;
	buf_release(&name);
	buf_release(&content);
	return status;
}

/* Rows that were copied as they are get what belongs to them. */
static enum status
complete(struct notes *n, struct err *err)
{
	struct arena arena = { 0 };
	struct note_list all = { 0 };
	enum status status = notes_begin(n, err);

	if (status != STATUS_OK)
		return status;
	status = note_list(n, NOTE_KEPT, &arena, &all, err);
	for (size_t i = 0; i < all.n && status == STATUS_OK; i++)
		status = note_row_put(n, &all.v[i], err);
	arena_release(&arena);
	return notes_end(n, status, err);
}

/* The new file is complete before it takes the name. */
static enum status
build(const char *path, const char *fresh, struct backup_rescued *out, struct err *err)
{
	struct buf copy = { 0 };
	struct note_counts counts;
	struct notes *n = NULL;
	enum status status = notes_open(fresh, &n, err);
	long of_copy = 0;

	if (status != STATUS_OK)
		return status;
	status = copy_file(path, n->db->handle, &out->n_read, err);
	if (status == STATUS_OK && backup_newest(path, &copy))
		status = copy_file(copy.p, n->db->handle, &of_copy, err);
	if (status == STATUS_OK)
		status = complete(n, err);
	if (status == STATUS_OK)
		status = replay_log(n, path, err);
	if (status == STATUS_OK)
		status = note_count(n, &counts, err);
	if (status == STATUS_OK)
		out->n_notes = counts.notes;
	notes_close(n);
	buf_release(&copy);
	return status;
}

/* It must be ours: its header says so, or a log lies beside it. */
static bool
is_ours(const char *path)
{
	struct buf log = { 0 };
	unsigned char head[100] = { 0 };
	FILE *f = fopen(path, "rb");
	bool ours = f && fread(head, 1, sizeof head, f) == sizeof head &&
	            memcmp(head, "SQLite format 3", 16) == 0 && memcmp(head + 68, "duaN", 4) == 0;

	if (f)
		fclose(f);
	log_path(path, &log);
	ours = ours || access(log.p, F_OK) == 0;
	buf_release(&log);
	return ours;
}

static enum status
check(const char *path, struct err *err)
{
	struct notes *n = NULL;
	enum status status = notes_open(path, &n, err);

	if (status == STATUS_OK)
		status = notes_check(n, err);
	notes_close(n);
	return status;
}

static void
find_name(const char *path, struct buf *aside)
{
	for (int i = 1; aside->len == 0 || access(aside->p, F_OK) == 0; i++) {
		buf_clear(aside);
		buf_addf(aside, "%s.damaged-", path);
		backup_add_date(aside);
		if (i > 1)
			buf_addf(aside, "-%d", i);
	}
}

/* The damaged file gets a name that is free, and the new one its own, which is never without a file: a
 * program that is killed here leaves the old one or the new one, not none. */
static enum status
exchange(const char *path, const char *fresh, struct buf *aside, struct err *err)
{
	struct buf journal = { 0 }, to = { 0 };
	bool done;

	find_name(path, aside);
	buf_addf(&journal, "%s-journal", path);
	buf_addf(&to, "%s-journal", aside->p);
	done = link(path, aside->p) == 0 || rename(path, aside->p) == 0; /* not every file system links */
	if (done)
		(void)!rename(journal.p, to.p);
	done = done && rename(fresh, path) == 0;
	buf_release(&journal);
	buf_release(&to);
	if (!done)
		return err_set(err, STATUS_IO, "%s: %s", "%s：%s", path, strerror(errno));
	(void)file_sync_folder(path);
	return STATUS_OK;
}

static enum status
rescue(const char *path, struct backup_rescued *out, struct err *err)
{
	struct buf fresh = { 0 }, journal = { 0 };
	enum status status;

	buf_addf(&fresh, "%s.rescued", path);
	buf_addf(&journal, "%s-journal", fresh.p);
	unlink(fresh.p);
	unlink(journal.p);
	status = build(path, fresh.p, out, err);
	unlink(journal.p);
	if (status == STATUS_OK)
		status = exchange(path, fresh.p, &out->aside, err);
	buf_release(&fresh);
	buf_release(&journal);
	return status;
}

enum status
backup_rescue(const char *path, struct backup_rescued *out, struct err *err)
{
	struct buf file = { 0 };
	struct err why;
	enum status status = notes_path(path, &file, err);

	*out = (struct backup_rescued){ 0 };
	if (status == STATUS_OK)
		status = check(file.p, &why);
	if (status == STATUS_CORRUPT && is_ours(file.p))
		status = rescue(file.p, out, err);
	else if (status != STATUS_OK && err)
		*err = why;
	buf_release(&file);
	return status;
}
