/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "shingle_priv.h"

#include "text/fold.h"

#include <math.h>
#include <string.h>

#define GRAM_HAN 3  /* characters of a shingle that starts with Han */
#define GRAM_OTHER 5
#define COMMON 24   /* what so many blocks of a side have is a turn of phrase */
#define BEST 6      /* likenesses kept of a left sheet */
#define LIKE 0.06
#define PART 0.45   /* of the smaller one */

#define HASH_START 0x811c9dc5u
#define HASH_PRIME 0x01000193u

void
shingles_release(struct shingles *s)
{
	for (int side = 0; side < SIDES; side++) {
		VEC_RELEASE(&s->sheets[side]);
		VEC_RELEASE(&s->grams[side]);
	}
	free(s->weight);
	free(s->start);
	free(s->right);
	*s = (struct shingles){ 0 };
}

static bool
is_blank(codepoint c)
{
	return c <= ' ' || c == 0xA0 || c == 0x3000 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
	       (c >= 0x202A && c <= 0x202F) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

static codepoint
plain(codepoint c)
{
	c = fold_char(c);
	return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
}

static uint64_t
hash_words(struct slice text)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t at = 0; at < text.len;) {
		codepoint c = utf8_next(text, &at);

		if (!is_blank(c))
			h = (h ^ c) * 0x100000001b3u;
	}
	return h;
}

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* A set: in order, each once. */
static void
make_set(struct shingles *s, enum side side, struct sheet *sheet)
{
	uint32_t *v = s->grams[side].v + sheet->first;
	size_t n = s->grams[side].n - sheet->first, kept = 0;

	if (n > 0)
		qsort(v, n, sizeof *v, by_number);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || v[i] != v[kept - 1])
			v[kept++] = v[i];
	s->grams[side].n = sheet->first + kept;
	sheet->n = (uint32_t)kept;
}

static uint32_t
mix(uint32_t h)
{
	h ^= h >> 16;
	h *= 0x85ebca6bu;
	return h ^ h >> 13;
}

/* Text that is shorter than a shingle is one. */
static void
add_grams(struct shingles *s, enum side side, struct sheet *sheet, struct slice text)
{
	codepoint last[GRAM_OTHER] = { 0 };
	uint32_t all = HASH_START;
	size_t n = 0;

	for (size_t at = 0; at < text.len;) {
		codepoint c = plain(utf8_next(text, &at));
		uint32_t h = HASH_START;
		size_t len;

		if (is_blank(c))
			continue;
		memmove(last, last + 1, sizeof last - sizeof *last);
		last[GRAM_OTHER - 1] = c;
		all = (all ^ c) * HASH_PRIME;
		n++;
		len = fold_is_han(c) ? GRAM_HAN : GRAM_OTHER;
		if (n < len)
			continue;
		for (size_t i = GRAM_OTHER - len; i < GRAM_OTHER; i++)
			h = (h ^ last[i]) * HASH_PRIME;
		VEC_PUSH(&s->grams[side], mix(h));
	}
	sheet->letters += n;
	if (n > 0 && s->grams[side].n == sheet->first)
		VEC_PUSH(&s->grams[side], mix(all));
}

void
shingles_add(struct shingles *s, enum side side, const struct doc *d, size_t block)
{
	const struct block *b = doc_block(d, block);
	bool has_words = !slice_is_blank(b->text);
	struct sheet sheet = { .block = block,
		               .kind = b->kind,
		               .hash = hash_words(has_words ? b->text : b->label),
		               .label = b->label.len > 0 ? (uint32_t)hash_words(b->label) | 1 : 0,
		               .first = (uint32_t)s->grams[side].n };

	add_grams(s, side, &sheet, has_words ? b->text : b->label);
	make_set(s, side, &sheet);
	VEC_PUSH(&s->sheets[side], sheet);
}

/* A shingle of a sheet, for sorting: hashes become numbers. */
struct entry {
	uint32_t hash, at; /* at: in the grams of both sides, left first */
};

