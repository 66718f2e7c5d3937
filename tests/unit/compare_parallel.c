/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "compare/parallel.h"

#include "sample_doc.h"
#include "tap.h"

#include <stdio.h>
#include <time.h>

/* "0=0 1=1+2 2=- -=3": left blocks = right blocks, by pair. */
static void
list_pairs(const struct alignment *a, struct buf *out)
{
	for (size_t i = 0; i < a->n; i++) {
		const struct pair *p = &a->v[i];

		buf_add_str(out, i ? " " : "");
		for (int side = 0; side < SIDES; side++) {
			buf_add_str(out, side ? "=" : "");
			buf_add_str(out, p->n[side] == 0 ? "-" : "");
			for (size_t k = 0; k < p->n[side]; k++)
				buf_addf(out, "%s%zu", k ? "+" : "", p->block[side][k]);
		}
	}
}

static void
check(struct doc *left, struct doc *right, const char *want, const char *name)
{
	struct alignment a = { 0 };
	struct buf got = { 0 };

	doc_index(left);
	doc_index(right);
	parallel_align(part_whole(left), part_whole(right), &a);
	list_pairs(&a, &got);
	is(buf_slice(&got), want, "%s", name);
	buf_release(&got);
	alignment_release(&a);
	doc_free(left);
	doc_free(right);
}

static void
test_numbers(void)
{
	struct doc *zh = doc_new(), *en = doc_new();

	sample_block(zh, BLOCK_PARAGRAPH, "1.", 1, "缔约国会议通过了议程。");
	sample_block(zh, BLOCK_PARAGRAPH, "2.", 2, "秘书处介绍了报告。");
	sample_block(zh, BLOCK_TEXT, "", 0, "报告载于附件。");
	sample_block(zh, BLOCK_PARAGRAPH, "4.", 4, "会议闭幕。");
	sample_block(en, BLOCK_PARAGRAPH, "1.", 1, "The Conference of the Parties adopted its agenda.");
	sample_block(en, BLOCK_PARAGRAPH, "2.", 2,
	             "The Secretariat introduced the report. It is contained in the annex.");
	sample_block(en, BLOCK_PARAGRAPH, "3.", 3, "This paragraph has no counterpart on the other side.");
	sample_block(en, BLOCK_PARAGRAPH, "4.", 4, "The meeting was closed.");
	check(zh, en, "0=0 1+2=1 -=2 3=3", "by number; a torn one is joined, a missing one is a gap");
}

static void
test_lengths(void)
{
	struct doc *zh = doc_new(), *en = doc_new();

	sample_block(zh, BLOCK_TEXT, "", 0, "经济及社会理事会，");
	sample_block(zh, BLOCK_TEXT, "", 0, "回顾其2004年7月23日第2004/52号决议，其中决定设立一个特设咨询小组，");
	sample_block(zh, BLOCK_TEXT, "", 0, "注意到该小组的报告(E/2023/63)，");
	sample_block(zh, BLOCK_TEXT, "", 0, "表示赞赏。");
	sample_block(en, BLOCK_TEXT, "", 0, "The Economic and Social Council,");
	sample_block(en, BLOCK_TEXT, "", 0, "Recalling its resolution 2004/52 of 23 July 2004,");
	sample_block(en, BLOCK_TEXT, "", 0, "by which it decided to establish an ad hoc advisory group,");
	sample_block(en, BLOCK_TEXT, "", 0, "Taking note of the report of the group (E/2023/63),");
	sample_block(en, BLOCK_TEXT, "", 0, "Expresses its appreciation.");
	check(zh, en, "0=0 1=1+2 2=3 3=4", "by length, figures and symbols");
}

/* Replies in the order of each language; notes where pages end. */
static void
test_order(void)
{
	struct doc *left = doc_new(), *right = doc_new();

	sample_block(left, BLOCK_PARAGRAPH, "1.", 1, "Austria replied that it had measured the lakes.");
	sample_block(left, BLOCK_PARAGRAPH, "2.", 2, "Chad replied that it had not.");
	sample_block(left, BLOCK_FOOTNOTE, "1", 1, "See A/70/1.")->id = SLICE("fn_1");
	sample_block(left, BLOCK_PARAGRAPH, "3.", 3, "Zambia replied that the question was difficult.");
	sample_block(right, BLOCK_PARAGRAPH, "2.", 2, "Le Tchad a répondu que non.");
	sample_block(right, BLOCK_PARAGRAPH, "3.", 3, "La Zambie a répondu que la question était difficile.");
	sample_block(right, BLOCK_PARAGRAPH, "1.", 1, "L’Autriche a répondu qu’elle avait mesuré les lacs.");
	sample_block(right, BLOCK_FOOTNOTE, "1", 1, "Voir A/70/1.")->id = SLICE("fn_1");
	check(left, right, "1=0 2=3 3=1 0=2", "under the same number in another order");
}

static void
test_empty(void)
{
	struct doc *left = doc_new(), *right = doc_new();

	sample_block(left, BLOCK_TEXT, "", 0, "");
	sample_block(right, BLOCK_TEXT, "", 0, "");
	sample_block(right, BLOCK_TABLE, "", 0, "1\t2\n3\t4");
	check(left, right, "0=0 -=1", "next to nothing");
}

/* Ten thousand without a number, some missing on either side. */
static void
test_many(void)
{
	struct doc *left = doc_new(), *right = doc_new();
	struct alignment a = { 0 };
	size_t n = 10000, right_pairs = 0;
	clock_t start;

	left->blocks = ARENA_ARRAY(&left->arena, n, struct block);
	right->blocks = ARENA_ARRAY(&right->arena, n, struct block);
	for (size_t i = 0; i < n; i++) {
		/* Lengths that repeat late; a year now and then. */
		int words = (int)(3 + (i * 7919) % 37);
		struct buf text[SIDES] = { 0 };

		for (int k = 0; k < words; k++) {
			buf_add_str(&text[0], "水文");
			buf_add_str(&text[1], "water ");
		}
		buf_addf(&text[0], "%zu。", i / 5 + 1000);
		buf_addf(&text[1], "in %zu.", i / 5 + 1000);
		if (i % 100 != 7)
			left->blocks[left->n_blocks++] = (struct block){
				.kind = BLOCK_TEXT, .text = arena_copy(&left->arena, buf_slice(&text[0])),
				.number = (long)i
			};
		if (i < 4000 || i > 4300)
			right->blocks[right->n_blocks++] = (struct block){
				.kind = BLOCK_TEXT, .text = arena_copy(&right->arena, buf_slice(&text[1])),
				.number = (long)i
			};
		buf_release(&text[0]);
		buf_release(&text[1]);
	}
	doc_index(left);
	doc_index(right);
	start = clock();
	parallel_align(part_whole(left), part_whole(right), &a);
	printf("# 10,000 blocks without a number: %.0f ms\n", (double)(clock() - start) * 1000 / CLOCKS_PER_SEC);
	for (size_t i = 0; i < a.n; i++)
		right_pairs += a.v[i].n[0] == 1 && a.v[i].n[1] == 1 &&
		               left->blocks[a.v[i].block[0][0]].number ==
		                       right->blocks[a.v[i].block[1][0]].number;
	ok(right_pairs > 9400, "ten thousand: %zu of 9602 pairs", right_pairs);
	alignment_release(&a);
	doc_free(left);
	doc_free(right);
}

int
main(void)
{
	test_numbers();
	test_lengths();
	test_order();
	test_empty();
	test_many();
	return tap_done();
}
