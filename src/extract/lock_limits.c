/* SPDX-License-Identifier: ISC */
/*
 * Limits that outlast the start of a program.  A file of their own: who sets them needs no libseccomp.
 */
#include "config.h"

#include "extract/lock.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#define FILE_BYTES_MOST ((rlim_t)1 << 20)
#define FILES_MOST 64

/* Address sanitizers reserve terabytes of addresses that they never use. */
#if defined(__SANITIZE_ADDRESS__)
#define LIMITS_ADDRESSES 0
#else
#define LIMITS_ADDRESSES 1
#endif

static bool
limit(int resource, rlim_t most)
{
	struct rlimit l = { most, most };

	return setrlimit((__rlimit_resource_t)resource, &l) == 0;
}

void
lock_limits(struct lock_state *state)
{
	bool done = limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, LOCK_SECONDS) &&
	            limit(RLIMIT_FSIZE, FILE_BYTES_MOST) && limit(RLIMIT_NOFILE, FILES_MOST);

	if (LIMITS_ADDRESSES)
		done = limit(RLIMIT_AS, (rlim_t)LOCK_MEGABYTES << 20) && done;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	state->limits = done;
	state->no_new_privs = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}
