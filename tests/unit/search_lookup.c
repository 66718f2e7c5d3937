/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "search/lookup.h"

#include "../store_sample.h"
#include "store/note.h"
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

static struct library *l;

static void
add(const char *symbol, const char *language, const char *date, const char *title,
    const char *const *text, size_t n)
{
	struct doc *d = sample_new(symbol, language, title, symbol);
	struct library_change change;
	struct arena arena = { 0 };

	d->date = slice_from(date);
	d->body = SLICE("CFW/COP");
	sample_block(d, BLOCK_HEADING, "一.", 0, title);
	for (size_t i = 0; i < n; i++)
		sample_block(d, BLOCK_PARAGRAPH, arena_printf(&d->arena, "%zu.", i + 1).p, (long)i + 1,
		             text[i]);
	change = sample_add(l, d, symbol, &arena);
	is_number(change.what, LIBRARY_NEW, "%s is added", symbol);
	arena_release(&arena);
}

static void
fill(void)
{
	static const char *const old[] = { "缔约国会议审议了 2018 年 的腐败问题。", "水资源的分配。",
		                           "见 CFW/COP/2024/9，第 3 段。" };
	static const char *const new[] = { "预防和打击腐败的措施。", "见 CFW/COP/2024/91。",
		                           "銀行監管與預防。", "Water resources of the World." };

	add("CFW/COP/2020/1", "zh", "2020-03-01", "旧报告", old, 3);
	add("CFW/COP/2024/9", "zh", "2024-11-20", "预防", new, 4);
}

static struct notes *notes; /* NULL: none are given */

/* "document/block …" in their order, or the words of the refusal. */
static void
finds(const char *query, const char *want)
{
	struct lookup *q = NULL;
	struct buf got = { 0 };
	struct lookup_hits hits;
	bool is_done = false;
	struct err err;
	enum status status = lookup_new(slice_from(query), (struct lookup_options){ 0 }, &q, &err);

	if (status == STATUS_OK && notes && lookup_asks_notes(q))
		status = lookup_take_notes(q, notes, &err);
	while (status == STATUS_OK && !is_done)
		status = lookup_step(q, l, 2, &is_done, &err);
	if (status != STATUS_OK) {
		buf_add_str(&got, err_words(&err, UI_EN));
	} else {
		hits = lookup_found(q);
		for (size_t i = 0; i < hits.n; i++)
			buf_addf(&got, "%s%ld/%zu", i > 0 ? " " : "", (long)hits.v[i].document,
			         hits.v[i].block);
	}
	is(buf_slice(&got), want, "%s", query);
	lookup_free(q);
	buf_release(&got);
}

static void
words(void)
{
	finds("腐败", "2/1 1/1");
	finds("預防", "2/0 2/1 2/3");
	finds("2018年", "1/1");
	finds("水", "1/2");
	finds("资源分配", "");
	finds("water WORLD", "2/4");
	finds("\"resources of\"", "2/4");
	finds("“of the world”", "2/4");
	finds("resou*", "2/4");
	finds("no such words", "");
	finds("腐败 OR 分配", "2/1 1/1 1/2");
	finds("腐败 NOT 预防", "1/1");
	finds("腐败 -预防", "1/1");
	finds("(腐败 OR 分配) AND 2018", "1/1");
	finds("yufang", "2/0 2/1 2/3");
	finds("yhjg", "2/3");
}

static void
fields(void)
{
	finds("CFW/COP/2024/9", "2/0 1/3");
	finds("\"CFW/COP/2024/9\"", "2/2 1/3");
	finds("腐败 date:2020", "1/1");
	finds("腐败 date:2021..", "2/1");
	finds("腐败 date:..2020-12", "1/1");
	finds("腐败 title:旧", "1/1");
	finds("腐败 symbol:cfw/cop/2024", "2/1");
	finds("in:CFW/COP/2024/9 预防", "2/0 2/1 2/3");
	finds("腐败 lang:en", "");
	finds("腐败 body:CFW", "2/1 1/1");
	finds("title：旧", "1/0");
	finds("note:x", "");
}

/* Sentences that differ from what is there. */
static void
nearly(void)
{
	finds("缔约国会议审议了2018年的腐蚀问题", "1/1");
	finds("\"缔约国会议审议2018年的腐败问题\"", "1/1");
	finds("缔约国会仪审议了2018年的腐败间题", "1/1");
	finds("Water resorces of the whole World", "");
	finds("Water resorces of the World.", "2/4");
	finds("缔约国会议审议了2018年的财务报告和预算", "");
	finds("CFW/COP/2024/9999/Add.1/Corr.12", "");
}

