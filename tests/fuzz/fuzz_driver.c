/* SPDX-License-Identifier: ISC */
/*
 * Calls a target.  Built for libFuzzer (--enable-fuzzers), that has the main(); else the arguments are
 * files: each is given whole and then, a few hundred times, damaged.
 */
#include "config.h"

#include "fuzz.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/file.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

void
fuzz_check(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "does not hold: %s\n", what);
	abort();
}

struct slice
fuzz_first_line(struct slice bytes, struct slice *rest)
{
	const char *end = bytes.len > 0 ? memchr(bytes.p, '\n', bytes.len) : NULL;
	size_t len = end ? (size_t)(end - bytes.p) : bytes.len;

	*rest = end ? slice_skip(bytes, len + 1) : slice_skip(bytes, len);
	return slice_sub(bytes, 0, len);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_one(slice_of((const char *)data, size));
	return 0;
}

#ifndef DUAN_LIBFUZZER

#define ROUNDS 200
#define LONGEST 20000 /* bytes of a file that are damaged: more makes it slow, not wrong */

static uint64_t
next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/* A byte changed, a stretch left out, doubled, or the end cut off. */
static void
damage(struct buf *b, uint64_t *state)
{
	size_t at = next(state) % b->len, n = 1 + next(state) % 40;
	struct buf out = { 0 };

	n = n < b->len - at ? n : b->len - at;
	switch (next(state) % 4) {
	case 0:
		b->p[at] = (char)next(state);
		return;
	case 1:
		buf_add(&out, slice_sub(buf_slice(b), 0, at));
		buf_add(&out, slice_skip(buf_slice(b), at + n));
		break;
	case 2:
		buf_add(&out, slice_sub(buf_slice(b), 0, at + n));
		buf_add(&out, slice_skip(buf_slice(b), at));
		break;
	default:
		buf_add(&out, slice_sub(buf_slice(b), 0, at));
	}
	buf_release(b);
	*b = out;
}

static void
give(struct slice bytes)
{
	char *exact = malloc(bytes.len > 0 ? bytes.len : 1);

	if (!exact)
		die("out of memory");
	if (bytes.len > 0)
		memcpy(exact, bytes.p, bytes.len);
	LLVMFuzzerTestOneInput((const uint8_t *)exact, bytes.len);
	free(exact);
}

static void
play(struct slice bytes)
{
	uint64_t state = 88172645463325252u;

	give(bytes);
	for (int i = 0; i < ROUNDS; i++) {
		struct buf b = { 0 };

		buf_add(&b, slice_sub(bytes, 0, bytes.len < LONGEST ? bytes.len : LONGEST));
		for (uint64_t times = 1 + next(&state) % 4; times > 0 && b.len > 0; times--)
			damage(&b, &state);
		give(buf_slice(&b));
		buf_release(&b);
	}
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct buf bytes = { 0 };
		struct err err;

		if (file_read(argv[i], &bytes, &err) != STATUS_OK)
			die("%s", err_words(&err, UI_EN));
		play(buf_slice(&bytes));
		buf_release(&bytes);
	}
	return EXIT_SUCCESS;
}

#endif
