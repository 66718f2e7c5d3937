/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/script.h"

#include "tap.h"

static struct event
only(const char *script)
{
	struct slice rest = slice_from(script);
	struct event e = { 0 };
	struct err err;

	if (script_is_done(&rest) || script_next(&rest, &e, &err) != STATUS_OK ||
	    !script_is_done(&rest))
		ok(false, "%s is one event", script);
	return e;
}

static bool
is_refused(const char *script)
{
	struct slice rest = slice_from(script);
	struct event e;
	struct err err;

	return script_next(&rest, &e, &err) == STATUS_USAGE;
}

int
main(void)
{
	struct slice rest = SLICE("\n\n");
	struct event e;

	is_number(only("j").key, 'j', "a character");
	is_number(only("段").key, 0x6BB5, "of any length");
	is_number(only("<CR>").key, EVENT_ENTER, "a name");
	is_number(only("<C-d>").key, 4, "a control key");
	is_number(only("<lt>").key, '<', "the sign itself");
	is_number(only(">").key, '>', "its other half needs no name");
	is_number(only("<wait>").kind, EVENT_TIMEOUT, "time");
	is_number(only("<hangup>").kind, EVENT_HANGUP, "the line is gone");
	is_number(only("<quit>").kind, EVENT_QUIT, "asked to go");
	e = only("<resize 24x80>");
	ok(e.kind == EVENT_RESIZE && e.rows == 24 && e.cols == 80, "a size");
	e = only("<paste 题为 x>");
	ok(e.kind == EVENT_PASTE && slice_is(e.text, "题为 x"), "a paste");
	is_number(only("\nj\n").key, 'j', "line ends are nothing");
	ok(script_is_done(&rest), "nothing but line ends");
	ok(is_refused("<"), "no end");
	ok(is_refused("<nokey>"), "no such key");
	ok(is_refused("<resize 24>"), "half a size");
	ok(is_refused("<resize 0x80>"), "no rows");
	ok(is_refused("<resize 24x99999999999>"), "too many columns");
	ok(is_refused("<>"), "no name");
	return tap_done();
}
