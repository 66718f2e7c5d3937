/* SPDX-License-Identifier: ISC */
/*
 * What changed between two texts, word by word; Han by grapheme.  Myers, "An O(ND) Difference
 * Algorithm and Its Variations" (1986).  Single characters kept between changes are given up: a
 * person reads a change, not an edit script.
 */
#ifndef DUAN_COMPARE_CHANGE_H
#define DUAN_COMPARE_CHANGE_H

#include "base/vec.h"
#include "base/slice.h"

/* A stretch of both texts, in bytes.  Kept ones have the same words on both sides. */
struct change {
	size_t start[2], end[2];
	bool is_kept;
};
/* In order, without holes; kept and changed ones take turns.  Zeroes are empty. */
struct changes {
	VEC(struct change) list; /* owned */
};
void changes_release(struct changes *c);
/* Replaces the list.  Blanks that came or went between the same words are no change. */
void changes_make(struct changes *c, struct slice left, struct slice right);

#endif
