/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_fixture.h"

#include "tap.h"

#include <stdlib.h>

#define REQUEST "\x1b]52;c;5rC0\a" /* 水 */

/* What is sent on a terminal of the type. */
static void
copies(const char *type, const char *text, enum term_copied wanted, const char *bytes)
{
	struct fixture f;

	if (!fixture_try(&f, type, 1, false))
		return;
	fixture_sent(&f);
	is_number(term_copy(f.t, slice_from(text)), wanted, "%s", type);
	is(fixture_sent(&f), bytes, "%s: what is sent", type);
	fixture_close(&f);
}

static void
test_long(void)
{
	struct buf text = { 0 };
	struct fixture f;

	fixture_open(&f, "xterm-256color", 1, false);
	while (text.len < TERM_COPY_BYTES)
		buf_add_byte(&text, 'x');
	is_number(term_copy(f.t, buf_slice(&text)), TERM_COPIED, "as long as may be");
	fixture_sent(&f);
	buf_add_byte(&text, 'x');
	is_number(term_copy(f.t, buf_slice(&text)), TERM_COPY_LONG, "a byte more");
	is(fixture_sent(&f), "", "nothing is sent");
	fixture_close(&f);
	buf_release(&text);
}

/* A screen takes strings of 768 bytes. */
static void
test_chunks(void)
{
	struct buf text = { 0 };
	struct slice sent;
	struct fixture f;
	size_t longest = 0, at, end;

	fixture_open(&f, "screen", 1, false);
	fixture_sent(&f);
	for (int i = 0; i < 2000; i++)
		buf_add_byte(&text, 'x');
	is_number(term_copy(f.t, buf_slice(&text)), TERM_COPIED, "through a screen");
	sent = fixture_sent(&f);
	for (at = 0; (at = slice_find(sent, SLICE("\x1bP"), at)) != SLICE_NONE; at = end) {
		end = slice_find(sent, SLICE("\x1b\\"), at);
		if (end == SLICE_NONE)
			break;
		longest = end - at > longest ? end - at : longest;
	}
	ok(longest > 0 && longest < 768, "in pieces that it takes: %zu", longest);
	fixture_close(&f);
	buf_release(&text);
}

int
main(void)
{
	unsetenv("TMUX");
	unsetenv("VTE_VERSION");
	unsetenv("TERM_PROGRAM");
	copies("xterm-256color", "水", TERM_COPIED, REQUEST);
	copies("xterm-256color", "f", TERM_COPIED, "\x1b]52;c;Zg==\a");
	copies("xterm-256color", "fo", TERM_COPIED, "\x1b]52;c;Zm8=\a");
	copies("tmux-256color", "水", TERM_COPIED,
	       REQUEST "\x1bPtmux;\x1b" REQUEST "\x1b\\");
	copies("screen", "水", TERM_COPIED, REQUEST "\x1bP" REQUEST "\x1b\\");
	copies("vt100", "水", TERM_COPY_UNKNOWN, "");
	copies("linux", "水", TERM_COPY_UNKNOWN, "");
	setenv("VTE_VERSION", "7006", 1);
	copies("xterm-256color", "水", TERM_COPY_UNKNOWN, REQUEST);
	unsetenv("VTE_VERSION");
	test_long();
	test_chunks();
	return tap_done();
}
