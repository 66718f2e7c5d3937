/* SPDX-License-Identifier: ISC */
/*
 * System calls, by seccomp.
 */
#include "config.h"

#include "lock_priv.h"

#ifdef HAVE_SECCOMP
#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>

#define SOCKET_KIND 0xF /* of socket(): the rest of its argument are flags */

static bool
each(scmp_filter_ctx filter, uint32_t action, const char *const *names)
{
	bool done = true;

	for (; *names; names++) {
		int call = seccomp_syscall_resolve_name(*names);

		if (call != __NR_SCMP_ERROR)
			done = seccomp_rule_add(filter, action, call, 0) == 0 && done;
	}
	return done;
}

/* Memory, but none that can be run. */
static bool
allow_memory(scmp_filter_ctx filter)
{
	bool done = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
	                             SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;

	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
	                        SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
	       done;
}

/* Of the network alone: what listens on this machine by a file is none of its business. */
static bool
allow_sockets(scmp_filter_ctx filter)
{
	static const int families[] = { AF_INET, AF_INET6 };
	bool done = true;

	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		done = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(socket), 1,
		                        SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)families[i], 0)) == 0 &&
		       done;
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
	                        SCMP_A1(SCMP_CMP_EQ, FIONBIO, 0)) == 0 &&
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
	                        SCMP_A1(SCMP_CMP_EQ, FIONREAD, 0)) == 0 &&
	       done;
}

/* The newer call hides its flags in memory: who is told that there is none takes the older one. */
static bool
allow_threads(scmp_filter_ctx filter)
{
	return seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
	       seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
	                        SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) == 0;
}

static bool
allow_calls(scmp_filter_ctx filter, const struct lock_rules *rules)
{
	bool done = each(filter, SCMP_ACT_ALLOW, lock_calls_of_all());

	done = each(filter, SCMP_ACT_ALLOW, rules->calls) && done;
	done = allow_memory(filter) && done;
	if (rules->connects)
		done = allow_sockets(filter) && done;
	if (rules->has_threads)
		done = allow_threads(filter) && done;
	return done;
}

/*
 * Sockets to itself only.  LibreOffice does not start unless it can listen for a second one of its
 * kind, on a file in /tmp: it is told that it does, and nobody ever comes.
 */
static bool
deny_sockets(scmp_filter_ctx filter)
{
	bool done = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1,
	                             SCMP_A0(SCMP_CMP_NE, AF_UNIX, 0)) == 0;

	for (scmp_datum_t kind = 0; kind <= SOCKET_KIND; kind++)
		if (kind != SOCK_STREAM)
			done = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1,
			                        SCMP_A1(SCMP_CMP_MASKED_EQ, SOCKET_KIND, kind)) == 0 &&
			       done;
	return seccomp_rule_add(filter, SCMP_ACT_ERRNO(0), SCMP_SYS(bind), 0) == 0 &&
	       seccomp_rule_add(filter, SCMP_ACT_ERRNO(0), SCMP_SYS(listen), 0) == 0 && done;
}

/* A name space of its own would give it rights there. */
static bool
deny_spaces(scmp_filter_ctx filter)
{
	static const int spaces[] = { CLONE_NEWNS,  CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC,
		                      CLONE_NEWUSER, CLONE_NEWPID,   CLONE_NEWNET };
	bool done = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;

	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		done = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
		                        SCMP_A0(SCMP_CMP_MASKED_EQ, (scmp_datum_t)spaces[i],
		                                (scmp_datum_t)spaces[i])) == 0 &&
		       done;
	return done;
}

static bool
deny_calls(scmp_filter_ctx filter, const struct lock_rules *rules)
{
	bool done = each(filter, SCMP_ACT_ERRNO(EPERM), rules->calls);

	done = deny_sockets(filter) && done;
	done = deny_spaces(filter) && done;
	/* Times of what is open are one's own, limits of others are not. */
	done = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(utimensat), 1,
	                        SCMP_A1(SCMP_CMP_NE, 0, 0)) == 0 &&
	       done;
	return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1,
	                        SCMP_A0(SCMP_CMP_NE, 0, 0)) == 0 &&
	       done;
}

bool
lock_calls(const struct lock_rules *rules)
{
	scmp_filter_ctx filter = seccomp_init(rules->is_open ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EPERM));
	bool done = filter && (rules->is_open ? deny_calls(filter, rules) : allow_calls(filter, rules)) &&
	            seccomp_load(filter) == 0;

	if (filter)
		seccomp_release(filter);
	return done;
}
#else
bool
lock_calls(const struct lock_rules *rules)
{
	(void)rules;
	return false;
}
#endif
