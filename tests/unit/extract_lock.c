/* SPDX-License-Identifier: ISC */
/*
 * What a reader that a document has taken over would try, each in a process that has locked itself in.
 */
#include "config.h"

#include "extract/lock.h"

#include "tap.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static bool
opens(const char *path, int flags)
{
	return open(path, flags, 0600) >= 0;
}

static bool reads_elsewhere(void) { return opens("/etc/passwd", O_RDONLY); }
static bool reads_environment(void) { return opens("/proc/self/environ", O_RDONLY); }
static bool creates_a_file(void) { return opens("duan-was-here", O_WRONLY | O_CREAT); }
static bool opens_the_terminal(void) { return opens("/dev/tty", O_RDWR); }
static bool makes_a_folder(void) { return mkdir("duan-was-here", 0700) == 0; }
static bool takes_a_gigabyte(void)
{
	return mmap(NULL, (size_t)1 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
	       MAP_FAILED;
}
static bool makes_code(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
	       MAP_FAILED;
}
static bool hides_a_file(void) { return memfd_create("hidden", 0) >= 0; }
static bool signals_its_parent(void) { return kill(getppid(), 0) == 0; }
static bool traces(void) { return ptrace(PTRACE_TRACEME, 0, 0, 0) == 0; }

static bool
forks(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	return pid > 0;
}

static bool
starts_a_program(void)
{
	char *argv[] = { (char *)"true", NULL };

	execv("/usr/bin/true", argv);
	return false; /* a program that starts ends with 0: see attempt() */
}

static bool
connects(void)
{
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	struct sockaddr_in to = { .sin_family = AF_INET,
		                  .sin_port = htons(9),
		                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };

	return fd >= 0 && (connect(fd, (struct sockaddr *)&to, sizeof to) == 0 || errno == ECONNREFUSED);
}

#define DENIED 3

static int
attempt(bool (*escapes)(void), struct lock_state *state)
{
	pid_t pid = fork();
	int status = 0;

	if (pid == 0) {
		lock_limits(state);
		lock_in(state);
		_exit(escapes() ? 0 : DENIED);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* What this kernel and this build offer, asked of a child. */
static struct lock_state
offered(void)
{
	struct lock_state state = { 0 };
	int ends[2];
	pid_t pid;

	if (pipe(ends) != 0)
		return state;
	pid = fork();
	if (pid == 0) {
		lock_limits(&state);
		lock_in(&state);
		_exit(write(ends[1], &state, sizeof state) == sizeof state ? 0 : 1);
	}
	waitpid(pid, NULL, 0);
	if (read(ends[0], &state, sizeof state) != sizeof state)
		state = (struct lock_state){ 0 };
	return state;
}

enum layer { LIMITS = 1, LANDLOCK = 2, SECCOMP = 4, LANDLOCK_NETWORK = 8, LANDLOCK_SCOPES = 16 };

static bool
is_closed(const struct lock_state *s, unsigned by)
{
	return ((by & LIMITS) && s->limits) || ((by & LANDLOCK) && s->landlock) ||
	       ((by & SECCOMP) && s->seccomp) || ((by & LANDLOCK_NETWORK) && s->landlock >= 4) ||
	       ((by & LANDLOCK_SCOPES) && s->landlock >= 6);
}

int
main(void)
{
	static const struct {
		const char *name;
		bool (*escapes)(void);
		unsigned by; /* layers that deny it, any of them */
	} tries[] = {
		{ "read another file", reads_elsewhere, LANDLOCK },
		{ "read the environment", reads_environment, LANDLOCK },
		{ "create a file", creates_a_file, LANDLOCK },
		{ "open the terminal", opens_the_terminal, LANDLOCK },
		{ "make a folder", makes_a_folder, LANDLOCK | SECCOMP },
		{ "fork", forks, SECCOMP },
		{ "signal the parent", signals_its_parent, SECCOMP | LANDLOCK_SCOPES },
		{ "take a gigabyte", takes_a_gigabyte, LIMITS },
		{ "make memory that runs", makes_code, SECCOMP },
		{ "make a file without a name", hides_a_file, SECCOMP },
		{ "start a program", starts_a_program, LANDLOCK | SECCOMP },
		{ "connect", connects, SECCOMP | LANDLOCK_NETWORK },
		{ "trace", traces, SECCOMP },
	};
	struct lock_state state = offered();

	ok(state.limits || getenv("ASAN_OPTIONS"), "limits are set");
	ok(state.no_new_privs, "no new privileges");
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
#if defined(__SANITIZE_ADDRESS__)
		if (tries[i].by == LIMITS) {
			tap_skip("a sanitizer takes all addresses");
			continue;
		}
#endif
		if (is_closed(&state, tries[i].by))
			is_number(attempt(tries[i].escapes, &state), DENIED, "cannot %s", tries[i].name);
		else
			tap_skip(tries[i].name);
	}
	unlink("duan-was-here");
	rmdir("duan-was-here");
	return tap_done();
}
