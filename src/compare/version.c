/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "compare/version.h"

#include "base/err.h"
#include "chain_priv.h"
#include "gather_priv.h"
#include "shingle_priv.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define SAME 1.2          /* the same words weigh more than nearly the same */
#define PIECE 0.6         /* of what is shared, when one side is part of the other */
#define PIECE_LETTERS 20
#define CHAIN_LEAST 0.16
#define GAP_LEAST 0.08    /* between two pairs */
#define MOVED_LEAST 0.33
#define MOVED_LETTERS 12  /* shorter ones recur without having been moved */
#define PIECE_LEAST 0.5   /* of a piece that must come from the text that was split */
#define PIECES_MOST 8
#define REPEATED_MOST 8   /* the same words more often: paired in order */

enum stream { STREAM_TEXT, STREAM_NOTES, STREAMS };

struct aligner {
	struct part part[SIDES];
	struct shingles shingles;
	struct likenesses like;
	VEC(struct link_weight) links;
	size_t *partner[SIDES]; /* of each sheet, or SLICE_NONE */
	bool *is_moved;         /* of each left sheet */
	struct gather gather;
};

static const struct sheet *
sheet_at(const struct aligner *a, enum side side, size_t i)
{
	return &a->shingles.sheets[side].v[i];
}

static bool
has_same_words(const struct aligner *a, size_t left, size_t right)
{
	return sheet_at(a, SIDE_LEFT, left)->hash == sheet_at(a, SIDE_RIGHT, right)->hash;
}

/* Longer texts hold their place against shorter ones. */
static double
worth(const struct aligner *a, size_t left, size_t right, double score)
{
	size_t n = sheet_at(a, SIDE_LEFT, left)->letters, m = sheet_at(a, SIDE_RIGHT, right)->letters;

	return score * (1 + log1p((double)(n < m ? n : m)));
}

/* Sheets of both sides by hash, then side, then place. */
struct entry {
	uint64_t hash;
	enum side side;
	size_t sheet;
};

static int
by_hash(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	if (x->side != y->side)
		return x->side < y->side ? -1 : 1;
	return (x->sheet > y->sheet) - (x->sheet < y->sheet);
}

static void
link_group(struct aligner *a, const struct entry *left, size_t n_left, const struct entry *right,
           size_t n_right)
{
	bool is_repeated = n_left > REPEATED_MOST || n_right > REPEATED_MOST;

	for (size_t i = 0; i < n_left; i++)
		for (size_t j = is_repeated ? i : 0; j < (is_repeated ? i + 1 : n_right) && j < n_right; j++)
			VEC_PUSH(&a->links, ((struct link_weight){
			         left[i].sheet, right[j].sheet,
			         worth(a, left[i].sheet, right[j].sheet, SAME), false }));
}

static void
link_same(struct aligner *a)
{
	VEC(struct entry) list = { 0 };

	for (enum side side = SIDE_LEFT; side <= SIDE_RIGHT; side++)
		for (size_t i = 0; i < a->shingles.sheets[side].n; i++)
			VEC_PUSH(&list, ((struct entry){ sheet_at(a, side, i)->hash, side, i }));
	if (list.n > 0)
		qsort(list.v, list.n, sizeof *list.v, by_hash);
	for (size_t start = 0, middle, end; start < list.n; start = end) {
		for (middle = start; middle < list.n && list.v[middle].hash == list.v[start].hash &&
		                     list.v[middle].side == SIDE_LEFT; middle++)
			;
		for (end = middle; end < list.n && list.v[end].hash == list.v[start].hash; end++)
			;
		link_group(a, &list.v[start], middle - start, &list.v[middle], end - middle);
	}
	VEC_RELEASE(&list);
}

/* How much two sheets are one text; a piece of a text counts by what it shares. */
static double
score_of(const struct aligner *a, const struct likeness *l)
{
	double left = sheet_at(a, SIDE_LEFT, l->sheet[SIDE_LEFT])->weight;
	double right = sheet_at(a, SIDE_RIGHT, l->sheet[SIDE_RIGHT])->weight;
	double score = shingles_score(&a->shingles, l);
	double part = PIECE * l->shared / (left < right ? left : right);
	size_t n = sheet_at(a, SIDE_LEFT, l->sheet[SIDE_LEFT])->letters;
	size_t m = sheet_at(a, SIDE_RIGHT, l->sheet[SIDE_RIGHT])->letters;

	return score > part || (n < m ? n : m) < PIECE_LETTERS ? score : part;
}

