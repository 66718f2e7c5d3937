/* SPDX-License-Identifier: ISC */
/*
 * Limits that outlast the start of a program.  A file of their own: who sets them needs no libseccomp.
 */
#include "config.h"

#include "extract/lock.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Address sanitizers reserve terabytes of addresses that they never use, and are slow. */
#if defined(WITH_ADDRESS_SANITIZER)
#define LIMITS_ADDRESSES 0
#define READER_SECONDS 60
#else
#define LIMITS_ADDRESSES 1
#define READER_SECONDS 10
#endif
#define READER_MEGABYTES 512

struct lock_limits
lock_limits_of(enum lock_program program)
{
	static const struct lock_limits table[LOCK_PROGRAMS] = {
		[LOCK_EXTRACT] = { .seconds = READER_SECONDS,
			           .megabytes = READER_MEGABYTES,
			           .file_bytes = (size_t)1 << 20,
			           .files = 64 },
		[LOCK_FETCH] = { .seconds = 120, .megabytes = READER_MEGABYTES, .files = 64 },
		/* An office suite: each of its threads has 64 MB of addresses. */
		[LOCK_CONVERT] = { .megabytes = 4096,
			           .file_bytes = (size_t)256 << 20,
			           .files = 256,
			           .processes = 128 },
	};

	return table[program];
}

static bool
limit(int resource, size_t most)
{
	struct rlimit l = { most, most };

	return most == 0 || setrlimit((__rlimit_resource_t)resource, &l) == 0;
}

/* SIGXCPU says why it ended; where both limits are the same, Linux sends SIGKILL alone. */
static bool
limit_time(size_t seconds)
{
	struct rlimit l = { seconds, seconds + 1 };

	return seconds == 0 || setrlimit(RLIMIT_CPU, &l) == 0;
}

/* The limit counts all that a person runs: what all of the machine runs is more than that. */
static size_t
count_processes(void)
{
	int fd = open("/proc/loadavg", O_RDONLY | O_CLOEXEC);
	char text[128] = "";
	ssize_t n = fd < 0 ? 0 : read(fd, text, sizeof text - 1);
	const char *slash = n > 0 ? strchr(text, '/') : NULL;

	if (fd >= 0)
		close(fd);
	return slash ? strtoul(slash + 1, NULL, 10) : 0;
}

void
lock_limits(const struct lock_limits *l, int with_parent, struct lock_state *state)
{
	struct rlimit none = { 0, 0 };
	bool done = setrlimit(RLIMIT_CORE, &none) == 0;
	size_t running = l->processes > 0 ? count_processes() : 0;

	done = limit_time((size_t)l->seconds) && done;
	done = limit(RLIMIT_FSIZE, l->file_bytes) && done;
	done = limit(RLIMIT_NOFILE, (size_t)l->files) && done;
	if (running > 0)
		done = limit(RLIMIT_NPROC, running + (size_t)l->processes) && done;
	if (LIMITS_ADDRESSES)
		done = limit(RLIMIT_AS, l->megabytes << 20) && done;
	prctl(PR_SET_PDEATHSIG, with_parent);
	state->limits = done;
	state->no_new_privs = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

void
lock_tell(const struct lock_state *state, char out[32])
{
	snprintf(out, 32, "%d %d %d %d", state->limits, state->no_new_privs, state->landlock,
	         state->seccomp);
}

bool
lock_told(const char *told, struct lock_state *state)
{
	int v[4];

	if (sscanf(told, "%d %d %d %d", &v[0], &v[1], &v[2], &v[3]) != 4)
		return false;
	*state = (struct lock_state){ v[0] > 0, v[1] > 0, v[2] > 0 ? v[2] : 0, v[3] > 0 };
	return true;
}
