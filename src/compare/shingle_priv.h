/* SPDX-License-Identifier: ISC */
/*
 * Blocks as sets of shingles: short runs of characters, blind to blanks, case and width.  Those that
 * few blocks have say most about which blocks belong together.
 */
#ifndef DUAN_COMPARE_SHINGLE_PRIV_H
#define DUAN_COMPARE_SHINGLE_PRIV_H

#include "compare/alignment.h"

/* A block of one side. */
struct sheet {
	size_t block;
	enum block_kind kind;
	uint64_t hash;     /* of its words without blanks; of the label if it has no words */
	uint32_t label;    /* hash of the label; 0 if none */
	size_t letters;
	uint32_t first, n; /* its shingles */
	double weight;     /* of them all */
};

struct shingles {
	VEC(struct sheet) sheets[SIDES];
	VEC(uint32_t) grams[SIDES]; /* of each sheet; once indexed by number, ascending */
	double *weight;             /* by number; those that too many have weigh nothing */
	uint32_t *start;            /* by number: where its sheets on the right start; n_grams + 1 */
	uint32_t *right;            /* sheets on the right */
	size_t n_grams;
};

void shingles_release(struct shingles *s);
void shingles_add(struct shingles *s, enum side side, const struct doc *d, size_t block);
/* Once both sides are complete. */
void shingles_index(struct shingles *s);

/* Two sheets and what they share. */
struct likeness {
	size_t sheet[SIDES];
	double shared; /* weight */
};
/* Those that share enough to be the same text, or one to be part of the other; by left sheet, the best
 * of each.  Owned by the caller. */
struct likenesses {
	VEC(struct likeness) list;
};
void shingles_compare(const struct shingles *s, struct likenesses *out);
/* From 0 to 1: what is shared of all that either has. */
double shingles_score(const struct shingles *s, const struct likeness *l);
/* Of the weight of `piece`, the share that is in `whole` and not in any of `others`, sheets of the
 * piece's side. */
double shingles_gain(const struct shingles *s, enum side side, size_t piece, size_t whole,
                     const size_t *others, size_t n_others);

#endif
