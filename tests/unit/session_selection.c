/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/selection.h"

#include "../sample_doc.h"
#include "session/script.h"
#include "session/session.h"
#include "tap.h"

static struct doc *
report(void)
{
	struct doc *d = doc_new();

	sample_block(d, BLOCK_HEADING, "A.", 0, "Water");
	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "Clean water, for all.");
	sample_block(d, BLOCK_TEXT, "", 0, "");
	sample_block(d, BLOCK_PARAGRAPH, "2.", 2, "国际合作与技术援助。");
	sample_block(d, BLOCK_PARAGRAPH, "3.", 3, "好👨‍👩‍👧e\xCC\x81x");
	doc_index(d);
	return d;
}

static void
play(struct session *s, const char *keys)
{
	struct slice rest = slice_from(keys);

	while (!script_is_done(&rest)) {
		struct event e;
		struct err err;

		if (script_next(&rest, &e, &err) != STATUS_OK)
			break;
		session_handle(s, &e);
	}
}

/* What the keys select, blocks parted by '|'. */
static void
selects(struct session *s, const char *keys, const char *wanted)
{
	const struct doc *d = session_document(s)->reader.doc;
	struct selection_span span;
	struct buf out = { 0 };

	play(s, "<Esc>");
	play(s, keys);
	if (!selection_span(s, &span))
		span = (struct selection_span){ { 1, 0 }, { 0, 0 }, false };
	for (size_t i = span.start.block; i <= span.end.block; i++) {
		struct slice text = doc_block(d, i)->text;

		if (i == span.end.block)
			text = slice_sub(text, 0, span.end.byte);
		if (i > span.start.block)
			buf_add_byte(&out, '|');
		buf_add(&out, slice_skip(text, i == span.start.block ? span.start.byte : 0));
	}
	is(buf_slice(&out), wanted, "%s", keys);
	buf_release(&out);
}

int
main(void)
{
	struct session *s = session_new((struct session_settings){
		.width = { .ambiguous = 1 }, .rows = 24, .cols = 80 });

	session_open(s, report(), SLICE(""));
	selects(s, "1Gv", "");
	is_number(selection_kind(s), SELECTION_CARET, "v is the caret alone");
	selects(s, "1Gvv", "C");
	selects(s, "1Gvve", "Clean");
	selects(s, "1Gvwve", "water");
	selects(s, "1Gvwvee", "water, for");
	selects(s, "1Gvwvb", "Clean w");
	selects(s, "1Gvwveob", "Clean water");
	selects(s, "1Gv3lv2l", "an ");
	selects(s, "1Gv$v", ".");
	selects(s, "1Gv$v^", "Clean water, for all.");
	selects(s, "1Gv$vl", ".||国");
	selects(s, "2Gvve", "国际");
	selects(s, "2Gvvee", "国际合作");
	selects(s, "2Gvwve", "合作");
	selects(s, "2Gvvb", &"Clean water, for all.||国"[17]);
	selects(s, "2Gvvh", ".||国");
	selects(s, "3Gvlv", "👨‍👩‍👧");
	selects(s, "3Gv2lv", "e\xCC\x81");
	selects(s, "3Gv99lv99h", "Water|Clean water, for all.||国际合作与技术援助。|好👨‍👩‍👧e\xCC\x81x");
	selects(s, "3Gvv99w", "好👨‍👩‍👧e\xCC\x81");
	selects(s, "3Gvv99e", "好👨‍👩‍👧e\xCC\x81x");
	selects(s, "1GV", "Clean water, for all.");
	selects(s, "1GVj", "Clean water, for all.||国际合作与技术援助。");
	selects(s, "1GVk", "Water|Clean water, for all.");
	selects(s, "1GVkk", "Water|Clean water, for all.");
	selects(s, "1GVV", "");
	selects(s, "1Gv)v(", "Clean water, for all.||国");
	selects(s, "2Gv(v(", "Water|C");
	selects(s, "1Gv8lvjk", "t");
	selects(s, "1Gv8lvj", "ter, for all.||国际合作与");
	selects(s, "1GvvV", "Clean water, for all.");
	selects(s, "1GvV<Esc>", "");
	is_number(selection_kind(s), SELECTION_NONE, "Esc leaves");
	play(s, "1Gvb");
	is_number(selection_kind(s), SELECTION_CARET, "b is no page up with a caret");
	play(s, "<Esc>o");
	ok(s->finder.prompt.is_open, "without it o opens");
	play(s, "<Esc>1Gvv");
	session_open(s, report(), SLICE(""));
	is_number(selection_kind(s), SELECTION_NONE, "another document has none");
	session_free(s);
	return tap_done();
}
