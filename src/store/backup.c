/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/backup.h"

#include "base/file.h"
#include "base/vec.h"
#include "notes_priv.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Every page of the open file goes into `to`; then the copy is read through. */
static int
copy_pages(sqlite3 *from, sqlite3 *to, bool *good)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
	sqlite3_stmt *s = NULL;
	int code = b ? sqlite3_backup_step(b, -1) : sqlite3_errcode(to);

	sqlite3_backup_finish(b);
	if (code != SQLITE_DONE)
		return code;
	code = sqlite3_prepare_v2(to, "PRAGMA integrity_check(1)", -1, &s, NULL);
	if (code == SQLITE_OK && (code = sqlite3_step(s)) == SQLITE_ROW) {
		*good = slice_is(db_column_kept(s, 0), "ok");
		code = SQLITE_OK;
	}
	sqlite3_finalize(s);
	return code;
}

static enum status
copy_to(struct db *db, const char *file, struct err *err)
{
	sqlite3 *to = NULL;
	bool good = false;
	int fd = open(file, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600), code;

	if (fd < 0)
		return err_set(err, STATUS_IO, "%s: %s", "%s：%s", file, strerror(errno));
	close(fd);
	code = sqlite3_open_v2(file, &to, SQLITE_OPEN_READWRITE, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_exec(to, "PRAGMA synchronous = EXTRA", NULL, NULL, NULL);
	if (code == SQLITE_OK)
		code = copy_pages(db->handle, to, &good);
	sqlite3_close(to);
	if (code == SQLITE_OK && good)
		return STATUS_OK;
	unlink(file);
	return db_refused(db, code == SQLITE_OK ? SQLITE_CORRUPT : code, err);
}

enum status
backup_copy(struct db *db, const char *to, struct err *err)
{
	struct buf fresh = { 0 };
	enum status status;

	buf_addf(&fresh, "%s.%ld.new", to, (long)getpid()); /* others may make one at the same time */
	status = copy_to(db, fresh.p, err);
	if (status == STATUS_OK && rename(fresh.p, to) != 0)
		status = err_set(err, STATUS_IO, "%s: %s", "%s：%s", to, strerror(errno));
	if (status == STATUS_OK)
		(void)file_sync_folder(to);
	buf_release(&fresh);
	return status;
}

typedef VEC(char *) name_list;

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Paths of the daily copies of `path`, the oldest first. */
static void
list_copies(const char *path, name_list *out)
{
	struct slice base = file_base_name(path);
	struct buf folder = { 0 }, start = { 0 };
	struct dirent *entry;
	DIR *dir;

	buf_add(&folder, slice_of(path, strlen(path) - base.len));
	buf_addf(&start, "%.*s.backup-", SLICE_ARG(base));
	dir = opendir(folder.len > 0 ? folder.p : ".");
	while (dir && (entry = readdir(dir)))
		if (slice_starts(slice_from(entry->d_name), start.p) &&
		    !slice_ends(slice_from(entry->d_name), ".new")) {
			struct buf name = { 0 };

			buf_addf(&name, "%s%s", buf_str(&folder), entry->d_name);
			VEC_PUSH(out, name.p);
		}
	if (dir)
		closedir(dir);
	if (out->n > 0)
		qsort(out->v, out->n, sizeof *out->v, by_name);
	buf_release(&folder);
	buf_release(&start);
}

static void
release_names(name_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		free(list->v[i]);
	VEC_RELEASE(list);
}

bool
backup_newest(const char *path, struct buf *out)
{
	name_list copies = { 0 };
	bool has;

	list_copies(path, &copies);
	has = copies.n > 0;
	if (has)
		buf_add_str(out, copies.v[copies.n - 1]);
	release_names(&copies);
	return has;
}

void
backup_add_date(struct buf *out)
{
	time_t now = time(NULL);
	struct tm t;

	localtime_r(&now, &t);
	buf_addf(out, "%04d-%02d-%02d", t.tm_year + 1900, t.tm_mon + 1, t.tm_mday);
}

/* Nothing was written since the newest copy. */
static bool
is_unchanged(const char *path, const name_list *copies)
{
	struct stat own, copy;

	return copies->n > 0 && stat(path, &own) == 0 && stat(copies->v[copies->n - 1], &copy) == 0 &&
	       own.st_mtime < copy.st_mtime;
}

enum status
backup_daily(struct notes *n, struct err *err)
{
	name_list copies = { 0 };
	struct buf today = { 0 };
	enum status status = STATUS_OK;

	buf_addf(&today, "%s.backup-", n->db->path);
	backup_add_date(&today);
	list_copies(n->db->path, &copies);
	if (access(today.p, F_OK) != 0 && !is_unchanged(n->db->path, &copies)) {
		status = backup_copy(n->db, today.p, err);
		if (status == STATUS_BUSY) /* who is writing makes one when he ends */
			status = STATUS_OK;
		for (size_t i = 0; status == STATUS_OK && i + BACKUP_DAYS <= copies.n; i++)
			unlink(copies.v[i]);
	}
	release_names(&copies);
	buf_release(&today);
	return status;
}
