/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/adding.h"

#include "../link_sample.h"

#include <stdlib.h>

static struct session *
reader(bool can_add)
{
	struct session *s = session_new((struct session_settings){
		.width = { .ambiguous = 1 }, .rows = 24, .cols = 80, .can_add = can_add });

	session_open(s, link_report("A/1/1", "A/2/2"), SLICE(""));
	return s;
}

static void
test_words(void)
{
	struct session *s = reader(true);

	setenv("HOME", "/elsewhere/me", 1);
	link_play(s, ":add  ~/reports a\\ b.pdf   ~c\\\\d ~<CR>");
	is(buf_slice(&s->adding.wanted), "/elsewhere/me/reports\na b.pdf\n~c\\d\n/elsewhere/me\n",
	   "words as a shell takes them");
	is(buf_slice(&s->adding.progress), "adding files; ^C ends it", "it is said");
	session_free(s);
	s = reader(true);
	link_play(s, "：ａｄｄ　报告，一/<CR>");
	is(buf_slice(&s->adding.wanted), "报告，一/\n", "the command in full width, the path as it is");
	session_free(s);
}

static void
test_refusals(void)
{
	struct session *s = reader(true);

	link_play(s, ":add<CR>");
	is(buf_slice(&s->message), "add what? a folder or files: :add reports/", "no path");
	link_play(s, ":add one<CR>:add two<CR>");
	is(buf_slice(&s->message), "files are being added already: adding files; ^C ends it; ^C ends that",
	   "one at a time");
	is(buf_slice(&s->adding.wanted), "one\n", "the first goes on");
	link_play(s, "<C-c>");
	is(buf_slice(&s->message), "no more is added; what came stays", "^C");
	ok(!adding_is_at_work(&s->adding), "nothing is at work");
	session_free(s);
	s = reader(false);
	link_play(s, ":add one<CR>");
	ok(s->is_error && !adding_is_at_work(&s->adding), "a library that takes nothing");
	session_free(s);
}

static void
test_says(void)
{
	struct session *s = reader(true);

	s->adding.errand.pid = 5;
	adding_take_line(s, SLICE("3 of 7, refused 0, 1.5 a second, 3 s left"));
	is(buf_slice(&s->adding.progress), "3 of 7, refused 0, 1.5 a second, 3 s left", "how far it is");
	adding_take_line(s, SLICE("duan: x.pdf: damaged"));
	is_number((long)s->adding.refused.n, 1, "refused");
	adding_take_line(s, SLICE("new 6, refused 1; 0.2 MB in 0.5 s"));
	errand_end(&s->adding.errand);
	adding_end(s);
	is(buf_slice(&s->message), "added: new 6, refused 1; 0.2 MB in 0.5 s; x.pdf: damaged", "the result");
	is(buf_slice(&s->adding.progress), "", "nothing goes on");
	link_play(s, ":refused<CR>");
	ok(session_view(s)->kind == VIEW_REFUSED, "the list");
	is(session_view(s)->items.v[0].text, "x.pdf: damaged", "of files and reasons");
	for (int i = 0; i < 3000; i++)
		adding_take_line(s, SLICE("duan: y.pdf: damaged"));
	link_play(s, "q:refused<CR>");
	is_number((long)session_view(s)->items.n, 2001, "as many as a list holds");
	is(session_view(s)->items.v[2000].text, "and 1001 more", "and how many there are besides");
	link_play(s, ":add more<CR>");
	is_number((long)s->adding.refused.n, 0, "the next one begins without");
	is(session_view(s)->items.v[0].text, "x.pdf: damaged", "a list that is open keeps its words");
	session_free(s);
}

static void
test_quits(void)
{
	struct session *s = reader(true);

	s->adding.errand.pid = 5;
	adding_take_line(s, SLICE("3 of 7"));
	link_play(s, "Q");
	ok(!s->quit, "who quits is told");
	is(buf_slice(&s->message),
	   "once more quits and ends the adding of files, what came stays: 3 of 7", "what is at work");
	link_play(s, "jq");
	ok(!s->quit, "and told again, after something else");
	link_play(s, "Q");
	ok(s->quit, "twice is meant");
	s->adding.errand.pid = 0;
	session_free(s);
	s = reader(true);
	s->adding.errand.pid = 5;
	s->adding.errand.has_died = true;
	adding_end(s);
	ok(s->is_error, "what broke off is an error");
	s->adding.errand.pid = 0;
	session_free(s);
}

int
main(void)
{
	test_words();
	test_refusals();
	test_says();
	test_quits();
	return tap_done();
}
