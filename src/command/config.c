/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"
#include "command_priv.h"

#include <string.h>

#define WIDTH_MOST 1000

/* A setting's line: "set NAME VALUE". */
static enum status
set(struct settings *s, struct slice name, struct slice value, struct err *err)
{
	long n;

	if (slice_is(name, "ui") && (slice_is(value, "zh") || slice_is(value, "en"))) {
		s->ui = slice_is(value, "zh") ? UI_ZH : UI_EN;
	} else if (slice_is(name, "ambiguous") &&
	           (slice_is(value, "1") || slice_is(value, "2") || slice_is(value, "auto"))) {
		s->ambiguous = slice_is(value, "auto") ? 0 : value.p[0] - '0';
	} else if (slice_is(name, "color") && (slice_is(value, "auto") || slice_is(value, "never"))) {
		s->color = s->color && slice_is(value, "auto");
	} else if (slice_is(name, "width") && slice_number(value, &n) == value.len && value.len > 0 &&
	           n <= WIDTH_MOST) {
		s->max_cols = (int)n;
	} else {
		return err_set(err, STATUS_USAGE, "there is no setting '%.*s %.*s'; see duan config",
		               "没有“%.*s %.*s”这样的设置，见 duan config", SLICE_ARG(name),
		               SLICE_ARG(value));
	}
	return STATUS_OK;
}

/* "map KEYS = ACTION". */
static enum status
map(struct settings *s, struct slice rest, struct err *err)
{
	size_t equals = slice_find(rest, SLICE(" = "), 0);
	struct slice keys, name;
	enum action action;

	if (equals == SLICE_NONE)
		return err_set(err, STATUS_USAGE, "write 'map KEYS = ACTION'; see duan keys",
		               "应写作 map 键 = 动作，见 duan keys");
	keys = slice_trim(slice_sub(rest, 0, equals));
	name = slice_trim(slice_skip(rest, equals + 3));
	action = action_find(name);
	if (action == ACTIONS)
		return err_set(err, STATUS_USAGE, "there is no action '%.*s'; see duan keys",
		               "没有动作“%.*s”，见 duan keys", SLICE_ARG(name));
	return keymap_bind(&s->keymap, keys, action, err);
}

static enum status
take_line(struct settings *s, struct slice line, struct err *err)
{
	struct slice word, rest = line;
	size_t comment = slice_find(line, SLICE(" #"), 0);

	line = rest = slice_trim(slice_sub(line, 0, comment));
	if (line.len == 0 || line.p[0] == '#')
		return STATUS_OK;
	if (!slice_next(&rest, ' ', &word))
		return STATUS_OK;
	rest = slice_trim(rest);
	if (slice_is(word, "map"))
		return map(s, rest, err);
	if (slice_is(word, "set")) {
		slice_next(&rest, ' ', &word);
		return set(s, word, slice_trim(rest), err);
	}
	return err_set(err, STATUS_USAGE, "there is no command '%.*s' here", "这里没有命令“%.*s”",
	               SLICE_ARG(word));
}

static enum status
take_lines(struct settings *s, const char *path, struct slice text, struct err *err)
{
	struct slice line;
	struct err why;

	for (int n = 1; slice_next(&text, '\n', &line); n++)
		if (take_line(s, line, &why) != STATUS_OK)
			return err_set(err, STATUS_USAGE, "%s:%d: %s", "%s：第 %d 行：%s", path, n,
			               err_words(&why, s->ui));
	return STATUS_OK;
}

enum status
config_read(struct settings *s, struct err *err)
{
	struct buf path = { 0 }, text = { 0 };
	enum status status = STATUS_OK;

	if (s->no_config)
		return STATUS_OK;
	if (s->config) {
		buf_add_str(&path, s->config);
	} else if (file_folder(FILE_CONFIG, &path, NULL) == STATUS_OK) {
		buf_add_str(&path, "/duanrc");
	}
	if (path.len > 0)
		status = file_read(path.p, &text, err);
	if (status == STATUS_OK)
		status = take_lines(s, buf_str(&path), buf_slice(&text), err);
	else if (!s->config) /* having none is ordinary */
		status = STATUS_OK;
	buf_release(&text);
	buf_release(&path);
	return status;
}

int
run_config(const struct call *call)
{
	const struct settings *s = call->settings;
	struct buf out = { 0 };

	if (call->argc > 0) {
		output_usage(s, "takes no words", "不带参数", "config");
		return EXIT_USAGE;
	}
	buf_addf(&out, "set ui %s\n", s->ui == UI_ZH ? "zh" : "en");
	buf_addf(&out, "set width %d\n", s->max_cols);
	if (s->ambiguous == 0)
		buf_add_str(&out, "set ambiguous auto\n");
	else
		buf_addf(&out, "set ambiguous %d\n", s->ambiguous);
	buf_addf(&out, "set color %s\n", s->color ? "auto" : "never");
	output_text(buf_slice(&out));
	buf_release(&out);
	return EXIT_DONE;
}

int
run_keys(const struct call *call)
{
	struct buf out = { 0 };

	if (call->argc > 0) {
		output_usage(call->settings, "takes no words", "不带参数", "keys");
		return EXIT_USAGE;
	}
	keymap_print(&call->settings->keymap, call->settings->ui, &out);
	output_text(buf_slice(&out));
	buf_release(&out);
	return EXIT_DONE;
}
