/* SPDX-License-Identifier: ISC */
/*
 * What a program that a document or a server has taken over would try, each in a process that has
 * locked itself in.
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
#include <sched.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static bool
opens(const char *path, int flags)
{
	return open(path, flags, 0600) >= 0;
}

static bool reads_elsewhere(void) { return opens("/etc/passwd", O_RDONLY); }
static bool reads_private(void) { return opens("duan-is-here", O_RDONLY); }
static bool writes_in_its_folder(void) { return opens("duan-folder/file", O_WRONLY | O_CREAT); }
static bool reads_environment(void) { return opens("/proc/self/environ", O_RDONLY); }
static bool creates_a_file(void) { return opens("duan-was-here", O_WRONLY | O_CREAT); }
static bool opens_the_terminal(void) { return opens("/dev/tty", O_RDWR); }
static bool makes_a_folder(void) { return mkdir("duan-was-here", 0700) == 0; }
static bool links_out_of_its_folder(void) { return symlink("/", "duan-folder/link") == 0; }
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

/* Of the session, of the agent that holds keys, of a container's owner: what a person runs listens on
 * files. */
static bool
asks_a_neighbour(void)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX, .sun_path = "duan-neighbour" };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	return fd >= 0 && (connect(fd, (struct sockaddr *)&to, sizeof to) == 0 || errno == ENOENT);
}

static bool
tells_a_neighbour(void)
{
	return socket(AF_UNIX, SOCK_DGRAM, 0) >= 0;
}

static bool
listens(void)
{
	struct sockaddr_in on = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	return fd >= 0 && bind(fd, (struct sockaddr *)&on, sizeof on) == 0 && listen(fd, 1) == 0;
}

static bool asks_the_kernel(void) { return socket(AF_NETLINK, SOCK_RAW, 0) >= 0; }
static bool leaves_its_group(void) { return setsid() > 0; }
static bool makes_a_space(void) { return unshare(CLONE_NEWUSER) == 0; }
static bool limits_its_parent(void)
{
	struct rlimit l = { 1 << 20, 1 << 20 };

	return prlimit(getppid(), RLIMIT_CORE, &l, NULL) == 0;
}
static bool opens_a_file_to_all(void) { return chmod("duan-is-here", 0666) == 0; }
static bool reads_its_parent(void)
{
	struct iovec own = { &(char){ 0 }, 1 }, other = { &errno, 1 };

	return process_vm_readv(getppid(), &own, 1, &other, 1, 0) == 1;
}

#define DENIED 3

/* Limits as its parent sets them, then the rest. */
static void
lock_self(enum lock_program program, struct lock_state *state)
{
	struct lock_limits limits = lock_limits_of(program);
	struct lock_means means = { .program = program };

	if (program == LOCK_CONVERT)
		means.folder = "duan-folder";
	lock_limits(&limits, SIGKILL, state);
	lock_in(&means, state);
}

