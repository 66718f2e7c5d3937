/* SPDX-License-Identifier: ISC */
/*
 * Lines typed after ':': a paragraph's number, the name of an action, or a command of its own.
 */
#include "config.h"

#include "cmdline_priv.h"

#include "text/fold.h"

/* The word before the first blank goes off the front of *rest. */
static struct slice
take_word(struct slice *rest)
{
	struct slice word = { 0 };

	slice_next(rest, ' ', &word);
	*rest = slice_trim(*rest);
	return word;
}

static enum status
set(struct session *s, struct slice rest, struct err *err)
{
	struct slice name = take_word(&rest);

	return setting_set(s, name, rest, err);
}

static enum status
keys(struct session *s, struct slice rest, struct err *err)
{
	enum status status = keymap_preset(&s->keymap, rest, err);

	if (status == STATUS_OK)
		session_say(s, "the keys of %.*s; {help} lists them", "现用 %.*s 的键位；:help 列出",
		            SLICE_ARG(rest));
	view_remake_all(s);
	return status;
}

static enum status
map(struct session *s, struct slice rest, struct err *err)
{
	enum status status = keymap_take(&s->keymap, SLICE("map"), rest, err);

	view_remake_all(s);
	return status;
}

static enum status
unmap(struct session *s, struct slice rest, struct err *err)
{
	enum status status = keymap_take(&s->keymap, SLICE("unmap"), rest, err);

	view_remake_all(s);
	return status;
}

static enum status
style(struct session *s, struct slice rest, struct err *err)
{
	return theme_style(&s->settings.theme, rest, err);
}

static enum status
tutorial(struct session *s, struct slice rest, struct err *err)
{
	if (rest.len > 0)
		return err_set(err, STATUS_USAGE, "tutorial takes no words", "tutorial 不带参数");
	s->tutorial_is_due = true;
	return STATUS_OK;
}

static const struct cmdline_command cmdline_commands[] = {
	{ "add", adding_want, NULL, true, { { "import files and folders, and read on: add PATH...",
	                              "边读边收入文件和文件夹：add 路径…" } } },
	{ "set", set, NULL, false, { { "change a setting: set NAME VALUE", "改设置：set 名称 值" } } },
	{ "keys", keys, "duan|less", false, { { "keymap; less: d u f g as less has them",
	                                 "键位；less 为 d u f g 与 less 相同" } } },
	{ "map", map, NULL, false, { { "give keys a meaning: map g g = start", "设定按键：map g g = start" } } },
	{ "unmap", unmap, NULL, false, { { "take the meaning off keys: unmap g g", "取消按键：unmap g g" } } },
	{ "style", style, NULL, false, { { "how something looks: style link underline cyan",
	                                   "设定外观：style link underline cyan" } } },
	{ "tutorial", tutorial, NULL, false, { { "learn the keys by reading; q comes back here",
	                                         "边读边学按键；q 回到这里" } } },
};

size_t
cmdline_n_commands(void)
{
	return sizeof cmdline_commands / sizeof *cmdline_commands;
}

const struct cmdline_command *
cmdline_command(size_t i)
{
	return &cmdline_commands[i];
}

const struct cmdline_command *
cmdline_find(struct slice name)
{
	for (size_t i = 0; i < cmdline_n_commands(); i++)
		if (slice_is(name, cmdline_commands[i].name))
			return &cmdline_commands[i];
	return NULL;
}

struct slice
cmdline_fold(struct slice line, struct arena *arena)
{
	struct buf folded = { 0 };
	struct slice copy;

	for (size_t at = 0; at < line.len;)
		utf8_add(&folded, fold_key(utf8_next(line, &at)));
	copy = arena_copy(arena, buf_slice(&folded));
	buf_release(&folded);
	return copy;
}

/* The next paragraph with the number, from `block` on. */
static size_t
find_number(const struct doc *d, size_t block, long number)
{
	while (block < d->n_blocks && (doc_block(d, block)->kind != BLOCK_PARAGRAPH ||
	                               doc_block(d, block)->number != number))
		block++;
	return block < d->n_blocks ? block : SLICE_NONE;
}

