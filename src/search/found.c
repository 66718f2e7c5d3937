/* SPDX-License-Identifier: ISC */
/*
 * What a search of the library has found: its order, and how it is marked.
 */
#include "config.h"

#include "search/lookup.h"

#include "lookup_priv.h"

#include <stdlib.h>
#include <string.h>

/* -------------------------------------------------------------------- ranks */

static int
by_place(const void *a, const void *b)
{
	const struct lookup_hit *x = a, *y = b;

	if (x->document != y->document)
		return x->document < y->document ? 1 : -1;
	return (x->block > y->block) - (x->block < y->block);
}

struct group {
	size_t first, n;
	int score;
	int64_t document;
};

static int
by_score(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return (x->document < y->document) - (x->document > y->document);
}

/* Hits of the same block, as the one that a symbol names, become one. */
static void
make_single(struct lookup *q)
{
	size_t n = 0;

	for (size_t i = 0; i < q->hits.n; i++) {
		struct lookup_hit *last = n > 0 ? &q->hits.v[n - 1] : NULL;
		const struct lookup_hit *h = &q->hits.v[i];

		if (!last || last->document != h->document || last->block != h->block)
			q->hits.v[n++] = *h;
		else {
			last->matches += h->matches;
			last->end = h->end > last->end ? h->end : last->end;
			last->score = h->score > last->score ? h->score : last->score;
		}
	}
	q->hits.n = n;
}

struct lookup_hits
lookup_found(struct lookup *q)
{
	VEC(struct group) groups = { 0 };
	struct lookup_hit *sorted;
	size_t n = 0;

	if (q->hits.n > 0)
		qsort(q->hits.v, q->hits.n, sizeof *q->hits.v, by_place);
	make_single(q);
	for (size_t i = 0; i < q->hits.n; i++) {
		const struct lookup_hit *h = &q->hits.v[i];
		struct group *g = groups.n > 0 ? &groups.v[groups.n - 1] : NULL;

		if (!g || g->document != h->document)
			VEC_PUSH(&groups, ((struct group){ i, 1, h->score, h->document }));
		else {
			g->n++;
			g->score = h->score > g->score ? h->score : g->score;
		}
	}
	if (groups.n > 0)
		qsort(groups.v, groups.n, sizeof *groups.v, by_score);
	sorted = mem_resize(NULL, (q->hits.n + 1) * sizeof *sorted);
	for (size_t i = 0; i < groups.n; i++)
		for (size_t k = 0; k < groups.v[i].n; k++) {
			sorted[n] = q->hits.v[groups.v[i].first + k];
			sorted[n++].of_document = groups.v[i].n;
		}
	VEC_RELEASE(&groups);
	if (n > 0)
		memcpy(q->hits.v, sorted, n * sizeof *sorted);
	free(sorted);
	return (struct lookup_hits){ q->hits.v, q->hits.n, q->is_capped };
}

struct slice
lookup_sounds(const struct lookup *q)
{
	return buf_slice(&q->sounds);
}

struct find *
lookup_find(const struct lookup *q)
{
	struct find *find = NULL;

	if (!q->near)
		query_find(q->sounding ? q->sounding : q->query, &find);
	return find;
}

bool
lookup_is_near(const struct lookup *q)
{
	return q->near && q->hits.n > 0;
}

bool
lookup_is_out_of_step(const struct lookup *q)
{
	return q->is_out_of_step;
}

size_t
lookup_marks(struct lookup *q, struct slice text, struct find_span *out, size_t max)
{
	struct near_match m;

	if (q->near && max > 0) {
		if (!near_match(q->near, text, &m))
			return 0;
		*out = m.span;
		return 1;
	}
	return query_marks(q->sounding ? q->sounding : q->query, text, out, max);
}