static int
attempt(enum lock_program program, bool (*escapes)(void), struct lock_state *state)
{
	pid_t pid = fork();
	int status = 0;

	if (pid == 0) {
		lock_self(program, state);
		_exit(escapes() ? 0 : DENIED);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* What this kernel and this build offer, asked of a child. */
static struct lock_state
offered(enum lock_program program)
{
	struct lock_state state = { 0 };
	int ends[2];
	pid_t pid;

	if (pipe(ends) != 0)
		return state;
	pid = fork();
	if (pid == 0) {
		lock_self(program, &state);
		_exit(write(ends[1], &state, sizeof state) == sizeof state ? 0 : 1);
	}
	waitpid(pid, NULL, 0);
	if (read(ends[0], &state, sizeof state) != sizeof state)
		state = (struct lock_state){ 0 };
	return state;
}

enum layer { LIMITS = 1, LANDLOCK = 2, SECCOMP = 4, LANDLOCK_NETWORK = 8, LANDLOCK_SCOPES = 16 };
enum who { EXTRACT = 1 << LOCK_EXTRACT, FETCH = 1 << LOCK_FETCH, CONVERT = 1 << LOCK_CONVERT };

static bool
is_closed(const struct lock_state *s, unsigned by)
{
	return ((by & LIMITS) && s->limits) || ((by & LANDLOCK) && s->landlock) ||
	       ((by & SECCOMP) && s->seccomp) || ((by & LANDLOCK_NETWORK) && s->landlock >= 4) ||
	       ((by & LANDLOCK_SCOPES) && s->landlock >= 6);
}

static const struct {
	const char *name;
	bool (*escapes)(void);
	unsigned by; /* layers that deny it, any of them */
	unsigned to; /* programs */
} tries[] = {
	{ "read another file", reads_elsewhere, LANDLOCK, EXTRACT | FETCH },
	{ "read a file of somebody", reads_private, LANDLOCK, EXTRACT | FETCH | CONVERT },
	{ "read the environment", reads_environment, LANDLOCK, EXTRACT | FETCH | CONVERT },
	{ "create a file", creates_a_file, LANDLOCK, EXTRACT | FETCH | CONVERT },
	{ "open the terminal", opens_the_terminal, LANDLOCK, EXTRACT | FETCH | CONVERT },
	{ "make a folder", makes_a_folder, LANDLOCK | SECCOMP, EXTRACT | FETCH | CONVERT },
	{ "fork", forks, SECCOMP, EXTRACT | FETCH },
	{ "signal the parent", signals_its_parent, SECCOMP | LANDLOCK_SCOPES, EXTRACT | FETCH | CONVERT },
	{ "take a gigabyte", takes_a_gigabyte, LIMITS, EXTRACT | FETCH },
	{ "make memory that runs", makes_code, SECCOMP, EXTRACT | FETCH },
	{ "make a file without a name", hides_a_file, SECCOMP, EXTRACT | FETCH },
	{ "start a program", starts_a_program, LANDLOCK | SECCOMP, EXTRACT | FETCH },
	{ "connect", connects, SECCOMP | LANDLOCK_NETWORK, EXTRACT | CONVERT },
	{ "ask a neighbour", asks_a_neighbour, SECCOMP, EXTRACT | FETCH | CONVERT },
	{ "tell a neighbour", tells_a_neighbour, SECCOMP, EXTRACT | FETCH | CONVERT },
	{ "listen", listens, SECCOMP | LANDLOCK_NETWORK, EXTRACT | FETCH | CONVERT },
	{ "ask the kernel", asks_the_kernel, SECCOMP, EXTRACT | FETCH | CONVERT },
	{ "trace", traces, SECCOMP, EXTRACT | FETCH | CONVERT },
	{ "read the parent's memory", reads_its_parent, SECCOMP, EXTRACT | FETCH | CONVERT },
	{ "limit the parent", limits_its_parent, SECCOMP, EXTRACT | FETCH | CONVERT },
	{ "leave its group", leaves_its_group, SECCOMP, EXTRACT | FETCH | CONVERT },
	{ "link out of its folder", links_out_of_its_folder, LANDLOCK | SECCOMP, EXTRACT | FETCH | CONVERT },
	{ "make a space of its own", makes_a_space, SECCOMP, EXTRACT | FETCH | CONVERT },
	{ "open a file to all", opens_a_file_to_all, SECCOMP, EXTRACT | FETCH | CONVERT },
};

static void
try_all(enum lock_program program, const char *name)
{
	struct lock_state state = offered(program);

	ok(state.limits || getenv("ASAN_OPTIONS"), "%s: limits are set", name);
	ok(state.no_new_privs, "%s: no new privileges", name);
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
		if (!(tries[i].to & (1U << program)))
			continue;
#if defined(WITH_ADDRESS_SANITIZER)
		if (tries[i].by == LIMITS) {
			tap_skip("a sanitizer takes all addresses");
			continue;
		}
#endif
		if (is_closed(&state, tries[i].by))
			is_number(attempt(program, tries[i].escapes, &state), DENIED, "%s cannot %s", name,
			          tries[i].name);
		else
			tap_skip(tries[i].name);
	}
}

/* What has to be left to them. */
static void
try_work(void)
{
	struct lock_state state;

	is_number(attempt(LOCK_FETCH, connects, &state), 0, "fetching can connect");
	is_number(attempt(LOCK_CONVERT, forks, &state), 0, "a converter can fork");
	is_number(attempt(LOCK_CONVERT, starts_a_program, &state), 0, "a converter can start a program");
	is_number(attempt(LOCK_CONVERT, writes_in_its_folder, &state), 0,
	          "a converter can write in its folder");
}

static void
test_telling(void)
{
	struct lock_state state = { .limits = true, .landlock = 7 }, other;
	char told[32];

	lock_tell(&state, told);
	ok(lock_told(told, &other) && other.limits && !other.no_new_privs && other.landlock == 7 &&
	           !other.seccomp, "what one tells the other hears");
	ok(!lock_told("1 2", &other) && !lock_told("", &other) && !lock_told("rubbish", &other),
	   "and nothing else");
}

int
main(void)
{
	int fd = open("duan-is-here", O_WRONLY | O_CREAT, 0600);

	ok(fd >= 0 && mkdir("duan-folder", 0700) == 0, "a file and a folder of somebody");
	close(fd);
	try_all(LOCK_EXTRACT, "a reader");
	try_all(LOCK_FETCH, "fetching");
	try_all(LOCK_CONVERT, "a converter");
	try_work();
	test_telling();
	unlink("duan-was-here");
	rmdir("duan-was-here");
	unlink("duan-is-here");
	unlink("duan-folder/file");
	rmdir("duan-folder");
	return tap_done();
}
