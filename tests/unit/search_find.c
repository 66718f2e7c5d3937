/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "search/find.h"

#include "../sample_doc.h"
#include "tap.h"

#include <string.h>

static struct find *
query(const char *typed, enum find_kind kind, unsigned options)
{
	struct find *f = NULL;
	struct err err;

	if (find_new(slice_from(typed), kind, options, &f, &err) != STATUS_OK)
		ok(false, "%s: %s", typed, err_words(&err, UI_EN));
	return f;
}

/* The matches with | between them. */
static void
finds(const char *typed, enum find_kind kind, const char *text, const char *wanted)
{
	struct find *f = query(typed, kind, 0);
	struct find_span span[16];
	size_t n = find_in(f, slice_from(text), 0, span, 16);
	struct buf got = { 0 };

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_add_byte(&got, '|');
		buf_add(&got, slice_sub(slice_from(text), span[i].start, span[i].end));
	}
	is(buf_slice(&got), wanted, "%s in %.60s", typed, text);
	buf_release(&got);
	find_free(f);
}

static void
folded(void)
{
	finds("預防腐敗", FIND_FOLDED, "关于预防腐败和預防\n腐敗", "预防腐败|預防\n腐敗");
	finds("ＣＡＣ", FIND_FOLDED, "CAC 与 cac 和 Ｃａｃ", "CAC|cac|Ｃａｃ");
	finds("第7/5号决议", FIND_FOLDED, "第 7/5 号决议、第7/5號決議", "第 7/5 号决议|第7/5號決議");
	finds("2018年", FIND_FOLDED, "2018 年", "2018 年");
	finds("human rights", FIND_FOLDED, "Human  Rights, humanrights", "Human  Rights|humanrights");
	finds("resume", FIND_FOLDED, "Résumé", "Résumé");
	finds("株", FIND_FOLDED, "㈱株", "㈱|株");
	finds("(株)(株)", FIND_FOLDED, "㈱㈱㈱", "㈱㈱");
	finds("aa", FIND_FOLDED, "aaaaa", "aa|aa");
	finds("\"水\"", FIND_FOLDED, "“水”", "“水”");
	finds(" ", FIND_FOLDED, "甲 乙", "");
	finds("", FIND_FOLDED, "甲 乙", "");
	finds("的国", FIND_FOLDED, "国的国", "的国");
	finds("甲", FIND_FOLDED, "", "");
}

static void
sound(void)
{
	finds("yinhang", FIND_FOLDED, "银行（yinhang）银行", "银行|yinhang|银行");
	finds("huiyi", FIND_FOLDED, "会议", "会议");
	finds("kuaiji", FIND_FOLDED, "会计", "会计");
	finds("chongqing", FIND_FOLDED, "重庆", "重庆");
	finds("report", FIND_FOLDED, "The report reports", "report|report");
	finds("cac", FIND_FOLDED, "CAC", "CAC");
	finds("CBD", FIND_FOLDED, "参不得 CBD", "CBD");
}

static void
exact(void)
{
	finds("CAC", FIND_EXACT, "CAC cac", "CAC");
	finds("2018年", FIND_EXACT, "2018 年 2018年", "2018年");
	finds("aa", FIND_EXACT, "aaaaa", "aa|aa");
	finds("", FIND_EXACT, "aaaaa", "");
	finds("第.*号", FIND_REGEX, "第 7 号，第 8 号", "第 7 号，第 8 号");
	finds("\\d+", FIND_REGEX, "第 7 号，第 18 号", "7|18");
	finds("x*", FIND_REGEX, "aaxbxx", "x|xx");
}

static struct doc *
report(void)
{
	struct doc *d = doc_new();

	sample_block(d, BLOCK_HEADING, "附件一", 0, "水的报告");
	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "水和水井。");
	sample_block(d, BLOCK_TEXT, "", 0, "没有。");
	sample_block(d, BLOCK_PARAGRAPH, "2.", 2, "又是水。");
	doc_index(d);
	return d;
}

/* "0:3 1:…": unit and byte of each hit. */
static void
walk(struct doc *d, const char *typed, bool back, const char *wanted)
{
	struct find_document fd = { .doc = d };
	struct find_source s = find_source_of(&fd);
	struct find *f = query(typed, FIND_FOLDED, 0);
	struct find_hit from = { .unit = back ? s.n : 0 }, hit;
	struct buf got = { 0 };
	enum find_answer answer;

	while ((answer = back ? find_previous(f, s, &from, 1, &hit)
	                      : find_next(f, s, &from, 1, &hit)) != FIND_END) {
		if (answer == FIND_MORE)
			continue;
		buf_addf(&got, "%zu:%zu ", find_place(d, hit).block, find_place(d, hit).byte);
		from = (struct find_hit){ hit.unit, back ? hit.start : hit.end, 0 };
	}
	is(buf_slice(&got), wanted, "%s %s", typed, back ? "backwards" : "forwards");
	buf_release(&got);
	find_free(f);
	find_document_release(&fd);
}

