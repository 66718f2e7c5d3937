/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "extract/converter.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/vec.h"
#include "extract/lock.h"
#include "folder_priv.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define STEP ((size_t)256 << 10)
#define AGAIN 81       /* an office suite that has just made its settings asks to be started once more */
#define REAP_MS 2000   /* for what was killed to be gone */

struct work {
	const struct converter *c;
	struct folder folder;
	struct buf in, out, said; /* paths */
	VEC(char *) words;
	long until_ms;
	bool is_asked; /* to end */
};

/* ------------------------------------------------------------------- words */

static void
fill_in(const struct work *w, const char *word, struct buf *out)
{
	while (*word) {
		if (strncmp(word, "%in", 3) == 0) {
			buf_add(out, buf_slice(&w->in));
			word += 3;
		} else if (strncmp(word, "%out", 4) == 0) {
			buf_add(out, buf_slice(&w->out));
			word += 4;
		} else if (strncmp(word, "%folder", 7) == 0) {
			buf_add(out, buf_slice(&w->folder.path));
			word += 7;
		} else {
			buf_add_byte(out, *word++);
		}
	}
}

static void
fill_in_all(struct work *w)
{
	for (char *const *word = w->c->words; *word; word++) {
		struct buf made = { 0 };

		fill_in(w, *word, &made);
		VEC_PUSH(&w->words, strdup(buf_str(&made)));
		buf_release(&made);
	}
	VEC_PUSH(&w->words, NULL);
}

/* -------------------------------------------------------------- its process */

