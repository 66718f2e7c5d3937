/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command/command.h"

#include "command_priv.h"
#include "session/session.h"
#include "text/locale.h"

#include <signal.h>
#include <string.h>

static const struct command {
	const char *name, *flags, *arguments;
	struct words help;
	int (*run)(const struct call *call);
} commands[] = {
#define COMMAND(id, name, flags, arguments, en, zh)                                                \
	{ name, flags, arguments, { { en, zh } }, run_##id },
#define OPTION(name, argument, en, zh)
#include "command.def"
#undef COMMAND
#undef OPTION
};
#define N_COMMANDS (sizeof commands / sizeof *commands)

static const struct {
	const char *name;
} options[] = {
#define COMMAND(id, name, flags, arguments, en, zh)
#define OPTION(name, argument, en, zh) { name },
#include "command.def"
#undef COMMAND
#undef OPTION
};
#define N_OPTIONS (sizeof options / sizeof *options)

#define HELP_COLS 78

/* A word of a list on lines of a screen. */
static void
add_listed(struct buf *out, const char *word, size_t *line)
{
	struct slice s = slice_from(word);

	if (out->len + 1 + s.len > *line + HELP_COLS) {
		buf_add_byte(out, '\n');
		*line = out->len;
	}
	buf_addf(out, "%s%s", out->len == *line ? "    " : " ", word);
}

/* On one screen: what is said of each command and option is in the manual. */
static void
print_help(enum ui_language ui)
{
	struct buf out = { 0 };
	size_t line;

	buf_add_str(&out, ui == UI_ZH ? "用法：duan [选项] [命令] [DOC[#PLACE]...]\n\n"
	                                "    duan                  接着上次读；没有文件时打开教程\n"
	                                "    duan report.pdf       阅读文件，并收入文献库\n"
	                                "    duan A/70/1@zh#12     阅读文献库中的文件，从第 12 段起\n"
	                                "    duan add 文件夹       收入文件夹中的全部文件\n"
	                                "    duan search 报告      在文献库中查找\n"
	                                "    duan cited-by A/70/1  列出引用它的文字\n\n命令：\n"
	                              : "usage: duan [options] [command] [DOC[#PLACE]...]\n\n"
	                                "    duan                  go on reading; a tutorial when there is "
	                                "nothing yet\n"
	                                "    duan report.pdf       read a file and put it into the library\n"
	                                "    duan A/70/1@zh#12     read a document of the library from "
	                                "paragraph 12 on\n"
	                                "    duan add FOLDER       take in all files of a folder\n"
	                                "    duan search report    find words in the library\n"
	                                "    duan cited-by A/70/1  list what cites it\n\ncommands:\n");
	line = out.len;
	for (size_t i = 0; i < N_COMMANDS; i++)
		add_listed(&out, commands[i].name, &line);
	buf_add_str(&out, ui == UI_ZH ? "\n选项：\n" : "\noptions:\n");
	line = out.len;
	for (size_t i = 0; i < N_OPTIONS; i++)
		add_listed(&out, options[i].name, &line);
	buf_add_str(&out, ui == UI_ZH ? "\n\nduan 命令 --help 说明该命令，另见 man duan；阅读时 g? 列出键位，q 退出。\n"
	                              : "\n\nduan COMMAND --help and man duan say more; g? shows the keys, "
	                                "q leaves.\n");
	output_text(buf_slice(&out));
	buf_release(&out);
}

/* "usage: duan show [--text|--json] DOC", and what it does. */
static void
print_command_help(const struct command *command, enum ui_language ui)
{
	struct buf out = { 0 };
	struct slice rest = slice_from(command->flags), flag;
	const char *before = " [";

	buf_addf(&out, ui == UI_ZH ? "用法：duan %s" : "usage: duan %s", command->name);
	while (slice_next(&rest, ' ', &flag)) {
		buf_addf(&out, "%s%.*s", before, SLICE_ARG(flag));
		before = "|";
	}
	buf_add_str(&out, *command->flags ? "]" : "");
	buf_addf(&out, "%s%s\n\n    %s\n", *command->arguments ? " " : "", command->arguments,
	         words_in(command->help, ui));
	output_text(buf_slice(&out));
	buf_release(&out);
}

/* The command named first; NULL if none is. */
static const struct command *
named(const struct call *call)
{
	for (size_t i = 0; call->n_before_end > 0 && i < N_COMMANDS; i++)
		if (strcmp(call->words.v[0], commands[i].name) == 0)
			return &commands[i];
	return NULL;
}

/* Its name is taken off the words; what runs when there is none is the reader. */
static const struct command *
choose(struct call *call)
{
	const struct command *command = named(call);

	if (!command)
		return &commands[0];
	call->words.n--;
	memmove(call->words.v, call->words.v + 1, call->words.n * sizeof *call->words.v);
	return command;
}

/* NULL if the command knows all flags of the call. */
static const char *
unknown_flag(const struct command *command, const struct call *call)
{
	for (size_t i = 0; i < call->flags.n; i++) {
		struct slice known = slice_from(command->flags), flag;
		bool found = false;

		while (!found && slice_next(&known, ' ', &flag))
			found = slice_is(flag, call->flags.v[i]);
		if (!found)
			return call->flags.v[i];
	}
	return NULL;
}

static void
help(const struct call *call)
{
	const struct command *command = named(call);

	if (command)
		print_command_help(command, call->settings->ui);
	else
		print_help(call->settings->ui);
}

static int
run(struct call *call)
{
	const struct command *command = choose(call);
	const char *flag = unknown_flag(command, call);

	if (flag)
		return output_usage(call->settings, flag, "there is no such option", "没有这个选项");
	return command->run(call);
}

static void
release(struct call *call)
{
	VEC_RELEASE(&call->words);
	VEC_RELEASE(&call->flags);
}

/* Which configuration is to be read, and in what language its errors are said. */
static enum status
look_ahead(struct settings *s, int argc, char *const *argv, struct err *err)
{
	struct settings ahead = { .ui = s->ui };
	struct call call = { .settings = &ahead };
	enum status status = option_take(argc, argv, &call, err);

	release(&call);
	s->ui = ahead.ui;
	s->config = ahead.config;
	s->no_config = ahead.no_config || ahead.help || ahead.version;
	return status;
}

/* Gives EXIT_DONE if the call can be run. */
static int
settle(struct call *call, int argc, char *const *argv)
{
	struct settings *s = call->settings;
	struct err err;
	int answer = EXIT_USAGE;
	enum status status = look_ahead(s, argc, argv, &err);

	if (status == STATUS_OK && (status = config_read(s, &err)) != STATUS_OK)
		answer = EXIT_REFUSED;
	if (status == STATUS_OK)
		status = option_take(argc, argv, call, &err);
	if (status == STATUS_OK)
		return EXIT_DONE;
	output_error(s, &err);
	return answer;
}

int
command_main(int argc, char **argv)
{
	struct settings settings = { .ui = option_language(),
		                     .ambiguous = 1,
		                     .color = 1,
		                     .max_cols = SESSION_MAX_COLS,
		                     .limit = -1,
		                     .fetch_seconds = FETCH_SECONDS,
		                     .convert = { .seconds = CONVERT_SECONDS } };
	struct call call = { .settings = &settings };
	int answer;

	signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error like a full disk */
	locale_fix();
	keymap_init(&settings.keymap);
	theme_init(&settings.theme);
	answer = settle(&call, argc > 0 ? argc - 1 : 0, argv + 1);
	if (answer == EXIT_DONE && settings.version)
		output_text(SLICE(PACKAGE_STRING "\n"));
	else if (answer == EXIT_DONE && settings.help)
		help(&call);
	else if (answer == EXIT_DONE)
		answer = run(&call);
	release(&call);
	shelf_close(&settings);
	keymap_release(&settings.keymap);
	buf_release(&settings.fetch_from);
	convert_release(&settings.convert);
	return output_end(&settings, answer);
}
