/* SPDX-License-Identifier: ISC */
/*
 * Which words translate each other, learned from blocks that were paired by length and figures, to pair
 * them again and better (Moore, "Fast and Accurate Sentence Alignment of Bilingual Corpora", 2002).
 * Words of Han are pairs of characters; others are cut to their first letters.
 */
#ifndef DUAN_COMPARE_LEXICON_PRIV_H
#define DUAN_COMPARE_LEXICON_PRIV_H

#include "bead_priv.h"

/* Words of the blocks of one side. */
struct terms {
	VEC(uint32_t) words;
	VEC(size_t) start; /* of each block; and the end */
};
void terms_release(struct terms *t);
void terms_add(struct terms *t, const struct doc *d, size_t block);

/*
 * Adds to the features of both sides a token for each word whose translation is known: the same on both
 * sides.  Blocks of the terms are those of the features.
 */
void lexicon_add(const struct terms terms[SIDES], const struct beads *beads,
                 struct features features[SIDES]);

#endif
