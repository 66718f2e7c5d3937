/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "compare/parallel.h"

#include "base/err.h"
#include "base/map.h"
#include "bead_priv.h"
#include "chain_priv.h"
#include "gather_priv.h"
#include "lexicon_priv.h"

#include <stdlib.h>

/* Expected by the letters alone; a side that lacks an annex must not distort it. */
#define RATIO_LEAST 0.7
#define RATIO_MOST 1.5
/* The same number on blocks so unlike in length is an error of the import. */
#define UNLIKE 5.0
#define UNLIKE_LETTERS 150.0
/* Fewer pairs teach no words. */
#define LEARNED_LEAST 12

enum stream { STREAM_TEXT, STREAM_NOTES, STREAMS };

struct aligner {
	struct part part[SIDES];
	struct features text[SIDES];
	struct gather gather;
	double ratio;
};

static bool
is_of(const struct block *b, enum stream stream)
{
	return (b->kind == BLOCK_FOOTNOTE) == (stream == STREAM_NOTES);
}

static void
read_part(struct aligner *a, enum side side, enum stream stream)
{
	const struct part *part = &a->part[side];

	for (size_t i = part->start; i < part->end; i++)
		if (is_of(doc_block(part->doc, i), stream))
			features_add(&a->text[side], part->doc, i);
}

static double
letters(const struct features *f)
{
	double sum = 0;

	for (size_t i = 0; i < f->list.n; i++)
		sum += f->list.v[i].len;
	return sum;
}

static double
ratio_of(const struct features *left, const struct features *right)
{
	double sum = letters(left), ratio = sum > 0 ? letters(right) / sum : 1;

	return ratio < RATIO_LEAST ? RATIO_LEAST : ratio > RATIO_MOST ? RATIO_MOST : ratio;
}

static bool
is_unlike(const struct aligner *a, size_t left, size_t right)
{
	double x = a->text[SIDE_LEFT].list.v[left].len * a->ratio;
	double y = a->text[SIDE_RIGHT].list.v[right].len;
	double more = x > y ? x : y, less = x > y ? y : x;

	return more > UNLIKE_LETTERS && more > UNLIKE * less;
}

/* A counter of headings without a number is no name. */
static bool
has_name(const struct block *b)
{
	return b->id.len > 0 && !slice_starts(b->id, "hdg_");
}

static struct slice
name_of(const struct block *b, struct arena *arena)
{
	return arena_printf(arena, "%.*s!%.*s", SLICE_ARG(b->component), SLICE_ARG(b->id));
}

/* Where on the left a name stands, from 1. */
static void
index_names(const struct aligner *a, struct map *names, struct arena *arena)
{
	const struct features *left = &a->text[SIDE_LEFT];

	for (size_t i = 0; i < left->list.n; i++) {
		const struct block *b = doc_block(a->part[SIDE_LEFT].doc, left->list.v[i].block);

		if (has_name(b))
			*map_at(names, name_of(b, arena)) = (long)i + 1;
	}
}

/* Blocks of the same name; those that keep the order are chosen. */
static struct link_weight *
find_anchors(const struct aligner *a, size_t *n)
{
	const struct features *right = &a->text[SIDE_RIGHT];
	struct link_weight *links = mem_resize(NULL, (right->list.n + 1) * sizeof *links);
	struct arena arena = { 0 };
	struct map names = { 0 };

	*n = 0;
	index_names(a, &names, &arena);
	for (size_t j = 0; j < right->list.n; j++) {
		const struct block *b = doc_block(a->part[SIDE_RIGHT].doc, right->list.v[j].block);
		const long *i = has_name(b) ? map_find(&names, name_of(b, &arena)) : NULL;

		if (i && !is_unlike(a, (size_t)*i - 1, j))
			links[(*n)++] = (struct link_weight){ (size_t)*i - 1, j, 1, false };
	}
	chain_choose(links, *n, right->list.n);
	map_release(&names);
	arena_release(&arena);
	return links;
}

static void
align_run(struct aligner *a, const size_t start[SIDES], const size_t end[SIDES], bool is_together,
          struct beads *beads)
{
	struct run run = { .side = { &a->text[SIDE_LEFT], &a->text[SIDE_RIGHT] },
		           .start = { start[0], start[1] },
		           .end = { end[0], end[1] },
		           .ratio = a->ratio,
		           .is_together = is_together };

	if (end[SIDE_LEFT] == start[SIDE_LEFT] || end[SIDE_RIGHT] == start[SIDE_RIGHT])
		return;
	run.is_numbered = is_together &&
	                  a->text[SIDE_LEFT].list.v[start[SIDE_LEFT]].kind == BLOCK_PARAGRAPH &&
	                  a->text[SIDE_RIGHT].list.v[start[SIDE_RIGHT]].kind == BLOCK_PARAGRAPH;
	bead_align(&run, beads);
}