/* A group of its own, so that all of it can be ended. */
_Noreturn static void
become(const struct work *w)
{
	char home[4096], temporary[4096];
	char *environment[] = { home, temporary, (char *)"PATH=/usr/bin:/bin", (char *)"LC_ALL=C.UTF-8",
		                (char *)"SAL_USE_VCLPLUGIN=svp", NULL };
	struct lock_limits limits = lock_limits_of(LOCK_CONVERT);
	struct lock_means means = { .program = LOCK_CONVERT,
		                    .folder = w->folder.path.p,
		                    .runnable = w->words.v[0] };
	struct lock_state state = { 0 };
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
	int said = open(w->said.p, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	sigset_t none;

	snprintf(home, sizeof home, "HOME=%s", w->folder.path.p);
	snprintf(temporary, sizeof temporary, "TMPDIR=%s", w->folder.path.p);
	if (nothing < 0 || said < 0 || setsid() < 0 || chdir(w->folder.path.p) != 0 ||
	    dup2(nothing, STDIN_FILENO) < 0 || dup2(said, STDOUT_FILENO) < 0 ||
	    dup2(nothing, STDERR_FILENO) < 0)
		_exit(126);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	limits.seconds = w->c->seconds;
	lock_limits(&limits, SIGKILL, &state);
	lock_in(&means, &state);
	execve(w->words.v[0], w->words.v, environment);
	_exit(127);
}

/* False once `pid` has ended; others that it has left are taken as well. */
static bool
is_there(pid_t pid, int *status)
{
	pid_t gone;
	int how;

	while ((gone = waitpid(-1, &how, WNOHANG)) > 0)
		if (gone == pid) {
			*status = how;
			return false;
		}
	return gone == 0;
}

static void
wait_signal(struct work *w, long ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigaddset(&set, SIGTERM);
	if (sigtimedwait(&set, NULL, &t) == SIGTERM)
		w->is_asked = true;
}

/* Whatever is left of it. */
static void
end_group(struct work *w, pid_t pid)
{
	long until = clock_ms() + REAP_MS;
	int status;

	(void)kill(pid, SIGKILL); /* it may not have come to its group yet */
	(void)kill(-pid, SIGKILL);
	while (waitpid(-1, &status, WNOHANG) >= 0 && clock_ms() < until)
		wait_signal(w, 10);
}

static enum converter_end
run_once(struct work *w, int *status)
{
	pid_t pid = fork();
	bool runs = true;

	if (pid == 0)
		become(w);
	if (pid < 0)
		return CONVERTER_NOT_STARTED;
	while ((runs = is_there(pid, status)) && !w->is_asked && clock_ms() < w->until_ms)
		wait_signal(w, w->until_ms - clock_ms() > 0 ? w->until_ms - clock_ms() : 0);
	end_group(w, pid);
	if (runs)
		return w->is_asked ? CONVERTER_NOT_TAKEN : CONVERTER_SLOW;
	if (WIFSIGNALED(*status) && WTERMSIG(*status) == SIGXCPU)
		return CONVERTER_SLOW;
	return WIFEXITED(*status) && WEXITSTATUS(*status) == 0 ? CONVERTER_DONE : CONVERTER_FAILED;
}

static enum converter_end
run(struct work *w)
{
	int status = 0;
	enum converter_end end = run_once(w, &status);

	if (end == CONVERTER_FAILED && WIFEXITED(status) && WEXITSTATUS(status) == AGAIN)
		end = run_once(w, &status);
	return end;
}

/* ------------------------------------------------------------------- bytes */

/* All of one to the other, `most` bytes of it. */
static enum converter_end
copy(int from, int to, size_t most)
{
	struct buf piece = { 0 };
	size_t taken = 0;
	ssize_t n;
	bool given = true;

	buf_reserve(&piece, STEP);
	while (given && taken <= most && (n = read(from, piece.p, STEP)) > 0) {
		taken += (size_t)n;
		given = taken > most || file_write_all(to, slice_of(piece.p, (size_t)n));
	}
	buf_release(&piece);
	if (!given)
		return CONVERTER_NOT_TAKEN;
	return taken > most ? CONVERTER_TOO_BIG : taken == 0 ? CONVERTER_NOTHING : CONVERTER_DONE;
}

/* The only file in a folder; -1 if there is none. */
static int
open_in(int folder)
{
	DIR *d = fdopendir(folder);
	struct dirent *e;
	int fd = -1;

	while (d && fd < 0 && (e = readdir(d)))
		if (e->d_name[0] != '.')
			fd = openat(dirfd(d), e->d_name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (d)
		closedir(d);
	else
		close(folder);
	return fd;
}

/* No link is followed and no pipe waited for: the converter has chosen what is there. */
static int
open_made(const struct work *w)
{
	struct stat st;
	int fd = open(buf_str(&w->out), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		fd = open(buf_str(&w->said), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	else if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
		fd = open_in(fd);
	if (fd >= 0 && (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))) {
		close(fd);
		return -1;
	}
	return fd;
}

static bool
put_in(const struct work *w, int in)
{
	int fd = open(buf_str(&w->in), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool done = fd >= 0 && copy(in, fd, (size_t)-1 / 2) == CONVERTER_DONE;

	return (fd < 0 || close(fd) == 0) && done;
}

static enum converter_end
take_out(const struct work *w, int out)
{
	int fd = open_made(w);
	enum converter_end end = fd < 0 ? CONVERTER_NOTHING : copy(fd, out, w->c->most);

	if (fd >= 0)
		close(fd);
	return end;
}

static void
release(struct work *w)
{
	for (size_t i = 0; i < w->words.n; i++)
		free(w->words.v[i]);
	VEC_RELEASE(&w->words);
	buf_release(&w->in);
	buf_release(&w->out);
	buf_release(&w->said);
	folder_remove(&w->folder);
}

enum converter_end
converter_run(const struct converter *c, int in, int out)
{
	struct work w = { .c = c, .until_ms = clock_ms() + c->seconds * 1000 };
	enum converter_end end = CONVERTER_NO_FOLDER;
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	if (!folder_make(&w.folder))
		return end;
	buf_addf(&w.in, "%s/document.%s", buf_str(&w.folder.path), c->extension);
	folder_add_name(&w.folder, "made", &w.out);
	folder_add_name(&w.folder, "said", &w.said);
	fill_in_all(&w);
	if (put_in(&w, in))
		end = run(&w);
	if (end == CONVERTER_DONE)
		end = take_out(&w, out);
	release(&w);
	return end;
}
