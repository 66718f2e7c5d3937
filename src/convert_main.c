/* SPDX-License-Identifier: ISC */
/*
 * duan-convert EXTENSION SECONDS BYTES PROGRAM [WORD...]: has a document on standard input converted
 * by another program, and gives what it made on standard output.  Started by duan alone
 * (extract/cage.h).
 */
#include "config.h"

#include "extract/converter.h"
#include "extract/lock.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What would close around a converter. */
static int
say_protection(void)
{
	struct lock_limits limits = lock_limits_of(LOCK_CONVERT);
	struct lock_state state = { 0 };
	char told[32];

	limits.seconds = 1;
	lock_limits(&limits, SIGKILL, &state);
	lock_in(&(struct lock_means){ .program = LOCK_CONVERT }, &state);
	lock_tell(&state, told);
	return write(STDOUT_FILENO, told, strlen(told)) < 0;
}

int
main(int argc, char **argv)
{
	struct converter c;

	if (argc == 2 && strcmp(argv[1], "--protection") == 0)
		return say_protection();
	if (argc < 5)
		return 2;
	c = (struct converter){ .extension = argv[1],
		                .seconds = strtol(argv[2], NULL, 10),
		                .most = strtoul(argv[3], NULL, 10),
		                .words = argv + 4 };
	return (int)converter_run(&c, STDIN_FILENO, STDOUT_FILENO);
}