static void
link_like(struct aligner *a)
{
	for (size_t i = 0; i < a->like.list.n; i++) {
		const struct likeness *l = &a->like.list.v[i];
		size_t left = l->sheet[SIDE_LEFT], right = l->sheet[SIDE_RIGHT];
		double score = score_of(a, l);

		if (score >= CHAIN_LEAST && !has_same_words(a, left, right))
			VEC_PUSH(&a->links,
			         ((struct link_weight){ left, right, worth(a, left, right, score), false }));
	}
}

static bool
are_free(const struct aligner *a, size_t left, size_t right)
{
	return a->partner[SIDE_LEFT][left] == SLICE_NONE && a->partner[SIDE_RIGHT][right] == SLICE_NONE;
}

static void
join(struct aligner *a, size_t left, size_t right, bool is_moved)
{
	a->partner[SIDE_LEFT][left] = right;
	a->partner[SIDE_RIGHT][right] = left;
	a->is_moved[left] = is_moved;
}

static void
join_chain(struct aligner *a)
{
	chain_choose(a->links.v, a->links.n, a->shingles.sheets[SIDE_RIGHT].n);
	for (size_t i = 0; i < a->links.n; i++)
		if (a->links.v[i].is_chosen)
			join(a, a->links.v[i].left, a->links.v[i].right, false);
}

/* How many pairs stand before each sheet: the same number on both sides is the same gap. */
static size_t *
count_before(const struct aligner *a, enum side side)
{
	size_t n = a->shingles.sheets[side].n, pairs = 0;
	size_t *before = mem_resize(NULL, (n + 1) * sizeof *before);

	for (size_t i = 0; i < n; i++) {
		before[i] = pairs;
		pairs += a->partner[side][i] != SLICE_NONE;
	}
	return before;
}

/* Between two pairs less will do. */
static void
fill_gaps(struct aligner *a)
{
	size_t *before[SIDES] = { count_before(a, SIDE_LEFT), count_before(a, SIDE_RIGHT) };
	VEC(struct link_weight) list = { 0 };

	for (size_t i = 0; i < a->like.list.n; i++) {
		const struct likeness *l = &a->like.list.v[i];
		size_t left = l->sheet[SIDE_LEFT], right = l->sheet[SIDE_RIGHT];

		if (are_free(a, left, right) && before[SIDE_LEFT][left] == before[SIDE_RIGHT][right] &&
		    sheet_at(a, SIDE_LEFT, left)->kind == sheet_at(a, SIDE_RIGHT, right)->kind &&
		    score_of(a, l) >= GAP_LEAST)
			VEC_PUSH(&list, ((struct link_weight){ left, right, score_of(a, l), false }));
	}
	chain_choose(list.v, list.n, a->shingles.sheets[SIDE_RIGHT].n);
	for (size_t i = 0; i < list.n; i++)
		if (list.v[i].is_chosen)
			join(a, list.v[i].left, list.v[i].right, false);
	VEC_RELEASE(&list);
	free(before[SIDE_LEFT]);
	free(before[SIDE_RIGHT]);
}

static int
by_weight(const void *a, const void *b)
{
	const struct link_weight *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	if (x->left != y->left)
		return x->left < y->left ? -1 : 1;
	return (x->right > y->right) - (x->right < y->right);
}

/* What is alike and does not keep the order was moved. */
static void
find_moved(struct aligner *a)
{
	if (a->links.n > 0)
		qsort(a->links.v, a->links.n, sizeof *a->links.v, by_weight);
	for (size_t i = 0; i < a->links.n; i++) {
		const struct link_weight *l = &a->links.v[i];

		if (!l->is_chosen && are_free(a, l->left, l->right) &&
		    sheet_at(a, SIDE_LEFT, l->left)->letters >= MOVED_LETTERS &&
		    l->weight >= worth(a, l->left, l->right, MOVED_LEAST))
			join(a, l->left, l->right, true);
	}
}

