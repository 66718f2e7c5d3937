/* SPDX-License-Identifier: ISC */
/*
 * duan-fetch ADDRESS SECONDS BYTES: a file from a server goes to standard output, and what becomes
 * of it to standard error.  Started by duan alone (fetch/fetch.h); it locks itself in before it
 * says a word to anybody.
 */
#include "config.h"

#include "extract/lock.h"
#include "fetch/transfer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static void
lock(struct lock_state *state)
{
	struct lock_means means = { .program = LOCK_FETCH, .readable = transfer_certificates() };
	struct rlimit core;

	state->limits = getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_max == 0;
	lock_in(&means, state);
}

int
main(int argc, char **argv)
{
	struct transfer t = { .body = STDOUT_FILENO, .report = stderr };
	struct lock_state state = { 0 };
	char told[32];

	if (argc != 4 && !(argc == 2 && strcmp(argv[1], "--protection") == 0))
		return 2;
	transfer_prepare();
	lock(&state);
	if (argc == 2) {
		lock_tell(&state, told);
		return fputs(told, stdout) < 0;
	}
	t.address = argv[1];
	t.seconds = strtol(argv[2], NULL, 10);
	t.bytes_most = strtoul(argv[3], NULL, 10);
	transfer_run(&t);
	fprintf(stderr, "end %d %ld\n", (int)t.end, t.http);
	return 0;
}
