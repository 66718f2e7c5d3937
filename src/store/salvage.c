/* SPDX-License-Identifier: ISC */
/*
 * A damaged library: out of the way, and what can still be learned of it.
 */
#include "config.h"

#include "base/file.h"
#include "base/vec.h"
#include "library_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

typedef VEC(struct slice) path_list;

/* A name that is free: two may be damaged within a second. */
static void
find_name(const char *path, struct buf *aside)
{
	struct tm tm;
	time_t now = time(NULL);
	char stamp[32];

	gmtime_r(&now, &tm);
	strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", &tm);
	for (int i = 1; aside->len == 0 || access(aside->p, F_OK) == 0; i++) {
		buf_clear(aside);
		buf_addf(aside, i > 1 ? "%s.damaged-%s-%d" : "%s.damaged-%s", path, stamp, i);
	}
}

/* All of it is in the one file, and on the disk: SQLite leaves the WAL there when it could not be taken in. */
static bool
is_whole(const char *path)
{
	struct buf wal = { 0 };
	int fd = open(path, O_RDWR | O_CLOEXEC);
	bool whole;

	buf_addf(&wal, "%s-wal", path);
	whole = fd >= 0 && fsync(fd) == 0;
	if (whole && access(wal.p, F_OK) == 0) {
		errno = EIO;
		whole = false;
	}
	if (fd >= 0)
		close(fd);
	buf_release(&wal);
	return whole;
}

/* What lies beside it goes first: SQLite would take it for the new one's.  The name is never without a
 * file, where the file system can link. */
enum status
library_set_aside(const char *path, const char *fresh, struct buf *aside, struct err *err)
{
	static const char *const parts[] = { "-wal", "-shm", "-journal" };
	struct buf from = { 0 }, to = { 0 };
	bool done = is_whole(fresh);

	find_name(path, aside);
	for (size_t i = 0; i < sizeof parts / sizeof *parts && done; i++) {
		buf_clear(&from);
		buf_clear(&to);
		buf_addf(&from, "%s%s", path, parts[i]);
		buf_addf(&to, "%s%s", aside->p, parts[i]);
		done = rename(from.p, to.p) == 0 || errno == ENOENT;
	}
	done = done && (link(path, aside->p) == 0 || rename(path, aside->p) == 0);
	done = done && rename(fresh, path) == 0;
	buf_release(&from);
	buf_release(&to);
	if (!done)
		return err_set(err, STATUS_IO, "%s: %s", "%s：%s", path, strerror(errno));
	(void)file_sync_folder(path);
	return STATUS_OK;
}

/* Until one cannot be read for damage; false if the disk refused. */
static bool
read_paths(sqlite3 *handle, const char *sql, struct arena *arena, path_list *out)
{
	sqlite3_stmt *s = NULL;
	int code = sqlite3_prepare_v2(handle, sql, -1, &s, NULL);

	if (code == SQLITE_OK)
		while ((code = sqlite3_step(s)) == SQLITE_ROW)
			if (sqlite3_column_type(s, 0) == SQLITE_TEXT && sqlite3_column_bytes(s, 0) > 0)
				VEC_PUSH(out, db_column_text(s, 0, arena));
	sqlite3_finalize(s);
	return !db_is_disk(code);
}

/* The table from both ends, and an index that has the paths as well. */
static bool
read_file(const char *path, struct arena *arena, path_list *out)
{
	static const char *const ways[] = {
		"SELECT path FROM document NOT INDEXED ORDER BY id",
		"SELECT path FROM document NOT INDEXED ORDER BY id DESC",
		"SELECT path FROM document INDEXED BY document_path ORDER BY path",
		"SELECT path FROM document INDEXED BY document_path ORDER BY path DESC",
	};
	sqlite3 *handle = db_open_damaged(path);
	bool done = handle != NULL;

	for (size_t i = 0; done && i < sizeof ways / sizeof *ways; i++)
		done = read_paths(handle, ways[i], arena, out);
	sqlite3_close(handle);
	return done;
}

static int
by_name(const void *a, const void *b)
{
	return slice_cmp(*(const struct slice *)a, *(const struct slice *)b);
}

/* Damage may make any words of a path: above all no folder, of which all would be added. */
static bool
is_path(struct slice s)
{
	struct stat st;

	return s.p[0] == '/' && !memchr(s.p, '\0', s.len) && (stat(s.p, &st) != 0 || S_ISREG(st.st_mode));
}

enum status
library_left(const char *path, struct arena *arena, struct slice **out, size_t *n, struct err *err)
{
	path_list all = { 0 };
	bool done = read_file(path, arena, &all);

	if (all.n > 0)
		qsort(all.v, all.n, sizeof *all.v, by_name);
	*n = 0;
	*out = ARENA_ARRAY(arena, all.n, struct slice);
	for (size_t i = 0; i < all.n; i++)
		if ((i == 0 || !slice_eq(all.v[i], all.v[i - 1])) && is_path(all.v[i]))
			(*out)[(*n)++] = all.v[i];
	VEC_RELEASE(&all);
	return done ? STATUS_OK : db_unread(path, err);
}
