/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"

#include <stdlib.h>
#include <string.h>

#define SIZE_MOST 1000

static const struct option {
	const char *name, *argument;
} options[] = {
#define COMMAND(name, arguments, en, zh)
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
	return err_set(err, STATUS_USAGE, "%s: cannot be '%s'; it takes %s", "%s：不能是“%s”，可取 %s",
	               name, value, argument);
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
static enum status
apply(struct settings *s, const struct option *o, const char *value, struct err *err)
{
	struct slice v = slice_from(value);

	if (strcmp(o->name, "--ui") == 0) {
		if (!slice_is(v, "zh") && !slice_is(v, "en"))
			return bad_value(o->name, value, o->argument, err);
		s->ui = slice_is(v, "zh") ? UI_ZH : UI_EN;
	} else if (strcmp(o->name, "--ambiguous") == 0) {
		if (!slice_is(v, "1") && !slice_is(v, "2") && !slice_is(v, "auto"))
			return bad_value(o->name, value, o->argument, err);
		s->ambiguous = slice_is(v, "auto") ? 0 : value[0] - '0';
	} else if (strcmp(o->name, "--color") == 0) {
		if (!slice_is(v, "auto") && !slice_is(v, "never"))
			return bad_value(o->name, value, o->argument, err);
		s->color = s->color && slice_is(v, "auto");
	} else if (strcmp(o->name, "--size") == 0) {
		if (!read_size(v, &s->rows, &s->cols))
			return bad_value(o->name, value, o->argument, err);
	} else if (strcmp(o->name, "--script") == 0) {
		s->script = value;
	} else if (strcmp(o->name, "--notes") == 0) {
		s->notes = value;
	} else if (strcmp(o->name, "--config") == 0) {
		s->config = value;
	} else if (strcmp(o->name, "--no-config") == 0) {
		s->no_config = true;
	} else if (strcmp(o->name, "--no-add") == 0) {
		s->no_add = true;
	}
	return STATUS_OK;
}

/* "--name=value" and "--name value". */
static enum status
take_one(const struct option *o, int argc, char **argv, int *at, struct settings *s,
         struct err *err)
{
	const char *equals = strchr(argv[*at], '='), *value = "";

	if (o->argument[0] == '\0') {
		if (equals)
			return err_set(err, STATUS_USAGE, "%s: takes no value", "%s：不带值", o->name);
	} else if (equals) {
		value = equals + 1;
	} else if (*at + 1 < argc) {
		value = argv[++*at];
	} else {
		return err_set(err, STATUS_USAGE, "%s: needs a value: %s", "%s：需要一个值：%s", o->name,
		               o->argument);
	}
	return apply(s, o, value, err);
}

enum status
option_take(int *argc, char **argv, struct settings *s, struct err *err)
{
	int kept = 0;
	bool options_end = false;

	for (int i = 0; i < *argc; i++) {
		struct slice word = slice_from(argv[i]);
		size_t equals = slice_find_byte(word, '=', 0);
		const struct option *o = NULL;
		enum status status;

		if (!options_end && slice_is(word, "--")) {
			options_end = true;
			continue;
		}
		if (!options_end && slice_starts(word, "--"))
			o = option_named(slice_sub(word, 0, equals));
		if (!o) {
			argv[kept++] = argv[i];
			continue;
		}
		status = take_one(o, *argc, argv, &i, s, err);
		if (status != STATUS_OK)
			return status;
	}
	*argc = kept;
	return STATUS_OK;
}

const char *
option_asked(int argc, char **argv)
{
	for (int i = 0; i < argc; i++) {
		if (strcmp(argv[i], "--") == 0)
			break;
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return "help";
		if (strcmp(argv[i], "--version") == 0)
			return "version";
	}
	return NULL;
}