/* "12-15": these paragraphs, the first one on the screen; false if it is no range. */
static bool
select_range(struct session *s, struct slice range)
{
	struct action_call call = { .action = ACTION_FIRST, .has_count = true };
	struct session_document *doc = session_document(s);
	size_t dash = slice_number(range, &call.count), block;
	struct slice rest = slice_skip(range, dash + 1);
	long last;

	if (dash == 0 || dash >= range.len || range.p[dash] != '-' || !doc || call.count < 1 ||
	    rest.len == 0 || slice_number(rest, &last) != rest.len || last < call.count)
		return false;
	view_close_all(s);
	selection_clear(s);
	session_do(s, &call);
	block = find_number(doc->reader.doc, doc->reader.current.block, last);
	if (block == SLICE_NONE)
		return false;
	selection_start(s, SELECTION_PARAGRAPHS);
	s->selection.anchor = (struct place){ block, 0 };
	return true;
}

static void
go_place(struct session *s, struct slice place)
{
	struct session_document *doc = session_document(s);
	struct action_call call = { .action = ACTION_FIRST, .has_count = true };
	size_t block = doc ? doc_find(doc->reader.doc, place) : SLICE_NONE;

	if (slice_number(place, &call.count) == place.len && call.count > 0)
		session_do(s, &call);
	else if (select_range(s, place))
		return;
	else if (block != SLICE_NONE && session_view(s)->kind == VIEW_TEXT)
		visit_place(s, session_pane(s)->document, (struct place){ block, 0 });
	else
		session_complain(s, "there is no place %.*s here", "此处没有 %.*s", SLICE_ARG(place));
}

static void
run_action(struct session *s, struct slice name, struct slice rest)
{
	struct action_call call = { .action = action_find(name), .count = 1 };
	size_t at = 0;

	if (call.action == ACTIONS) {
		session_complain(s, ":%.*s: no such command, or more than one; Tab completes, {help} lists them",
		                 "没有“%.*s”这个命令，或不止一个；Tab 补全，{help} 可查", SLICE_ARG(name));
		return;
	}
	if (call.action == ACTION_OPEN && rest.len > 0) {
		finder_go(s, rest);
		return;
	}
	if (slice_number(rest, &call.count) > 0 && call.count > 0)
		call.has_count = true;
	else
		call.count = 1;
	if (rest.len > 0)
		call.argument = utf8_next(rest, &at);
	session_do(s, &call);
}

/* "!wc": as it was typed, for a shell knows no full-width keys; false if it is no such line. */
static bool
run_shell(struct session *s, struct slice line)
{
	size_t at = 0;
	codepoint sign;

	line = slice_trim(line);
	if (line.len == 0)
		return false;
	sign = fold_key(utf8_next(line, &at));
	if (sign != '!' && sign != '|')
		return false;
	shell_run(s, (char)sign, slice_trim(slice_skip(line, at)));
	return true;
}

struct slice
cmdline_typed(struct slice typed, struct slice folded, struct slice rest)
{
	size_t n = utf8_count(slice_sub(folded, 0, folded.len - rest.len));

	typed = slice_trim_start(typed);
	return slice_skip(typed, utf8_offset(typed, n));
}

static void
run_line(struct session *s, struct slice typed, struct slice line)
{
	const struct cmdline_command *command;
	struct slice word, rest = line;
	struct err err;

	if (rest.len == 0)
		return;
	if (byte_is_digit(rest.p[0])) {
		go_place(s, rest);
		return;
	}
	word = take_word(&rest);
	command = cmdline_find(word);
	if (command && command->takes_paths)
		rest = cmdline_typed(typed, line, slice_skip(line, word.len));
	if (!command)
		run_action(s, word, rest);
	else if (command->run(s, rest, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
}

void
cmdline_type(struct session *s, codepoint key)
{
	struct arena arena = { 0 };

	if (completion_type(s, key))
		return;
	switch (prompt_type(&s->prompt, key)) {
	case PROMPT_DONE:
		if (!run_shell(s, buf_slice(&s->prompt.text)))
			run_line(s, slice_trim(buf_slice(&s->prompt.text)),
			         slice_trim(cmdline_fold(buf_slice(&s->prompt.text), &arena)));
		break;
	case PROMPT_MORE:
		completion_make(s);
		break;
	case PROMPT_CANCEL:
		break;
	}
	arena_release(&arena);
}

void
cmdline_open(struct session *s)
{
	prompt_open(&s->prompt, ':');
	completion_make(s);
}

void
cmdline_paste(struct session *s, struct slice text)
{
	prompt_paste(&s->prompt, text);
	completion_make(s);
}
