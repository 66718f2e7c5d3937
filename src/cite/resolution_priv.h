/* SPDX-License-Identifier: ISC */
/*
 * A resolution or decision met in the text, ready to be cited.
 */
#ifndef DUAN_CITE_RESOLUTION_PRIV_H
#define DUAN_CITE_RESOLUTION_PRIV_H

#include "parse_priv.h"

struct mention {
	struct number number;
	enum organ_id organ;
	enum word noun; /* WORD_RESOLUTION or WORD_DECISION */
	size_t first_atom, end_atom;
	size_t start, end; /* places in the window */
	const char *evidence;
};

/* False if the organ has no such thing. */
bool resolution_add(struct parse *p, const struct mention *m);

#endif
