/* SPDX-License-Identifier: ISC */
/*
 * What a session wants to be fetched and added: other runs of this program do it.
 */
#include "config.h"

#include "outside_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum job { JOB_FETCH, JOB_ADD, JOBS };

static const struct {
	const char *words[3]; /* the command and its options */
	errand_hear *hear;
	void (*end)(struct session *s);
} jobs[JOBS] = {
	[JOB_FETCH] = { { "fetch" }, fetching_take_line, fetching_end },
	[JOB_ADD] = { { "add", "--progress" }, adding_take_line, adding_end },
};

static struct errand *
errand_of(struct session *s, enum job job)
{
	return job == JOB_FETCH ? &s->fetching.errand : &s->adding.errand;
}

/* What it is to be called with, a line a word. */
static struct buf *
wanted_of(struct session *s, enum job job)
{
	return job == JOB_FETCH ? &s->fetching.wanted : &s->adding.wanted;
}

void
outside_call(const struct settings *settings, outside_words *out)
{
	const struct {
		const char *name, *value;
	} passed[] = {
		{ "--config", settings->config },
		{ "--library", settings->library },
		{ "--notes", settings->notes },
	};

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
}

/* duan fetch A/70/1 … */
static void
list_words(const struct settings *settings, struct arena *arena, enum job job, struct slice wanted,
           outside_words *out)
{
	struct slice line;

	outside_call(settings, out);
	for (size_t i = 0; jobs[job].words[i]; i++)
		VEC_PUSH(out, jobs[job].words[i]);
	VEC_PUSH(out, "--");
	while (slice_next(&wanted, '\n', &line))
		if (line.len > 0)
			VEC_PUSH(out, arena_copy(arena, line).p);
	VEC_PUSH(out, NULL);
}

/* Keys of the terminal are not for it, and it ends, with what it has, when the reader does: then nobody
 * hears it, which is no reason to break off in the middle. */
static void
part_ways(void)
{
	static const int numbers[] = { SIGINT, SIGQUIT, SIGTSTP };
	sigset_t none;

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		signal(numbers[i], SIG_DFL);
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	(void)setpgid(0, 0);
	(void)prctl(PR_SET_PDEATHSIG, SIGINT);
}

_Noreturn static void
become(const char *const *argv, int said)
{
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(said, STDOUT_FILENO) < 0 ||
	    dup2(said, STDERR_FILENO) < 0)
		_exit(126);
	(void)syscall(SYS_close_range, 3U, ~0U, 0U);
	part_ways();
	execv(OUTSIDE_SELF, (char *const *)(uintptr_t)argv);
	_exit(127);
}

static void
start(const struct settings *settings, struct session *s, enum job job)
{
	struct errand *e = errand_of(s, job);
	struct buf *wanted = wanted_of(s, job);
	struct arena arena = { 0 };
	outside_words words = { 0 };
	int ends[2] = { -1, -1 };
	pid_t child = -1;

	list_words(settings, &arena, job, buf_slice(wanted), &words);
	if (pipe2(ends, O_CLOEXEC) == 0) {
		child = fork();
		if (child == 0)
			become(words.v, ends[1]);
		close(ends[1]);
	}
	buf_clear(wanted);
	e->has_died = false;
	if (child > 0) {
		e->pid = child;
		e->fd = ends[0];
	} else {
		const char *why = strerror(errno);

		if (ends[0] >= 0)
			close(ends[0]);
		e->has_died = true;
		jobs[job].end(s);
		session_complain(s, "the program for it could not be started: %s", "无法启动所需的程序：%s", why);
	}
	VEC_RELEASE(&words);
	arena_release(&arena);
}

/* False at the end of what it says. */
static bool
listen(struct session *s, enum job job)
{
	struct errand *e = errand_of(s, job);
	char bytes[4096];
	ssize_t n = read(e->fd, bytes, sizeof bytes);

	if (n > 0)
		errand_take(e, s, slice_of(bytes, (size_t)n), jobs[job].hear);
	return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
}

static void
finish(struct session *s, enum job job)
{
	struct errand *e = errand_of(s, job);
	int answer = 0;

	close(e->fd);
	while (waitpid(e->pid, &answer, 0) < 0 && errno == EINTR)
		continue;
	e->has_died = !WIFEXITED(answer);
	errand_end(e);
	jobs[job].end(s);
}

/* Something is there to be read, or the end. */
static bool
is_ready(const struct errand *e, int wait_ms)
{
	struct pollfd p = { .fd = e->fd, .events = POLLIN };

	return poll(&p, 1, wait_ms) > 0;
}

/* A script has no loop that could come back: it waits. */
static void
attend(const struct settings *settings, struct session *s, struct term *t, enum job job)
{
	struct errand *e = errand_of(s, job);

	if (e->pid == 0 && wanted_of(s, job)->len > 0)
		start(settings, s, job);
	if (e->pid != 0 && e->is_cancelled)
		kill(e->pid, SIGINT);
	while (e->pid != 0 && is_ready(e, t ? 0 : -1))
		if (!listen(s, job))
			finish(s, job);
	if (t)
		term_watch(t, (int)job, e->pid != 0 ? e->fd : -1);
}

void
outside_errands(const struct settings *settings, struct session *s, struct term *t)
{
	for (int job = 0; job < JOBS; job++)
		attend(settings, s, t, (enum job)job);
}

/* They come to their end by themselves, with what they have; nobody hears of it. */
void
outside_end(struct session *s)
{
	for (int job = 0; job < JOBS; job++) {
		struct errand *e = errand_of(s, (enum job)job);

		if (e->pid == 0)
			continue;
		kill(e->pid, SIGINT);
		close(e->fd);
		errand_end(e);
	}
}
