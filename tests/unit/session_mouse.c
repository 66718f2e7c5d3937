/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "../link_sample.h"

static void
text(struct session *s)
{
	link_play(s, "gg<wheel down>");
	is_number((long)session_document(s)->reader.top.block, 1, "three rows down");
	link_play(s, "<wheel up>");
	is_number((long)session_document(s)->reader.top.block, 0, "and up");
	link_play(s, "gg<click 8x30>");
	is_number(link_number(s), 3, "a click on a paragraph");
	link_play(s, "<click 1x10>");
	is_number(link_number(s), 3, "on the first line: nothing");
	link_play(s, "<click 24x10>");
	is_number(link_number(s), 3, "nor on the last one");
	link_play(s, "gg<click 5x14>");
	is_number((long)session_pane(s)->document, 1, "a click on a link follows");
	is_number(link_number(s), 12, "to the paragraph");
	link_play(s, "<C-o>");
}

static void
list(struct session *s)
{
	link_play(s, "go<click 3x10>");
	is_number((long)session_pane(s)->document, 1, "a click on an item goes there");
	link_play(s, "go<click 9x10>");
	ok(session_view(s)->kind == VIEW_DOCUMENTS, "below the items: nothing");
	link_play(s, "q:set<click 5x14>");
	ok(s->prompt.is_open, "nothing while something is typed");
	link_play(s, "<Esc>");
}

static void
panes(struct session *s)
{
	size_t here;

	link_play(s, "<C-w>v");
	here = s->focus;
	link_play(s, "<click 5x3>");
	ok(s->focus != here, "a click in the other pane goes there");
	link_play(s, "<click 5x70>");
	ok(s->focus == here, "and back");
}

int
main(void)
{
	struct session *s = link_session(NULL);

	text(s);
	list(s);
	panes(s);
	session_free(s);
	return tap_done();
}