static void
documents(void)
{
	struct doc *d = report();
	struct find_document fd = { .doc = d };
	struct find_source s = find_source_of(&fd);
	struct find *f = query("水", FIND_FOLDED, 0);
	struct find_list list = { 0 };
	int steps = 0;

	walk(d, "水", false, "0:0 1:0 1:6 3:6 ");
	walk(d, "水", true, "3:6 1:6 1:0 0:0 ");
	walk(d, "附件一水", false, "0:0 ");
	walk(d, "火", false, "");
	walk(d, "火", true, "");
	for (; !list.is_done; steps++)
		find_list_grow(&list, f, s, 1);
	ok(steps > 1, "listed in steps");
	is_number(list.hits.n, 4, "all are listed");
	ok(!list.is_cut, "and there are no more");
	is_number(find_list_rank(&list, (struct find_hit){ 1, list.hits.v[2].start, 0 }), 2, "rank");
	is_number(find_list_rank(&list, (struct find_hit){ 9, 0, 0 }), 4, "rank behind all");
	find_list_clear(&list);
	is_number(list.hits.n, 0, "cleared");
	find_list_release(&list);
	find_free(f);
	find_document_release(&fd);
	doc_free(d);
}

static void
many(void)
{
	struct buf text = { 0 };
	struct doc *d = doc_new();
	struct find_document fd = { .doc = d };
	struct find *f = query("水", FIND_FOLDED, 0);
	struct find_list list = { 0 };
	struct find_hit from = { 1, 0, 0 }, hit;

	for (int i = 0; i < FIND_LIST_MAX + 5; i++)
		buf_add_str(&text, "水。");
	sample_block(d, BLOCK_TEXT, "", 0, buf_str(&text));
	doc_index(d);
	while (!list.is_done)
		find_list_grow(&list, f, find_source_of(&fd), 1 << 20);
	is_number(list.hits.n, FIND_LIST_MAX, "a list has an end");
	ok(list.is_cut, "and says so");
	ok(find_previous(f, find_source_of(&fd), &from, 1 << 20, &hit) == FIND_HIT, "the last one");
	is_number(hit.start, (FIND_LIST_MAX + 4) * 6, "of a very long text");
	find_list_release(&list);
	find_free(f);
	find_document_release(&fd);
	doc_free(d);
	buf_release(&text);
}

/* A match that lies across the parts that a long text is folded in. */
static void
far(void)
{
	struct find *f = query("鲲鹏展翅", FIND_FOLDED, 0), *letters = query("needle", FIND_FOLDED, 0);
	struct buf text = { 0 };
	struct find_span span;
	bool found = true;

	for (int i = 0; i < 9000; i++) {
		size_t start = text.len;
		struct slice s;

		buf_add_str(&text, "鲲鵬 展\n翅 NEE dle");
		s = buf_slice(&text);
		found = found && find_in(f, s, 0, &span, 1) == 1 && span.start == start &&
		        find_in(letters, s, 0, &span, 1) == 1 && span.end == text.len;
		buf_truncate(&text, start);
		buf_add_str(&text, i % 3 ? "展" : "鲲 ");
	}
	ok(found, "at 9,000 places of a text");
	buf_release(&text);
	find_free(f);
	find_free(letters);
}

static void
bad(void)
{
	struct buf text = { 0 };
	struct find *f = NULL;
	struct find_span span;
	struct err err;

	ok(find_new(SLICE("a("), FIND_REGEX, 0, &f, &err) == STATUS_USAGE, "a broken expression");
	for (int i = 0; i < 5000; i++)
		buf_add_byte(&text, 'a');
	buf_add_byte(&text, 'b');
	f = query("(a+)+$", FIND_REGEX, 0);
	ok(!find_error(f), "an expression that explodes");
	is_number(find_in(f, buf_slice(&text), 0, &span, 1), 0, "finds nothing");
	ok(find_error(f) && find_error(f)->status == STATUS_TOO_BIG, "and is given up");
	find_free(f);
	find_free(NULL);
	f = query(buf_str(&text), FIND_FOLDED, FIND_UNFINISHED);
	is_number(find_in(f, buf_slice(&text), 0, &span, 1), 1, "5,001 letters are found");
	ok(!find_has_sound(f) && !find_is_empty(f), "and stand for nothing else");
	find_free(f);
	buf_release(&text);
}

static void
several(void)
{
	struct find *f = query("腐败", FIND_FOLDED, FIND_SILENT);
	struct slice text = SLICE("预防和打击腐败，防止腐败，预 防");
	struct find_span span[9];

	find_add(f, SLICE("预防"));
	find_add(f, SLICE("止腐"));
	is_number((long)find_in(f, text, 0, span, 9), 4, "matches of any, none over another");
	is(slice_sub(text, span[0].start, span[0].end), "预防", "in their order");
	is(slice_sub(text, span[2].start, span[2].end), "止腐", "of two the first");
	is(slice_sub(text, span[3].start, span[3].end), "预 防", "to the end");
	is_number((long)find_in(f, text, 0, span, 2), 2, "no more than there is room for");
	is(find_typed(f), "腐败", "the query stays what it was");
	find_free(f);
}

/* From the middle of a character on, the match that begins with it is behind. */
static void
amid(void)
{
	struct find *f = query("水资源", FIND_FOLDED, 0);
	struct slice text = SLICE("淡水资源和水资源");
	struct find_span span = { 0, 0 };

	for (size_t from = 4; from < 6; from++) {
		is_number((long)find_in(f, text, from, &span, 1), 1, "one behind byte %zu", from);
		is_number((long)span.start, 15, "the second");
	}
	is_number((long)find_in(f, text, 16, &span, 1), 0, "none behind it");
	find_free(f);
}

int
main(void)
{
	amid();
	several();
	folded();
	sound();
	exact();
	documents();
	many();
	far();
	bad();
	return tap_done();
}
