/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "chain_priv.h"

#include "base/err.h"
#include "base/slice.h"

#include <stdlib.h>

/* The best chain that ends at each right end or before it: a tree of prefix maxima (Fenwick 1994). */
struct best {
	double *weight;
	size_t *link; /* the last of that chain */
	size_t n;
};

static void
best_raise(struct best *b, size_t right, double weight, size_t link)
{
	for (size_t i = right + 1; i <= b->n; i += i & (~i + 1))
		if (weight > b->weight[i]) {
			b->weight[i] = weight;
			b->link[i] = link;
		}
}

/* Over all right ends below `right`. */
static size_t
best_below(const struct best *b, size_t right, double *weight)
{
	size_t link = SLICE_NONE;

	*weight = 0;
	for (size_t i = right; i > 0; i -= i & (~i + 1))
		if (b->link[i] != SLICE_NONE && b->weight[i] > *weight) {
			*weight = b->weight[i];
			link = b->link[i];
		}
	return link;
}

static int
by_ends(const void *a, const void *b)
{
	const struct link_weight *x = a, *y = b;

	if (x->left != y->left)
		return x->left < y->left ? -1 : 1;
	return (x->right > y->right) - (x->right < y->right);
}

static void
walk(struct link_weight *links, size_t n, struct best *best, size_t *before)
{
	double *total = mem_resize(NULL, (n + 1) * sizeof *total), most = 0;
	size_t last = SLICE_NONE;

	for (size_t start = 0, end; start < n; start = end) {
		/* Links of one left end do not follow each other: all are looked up, then all are put in. */
		for (end = start; end < n && links[end].left == links[start].left; end++) {
			before[end] = best_below(best, links[end].right, &total[end]);
			total[end] += links[end].weight;
			if (total[end] > most) {
				most = total[end];
				last = end;
			}
		}
		for (size_t i = start; i < end; i++)
			best_raise(best, links[i].right, total[i], i);
	}
	for (size_t i = last; i != SLICE_NONE; i = before[i])
		links[i].is_chosen = true;
	free(total);
}

void
chain_choose(struct link_weight *links, size_t n, size_t n_right)
{
	struct best best = { .n = n_right };
	size_t *before;

	if (n == 0)
		return;
	qsort(links, n, sizeof *links, by_ends);
	best.weight = mem_resize(NULL, (n_right + 1) * sizeof *best.weight);
	best.link = mem_resize(NULL, (n_right + 1) * sizeof *best.link);
	before = mem_resize(NULL, n * sizeof *before);
	for (size_t i = 0; i <= n_right; i++) {
		best.weight[i] = 0;
		best.link[i] = SLICE_NONE;
	}
	for (size_t i = 0; i < n; i++)
		links[i].is_chosen = false;
	walk(links, n, &best, before);
	free(best.weight);
	free(best.link);
	free(before);
}
