/* SPDX-License-Identifier: ISC */
/*
 * The heaviest sequence of links in which both ends go forward.
 */
#ifndef DUAN_COMPARE_CHAIN_PRIV_H
#define DUAN_COMPARE_CHAIN_PRIV_H

#include <stdbool.h>
#include <stddef.h>

struct link_weight {
	size_t left, right;
	double weight; /* above 0 */
	bool is_chosen;
};

/*
 * Sorts the links by left, then right, and marks the chosen ones: no end is chosen twice.  `n_right`
 * is above every right end.  O(n log n).
 */
void chain_choose(struct link_weight *links, size_t n, size_t n_right);

#endif
