/* SPDX-License-Identifier: ISC */
/*
 * Who is writing to a database.  The kernel lists the locks; opening the file once more to ask for
 * them would drop our own when it is closed.
 */
#include "config.h"

#include "base/buf.h"
#include "db_priv.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Bytes that a writer locks: of the shared memory beside a WAL, of a file with a rollback journal. */
#define WAL_WRITER 120
#define FILE_WRITER 0x40000001

/* A line of /proc/locks: "1: POSIX  ADVISORY  WRITE 1234 08:01:262405 120 120". */
static bool
is_writer(const char *line, ino_t inode, long byte, long *process)
{
	uintmax_t file;
	long first, last;

	return sscanf(line, "%*d: %*s %*s WRITE %ld %*x:%*x:%" SCNuMAX " %ld %ld", process, &file,
	              &first, &last) == 4 &&
	       file == inode && first <= byte && byte <= last && *process > 0;
}

static bool
find_process(const char *path, long byte, long *process)
{
	FILE *locks = fopen("/proc/locks", "re");
	char line[256];
	bool found = false;
	struct stat st;

	while (locks && !found && stat(path, &st) == 0 && fgets(line, sizeof line, locks))
		found = is_writer(line, st.st_ino, byte, process) && *process != getpid();
	if (locks)
		fclose(locks);
	return found;
}

static bool
read_name(long process, char *name, int size)
{
	char path[64];
	FILE *file;
	bool got;

	snprintf(path, sizeof path, "/proc/%ld/comm", process);
	file = fopen(path, "re");
	got = file && fgets(name, size, file);
	if (file)
		fclose(file);
	if (got)
		name[strcspn(name, "\n")] = '\0';
	return got;
}

enum status
db_busy(struct db *db, struct err *err)
{
	struct buf shared = { 0 };
	char name[64];
	long process;
	bool found;

	buf_addf(&shared, "%s-shm", db->path);
	found = find_process(shared.p, WAL_WRITER, &process) ||
	        find_process(db->path, FILE_WRITER, &process);
	buf_release(&shared);
	if (found && read_name(process, name, sizeof name))
		return err_set(err, STATUS_BUSY, "%s: %s (process %ld) is writing to it; try again",
		               "%s：%s（进程 %ld）正在写入，请重试", db->path, name, process);
	return err_set(err, STATUS_BUSY, "%s: another program is writing to it; try again",
	               "%s：另一个程序正在写入，请重试", db->path);
}
