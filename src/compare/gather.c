/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "gather_priv.h"

#include <assert.h>
#include <string.h>

static size_t *
new_table(struct arena *arena, size_t n)
{
	size_t *table = ARENA_ARRAY(arena, n, size_t);

	for (size_t i = 0; i < n; i++)
		table[i] = SLICE_NONE;
	return table;
}

void
gather_start(struct gather *g, struct part left, struct part right, struct alignment *out)
{
	*g = (struct gather){ .out = out };
	*out = (struct alignment){ .part = { left, right } };
	for (int side = 0; side < SIDES; side++) {
		size_t n = out->part[side].end - out->part[side].start;

		out->pair_of[side] = new_table(&out->arena, n);
		out->row_of[side] = new_table(&out->arena, n);
	}
}

static size_t *
slot(size_t *const table[SIDES], const struct alignment *a, enum side side, size_t block)
{
	assert(block >= a->part[side].start && block < a->part[side].end);
	return &table[side][block - a->part[side].start];
}

bool
gather_is_free(const struct gather *g, enum side side, size_t block)
{
	return *slot(g->out->pair_of, g->out, side, block) == SLICE_NONE;
}

static const struct block *
first_block(const struct alignment *a, const struct pair *p, enum side side)
{
	return doc_block(a->part[side].doc, p->block[side][0]);
}

/* Copied: a block of a large document is valid for a while only. */
static bool
has_other_eid(struct alignment *a, const struct pair *p)
{
	const struct block *left = first_block(a, p, SIDE_LEFT);
	struct slice id = arena_copy(&a->arena, left->id);
	struct slice component = arena_copy(&a->arena, left->component);
	const struct block *right = first_block(a, p, SIDE_RIGHT);

	return id.len > 0 && right->id.len > 0 && !slice_starts(id, "hdg_") &&
	       !slice_starts(right->id, "hdg_") &&
	       !(slice_eq(id, right->id) && slice_eq(component, right->component));
}

static void
add(struct gather *g, struct pair p)
{
	struct alignment *a = g->out;

	for (int side = 0; side < SIDES; side++) {
		size_t *copy = ARENA_ARRAY(&a->arena, p.n[side], size_t);

		for (size_t i = 0; i < p.n[side]; i++) {
			assert(gather_is_free(g, side, p.block[side][i]));
			*slot(a->pair_of, a, side, p.block[side][i]) = g->pairs.n;
			copy[i] = p.block[side][i];
		}
		p.block[side] = copy;
	}
	VEC_PUSH(&g->pairs, p);
}

void
gather_pair(struct gather *g, const size_t *left, size_t n_left, const size_t *right, size_t n_right,
            enum pair_relation relation, bool is_moved)
{
	struct pair p = { .block = { left, right },
		          .n = { n_left, n_right },
		          .relation = relation,
		          .is_moved = is_moved };

	p.is_renumbered = has_other_eid(g->out, &p);
	add(g, p);
}

static void
add_gaps(struct gather *g, enum side side)
{
	const struct part *part = &g->out->part[side];

	for (size_t block = part->start; block < part->end; block++) {
		struct pair p = { .relation = side == SIDE_LEFT ? PAIR_DELETED : PAIR_INSERTED };

		if (!gather_is_free(g, side, block))
			continue;
		p.block[side] = &block;
		p.n[side] = 1;
		add(g, p);
	}
}

static void
add_row(struct gather *g, size_t pair, bool left, bool right)
{
	struct alignment *a = g->out;
	const struct pair *p = &g->pairs.v[pair];
	bool has[SIDES] = { left, right };

	for (int side = 0; side < SIDES; side++)
		for (size_t i = 0; has[side] && i < p->n[side]; i++)
			*slot(a->row_of, a, side, p->block[side][i]) = a->n_rows;
	a->rows[a->n_rows++] = (struct alignment_row){ pair, { left, right } };
}

/* The right side alone, as far as `end`: what was inserted, and what was moved to here. */
static size_t
add_right(struct gather *g, size_t from, size_t end)
{
	struct alignment *a = g->out;

	for (; from < end; from++) {
		size_t pair = *slot(a->pair_of, a, SIDE_RIGHT, from);
		const struct pair *p = &g->pairs.v[pair];

		if ((p->n[SIDE_LEFT] == 0 || p->is_moved) && p->block[SIDE_RIGHT][0] == from)
			add_row(g, pair, false, true);
	}
	return from;
}

/* Notes stand at the foot of pages: their order says nothing about the text. */
static bool
keeps_order(const struct alignment *a, const struct pair *p)
{
	return first_block(a, p, SIDE_RIGHT)->kind != BLOCK_FOOTNOTE;
}

static void
add_rows(struct gather *g)
{
	struct alignment *a = g->out;
	const struct part *left = &a->part[SIDE_LEFT], *right = &a->part[SIDE_RIGHT];
	size_t from = right->start;

	a->rows = ARENA_ARRAY(&a->arena, g->pairs.n * 2, struct alignment_row);
	for (size_t block = left->start; block < left->end; block++) {
		size_t pair = *slot(a->pair_of, a, SIDE_LEFT, block);
		const struct pair *p = &g->pairs.v[pair];

		if (p->block[SIDE_LEFT][0] != block)
			continue;
		if (p->n[SIDE_RIGHT] == 0 || p->is_moved) {
			add_row(g, pair, true, false);
			continue;
		}
		if (p->block[SIDE_RIGHT][0] > from && keeps_order(a, p))
			from = add_right(g, from, p->block[SIDE_RIGHT][0]);
		add_row(g, pair, true, true);
	}
	add_right(g, from, right->end);
}

/* Pairs by row; a moved one has two and goes with the second of them. */
static void
order_pairs(struct gather *g)
{
	struct alignment *a = g->out;
	size_t *place = ARENA_ARRAY(&a->arena, g->pairs.n, size_t);

	a->v = ARENA_ARRAY(&a->arena, g->pairs.n, struct pair);
	for (size_t row = 0; row < a->n_rows; row++) {
		const struct alignment_row *r = &a->rows[row];
		const struct pair *p = &g->pairs.v[r->pair];

		if (p->is_moved && !r->has[SIDE_RIGHT])
			continue;
		place[r->pair] = a->n;
		a->v[a->n++] = *p;
	}
	for (size_t row = 0; row < a->n_rows; row++)
		a->rows[row].pair = place[a->rows[row].pair];
	for (int side = 0; side < SIDES; side++)
		for (size_t i = 0; i < a->part[side].end - a->part[side].start; i++)
			a->pair_of[side][i] = place[a->pair_of[side][i]];
}

void
gather_finish(struct gather *g)
{
	add_gaps(g, SIDE_LEFT);
	add_gaps(g, SIDE_RIGHT);
	add_rows(g);
	order_pairs(g);
	VEC_RELEASE(&g->pairs);
}
