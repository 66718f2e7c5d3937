/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/copy.h"

#include "../link_sample.h"

#include <unistd.h>

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
	copy_put(s, WORDS("x", "x"), SLICE("👨‍👩‍👧e\xCC\x81\t🇨🇳"));
	is(buf_slice(&s->copy.text), "👨‍👩‍👧e\xCC\x81\t🇨🇳", "and whole");
}

static void
test_notes(void)
{
	struct notes *notes;
	struct session *s;
	struct err err;

	unlink("session_copy.db");
	if (notes_open("session_copy.db", &notes, &err) != STATUS_OK)
		tap_skip_all(err_words(&err, UI_EN));
	s = session_new((struct session_settings){
		.width = { .ambiguous = 1 }, .rows = 24, .cols = 80, .notes = notes });
	session_open(s, link_report("A/1/1", "A/2/2"), SLICE(""));
	copies(s, "1Gyn", "");
	copies(s, "Y", "");
	copies(s, "1Gaone<C-s>1Gvwveatwo<C-s>1Gyn", "one\n\ntwo");
	copies(s, "gnjyn", "two");
	link_play(s, "<Esc><Esc>1Gs3Gs");
	copies(s, "2GY", "“" WORDS_OF "” (A/1/1, para. 1)\n“" WORDS_OF "” (A/1/1, para. 3)");
	copies(s, "2GV}Y", "“" WORDS_OF "” (A/1/1, para. 2)\n“" WORDS_OF "” (A/1/1, para. 3)");
	session_free(s);
	notes_close(notes);
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
	test_notes();
	return tap_done();
}
