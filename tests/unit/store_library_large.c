/* SPDX-License-Identifier: ISC */
/*
 * A document that is too large to be read as a whole.
 */
#include "config.h"

#include "store/library.h"

#include "../store_sample.h"
#include "doc/dump.h"
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

#define BLOCKS 5000

/* Paragraphs, a heading before each hundred of them, the last half an annex. */
static void
fill(struct doc *d, size_t i)
{
	struct block *b = &d->blocks[i];
	struct arena *a = &d->arena;

	*b = (struct block){ .kind = BLOCK_PARAGRAPH, .number = (long)i, .page = (uint32_t)i / 30 + 1 };
	if (i >= BLOCKS / 2)
		b->component = SLICE("annex_1");
	b->label = arena_printf(a, "%zu.", i);
	b->id = arena_printf(a, "para_%zu", i);
	b->text = arena_printf(a, "缔约国会议审议了第 %zu 号文件。", i);
	b->source_line = (uint32_t)i + 1;
	b->source_end = (uint32_t)i + 2;
	buf_addf(&d->source, "%zu. 缔约国会议审议了第 %zu 号文件。\r\n", i, i);
	if (i % 100 == 0) {
		b->kind = BLOCK_HEADING;
		b->level = 1;
	}
	if (i % 7 == 3) {
		b->citations = ARENA_ARRAY(a, 2, struct citation);
		b->n_citations = 2;
		for (size_t k = 0; k < 2; k++)
			b->citations[k] = (struct citation){
				.start = k * 3, .end = k * 3 + 3, .kind = CITATION_SYM,
				.confidence = CITATION_HIGH, .target = arena_printf(a, "doc:A/%zu", i + k),
				.evidence = SLICE("symbol")
			};
	}
}

static struct doc *
large(const char *hash)
{
	struct doc *d = sample_new("CFW/COP/2024/30", "zh", "长报告", hash);

	d->blocks = ARENA_ARRAY(&d->arena, BLOCKS, struct block);
	d->n_blocks = BLOCKS;
	for (size_t i = 0; i < BLOCKS; i++)
		fill(d, i);
	doc_divide(d);
	doc_index(d);
	return d;
}

static void
is_as(const struct doc *got, const struct doc *want)
{
	struct buf a = { 0 }, b = { 0 };

	dump_json(got, UI_ZH, &a);
	dump_json(want, UI_ZH, &b);
	ok(a.len == b.len && slice_eq(buf_slice(&a), buf_slice(&b)), "every block is as it was");
	buf_release(&a);
	buf_release(&b);
	ok(got->backing != NULL && !got->blocks, "fetched when looked at");
	is_number(got->text_start[BLOCKS], want->text_start[BLOCKS], "bytes of text");
	is_number(got->n_headings, want->n_headings, "headings");
	is_number(got->last_number, want->last_number, "last number");
	is_number(doc_heading_of(got, 250), doc_heading_of(want, 250), "heading of a block");
	is_number(doc_paragraph_of(got, 2600), doc_paragraph_of(want, 2600), "paragraph of a block");
	is_number(got->n_source_lines, want->n_source_lines, "source lines");
	is(doc_source_line(got, 1), "0. 缔约国会议审议了第 0 号文件。", "the first");
	is(doc_source_line(got, 4321), "4320. 缔约国会议审议了第 4320 号文件。", "one in the middle");
	is(doc_source_line(got, BLOCKS), "4999. 缔约国会议审议了第 4999 号文件。", "the last");
	is_number(doc_find(got, SLICE("123")), 123, "a paragraph by its number");
	is_number(doc_find(got, SLICE("!annex_1#para_2601")), 2601, "one of the annex");
	is_number(doc_find(got, SLICE("annex_1")), BLOCKS / 2, "the annex");
	is_number(doc_find(got, SLICE("para_2601")), SLICE_NONE, "one that is not in the main part");
}

int
main(void)
{
	char folder[] = "/tmp/duan-test-XXXXXX";
	struct buf path = { 0 };
	struct library *l = NULL;
	struct doc *want = large("aa"), *got = NULL;
	struct library_change change;
	struct arena arena = { 0 };
	struct err err;

	if (!mkdtemp(folder))
		return 1;
	buf_addf(&path, "%s/library.db", folder);
	ok(library_open(path.p, &l, &err) == STATUS_OK, "opens");
	change = sample_add(l, large("aa"), "", &arena);
	is_number(change.what, LIBRARY_NEW, "new");
	if (ok(library_load(l, change.id, &got, &err) == STATUS_OK, "is loaded"))
		is_as(got, want);
	ok(library_remove(l, change.id, &err) == STATUS_OK, "is removed");
	is(doc_block(got, 1234)->text, "缔约国会议审议了第 1234 号文件。",
	   "who reads it goes on reading");
	is(doc_block(got, 4000)->text, "缔约国会议审议了第 4000 号文件。", "anywhere");
	doc_free(got);
	ok(library_load(l, change.id, &got, &err) == STATUS_MISSING, "nobody else does");
	doc_free(want);
	library_close(l);
	unlink(path.p);
	rmdir(folder);
	buf_release(&path);
	arena_release(&arena);
	return tap_done();
}
