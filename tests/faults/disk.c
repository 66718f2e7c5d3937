/* SPDX-License-Identifier: ISC */
/*
 * A disk that fails or is watched, for a program that is started with this as LD_PRELOAD.
 *
 * Files are those whose path has $DISK_MATCH in it.  $DISK_COUNT is a file of 8 bytes in which all calls
 * on them are counted, of all processes.  With DISK_FAIL=N:ERRNO:MODE the Nth fails: "once", "always" (and
 * all behind it), or "short" (of a write a half is done, and then nothing works any more).
 *
 * $DISK_LOG gets a record of each call that changed something, and of what was written to standard output:
 * struct record, the path, then bytes or a second path.  tests/power.py replays it, up to a power cut.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FDS 1024

struct record {
	int64_t offset;
	uint32_t kind, path, bytes, zero;
};

static struct {
	int is_ready, log, error, is_short, is_always;
	const char *match;
	uint64_t fail_at, *count, own;
	char *path[FDS];
} disk = { .log = -1 };

static void
begin(void)
{
	const char *fail = getenv("DISK_FAIL"), *count = getenv("DISK_COUNT"), *log = getenv("DISK_LOG");
	char *end;
	int fd;

	if (disk.is_ready)
		return;
	disk.is_ready = 1;
	disk.count = &disk.own;
	disk.match = getenv("DISK_MATCH");
	fd = count ? (int)syscall(SYS_openat, AT_FDCWD, count, O_RDWR, 0) : -1;
	if (fd >= 0) {
		void *shared = mmap(NULL, sizeof *disk.count, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

		if (shared != MAP_FAILED)
			disk.count = shared;
		syscall(SYS_close, fd);
	}
	if (log)
		disk.log = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
	if (!fail)
		return;
	disk.fail_at = strtoull(fail, &end, 10);
	disk.error = *end ? (int)strtol(end + 1, &end, 10) : EIO;
	disk.is_short = strcmp(end, ":short") == 0;
	disk.is_always = disk.is_short || strcmp(end, ":always") == 0;
}

static int
is_ours(const char *path)
{
	begin();
	return path && disk.match && strstr(path, disk.match);
}

static const char *
path_of(int fd)
{
	begin();
	return fd >= 0 && fd < FDS ? disk.path[fd] : NULL;
}

/* 1: this one is to fail; 2: after half of it. */
static int
fails(void)
{
	uint64_t n = __atomic_add_fetch(disk.count, 1, __ATOMIC_RELAXED);

	if (disk.fail_at == 0 || n < disk.fail_at || (n > disk.fail_at && !disk.is_always))
		return 0;
	errno = disk.error;
	return n == disk.fail_at && disk.is_short ? 2 : 1;
}

static void
note(int kind, const char *path, int64_t offset, const void *bytes, size_t n)
{
	struct record r = { offset, (uint32_t)kind, (uint32_t)strlen(path), (uint32_t)n, 0 };
	int number = errno;
	char *all;

	if (disk.log < 0)
		return;
	all = malloc(sizeof r + r.path + n);
	memcpy(all, &r, sizeof r);
	memcpy(all + sizeof r, path, r.path);
	if (n > 0)
		memcpy(all + sizeof r + r.path, bytes, n);
	if (syscall(SYS_write, disk.log, all, sizeof r + r.path + n) < 0)
		_exit(99);
	free(all);
	errno = number;
}

static void
forget(int fd)
{
	if (fd >= 0 && fd < FDS) {
		free(disk.path[fd]);
		disk.path[fd] = NULL;
	}
}

static int
open_file(int at, const char *path, int flags, mode_t mode)
{
	struct stat st;
	int was_there, fd;

	if (!is_ours(path))
		return (int)syscall(SYS_openat, at, path, flags, mode);
	was_there = syscall(SYS_newfstatat, at, path, &st, 0) == 0;
	if (fails())
		return -1;
	fd = (int)syscall(SYS_openat, at, path, flags, mode);
	if (fd < 0 || fd >= FDS)
		return fd;
	forget(fd);
	disk.path[fd] = strdup(path);
	if (!was_there)
		note('C', path, 0, NULL, 0);
	else if (flags & O_TRUNC)
		note('T', path, 0, NULL, 0);
	return fd;
}

