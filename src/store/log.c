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
write_all(int fd, struct slice content)
{
	while (content.len > 0) {
		ssize_t n = write(fd, content.p, content.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		content = slice_skip(content, (size_t)n);
	}
	return true;
}

/* A new file is on disk when its folder is. */
static bool
sync_folder(const char *path)
{
	struct buf folder = { 0 };
	struct slice base = file_base_name(path);
	int fd;
	bool done;

	buf_add(&folder, slice_of(path, strlen(path) - base.len));
	if (folder.len == 0)
		buf_add_str(&folder, ".");
	fd = open(folder.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	done = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	buf_release(&folder);
	return done;
}

static bool
append(const char *path, struct slice lines)
{
	int fd = open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
	bool is_new = fd < 0 && errno == ENOENT, done;

	if (is_new)
		fd = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return false;
	done = (!is_torn(fd) || write_all(fd, SLICE("\n"))) && write_all(fd, lines) &&
	       fdatasync(fd) == 0 && (!is_new || sync_folder(path));
	return close(fd) == 0 && done;
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
