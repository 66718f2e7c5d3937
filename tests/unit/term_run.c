/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_fixture.h"

#include "tap.h"

#include <signal.h>

static int
run(struct term *t, const char *script, const char *input)
{
	const char *argv[] = { "/bin/sh", "-c", script, NULL };

	return term_run(t, argv, slice_from(input));
}

static void
test_answers(struct term *t)
{
	const char *none[] = { "/nowhere/nothing", NULL };

	is_number(run(t, "exit 0", ""), 0, "a program that is content");
	is_number(run(t, "exit 3", ""), 3, "one that is not");
	is_number(run(t, "kill -9 $$", ""), 128 + SIGKILL, "one that is killed");
	is_number(term_run(t, none, SLICE("x")), 127, "one that is not there");
	is_number(run(t, "test \"$(cat)\" = '水'", "水"), 0, "what it reads");
	is_number(run(t, "kill -INT $PPID; exit 0", ""), 0, "^C is its own");
}

int
main(void)
{
	struct fixture f;
	struct event e;

	test_answers(NULL);
	fixture_open(&f, "xterm-256color", 1, false);
	fixture_show(&f);
	test_answers(f.t);
	ok(slice_find(fixture_sent(&f), SLICE("\x1b[?1049l"), 0) != SLICE_NONE, "the screen is given back");
	term_wait(f.t, 0, &e);
	is_number(e.kind, EVENT_RESIZE, "and taken again");
	ok(slice_find(fixture_show(&f), SLICE("\x1b[?1049h"), 0) != SLICE_NONE ||
	   slice_find(fixture_sent(&f), SLICE("\x1b[H"), 0) == SLICE_NONE, "painted anew");
	fixture_close(&f);
	return tap_done();
}
