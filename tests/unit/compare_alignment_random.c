/* SPDX-License-Identifier: ISC */
/*
 * Random documents, two languages and two versions: every block in one pair and one row, rows in order,
 * every place with a place opposite.
 */
#include "config.h"

#include "compare/parallel.h"
#include "compare/version.h"
#include "sample_doc.h"
#include "tap.h"

#include <stdlib.h>

#define ROUNDS 400

static const char *const words[] = { "水", "公约", "，", "。", "water ", "States ", "2024 ", "A/70/1 ", "e\xCC\x81 ",
	                             "第三条", "\xF0\x9F\x92\xA7", "", ";", ": ", "\t", "\n" };
#define WORDS_N (sizeof words / sizeof *words)

static struct doc *
random_doc(void)
{
	struct doc *d = doc_new();
	int n = rand() % 40;

	for (int i = 0; i < n; i++) {
		struct buf text = { 0 };
		struct block *b;

		for (int k = rand() % (rand() % 8 == 0 ? 80 : 12); k > 0; k--)
			buf_add_str(&text, words[(size_t)rand() % WORDS_N]);
		b = sample_block(d, (enum block_kind)(rand() % BLOCK_KINDS), "", rand() % 9, "");
		b->text = arena_copy(&d->arena, buf_slice(&text));
		if (rand() % 2)
			b->label = arena_printf(&d->arena, "%d.", rand() % 9);
		if (rand() % 2)
			b->id = arena_printf(&d->arena, "%s_%d", rand() % 4 ? "para" : "hdg", rand() % 9);
		if (rand() % 4 == 0)
			b->component = SLICE("annex_1");
		buf_release(&text);
	}
	doc_index(d);
	return d;
}

/* The same with blocks left out, swapped, and cut short. */
static struct doc *
random_revision(const struct doc *from)
{
	struct doc *d = doc_new();

	d->blocks = ARENA_ARRAY(&d->arena, from->n_blocks + 1, struct block);
	for (size_t i = 0; i < from->n_blocks; i++) {
		struct block b = *doc_block(from, i);

		if (rand() % 8 == 0)
			continue;
		if (rand() % 4 == 0)
			b.text = slice_sub(b.text, 0, b.text.len / 2);
		d->blocks[d->n_blocks++] = b;
	}
	for (size_t i = 1; i < d->n_blocks; i++)
		if (rand() % 8 == 0) {
			struct block b = d->blocks[i];

			d->blocks[i] = d->blocks[(size_t)rand() % i];
			d->blocks[0] = b;
		}
	doc_index(d);
	return d;
}

static bool
is_in_pair(const struct pair *p, enum side side, size_t block)
{
	size_t found = 0;

	for (size_t i = 0; i < p->n[side]; i++)
		found += p->block[side][i] == block;
	return found == 1;
}

static bool
has_place(const struct alignment *a, enum side side, size_t block)
{
	enum side other = side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
	const struct doc *d = a->part[side].doc, *opposite = a->part[other].doc;
	size_t len = doc_block(d, block)->text.len;

	for (int i = 0; i < 3; i++) {
		struct place p = alignment_place(a, side, (struct place){ block, len * (size_t)i / 2 });

		if (p.block >= opposite->n_blocks || p.byte > doc_block(opposite, p.block)->text.len)
			return false;
	}
	return true;
}

static bool
is_side_sound(const struct alignment *a, enum side side)
{
	size_t total = 0;

	for (size_t i = 0; i < a->n; i++)
		total += a->v[i].n[side];
	if (total != a->part[side].end - a->part[side].start)
		return false;
	for (size_t block = a->part[side].start; block < a->part[side].end; block++) {
		size_t row = alignment_row(a, side, block);

		if (!is_in_pair(alignment_pair(a, side, block), side, block) || row >= a->n_rows ||
		    !a->rows[row].has[side] ||
		    &a->v[a->rows[row].pair] != alignment_pair(a, side, block) || !has_place(a, side, block))
			return false;
	}
	return true;
}

/* Rows of the left side are in order: a reader goes down in both columns. */
static bool
is_in_order(const struct alignment *a)
{
	size_t last = 0;

	for (size_t i = 0; i < a->n_rows; i++) {
		const struct pair *p = &a->v[a->rows[i].pair];

		if (!a->rows[i].has[SIDE_LEFT])
			continue;
		if (p->block[SIDE_LEFT][0] < last)
			return false;
		last = p->block[SIDE_LEFT][0];
	}
	return true;
}

typedef void align(struct part left, struct part right, struct alignment *out);

static bool
holds(align *how, const struct doc *left, const struct doc *right)
{
	struct alignment a = { 0 };
	bool sound;

	how(part_whole(left), part_whole(right), &a);
	sound = is_side_sound(&a, SIDE_LEFT) && is_side_sound(&a, SIDE_RIGHT) && is_in_order(&a);
	alignment_release(&a);
	return sound;
}

int
main(void)
{
	bool versions = true, languages = true, revisions = true;

	srand(11);
	for (int i = 0; i < ROUNDS; i++) {
		struct doc *left = random_doc(), *right = random_doc();
		struct doc *revised = random_revision(left);

		versions = versions && holds(version_align, left, right);
		languages = languages && holds(parallel_align, left, right);
		revisions = revisions && holds(version_align, left, revised) &&
		            holds(parallel_align, left, revised);
		doc_free(revised);
		doc_free(left);
		doc_free(right);
	}
	ok(versions, "versions of nothing in particular");
	ok(languages, "languages of nothing in particular");
	ok(revisions, "revisions");
	return tap_done();
}
