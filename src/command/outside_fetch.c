/* SPDX-License-Identifier: ISC */
/*
 * What a session wants to be fetched: another run of this program does it.
 */
#include "config.h"

#include "outside_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define LINE_MOST 4096
#define SELF "/proc/self/exe"

typedef VEC(const char *) word_list;

/* duan fetch A/70/1 …, with the settings of this run. */
static void
list_words(const struct settings *settings, struct arena *arena, struct slice wanted, word_list *out)
{
	const struct {
		const char *name, *value;
	} passed[] = {
		{ "--config", settings->config },
		{ "--library", settings->library },
		{ "--notes", settings->notes },
	};
	struct slice line;

	VEC_PUSH(out, "duan");
	VEC_PUSH(out, settings->ui == UI_ZH ? "--ui=zh" : "--ui=en");
	if (settings->no_config)
		VEC_PUSH(out, "--no-config");
	for (size_t i = 0; i < sizeof passed / sizeof *passed; i++) {
		if (!passed[i].value)
			continue;
		VEC_PUSH(out, passed[i].name);
		VEC_PUSH(out, passed[i].value);
	}
	VEC_PUSH(out, "fetch");
	VEC_PUSH(out, "--");
	while (slice_next(&wanted, '\n', &line))
		if (line.len > 0)
			VEC_PUSH(out, arena_copy(arena, line).p);
	VEC_PUSH(out, NULL);
}

_Noreturn static void
become(const char *const *argv, int said)
{
	static const int numbers[] = { SIGINT, SIGPIPE, SIGQUIT, SIGTSTP };
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
	sigset_t none;

	if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(said, STDOUT_FILENO) < 0 ||
	    dup2(said, STDERR_FILENO) < 0)
		_exit(126);
	(void)syscall(SYS_close_range, 3U, ~0U, 0U);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		signal(numbers[i], SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	execv(SELF, (char *const *)(uintptr_t)argv);
	_exit(127);
}

static void
start(const struct settings *settings, struct session *s)
{
	struct fetching *f = &s->fetching;
	struct arena arena = { 0 };
	word_list words = { 0 };
	int ends[2] = { -1, -1 };
	pid_t child = -1;

	list_words(settings, &arena, buf_slice(&f->wanted), &words);
	if (pipe2(ends, O_CLOEXEC) == 0) {
		child = fork();
		if (child == 0)
			become(words.v, ends[1]);
		close(ends[1]);
	}
	if (child > 0) {
		f->pid = child;
		f->fd = ends[0];
	} else {
		session_complain(s, "nothing could be started to fetch it: %s", "无法启动下载程序：%s",
		                 strerror(errno));
		if (ends[0] >= 0)
			close(ends[0]);
	}
	buf_clear(&f->wanted);
	VEC_RELEASE(&words);
	arena_release(&arena);
}

/* False at the end of what it says. */
static bool
listen(struct session *s)
{
	struct fetching *f = &s->fetching;
	char bytes[1024];
	ssize_t n = read(f->fd, bytes, sizeof bytes);

	for (ssize_t i = 0; i < n; i++) {
		if (bytes[i] != '\n') {
			if (f->said.len < LINE_MOST)
				buf_add_byte(&f->said, bytes[i]);
			continue;
		}
		fetching_take_line(s, buf_slice(&f->said));
		buf_clear(&f->said);
	}
	return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
}

static void
finish(struct session *s)
{
	struct fetching *f = &s->fetching;

	close(f->fd);
	while (waitpid(f->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	f->pid = 0;
	buf_clear(&f->said);
	fetching_end(s);
}

/* Something is there to be read, or the end. */
static bool
is_ready(const struct fetching *f, int wait_ms)
{
	struct pollfd p = { .fd = f->fd, .events = POLLIN };

	return poll(&p, 1, wait_ms) > 0;
}

/* A script has no loop that could come back: it waits. */
void
outside_fetch(const struct settings *settings, struct session *s, struct term *t)
{
	struct fetching *f = &s->fetching;

	if (f->pid == 0 && f->wanted.len > 0)
		start(settings, s);
	if (f->pid != 0 && f->is_cancelled)
		kill(f->pid, SIGINT);
	while (f->pid != 0 && is_ready(f, t ? 0 : -1))
		if (!listen(s))
			finish(s);
	if (t)
		term_watch(t, f->pid != 0 ? f->fd : -1);
}

/* It comes to its end by itself, with what it has; nobody hears of it. */
void
outside_end(struct session *s)
{
	struct fetching *f = &s->fetching;

	if (f->pid == 0)
		return;
	kill(f->pid, SIGINT);
	close(f->fd);
	f->pid = 0;
}
