/* SPDX-License-Identifier: ISC */
/*
 * Two versions of a text in one language: a draft and its revision.
 *
 * Blocks with the same words belong together, then those that share most of their shingles, rare ones
 * counting more.  The heaviest sequence of pairs that keeps its order is the text; other pairs were
 * moved.  Numbers are no key: paragraphs are renumbered.  Deterministic; time grows with the text.
 */
#ifndef DUAN_COMPARE_VERSION_H
#define DUAN_COMPARE_VERSION_H

#include "compare/alignment.h"

/* Fills `out`, which must be empty.  All relations but PAIR_COUNTERPART. */
void version_align(struct part left, struct part right, struct alignment *out);

/* What became of a numbered place: "#para_3", "!annex_1#para_3"; either is empty if there is none. */
struct renumbering {
	struct slice from, to;
};
/* Every block with an eId, in the order of rows; the slices live in the arena.  Gives how many. */
size_t version_renumbering(const struct alignment *a, struct arena *arena, struct renumbering **out);

#endif
