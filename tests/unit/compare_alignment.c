/* SPDX-License-Identifier: ISC */
/*
 * Rows and look-ups of an alignment, on a pair of small versions.
 */
#include "config.h"

#include "compare/alignment.h"

#include "compare/parallel.h"
#include "compare/version.h"
#include "sample_doc.h"
#include "tap.h"

#include <string.h>

/* The first is moved behind the third, the fourth is gone, one is new at the end. */
static const char *const before[] = { "The Conference elected its officers by acclamation at the first meeting.",
	                              "The Secretariat introduced the report on stations and wells.",
	                              "Several speakers asked for technical assistance in measuring.",
	                              "The observer of a city made a statement about floods." };
static const char *const after[] = { "The Secretariat introduced the report on stations and wells.",
	                             "Several speakers asked for technical assistance in measuring.",
	                             "The Conference elected its officers by acclamation at the first meeting.",
	                             "A resolution on aquifers was adopted without a vote that day." };

static struct doc *
make(const char *const *lines, int n)
{
	struct doc *d = doc_new();

	for (int i = 0; i < n; i++)
		sample_block(d, BLOCK_PARAGRAPH, "", i + 1, lines[i]);
	doc_index(d);
	return d;
}

/* "0-" only left, "-2" only right, "1-0" both, by row. */
static void
test_rows(const struct alignment *a, const char *want)
{
	struct buf got = { 0 };

	for (size_t i = 0; i < a->n_rows; i++) {
		const struct pair *p = &a->v[a->rows[i].pair];

		buf_add_str(&got, i ? " " : "");
		if (a->rows[i].has[SIDE_LEFT])
			buf_addf(&got, "%zu", p->block[SIDE_LEFT][0]);
		buf_add_byte(&got, '-');
		if (a->rows[i].has[SIDE_RIGHT])
			buf_addf(&got, "%zu", p->block[SIDE_RIGHT][0]);
	}
	is(buf_slice(&got), want, "rows in reading order");
	buf_release(&got);
}

static void
test_names(void)
{
	for (enum pair_relation r = 0; r < PAIR_RELATIONS; r++) {
		struct words w = pair_relation_words(r);

		ok(strlen(pair_relation_name(r)) > 0 && strlen(words_in(w, UI_EN)) > 0 &&
		           strlen(words_in(w, UI_ZH)) > 0,
		   "%s has words", pair_relation_name(r));
	}
}

static void
is_place(struct place got, size_t block, size_t byte, const char *name)
{
	ok(got.block == block && got.byte == byte, "%s: %zu.%zu", name, got.block, got.byte);
}

/* A sentence is new, another stands in a block of its own, a third is gone. */
static void
test_places(void)
{
	static const char *const from[] = { "It was decided to meet again in the spring of next year. "
		                            "The Secretariat will send invitations to all States.",
		                            "No budget was adopted for that meeting at this time." };
	static const char *const to[] = { "It was agreed to meet again in the spring of next year.",
		                          "The Secretariat will send invitations to all States." };
	struct doc *left = make(from, 2), *right = make(to, 2);
	struct alignment a = { 0 };
	size_t second = strlen(to[0]) + 1;

	version_align(part_whole(left), part_whole(right), &a);
	is_place(alignment_place(&a, SIDE_LEFT, (struct place){ 0, 0 }), 0, 0, "the start");
	is_place(alignment_place(&a, SIDE_LEFT, (struct place){ 0, second + 2 }), 1, 1, "in a piece split off");
	is_place(alignment_place(&a, SIDE_RIGHT, (struct place){ 1, 4 }), 0, second + 5, "and back");
	is_place(alignment_place(&a, SIDE_LEFT, (struct place){ 1, 9 }), 1, strlen(to[1]), "a gap");
	alignment_release(&a);
	right->language = SLICE("zh");
	parallel_align((struct part){ left, 0, 1 }, (struct part){ right, 0, 1 }, &a);
	is_place(alignment_place(&a, SIDE_RIGHT, (struct place){ 0, strlen(to[0]) }), 0,
	         left->blocks[0].text.len, "the end, in proportion");
	alignment_release(&a);
	doc_free(left);
	doc_free(right);
}

int
main(void)
{
	struct doc *left = make(before, 4), *right = make(after, 4);
	struct alignment a = { 0 };
	size_t row;

	version_align(part_whole(left), part_whole(right), &a);
	test_rows(&a, "0- 1-0 2-1 3- -2 -3");
	is_number(a.n, 5, "a pair for each");
	ok(alignment_pair(&a, SIDE_LEFT, 0) == alignment_pair(&a, SIDE_RIGHT, 2), "one pair from both sides");
	ok(alignment_pair(&a, SIDE_LEFT, 0)->is_moved, "which was moved");
	is_number(alignment_row(&a, SIDE_LEFT, 0), 0, "its row on the left");
	is_number(alignment_row(&a, SIDE_RIGHT, 2), 4, "its row on the right");
	is_number(alignment_across(&a, SIDE_LEFT, 2), 1, "across a pair");
	is_number(alignment_across(&a, SIDE_LEFT, 3), 1, "across a gap: what stands before it");
	is_number(alignment_across(&a, SIDE_RIGHT, 3), 3, "also from the right");
	row = alignment_change(&a, 0, true);
	is_number(row, 0, "the first change");
	is_number(alignment_change(&a, 3, true), 3, "a change where one looks");
	ok(alignment_change(&a, a.n_rows, true) == SLICE_NONE, "none behind the end");
	alignment_release(&a);

	version_align(part_whole(left), part_whole(left), &a);
	ok(alignment_change(&a, 0, true) == SLICE_NONE, "no change from itself");
	ok(alignment_change(&a, a.n_rows - 1, false) == SLICE_NONE, "nor back from the end");
	alignment_release(&a);

	version_align((struct part){ left, 1, 3 }, (struct part){ right, 0, 1 }, &a);
	test_rows(&a, "1-0 2-");
	ok(alignment_across(&a, SIDE_LEFT, 2) == 0, "parts count as the documents do");
	alignment_release(&a);
	version_align((struct part){ left, 0, 0 }, (struct part){ right, 0, 1 }, &a);
	test_rows(&a, "-0");
	ok(alignment_across(&a, SIDE_RIGHT, 0) == SLICE_NONE, "nothing across where there is nothing");
	alignment_release(&a);
	test_names();
	test_places();
	doc_free(left);
	doc_free(right);
	return tap_done();
}
