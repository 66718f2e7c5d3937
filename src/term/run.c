/* SPDX-License-Identifier: ISC */
/*
 * Other programs: on the terminal while we are away from it, or out of sight.
 */
#include "config.h"

#include "term_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* What ^C, ^\ and ^Z do is for the program to decide; a stop stops us too. */
static const struct {
	int number;
	bool is_ignored;
} run_signals[] = { { SIGINT, true }, { SIGQUIT, true }, { SIGTSTP, false } };
#define RUN_SIGNALS (sizeof run_signals / sizeof *run_signals)

static void
yield(struct sigaction *ours)
{
	for (size_t i = 0; i < RUN_SIGNALS; i++) {
		struct sigaction away = { .sa_handler = run_signals[i].is_ignored ? SIG_IGN : SIG_DFL };

		sigemptyset(&away.sa_mask);
		sigaction(run_signals[i].number, &away, &ours[i]);
	}
}

static void
take_back(const struct sigaction *ours)
{
	for (size_t i = 0; i < RUN_SIGNALS; i++)
		sigaction(run_signals[i].number, &ours[i], NULL);
}

/* A file without a name that holds the text; -1 if there is no room for it. */
static int
file_of(struct slice text)
{
	FILE *file = tmpfile();
	int fd = -1;

	if (!file)
		return -1;
	if (fwrite(text.p ? text.p : "", 1, text.len, file) == text.len && fflush(file) == 0)
		fd = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3);
	fclose(file);
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

static _Noreturn void
become(const char *const *argv, int in, int out, bool is_quiet)
{
	for (size_t i = 0; i < RUN_SIGNALS; i++) /* ignored signals would stay so */
		sigaction(run_signals[i].number, &(struct sigaction){ .sa_handler = SIG_DFL }, NULL);
	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	if (is_quiet)
		dup2(out, STDERR_FILENO);
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	_exit(127);
}

/* Its exit status, 128 and the signal that ended it, or 127 if it could not be started. */
static int
wait_for(pid_t child)
{
	int status = 0;

	for (;;) {
		if (waitpid(child, &status, WUNTRACED) < 0) {
			if (errno == EINTR)
				continue;
			return 127;
		}
		if (WIFEXITED(status))
			return WEXITSTATUS(status);
		if (WIFSIGNALED(status))
			return 128 + WTERMSIG(status);
		raise(SIGSTOP); /* it has stopped itself alone: the shell waits for us too */
		kill(child, SIGCONT);
	}
}

static int
run(const char *const *argv, int in, int out, bool is_quiet)
{
	struct sigaction ours[RUN_SIGNALS];
	int answer = 127;
	pid_t child;

	yield(ours);
	child = fork();
	if (child == 0)
		become(argv, in, out, is_quiet);
	if (child > 0)
		answer = wait_for(child);
	take_back(ours);
	return answer;
}

int
term_run(struct term *t, const char *const *argv, struct slice input)
{
	int in = input.len > 0 ? file_of(input) : t ? dup(fileno(t->in)) : open("/dev/null", O_RDONLY);
	int answer = 127;

	if (in < 0)
		return answer;
	if (!t) {
		answer = run(argv, in, STDERR_FILENO, false);
	} else if (!t->is_gone) {
		term_away(t);
		answer = run(argv, in, fileno(t->out), false);
		term_back(t);
	}
	close(in);
	return answer;
}

int
run_quietly(const char *const *argv, struct slice input)
{
	int in = file_of(input), out = open("/dev/null", O_WRONLY | O_CLOEXEC), answer = 127;

	if (in >= 0 && out >= 0)
		answer = run(argv, in, out, true);
	if (in >= 0)
		close(in);
	if (out >= 0)
		close(out);
	return answer;
}
