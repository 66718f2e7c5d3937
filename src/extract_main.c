/* SPDX-License-Identifier: ISC */
/*
 * duan-extract FORMAT: reads a document on standard input, answers on standard output.  Started by
 * duan alone (extract/cage.h); it locks itself in before it looks at the first byte.
 */
#include "config.h"

#include "extract/lock.h"
#include "extract/reader.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
say(struct slice s)
{
	while (s.len > 0) {
		ssize_t n = write(STDOUT_FILENO, s.p, s.len);

		if (n <= 0)
			return false;
		s = slice_skip(s, (size_t)n);
	}
	return true;
}

static int
say_protection(const struct lock_state *state)
{
	char told[32];

	lock_tell(state, told);
	return say(slice_from(told)) ? 0 : 1;
}

static int
run(enum sniff_format format, struct slice bytes)
{
	struct extract e = { 0 };
	struct buf out = { 0 };
	bool said;

	reader_run(format, bytes, &e);
	extract_write(&e, &out);
	said = say(buf_slice(&out));
	buf_release(&out);
	extract_release(&e);
	return said ? 0 : 1;
}

int
main(int argc, char **argv)
{
	struct lock_state state = { 0 };
	struct rlimit core;
	struct stat st;
	void *p;

	if (argc != 2)
		return 2;
	state.limits = getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_max == 0;
	lock_in(&(struct lock_means){ .program = LOCK_EXTRACT }, &state);
	if (strcmp(argv[1], "--protection") == 0)
		return say_protection(&state);
	if (fstat(STDIN_FILENO, &st) != 0)
		return 1;
	if (st.st_size == 0)
		return run(sniff_from(argv[1]), SLICE(""));
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
	return p == MAP_FAILED ? 1 : run(sniff_from(argv[1]), slice_of(p, (size_t)st.st_size));
}
