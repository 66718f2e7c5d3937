/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_fixture.h"

#include "tap.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define FENCE "\x1B[c"

/* Asks on the terminal `slave`; exits with the answer, 4 more when one is due, 9 when other bytes than `typed` are left. */
static _Noreturn void
ask(int slave, const char *type, const char *typed)
{
	struct buf left = { 0 };
	int ambiguous;
	bool is_due;

	setsid();
	ioctl(slave, TIOCSCTTY, 0);
	dup2(slave, STDIN_FILENO);
	dup2(slave, STDOUT_FILENO);
	setenv("TERM", type, 1);
	ambiguous = term_ambiguous(&left, &is_due);
	_exit(slice_is(buf_slice(&left), typed) ? ambiguous + (is_due ? 4 : 0) : 9);
}

/* Reads until the fence; gives the bytes read. */
static size_t
read_question(int master)
{
	struct pollfd p = { .fd = master, .events = POLLIN };
	struct buf question = { 0 };
	char bytes[256];
	ssize_t n;
	size_t len;

	while (!slice_ends(buf_slice(&question), FENCE) && poll(&p, 1, 1000) > 0
	       && (n = read(master, bytes, sizeof bytes)) > 0)
		buf_add(&question, slice_of(bytes, (size_t)n));
	len = question.len;
	buf_release(&question);
	return len;
}

/* The exit status when the terminal answers so. */
static int
answered(const char *type, const char *answer, const char *typed)
{
	int slave, status, master = fixture_pty(24, 80, &slave);
	pid_t pid = fork();

	if (pid == 0)
		ask(slave, type, typed);
	if (answer && (read_question(master) == 0 || write(master, answer, strlen(answer)) < 0))
		return -1;
	waitpid(pid, &status, 0);
	close(master);
	close(slave);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int
main(void)
{
	is_number(answered("xterm", "\x1B[1;2R\x1B[?64;1c", ""), 1, "narrow");
	is_number(answered("xterm", "\x1B[24;3R\x1B[?6c", ""), 2, "wide");
	is_number(answered("xterm", "\x1B[?6c", ""), 0, "no answer but the fence");
	is_number(answered("xterm", "\x1B[1;77R\x1B[?6c", ""), 0, "an answer that makes no sense");
	is_number(answered("xterm", "j甲\x1B[1;2R\x1B[Ak\x1B[?6c", "j甲\x1B[Ak"), 1,
	          "what was typed meanwhile is kept");
	is_number(answered("xterm", "\x1B[1;2R", ""), 5, "an answer without the fence");
	is_number(answered("linux", NULL, ""), 0, "a terminal known to be deaf is not asked");
	return tap_done();
}
