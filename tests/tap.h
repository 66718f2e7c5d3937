/* SPDX-License-Identifier: ISC */
/*
 * Test Anything Protocol for the unit programs.
 *
 *	int main(void) { ok(1 + 1 == 2, "sum"); is(got, "want", "name"); return tap_done(); }
 */
#ifndef DUAN_TESTS_TAP_H
#define DUAN_TESTS_TAP_H

#include "base/slice.h"

#include <stdbool.h>

#define ok(cond, ...) tap_ok((cond), __FILE__, __LINE__, __VA_ARGS__)
#define is(got, want, ...) tap_is((got), (want), __FILE__, __LINE__, __VA_ARGS__)
#define is_number(got, want, ...)                                                                  \
	tap_number((long)(got), (long)(want), __FILE__, __LINE__, __VA_ARGS__)

bool tap_ok(bool passed, const char *file, int line, const char *name, ...)
	__attribute__((format(printf, 4, 5)));
bool tap_is(struct slice got, const char *want, const char *file, int line, const char *name, ...)
	__attribute__((format(printf, 5, 6)));
bool tap_number(long got, long want, const char *file, int line, const char *name, ...)
	__attribute__((format(printf, 5, 6)));
void tap_skip(const char *why);
/* The whole program is skipped: prints the plan and ends with 0. */
_Noreturn void tap_skip_all(const char *why);
/* Prints the plan; gives main()'s value. */
int tap_done(void);

/* $top_srcdir/tests/<name> as a path; static memory, valid until the next call. */
const char *tap_path(const char *name);
/* The folder of shared test data, or NULL when it is absent ($DUAN_SHARED, else ../shared). */
const char *tap_shared(const char *name);

#endif