#define OPEN(at)                                                                                   \
	mode_t mode = 0;                                                                           \
	va_list args;                                                                              \
	va_start(args, flags);                                                                     \
	if (flags & (O_CREAT | O_TMPFILE))                                                         \
		mode = va_arg(args, mode_t);                                                       \
	va_end(args);                                                                              \
	return open_file(at, path, flags, mode)

int open(const char *path, int flags, ...) { OPEN(AT_FDCWD); }
int open64(const char *path, int flags, ...) { OPEN(AT_FDCWD); }
int openat(int at, const char *path, int flags, ...) { OPEN(at); }
int openat64(int at, const char *path, int flags, ...) { OPEN(at); }

int
close(int fd)
{
	forget(fd);
	return (int)syscall(SYS_close, fd);
}

/* A negative offset: where the file stands. */
static ssize_t
read_file(int fd, void *bytes, size_t n, int64_t offset)
{
	if (path_of(fd) && fails())
		return -1;
	return offset < 0 ? syscall(SYS_read, fd, bytes, n) : syscall(SYS_pread64, fd, bytes, n, offset);
}

ssize_t read(int fd, void *bytes, size_t n) { return read_file(fd, bytes, n, -1); }
ssize_t pread(int fd, void *bytes, size_t n, off_t at) { return read_file(fd, bytes, n, at); }
ssize_t pread64(int fd, void *bytes, size_t n, off_t at) { return read_file(fd, bytes, n, at); }

static ssize_t
write_file(int fd, const void *bytes, size_t n, int64_t offset)
{
	const char *path = path_of(fd);
	int failure = path ? fails() : 0;
	ssize_t done;

	if (failure == 1 || (failure == 2 && n < 2))
		return -1;
	n = failure == 2 ? n / 2 : n;
	done = offset < 0 ? syscall(SYS_write, fd, bytes, n) : syscall(SYS_pwrite64, fd, bytes, n, offset);
	if (done > 0 && path)
		note('W', path, offset < 0 ? syscall(SYS_lseek, fd, 0, SEEK_CUR) - done : offset, bytes, (size_t)done);
	else if (done > 0 && fd == STDOUT_FILENO)
		note('A', "", 0, bytes, (size_t)done);
	return done;
}

ssize_t write(int fd, const void *bytes, size_t n) { return write_file(fd, bytes, n, -1); }
ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at) { return write_file(fd, bytes, n, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t n, off_t at) { return write_file(fd, bytes, n, at); }

/* What the program said is out. */
int
fflush(FILE *file)
{
	int (*real)(FILE *), code;

	*(void **)&real = dlsym(RTLD_NEXT, "fflush");
	code = real(file);
	begin();
	if (code == 0 && file == stdout)
		note('F', "", 0, NULL, 0);
	return code;
}

static int
sync_file(int fd, long call)
{
	const char *path = path_of(fd);
	int code;

	if (path && fails())
		return -1;
	code = (int)syscall(call, fd);
	if (path && code == 0)
		note('S', path, 0, NULL, 0);
	return code;
}

int fsync(int fd) { return sync_file(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_file(fd, SYS_fdatasync); }

static int
cut_file(int fd, off_t length)
{
	const char *path = path_of(fd);
	int code;

	if (path && fails())
		return -1;
	code = (int)syscall(SYS_ftruncate, fd, length);
	if (path && code == 0)
		note('T', path, length, NULL, 0);
	return code;
}

int ftruncate(int fd, off_t length) { return cut_file(fd, length); }
int ftruncate64(int fd, off_t length) { return cut_file(fd, length); }

int
fchmod(int fd, mode_t mode)
{
	return path_of(fd) && fails() ? -1 : (int)syscall(SYS_fchmod, fd, mode);
}

/* What changes a folder: one call, one or two names. */
static int
change(int kind, long call, const char *path, const char *to, long argument)
{
	int code;

	if (is_ours(path) && fails())
		return -1;
	code = (int)(to ? syscall(call, path, to) : syscall(call, path, argument));
	if (code == 0 && is_ours(path))
		note(kind, path, 0, to, to ? strlen(to) : 0);
	return code;
}

int unlink(const char *path) { return change('U', SYS_unlink, path, NULL, 0); }
int rename(const char *path, const char *to) { return change('R', SYS_rename, path, to, 0); }
int link(const char *path, const char *to) { return change('L', SYS_link, path, to, 0); }
int mkdir(const char *path, mode_t mode) { return change('M', SYS_mkdir, path, NULL, mode); }
