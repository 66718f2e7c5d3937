/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_fixture.h"

#include "tap.h"

#include <string.h>
#include <unistd.h>

static struct term *t;
static int master, slave;

static void
open_terminal(struct slice typed)
{
	struct term_settings settings = { .width = { 1 }, .typed = typed };
	struct err err;

	if (term_open_on(slave, slave, "xterm-256color", settings, &t, &err) != STATUS_OK)
		tap_skip_all(err_words(&err, UI_EN));
}

static void
type(const char *bytes)
{
	if (write(master, bytes, strlen(bytes)) < 0)
		die("cannot type");
}

/* The key that some bytes make; -1 for none, -2 for several. */
static long
key(const char *bytes)
{
	struct event e, more;

	type(bytes);
	term_wait(t, 1000, &e);
	if (e.kind != EVENT_KEY)
		return -1;
	term_wait(t, 0, &more);
	return more.kind == EVENT_TIMEOUT ? (long)e.key : -2;
}

static void
test_characters(void)
{
	is_number(key("a"), 'a', "a letter");
	is_number(key("甲"), 0x7532, "a Chinese character");
	is_number(key("\xF0\xA0\x80\x80"), 0x20000, "four bytes");
	is_number(key("\x01"), 1, "Control-A");
	is_number(key("\x1A"), 26, "Control-Z");
	is_number(key("\x1D"), 29, "Control-]");
	is_number(key("\x03"), 3, "Control-C is a key");
}

static void
test_named(void)
{
	is_number(key("\r"), EVENT_ENTER, "CR");
	is_number(key("\n"), EVENT_ENTER, "LF");
	is_number(key("\t"), EVENT_TAB, "Tab");
	is_number(key("\x7F"), EVENT_BACKSPACE, "DEL");
	is_number(key("\b"), EVENT_BACKSPACE, "Control-H");
	is_number(key("\x1B"), EVENT_ESCAPE, "ESC alone");
	is_number(key("\x1BOA"), EVENT_UP, "up");
	is_number(key("\x1BOB"), EVENT_DOWN, "down");
	is_number(key("\x1BOC"), EVENT_RIGHT, "right");
	is_number(key("\x1BOD"), EVENT_LEFT, "left");
	is_number(key("\x1BOH"), EVENT_HOME, "home");
	is_number(key("\x1BOF"), EVENT_END, "end");
	is_number(key("\x1B[5~"), EVENT_PAGE_UP, "page up");
	is_number(key("\x1B[6~"), EVENT_PAGE_DOWN, "page down");
	is_number(key("\x1B[3~"), EVENT_DELETE, "delete");
	is_number(key("\x1B[2~"), EVENT_INSERT, "insert");
	is_number(key("\x1B[1;5D"), EVENT_WORD_LEFT, "Control and left");
	is_number(key("\x1B[1;5C"), EVENT_WORD_RIGHT, "Control and right");
	is_number(key("\x1B[Z"), EVENT_BACK_TAB, "Shift-Tab");
	is_number(key("\x1BOP"), EVENT_F1, "F1");
	is_number(key("\x1B[24~"), EVENT_F12, "F12");
}

/* What is no key of ours runs no command: only the z behind it is seen. */
static void
test_unknown(void)
{
	is_number(key("\x1B[?64;1;9cz"), 'z', "a report of the terminal");
	is_number(key("\x1B[12;40Rz"), 'z', "a cursor report");
	is_number(key("\x1B[27;6;106~z"), 'z', "a key with modifiers");
	is_number(key("\x1BOjz"), 'z', "a key of the keypad");
	is_number(key("\x80\xBF\xFFz"), 'z', "broken UTF-8");
	is_number(key("\xC0\xAFz"), 'z', "overlong UTF-8");
	is_number(key("\xED\xA0\x80z"), 'z', "a surrogate");
	is_number(key("\xE7\x94z"), 'z', "a character cut short");
	is_number(key("\x1Bj"), -2, "ESC and a letter are two keys");
}

static void
test_split(void)
{
	struct event e;

	type("\xE7");
	term_wait(t, 0, &e);
	is_number(e.kind, EVENT_TIMEOUT, "a third of a character is none");
	type("\x94\xB2");
	term_wait(t, 1000, &e);
	is_number(e.key, 0x7532, "the rest makes it whole");
}

static void
test_paste(void)
{
	struct event e;

	type("\x1B[200~q甲\x1B\x07\r:q\x1B[201~j");
	term_wait(t, 1000, &e);
	is_number(e.kind, EVENT_PASTE, "a paste is one event");
	is(e.text, "q甲\n:q", "without controls, lines ending in LF");
	term_wait(t, 1000, &e);
	ok(e.kind == EVENT_KEY && e.key == 'j', "what follows is a key");
	type("\x1B[200~half");
	ok(!term_has_input(t), "half a paste is nothing yet");
	type(" and\x80 half\x1B[201~");
	term_wait(t, 1000, &e);
	is(e.text, "half and\xEF\xBF\xBD half", "the rest makes it whole, and valid");
}

static void
test_many(void)
{
	struct event e;
	int n = 0;

	ok(!term_has_input(t), "nothing there");
	for (int i = 0; i < 50; i++)
		type("j");
	do {
		term_wait(t, -1, &e);
		n += e.kind == EVENT_KEY && e.key == 'j';
	} while (term_has_input(t));
	is_number(n, 50, "fifty keys are handled before anything is painted");
	term_wait(t, 5, &e);
	is_number(e.kind, EVENT_TIMEOUT, "and then there is quiet");
}

static void
test_typed_before(void)
{
	struct event e;

	open_terminal(SLICE("/甲"));
	type("x");
	term_wait(t, 1000, &e);
	is_number(e.key, '/', "what was typed before comes first");
	term_wait(t, 1000, &e);
	is_number(e.key, 0x7532, "in order");
	term_wait(t, 1000, &e);
	is_number(e.key, 'x', "then the rest");
	term_close(t);
}

static void
test_end_of_input(void)
{
	struct fixture f;
	struct event e;

	fixture_open(&f, "xterm-256color", 1, true);
	fixture_type(&f, "x");
	close(f.keys);
	term_wait(f.t, -1, &e);
	is_number(e.key, 'x', "what was typed before the end counts");
	term_wait(f.t, -1, &e);
	is_number(e.kind, EVENT_HANGUP, "the end of the keys is a hang-up");
	ok(term_has_input(f.t), "for ever");
	fixture_close(&f);
}

int
main(void)
{
	pid_t reader;

	master = fixture_pty(24, 80, &slave);
	reader = fixture_reader(master);
	test_typed_before();
	open_terminal(SLICE(""));
	test_characters();
	test_named();
	test_unknown();
	test_split();
	test_paste();
	test_many();
	term_close(t);
	fixture_reader_end(reader);
	close(master);
	close(slave);
	test_end_of_input();
	return tap_done();
}
