/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/hint.h"

#include "../link_sample.h"

int
main(void)
{
	struct session *s = link_session(NULL);

	link_play(s, "f");
	is_number((long)s->hints.v.n, 3, "a label for every link in sight");
	is(hint_rest(&s->hints, &s->hints.v.v[1]), "s", "one letter");
	link_play(s, "a");
	ok(session_pane(s)->document == 1 && link_number(s) == 12, "its letter follows");
	link_play(s, "<C-o>");
	ok(session_pane(s)->document == 0 && link_number(s) == 2, "back to the link");
	link_play(s, "f<Esc>");
	ok(s->hints.v.n == 0 && session_pane(s)->document == 0, "Esc takes them away");
	link_play(s, "fjj");
	ok(s->hints.v.n == 0 && session_pane(s)->document == 0, "so does a letter that is none of them");
	link_play(s, "ggFａ");
	is_number(session_view(s)->kind, VIEW_PREVIEW, "F previews; full width will do");
	link_play(s, "q10Gztf");
	ok(s->hints.v.n == 1, "one label further down");
	link_play(s, "<resize 2x10>");
	is_number((long)s->hints.v.n, 0, "another size takes them away");
	link_play(s, "<resize 4x80>5Gztf");
	ok(s->hints.v.n == 0 && s->message.len > 0, "no link in sight");
	session_free(s);
	return tap_done();
}
