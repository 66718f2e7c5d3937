/* SPDX-License-Identifier: ISC */
/*
 * Revisions made of the sample library and of real documents: how many blocks find what became of
 * them, and how long it takes.
 */
#include "config.h"

#include "compare/change.h"
#include "compare/version.h"
#include "compare_revision.h"
#include "import/import.h"
#include "tap.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RIGHT_LEAST 99.0
#define SEEDS 5
#define BLOCKS_LEAST 20
#define MS_MOST 50.0 /* two documents of 300 paragraphs, all of it, with the words */

struct tally {
	long pairs, right, wrong, moved, moved_right, cut, cut_right;
};

static bool
is_found(const struct alignment *a, const struct revision_pair *want)
{
	const struct pair *p = alignment_pair(a, SIDE_LEFT, want->left);

	return p->n[SIDE_LEFT] == want->n_left && p->block[SIDE_LEFT][0] == want->left &&
	       p->n[SIDE_RIGHT] == want->n_right && p->block[SIDE_RIGHT][0] == want->right;
}

static void
count(const struct alignment *a, const struct revision *r, struct tally *t)
{
	long found = 0, made = 0;

	for (size_t i = 0; i < r->pairs.n; i++) {
		const struct revision_pair *want = &r->pairs.v[i];
		bool right = is_found(a, want), is_cut = want->n_left + want->n_right > 2;

		if (!right && getenv("DUAN_TELL"))
			printf("# missed %zu+%zu %zu+%zu%s: %.60s\n", want->left, want->n_left, want->right,
			       want->n_right, want->is_moved ? " moved" : "",
			       doc_block(a->part[0].doc, want->left)->text.p);
		found += right;
		t->moved += want->is_moved;
		t->moved_right += want->is_moved && right;
		t->cut += is_cut;
		t->cut_right += is_cut && right;
	}
	for (size_t i = 0; i < a->n; i++)
		made += a->v[i].n[SIDE_LEFT] > 0 && a->v[i].n[SIDE_RIGHT] > 0;
	t->pairs += (long)r->pairs.n;
	t->right += found;
	t->wrong += made - found;
}

static void
measure(const struct doc *base, const struct doc *other, struct tally *t)
{
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		struct alignment a = { 0 };
		struct revision r;

		revision_make(&r, base, other, seed);
		version_align(part_whole(base), part_whole(r.doc), &a);
		count(&a, &r, t);
		alignment_release(&a);
		revision_release(&r);
	}
}

static struct doc *
import(const char *path)
{
	struct doc *d = NULL;
	struct err err;

	return import_file(NULL, path, &d, &err) == STATUS_OK ? d : NULL;
}

static double
percent(long part, long whole)
{
	return whole > 0 ? 100.0 * (double)part / (double)whole : 100;
}

static void
measure_all(const char *pattern)
{
	struct doc *other = import(tap_path("../sample/CFW_COP_2024_PV.2.zh.txt"));
	struct tally t = { 0 };
	glob_t found;

	if (glob(pattern, 0, NULL, &found) != 0)
		found.gl_pathc = 0;
	for (size_t i = 0; other && i < found.gl_pathc; i++) {
		struct doc *base = import(found.gl_pathv[i]);

		if (base && base->n_blocks >= BLOCKS_LEAST)
			measure(base, other, &t);
		doc_free(base);
	}
	if (found.gl_pathc > 0)
		globfree(&found);
	printf("# %ld pairs: %.2f %% right; %ld wrong; moved %.1f %% of %ld, split or merged %.1f %% of %ld\n",
	       t.pairs, percent(t.right, t.pairs), t.wrong, percent(t.moved_right, t.moved), t.moved,
	       percent(t.cut_right, t.cut), t.cut);
	ok(t.pairs > 0 && percent(t.right, t.pairs) >= RIGHT_LEAST, "%ld pairs, at least %.0f %% right",
	   t.pairs, RIGHT_LEAST);
	doc_free(other);
}

/* 300 paragraphs of all the texts there are, one after the other. */
static struct doc *
make_long(const char *pattern, size_t n)
{
	struct doc *d = doc_new();
	glob_t found;

	d->blocks = ARENA_ARRAY(&d->arena, n, struct block);
	if (glob(pattern, 0, NULL, &found) != 0)
		found.gl_pathc = 0;
	for (size_t i = 0; i < found.gl_pathc && d->n_blocks < n; i++) {
		struct doc *from = import(found.gl_pathv[i]);

		for (size_t k = 0; from && k < from->n_blocks && d->n_blocks < n; k++) {
			const struct block *b = doc_block(from, k);

			if (b->text.len > 100)
				d->blocks[d->n_blocks++] = (struct block){
					.kind = BLOCK_PARAGRAPH, .text = arena_copy(&d->arena, b->text)
				};
		}
		doc_free(from);
	}
	if (found.gl_pathc > 0)
		globfree(&found);
	revision_number(d);
	doc_index(d);
	return d;
}

static double
align_once(const struct doc *base, const struct doc *revised)
{
	struct alignment a = { 0 };
	struct changes c = { 0 };
	clock_t start = clock();

	version_align(part_whole(base), part_whole(revised), &a);
	for (size_t i = 0; i < a.n; i++)
		if (a.v[i].relation == PAIR_EDITED)
			changes_make(&c, doc_block(base, a.v[i].block[SIDE_LEFT][0])->text,
			             doc_block(revised, a.v[i].block[SIDE_RIGHT][0])->text);
	alignment_release(&a);
	changes_release(&c);
	return (double)(clock() - start) * 1000 / CLOCKS_PER_SEC;
}

/* The best of several: the machine does other things, too. */
static void
test_time(const char *pattern, size_t n, double most)
{
	struct doc *base = make_long(pattern, n);
	struct revision r;
	double best = 1e9;

	if (base->n_blocks == n) {
		revision_make(&r, base, base, 7);
		for (int i = 0; i < 5; i++) {
			double ms = align_once(base, r.doc);

			best = ms < best ? ms : best;
		}
		printf("# %zu paragraphs, %zu bytes: %.1f ms\n", n, base->text_start[n], best);
		revision_release(&r);
#if defined(WITH_ADDRESS_SANITIZER)
		most *= 20;
#endif
		if (getenv("DUAN_UNDER")) /* valgrind */
			most *= 100;
		ok(best <= most, "%zu paragraphs in at most %.0f ms", n, most);
	}
	doc_free(base);
}

int
main(void)
{
	struct buf pattern = { 0 };

	buf_add_str(&pattern, tap_path("../sample/*.txt"));
	measure_all(buf_str(&pattern));
	buf_clear(&pattern);
	if (!tap_shared("")) {
		buf_release(&pattern);
		tap_skip("no shared corpus here");
		return tap_done();
	}
	buf_addf(&pattern, "%s/corpus/texts-zh-en/*.zh.txt", tap_shared(""));
	measure_all(buf_str(&pattern));
	test_time(buf_str(&pattern), 300, MS_MOST);
	buf_clear(&pattern);
	buf_addf(&pattern, "%s/corpus/texts-zh-en/*.en.txt", tap_shared(""));
	measure_all(buf_str(&pattern));
	test_time(buf_str(&pattern), 300, MS_MOST);
	buf_clear(&pattern);
	buf_addf(&pattern, "%s/corpus/charter/raw*.txt", tap_shared(""));
	measure_all(buf_str(&pattern));
	buf_release(&pattern);
	return tap_done();
}
