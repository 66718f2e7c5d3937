/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "extract/child.h"

#include "base/clock.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PIPE_BYTES (1 << 20)
#define STEP ((size_t)256 << 10)
#define EXIT_MS 3000    /* from the end of its answer to its own */
#define ASKED_MS 5000   /* from being asked to end to its end */
#define WATCH_MS 100    /* between two looks at the clock */
#define UNSEEN_MS 1000  /* that counts of what is between two looks, at most */

/* The bytes as a file that nobody can change. */
static int
seal(struct slice bytes)
{
	int fd = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	if (fd < 0)
		return -1;
	if (!file_write_all(fd, bytes) || lseek(fd, 0, SEEK_SET) != 0) {
		close(fd);
		return -1;
	}
	(void)fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
	return fd;
}

/* Three descriptors, the environment it is given, and nothing else of ours. */
_Noreturn static void
become(const struct child_means *m, int in, int out, pid_t parent)
{
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
	sigset_t none;

	if (nothing < 0 || dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
	    dup2(nothing, STDERR_FILENO) < 0)
		_exit(126);
	(void)syscall(SYS_close_range, 3U, ~0U, 0U);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGINT, SIG_IGN); /* the parent decides */
	if (m->before)
		m->before();
	if (getppid() != parent)
		_exit(126);
	execve(m->program, m->argv, m->environment);
	_exit(127);
}

static bool
start(struct child *c, const struct child_means *m, int in)
{
	pid_t parent = getpid();
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	c->pid = fork();
	if (c->pid == 0)
		become(m, in, ends[1], parent);
	close(ends[1]);
	c->out = ends[0];
	/* So that it need not wait for us: as much as one may ask for. */
	(void)fcntl(c->out, F_SETPIPE_SZ, PIPE_BYTES);
	(void)fcntl(c->out, F_SETFL, O_NONBLOCK);
	if (c->pid < 0)
		close(ends[0]);
	return c->pid > 0;
}

bool
child_start(struct child *c, const struct child_means *m)
{
	int in = seal(m->input);
	bool started;

	*c = (struct child){ .most = m->answer_most, .is_asked = m->is_asked };
	started = in >= 0 && start(c, m, in);
	if (in >= 0)
		close(in);
	if (!started)
		*c = (struct child){ .end = CHILD_BROKEN };
	return started;
}

/* Whether it is gone; what it ends with counts unless we had enough of it before. */
static bool
reap(struct child *c, int flags)
{
	pid_t gone = waitpid(c->pid, &c->status, flags);

	if (gone == 0 || (gone < 0 && errno == EINTR))
		return false;
	if (c->end != CHILD_RUNS)
		return true;
	if (WIFEXITED(c->status) && WEXITSTATUS(c->status) == 0)
		c->end = CHILD_ENDED;
	else
		c->end = WIFSIGNALED(c->status) && WTERMSIG(c->status) == SIGXCPU ? CHILD_SLOW : CHILD_BROKEN;
	return true;
}

/* What counts of the time since the last look: who is stopped, or whose machine is, does not look. */
static long
look(long *seen_ms)
{
	long now = clock_ms(), gone = now - *seen_ms;

	*seen_ms = now;
	return gone < UNSEEN_MS ? gone : UNSEEN_MS;
}

/* False if it is still there after so long. */
static bool
await_exit(struct child *c, long ms)
{
	struct timespec pause = { .tv_nsec = 100000 };
	long seen = clock_ms();

	while (!reap(c, WNOHANG)) {
		ms -= look(&seen);
		if (ms <= 0)
			return false;
		nanosleep(&pause, NULL);
	}
	return true;
}

static void
end(struct child *c, enum child_end how)
{
	c->end = how;
	if (c->out >= 0)
		close(c->out);
	c->out = -1;
	if (c->is_asked) {
		kill(c->pid, SIGTERM);
		if (await_exit(c, ASKED_MS))
			return;
	}
	kill(c->pid, SIGKILL);
	while (!reap(c, 0))
		continue;
}

/* All is said: it has no reason to be there any more. */
static void
expect_end(struct child *c)
{
	close(c->out);
	c->out = -1;
	if (!await_exit(c, EXIT_MS))
		end(c, CHILD_BROKEN);
}

static void
take_some(struct child *c)
{
	ssize_t n;

	buf_reserve(&c->answer, STEP);
	n = read(c->out, c->answer.p + c->answer.len, STEP);
	c->answer.len += n > 0 ? (size_t)n : 0;
	c->answer.p[c->answer.len] = '\0';
	if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
		expect_end(c);
	if (c->end == CHILD_RUNS && c->answer.len > c->most)
		end(c, CHILD_LONG);
}

static bool
is_over(struct child *c)
{
	if (c->given_ms == 0)
		return false;
	c->passed_ms += look(&c->seen_ms);
	return c->passed_ms >= c->given_ms;
}

/* One turn; the number that have ended in it. */
static size_t
attend(struct child *const *children, size_t n, long wait_ms)
{
	struct pollfd p[CHILD_AT_ONCE];
	size_t n_ended = 0;

	for (size_t i = 0; i < n; i++)
		p[i] = (struct pollfd){ .fd = children[i]->end == CHILD_RUNS ? children[i]->out : -1,
			                .events = POLLIN };
	if (poll(p, n, (int)wait_ms) < 0)
		return 0;
	for (size_t i = 0; i < n; i++) {
		if (p[i].fd < 0)
			continue;
		if (p[i].revents)
			take_some(children[i]);
		if (children[i]->end == CHILD_RUNS && is_over(children[i]))
			end(children[i], CHILD_SLOW);
		n_ended += children[i]->end != CHILD_RUNS;
	}
	return n_ended;
}

static size_t
count_running(struct child *const *children, size_t n)
{
	size_t n_running = 0;

	for (size_t i = 0; i < n; i++)
		n_running += children[i]->end == CHILD_RUNS;
	return n_running;
}

void
child_attend(struct child *const *children, size_t n, long wait_ms)
{
	long until = clock_ms() + wait_ms;
	size_t n_ended = 0;

	while (n_ended == 0 && count_running(children, n) > 0) {
		long left = wait_ms < 0 ? WATCH_MS : until - clock_ms();

		left = left < 0 ? 0 : left > WATCH_MS ? WATCH_MS : left;
		n_ended = attend(children, n, left);
		if (wait_ms >= 0 && clock_ms() >= until)
			break;
	}
}

void
child_give(struct child *c, long seconds)
{
	if (c->given_ms > 0)
		return;
	c->given_ms = seconds * 1000;
	c->seen_ms = clock_ms();
}

void
child_finish(struct child *c, long seconds)
{
	child_give(c, seconds);
	while (c->end == CHILD_RUNS)
		child_attend(&c, 1, -1);
}

void
child_release(struct child *c)
{
	if (c->end == CHILD_RUNS && c->pid > 0)
		end(c, CHILD_BROKEN);
	buf_release(&c->answer);
}
