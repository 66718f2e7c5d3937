/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_fixture.h"

#include "tap.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

bool
fixture_try(struct fixture *f, const char *type, int ambiguous, int color)
{
	struct term_settings settings = { .width = { ambiguous }, .color = color };
	enum status status;
	struct err err;
	int keys[2];

	*f = (struct fixture){ 0 };
	f->out = memfd_create("screen", MFD_CLOEXEC);
	if (f->out < 0 || pipe(keys) != 0)
		tap_skip_all("no memory file or pipe");
	f->keys = keys[1];
	status = term_open_on(keys[0], f->out, type, settings, &f->t, &err);
	close(keys[0]);
	if (status != STATUS_OK) {
		tap_skip(err_words(&err, UI_EN));
		close(keys[1]);
		close(f->out);
		return false;
	}
	grid_init(&f->grid, 24, 80, settings.width);
	return true;
}

void
fixture_open(struct fixture *f, const char *type, int ambiguous, int color)
{
	if (!fixture_try(f, type, ambiguous, color))
		exit(tap_done());
}

void
fixture_close(struct fixture *f)
{
	term_close(f->t);
	grid_release(&f->grid);
	buf_release(&f->bytes);
	close(f->keys);
	close(f->out);
}

void
fixture_type(struct fixture *f, const char *bytes)
{
	if (write(f->keys, bytes, strlen(bytes)) < 0)
		die("cannot type");
}

struct slice
fixture_sent(struct fixture *f)
{
	char part[4096];
	ssize_t n;

	buf_clear(&f->bytes);
	while ((n = pread(f->out, part, sizeof part, f->read_up_to)) > 0) {
		buf_add(&f->bytes, slice_of(part, (size_t)n));
		f->read_up_to += n;
	}
	return buf_slice(&f->bytes);
}

struct slice
fixture_show(struct fixture *f)
{
	fixture_sent(f);
	term_show(f->t, &f->grid);
	return fixture_sent(f);
}

void
fixture_put(struct fixture *f, int row, enum grid_style style, const char *text)
{
	grid_write(&f->grid, grid_rect(&f->grid), row, 0, style, slice_from(text));
}

int
fixture_pty(int rows, int cols, int *slave)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY);

	if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
		tap_skip_all("no pseudo terminal");
	*slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	if (*slave < 0)
		tap_skip_all("no pseudo terminal");
	fixture_resize(*slave, rows, cols);
	return master;
}

pid_t
fixture_reader(int master)
{
	pid_t pid = fork();
	char bytes[4096];

	if (pid == 0) {
		while (read(master, bytes, sizeof bytes) > 0)
			;
		_exit(0);
	}
	return pid;
}

void
fixture_reader_end(pid_t reader)
{
	kill(reader, SIGKILL);
	waitpid(reader, NULL, 0);
}

void
fixture_resize(int fd, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	if (ioctl(fd, TIOCSWINSZ, &size) != 0)
		die("cannot resize");
}
