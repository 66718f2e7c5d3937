/* SPDX-License-Identifier: ISC */
/*
 * What a place within a document belongs to.
 */
#ifndef DUAN_CITE_LOCATOR_PRIV_H
#define DUAN_CITE_LOCATOR_PRIV_H

#include "sequence_priv.h"

enum locator_prefix {
	LOCATOR_BARE,
	LOCATOR_HERE,   /* 上文, "of the present report" */
	LOCATOR_BEFORE, /* 其中, 该报告: of the document cited before */
};

struct base {
	struct slice target;
	struct place place;     /* the place it stands in */
	struct anchor *anchor;  /* later locators go on from it */
	const char *evidence;
};

/* `treaty`: it can be a part of a treaty. */
struct base locator_base(struct parse *p, size_t i, enum locator_prefix prefix, bool treaty);

/* annex.c */
size_t annex_read(struct parse *p, size_t i);

#endif
