/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/shell.h"

#include "../link_sample.h"

#include <stdio.h>
#include <stdlib.h>

/* What the shell makes of the line, with the variables as they are. */
static void
prints_now(const struct shell *x, const char *want, const char *name)
{
	char got[256];
	size_t n;
	FILE *out;

	for (int i = 0; i < SHELL_VALUES; i++)
		setenv(shell_variable((enum shell_value)i), buf_str(&x->value[i]), 1);
	out = popen(buf_str(&x->line), "r");
	n = out ? fread(got, 1, sizeof got, out) : 0;
	if (out)
		pclose(out);
	is(slice_of(got, n), want, "%s", name);
}

static void
prints(struct session *s, const char *keys, const char *want, const char *name)
{
	link_play(s, keys);
	prints_now(&s->shell, want, name);
	s->shell.is_due = false;
}

static void
expanding(struct session *s)
{
	static const char hostile[] = "$(echo run) `echo run`; \"' * \\";
	char want[3 * sizeof hostile] = "";

	link_play(s, "<Esc><Esc>2G");
	prints(s, "!printf %s %symbol<CR>", "A/1/1", "the document");
	prints(s, "!printf '<lt>%symbol#%para>'<CR>", "<A/1/1#2>", "in single quotes");
	prints(s, "!printf \"%symbol-%para\"<CR>", "A/1/1-2", "in double ones");
	prints(s, ":!printf %s %para<CR>", "2", "after a colon");
	prints(s, "：！printf %s ：<CR>", "：", "full width, but for the sign");
	link_play(s, ":|<CR>");
	ok(!s->shell.is_due && !s->shell.prompt.is_open, "no command to pipe to");
	link_play(s, ":|wc -l<CR>");
	ok(s->shell.is_due && s->shell.input.len > 0, "a pipe");
	prints(s, "!printf %s '%symbols'<CR>", "%symbols", "another word");
	prints(s, "!printf %s\\' %para<CR>", "2'", "a quote that is none");
	link_play(s, "!printf %s %text \"%text\" '%text'<CR>");
	is(buf_slice(&s->shell.line), "printf %s \"${DUAN_TEXT}\" \"${DUAN_TEXT}\" ''\"${DUAN_TEXT}\"''",
	   "one word in any quotes");
	buf_clear(&s->shell.value[SHELL_TEXT]);
	buf_add_str(&s->shell.value[SHELL_TEXT], hostile);
	for (int i = 0; i < 3; i++)
		strcat(want, hostile);
	prints_now(&s->shell, want, "what a document says is run by no shell");
	s->shell.is_due = false;
}

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
	expanding(s);
	session_free(s);
	return tap_done();
}
