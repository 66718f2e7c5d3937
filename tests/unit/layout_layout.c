/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/layout.h"

#include "../sample_doc.h"
#include "tap.h"
#include "text/breaks.h"

#include <string.h>

static const char paragraph[] =
	"秘书处代表介绍了题为“跨界含水层的管理”的第 6/2 号决议的执行情况，其中提及秘书处的说明"
	"（CFW/COP/2024/9/Add.1），并回顾了 2024 年 11 月 18 日第 3 次会议的讨论；他说，25 个缔约国……"
	"已经提交了报告。";

static struct layout_settings
settings(int cols)
{
	return (struct layout_settings){ .cols = cols, .width = { .ambiguous = 1 }, .hang = true };
}

static struct doc *
report(void)
{
	struct doc *d = doc_new();
	struct block *b;
	const char *symbol = strstr(paragraph, "CFW/");

	sample_block(d, BLOCK_HEADING, "一.", 0, "导言");
	b = sample_block(d, BLOCK_PARAGRAPH, "1.", 1, paragraph);
	b->citations = ARENA_NEW(&d->arena, struct citation);
	b->n_citations = 1;
	b->citations[0] = (struct citation){ .start = (size_t)(symbol - paragraph),
		                             .end = (size_t)(symbol - paragraph) + 20 };
	sample_block(d, BLOCK_PARAGRAPH, "2.", 2, "短。");
	sample_block(d, BLOCK_TABLE, NULL, 0, "年\t缔约国\n2023\t24\n2024\t25");
	doc_index(d);
	return d;
}

/* Every byte is on exactly one line, blanks at breaks apart; no line is too wide. */
static bool
is_whole(struct layout *l, struct slice text, struct layout_lines lines, int cols)
{
	size_t at = 0;
	int most = layout_text_cols(l);

	for (size_t i = 0; i < lines.n; i++) {
		const struct line *line = &lines.v[i];

		if (line->is_gap)
			continue;
		if (!slice_is_blank(slice_sub(text, at, line->start)) || line->end < line->start)
			return false;
		at = line->end;
		if (line->indent + width_slice((struct width){ 1 }, slice_sub(text, line->start, at)) >
		    most + 2)
			return false;
	}
	return cols > 0 && slice_is_blank(slice_skip(text, at));
}

static bool
breaks_well(struct slice text, struct layout_lines lines, const struct citation *symbol)
{
	for (size_t i = 0; i < lines.n; i++) {
		const struct line *line = &lines.v[i];

		if (line->is_gap || line->start == 0)
			continue;
		if (breaks_forbids_start(utf8_at(text, line->start)) ||
		    breaks_forbids_end(utf8_before(text, lines.v[i - 1].end)))
			return false;
		if (line->start > symbol->start && line->start < symbol->end)
			return false;
	}
	return true;
}

static void
widths(struct doc *d)
{
	struct layout *l = layout_new(d, settings(80));
	const struct block *b = &d->blocks[1];
	bool whole = true, well = true;

	for (int cols = 1; cols <= 200; cols++) {
		struct layout_lines lines;

		layout_set(l, settings(cols));
		lines = layout_block(l, 1);
		whole = whole && is_whole(l, b->text, lines, cols);
		if (cols >= 28) /* room for the symbol and a bracket */
			well = well && breaks_well(b->text, lines, &b->citations[0]);
	}
	ok(whole, "1 to 200 columns: nothing lost, nothing too wide");
	ok(well, "28 to 200 columns: no bad break");
	layout_free(l);
}

static void
rows(struct doc *d)
{
	struct layout *l = layout_new(d, settings(80));
	struct row r = layout_first(l), last = layout_last(l);
	struct layout_lines lines = layout_block(l, 1);
	long n;

	is_number(lines.v[0].is_gap, true, "a gap before a paragraph");
	is_number(lines.v[1].has_label, true, "the label on the first line");
	is_number(lines.v[2].indent, 3, "further lines hang");
	is_number(layout_line_of(l, (struct place){ 1, 0 }), 1, "byte 0 is on the line behind the gap");
	is_number(layout_line_of(l, (struct place){ 1, 100000 }), lines.n - 1, "past the end: the last");
	n = layout_move(l, &r, 1000000);
	ok(r.block == last.block && r.line == last.line, "down to the end");
	is_number(layout_move(l, &r, -1000000), -n, "and as many rows up again");
	ok(r.block == 0 && r.line == 0, "to the first");
	layout_free(l);
}

static void
tables(struct doc *d)
{
	struct layout *l = layout_new(d, settings(80));
	size_t n;
	const int *columns = layout_columns(l, 3, &n);

	is_number(layout_block(l, 3).n, 4, "a gap and three rows");
	ok(columns && n == 3 && columns[1] == 6 && columns[2] == 12, "columns stand below each other");
	is_number(layout_col_of(l, (struct place){ 3, 19 }), layout_margin(l) + 6,
	          "a byte in the second column");
	layout_free(l);
}

static void
long_text(void)
{
	struct doc *d = doc_new();
	struct buf text = { 0 };
	struct layout *l;

	for (int i = 0; i < 20000; i++)
		buf_add_byte(&text, 'x');
	sample_block(d, BLOCK_TEXT, NULL, 0, buf_str(&text));
	doc_index(d);
	l = layout_new(d, settings(85));
	is_number(layout_block(l, 0).n, 20000 / 80, "an endless word is cut at the edge");
	layout_free(l);
	doc_free(d);
	buf_release(&text);
}

/* Notes have rows of their own under their blocks. */
static void
notes(const struct doc *d)
{
	static const struct layout_note list[] = { { 1, SLICE("*"), SLICE("一行\n第二行") },
		                                   { 1, SLICE("#"), SLICE("") },
		                                   { 2, SLICE("*"), SLICE("短") } };
	struct layout *l = layout_new(d, settings(60));
	size_t before = layout_block(l, 1).n, end = doc_block(d, 1)->text.len;
	struct layout_lines lines;
	struct row row;

	is_number(layout_block(l, 1).n_text, before, "without notes all lines are of the text");
	layout_set_notes(l, list, 3);
	lines = layout_block(l, 1);
	ok(lines.n == before + 3 && lines.n_text == before, "two lines of a note, one of an empty note");
	ok(lines.v[before].note == &list[0] && lines.v[before + 1].note_start == 7 &&
	           lines.v[before + 2].note == &list[1],
	   "each knows its note and its part of it");
	is_number(layout_block(l, 0).n, 1, "a block without notes is as it was");
	is_number(layout_line_of(l, (struct place){ 1, end }), before - 1, "the end is in the text");
	row = (struct row){ 1, before + 1 };
	is_number(layout_place_of(l, row).byte, lines.v[before - 1].start,
	          "a row of a note has the place of the last line of the text");
	is_number(layout_move(l, &row, 2), 2, "over the rows");
	ok(row.block == 2 && row.line == 0, "to the next block");
	layout_set_notes(l, NULL, 0);
	is_number(layout_block(l, 1).n, before, "taken away");
	layout_free(l);
}

int
main(void)
{
	struct doc *d = report(), *empty = doc_new();
	struct layout *l;

	widths(d);
	rows(d);
	tables(d);
	notes(d);
	long_text();
	doc_index(empty);
	l = layout_new(empty, settings(1));
	is_number(layout_block(l, 0).n, 1, "an empty document has one line");
	layout_free(l);
	doc_free(empty);
	doc_free(d);
	return tap_done();
}
