/* SPDX-License-Identifier: ISC */
/*
 * Landlock.  The kernel's own interface is used where the C library or its headers may be older than
 * the kernel.
 */
#include "config.h"

#include "lock_priv.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef HAVE_LINUX_LANDLOCK_H
#include <linux/landlock.h>
#endif

#if defined(WITH_ADDRESS_SANITIZER) && !defined(DUAN_LIBFUZZER)
/* Looking for leaks takes calls that are locked away. */
const char *__asan_default_options(void);
const char *
__asan_default_options(void)
{
	return "detect_leaks=0";
}
#endif

#ifdef HAVE_LINUX_LANDLOCK_H
/* Newer than the headers of some systems: rights on files, on the network, on other processes. */
struct ruleset {
	uint64_t files, network, scoped;
};
#define SCOPED_ALL 3
/* What a right on a file that is no folder may be. */
#define FILE_RIGHTS (LOCK_MAY_RUN | LOCK_MAY_WRITE | LOCK_MAY_READ | LOCK_TRUNCATE | LOCK_IOCTL)

static struct ruleset
rights(const struct lock_rules *rules, long version, size_t *size)
{
	struct ruleset r = { .files = LOCK_FILES_V1 };

	if (version >= 2)
		r.files |= LOCK_REFER;
	if (version >= 3)
		r.files |= LOCK_TRUNCATE;
	if (version >= 5)
		r.files |= LOCK_IOCTL;
	if (version >= 4)
		r.network = rules->network;
	if (version >= 6)
		r.scoped = SCOPED_ALL;
	*size = version >= 6 ? sizeof r : version >= 4 ? offsetof(struct ruleset, scoped) : sizeof r.files;
	return r;
}

/* What cannot be named stays closed. */
static void
allow(int ruleset, const struct ruleset *handled, const char *path, unsigned long long rights)
{
	struct landlock_path_beneath_attr rule = { .parent_fd = open(path, O_PATH | O_CLOEXEC) };
	struct stat st;

	if (rule.parent_fd < 0)
		return;
	rule.allowed_access = rights & handled->files;
	if (fstat(rule.parent_fd, &st) == 0 && !S_ISDIR(st.st_mode))
		rule.allowed_access &= FILE_RIGHTS;
	(void)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
	close(rule.parent_fd);
}

static void
allow_all(int ruleset, const struct ruleset *handled, const struct lock_rules *rules,
          const struct lock_means *m)
{
	for (const struct lock_path *p = rules->paths; p->path; p++)
		allow(ruleset, handled, p->path, p->rights);
	/* Whoever removes the folder must not be led out of it. */
	if (m->folder)
		allow(ruleset, handled, m->folder,
		      handled->files & ~(LOCK_MAY_RUN | LOCK_DEVICES | LOCK_LINKS));
	if (m->readable)
		allow(ruleset, handled, m->readable, LOCK_MAY_READ | LOCK_MAY_LIST);
	if (m->runnable)
		allow(ruleset, handled, m->runnable, LOCK_MAY_READ | LOCK_MAY_RUN);
}

static int
restrict_files(const struct lock_rules *rules, const struct lock_means *m)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	size_t size;
	struct ruleset r;
	int fd;
	bool done;

	if (version <= 0)
		return 0;
	r = rights(rules, version, &size);
	fd = (int)syscall(SYS_landlock_create_ruleset, &r, size, 0);
	if (fd < 0)
		return 0;
	allow_all(fd, &r, rules, m);
	done = syscall(SYS_landlock_restrict_self, fd, 0) == 0;
	close(fd);
	return done ? (int)version : 0;
}
#else
static int
restrict_files(const struct lock_rules *rules, const struct lock_means *m)
{
	(void)rules;
	(void)m;
	return 0;
}
#endif

void
lock_in(const struct lock_means *m, struct lock_state *state)
{
	const struct lock_rules *rules = lock_rules_of(m->program);

	state->no_new_privs = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
	state->landlock = restrict_files(rules, m);
	state->seccomp = lock_calls(rules);
}
