/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/shell.h"

#include "../link_sample.h"

int
main(void)
{
	struct session *s = link_session(NULL);
	struct shell *x = &s->shell;

	link_play(s, "1G!ls -l");
	ok(x->prompt.is_open && !x->is_due, "a command is being typed");
	link_play(s, "<paste ; q>");
	link_play(s, "<CR>");
	ok(!x->prompt.is_open && x->is_due, "Enter");
	is(buf_slice(&x->prompt.text), "ls -l; q", "the command");
	is_number(x->input.len, 0, "it reads the keyboard");
	shell_done(s, 0);
	ok(!x->is_due && s->message.len == 0, "it was content");
	shell_done(s, 3);
	is(buf_slice(&s->message), "it ended with 3", "it was not");
	shell_done(s, -1);
	ok(s->is_error, "no terminal");
	link_play(s, "1GvveVl|wc<CR>");
	ok(slice_starts(buf_slice(&x->input), "1. Wells, rivers"), "what is selected goes in");
	x->is_due = false;
	link_play(s, "<Esc>1G|<CR>");
	ok(!x->is_due, "no command, nothing to give it to");
	link_play(s, "!<CR>");
	ok(x->is_due && x->input.len == 0, "a shell");
	x->is_due = false;
	link_play(s, "!ls<Esc>");
	ok(!x->is_due && !x->prompt.is_open, "Esc");
	link_play(s, "go|");
	ok(!x->prompt.is_open && s->is_error, "a list gives no text");
	session_free(s);
	return tap_done();
}
