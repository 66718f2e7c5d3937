/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/anchor.h"

#include "annotation_fixture.h"

static const char *const lines[] = { "缔约国会议注意到报告。", "请秘书处编写一份报告，并提交缔约国会议。",
	                             "请秘书处编写一份说明，并提交缔约国会议。", "会议闭幕。" };

static void
made(const struct flat *f)
{
	struct arena arena = { 0 };
	struct anchor_range range;
	struct note note = { 0 };

	anchor_to_range(f, anchor_block(f->doc, 1), NOTE_PARAGRAPH, &arena, &note);
	is(note.document, "CFW/COP/2031/5", "filed under the symbol");
	is(note.eid, "para_2", "the paragraph");
	is(note.quote, lines[1], "its words");
	is(note.prefix, "缔约国会议注意到报告。\n", "what is before it");
	ok(slice_starts(note.suffix, "\n请秘书处编写一份说明"), "what is behind it");
	is_number(note.rival, 2, "the passage most like it differs in two characters");
	ok(anchor_words(f, 1, SLICE("編寫 一份"), &range), "words are found in another script");
	anchor_to_range(f, range, NOTE_WORDS, &arena, &note);
	is(note.quote, "编写一份", "and quoted as they stand");
	ok(note.start == 4 && note.stop == 8, "code points of the paragraph");
	is(note.prefix, "缔约国会议注意到报告。\n请秘书处", "outside and inside the paragraph");
	ok(!anchor_words(f, 0, SLICE("编写"), &range), "not where they are not");
	anchor_to_document(f->doc, &arena, &note);
	ok(note.scope == NOTE_DOCUMENT && note.eid.len == 0, "a document has no place");
	arena_release(&arena);
}

static void
shown(const struct flat *f)
{
	struct doc *en = fixture_doc(lines, 3, 1, "en", 'b');
	struct arena arena = { 0 };
	struct anchor_range range;
	struct note note = { 0 };
	struct buf text = { 0 };

	ok(anchor_words(f, 1, SLICE("秘书处"), &range), "words");
	anchor_to_range(f, range, NOTE_WORDS, &arena, &note);
	ok(anchor_show(f->doc, &note, &range), "they show");
	anchor_text(f->doc, range, &text);
	is(buf_slice(&text), "秘书处", "where they are");
	ok(anchor_show(en, &note, &range) && range.from.block == 1 && range.from.byte == 0,
	   "in another language it is the paragraph");
	note.state = NOTE_ORPHAN;
	ok(!anchor_show(f->doc, &note, &range), "an orphan shows nowhere");
	note.state = NOTE_ATTACHED;
	note.eid = SLICE("para_77");
	ok(!anchor_show(f->doc, &note, &range), "nor what names another place");
	buf_release(&text);
	arena_release(&arena);
	doc_free(en);
}

int
main(void)
{
	struct doc *d = fixture_doc(lines, 4, 1, "zh", 'a');
	struct flat *f = flat_new(d);

	made(f);
	shown(f);
	flat_free(f);
	doc_free(d);
	return tap_done();
}
