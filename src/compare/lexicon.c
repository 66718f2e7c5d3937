/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "lexicon_priv.h"

#include "base/err.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

#define STEM 6            /* letters of a word that are looked at */
#define WORD_LEAST 4      /* shorter ones are of the grammar */
#define WORDS_MOST 80     /* of a block */
#define BEADS_MOST 1000   /* looked at, evenly over the text */
#define TOGETHER_LEAST 3  /* beads in which two words stand together */
#define LIKELY 0.5        /* of all the beads that either is in (Dice's coefficient) */

void
terms_release(struct terms *t)
{
	VEC_RELEASE(&t->words);
	VEC_RELEASE(&t->start);
}

static void
add_word(struct terms *t, size_t first, uint32_t hash)
{
	if (t->words.n - first >= WORDS_MOST)
		return;
	for (size_t i = first; i < t->words.n; i++)
		if (t->words.v[i] == hash)
			return;
	VEC_PUSH(&t->words, hash);
}

static uint32_t
hash_of(const codepoint *c, size_t n)
{
	uint32_t h = 0x811c9dc5u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ c[i]) * 0x01000193u;
	h ^= h >> 15;
	return h | 1;
}

static codepoint
plain(codepoint c)
{
	c = fold_char(c);
	return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
}

void
terms_add(struct terms *t, const struct doc *d, size_t block)
{
	struct slice text = doc_block(d, block)->text;
	size_t first = t->words.n, n = 0;
	codepoint last = 0, word[STEM];

	VEC_PUSH(&t->start, first);
	for (size_t at = 0; at <= text.len;) {
		codepoint c = at < text.len ? plain(utf8_next(text, &at)) : (at++, 0);
		bool is_letter = c != 0 && fold_is_spaced(c) && !(c >= '0' && c <= '9');

		if (fold_is_han(c) && last != 0)
			add_word(t, first, hash_of((codepoint[]){ last, c }, 2));
		last = fold_is_han(c) ? c : 0;
		if (is_letter) {
			if (n < STEM)
				word[n] = c;
			n++;
			continue;
		}
		if (n >= WORD_LEAST)
			add_word(t, first, hash_of(word, n < STEM ? n : STEM));
		n = 0;
	}
}

/* How often a word, or two together, were seen. */
struct count {
	uint32_t word[SIDES]; /* 0: any */
	uint32_t n;
	size_t bead;          /* counted last; a word counts once a bead */
};
struct counts {
	struct count *v;
	size_t n, cap;
};

static size_t
slot_of(const struct counts *c, uint32_t left, uint32_t right)
{
	size_t i = (left * 0x9E3779B1u ^ right * 0x85EBCA6Bu) & (c->cap - 1);

	while (c->v[i].n > 0 && (c->v[i].word[SIDE_LEFT] != left || c->v[i].word[SIDE_RIGHT] != right))
		i = (i + 1) & (c->cap - 1);
	return i;
}

static void
grow(struct counts *c)
{
	struct counts old = *c;

	c->cap = old.cap ? old.cap * 2 : 1024;
	c->v = mem_resize(NULL, c->cap * sizeof *c->v);
	memset(c->v, 0, c->cap * sizeof *c->v);
	for (size_t i = 0; i < old.cap; i++)
		if (old.v[i].n > 0)
			c->v[slot_of(c, old.v[i].word[SIDE_LEFT], old.v[i].word[SIDE_RIGHT])] = old.v[i];
	free(old.v);
}

static void
count(struct counts *c, uint32_t left, uint32_t right, size_t bead)
{
	struct count *at;

	if (c->n * 2 >= c->cap)
		grow(c);
	at = &c->v[slot_of(c, left, right)];
	if (at->n > 0 && at->bead == bead)
		return;
	c->n += at->n == 0;
	*at = (struct count){ { left, right }, at->n + 1, bead };
}

static uint32_t
count_of(const struct counts *c, uint32_t left, uint32_t right)
{
	return c->cap > 0 ? c->v[slot_of(c, left, right)].n : 0;
}

/* The words of one side of a bead. */
struct stretch {
	const uint32_t *v;
	size_t n;
};

static struct stretch
words_of(const struct terms *t, const struct bead *b, enum side side)
{
	size_t start = t->start.v[b->start[side]], end = t->start.v[b->start[side] + b->n[side]];

	return (struct stretch){ t->words.v + start, end - start };
}

/* What is in few of many beads and comes again. */
static bool
is_telling(uint32_t n, size_t n_beads)
{
	return n >= TOGETHER_LEAST && n * 3 <= n_beads;
}

static bool
is_plain(const struct bead *b)
{
	return b->n[SIDE_LEFT] > 0 && b->n[SIDE_RIGHT] > 0 && b->n[SIDE_LEFT] + b->n[SIDE_RIGHT] <= 3;
}

struct lexicon {
	struct counts words, together;
	size_t n_beads;
};

static void
count_words(struct lexicon *l, const struct terms terms[SIDES], const struct bead *b, size_t bead)
{
	for (enum side side = SIDE_LEFT; side <= SIDE_RIGHT; side++) {
		struct stretch s = words_of(&terms[side], b, side);

		for (size_t i = 0; i < s.n; i++)
			count(&l->words, side == SIDE_LEFT ? s.v[i] : 0, side == SIDE_LEFT ? 0 : s.v[i], bead);
	}
	l->n_beads++;
}

