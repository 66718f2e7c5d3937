/* SPDX-License-Identifier: ISC */
/*
 * The sections of the manual that the tables make.
 */
#include "config.h"

#include "command/command.h"

#include "session/keymap.h"

static const struct row {
	const char *name, *flags, *arguments;
	struct words help;
} commands[] = {
#define COMMAND(id, name, flags, arguments, en, zh) { name, flags, arguments, { { en, zh } } },
#define OPTION(name, argument, en, zh)
#include "command.def"
#undef COMMAND
#undef OPTION
}, options[] = {
#define COMMAND(id, name, flags, arguments, en, zh)
#define OPTION(name, argument, en, zh) { name, "", argument, { { en, zh } } },
#include "command.def"
#undef COMMAND
#undef OPTION
};
#define N_COMMANDS (sizeof commands / sizeof *commands)
#define N_OPTIONS (sizeof options / sizeof *options)

#define LINE_MOST 60 /* bytes of a line; mandoc's -Tlint wants 80 at most and counts 8 for each
                      * character outside ASCII */

/* mdoc(7) takes '.' and '\'' at the start of a line for requests, and '\\' for an escape. */
static void
add_word(struct buf *out, struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.p[i] == '\\')
			buf_add_str(out, "\\e");
		else
			buf_add_byte(out, word.p[i]);
}

/* A sentence on lines of its own, with its capital. */
static void
add_sentence(struct buf *out, struct words text, enum ui_language ui)
{
	struct slice rest = slice_from(words_in(text, ui)), word;
	size_t first = out->len, start = first;

	while (slice_next(&rest, ' ', &word)) {
		if (out->len > start && out->len - start + word.len >= LINE_MOST) {
			buf_add_byte(out, '\n');
			start = out->len;
		} else if (out->len > start) {
			buf_add_byte(out, ' ');
		}
		if (out->len == start && word.len > 0 && (word.p[0] == '.' || word.p[0] == '\''))
			buf_add_str(out, "\\&");
		add_word(out, word);
	}
	buf_add_str(out, ui == UI_ZH ? "。\n" : ".\n");
	if (out->p[first] >= 'a' && out->p[first] <= 'z')
		out->p[first] += 'A' - 'a';
}

/* " Op Fl -text | Fl -json" of "--text --json". */
static void
add_flags(struct buf *out, const char *flags)
{
	struct slice rest = slice_from(flags), flag;
	const char *before = " Oo";

	while (slice_next(&rest, ' ', &flag)) {
		buf_addf(out, "%s Fl %.*s", before, SLICE_ARG(slice_skip(flag, 1)));
		before = " |";
	}
	if (*flags)
		buf_add_str(out, " Oc");
}

void
command_manual_commands(enum ui_language ui, struct buf *out)
{
	buf_addf(out, ".Sh %s\n.Bl -tag -width Ds\n", ui == UI_ZH ? "命令" : "COMMANDS");
	for (size_t i = 0; i < N_COMMANDS; i++) {
		buf_addf(out, ".It Ic %s", commands[i].name);
		add_flags(out, commands[i].flags);
		if (*commands[i].arguments)
			buf_addf(out, " Ar %s", commands[i].arguments);
		buf_add_byte(out, '\n');
		add_sentence(out, commands[i].help, ui);
	}
	buf_addf(out, ".El\n.Sh %s\n.Bl -tag -width Ds\n", ui == UI_ZH ? "选项" : "OPTIONS");
	for (size_t i = 0; i < N_OPTIONS; i++) {
		buf_addf(out, ".It Fl %s", options[i].name + 1);
		if (*options[i].arguments)
			buf_addf(out, " Ns = Ns Ar %s", options[i].arguments);
		buf_add_byte(out, '\n');
		add_sentence(out, options[i].help, ui);
	}
	buf_add_str(out, ".El\n");
}

void
command_manual_table(struct buf *out)
{
	for (size_t i = 0; i < N_COMMANDS; i++)
		buf_addf(out, "c %s %s\n", commands[i].name, commands[i].flags);
	for (size_t i = 0; i < N_OPTIONS; i++)
		buf_addf(out, "o %s %s\n", options[i].name, options[i].arguments);
}

static void
add_action(const struct keymap *keymap, enum action action, enum ui_language ui, struct buf *out)
{
	const struct action_info *info = action_info(action);
	struct buf keys = { 0 };

	keymap_add_action(keymap, action, &keys);
	if (keys.len > 0) { /* "\&": brackets and points are no delimiters of mdoc's here */
		buf_add_str(out, ".It Ic \\&");
		add_word(out, buf_slice(&keys));
		buf_add_str(out, "\\&\n");
	} else {
		buf_addf(out, ".It Ic :%s\n", info->name);
	}
	add_sentence(out, info->help, ui);
	if (keys.len > 0)
		buf_addf(out, ".Pq Ic :%s\n", info->name);
	buf_release(&keys);
}

void
command_manual_keys(enum ui_language ui, struct buf *out)
{
	enum action_group group = ACTION_GROUPS;
	struct keymap keymap;

	keymap_init(&keymap);
	buf_addf(out, ".Sh %s\n", ui == UI_ZH ? "按键" : "KEYS");
	for (int i = 0; i < ACTIONS; i++) {
		const struct action_info *info = action_info((enum action)i);

		if (info->group != group)
			buf_addf(out, "%s.Ss %s\n.Bl -tag -width Ds\n",
			         group == ACTION_GROUPS ? "" : ".El\n",
			         words_in(action_group_words(info->group), ui));
		group = info->group;
		add_action(&keymap, (enum action)i, ui, out);
	}
	buf_add_str(out, ".El\n");
	keymap_release(&keymap);
}
