/* SPDX-License-Identifier: ISC */
/*
 * Readers of formats.  They run in a child process (extract/cage.h), on bytes that anyone may have
 * written: bounded in memory and depth, and in words only what `struct extract` can say.
 */
#ifndef DUAN_EXTRACT_READER_H
#define DUAN_EXTRACT_READER_H

#include "extract/extract.h"
#include "extract/sniff.h"

/* Lines, or a refusal. */
void reader_run(enum sniff_format format, struct slice bytes, struct extract *out);
/* Whether this build has one. */
bool reader_has(enum sniff_format format);

#endif
