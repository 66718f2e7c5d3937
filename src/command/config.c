/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"
#include "command_priv.h"

#include <string.h>

#define WIDTH_MOST 10000
#define SECONDS_MOST 3600

/* Each gives false, and changes nothing, when it cannot take the value. */
static bool
take_ui(struct settings *s, struct slice value)
{
	if (!slice_is(value, "zh") && !slice_is(value, "en"))
		return false;
	s->ui = slice_is(value, "zh") ? UI_ZH : UI_EN;
	return true;
}

static void
print_ui(const struct settings *s, struct buf *out)
{
	buf_add_str(out, s->ui == UI_ZH ? "zh" : "en");
}

static bool
take_width(struct settings *s, struct slice value)
{
	long n;

	if (value.len == 0 || slice_number(value, &n) != value.len || n > WIDTH_MOST)
		return false;
	s->max_cols = (int)n;
	return true;
}

static void
print_width(const struct settings *s, struct buf *out)
{
	buf_addf(out, "%d", s->max_cols);
}

static bool
take_ambiguous(struct settings *s, struct slice value)
{
	if (!slice_is(value, "1") && !slice_is(value, "2") && !slice_is(value, "auto"))
		return false;
	s->ambiguous = slice_is(value, "auto") ? 0 : value.p[0] - '0';
	return true;
}

static void
print_ambiguous(const struct settings *s, struct buf *out)
{
	buf_add_str(out, s->ambiguous == 0 ? "auto" : s->ambiguous == 1 ? "1" : "2");
}

static bool
take_mouse(struct settings *s, struct slice value)
{
	if (!slice_is(value, "on") && !slice_is(value, "off"))
		return false;
	s->mouse = slice_is(value, "on");
	return true;
}

static void
print_mouse(const struct settings *s, struct buf *out)
{
	buf_add_str(out, s->mouse ? "on" : "off");
}

static bool
take_linear(struct settings *s, struct slice value)
{
	if (!slice_is(value, "on") && !slice_is(value, "off"))
		return false;
	s->linear = slice_is(value, "on");
	return true;
}

static void
print_linear(const struct settings *s, struct buf *out)
{
	buf_add_str(out, s->linear ? "on" : "off");
}

static bool
take_color(struct settings *s, struct slice value)
{
	if (!slice_is(value, "auto") && !slice_is(value, "never") && !slice_is(value, "8"))
		return false;
	s->color = slice_is(value, "never") ? 0 : slice_is(value, "8") ? 8 : 1;
	return true;
}

static bool
take_hyperlinks(struct settings *s, struct slice value)
{
	return weblink_take(&s->hyperlinks, value);
}

static void
print_hyperlinks(const struct settings *s, struct buf *out)
{
	buf_add_str(out, weblink_name(s->hyperlinks));
}

static void
print_color(const struct settings *s, struct buf *out)
{
	buf_add_str(out, s->color == 0 ? "never" : s->color == 8 ? "8" : "auto");
}

static bool
take_theme(struct settings *s, struct slice value)
{
	return theme_take(&s->theme, value);
}

static void
print_theme(const struct settings *s, struct buf *out)
{
	buf_add_str(out, s->theme.name);
}

/* A base or a pattern; from where nothing could be fetched it is refused when somebody does. */
static bool
take_fetch_from(struct settings *s, struct slice value)
{
	if (value.len == 0 || memchr(value.p, ' ', value.len))
		return false;
	buf_clear(&s->fetch_from);
	buf_add(&s->fetch_from, value);
	return true;
}

static void
print_fetch_from(const struct settings *s, struct buf *out)
{
	buf_add(out, s->fetch_from.len > 0 ? buf_slice(&s->fetch_from) : SLICE(FETCH_FROM));
}

static bool
take_seconds(struct slice value, long *out)
{
	long n = 0;

	if (slice_number(value, &n) != value.len || n < 1 || n > SECONDS_MOST)
		return false;
	*out = n;
	return true;
}

static bool
take_fetch_seconds(struct settings *s, struct slice value)
{
	return take_seconds(value, &s->fetch_seconds);
}

static void
print_fetch_seconds(const struct settings *s, struct buf *out)
{
	buf_addf(out, "%ld", s->fetch_seconds);
}

/* A program that is not there is complained of when it is needed. */
static bool
take_converter(struct slice value, struct buf *command)
{
	if (value.len == 0)
		return false;
	buf_clear(command);
	if (!slice_is(value, "auto"))
		buf_add(command, value);
	return true;
}

