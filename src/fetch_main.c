/* SPDX-License-Identifier: ISC */
/*
 * duan-fetch ADDRESS SECONDS BYTES: a file from a server goes to standard output, and what becomes
 * of it to standard error.  Started by duan alone (fetch/fetch.h).
 */
#include "config.h"

#include "fetch/transfer.h"

#include <stdlib.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
	struct transfer t = { .body = STDOUT_FILENO, .report = stderr };

	if (argc != 4)
		return 2;
	t.address = argv[1];
	t.seconds = strtol(argv[2], NULL, 10);
	t.bytes_most = strtoul(argv[3], NULL, 10);
	transfer_run(&t);
	fprintf(stderr, "end %d %ld\n", (int)t.end, t.http);
	return 0;
}
