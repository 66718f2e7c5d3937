/* SPDX-License-Identifier: ISC */
/*
 * The method of Hypothesis' client, to compare with: exact quotation nearest to the old surroundings, else
 * the most similar passage with at most half of its characters wrong (match-quote.ts).
 */
#ifndef DUAN_SURVIVAL_HYPOTHESIS_H
#define DUAN_SURVIVAL_HYPOTHESIS_H

#include "annotation/flat.h"

struct hypothesis {
	const struct flat *old, *now;
};
/* Characters `from` to `to` of the old text in the new one; false if they are not found. */
bool hypothesis_find(struct hypothesis h, size_t from, size_t to, size_t *start, size_t *end);

#endif