static void
print_converter(const struct buf *command, struct buf *out)
{
	buf_add(out, command->len > 0 ? buf_slice(command) : SLICE("auto"));
}

#define CONVERTER(format, name)                                                                    \
	static bool take_convert_##name(struct settings *s, struct slice value)                    \
	{                                                                                          \
		return take_converter(value, &s->convert.command[format]);                         \
	}                                                                                          \
	static void print_convert_##name(const struct settings *s, struct buf *out)                \
	{                                                                                          \
		print_converter(&s->convert.command[format], out);                                 \
	}
CONVERTER(CONVERT_DOC, doc)
CONVERTER(CONVERT_ODT, odt)
CONVERTER(CONVERT_RTF, rtf)
#undef CONVERTER

static bool
take_convert_seconds(struct settings *s, struct slice value)
{
	return take_seconds(value, &s->convert.seconds);
}

static void
print_convert_seconds(const struct settings *s, struct buf *out)
{
	buf_addf(out, "%ld", s->convert.seconds);
}

static const struct setting {
	const char *name, *values;
	struct words help;
	bool (*take)(struct settings *s, struct slice value);
	void (*print)(const struct settings *s, struct buf *out);
} table[] = {
	{ "ui", "zh|en", { { "language of the interface", "界面语言" } }, take_ui, print_ui },
	{ "width", "0-10000", { { "cells of a line of text at most; 0: no limit",
	                          "正文每行最多几格；0 为不限" } }, take_width, print_width },
	{ "ambiguous", "1|2|auto", { { "cells of characters of ambiguous width; auto: ask the terminal",
	                               "宽度不定的字符占几格；auto 为询问终端" } },
	  take_ambiguous, print_ambiguous },
	{ "linear", "on|off", { { "for screen readers: no signs, one column, one pane",
	                          "供读屏软件：无记号、单栏、单窗格" } }, take_linear, print_linear },
	{ "mouse", "on|off", { { "the wheel scrolls, a click follows", "滚轮滚动，点击跟随" } },
	  take_mouse, print_mouse },
	{ "hyperlinks", WEBLINK_VALUES,
	  { { "the terminal opens links (OSC 8) if its kind is known to; always: any kind",
	      "由终端打开链接（OSC 8），限已知支持的终端；always 为不论何种" } },
	  take_hyperlinks, print_hyperlinks },
	{ "color", "auto|8|never", { { "colours: as many as there are, up to 256; eight; none",
	                               "颜色：按终端所能，至多 256 色；8 色；不用" } },
	  take_color, print_color },
	{ "theme", THEME_NAMES, { { "attributes and colours; style changes single ones",
	                            "文字属性与颜色；style 可逐项更改" } }, take_theme, print_theme },
	{ "fetch-from", "ADDRESS",
	  { { "where documents are fetched; {symbol} {language} {format} are filled in",
	      "下载文件的网址，{symbol} {language} {format} 处填文号、语文、格式" } },
	  take_fetch_from, print_fetch_from },
	{ "fetch-seconds", "1-3600", { { "a server that sends nothing for so long is given up",
	                                 "服务器多少秒没有数据就放弃" } },
	  take_fetch_seconds, print_fetch_seconds },
	{ "convert-doc", "auto|none|COMMAND",
	  { { "makes DOCX, HTML or text of Word before 2007; auto: LibreOffice",
	      "转换旧版 Word 文件的程序；auto 为 LibreOffice" } },
	  take_convert_doc, print_convert_doc },
	{ "convert-odt", "auto|none|COMMAND", { { "the same for ODT", "同上，用于 ODT" } },
	  take_convert_odt, print_convert_odt },
	{ "convert-rtf", "auto|none|COMMAND", { { "the same for RTF", "同上，用于 RTF" } },
	  take_convert_rtf, print_convert_rtf },
	{ "convert-seconds", "1-3600", { { "a converter that takes longer is ended",
	                                   "转换超过多少秒就终止" } },
	  take_convert_seconds, print_convert_seconds },
};
#define N_SETTINGS (sizeof table / sizeof *table)