/* By hash, in two passes of 16 bits that keep the order. */
static void
sort_entries(struct entry *v, size_t n)
{
	struct entry *other = mem_resize(NULL, (n + 1) * sizeof *other);
	size_t *start = mem_resize(NULL, 65537 * sizeof *start);

	for (int shift = 0; shift < 32; shift += 16) {
		memset(start, 0, 65537 * sizeof *start);
		for (size_t i = 0; i < n; i++)
			start[(v[i].hash >> shift & 0xFFFF) + 1]++;
		for (size_t i = 1; i <= 65536; i++)
			start[i] += start[i - 1];
		for (size_t i = 0; i < n; i++)
			other[start[v[i].hash >> shift & 0xFFFF]++] = v[i];
		memcpy(v, other, n * sizeof *v);
	}
	free(other);
	free(start);
}

static struct entry *
list_entries(const struct shingles *s, size_t *n)
{
	size_t n_left = s->grams[SIDE_LEFT].n;
	struct entry *v = mem_resize(NULL, (n_left + s->grams[SIDE_RIGHT].n + 1) * sizeof *v);

	*n = n_left + s->grams[SIDE_RIGHT].n;
	for (size_t i = 0; i < *n; i++)
		v[i] = (struct entry){ i < n_left ? s->grams[SIDE_LEFT].v[i]
			                          : s->grams[SIDE_RIGHT].v[i - n_left],
			               (uint32_t)i };
	sort_entries(v, *n);
	return v;
}

static double
weight_of(const struct shingles *s, size_t n_left, size_t n_right)
{
	size_t sheets = s->sheets[SIDE_LEFT].n > s->sheets[SIDE_RIGHT].n ? s->sheets[SIDE_LEFT].n
	                                                                 : s->sheets[SIDE_RIGHT].n;
	size_t most = n_left > n_right ? n_left : n_right;

	return most > COMMON ? 0 : log((double)(sheets + 2) / (double)most);
}

/* Numbers in place of hashes; the entries of a number lie together. */
static void
number_grams(struct shingles *s, const struct entry *v, size_t n)
{
	size_t left = s->grams[SIDE_LEFT].n;

	for (size_t i = 0, end; i < n; i = end) {
		size_t n_side[SIDES] = { 0, 0 };

		for (end = i; end < n && v[end].hash == v[i].hash; end++) {
			enum side side = v[end].at < left ? SIDE_LEFT : SIDE_RIGHT;

			n_side[side]++;
			s->grams[side].v[v[end].at - (side == SIDE_RIGHT ? left : 0)] = (uint32_t)s->n_grams;
		}
		s->weight[s->n_grams] = weight_of(s, n_side[SIDE_LEFT], n_side[SIDE_RIGHT]);
		s->start[++s->n_grams] = (uint32_t)n_side[SIDE_RIGHT];
	}
	s->start[0] = 0;
	for (size_t i = 1; i <= s->n_grams; i++)
		s->start[i] += s->start[i - 1];
}

static void
list_right(struct shingles *s)
{
	uint32_t *next = mem_resize(NULL, (s->n_grams + 1) * sizeof *next);

	memcpy(next, s->start, (s->n_grams + 1) * sizeof *next);
	for (size_t j = 0; j < s->sheets[SIDE_RIGHT].n; j++) {
		const struct sheet *sheet = &s->sheets[SIDE_RIGHT].v[j];

		for (size_t k = sheet->first; k < sheet->first + sheet->n; k++)
			s->right[next[s->grams[SIDE_RIGHT].v[k]]++] = (uint32_t)j;
	}
	free(next);
}

void
shingles_index(struct shingles *s)
{
	size_t n;
	struct entry *v = list_entries(s, &n);

	s->weight = mem_resize(NULL, (n + 1) * sizeof *s->weight);
	s->start = mem_resize(NULL, (n + 1) * sizeof *s->start);
	s->right = mem_resize(NULL, (s->grams[SIDE_RIGHT].n + 1) * sizeof *s->right);
	number_grams(s, v, n);
	free(v);
	for (int side = 0; side < SIDES; side++)
		for (size_t i = 0; i < s->sheets[side].n; i++) {
			struct sheet *sheet = &s->sheets[side].v[i];

			for (size_t k = sheet->first; k < sheet->first + sheet->n; k++)
				sheet->weight += s->weight[s->grams[side].v[k]];
		}
	list_right(s);
}

