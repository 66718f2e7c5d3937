/* SPDX-License-Identifier: ISC */
/*
 * A document beside itself in another language.
 *
 * Blocks with the same eId belong together (paragraphs are numbered so that references hold in all
 * languages, domain.md, H).  What stands between two of them is paired by length (Gale and Church,
 * "A Program for Aligning Sentences in Bilingual Corpora", 1993), by the figures and Latin words that
 * a translation keeps, and by how the blocks end; then once more, with the words that the first pass
 * shows to be translations of each other.  Deterministic; time and memory grow with the number of blocks.
 */
#ifndef DUAN_COMPARE_PARALLEL_H
#define DUAN_COMPARE_PARALLEL_H

#include "compare/alignment.h"

/* Fills `out`, which must be empty.  Relations are PAIR_COUNTERPART, PAIR_DELETED, PAIR_INSERTED. */
void parallel_align(struct part left, struct part right, struct alignment *out);

#endif
