/* SPDX-License-Identifier: ISC */
/*
 * Text that was typed, looked for as searchfold.h compares.
 */
#ifndef DUAN_SEARCH_FIND_PRIV_H
#define DUAN_SEARCH_FIND_PRIV_H

#include "search/find.h"
#include "text/searchfold.h"

#define NEEDLE_SIEVES 6
#define NEEDLE_VARIANTS 8

/* A character of the needle that every match contains, in all its forms. */
struct sieve {
	char form[NEEDLE_VARIANTS][4];
	size_t len[NEEDLE_VARIANTS];
	size_t n;
};

struct needle {
	struct buf folded;
	struct sieve sieve[NEEDLE_SIEVES]; /* the one that held back last goes first */
	size_t n_sieves;
	struct buf plain;         /* a part of the text, folded */
	struct searchfold window; /* the same, when there is a match in it */
};
void needle_init(struct needle *n, struct slice typed);
void needle_release(struct needle *n);
size_t needle_find(struct needle *n, struct slice text, size_t from, struct find_span *out,
                   size_t max);

#endif
