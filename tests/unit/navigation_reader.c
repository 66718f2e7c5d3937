/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "navigation/reader.h"

#include "../sample_doc.h"
#include "tap.h"

#define PARAGRAPHS 30

static struct layout_settings
settings(int cols)
{
	return (struct layout_settings){ .cols = cols, .width = { .ambiguous = 1 }, .hang = true };
}

/* A heading, then paragraphs of three lines at 80 columns, a heading before number 20. */
static struct doc *
report(void)
{
	struct doc *d = doc_new();

	sample_block(d, BLOCK_HEADING, "一.", 0, "导言");
	for (long i = 1; i <= PARAGRAPHS; i++) {
		struct slice text = arena_printf(&d->arena,
		                                 "第%ld句话说的是水。缔约国会议审议了跨界水道和含水层的公平"
		                                 "合理利用、监测网络的建立以及技术援助的需求，并注意到秘书处"
		                                 "提交的各项说明中所载的资料和建议。",
		                                 i);

		if (i == 20)
			sample_block(d, BLOCK_HEADING, "二.", 0, "监测");
		sample_block(d, BLOCK_PARAGRAPH, arena_printf(&d->arena, "%ld.", i).p, i, text.p);
	}
	doc_index(d);
	return d;
}

static void
scrolls(struct reader *r)
{
	reader_scroll(r, 1);
	is_number(r->top.block, 1, "one row down: the gap before paragraph 1 is on top");
	is_number(r->current.block, 1, "current is its first line");
	reader_scroll(r, 1000);
	ok(reader_where(r).at_end, "down to the end");
	is_number(r->current.block, r->doc->n_blocks - 1, "and current walks to the last row");
	reader_scroll(r, -1000);
	ok(r->top.block == 0 && r->top.line == 0, "up again");
	is_number(r->current.block, 0, "current walks to the first row");
	reader_page(r, 1);
	ok(r->current.block > 3, "a page");
	reader_page(r, -1);
	is_number(r->top.block, 0, "and back");
	for (int i = 0; i < 200; i++)
		reader_scroll(r, 1);
	ok(reader_where(r).at_end, "line by line to the end");
	for (int i = 0; i < 400; i++)
		reader_scroll(r, -1);
	ok(r->top.block == 0 && r->current.block == 0, "line by line to the start");
}

static void
jumps(struct reader *r)
{
	ok(reader_jump_number(r, 25), "paragraph 25");
	is_number(r->doc->blocks[r->current.block].number, 25, "is current");
	ok(reader_current_row(r) >= 0 && reader_current_row(r) < r->rows, "and on the screen");
	ok(!reader_jump_number(r, 31), "there is no paragraph 31");
	ok(reader_jump_number(r, 20), "paragraph 20");
	is_number(r->top.block, r->current.block - 1, "is shown with its heading");
	ok(reader_jump_last(r), "back");
	is_number(r->doc->blocks[r->current.block].number, 25, "to 25");
	reader_first(r);
	ok(reader_paragraph(r, 3), "three paragraphs on");
	is_number(r->doc->blocks[r->current.block].number, 3, "is number 3");
	ok(reader_heading(r, 1), "the next heading");
	is(r->doc->blocks[r->current.block].label, "二.", "is the second");
	ok(!reader_heading(r, 1), "there is no third");
	reader_set_mark(r, 'a');
	reader_end(r);
	ok(reader_jump_mark(r, 'a') && !reader_jump_mark(r, 'b'), "marks");
	is(r->doc->blocks[r->current.block].label, "二.", "lead back");
}

static void
resizes(struct reader *r)
{
	struct place before;

	reader_jump_number(r, 12);
	reader_scroll(r, 2);
	before = r->current;
	for (int cols = 1; cols < 200; cols += 7)
		reader_resize(r, settings(cols), cols % 40);
	reader_resize(r, settings(80), 22);
	ok(r->current.block == before.block && r->current.byte == before.byte,
	   "any number of sizes keeps block and byte");
	reader_scroll(r, 1);
	reader_resize(r, settings(3), 1);
	reader_page(r, 3);
	reader_end(r);
	reader_first(r);
	ok(r->top.block == 0, "1 row, 3 columns");
	reader_resize(r, settings(80), 22);
}

static void
anchors(struct reader *r)
{
	struct doc *changed = doc_new();
	struct reader_anchor a;
	struct place at;

	reader_jump_number(r, 7);
	a = reader_anchor_of(r->doc, r->current);
	at = reader_find_anchor(r->doc, a);
	ok(at.block == r->current.block && at.byte == r->current.byte, "found in the same text");
	sample_block(changed, BLOCK_PARAGRAPH, "7.", 7, "一段新的话。");
	sample_block(changed, BLOCK_PARAGRAPH, "8.", 8, r->doc->blocks[r->current.block].text.p);
	doc_index(changed);
	at = reader_find_anchor(changed, a);
	is_number(at.block, 1, "the words decide when numbers have moved");
	changed->blocks[1].text = SLICE("另一段。");
	at = reader_find_anchor(changed, a);
	is_number(at.block, 0, "without the words the number does");
	a.eid = SLICE("para_99");
	at = reader_find_anchor(changed, a);
	ok(at.block < changed->n_blocks, "always a place");
	doc_free(changed);
}

static void
notes(struct reader *r)
{
	static const struct layout_note list[] = { { 3, SLICE("*"), SLICE("一\n二\n三") },
		                                   { 30, SLICE("*"), SLICE("末") } };
	struct reader_spot spot;
	struct row top;

	reader_jump_number(r, 5);
	reader_align(r, READER_MIDDLE);
	reader_set_notes(r, list, 2);
	ok(doc_block(r->doc, r->current.block)->number == 5 && reader_current_row(r) == 11,
	   "notes come up above: the current paragraph keeps its row");
	r->top = (struct row){ 3, layout_block(r->layout, 3).n_text + 1 };
	top = r->top;
	spot = reader_spot_of(r);
	reader_scroll(r, 9);
	reader_restore(r, &spot);
	ok(r->top.block == top.block && r->top.line == top.line, "back to the very row of a note");
	reader_first(r);
	for (int i = 0; i < 200; i++)
		reader_scroll(r, 1);
	ok(reader_where(r).at_end && r->current.block == r->doc->n_blocks - 1, "row by row to the end");
	is_number(reader_where(r).percent, 100, "all has been seen");
	for (int i = 0; i < 200; i++)
		reader_scroll(r, -1);
	ok(r->top.block == 0 && r->current.block == 0, "and to the start");
	reader_set_notes(r, NULL, 0);
}

int
main(void)
{
	struct reader r;

	reader_init(&r, report(), settings(80), 22);
	scrolls(&r);
	jumps(&r);
	resizes(&r);
	anchors(&r);
	notes(&r);
	reader_release(&r);
	return tap_done();
}
