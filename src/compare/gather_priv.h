/* SPDX-License-Identifier: ISC */
/*
 * Pairs become an alignment: what is in none becomes a gap, and rows are put in order.
 */
#ifndef DUAN_COMPARE_GATHER_PRIV_H
#define DUAN_COMPARE_GATHER_PRIV_H

#include "compare/alignment.h"

struct gather {
	struct alignment *out;
	VEC(struct pair) pairs;
};

void gather_start(struct gather *g, struct part left, struct part right, struct alignment *out);
/* The block numbers are copied; both sides have some. */
void gather_pair(struct gather *g, const size_t *left, size_t n_left, const size_t *right,
                 size_t n_right, enum pair_relation relation, bool is_moved);
/* Nobody has named the block yet. */
bool gather_is_free(const struct gather *g, enum side side, size_t block);
void gather_finish(struct gather *g);

#endif
