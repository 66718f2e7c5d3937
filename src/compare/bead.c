/* SPDX-License-Identifier: ISC */
/*
 * Dynamic programming over a band.  Its middle goes through pairs that share what nothing else has;
 * short runs are looked at whole.
 */
#include "config.h"

#include "bead_cost_priv.h"
#include "chain_priv.h"

#include <string.h>

#define WHOLE_MOST 250     /* blocks: runs up to here need no band */
#define BAND 60            /* blocks to either side */
#define BAND_SHAPES 10     /* beads of up to four blocks of a side */
#define SELDOM 6
#define FAR 1e30f
#define SHAPES (4 + 2 * (BEAD_MOST - 1))

/* How often each occurs; the import of hard wraps tears and joins more than a translator does. */
static struct bead_shape
shape_at(size_t k)
{
	static const struct bead_shape common[] = {
		{ { 1, 1 }, 0.1 }, { { 1, 0 }, 5.0 }, { { 0, 1 }, 5.0 }, { { 2, 2 }, 6.0 }
	};
	size_t n = k / 2;
	double cost = 2.6 + 0.6 * (double)(n - 2);

	if (k < 4)
		return common[k];
	return k % 2 ? (struct bead_shape){ { 1, n }, cost } : (struct bead_shape){ { n, 1 }, cost };
}

struct posting {
	uint32_t hash;
	enum side side;
	uint32_t block;
	float weight;
};

static int
by_hash(const void *a, const void *b)
{
	const struct posting *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	if (x->side != y->side)
		return x->side < y->side ? -1 : 1;
	return (x->block > y->block) - (x->block < y->block);
}

static struct posting *
list_postings(const struct run *run, size_t *n)
{
	VEC(struct posting) list = { 0 };

	for (enum side side = SIDE_LEFT; side <= SIDE_RIGHT; side++)
		for (size_t i = run->start[side]; i < run->end[side]; i++) {
			const struct feature *e = &run->side[side]->list.v[i];

			for (size_t k = e->token; k < e->token + e->n_tokens; k++) {
				const struct token *t = &run->side[side]->tokens.v[k];

				if (t->weight > 0)
					VEC_PUSH(&list, ((struct posting){ t->hash, side,
					                 (uint32_t)(i - run->start[side]), t->weight }));
			}
		}
	if (list.n > 0)
		qsort(list.v, list.n, sizeof *list.v, by_hash);
	*n = list.n;
	return list.v;
}

/* The postings of one token: where the right ones start, and where they all end. */
static size_t
group_end(const struct posting *v, size_t n, size_t start, size_t *right)
{
	size_t end = start;

	while (end < n && v[end].hash == v[start].hash && v[end].side == SIDE_LEFT)
		end++;
	*right = end;
	while (end < n && v[end].hash == v[start].hash)
		end++;
	return end;
}

/* Rows only move forward, and so does the first of the right ones that a row can reach. */
static void
share(struct bead_table *t, const struct posting *v, size_t n)
{
	for (size_t start = 0, end, right; start < n; start = end) {
		size_t first;

		end = group_end(v, n, start, &right);
		first = right;
		for (size_t i = start; i < right; i++) {
			size_t row = v[i].block + 1;

			while (first < end && v[first].block + 1 < t->rows[row].lo)
				first++;
			for (size_t j = first; j < end && bead_has_cell(t, row, v[j].block + 1); j++)
				t->shared[bead_cell(t, row, v[j].block + 1)] += v[i].weight;
		}
	}
}

/* Pairs that share a token which both sides have equally often, and seldom: as a way through the run. */
static size_t
find_way(const struct posting *v, size_t n, size_t n_right, struct link_weight *way)
{
	size_t n_way = 0, n_chosen = 0;

	for (size_t start = 0, end, right; start < n; start = end) {
		end = group_end(v, n, start, &right);
		for (size_t k = 0; right - start == end - right && right - start <= SELDOM && start + k < right;
		     k++)
			way[n_way++] = (struct link_weight){ v[start + k].block, v[right + k].block,
				                             (double)v[start].weight, false };
	}
	chain_choose(way, n_way, n_right);
	for (size_t i = 0; i < n_way; i++)
		if (way[i].is_chosen)
			way[n_chosen++] = way[i];
	return n_chosen;
}

/* The column that row i should be near: on the line between the pairs before and behind. */
static size_t
middle(const struct bead_table *t, const struct link_weight *way, size_t n_way, size_t i, size_t *next)
{
	size_t from[SIDES] = { 0, 0 }, to[SIDES] = { t->n[SIDE_LEFT], t->n[SIDE_RIGHT] };

	while (*next < n_way && way[*next].left <= i)
		++*next;
	if (*next > 0) {
		from[SIDE_LEFT] = way[*next - 1].left;
		from[SIDE_RIGHT] = way[*next - 1].right;
	}
	if (*next < n_way) {
		to[SIDE_LEFT] = way[*next].left;
		to[SIDE_RIGHT] = way[*next].right;
	}
	if (to[SIDE_LEFT] == from[SIDE_LEFT])
		return to[SIDE_RIGHT];
	return from[SIDE_RIGHT] + (i - from[SIDE_LEFT]) * (to[SIDE_RIGHT] - from[SIDE_RIGHT]) /
	                                  (to[SIDE_LEFT] - from[SIDE_LEFT]);
}

