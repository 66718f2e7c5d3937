/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_priv.h"

#include "base/clock.h"

#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>

#define PASTE_PAUSE_MS 2000 /* a paste that pauses longer has lost its end */
#define EMPTY_READS_MAX 20  /* poll() promises and nothing comes: the terminal is dead */

static void
event_of_size(struct term *t, struct event *e)
{
	*e = (struct event){ .kind = EVENT_RESIZE };
	term_size(t, &e->rows, &e->cols);
}

/* Tells curses the size that the terminal has now. */
static void
take_size(struct term *t)
{
	struct winsize size;

	if (ioctl(fileno(t->out), TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
		resize_term(size.ws_row, size.ws_col);
	term_redraw(t);
	t->is_resized = true;
}

void
term_back(struct term *t)
{
	reset_prog_mode();
	term_paste(t, true);
	take_size(t);
}

void
term_away(struct term *t)
{
	term_paste(t, false);
	endwin();
}

void
term_suspend(struct term *t)
{
	if (t->is_gone)
		return;
	term_away(t);
	signal_stop_job();
	term_back(t);
}

/* Does what the signals ask for; true when it is for the session to know. */
static bool
signal_event(struct term *t, struct event *e)
{
	if (signal_take(SIGNAL_HANGUP))
		t->is_gone = true;
	if (t->is_gone) {
		*e = (struct event){ .kind = EVENT_HANGUP };
		return true;
	}
	if (signal_take(SIGNAL_QUIT)) {
		*e = (struct event){ .kind = EVENT_QUIT };
		return true;
	}
	if (signal_take(SIGNAL_STOP))
		term_suspend(t);
	if (signal_take(SIGNAL_CONTINUED))
		term_back(t);
	if (signal_take(SIGNAL_RESIZED))
		take_size(t);
	if (!t->is_resized)
		return false;
	t->is_resized = false;
	event_of_size(t, e);
	return true;
}

/* The next event that needs no waiting. */
static bool
next_event(struct term *t, struct event *e)
{
	if (t->has_next) {
		t->has_next = false;
		*e = t->next;
		return true;
	}
	return signal_event(t, e) || keys_read(t, e);
}

/* What poll() said of the terminal when reading gave nothing: is it still there? */
static void
look_for_hangup(struct term *t, short found)
{
	if (found & POLLIN)
		t->n_empty_reads++;
	if ((found & (POLLHUP | POLLERR | POLLNVAL)) || t->n_empty_reads > EMPTY_READS_MAX)
		t->is_gone = true;
}

/* Sleeps until something happens; false when nothing did for so long. */
static bool
sleep_until_news(struct term *t, int wait_ms)
{
	struct pollfd fd[] = {
		{ .fd = fileno(t->in), .events = POLLIN },
		{ .fd = signal_fd(), .events = POLLIN },
		{ .fd = t->watched[0], .events = POLLIN },
		{ .fd = t->watched[1], .events = POLLIN },
	};
	int n = poll(fd, sizeof fd / sizeof *fd, wait_ms);

	if (n < 0)
		return errno == EINTR || errno == EAGAIN;
	if (fd[1].revents)
		signal_drain();
	if (fd[0].revents) {
		t->has_next = keys_read(t, &t->next);
		if (!t->has_next)
			look_for_hangup(t, fd[0].revents);
	}
	if ((fd[2].revents || fd[3].revents) && !t->has_next) {
		t->next = (struct event){ .kind = EVENT_OUTSIDE };
		t->has_next = true;
	}
	return n > 0;
}

static int
time_left(long end_ms)
{
	long left = end_ms - clock_ms();

	return left > 0 ? (int)left : 0;
}

void
term_wait(struct term *t, int timeout_ms, struct event *e)
{
	long end_ms = timeout_ms < 0 ? 0 : clock_ms() + timeout_ms;

	while (!next_event(t, e)) {
		int wait_ms = timeout_ms < 0 ? -1 : time_left(end_ms);
		bool is_pasting = t->keys.in_paste;

		if (is_pasting && (wait_ms < 0 || wait_ms > PASTE_PAUSE_MS))
			wait_ms = PASTE_PAUSE_MS;
		if (sleep_until_news(t, wait_ms))
			continue;
		if (is_pasting)
			keys_end_paste(t, e);
		else
			*e = (struct event){ .kind = EVENT_TIMEOUT };
		return;
	}
}

void
term_watch(struct term *t, int which, int fd)
{
	t->watched[which] = fd;
}

bool
term_has_input(struct term *t)
{
	struct event e;

	if (!t->has_next && next_event(t, &e)) {
		t->next = e;
		t->has_next = true;
	}
	return t->has_next;
}
