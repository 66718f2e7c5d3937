/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"

#include <stdlib.h>
#include <string.h>

#define SIZE_MOST 1000

static const struct option {
	const char *name, *argument;
} options[] = {
#define COMMAND(id, name, flags, arguments, en, zh)
#define OPTION(name, argument, en, zh) { name, argument },
#include "command.def"
#undef COMMAND
#undef OPTION
};

enum ui_language
option_language(void)
{
	static const char *const variable[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof variable / sizeof *variable; i++) {
		const char *value = getenv(variable[i]);

		if (value && *value)
			return strncmp(value, "zh", 2) == 0 ? UI_ZH : UI_EN;
	}
	return UI_EN;
}

static const struct option *
option_named(struct slice name)
{
	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		if (slice_is(name, options[i].name))
			return &options[i];
	return NULL;
}

static enum status
bad_value(const char *name, const char *value, const char *argument, struct err *err)
{
	return err_set(err, STATUS_USAGE, "%s: cannot be '%s'; it takes %s",
	               "%s：不能是“%s”，可取 %s", name, value, argument);
}

/* "24x80" as rows and columns, each 1 to SIZE_MOST. */
static bool
read_size(struct slice s, int *rows, int *cols)
{
	long r = 0, c = 0;
	size_t n = slice_number(s, &r), m;

	if (n == 0 || n >= s.len || s.p[n] != 'x')
		return false;
	m = slice_number(slice_skip(s, n + 1), &c);
	if (m == 0 || n + 1 + m != s.len || r < 1 || c < 1 || r > SIZE_MOST || c > SIZE_MOST)
		return false;
	*rows = (int)r;
	*cols = (int)c;
	return true;
}

/* Sets what the option says; `value` is "" where it takes none. */
/* Where an option's words go as they are; NULL for others. */
static const char **
words_of(struct settings *s, const char *name)
{
	const struct {
		const char *name, **words;
	} plain[] = {
		{ "--script", &s->script },   { "--doc", &s->doc },     { "--notes", &s->notes },
		{ "--library", &s->library }, { "--context", &s->context }, { "--words", &s->words },
		{ "--format", &s->format },   { "--config", &s->config },
	};

	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (strcmp(name, plain[i].name) == 0)
			return plain[i].words;
	return NULL;
}

/* What an option without words turns on; NULL for others. */
static bool *
switch_of(struct settings *s, const char *name)
{
	const struct {
		const char *name;
		bool *is_on;
	} switches[] = {
		{ "--no-config", &s->no_config }, { "--no-add", &s->no_add },   { "--styles", &s->styles },
		{ "--help", &s->help },           { "--version", &s->version },
	};

	for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
		if (strcmp(name, switches[i].name) == 0)
			return switches[i].is_on;
	return NULL;
}

static bool
read_highlight(struct slice v, int *highlight)
{
	if (v.len != 1 || v.p[0] < '1' || v.p[0] > '0' + NOTE_COLOURS)
		return false;
	*highlight = v.p[0] - '0';
	return true;
}

/* One that is measured; the rest are settings, as the configuration file has them. */
static bool
apply_value(struct settings *s, const char *name, struct slice v)
{
	if (strcmp(name, "--size") == 0)
		return read_size(v, &s->rows, &s->cols);
	if (strcmp(name, "--limit") == 0)
		return v.len > 0 && slice_number(v, &s->limit) == v.len;
	if (strcmp(name, "--highlight") == 0)
		return read_highlight(v, &s->highlight);
	return config_set(s, slice_skip(slice_from(name), 2), v, NULL) == STATUS_OK;
}

static enum status
apply(struct settings *s, const struct option *o, const char *value, struct err *err)
{
	const char **words = words_of(s, o->name);
	bool *is_on = switch_of(s, o->name);

	if (words)
		*words = value;
	else if (is_on)
		*is_on = true;
	else if (!apply_value(s, o->name, slice_from(value)))
		return bad_value(o->name, value, o->argument, err);
	s->ui_is_chosen |= strcmp(o->name, "--ui") == 0;
	return STATUS_OK;
}

/* "--name=value" and "--name value". */
static enum status
take_one(const struct option *o, int argc, char *const *argv, int *at, struct settings *s,
         struct err *err)
{
	const char *equals = strchr(argv[*at], '='), *value = "";

	if (o->argument[0] == '\0') {
		if (equals)
			return err_set(err, STATUS_USAGE, "%s: takes no value", "%s：不带值",
			               o->name);
	} else if (equals) {
		value = equals + 1;
	} else if (*at + 1 < argc) {
		value = argv[++*at];
	} else {
		return err_set(err, STATUS_USAGE, "%s: needs a value: %s", "%s：需要一个值：%s",
		               o->name, o->argument);
	}
	return apply(s, o, value, err);
}

static const struct option *
option_of(const char *argument)
{
	struct slice word = slice_from(argument);

	if (slice_is(word, "-h"))
		return option_named(SLICE("--help"));
	return slice_starts(word, "--")
	               ? option_named(slice_sub(word, 0, slice_find_byte(word, '=', 0)))
	               : NULL;
}

/* "-" is standard input, and "-#12" a place in it. */
static bool
is_flag(const char *argument)
{
	return argument[0] == '-' && !strchr("#!", argument[1]);
}

enum status
option_take(int argc, char *const *argv, struct call *call, struct err *err)
{
	bool is_end = false;
	enum status status = STATUS_OK;

	for (int i = 0; i < argc && status == STATUS_OK; i++) {
		const struct option *o = is_end ? NULL : option_of(argv[i]);

		if (!is_end && strcmp(argv[i], "--") == 0) {
			is_end = true;
		} else if (o) {
			status = take_one(o, argc, argv, &i, call->settings, err);
		} else if (!is_end && is_flag(argv[i])) {
			VEC_PUSH(&call->flags, argv[i]);
		} else {
			VEC_PUSH(&call->words, argv[i]);
			call->n_before_end += !is_end;
		}
	}
	return status;
}
