/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/fetching.h"

#include "../link_sample.h"

static struct session *
reader(bool can_fetch)
{
	struct session *s = session_new((struct session_settings){
		.width = { .ambiguous = 1 }, .rows = 24, .cols = 80, .can_fetch = can_fetch });

	session_open(s, link_report("A/1/1", "A/2/2"), SLICE(""));
	return s;
}

static void
test_wants(void)
{
	struct session *s = reader(true);

	ok(fetching_want(s, SLICE("doc:A/2/2#para_3"), SLICE("")), "what is cited and not held");
	is(buf_slice(&s->fetching.wanted), "A/2/2\n", "is wanted");
	is(buf_slice(&s->message), "fetching A/2/2; ^C ends it", "it is said");
	ok(fetching_want(s, SLICE("doc:A/2/2"), SLICE("")), "wanted again");
	ok(fetching_want(s, SLICE("res:CAC/COSP:7/5"), SLICE("CAC/COSP/2017/14")), "of a resolution the report");
	is(buf_slice(&s->fetching.wanted), "A/2/2\nCAC/COSP/2017/14\n", "each once");
	ok(!fetching_want(s, SLICE("res:CAC/COSP:7/5"), SLICE("")), "no report is known");
	ok(!fetching_want(s, SLICE("treaty:UNCAC"), SLICE("")), "a treaty has no symbol");
	ok(!fetching_want(s, SLICE("doc:A/1/1"), SLICE("")), "what is open is there");
	link_play(s, "<Esc><C-c>");
	is(buf_slice(&s->message), "no more is fetched", "^C");
	is(buf_slice(&s->fetching.wanted), "", "forgets it");
	ok(!fetching_cancel(s), "nothing is left to cancel");
	session_free(s);
}

static void
test_says(void)
{
	struct session *s = reader(true);

	fetching_take_line(s, SLICE("new\tA/2/2@en\tRivers\t3 citations lead here now"));
	is(buf_slice(&s->message), "A/2/2@en is here: Rivers", "what came");
	fetching_take_line(s, SLICE("duan: A/2/3: cancelled"));
	ok(s->is_error, "what did not is an error");
	fetching_take_line(s, SLICE("duan: 1 more not tried"));
	is(buf_slice(&s->message), "A/2/3: cancelled", "the reason stays");
	fetching_take_line(s, SLICE("rubbish"));
	is(buf_slice(&s->message), "A/2/3: cancelled", "rubbish says nothing");
	fetching_end(s);
	ok(!s->fetching.has_complained, "the next one may complain again");
	s->fetching.errand.pid = 1;
	link_play(s, "<C-c>");
	fetching_take_line(s, SLICE("duan: A/2/3: cancelled"));
	is(buf_slice(&s->message), "no more is fetched", "who has ended it is not told again");
	s->fetching.errand.pid = 0;
	session_free(s);
}

static void
test_cannot(void)
{
	struct session *s = reader(false);

	ok(!fetching_want(s, SLICE("doc:A/2/2"), SLICE("")), "a library that takes nothing, or no libcurl");
	is(buf_slice(&s->fetching.wanted), "", "nothing is wanted");
	session_free(s);
}

int
main(void)
{
	test_wants();
	test_says();
	test_cannot();
	return tap_done();
}
