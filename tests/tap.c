/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tap.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int n_tests, n_failed;

static bool
report(bool passed, const char *file, int line, const char *name, va_list args)
{
	printf("%sok %d - ", passed ? "" : "not ", ++n_tests);
	vprintf(name, args);
	putchar('\n');
	if (!passed) {
		printf("# at %s:%d\n", file, line);
		n_failed++;
	}
	fflush(stdout);
	return passed;
}

bool
tap_ok(bool passed, const char *file, int line, const char *name, ...)
{
	va_list args;

	va_start(args, name);
	report(passed, file, line, name, args);
	va_end(args);
	return passed;
}

bool
tap_is(struct slice got, const char *want, const char *file, int line, const char *name, ...)
{
	bool same = slice_is(got, want);
	va_list args;

	va_start(args, name);
	report(same, file, line, name, args);
	va_end(args);
	if (!same)
		printf("#  got: '%.*s'\n# want: '%s'\n", SLICE_ARG(got), want);
	return same;
}

bool
tap_number(long got, long want, const char *file, int line, const char *name, ...)
{
	va_list args;

	va_start(args, name);
	report(got == want, file, line, name, args);
	va_end(args);
	if (got != want)
		printf("#  got: %ld\n# want: %ld\n", got, want);
	return got == want;
}

void
tap_skip(const char *why)
{
	printf("ok %d # SKIP %s\n", ++n_tests, why);
}

void
tap_skip_all(const char *why)
{
	if (n_tests > 0) { /* too late for all: the rest */
		tap_skip(why);
		exit(tap_done());
	}
	printf("1..0 # SKIP %s\n", why);
	exit(0);
}

int
tap_done(void)
{
	printf("1..%d\n", n_tests);
	return n_failed ? 1 : 0;
}

const char *
tap_path(const char *name)
{
	static char path[PATH_MAX];
	const char *top = getenv("DUAN_TESTS");

	snprintf(path, sizeof path, "%s/%s", top ? top : "tests", name);
	return path;
}

const char *
tap_shared(const char *name)
{
	static char path[PATH_MAX];
	const char *top = getenv("DUAN_SHARED");

	snprintf(path, sizeof path, "%s/%s", top ? top : "../shared", name);
	return access(path, R_OK) == 0 ? path : NULL;
}
