/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/copy.h"

#include "../link_sample.h"

#define WORDS_OF "Wells, rivers, lakes and springs were spoken of at some length, so that this needs two lines."

static void
copies(struct session *s, const char *keys, const char *wanted)
{
	s->copy.is_due = false;
	buf_clear(&s->copy.text);
	link_play(s, "<Esc>");
	link_play(s, keys);
	ok(s->copy.is_due == (*wanted != '\0'), "%s", keys);
	is(buf_slice(&s->copy.text), wanted, "%s copies", keys);
}

static void
test_says(struct session *s)
{
	link_play(s, "<Esc><Esc>1Gyc");
	copy_done(s, COPY_TERMINAL, SLICE(""));
	ok(!s->copy.is_due, "it is out");
	is(buf_slice(&s->message), "copied: citation, 14 characters", "what, how long");
	copy_done(s, COPY_TMUX, SLICE(""));
	is(buf_slice(&s->message), "copied to tmux: citation, 14 characters", "to whom");
	copy_done(s, COPY_LONG, SLICE("~/f"));
	is(buf_slice(&s->message), "too long for the terminal: citation, 14 characters, is in ~/f",
	   "too long");
	copy_done(s, COPY_UNKNOWN, SLICE("~/f"));
	ok(s->is_error, "the terminal is not known");
	copy_done(s, COPY_NOWHERE, SLICE(""));
	ok(!s->is_error, "none at all");
	copy_put(s, WORDS("x", "x"), SLICE("a\x1b]52;c;\ab\xE2\x80\xAE" "c\nd"));
	is(buf_slice(&s->copy.text), "a␛]52;c;␇b\xEF\xBF\xBD" "c\nd", "what is copied is clean");
}

int
main(void)
{
	struct session *s = link_session(NULL);

	copies(s, "1Gyy", "1. " WORDS_OF);
	copies(s, "1Gyc", "A/1/1, para. 1");
	copies(s, "1Gyq", "“" WORDS_OF "” (A/1/1, para. 1)");
	copies(s, "yl", "A/1/1");
	copies(s, "yu", "https://docs.un.org/en/A/1/1");
	copies(s, "1Gvvey<wait>", "Wells");
	ok(selection_kind(s) == SELECTION_NONE, "then nothing is selected");
	copies(s, "1Gvveyy", "Wells");
	copies(s, "1Gvveyq", "“Wells” (A/1/1, para. 1)");
	copies(s, "1GV}yc", "A/1/1, paras. 1–2");
	copies(s, "1GV}y<wait>", "1. " WORDS_OF "\n2. " WORDS_OF);
	copies(s, "1Gvy<wait>", "");
	link_play(s, "<Esc>");
	copies(s, "goyl", "A/1/1");
	test_says(s);
	session_free(s);
	return tap_done();
}
