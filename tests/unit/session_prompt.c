/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/prompt.h"

#include "session/script.h"
#include "tap.h"

static enum prompt_answer
type(struct prompt *p, const char *keys)
{
	struct slice rest = slice_from(keys);
	enum prompt_answer answer = PROMPT_MORE;

	while (!script_is_done(&rest)) {
		struct event e;
		struct err err;

		if (script_next(&rest, &e, &err) != STATUS_OK)
			break;
		if (e.kind == EVENT_PASTE)
			prompt_paste(p, e.text);
		else
			answer = prompt_type(p, e.key);
	}
	return answer;
}

static void
becomes(struct prompt *p, const char *keys, const char *text, const char *name)
{
	prompt_open(p, ':');
	(void)type(p, keys);
	is(buf_slice(&p->text), text, "%s", name);
}

static void
edits(struct prompt *p)
{
	becomes(p, "help", "help", "typing");
	becomes(p, "hlp<Left><Left>e", "help", "in the middle");
	becomes(p, "腐败<BS>", "腐", "backspace takes a character");
	becomes(p, "e\xCC\x81x<Left><BS>", "x", "with its marks");
	becomes(p, "one two  <C-w>", "one ", "a word");
	becomes(p, "one two<Left><C-u>", "o", "the front");
	becomes(p, "one two<Home><Right><C-k>", "o", "the rest");
	becomes(p, "ab<Left><Del>", "a", "delete");
	becomes(p, "b<C-a>a<C-e>c", "abc", "ends");
	becomes(p, "<Left><Right><C-w><C-u><C-k><Del>", "", "nothing in an empty line");
	becomes(p, "a<paste b\nc\td>e", "ab c de", "a paste is one line");
	becomes(p, "a<F5><C-t><Tab>b", "ab", "other keys type nothing");
}

static void
ends(struct prompt *p)
{
	prompt_open(p, ':');
	is_number(type(p, "12<CR>"), PROMPT_DONE, "Enter");
	ok(!p->is_open, "closes");
	is(buf_slice(&p->text), "12", "and leaves the text");
	prompt_open(p, ':');
	is_number(type(p, "12<Esc>"), PROMPT_CANCEL, "Esc");
	prompt_open(p, ':');
	is_number(type(p, "1<BS>"), PROMPT_MORE, "backspace to nothing");
	is_number(type(p, "<BS>"), PROMPT_CANCEL, "and once more");
}

static void
remembers(struct prompt *p)
{
	prompt_open(p, ':');
	(void)type(p, "first<CR>");
	prompt_open(p, ':');
	(void)type(p, "second<CR>");
	becomes(p, "<Up>", "second", "the line before");
	becomes(p, "<Up><Up>", "first", "and before that");
	becomes(p, "dra<Up><Up><Down><Down>", "dra", "back to what was being typed");
	becomes(p, "<Down>", "", "nothing comes after");
	for (int i = 0; i < 2 * PROMPT_HISTORY_MAX; i++) {
		prompt_open(p, ':');
		(void)type(p, i % 2 ? "a<CR>" : "b<CR>");
	}
	is_number(p->history.n, PROMPT_HISTORY_MAX, "memory has an end");
}

static void
limits(struct prompt *p)
{
	prompt_open(p, ':');
	for (int i = 0; i < PROMPT_BYTES_MAX; i++)
		(void)type(p, "段");
	ok(p->text.len <= PROMPT_BYTES_MAX, "a line has an end");
}

int
main(void)
{
	struct prompt p = { 0 };

	edits(&p);
	ends(&p);
	remembers(&p);
	limits(&p);
	prompt_release(&p);
	return tap_done();
}
