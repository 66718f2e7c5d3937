/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/doc.h"

#include "../sample_doc.h"
#include "doc/dump.h"
#include "tap.h"

static struct doc *
report(void)
{
	struct doc *d = doc_new();

	sample_block(d, BLOCK_HEADING, "一.", 0, "导言")->id = SLICE("sec_I");
	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "缔约国会议审议了水资源问题。");
	sample_block(d, BLOCK_ITEM, "(a)", 0, "分配；")->id = SLICE("para_1__subpara_a");
	sample_block(d, BLOCK_HEADING, "二.", 0, "监测")->id = SLICE("sec_II");
	sample_block(d, BLOCK_PARAGRAPH, "2.", 2, "见 CFW/COP/2024/9。");
	sample_block(d, BLOCK_HEADING, NULL, 0, "附件")->component = SLICE("annex_1");
	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "附件第一段。")->component = SLICE("annex_1");
	d->blocks[4].citations = ARENA_NEW(&d->arena, struct citation);
	d->blocks[4].n_citations = 1;
	d->blocks[4].citations[0] = (struct citation){ .start = 4,
		                                       .end = 18,
		                                       .kind = CITATION_SYM,
		                                       .confidence = CITATION_HIGH,
		                                       .target = SLICE("doc:CFW/COP/2024/9"),
		                                       .evidence = SLICE("symbol") };
	doc_index(d);
	return d;
}

static void
places(const struct doc *d)
{
	is_number(doc_find(d, SLICE("2")), 4, "a number is a paragraph of the main part");
	is_number(doc_find(d, SLICE("#para_1")), 1, "an eId");
	is_number(doc_find(d, SLICE("1(a)")), 2, "a sub-paragraph as typed");
	is_number(doc_find(d, SLICE("!annex_1#para_1")), 6, "in a component");
	is_number(doc_find(d, SLICE("annex_1")), 5, "a component as a whole");
	ok(doc_find(d, SLICE("3")) == SLICE_NONE, "a number there is not");
	ok(doc_find(d, SLICE("1(a")) != 2, "an open bracket is no sub-paragraph");
	ok(doc_find(d, SLICE("")) == SLICE_NONE || doc_find(d, SLICE("")) < d->n_blocks, "no words");
}

static void
index_of_blocks(const struct doc *d)
{
	is_number(d->last_number, 2, "last number of the main part");
	is_number(doc_heading_of(d, 2), 0, "heading of an item");
	is_number(doc_heading_of(d, 4), 3, "heading of a paragraph");
	is_number(doc_paragraph_of(d, 2), 1, "paragraph of an item");
	ok(doc_paragraph_of(d, 5) == SLICE_NONE, "the annex does not belong to paragraph 2");
	is_number(doc_paragraph_of(d, 6), 6, "a paragraph is its own");
	is_number(d->text_start[7] - d->text_start[6], d->blocks[6].text.len, "bytes of text");
}

static void
dumps(const struct doc *d)
{
	struct buf out = { 0 };

	dump_outline(d, &out);
	is(buf_slice(&out), "一. 导言\t#sec_I\n二. 监测\t#sec_II\n附件\t!annex_1#\n", "outline");
	buf_clear(&out);
	dump_block_text(&d->blocks[2], &out);
	is(buf_slice(&out), "(a)\t分配；\n", "text of a block");
	buf_clear(&out);
	dump_json(d, UI_EN, &out);
	ok(slice_find(buf_slice(&out),
	              SLICE("\"start\":2,\"end\":16,\"text\":\"CFW/COP/2024/9\",\"kind\":\"sym\""),
	              0) != SLICE_NONE,
	   "JSON counts code points");
	ok(slice_ends(buf_slice(&out), "\"remarks\":[]}\n"), "one object, one line");
	buf_release(&out);
}

int
main(void)
{
	struct doc *d = report(), *empty = doc_new();

	places(d);
	index_of_blocks(d);
	dumps(d);
	doc_index(empty);
	is_number(empty->n_blocks, 1, "an empty document has one block");
	is(doc_source_line(empty, 1), "", "and no source");
	doc_free(empty);
	doc_free(d);
	doc_free(NULL);
	return tap_done();
}