void
command_manual_settings(enum ui_language ui, struct buf *out)
{
	buf_add_str(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < N_SETTINGS; i++)
		buf_addf(out, ".It Ic set %s Ar %s\n%s%s\n", table[i].name, table[i].values,
		         words_in(table[i].help, ui), ui == UI_ZH ? "。" : ".");
	buf_add_str(out, ".El\n");
}

enum status
config_set(struct settings *s, struct slice name, struct slice value, struct err *err)
{
	for (size_t i = 0; i < N_SETTINGS; i++) {
		if (!slice_is(name, table[i].name))
			continue;
		if (table[i].take(s, value))
			return STATUS_OK;
		return err_set(err, STATUS_USAGE, "%s: cannot be '%.*s'; it takes %s",
		               "%s：不能是“%.*s”，可取 %s", table[i].name, SLICE_ARG(value),
		               table[i].values);
	}
	return err_set(err, STATUS_USAGE, "there is no setting '%.*s'; see duan config",
	               "没有“%.*s”这个设置，见 duan config", SLICE_ARG(name));
}

static enum status
take_line(struct settings *s, struct slice line, struct err *err)
{
	struct slice word, name, rest = slice_trim(line);

	if (rest.len == 0 || rest.p[0] == '#' || !slice_next(&rest, ' ', &word))
		return STATUS_OK;
	rest = slice_trim(rest);
	if (slice_is(word, "map") || slice_is(word, "unmap") || slice_is(word, "keys"))
		return keymap_take(&s->keymap, word, rest, err);
	if (slice_is(word, "style"))
		return theme_style(&s->theme, rest, err);
	if (!slice_is(word, "set") || !slice_next(&rest, ' ', &name))
		return err_set(err, STATUS_USAGE, "'%.*s' is not understood; write set, style, map, unmap or keys",
		               "“%.*s”无法理解，应以 set、style、map、unmap 或 keys 开头", SLICE_ARG(word));
	return config_set(s, name, slice_trim(rest), err);
}

/* A line that is off is no reason not to read. */
static void
take_lines(struct settings *s, const char *path, struct slice text)
{
	struct slice line;
	struct err why, err;

	for (int n = 1; slice_next(&text, '\n', &line); n++) {
		if (take_line(s, line, &why) == STATUS_OK)
			continue;
		(void)err_set(&err, STATUS_USAGE, "%s:%d: %s", "%s:%d：%s", path, n,
		              err_words(&why, s->ui));
		output_error(s, &err);
	}
}

enum status
config_read(struct settings *s, struct err *err)
{
	struct buf path = { 0 }, text = { 0 };
	enum status status = STATUS_MISSING;

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
		take_lines(s, path.p, buf_slice(&text));
	else if (!s->config && status != STATUS_MISSING) /* having none is ordinary */
		output_error(s, err);
	buf_release(&text);
	buf_release(&path);
	return s->config ? status : STATUS_OK;
}

int
run_config(const struct call *call)
{
	struct settings *s = call->settings;
	struct buf out = { 0 };

	if (call->words.n > 0)
		return output_usage(s, "config", "takes no argument", "不带参数");
	for (size_t i = 0; i < N_SETTINGS; i++) {
		buf_addf(&out, "# %s (%s)\nset %s ", words_in(table[i].help, s->ui),
		         table[i].values, table[i].name);
		table[i].print(s, &out);
		buf_add_byte(&out, '\n');
	}
	buf_addf(&out, "# %s\nkeys %s\n",
	         s->ui == UI_ZH ? "键位；less 为 d u f g 与 less 相同 (duan|less)"
	                        : "keymap; less: d u f g as less has them (duan|less)",
	         s->keymap.is_less ? "less" : "duan");
	buf_addf(&out, "# %s\n",
	         s->ui == UI_ZH ? "样式的外观；# 后为主题所定，去掉 # 即可更改"
	                        : "how styles look; those of the theme are comments: take the # off to change one");
	theme_print(&s->theme, &out);
	output_text(buf_slice(&out));
	buf_release(&out);
	return s->has_complaint ? EXIT_REFUSED : EXIT_DONE;
}

int
run_keys(const struct call *call)
{
	struct settings *s = call->settings;
	struct buf out = { 0 };

	if (call->words.n > 0)
		return output_usage(s, "keys", "takes no argument", "不带参数");
	keymap_print(&s->keymap, s->ui, &out);
	output_text(buf_slice(&out));
	buf_release(&out);
	return s->has_complaint ? EXIT_REFUSED : EXIT_DONE;
}