static void
count_together(struct lexicon *l, const struct terms terms[SIDES], const struct bead *b, size_t bead)
{
	struct stretch left = words_of(&terms[SIDE_LEFT], b, SIDE_LEFT);
	struct stretch right = words_of(&terms[SIDE_RIGHT], b, SIDE_RIGHT);

	for (size_t i = 0; i < left.n; i++) {
		if (!is_telling(count_of(&l->words, left.v[i], 0), l->n_beads))
			continue;
		for (size_t j = 0; j < right.n; j++)
			if (is_telling(count_of(&l->words, 0, right.v[j]), l->n_beads))
				count(&l->together, left.v[i], right.v[j], bead);
	}
}

/* The likeliest translation of each word. */
struct choice {
	uint32_t word, other;
	double score;
};
struct choices {
	VEC(struct choice) list;
};

static int
by_word(const void *a, const void *b)
{
	const struct choice *x = a, *y = b;

	if (x->word != y->word)
		return x->word < y->word ? -1 : 1;
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return (x->other > y->other) - (x->other < y->other);
}

static struct choices
choose(const struct lexicon *l, enum side side)
{
	struct choices c = { 0 };
	size_t kept = 0;

	for (size_t i = 0; i < l->together.cap; i++) {
		const struct count *e = &l->together.v[i];
		uint32_t n = e->n < TOGETHER_LEAST ? 0 : count_of(&l->words, e->word[SIDE_LEFT], 0);
		uint32_t m = n == 0 ? 0 : count_of(&l->words, 0, e->word[SIDE_RIGHT]);
		double score = n == 0 ? 0 : 2.0 * e->n / (n + m);

		if (score >= LIKELY)
			VEC_PUSH(&c.list, ((struct choice){ e->word[side],
			                 e->word[side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT], score }));
	}
	if (c.list.n > 0)
		qsort(c.list.v, c.list.n, sizeof *c.list.v, by_word);
	for (size_t i = 0; i < c.list.n; i++)
		if (kept == 0 || c.list.v[i].word != c.list.v[kept - 1].word)
			c.list.v[kept++] = c.list.v[i];
	c.list.n = kept;
	return c;
}

static const struct choice *
find_choice(const struct choices *c, uint32_t word)
{
	size_t lo = 0, hi = c->list.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->list.v[mid].word < word)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < c->list.n && c->list.v[lo].word == word ? &c->list.v[lo] : NULL;
}

/* A word is known by the word on the right that it is the best of, and that is the best of it. */
static uint32_t
common_name(const struct choices choice[SIDES], enum side side, uint32_t word)
{
	const struct choice *own = find_choice(&choice[side], word), *back;

	if (!own)
		return 0;
	back = find_choice(&choice[side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT], own->other);
	if (!back || back->other != word)
		return 0;
	return (side == SIDE_LEFT ? own->other : word) ^ 0x5A5A5A5Au;
}

static void
add_names(const struct terms *terms, const struct choices choice[SIDES], enum side side,
          struct features *f)
{
	struct features with = { 0 };

	for (size_t i = 0; i < f->list.n; i++) {
		struct feature e = f->list.v[i];
		uint32_t first = (uint32_t)with.tokens.n;

		for (size_t k = e.token; k < e.token + e.n_tokens; k++)
			VEC_PUSH(&with.tokens, f->tokens.v[k]);
		for (size_t k = terms->start.v[i]; k < terms->start.v[i + 1]; k++) {
			uint32_t name = common_name(choice, side, terms->words.v[k]);

			if (name != 0)
				VEC_PUSH(&with.tokens, ((struct token){ .hash = name, .is_learned = true }));
		}
		e.token = first;
		e.n_tokens = (uint32_t)with.tokens.n - first;
		e.figures = 0;
		VEC_PUSH(&with.list, e);
	}
	features_release(f);
	*f = with;
}

void
lexicon_add(const struct terms terms[SIDES], const struct beads *beads, struct features features[SIDES])
{
	struct lexicon l = { 0 };
	struct choices choice[SIDES];
	size_t step = beads->list.n / BEADS_MOST + 1;

	for (size_t i = 0; i < beads->list.n; i += step)
		if (is_plain(&beads->list.v[i]))
			count_words(&l, terms, &beads->list.v[i], i + 1);
	for (size_t i = 0; i < beads->list.n; i += step)
		if (is_plain(&beads->list.v[i]))
			count_together(&l, terms, &beads->list.v[i], i + 1);
	choice[SIDE_LEFT] = choose(&l, SIDE_LEFT);
	choice[SIDE_RIGHT] = choose(&l, SIDE_RIGHT);
	add_names(&terms[SIDE_LEFT], choice, SIDE_LEFT, &features[SIDE_LEFT]);
	add_names(&terms[SIDE_RIGHT], choice, SIDE_RIGHT, &features[SIDE_RIGHT]);
	VEC_RELEASE(&choice[SIDE_LEFT].list);
	VEC_RELEASE(&choice[SIDE_RIGHT].list);
	free(l.words.v);
	free(l.together.v);
}
