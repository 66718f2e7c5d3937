/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/reattach.h"

#include "annotation_fixture.h"
#include "store/journal.h"

#include <stdlib.h>
#include <unistd.h>

static const char *const before[] = {
	"缔约国会议第五届会议主席宣布会议开幕，并对东道国表示感谢。",
	"会议请秘书处就地下水储量的变化趋势编写一份报告，并提交第七届会议审议。",
	"会议请秘书处就地表水质量的变化趋势编写一份报告，并提交第七届会议审议。",
	"若干发言者强调，必须及时公布观测记录，并采用统一的格式。",
	"会议于下午六时闭幕。"
};

static enum reattach_result
find(const char *const *lines, size_t n, long first, size_t block, const char *words, struct buf *text)
{
	struct doc *old = fixture_doc(before, 5, 1, "zh", 'a'), *now = fixture_doc(lines, n, first, "zh", 'b');
	struct flat *f = flat_new(old), *g = flat_new(now);
	struct anchor_range range = anchor_block(old, block);
	struct reattach_found found;
	struct arena arena = { 0 };
	struct note note = { 0 };

	if (words && !anchor_words(f, block, slice_from(words), &range))
		ok(false, "%s is there", words);
	anchor_to_range(f, range, words ? NOTE_WORDS : NOTE_PARAGRAPH, &arena, &note);
	reattach_find(g, &note, &found);
	buf_clear(text);
	if (found.has_range)
		anchor_text(now, found.range, text);
	flat_free(f);
	flat_free(g);
	doc_free(old);
	doc_free(now);
	arena_release(&arena);
	return found.result;
}

static void
found_again(void)
{
	const char *now[6];
	struct buf text = { 0 };

	is_number(find(before, 5, 1, 1, NULL, &text), REATTACH_SAME, "nothing changed");
	is_number(find(before, 5, 4, 1, "储量", &text), REATTACH_MOVED, "other numbers");
	memcpy(now, before, sizeof before);
	now[3] = "若干發言者強調, 必須及時公布觀測記錄, 並採用統一的格式.";
	is_number(find(now, 5, 1, 3, NULL, &text), REATTACH_SAME, "script and punctuation do not matter");
	now[3] = "若干发言者着重指出，必须尽早公布观测记录，并采用统一的格式。";
	is_number(find(now, 5, 1, 3, NULL, &text), REATTACH_CHANGED, "reworded");
	is(buf_slice(&text), now[3], "and found");
	is_number(find(now, 5, 1, 3, "观测记录", &text), REATTACH_SAME, "words that stayed in it");
	is(buf_slice(&text), "观测记录", "are found exactly");
	now[0] = before[0], now[1] = before[2], now[2] = before[1], now[3] = before[3];
	is_number(find(now, 5, 1, 1, NULL, &text), REATTACH_MOVED, "look-alikes change places");
	is(buf_slice(&text), before[1], "and each is found");
	now[1] = before[2], now[2] = before[3], now[3] = before[4];
	is_number(find(now, 4, 1, 1, NULL, &text), REATTACH_ORPHAN, "the look-alike is not taken for it");
	is(buf_slice(&text), before[2], "but shown as a guess");
	is_number(find(now, 4, 1, 1, "地下水储量", &text), REATTACH_ORPHAN, "nor for words of it");
	buf_release(&text);
}

/* Kept, reported, accepted, carried over. */
static void
kept(const char *folder)
{
	const char *const after[] = { before[0], before[2],
		                      "若干发言者着重指出，必须尽早公布观测记录，并采用统一的格式。" };
	struct doc *old = fixture_doc(before, 5, 1, "zh", 'a'), *now = fixture_doc(after, 3, 1, "zh", 'b');
	struct flat *f = flat_new(old);
	struct arena arena = { 0 };
	struct reattach_report report;
	struct journal_step step;
	struct notes *n = NULL;
	struct buf path = { 0 };
	struct note note = { 0 }, got;
	char id[NOTE_ID_LEN + 1];
	struct err err;

	buf_addf(&path, "%s/notes.db", folder);
	if (!ok(notes_open(path.p, &n, &err) == STATUS_OK, "notes"))
		return;
	for (size_t i = 0; i < 5; i++) {
		anchor_to_range(f, anchor_block(old, i), NOTE_PARAGRAPH, &arena, &note);
		snprintf(id, sizeof id, "%032zu", i);
		note.id = slice_from(id);
		if (note_put(n, &note, &err) != STATUS_OK)
			ok(false, "%s", err_words(&err, UI_EN));
	}
	ok(reattach_document(n, old, &arena, &report, &err) == STATUS_OK && report.n == 0, "the same bytes");
	ok(reattach_document(n, now, &arena, &report, &err) == STATUS_OK, "a changed text");
	is_number((long)report.count[REATTACH_SAME], 1, "one as it was");
	is_number((long)report.count[REATTACH_MOVED], 1, "one moved");
	is_number((long)report.count[REATTACH_CHANGED], 1, "one changed");
	is_number((long)report.count[REATTACH_ORPHAN], 2, "two gone");
	ok(reattach_document(n, now, &arena, &report, &err) == STATUS_OK && report.n == 0, "once");
	ok(note_get(n, SLICE("00000000000000000000000000000003"), &arena, &got, &err) == STATUS_OK &&
	           got.state == NOTE_CHANGED && slice_is(got.quote, before[3]) &&
	           slice_is(got.eid, "para_3"),
	   "a changed one keeps its quotation at its new place");
	ok(reattach_accept(n, now, got.id, NULL, &arena, &got, &err) == STATUS_OK &&
	           got.state == NOTE_ATTACHED && slice_is(got.quote, after[2]),
	   "accepted");
	ok(journal_undo(n, &arena, &step, &err) == STATUS_OK && step.v[0].after.state == NOTE_CHANGED,
	   "and that undone");
	ok(reattach_accept(n, now, SLICE("00000000000000000000000000000004"),
	                   &(struct anchor_range){ { 0, 0 }, { 0, 3 } }, &arena, &got, &err) == STATUS_OK &&
	           slice_is(got.quote, "缔"),
	   "an orphan moved");
	ok(reattach_document(n, old, &arena, &report, &err) == STATUS_OK && report.count[REATTACH_ORPHAN] == 0,
	   "back to the old text: none is an orphan any more");
	now->symbols[0] = SLICE("CFW/COP/2031/9");
	ok(reattach_carry(n, SLICE("CFW/COP/2031/5"), now, &arena, &report, &err) == STATUS_OK &&
	           report.n == 5,
	   "carried over to another document");
	ok(reattach_carry(n, SLICE("CFW/COP/2031/5"), now, &arena, &report, &err) == STATUS_OK, "again");
	{
		struct note_list list;

		ok(note_of_document(n, now->symbols[0], SLICE(""), &arena, &list, &err) == STATUS_OK &&
		           list.n + report.count[REATTACH_ORPHAN] == 5,
		   "each once, orphans stay");
	}
	notes_close(n);
	flat_free(f);
	doc_free(old);
	doc_free(now);
	buf_release(&path);
	arena_release(&arena);
}

int
main(void)
{
	char folder[] = "/tmp/duan-test-XXXXXX";
	struct buf clean = { 0 };

	if (!mkdtemp(folder))
		tap_skip_all("no folder for scratch files");
	found_again();
	kept(folder);
	buf_addf(&clean, "rm -rf '%s'", folder);
	if (system(clean.p) != 0)
		printf("# %s stays\n", folder);
	buf_release(&clean);
	return tap_done();
}
