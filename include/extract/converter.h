/* SPDX-License-Identifier: ISC */
/*
 * Runs a converter that is not ours: in a folder of its own, locked in (LOCK_CONVERT), for so long.
 *
 * What it makes is copied out byte by byte and believed in nothing.  The folder goes with it; one that a
 * killed program has left goes with the next.
 */
#ifndef DUAN_EXTRACT_CONVERTER_H
#define DUAN_EXTRACT_CONVERTER_H

#include <stddef.h>

/* Also what duan-convert ends with. */
enum converter_end {
	CONVERTER_DONE = 0,
	CONVERTER_NO_FOLDER = 10,
	CONVERTER_NOT_STARTED,
	CONVERTER_FAILED, /* ended with another status than 0, or was killed */
	CONVERTER_SLOW,
	CONVERTER_NOTHING, /* made no file, or one without a byte */
	CONVERTER_TOO_BIG,
	CONVERTER_NOT_TAKEN, /* nobody listens any more, or we were asked to end */
};

struct converter {
	const char *extension; /* of the file that it is given: "doc" */
	char *const *words;    /* its program's path first, up to NULL; %in, %out, %folder are filled in */
	long seconds;
	size_t most;           /* bytes that it may make */
};

/* From one descriptor to the other.  SIGTERM ends it early.  The process must have no children. */
enum converter_end converter_run(const struct converter *c, int in, int out);

#endif
