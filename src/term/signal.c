/* SPDX-License-Identifier: ISC */
/*
 * Signals.  A handler gets no argument of ours, so what it needs is static; nothing outside this
 * file sees it.
 */
#include "config.h"

#include "term_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HANDLER_STACK ((size_t)32768) /* bytes: also a stack overflow gives the terminal back */

static const struct {
	int number;
	enum signal_news news;
} news_table[] = {
	{ SIGHUP, SIGNAL_HANGUP },    { SIGTERM, SIGNAL_QUIT },      { SIGINT, SIGNAL_QUIT },
	{ SIGTSTP, SIGNAL_STOP },     { SIGCONT, SIGNAL_CONTINUED }, { SIGWINCH, SIGNAL_RESIZED },
};
#define NEWS_SIGNALS (sizeof news_table / sizeof *news_table)

static const int crash_table[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT };
#define CRASH_SIGNALS (sizeof crash_table / sizeof *crash_table)

static struct {
	volatile sig_atomic_t news[SIGNAL_NEWS];
	int pipe[2];
	pid_t owner; /* a child that we fork inherits the handlers, not the terminal */
	int fd;
	bool has_saved;
	struct termios saved;
	volatile sig_atomic_t has_link;
	char *restore;
	size_t restore_len;
	char *stack;
	stack_t old_stack;
	struct sigaction old_news[NEWS_SIGNALS], old_crash[CRASH_SIGNALS];
} state;

static void
on_news(int number)
{
	int saved_errno = errno;
	ssize_t n;

	for (size_t i = 0; i < NEWS_SIGNALS; i++)
		if (news_table[i].number == number)
			state.news[news_table[i].news] = 1;
	/* A full pipe wakes as well as one byte more. */
	n = write(state.pipe[1], "", 1);
	(void)n;
	errno = saved_errno;
}

/* Nothing here, and in the next one, but what signal-safety(7) lists. */
static void
write_all(const char *bytes, size_t len)
{
	size_t done = 0;

	while (done < len) {
		ssize_t n = write(state.fd, bytes + done, len - done);

		if (n <= 0 && errno != EINTR)
			break;
		if (n > 0)
			done += (size_t)n;
	}
}

static void
restore_terminal(void)
{
	static const char link_end[] = "\033\\\033]8;;\033\\"; /* perhaps in the middle of its address */

	if (getpid() != state.owner)
		return;
	if (state.has_link)
		write_all(link_end, sizeof link_end - 1);
	write_all(state.restore, state.restore_len);
	if (state.has_saved)
		tcsetattr(state.fd, TCSANOW, &state.saved);
}

/* SA_RESETHAND has set the default back: raised again, the signal has its way. */
static void
on_crash(int number)
{
	restore_terminal();
	raise(number);
}

static void
catch_news(void)
{
	for (size_t i = 0; i < NEWS_SIGNALS; i++) {
		struct sigaction action = { .sa_handler = on_news, .sa_flags = SA_RESTART };

		sigemptyset(&action.sa_mask);
		sigaction(news_table[i].number, NULL, &state.old_news[i]);
		/* Who started us with a signal ignored (nohup) meant it. */
		if (state.old_news[i].sa_handler != SIG_IGN)
			sigaction(news_table[i].number, &action, NULL);
	}
}

static void
catch_crashes(void)
{
	stack_t stack = { .ss_size = HANDLER_STACK };

	state.stack = mem_resize(NULL, HANDLER_STACK);
	stack.ss_sp = state.stack;
	sigaltstack(&stack, &state.old_stack);
	for (size_t i = 0; i < CRASH_SIGNALS; i++) {
		struct sigaction action = { .sa_handler = on_crash };

		action.sa_flags = (int)SA_RESETHAND | SA_ONSTACK;
		sigemptyset(&action.sa_mask);
		sigaction(crash_table[i], &action, &state.old_crash[i]);
	}
}

void
signal_start(int fd, const struct termios *saved, struct slice restore)
{
	for (int i = 0; i < SIGNAL_NEWS; i++)
		state.news[i] = 0;
	if (pipe2(state.pipe, O_CLOEXEC | O_NONBLOCK) != 0)
		die("no pipe: %s", strerror(errno));
	state.owner = getpid();
	state.fd = fd;
	state.has_saved = saved != NULL;
	if (saved)
		state.saved = *saved;
	state.restore_len = restore.len;
	state.restore = mem_resize(NULL, restore.len);
	if (restore.len > 0)
		memcpy(state.restore, restore.p, restore.len);
	catch_news();
	catch_crashes();
	die_hook(restore_terminal);
}

void
signal_end(bool is_gone)
{
	const struct sigaction ignored = { .sa_handler = SIG_IGN };

	die_hook(NULL);
	for (size_t i = 0; i < NEWS_SIGNALS; i++)
		sigaction(news_table[i].number,
		          is_gone && news_table[i].number == SIGHUP ? &ignored : &state.old_news[i], NULL);
	for (size_t i = 0; i < CRASH_SIGNALS; i++)
		sigaction(crash_table[i], &state.old_crash[i], NULL);
	sigaltstack(&state.old_stack, NULL);
	free(state.stack);
	free(state.restore);
	close(state.pipe[0]);
	close(state.pipe[1]);
}

int
signal_fd(void)
{
	return state.pipe[0];
}

void
signal_drain(void)
{
	char bytes[64];

	while (read(state.pipe[0], bytes, sizeof bytes) > 0)
		;
}

bool
signal_take(enum signal_news news)
{
	if (!state.news[news])
		return false;
	state.news[news] = 0;
	return true;
}

void
signal_link(bool is_open)
{
	state.has_link = is_open;
}

void
signal_stop_job(void)
{
	struct sigaction ours, standard = { .sa_handler = SIG_DFL };

	sigemptyset(&standard.sa_mask);
	sigaction(SIGTSTP, &standard, &ours);
	kill(0, SIGTSTP); /* comes back when SIGCONT came, or at once in an orphaned group */
	sigaction(SIGTSTP, &ours, NULL);
	signal_take(SIGNAL_CONTINUED);
}
