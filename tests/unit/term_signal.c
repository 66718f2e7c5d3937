/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_fixture.h"

#include "tap.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#define GONE_SCREEN "\x1B[?1049l"

static struct term *
open_on(int slave)
{
	struct term_settings settings = { .width = { 1 } };
	struct err err;
	struct term *t;

	if (term_open_on(slave, slave, "xterm-256color", settings, &t, &err) != STATUS_OK)
		tap_skip_all(err_words(&err, UI_EN));
	return t;
}

/* All that comes from the master until it is quiet. */
static void
read_master(int master, struct buf *out)
{
	struct pollfd p = { .fd = master, .events = POLLIN };
	char bytes[4096];
	ssize_t n;

	buf_clear(out);
	while (poll(&p, 1, 100) > 0 && (n = read(master, bytes, sizeof bytes)) > 0)
		buf_add(out, slice_of(bytes, (size_t)n));
}

static bool
has(const struct buf *b, const char *part)
{
	return slice_find(buf_slice(b), slice_from(part), 0) != SLICE_NONE;
}

static void
test_news(void)
{
	int slave, master = fixture_pty(24, 80, &slave);
	struct term *t = open_on(slave);
	struct event e;

	kill(getpid(), SIGTERM);
	ok(term_has_input(t), "a signal is input");
	term_wait(t, -1, &e);
	is_number(e.kind, EVENT_QUIT, "SIGTERM");
	kill(getpid(), SIGINT);
	term_wait(t, -1, &e);
	is_number(e.kind, EVENT_QUIT, "SIGINT");
	fixture_resize(slave, 30, 100);
	kill(getpid(), SIGWINCH);
	term_wait(t, -1, &e);
	ok(e.kind == EVENT_RESIZE && e.rows == 30 && e.cols == 100, "a new size");
	kill(getpid(), SIGHUP);
	term_wait(t, -1, &e);
	is_number(e.kind, EVENT_HANGUP, "SIGHUP");
	term_close(t);
	ok(raise(SIGHUP) == 0, "another one, late, ends nothing");
	signal(SIGHUP, SIG_DFL);
	close(master);
	close(slave);
}

static void
test_dead_terminal(void)
{
	int slave, master = fixture_pty(24, 80, &slave);
	struct term *t = open_on(slave);
	struct grid g;
	struct event e;

	grid_init(&g, 24, 80, (struct width){ 1 });
	close(master);
	term_show(t, &g);
	term_wait(t, -1, &e);
	is_number(e.kind, EVENT_HANGUP, "a terminal that is gone, without any signal");
	term_show(t, &g);
	term_wait(t, -1, &e);
	is_number(e.kind, EVENT_HANGUP, "stays gone");
	term_close(t);
	grid_release(&g);
	close(slave);
}

static void
test_sizes(void)
{
	static const int sizes[][2] = { { 1, 1 },  { 2, 3 },     { 200, 500 }, { 1, 300 },
		                        { 50, 1 }, { 500, 200 }, { 24, 80 } };
	int slave, master = fixture_pty(1, 1, &slave);
	pid_t reader = fixture_reader(master);
	struct term *t = open_on(slave);
	struct event e = { 0 };
	struct grid g;
	bool is_right = true;

	grid_init(&g, 1, 1, (struct width){ 1 });
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		fixture_resize(slave, sizes[i][0], sizes[i][1]);
		kill(getpid(), SIGWINCH);
		term_show(t, &g); /* of the size before */
		term_wait(t, -1, &e);
		grid_resize(&g, e.rows, e.cols);
		for (int row = 0; row < g.rows; row++)
			grid_printf(&g, grid_rect(&g), row, 0, GRID_TEXT, "%d 缔约国会议“甲”", row);
		g.cursor_row = g.rows - 1;
		g.cursor_col = g.cols - 1;
		term_show(t, &g);
		is_right &= e.rows == sizes[i][0] && e.cols == sizes[i][1];
	}
	ok(is_right, "from 1 by 1 to 500 by 200");
	term_close(t);
	grid_release(&g);
	fixture_reader_end(reader);
	close(master);
	close(slave);
}

static void
end_by_signal(struct term *t)
{
	(void)t;
	raise(SIGABRT);
}

static void
end_by_death(struct term *t)
{
	(void)t;
	freopen("/dev/null", "w", stderr);
	die("on purpose");
}

static void
end_by_stop(struct term *t)
{
	struct event e;

	term_suspend(t); /* an orphaned group is not stopped: goes on at once */
	term_wait(t, 0, &e);
	term_close(t);
	_exit(e.kind == EVENT_RESIZE ? 5 : 6);
}

/* The terminal stays ours when a child of ours crashes. */
static void
end_of_child(struct term *t)
{
	pid_t pid = fork();

	(void)t;
	if (pid == 0)
		raise(SIGABRT);
	waitpid(pid, NULL, 0);
	_exit(7);
}

static struct term *volatile ended; /* reachable to the last, for leak checkers */

/* Ends a child in some way; gives its status, what it sent, and if the line is as before. */
static int
end_child(void (*end)(struct term *), struct buf *sent, bool *is_restored)
{
	int slave, status, master = fixture_pty(24, 80, &slave);
	struct termios before, after;
	pid_t pid;

	tcgetattr(slave, &before);
	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		setsid();
		ended = open_on(slave);
		end(ended);
		_exit(0);
	}
	waitpid(pid, &status, 0);
	read_master(master, sent);
	tcgetattr(slave, &after);
	*is_restored = before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag
	               && before.c_oflag == after.c_oflag;
	close(master);
	close(slave);
	return status;
}

static void
test_ends(void)
{
	struct buf sent = { 0 };
	bool is_restored;
	int status = end_child(end_by_signal, &sent, &is_restored);

	ok(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT, "a crash is a crash");
	ok(is_restored && has(&sent, GONE_SCREEN), "which gives the terminal back");
	status = end_child(end_by_death, &sent, &is_restored);
	ok(WIFEXITED(status) && WEXITSTATUS(status) == 70, "dying");
	ok(is_restored && has(&sent, GONE_SCREEN), "gives the terminal back");
	status = end_child(end_by_stop, &sent, &is_restored);
	ok(WIFEXITED(status) && WEXITSTATUS(status) == 5, "a stop is followed by a resize");
	ok(is_restored && has(&sent, GONE_SCREEN), "and gave the terminal back");
	status = end_child(end_of_child, &sent, &is_restored);
	ok(WIFEXITED(status) && WEXITSTATUS(status) == 7 && !has(&sent, GONE_SCREEN),
	   "the crash of a child leaves the screen alone");
	buf_release(&sent);
}

int
main(void)
{
	/* Whoever started the tests may have them ignored, as nohup does. */
	signal(SIGHUP, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	test_news();
	test_dead_terminal();
	test_sizes();
	test_ends();
	return tap_done();
}