static void
add_bead(struct aligner *a, const struct bead *bead)
{
	size_t block[SIDES][BEAD_MOST];

	for (int side = 0; side < SIDES; side++)
		for (size_t i = 0; i < bead->n[side]; i++)
			block[side][i] = a->text[side].list.v[bead->start[side] + i].block;
	if (bead->n[SIDE_LEFT] > 0 && bead->n[SIDE_RIGHT] > 0)
		gather_pair(&a->gather, block[SIDE_LEFT], bead->n[SIDE_LEFT], block[SIDE_RIGHT],
		            bead->n[SIDE_RIGHT], PAIR_COUNTERPART, false);
}

/* Replies stand in the alphabetical order of each language, under the same names. */
static void
add_crossing(struct aligner *a, const struct link_weight *links, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t left = a->text[SIDE_LEFT].list.v[links[i].left].block;
		size_t right = a->text[SIDE_RIGHT].list.v[links[i].right].block;

		if (!links[i].is_chosen && gather_is_free(&a->gather, SIDE_LEFT, left) &&
		    gather_is_free(&a->gather, SIDE_RIGHT, right))
			gather_pair(&a->gather, &left, 1, &right, 1, PAIR_COUNTERPART, true);
	}
}

static void
find_beads(struct aligner *a, const struct link_weight *links, size_t n_links, struct beads *beads)
{
	size_t start[SIDES] = { 0, 0 }, end[SIDES];
	bool is_together = false;

	for (size_t i = 0; i < n_links; i++) {
		if (!links[i].is_chosen)
			continue;
		end[SIDE_LEFT] = links[i].left;
		end[SIDE_RIGHT] = links[i].right;
		align_run(a, start, end, is_together, beads);
		start[SIDE_LEFT] = links[i].left;
		start[SIDE_RIGHT] = links[i].right;
		is_together = true;
	}
	end[SIDE_LEFT] = a->text[SIDE_LEFT].list.n;
	end[SIDE_RIGHT] = a->text[SIDE_RIGHT].list.n;
	align_run(a, start, end, is_together, beads);
}

/* With the words that the first pass shows to be translations of each other. */
static void
find_beads_again(struct aligner *a, const struct link_weight *links, size_t n_links,
                 struct beads *beads)
{
	struct terms terms[SIDES] = { 0 };

	for (int side = 0; side < SIDES; side++) {
		for (size_t i = 0; i < a->text[side].list.n; i++)
			terms_add(&terms[side], a->part[side].doc, a->text[side].list.v[i].block);
		VEC_PUSH(&terms[side].start, terms[side].words.n);
	}
	lexicon_add(terms, beads, a->text);
	features_weigh(&a->text[SIDE_LEFT], &a->text[SIDE_RIGHT]);
	VEC_CLEAR(&beads->list);
	find_beads(a, links, n_links, beads);
	terms_release(&terms[SIDE_LEFT]);
	terms_release(&terms[SIDE_RIGHT]);
}

static void
align_stream(struct aligner *a)
{
	size_t n_links;
	struct link_weight *links = find_anchors(a, &n_links);
	struct beads beads = { 0 };

	find_beads(a, links, n_links, &beads);
	if (beads.list.n >= LEARNED_LEAST)
		find_beads_again(a, links, n_links, &beads);
	for (size_t i = 0; i < beads.list.n; i++)
		add_bead(a, &beads.list.v[i]);
	add_crossing(a, links, n_links);
	VEC_RELEASE(&beads.list);
	free(links);
}

void
parallel_align(struct part left, struct part right, struct alignment *out)
{
	struct aligner a = { .part = { left, right }, .ratio = 1 };

	gather_start(&a.gather, left, right, out);
	for (enum stream stream = STREAM_TEXT; stream < STREAMS; stream++) {
		read_part(&a, SIDE_LEFT, stream);
		read_part(&a, SIDE_RIGHT, stream);
		features_weigh(&a.text[SIDE_LEFT], &a.text[SIDE_RIGHT]);
		if (stream == STREAM_TEXT)
			a.ratio = ratio_of(&a.text[SIDE_LEFT], &a.text[SIDE_RIGHT]);
		align_stream(&a);
		for (int side = 0; side < SIDES; side++) {
			features_release(&a.text[side]);
			a.text[side] = (struct features){ 0 };
		}
	}
	gather_finish(&a.gather);
}
