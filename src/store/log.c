/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "notes_priv.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
log_path(const char *path, struct buf *out)
{
	struct slice name = slice_from(path);

	buf_add(out, slice_ends(name, ".db") ? slice_sub(name, 0, name.len - 3) : name);
	buf_add_str(out, ".log");
}

void
log_add_note(struct buf *lines, const struct note *note)
{
	note_add_json(note, lines);
	buf_add_byte(lines, '\n');
}

void
log_add_gone(struct buf *lines, struct slice id)
{
	buf_addf(lines, "{\"gone\":\"%.*s\"}\n", SLICE_ARG(id));
}

/* A line that a crash has cut short is ended before the next one. */
static bool
is_torn(int fd)
{
	struct stat st;
	char last = '\n';

	return fstat(fd, &st) == 0 && st.st_size > 0 && pread(fd, &last, 1, st.st_size - 1) == 1 &&
	       last != '\n';
}

static bool
append(const char *path, struct slice lines)
{
	int fd = open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
	bool is_new = fd < 0 && errno == ENOENT, done;
	int number;

	if (is_new)
		fd = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return false;
	done = (!is_torn(fd) || file_write_all(fd, SLICE("\n"))) && file_write_all(fd, lines) &&
	       fdatasync(fd) == 0 && (!is_new || file_sync_folder(path));
	number = errno;
	if (close(fd) != 0 && done) {
		number = errno;
		done = false;
	}
	if (!done && is_new) /* else the next one would take its name for safe on the disk */
		unlink(path);
	errno = number;
	return done;
}

enum status
log_append(const char *path, struct slice lines, struct err *err)
{
	struct buf name = { 0 };
	enum status status = STATUS_OK;

	if (lines.len == 0)
		return STATUS_OK;
	log_path(path, &name);
	if (!append(name.p, lines))
		status = err_set(err, STATUS_IO, "%s: %s; the change was not kept",
		                 "%s：%s，更改未保存", name.p, strerror(errno));
	buf_release(&name);
	return status;
}