double
shingles_score(const struct shingles *s, const struct likeness *l)
{
	double all = s->sheets[SIDE_LEFT].v[l->sheet[SIDE_LEFT]].weight +
	             s->sheets[SIDE_RIGHT].v[l->sheet[SIDE_RIGHT]].weight - l->shared;

	return all > 0 ? l->shared / all : 0;
}

static bool
is_like(const struct shingles *s, const struct likeness *l)
{
	double left = s->sheets[SIDE_LEFT].v[l->sheet[SIDE_LEFT]].weight;
	double right = s->sheets[SIDE_RIGHT].v[l->sheet[SIDE_RIGHT]].weight;

	return shingles_score(s, l) >= LIKE || l->shared >= PART * (left < right ? left : right);
}

/* Puts it among the best of its left sheet, which start at `first`. */
static void
keep_best(struct likenesses *out, size_t first, struct likeness l)
{
	size_t at;

	if (out->list.n - first < BEST)
		VEC_PUSH(&out->list, l);
	else if (out->list.v[out->list.n - 1].shared >= l.shared)
		return;
	for (at = out->list.n - 1; at > first && out->list.v[at - 1].shared < l.shared; at--)
		out->list.v[at] = out->list.v[at - 1];
	out->list.v[at] = l;
}

void
shingles_compare(const struct shingles *s, struct likenesses *out)
{
	size_t n_right = s->sheets[SIDE_RIGHT].n, n_met;
	double *shared = mem_resize(NULL, (n_right + 1) * sizeof *shared);
	uint32_t *met = mem_resize(NULL, (n_right + 1) * sizeof *met);

	memset(shared, 0, (n_right + 1) * sizeof *shared);
	for (size_t i = 0; i < s->sheets[SIDE_LEFT].n; i++) {
		const struct sheet *sheet = &s->sheets[SIDE_LEFT].v[i];
		size_t first = out->list.n;

		n_met = 0;
		for (size_t k = sheet->first; k < sheet->first + sheet->n; k++) {
			uint32_t gram = s->grams[SIDE_LEFT].v[k];

			for (size_t r = s->start[gram]; s->weight[gram] > 0 && r < s->start[gram + 1]; r++) {
				if (shared[s->right[r]] <= 0)
					met[n_met++] = s->right[r];
				shared[s->right[r]] += s->weight[gram];
			}
		}
		for (size_t k = 0; k < n_met; k++) {
			struct likeness l = { { i, met[k] }, shared[met[k]] };

			shared[met[k]] = 0;
			if (is_like(s, &l))
				keep_best(out, first, l);
		}
	}
	free(shared);
	free(met);
}

static bool
has_gram(const struct shingles *s, enum side side, size_t sheet, uint32_t gram)
{
	const struct sheet *e = &s->sheets[side].v[sheet];

	return e->n > 0 &&
	       bsearch(&gram, s->grams[side].v + e->first, e->n, sizeof gram, by_number) != NULL;
}

double
shingles_gain(const struct shingles *s, enum side side, size_t piece, size_t whole,
              const size_t *others, size_t n_others)
{
	const struct sheet *e = &s->sheets[side].v[piece];
	enum side opposite = side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
	double gained = 0;

	for (size_t k = e->first; k < e->first + e->n; k++) {
		uint32_t gram = s->grams[side].v[k];
		bool is_new = has_gram(s, opposite, whole, gram);

		for (size_t i = 0; is_new && i < n_others; i++)
			is_new = !has_gram(s, side, others[i], gram);
		if (is_new)
			gained += s->weight[gram];
	}
	return e->weight > 0 ? gained / e->weight : 0;
}