static bool
is_head(enum block_kind kind)
{
	return kind == BLOCK_HEADING || kind == BLOCK_TITLE || kind == BLOCK_MASTHEAD;
}

/* One head is left on either side between two pairs: what stood there was written anew. */
static void
join_rewritten(struct aligner *a)
{
	size_t n = a->shingles.sheets[SIDE_LEFT].n, m = a->shingles.sheets[SIDE_RIGHT].n;

	for (size_t i = 0; i < n; i++) {
		size_t before = i == 0 ? SLICE_NONE : a->partner[SIDE_LEFT][i - 1];
		size_t right = i == 0 ? 0 : before + 1;

		if ((i > 0 && before == SLICE_NONE) || right >= m || !are_free(a, i, right))
			continue;
		if ((i + 1 == n ? right + 1 == m : a->partner[SIDE_LEFT][i + 1] == right + 1) &&
		    sheet_at(a, SIDE_LEFT, i)->kind == sheet_at(a, SIDE_RIGHT, right)->kind &&
		    is_head(sheet_at(a, SIDE_LEFT, i)->kind))
			join(a, i, right, false);
	}
}

static bool
may_be_piece(const struct sheet *s)
{
	return s->kind != BLOCK_HEADING && s->kind != BLOCK_TITLE && s->kind != BLOCK_TABLE &&
	       s->letters >= MOVED_LETTERS;
}

/* Sheets of one side that hold what the one opposite held: neighbours that nobody else is paired
 * with.  In order; gives how many. */
static size_t
find_pieces(const struct aligner *a, enum side side, size_t whole, size_t first,
            size_t pieces[PIECES_MOST])
{
	size_t n = 1;
	bool is_growing = true;

	pieces[0] = first;
	while (is_growing && n < PIECES_MOST) {
		size_t next[2] = { pieces[n - 1] + 1, pieces[0] - 1 }; /* before 0 is past the end */

		is_growing = false;
		for (int way = 0; way < 2 && n < PIECES_MOST; way++) {
			if (next[way] >= a->shingles.sheets[side].n ||
			    a->partner[side][next[way]] != SLICE_NONE ||
			    !may_be_piece(sheet_at(a, side, next[way])) ||
			    shingles_gain(&a->shingles, side, next[way], whole, pieces, n) < PIECE_LEAST)
				continue;
			for (size_t i = n; way == 1 && i > 0; i--)
				pieces[i] = pieces[i - 1];
			pieces[way == 1 ? 0 : n] = next[way];
			n++;
			is_growing = true;
		}
	}
	return n;
}

static void
add_pair(struct aligner *a, size_t left, size_t right)
{
	size_t pieces[SIDES][PIECES_MOST] = { { left }, { right } }, n[SIDES] = { 1, 1 };
	enum pair_relation relation = has_same_words(a, left, right) ? PAIR_EQUAL : PAIR_EDITED;

	if (relation == PAIR_EDITED) {
		n[SIDE_RIGHT] = find_pieces(a, SIDE_RIGHT, left, right, pieces[SIDE_RIGHT]);
		if (n[SIDE_RIGHT] == 1)
			n[SIDE_LEFT] = find_pieces(a, SIDE_LEFT, right, left, pieces[SIDE_LEFT]);
		if (n[SIDE_RIGHT] > 1)
			relation = PAIR_SPLIT;
		else if (n[SIDE_LEFT] > 1)
			relation = PAIR_MERGED;
	}
	for (enum side side = SIDE_LEFT; side <= SIDE_RIGHT; side++)
		for (size_t i = 0; i < n[side]; i++) {
			size_t opposite = side == SIDE_LEFT ? right : left;

			if (n[side] > 1)
				a->partner[side][pieces[side][i]] = opposite;
			pieces[side][i] = sheet_at(a, side, pieces[side][i])->block;
		}
	gather_pair(&a->gather, pieces[SIDE_LEFT], n[SIDE_LEFT], pieces[SIDE_RIGHT], n[SIDE_RIGHT],
	            relation, a->is_moved[left]);
}

