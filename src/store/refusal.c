/* SPDX-License-Identifier: ISC */
/* What SQLite refuses, in words that say what to do. */
#include "config.h"

#include "db_priv.h"

#include <stdlib.h>
#include <string.h>

/* The error of the system at the file, or at the journal beside it; 0 if it has told none. */
static int
system_error(const struct db *db)
{
	int error = sqlite3_system_errno(db->handle);
	sqlite3_file *journal = NULL;

	if (error == 0)
		sqlite3_file_control(db->handle, NULL, SQLITE_FCNTL_LAST_ERRNO, &error);
	if (error == 0)
		sqlite3_file_control(db->handle, NULL, SQLITE_FCNTL_JOURNAL_POINTER, &journal);
	if (journal && journal->pMethods)
		journal->pMethods->xFileControl(journal, SQLITE_FCNTL_LAST_ERRNO, &error);
	return error;
}

/* "File too large" says more than "disk I/O error". */
static const char *
system_words(const struct db *db, const char *words)
{
	int error = system_error(db);

	return error != 0 ? strerror(error) : words;
}

enum status
db_damaged(struct db *db, const char *found, struct err *err)
{
	struct slice rest = slice_trim(slice_from(found)), words = rest;

	while (slice_next(&rest, '\n', &words))
		;
	if (db->is_rebuildable)
		return err_set(err, STATUS_CORRUPT,
		               "%s: is damaged (%.*s); set it aside with 'duan check --repair' "
		               "and add the files again",
		               "%s：已损坏（%.*s）；请用 duan check --repair 将其移开，再重新添加文件",
		               db->path, SLICE_ARG(words));
	return err_set(err, STATUS_CORRUPT,
	               "%s: is damaged, left as it is; 'duan check --repair' saves what there is (%.*s)",
	               "%s：已损坏，未作改动；可用 duan check --repair 抢救（%.*s）", db->path,
	               SLICE_ARG(words));
}

enum status
db_refused(struct db *db, int code, struct err *err)
{
	/* A ROLLBACK since may have made it "not an error". */
	const char *words = sqlite3_errcode(db->handle) == SQLITE_OK ? sqlite3_errstr(code)
	                                                             : sqlite3_errmsg(db->handle);

	switch (code & 0xFF) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return db_busy(db, err);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return db_damaged(db, words, err);
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return err_set(err, STATUS_DENIED, "%s: cannot be written to (%s)",
		               "%s：无法写入（%s）", db->path, words);
	case SQLITE_CANTOPEN:
		return err_set(err, STATUS_DENIED, "%s: cannot be opened (%s)", "%s：无法打开（%s）",
		               db->path, system_words(db, words));
	case SQLITE_IOERR:
		return err_set(err, STATUS_IO, "%s: cannot be read or written (%s)",
		               "%s：无法读写（%s）", db->path, system_words(db, words));
	case SQLITE_FULL:
		return err_set(err, STATUS_IO, "%s: the disk is full", "%s：磁盘已满", db->path);
	case SQLITE_NOMEM:
		die("out of memory");
	}
	return err_set(err, STATUS_IO, "%s: %s", "%s：%s", db->path, words);
}

bool
db_is_disk(int code)
{
	code &= 0xFF;
	return code == SQLITE_IOERR || code == SQLITE_FULL || code == SQLITE_CANTOPEN;
}

/* A page that the disk did not give is no damage of the file: "Page 7: unable to get the page. error
 * code=266".  Nor must it be taken for it. */
bool
db_is_unread(struct slice found)
{
	static const char before[] = "error code=";
	size_t at = slice_find(found, slice_from(before), 0);

	return at != SLICE_NONE && (atoi(found.p + at + sizeof before - 1) & 0xFF) == SQLITE_IOERR;
}

enum status
db_unread(const char *path, struct err *err)
{
	return err_set(err, STATUS_IO, "%s: the disk fails; left as it is, try again later",
	               "%s：磁盘出错，未作改动，请稍后重试", path);
}