/* Each row overlaps the one before it, so that there is always a way to the end. */
static size_t
lay_rows(struct bead_table *t, const struct posting *v, size_t n_postings)
{
	struct link_weight *way = mem_resize(NULL, (n_postings + 1) * sizeof *way);
	size_t n = t->n[SIDE_LEFT], m = t->n[SIDE_RIGHT], at = 0, next = 0;
	bool is_whole = n <= WHOLE_MOST && m <= WHOLE_MOST;
	size_t n_way = is_whole ? 0 : find_way(v, n_postings, m, way);

	t->n_shapes = is_whole ? SHAPES : BAND_SHAPES;
	for (size_t i = 0; i <= n; i++) {
		size_t mid = middle(t, way, n_way, i, &next);
		struct bead_row *r = &t->rows[i];

		r->lo = is_whole || mid < BAND || i <= 2 ? 0 : mid - BAND;
		r->hi = is_whole || mid + BAND > m || i == n ? m : mid + BAND;
		if (i > 0 && r->lo > t->rows[i - 1].hi)
			r->lo = t->rows[i - 1].hi;
		if (i > 0 && r->lo < t->rows[i - 1].lo)
			r->lo = t->rows[i - 1].lo;
		if (i > 0 && r->hi < t->rows[i - 1].hi)
			r->hi = t->rows[i - 1].hi;
		r->at = at;
		at += r->hi - r->lo + 1;
	}
	free(way);
	return at;
}

static void
sum_up(struct bead_table *t, enum side side)
{
	const struct features *f = t->run->side[side];
	size_t n = t->n[side], size = (n + 1) * sizeof(double);

	t->before[side] = mem_resize(NULL, size);
	t->weight[side] = mem_resize(NULL, size);
	t->figures[side] = mem_resize(NULL, size);
	t->before[side][0] = t->weight[side][0] = t->figures[side][0] = 0;
	for (size_t i = 0; i < n; i++) {
		const struct feature *e = bead_feature(t->run, side, i);
		double weight = 0;

		for (size_t k = e->token; k < e->token + e->n_tokens; k++)
			weight += (double)f->tokens.v[k].weight;
		t->before[side][i + 1] = t->before[side][i] + e->len;
		t->weight[side][i + 1] = t->weight[side][i] + weight;
		t->figures[side][i + 1] = t->figures[side][i] + e->figures;
	}
}

static void
fill_cell(struct bead_table *t, size_t i, size_t j)
{
	float best = FAR;
	size_t at = bead_cell(t, i, j);

	for (size_t k = 0; k < t->n_shapes; k++) {
		struct bead_shape s = shape_at(k);
		size_t a = s.n[SIDE_LEFT], b = s.n[SIDE_RIGHT];
		bool is_first = i == a && j == b;
		float cost;

		if (a > i || b > j || !bead_has_cell(t, i - a, j - b) ||
		    (is_first && t->run->is_together && (a == 0 || b == 0)))
			continue;
		cost = t->cost[bead_cell(t, i - a, j - b)];
		if (cost >= FAR)
			continue;
		cost += (float)bead_cost(t, i, j, &s);
		if (cost < best) {
			best = cost;
			t->shape[at] = (unsigned char)k;
		}
	}
	t->cost[at] = best;
}

static void
walk_back(const struct bead_table *t, struct beads *out)
{
	size_t i = t->n[SIDE_LEFT], j = t->n[SIDE_RIGHT], first = out->list.n;

	while (i + j > 0) {
		struct bead_shape s = shape_at(t->shape[bead_cell(t, i, j)]);

		i -= s.n[SIDE_LEFT];
		j -= s.n[SIDE_RIGHT];
		VEC_PUSH(&out->list, ((struct bead){ { t->run->start[SIDE_LEFT] + i,
		                                       t->run->start[SIDE_RIGHT] + j },
		                                     { s.n[SIDE_LEFT], s.n[SIDE_RIGHT] } }));
	}
	for (size_t a = first, b = out->list.n; a + 1 < b; a++) {
		struct bead swap = out->list.v[a];

		out->list.v[a] = out->list.v[--b];
		out->list.v[b] = swap;
	}
}

void
bead_align(const struct run *run, struct beads *out)
{
	struct bead_table t = { .run = run,
		           .n = { run->end[SIDE_LEFT] - run->start[SIDE_LEFT],
		                  run->end[SIDE_RIGHT] - run->start[SIDE_RIGHT] } };
	size_t n_postings, n_cells;
	struct posting *postings = list_postings(run, &n_postings);

	t.rows = mem_resize(NULL, (t.n[SIDE_LEFT] + 1) * sizeof *t.rows);
	n_cells = lay_rows(&t, postings, n_postings);
	t.cost = mem_resize(NULL, n_cells * sizeof *t.cost);
	t.shape = mem_resize(NULL, n_cells);
	t.shared = mem_resize(NULL, n_cells * sizeof *t.shared);
	memset(t.shared, 0, n_cells * sizeof *t.shared);
	for (enum side side = SIDE_LEFT; side <= SIDE_RIGHT; side++)
		sum_up(&t, side);
	share(&t, postings, n_postings);
	for (size_t i = 0; i <= t.n[SIDE_LEFT]; i++)
		for (size_t j = t.rows[i].lo; j <= t.rows[i].hi; j++)
			if (i + j > 0)
				fill_cell(&t, i, j);
			else
				t.cost[0] = 0;
	walk_back(&t, out);
	free(postings);
	free(t.rows);
	free(t.cost);
	free(t.shape);
	free(t.shared);
	for (int side = 0; side < SIDES; side++) {
		free(t.before[side]);
		free(t.weight[side]);
		free(t.figures[side]);
	}
}