/* How far a hit is from what was typed, and what of it is marked. */
static void
marks_nearly(void)
{
	struct slice text = SLICE("2. 缔约国会议审议了 2018 年 的腐败问题。");
	struct find_span span[2] = { { 0, 0 }, { 0, 0 } };
	struct lookup *q = NULL;
	struct lookup_hits hits;
	bool is_done = false;

	if (!ok(lookup_new(SLICE("国会议审议了2018年的腐蚀问"), (struct lookup_options){ 0 }, &q, NULL) ==
	                STATUS_OK, "a sentence is taken"))
		return;
	while (!is_done)
		if (lookup_step(q, l, 1, &is_done, NULL) != STATUS_OK)
			break;
	hits = lookup_found(q);
	ok(hits.n == 1 && lookup_is_near(q), "only something like it is there");
	is_number((long)hits.v[0].errors, 1, "one character differs");
	is_number((long)lookup_marks(q, text, span, 2), 1, "it is marked");
	is(slice_sub(text, span[0].start, span[0].end), "国会议审议了 2018 年 的腐败问", "from end to end");
	is_number((long)lookup_marks(q, SLICE("水资源的分配。"), span, 2), 0, "other text is not");
	lookup_free(q);
}

static void
put_note(const char *document, enum note_scope scope, const char *eid, const char *text)
{
	char id[NOTE_ID_LEN + 1];
	struct note note = { .kind = NOTE_TEXT,
		             .document = slice_from(document),
		             .scope = scope,
		             .eid = slice_from(eid),
		             .block = 99,
		             .text = slice_from(text) };

	note_make_id(id);
	note.id = slice_from(id);
	ok(note_put(notes, &note, NULL) == STATUS_OK, "a note on %s %s", document, eid);
}

static void
noted(const char *path)
{
	if (!ok(notes_open(path, &notes, NULL) == STATUS_OK, "notes"))
		return;
	put_note("CFW/COP/2024/9", NOTE_PARAGRAPH, "para_3", "待查：银行");
	put_note("CFW/COP/2020/1", NOTE_DOCUMENT, "", "待查，旧");
	put_note("A/1/1", NOTE_PARAGRAPH, "para_3", "待查");
	finds("note:待查", "1/0 2/3");
	finds("note:\"待查： 银行\"", "2/3");
	finds("note:待查 腐败", "1/1");
	finds("NOT note:待查 预防", "2/0 2/1");
	finds("note:没有", "");
	finds("note:待查 lang:en", "");
	notes_close(notes);
	notes = NULL;
	finds("note:待查", "");
}

static void
refuses(void)
{
	finds("", "nothing to look for");
	finds("a \"b", "the quotation mark at character 3 is not closed");
	finds("(a", "the bracket at character 1 is not closed");
	finds("a )", "the bracket at character 3 was not opened");
	finds("NOT a", "say what to look for, not only what to leave out");
	finds("a OR", "something is missing at character 5");
	finds("title:", "title: at character 7 names nothing");
	finds("AND", "");
	finds("' ; DROP TABLE block --", "");
	finds("。", "2/0 2/1 2/2 2/3 2/4 1/0 1/1 1/2 1/3");
}

/* How many hits there are of one character, and after how many steps of 200 rows the first came. */
static size_t
hurry(const char *query, bool is_typed, int *first)
{
	struct lookup_options options = { .is_typed = is_typed };
	struct lookup *q = NULL;
	bool is_done = false;
	size_t n = 0;
	int steps = 0;

	*first = 0;
	if (lookup_new(slice_from(query), options, &q, NULL) != STATUS_OK)
		return 0;
	while (!is_done && lookup_step(q, l, 200, &is_done, NULL) == STATUS_OK) {
		steps++;
		n = lookup_found(q).n;
		if (n > 0 && *first == 0)
			*first = steps;
	}
	lookup_free(q);
	return n;
}

/* A large document behind the others: a short word is found in its newest paragraphs at once, a rare
 * one by the index. */
static void
typed(void)
{
	const char *text[1500];
	int first;

	for (size_t i = 0; i < 1500; i++)
		text[i] = i % 10 == 9 ? "沙丘。" : "沼泽。";
	add("CFW/COP/2025/1", "zh", "2025-01-01", "沙", text, 1500);
	is_number((long)hurry("丘", false, &first), 150, "frequent");
	is_number((long)hurry("丘", true, &first), 150, "while it is typed, too");
	is_number(first, 1, "the first at once");
	is_number((long)hurry("腐", true, &first), 2, "rare, in the oldest documents");
	ok(first <= 8, "after %d steps", first);
	is_number((long)hurry("沙丘", true, &first), 150, "two characters");
}

int
main(void)
{
	char folder[] = "/tmp/duan-test-XXXXXX";
	struct buf path = { 0 };
	struct err err;

	if (!mkdtemp(folder))
		return 1;
	buf_addf(&path, "%s/library.db", folder);
	if (!ok(library_open(path.p, &l, &err) == STATUS_OK, "opens"))
		return tap_done();
	finds("empty", "");
	fill();
	words();
	fields();
	nearly();
	marks_nearly();
	refuses();
	buf_clear(&path);
	buf_addf(&path, "%s/notes.db", folder);
	noted(buf_str(&path));
	typed();
	library_close(l);
	buf_clear(&path);
	buf_addf(&path, "rm -rf '%s'", folder);
	if (system(buf_str(&path)) != 0)
		return 1;
	buf_release(&path);
	return tap_done();
}
