/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_priv.h"

#include "base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ANSWER_MS 1000 /* a slow line's round trip */
#define LOOK_MS 50     /* between two looks whether the program is to end */

static const int end_signals[] = { SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP };

/*
 * U+201C at the left edge, where is the cursor (DSR 6), wiped away; then DA1, which every terminal
 * answers: the fence, so that one without DSR costs no second.
 */
static const char question[] = "\r\xE2\x80\x9C\x1b[6n\r\x1b[K\x1b[c";

struct answer {
	int ambiguous; /* 1 or 2, 0 while not said */
	bool is_over;  /* the fence has come */
};

static bool
knows_the_question(const char *type)
{
	static const char *const deaf[] = { "dumb", "linux", "vt100", "vt52", "cons25", "emacs" };

	if (!type || type[0] == '\0')
		return false;
	for (size_t i = 0; i < sizeof deaf / sizeof *deaf; i++)
		if (strcmp(type, deaf[i]) == 0)
			return false;
	return true;
}

/* The length of a control sequence at the front: 0 if there is none, SLICE_NONE if it is not all
 * there yet. */
static size_t
sequence_len(struct slice s)
{
	size_t len = 2;

	if (s.len < 2)
		return s.len == 1 && s.p[0] == 27 ? SLICE_NONE : 0;
	if (s.p[0] != 27 || s.p[1] != '[')
		return 0;
	while (len < s.len && s.p[len] >= 0x20 && s.p[len] < 0x40)
		len++;
	return len < s.len ? len + 1 : SLICE_NONE;
}

/* CSI row ; col R and CSI ? ... c are answers; anything else was typed. */
static bool
take_answer(struct slice sequence, struct answer *a)
{
	char last = sequence.p[sequence.len - 1];
	size_t at = slice_find_byte(sequence, ';', 0);
	long col = 0;

	if (last == 'c' && sequence.len > 3 && sequence.p[2] == '?') {
		a->is_over = true;
		return true;
	}
	if (last != 'R' || at == SLICE_NONE || slice_number(slice_skip(sequence, at + 1), &col) == 0)
		return false;
	a->ambiguous = col == 2 || col == 3 ? (int)col - 1 : 0;
	return true;
}

/* Takes the answers out of what came; the rest is what was typed.  Keeps a half sequence. */
static void
sort_bytes(struct buf *came, struct answer *a, struct buf *typed)
{
	struct slice left = buf_slice(came);
	struct buf half = { 0 };

	while (left.len > 0) {
		size_t len = sequence_len(left);

		if (len == SLICE_NONE)
			break;
		if (len == 0 || !take_answer(slice_sub(left, 0, len), a))
			buf_add(typed, slice_sub(left, 0, len > 0 ? len : 1));
		left = slice_skip(left, len > 0 ? len : 1);
	}
	buf_add(&half, left);
	buf_release(came);
	*came = half;
}

static bool
is_to_end(const sigset_t *ends)
{
	sigset_t pending;

	sigpending(&pending);
	for (size_t i = 0; i < sizeof end_signals / sizeof *end_signals; i++)
		if (sigismember(ends, end_signals[i]) && sigismember(&pending, end_signals[i]))
			return true;
	return false;
}

static void
read_answer(int fd, const sigset_t *ends, struct answer *a, struct buf *typed)
{
	long start_ms = clock_ms();
	struct buf came = { 0 };

	/* Of what has come half the rest is waited for as long again. */
	while (!a->is_over && !is_to_end(ends) &&
	       clock_ms() < start_ms + (came.len > 0 ? 2 * ANSWER_MS : ANSWER_MS)) {
		struct pollfd p = { .fd = fd, .events = POLLIN };
		char bytes[256];
		ssize_t n;

		if (poll(&p, 1, LOOK_MS) <= 0)
			continue;
		n = read(fd, bytes, sizeof bytes);
		if (n == 0 || (n < 0 && errno != EINTR))
			break;
		if (n > 0)
			buf_add(&came, slice_of(bytes, (size_t)n));
		sort_bytes(&came, a, typed);
	}
	buf_add(typed, buf_slice(&came));
	buf_release(&came);
}

/* What would end the program while the line is raw comes when it no longer is. */
static void
block(sigset_t *ends, sigset_t *before)
{
	sigemptyset(ends);
	for (size_t i = 0; i < sizeof end_signals / sizeof *end_signals; i++)
		sigaddset(ends, end_signals[i]);
	sigprocmask(SIG_BLOCK, ends, before);
}

int
term_ambiguous(struct buf *typed, bool *is_due)
{
	struct answer a = { 0 };
	struct termios saved, raw;
	sigset_t ends, before;
	int fd;

	*is_due = false;
	if (!knows_the_question(getenv("TERM")) || !isatty(STDOUT_FILENO))
		return 0;
	fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return 0;
	if (tcgetattr(fd, &saved) == 0) {
		raw = saved;
		cfmakeraw(&raw);
		block(&ends, &before);
		tcsetattr(fd, TCSADRAIN, &raw);
		if (write(fd, question, sizeof question - 1) == (ssize_t)sizeof question - 1) {
			read_answer(fd, &ends, &a, typed);
			*is_due = !a.is_over;
		}
		tcsetattr(fd, TCSADRAIN, &saved);
		sigprocmask(SIG_SETMASK, &before, NULL);
	}
	close(fd);
	return a.ambiguous;
}
