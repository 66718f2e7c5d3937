/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command/command.h"

#include "command_priv.h"
#include "session/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct command {
	const char *name, *arguments;
	struct words help;
	int (*run)(const struct call *call);
} commands[] = {
#define COMMAND(name, arguments, en, zh) { #name, arguments, { { en, zh } }, run_##name },
#define OPTION(name, argument, en, zh)
#include "command.def"
#undef COMMAND
#undef OPTION
};
#define N_COMMANDS (sizeof commands / sizeof *commands)

static const struct {
	const char *name, *argument;
	struct words help;
} options[] = {
#define COMMAND(name, arguments, en, zh)
#define OPTION(name, argument, en, zh) { name, argument, { { en, zh } } },
#include "command.def"
#undef COMMAND
#undef OPTION
};
#define N_OPTIONS (sizeof options / sizeof *options)

static void
print_help(enum ui_language ui)
{
	struct buf out = { 0 };

	buf_add_str(&out, ui == UI_ZH ? "用法：duan [选项] [命令] [DOC[#PLACE]...]\n\n命令：\n"
	                              : "usage: duan [options] [command] [DOC[#PLACE]...]\n\ncommands:\n");
	for (size_t i = 0; i < N_COMMANDS; i++)
		buf_addf(&out, "  %s %s\n      %s\n", commands[i].name, commands[i].arguments,
		         words_in(commands[i].help, ui));
	buf_add_str(&out, ui == UI_ZH ? "\n选项：\n" : "\noptions:\n");
	for (size_t i = 0; i < N_OPTIONS; i++)
		buf_addf(&out, "  %s%s%s\n      %s\n", options[i].name, options[i].argument[0] ? " " : "",
		         options[i].argument, words_in(options[i].help, ui));
	buf_add_str(&out, ui == UI_ZH ? "\n阅读时按 g? 看键位，按 q 退出。\n"
	                              : "\nWhile reading, g? shows the keys and q leaves.\n");
	output_text(buf_slice(&out));
	buf_release(&out);
}

/* The command named first, else the reader; its own words are taken off. */
static const struct command *
choose(struct call *call)
{
	for (size_t i = 0; call->argc > 0 && i < N_COMMANDS; i++) {
		if (strcmp(call->argv[0], commands[i].name) != 0)
			continue;
		call->argv++;
		call->argc--;
		return &commands[i];
	}
	return &commands[0];
}

/* The environment, the configuration file, the options: the later wins. */
static enum status
settle(struct settings *s, int *argc, char **argv, struct err *err)
{
	struct settings ahead = { 0 };
	int n = *argc;
	char **copy = mem_resize(NULL, ((size_t)n + 1) * sizeof *copy);
	const char *no_color = getenv("NO_COLOR");
	enum status status;

	*s = (struct settings){ .ui = option_language(),
		                .ambiguous = 1,
		                .color = !(no_color && *no_color),
		                .max_cols = SESSION_MAX_COLS };
	keymap_init(&s->keymap);
	memcpy(copy, argv, (size_t)n * sizeof *copy);
	ahead.ui = s->ui;
	status = option_take(&n, copy, &ahead, err); /* where the configuration is to be found */
	free(copy);
	s->config = ahead.config;
	s->no_config = ahead.no_config;
	s->ui = ahead.ui; /* in what language its errors are said */
	if (status == STATUS_OK)
		status = config_read(s, err);
	return status == STATUS_OK ? option_take(argc, argv, s, err) : status;
}

int
command_main(int argc, char **argv)
{
	const char *asked = option_asked(argc, argv);
	struct settings settings;
	struct call call = { .settings = &settings, .argv = argv + 1, .argc = argc > 0 ? argc - 1 : 0 };
	struct err err;
	int answer;

	if (asked && strcmp(asked, "version") == 0) {
		puts(PACKAGE_STRING);
		return EXIT_DONE;
	}
	if (settle(&settings, &call.argc, call.argv, &err) != STATUS_OK) {
		output_error(&settings, &err);
		answer = EXIT_USAGE;
	} else if (asked) {
		print_help(settings.ui);
		answer = EXIT_DONE;
	} else {
		answer = choose(&call)->run(&call);
	}
	keymap_release(&settings.keymap);
	if (fflush(stdout) != 0 && answer == EXIT_DONE)
		answer = EXIT_REFUSED;
	return answer;
}