/* The sheets that have one and are in no pair yet: a piece may be paired on the way. */
static void
add_pairs(struct aligner *a)
{
	for (size_t i = 0; i < a->shingles.sheets[SIDE_LEFT].n; i++) {
		size_t right = a->partner[SIDE_LEFT][i];

		if (right != SLICE_NONE &&
		    gather_is_free(&a->gather, SIDE_LEFT, sheet_at(a, SIDE_LEFT, i)->block))
			add_pair(a, i, right);
	}
}

static void
start_partners(struct aligner *a)
{
	for (int side = 0; side < SIDES; side++) {
		size_t n = a->shingles.sheets[side].n;

		a->partner[side] = mem_resize(NULL, (n + 1) * sizeof *a->partner[side]);
		for (size_t i = 0; i <= n; i++)
			a->partner[side][i] = SLICE_NONE;
	}
	a->is_moved = mem_resize(NULL, a->shingles.sheets[SIDE_LEFT].n + 1);
}

static void
align_stream(struct aligner *a, enum stream stream)
{
	for (enum side side = SIDE_LEFT; side <= SIDE_RIGHT; side++)
		for (size_t i = a->part[side].start; i < a->part[side].end; i++)
			if ((doc_block(a->part[side].doc, i)->kind == BLOCK_FOOTNOTE) ==
			    (stream == STREAM_NOTES))
				shingles_add(&a->shingles, side, a->part[side].doc, i);
	shingles_index(&a->shingles);
	start_partners(a);
	link_same(a);
	shingles_compare(&a->shingles, &a->like);
	link_like(a);
	join_chain(a);
	fill_gaps(a);
	join_rewritten(a);
	find_moved(a);
	add_pairs(a);
	VEC_RELEASE(&a->links);
	VEC_RELEASE(&a->like.list);
	a->like = (struct likenesses){ 0 };
	free(a->partner[SIDE_LEFT]);
	free(a->partner[SIDE_RIGHT]);
	free(a->is_moved);
	shingles_release(&a->shingles);
}

void
version_align(struct part left, struct part right, struct alignment *out)
{
	struct aligner a = { .part = { left, right } };

	gather_start(&a.gather, left, right, out);
	for (enum stream stream = STREAM_TEXT; stream < STREAMS; stream++)
		align_stream(&a, stream);
	gather_finish(&a.gather);
}

static struct slice
place_of(const struct alignment *a, enum side side, size_t block, struct arena *arena)
{
	const struct block *b = doc_block(a->part[side].doc, block);

	if (b->id.len == 0 || slice_starts(b->id, "hdg_"))
		return slice_from(NULL);
	if (b->component.len == 0)
		return arena_printf(arena, "#%.*s", SLICE_ARG(b->id));
	if (slice_eq(b->id, b->component))
		return arena_printf(arena, "!%.*s", SLICE_ARG(b->id));
	return arena_printf(arena, "!%.*s#%.*s", SLICE_ARG(b->component), SLICE_ARG(b->id));
}

size_t
version_renumbering(const struct alignment *a, struct arena *arena, struct renumbering **out)
{
	size_t n_blocks = a->part[SIDE_LEFT].end - a->part[SIDE_LEFT].start + a->part[SIDE_RIGHT].end -
	                  a->part[SIDE_RIGHT].start;
	size_t n = 0;

	*out = ARENA_ARRAY(arena, n_blocks, struct renumbering);
	for (size_t i = 0; i < a->n; i++) {
		const struct pair *p = &a->v[i];

		for (size_t k = 0; k < p->n[SIDE_LEFT] || k < p->n[SIDE_RIGHT]; k++) {
			struct renumbering *r = &(*out)[n];
			/* Pieces came from, or went into, the one opposite. */
			size_t left = k < p->n[SIDE_LEFT] ? k : p->n[SIDE_LEFT] - 1;
			size_t right = k < p->n[SIDE_RIGHT] ? k : p->n[SIDE_RIGHT] - 1;

			*r = (struct renumbering){ 0 };
			if (p->n[SIDE_LEFT] > 0)
				r->from = place_of(a, SIDE_LEFT, p->block[SIDE_LEFT][left], arena);
			if (p->n[SIDE_RIGHT] > 0)
				r->to = place_of(a, SIDE_RIGHT, p->block[SIDE_RIGHT][right], arena);
			n += r->from.len > 0 || r->to.len > 0;
		}
	}
	return n;
}
