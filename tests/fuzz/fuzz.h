/* SPDX-License-Identifier: ISC */
/*
 * What the fuzz targets share.  A target defines fuzz_one(); fuzz_driver.c calls it for libFuzzer or,
 * in builds without it, for the seeds and for what small accidents make of them.
 */
#ifndef DUAN_TESTS_FUZZ_H
#define DUAN_TESTS_FUZZ_H

#include "base/slice.h"

/* The bytes are in memory of just their size.  What is wrong ends the program: a sanitizer's
 * complaint or fuzz_check(). */
void fuzz_one(struct slice bytes);
/* Ends the program, naming what does not hold. */
void fuzz_check(bool holds, const char *what);
/* What stands before the first line end; *rest is what stands behind it. */
struct slice fuzz_first_line(struct slice bytes, struct slice *rest);

#endif
