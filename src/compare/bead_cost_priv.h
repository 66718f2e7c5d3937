/* SPDX-License-Identifier: ISC */
/*
 * The table of costs that bead.c fills, and what a bead in it costs.
 */
#ifndef DUAN_COMPARE_BEAD_COST_PRIV_H
#define DUAN_COMPARE_BEAD_COST_PRIV_H

#include "bead_priv.h"

struct bead_shape {
	size_t n[SIDES];
	double cost;
};

struct bead_row {
	size_t lo, hi; /* cells of the row: right ends from lo to hi */
	size_t at;     /* of the cell `lo` */
};

struct bead_table {
	const struct run *run;
	size_t n[SIDES];
	size_t n_shapes;
	struct bead_row *rows;      /* n[left] + 1 */
	float *cost;
	unsigned char *shape;
	float *shared;         /* of left block i - 1 and right block j - 1 */
	double *before[SIDES];  /* letters before each block */
	double *weight[SIDES];  /* of the tokens before each block */
	double *figures[SIDES]; /* of the figures */
};

static inline const struct feature *
bead_feature(const struct run *run, enum side side, size_t i)
{
	return &run->side[side]->list.v[run->start[side] + i];
}

static inline bool
bead_has_cell(const struct bead_table *t, size_t i, size_t j)
{
	return j >= t->rows[i].lo && j <= t->rows[i].hi;
}

static inline size_t
bead_cell(const struct bead_table *t, size_t i, size_t j)
{
	return t->rows[i].at + (j - t->rows[i].lo);
}

/* A bead that ends before left block i and right block j. */
double bead_cost(const struct bead_table *t, size_t i, size_t j, const struct bead_shape *s);

#endif
