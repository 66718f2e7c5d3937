/* SPDX-License-Identifier: ISC */
/*
 * Beads: how few blocks of one language go with few of the other, over a run of both.
 */
#ifndef DUAN_COMPARE_BEAD_PRIV_H
#define DUAN_COMPARE_BEAD_PRIV_H

#include "feature_priv.h"

#define BEAD_MOST 16 /* blocks of a side: lines of a preamble that the import took for one paragraph */

struct bead {
	size_t start[SIDES], n[SIDES]; /* in the features; n 0: a gap */
};
struct beads {
	VEC(struct bead) list;
};

/* A run of both sides, in the features. */
struct run {
	const struct features *side[SIDES];
	size_t start[SIDES], end[SIDES];
	double ratio;       /* what a letter of the left side is on the right */
	bool is_together;   /* the first blocks are known to belong in one bead */
	bool is_numbered;   /* and both are numbered: here both sides number their paragraphs */
};

/* Appends the beads of the run, in order. */
void bead_align(const struct run *run, struct beads *out);

#endif
