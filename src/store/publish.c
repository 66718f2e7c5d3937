/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/publish.h"

#include "base/file.h"
#include "library_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where SQLite keeps it in the head of a file. */
#define APPLICATION_AT 68

static enum status
refused(const char *path, struct err *err)
{
	return err_set(err, STATUS_IO, "%s: cannot be written: %s", "%s：无法写入：%s", path,
	               strerror(errno));
}

/* A new file would be made there, and readers would trust it. */
static enum status
check_folder(const char *path, struct err *err)
{
	struct slice base = file_base_name(path);
	struct buf folder = { 0 };
	struct stat st;
	enum status status;

	buf_add(&folder, slice_of(path, strlen(path) - base.len));
	if (folder.len == 0)
		buf_add_byte(&folder, '.');
	if (stat(folder.p, &st) != 0)
		status = err_set(err, STATUS_IO, "%s: %s", "%s：%s", folder.p, strerror(errno));
	else
		status = db_check_folder(folder.p, &st, err);
	buf_release(&folder);
	return status;
}

static bool
is_snapshot(const char *path)
{
	unsigned char head[APPLICATION_AT + 4] = { 0 };
	FILE *f = fopen(path, "rbe");
	uint32_t application = 0;
	bool read = f && fread(head, 1, sizeof head, f) == sizeof head;

	if (f)
		fclose(f);
	for (int i = 0; i < 4; i++)
		application = application << 8 | head[APPLICATION_AT + i];
	return read && memcmp(head, "SQLite format 3", 16) == 0 && application == SNAPSHOT_APPLICATION;
}

/* The library is looked at by name alone: to open its file and close it would drop SQLite's locks. */
static enum status
check_target(struct library *l, const char *path, struct err *err)
{
	struct stat own, there;

	if (file_base_name(path).len == 0)
		return err_set(err, STATUS_USAGE, "%s: is a folder; name a file in it",
		               "%s：这是一个文件夹，请指定其中的文件", path);
	if (lstat(path, &there) != 0)
		return errno == ENOENT ? STATUS_OK : refused(path, err);
	if (stat(library_name(l), &own) == 0 && own.st_dev == there.st_dev && own.st_ino == there.st_ino)
		return err_set(err, STATUS_USAGE, "%s: is the library itself; name another file",
		               "%s：就是文献库本身，请另指定文件", path);
	if (!S_ISREG(there.st_mode) || !is_snapshot(path))
		return err_set(err, STATUS_DENIED,
		               "%s: is no published library, left as it is; name another file",
		               "%s：不是已发布的文献库，未作改动，请另指定文件", path);
	return STATUS_OK;
}

/* Nothing but what SQLite itself says is between the two: the file is empty, and ours alone. */
static enum status
copy_all(struct library *l, const char *fresh, struct err *err)
{
	sqlite3_stmt *s = NULL;
	int code = sqlite3_prepare_v2(l->db->handle, "VACUUM INTO ?1", -1, &s, NULL);

	if (code == SQLITE_OK) {
		db_bind_text(s, 1, slice_from(fresh));
		code = sqlite3_step(s);
	}
	sqlite3_finalize(s);
	return code == SQLITE_DONE ? STATUS_OK : db_refused(l->db, code, err);
}

static enum status
mark(const char *fresh, struct err *err)
{
	struct db db = { .path = (char *)fresh, .is_rebuildable = true };
	char *sql = sqlite3_mprintf("PRAGMA journal_mode = MEMORY; PRAGMA application_id = %d",
	                            SNAPSHOT_APPLICATION);
	int code = sqlite3_open_v2(fresh, &db.handle, SQLITE_OPEN_READWRITE, NULL);
	enum status status = STATUS_OK;

	if (code == SQLITE_OK)
		code = sql ? sqlite3_exec(db.handle, sql, NULL, NULL, NULL) : SQLITE_NOMEM;
	if (code != SQLITE_OK)
		status = db_refused(&db, code, err);
	sqlite3_free(sql);
	sqlite3_close(db.handle);
	return status;
}

/* Everybody may read it, it is on the disk, and then it takes the name. */
static enum status
release(int fd, const char *fresh, const char *path, struct err *err)
{
	if (fchmod(fd, 0644) != 0 || fsync(fd) != 0 || rename(fresh, path) != 0)
		return refused(path, err);
	(void)file_sync_folder(path); /* not every file system can */
	return STATUS_OK;
}

/* The file is locked for as long as the descriptor is open: two that publish at once would write into
 * one.  It may have got its name while the lock was waited for. */
static int
open_fresh(const char *fresh, struct err *err)
{
	int fd = open(fresh, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	struct stat own, there;

	if (fd < 0) {
		(void)refused(fresh, err);
		return -1;
	}
	if (flock(fd, LOCK_EX | LOCK_NB) != 0 || fstat(fd, &own) != 0 || lstat(fresh, &there) != 0 ||
	    own.st_ino != there.st_ino) {
		(void)err_set(err, STATUS_BUSY, "%s: somebody else is publishing there; try again",
		              "%s：另有人正在发布，请重试", fresh);
		close(fd);
		return -1;
	}
	if (ftruncate(fd, 0) == 0)
		return fd;
	(void)refused(fresh, err);
	close(fd);
	return -1;
}

enum status
publish_snapshot(struct library *l, const char *path, struct err *err)
{
	struct buf fresh = { 0 };
	enum status status = check_folder(path, err);
	int fd = -1;

	buf_addf(&fresh, "%s.new", path);
	if (status == STATUS_OK)
		status = check_target(l, path, err);
	if (status == STATUS_OK && (fd = open_fresh(fresh.p, err)) < 0)
		status = db_failed(err);
	if (status == STATUS_OK)
		status = copy_all(l, fresh.p, err);
	if (status == STATUS_OK)
		status = mark(fresh.p, err);
	if (status == STATUS_OK)
		status = release(fd, fresh.p, path, err);
	if (fd >= 0 && status != STATUS_OK)
		unlink(fresh.p);
	if (fd >= 0)
		close(fd);
	buf_release(&fresh);
	return status;
}
