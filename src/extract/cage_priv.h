/* SPDX-License-Identifier: ISC */
/*
 * A program of ours at work on a file: what reading and converting share.
 */
#ifndef DUAN_EXTRACT_CAGE_PRIV_H
#define DUAN_EXTRACT_CAGE_PRIV_H

#include "extract/cage.h"

#define CAGE_BYTES_MOST ((size_t)192 << 20) /* of an answer */

struct cage {
	enum sniff_format format;
	long seconds;
	struct child child;
};

/* Finds the program that argv names, and starts it; the words of a refusal start with `name`. */
enum status cage_begin(struct cage *c, struct child_means *means, struct slice name, struct err *err)
	MUST_USE;

#endif
