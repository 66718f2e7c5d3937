/* SPDX-License-Identifier: ISC */
/*
 * The sections of the manual that the tables make.
 */
#include "config.h"

#include "command/command.h"

#include "session/keymap.h"

static const struct row {
	const char *name, *arguments, *help;
} commands[] = {
#define COMMAND(name, arguments, en, zh) { #name, arguments, en },
#define OPTION(name, argument, en, zh)
#include "command.def"
#undef COMMAND
#undef OPTION
}, options[] = {
#define COMMAND(name, arguments, en, zh)
#define OPTION(name, argument, en, zh) { name, argument, en },
#include "command.def"
#undef COMMAND
#undef OPTION
};
#define N_COMMANDS (sizeof commands / sizeof *commands)
#define N_OPTIONS (sizeof options / sizeof *options)

/* mdoc(7) takes a leading '.' or '\'' for a request and '\\' for an escape. */
static void
add_mdoc(struct buf *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		buf_add_str(out, "\\&");
	for (; *text; text++)
		if (*text == '\\')
			buf_add_str(out, "\\e");
		else
			buf_add_byte(out, *text);
}

static void
add_item(struct buf *out, const char *head, const char *arguments, const char *help)
{
	buf_addf(out, ".It Ic %s", head);
	if (*arguments) {
		buf_add_str(out, " Ar ");
		add_mdoc(out, arguments);
	}
	buf_add_byte(out, '\n');
	add_mdoc(out, help);
	buf_add_str(out, ".\n");
}

void
command_manual_commands(struct buf *out)
{
	buf_add_str(out, ".Sh COMMANDS\n.Bl -tag -width Ds\n");
	for (size_t i = 0; i < N_COMMANDS; i++)
		add_item(out, commands[i].name, commands[i].arguments, commands[i].help);
	buf_add_str(out, ".El\n.Sh OPTIONS\n.Bl -tag -width Ds\n");
	for (size_t i = 0; i < N_OPTIONS; i++) {
		buf_addf(out, ".It Fl Fl %s", options[i].name + 2);
		if (*options[i].arguments) {
			buf_add_str(out, " Ns = Ns Ar ");
			add_mdoc(out, options[i].arguments);
		}
		buf_add_byte(out, '\n');
		add_mdoc(out, options[i].help);
		buf_add_str(out, ".\n");
	}
	buf_add_str(out, ".El\n");
}

void
command_manual_keys(struct buf *out)
{
	struct keymap keymap;
	enum action_group group = ACTION_GROUPS;

	keymap_init(&keymap);
	buf_add_str(out, ".Sh KEYS\n");
	for (int i = 0; i < ACTIONS; i++) {
		const struct action_info *info = action_info((enum action)i);
		struct buf keys = { 0 };

		if (info->group != group)
			buf_addf(out, "%s.Ss %s\n.Bl -tag -width Ds\n", group == ACTION_GROUPS ? "" : ".El\n",
			         words_in(action_group_words(info->group), UI_EN));
		group = info->group;
		keymap_add_action(&keymap, (enum action)i, &keys);
		buf_add_str(out, ".It Ic \\&");
		add_mdoc(out, keys.len > 0 ? keys.p : info->name);
		buf_add_str(out, "\n");
		add_mdoc(out, words_in(info->help, UI_EN));
		buf_addf(out, ".\n.Pq Ic :%s\n", info->name);
		buf_release(&keys);
	}
	buf_add_str(out, ".El\n");
	keymap_release(&keymap);
}
