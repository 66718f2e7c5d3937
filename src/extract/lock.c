/* SPDX-License-Identifier: ISC */
/*
 * Landlock and seccomp.  The kernel's own interface is used where the C library or its headers
 * may be older than the kernel.
 */
#include "config.h"

#include "extract/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef HAVE_LINUX_LANDLOCK_H
#include <linux/landlock.h>
#endif
#ifdef HAVE_SECCOMP
#include <seccomp.h>
#endif

/* ---------------------------------------------------------------- Landlock */

#ifdef HAVE_LINUX_LANDLOCK_H
/* Newer than the headers of some systems: rights on files, on the network, on other processes. */
struct ruleset {
	uint64_t files, network, scoped;
};
#define FILES_V1 ((1ULL << 13) - 1)
#define FILES_REFER (1ULL << 13)
#define FILES_TRUNCATE (1ULL << 14)
#define FILES_IOCTL (1ULL << 15)
#define NETWORK_TCP 3
#define SCOPED_ALL 3

static const char *const readable[] = {
	"/usr/share/fonts",       "/usr/local/share/fonts", "/usr/share/poppler",
	"/usr/share/fontconfig",  "/usr/share/xml/fontconfig", "/etc/fonts",
	"/var/cache/fontconfig",  "/usr/share/ghostscript/fonts",
};

static struct ruleset
rights(long version, size_t *size)
{
	struct ruleset r = { .files = FILES_V1 };

	if (version >= 2)
		r.files |= FILES_REFER;
	if (version >= 3)
		r.files |= FILES_TRUNCATE;
	if (version >= 5)
		r.files |= FILES_IOCTL;
	if (version >= 4)
		r.network = NETWORK_TCP;
	if (version >= 6)
		r.scoped = SCOPED_ALL;
	*size = version >= 6 ? sizeof r : version >= 4 ? offsetof(struct ruleset, scoped) : sizeof r.files;
	return r;
}

static void
allow_reading(int ruleset)
{
	for (size_t i = 0; i < sizeof readable / sizeof *readable; i++) {
		struct landlock_path_beneath_attr rule = {
			.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
			.parent_fd = open(readable[i], O_PATH | O_CLOEXEC | O_DIRECTORY),
		};

		if (rule.parent_fd < 0)
			continue;
		/* A folder that cannot be named stays closed. */
		(void)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
		close(rule.parent_fd);
	}
}

static int
restrict_files(void)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	size_t size;
	struct ruleset r;
	int fd;
	bool done;

	if (version <= 0)
		return 0;
	r = rights(version, &size);
	fd = (int)syscall(SYS_landlock_create_ruleset, &r, size, 0);
	if (fd < 0)
		return 0;
	allow_reading(fd);
	done = syscall(SYS_landlock_restrict_self, fd, 0) == 0;
	close(fd);
	return done ? (int)version : 0;
}
#else
static int
restrict_files(void)
{
	return 0;
}
#endif

/* ----------------------------------------------------------------- seccomp */

#ifdef HAVE_SECCOMP
/* Calls by name: what this library does not know does not exist here either. */
static const char *const allowed[] = {
	"access", "brk", "clock_gettime", "clock_getres", "clock_nanosleep", "close", "dup", "exit",
	"exit_group", "faccessat", "faccessat2", "fadvise64", "fcntl", "fstat", "fstatfs", "futex", "getcwd",
	"getdents64", "getegid", "geteuid", "getgid", "getpid", "getrandom", "getrusage", "gettid",
	"gettimeofday", "getuid", "lseek", "lstat", "madvise", "membarrier", "mremap", "munmap", "nanosleep",
	"newfstatat", "openat", "open", "poll", "pread64", "read", "readlink", "readlinkat", "readv",
	"restart_syscall", "rseq", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sched_getaffinity",
	"sched_yield", "set_robust_list", "set_tid_address", "sigaltstack", "stat", "statfs", "statx",
	"sysinfo", "time", "uname", "write", "writev",
};

static bool
allow_calls(scmp_filter_ctx filter)
{
	bool done = true;

	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
		int call = seccomp_syscall_resolve_name(allowed[i]);

		if (call != __NR_SCMP_ERROR)
			done = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0 && done;
	}
	/* Memory, but none that can be run. */
	done = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
	                        SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
	       done;
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
	                        SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
	       done;
}

static bool
restrict_calls(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	bool done = filter && allow_calls(filter) && seccomp_load(filter) == 0;

	if (filter)
		seccomp_release(filter);
	return done;
}
#else
static bool
restrict_calls(void)
{
	return false;
}
#endif

void
lock_in(struct lock_state *state)
{
	state->no_new_privs = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
	state->landlock = restrict_files();
	state->seccomp = restrict_calls();
}
