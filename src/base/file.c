/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_STEP ((size_t)64 << 10)

/* Reads to the end; the descriptor stays the caller's. */
static enum status
read_all(int fd, const char *path, struct buf *out, struct err *err)
{
	for (;;) {
		ssize_t n;

		if (out->cap < out->len + 2) /* room was made for a size that is known, and one byte to see the end */
			buf_reserve(out, READ_STEP);
		n = read(fd, out->p + out->len, out->cap - out->len - 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(err, STATUS_IO, "%s: cannot be read: %s", "%s：读取失败：%s", path,
			               strerror(errno));
		if (n == 0)
			break;
		out->len += (size_t)n;
		out->p[out->len] = '\0';
		if (out->len > FILE_MAX_BYTES)
			return err_set(err, STATUS_TOO_BIG, "%s: larger than %zu MB; split the file",
			               "%s：超过 %zu MB，请先拆分文件", path, FILE_MAX_BYTES >> 20);
	}
	return STATUS_OK;
}

static enum status
open_refused(const char *path, int number, struct err *err)
{
	if (number == ENOENT || number == ENOTDIR)
		return err_set(err, STATUS_MISSING, "%s: no such file; check the name",
		               "%s：没有这个文件，请检查文件名", path);
	if (number == EACCES || number == EPERM)
		return err_set(err, STATUS_DENIED, "%s: no permission to read it",
		               "%s：没有读取权限", path);
	return err_set(err, STATUS_IO, "%s: cannot be opened: %s", "%s：无法打开：%s", path,
	               strerror(number));
}

/* Regular files and pipes are read; a folder or a device is not. */
static enum status
check_kind(int fd, const char *path, struct buf *out, struct err *err)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return open_refused(path, errno, err);
	if (S_ISDIR(st.st_mode))
		return err_set(err, STATUS_UNREADABLE, "%s: is a folder; name a file in it",
		               "%s：这是一个文件夹，请指定其中的文件", path);
	if (!S_ISREG(st.st_mode) && !S_ISFIFO(st.st_mode) && !S_ISSOCK(st.st_mode) &&
	    strcmp(path, "-") != 0)
		return err_set(err, STATUS_UNREADABLE, "%s: is a device, not a file",
		               "%s：这是设备，不是文件", path);
	if (S_ISREG(st.st_mode)) {
		if ((unsigned long long)st.st_size > FILE_MAX_BYTES)
			return err_set(err, STATUS_TOO_BIG, "%s: larger than %zu MB; split the file",
			               "%s：超过 %zu MB，请先拆分文件", path, FILE_MAX_BYTES >> 20);
		buf_reserve(out, (size_t)st.st_size + 1);
	}
	return STATUS_OK;
}

enum status
file_read(const char *path, struct buf *out, struct err *err)
{
	bool standard = strcmp(path, "-") == 0;
	/* Without O_NONBLOCK a named pipe nobody writes to would hang the program. */
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	enum status status;

	buf_clear(out);
	if (fd < 0)
		return open_refused(path, errno, err);
	if (!standard)
		fcntl(fd, F_SETFL, 0);
	status = check_kind(fd, path, out, err);
	if (status == STATUS_OK)
		status = read_all(fd, path, out, err);
	if (!standard)
		close(fd);
	return status;
}

bool
file_write_all(int fd, struct slice s)
{
	while (s.len > 0) {
		ssize_t n = write(fd, s.p, s.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		s = slice_skip(s, (size_t)n);
	}
	return true;
}

bool
file_sync_folder(const char *path)
{
	struct slice base = file_base_name(path);
	struct buf folder = { 0 };
	bool done;
	int fd;

	buf_add(&folder, slice_of(path, strlen(path) - base.len));
	if (folder.len == 0)
		buf_add_byte(&folder, '.');
	fd = open(folder.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	done = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	buf_release(&folder);
	return done;
}

enum status
file_write(const char *path, struct slice content, struct err *err)
{
	struct buf beside = { 0 };
	bool done;
	int fd, number;

	buf_addf(&beside, "%s.XXXXXX", path);
	fd = mkostemp(beside.p, O_CLOEXEC); /* mode 0600 */
	done = fd >= 0 && file_write_all(fd, content) && fsync(fd) == 0;
	number = errno;
	if (fd >= 0 && close(fd) != 0 && done) {
		number = errno;
		done = false;
	}
	if (done && rename(beside.p, path) != 0) {
		number = errno;
		done = false;
	}
	if (!done && fd >= 0)
		unlink(beside.p);
	if (done)
		(void)file_sync_folder(path); /* not every file system can */
	buf_release(&beside);
	if (done)
		return STATUS_OK;
	return err_set(err, STATUS_IO, "%s: cannot be written: %s", "%s：无法写入：%s", path,
	               strerror(number));
}

enum status
file_make_folder(const char *path, struct err *err)
{
	struct buf part = { 0 };
	enum status status = STATUS_OK;
	struct stat st;
	int number;

	for (const char *p = path;; p++) {
		if (*p != '\0' && (*p != '/' || p == path))
			continue;
		buf_clear(&part);
		buf_add(&part, slice_of(path, (size_t)(p - path)));
		if (part.len > 0 && mkdir(part.p, 0700) != 0) {
			number = errno;
			if (stat(part.p, &st) != 0 || !S_ISDIR(st.st_mode)) {
				status = err_set(err, STATUS_IO, "%s: the folder cannot be made: %s",
				                 "%s：无法建立文件夹：%s", part.p, strerror(number));
				break;
			}
		}
		if (*p == '\0')
			break;
	}
	buf_release(&part);
	return status;
}

enum status
file_folder(enum file_folder which, struct buf *out, struct err *err)
{
	static const struct {
		const char *variable, *below_home;
	} place[] = {
		[FILE_DATA] = { "XDG_DATA_HOME", ".local/share" },
		[FILE_CONFIG] = { "XDG_CONFIG_HOME", ".config" },
		[FILE_STATE] = { "XDG_STATE_HOME", ".local/state" },
	};
	const char *base = getenv(place[which].variable);
	const char *home = getenv("HOME");

	if (base && base[0] == '/') {
		buf_addf(out, "%s/duan", base);
		return STATUS_OK;
	}
	if (!home || home[0] != '/')
		return err_set(err, STATUS_MISSING, "HOME is not set; set it or %s",
		               "未设置 HOME，请设置它或 %s", place[which].variable);
	buf_addf(out, "%s/%s/duan", home, place[which].below_home);
	return STATUS_OK;
}

struct slice
file_base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slice_from(slash ? slash + 1 : path);
}

/* What came with the program, and may be used so. */
static bool
find_own(const char *name, const char *folder, int mode, struct buf *out)
{
	size_t start = out->len;
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof self);
	const char *slash = n > 0 ? memrchr(self, '/', (size_t)n) : NULL;

	if (slash) {
		buf_add(out, slice_of(self, (size_t)(slash - self)));
		buf_addf(out, "/%s", name);
		if (access(buf_str(out) + start, mode) == 0)
			return true;
		buf_truncate(out, start);
	}
	buf_addf(out, "%s/%s", folder, name);
	return access(buf_str(out) + start, mode) == 0;
}

bool
file_program(const char *name, const char *folder, struct buf *out)
{
	return find_own(name, folder, X_OK, out);
}

bool
file_data(const char *name, const char *folder, struct buf *out)
{
	return find_own(name, folder, R_OK, out);
}
