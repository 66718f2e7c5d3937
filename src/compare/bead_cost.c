/* SPDX-License-Identifier: ISC */
/*
 * What it costs to say that a few blocks go with a few others: negative logarithms of likelihoods.
 */
#include "config.h"

#include "bead_cost_priv.h"

#define VARIANCE 7.0       /* of the length, a letter of the mean: Gale and Church have 6.8 */
#define VARIANCE_LEAST 60.0
#define SHARED_GAIN 0.9
#define FIGURE_LOSS 0.25
#define LOST_MOST 16.0

static double
length_cost(double left, double right)
{
	double variance = VARIANCE * (left + right) / 2 + VARIANCE_LEAST;
	double cost = (left - right) * (left - right) / variance / 2;

	/* Far out the normal distribution is too sure of itself. */
	return cost < 12 ? cost : 12 + (cost - 12) / 2;
}

/* Labels that read the same, or should and do not. */
static double
label_cost(const struct run *run, const struct feature *left, const struct feature *right)
{
	if (run->is_numbered && left->has_label != right->has_label)
		return 9;
	if (left->label == 0 || right->label == 0)
		return 0;
	return left->label == right->label ? -2 : 2;
}

static bool
is_apart(enum block_kind kind)
{
	return kind == BLOCK_HEADING || kind == BLOCK_TITLE || kind == BLOCK_TABLE ||
	       kind == BLOCK_CONTENTS;
}

static double
kind_cost(const struct feature *left, const struct feature *right)
{
	if (left->kind == right->kind)
		return is_apart(left->kind) ? -0.5 : 0;
	return left->kind == BLOCK_TABLE || right->kind == BLOCK_TABLE ? 4
	       : is_apart(left->kind) || is_apart(right->kind)         ? 1
	                                                               : 0.3;
}

static double
ending_cost(const struct feature *left, const struct feature *right)
{
	if (left->ending == right->ending)
		return left->ending == ENDING_COLON ? -1 : -0.3;
	return left->ending == ENDING_COLON || right->ending == ENDING_COLON ? 1.5 : 1;
}

/* Several blocks of one side as one: not what has a label or stands alone. */
static double
joint_cost(const struct run *run, enum side side, size_t start, size_t n)
{
	double cost = 0;

	for (size_t i = start; i + 1 < start + n; i++) {
		const struct feature *e = bead_feature(run, side, i), *next = bead_feature(run, side, i + 1);

		if (is_apart(e->kind) != is_apart(next->kind))
			cost += 1;
		if ((e->kind == BLOCK_TABLE) != (next->kind == BLOCK_TABLE))
			cost += 3;
		if (next->has_label)
			cost += 2;
		if (e->ending == ENDING_FULL)
			cost += 0.4;
	}
	return cost;
}

static double
of_last(const double *sums, size_t i, size_t n)
{
	return sums[i] - sums[i - n];
}

static double
smaller(double a, double b)
{
	return a < b ? a : b;
}

static double
token_cost(const struct bead_table *t, size_t i, size_t j, const struct bead_shape *s)
{
	size_t n = s->n[SIDE_LEFT], m = s->n[SIDE_RIGHT];
	double shared = 0, lost;

	for (size_t a = 0; a < n; a++)
		for (size_t b = 0; b < m; b++)
			if (bead_has_cell(t, i - a, j - b))
				shared += (double)t->shared[bead_cell(t, i - a, j - b)];
	/* What one block has once is not found again in each of those opposite. */
	shared = smaller(shared, smaller(of_last(t->weight[SIDE_LEFT], i, n),
	                                 of_last(t->weight[SIDE_RIGHT], j, m)));
	lost = of_last(t->figures[SIDE_LEFT], i, n) + of_last(t->figures[SIDE_RIGHT], j, m) - 2 * shared;
	return (lost > 0 ? FIGURE_LOSS * smaller(lost, LOST_MOST) : 0) - SHARED_GAIN * shared;
}

double
bead_cost(const struct bead_table *t, size_t i, size_t j, const struct bead_shape *s)
{
	const struct run *run = t->run;
	size_t a = s->n[SIDE_LEFT], b = s->n[SIDE_RIGHT];
	double left = of_last(t->before[SIDE_LEFT], i, a) * run->ratio;
	double right = of_last(t->before[SIDE_RIGHT], j, b);
	double gap = (left + right) / 100;

	if (a == 0 || b == 0)
		return s->cost + (gap < 3 ? gap : 3);
	return s->cost + length_cost(left, right) + token_cost(t, i, j, s) +
	       label_cost(run, bead_feature(run, SIDE_LEFT, i - a), bead_feature(run, SIDE_RIGHT, j - b)) +
	       kind_cost(bead_feature(run, SIDE_LEFT, i - a), bead_feature(run, SIDE_RIGHT, j - b)) +
	       ending_cost(bead_feature(run, SIDE_LEFT, i - 1), bead_feature(run, SIDE_RIGHT, j - 1)) +
	       joint_cost(run, SIDE_LEFT, i - a, a) + joint_cost(run, SIDE_RIGHT, j - b, b);
}
