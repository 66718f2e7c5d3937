/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/setting.h"

#include "session_priv.h"

#define WIDTH_MAX 10000

static bool
set_ui(struct session *s, struct slice value)
{
	if (!slice_is(value, "zh") && !slice_is(value, "en"))
		return false;
	s->settings.ui = slice_is(value, "zh") ? UI_ZH : UI_EN;
	view_remake_all(s);
	return true;
}

static bool
set_width(struct session *s, struct slice value)
{
	long cols;

	if (value.len == 0 || slice_number(value, &cols) != value.len || cols > WIDTH_MAX)
		return false;
	s->settings.max_cols = (int)cols;
	session_relayout(s);
	return true;
}

static bool
set_linear(struct session *s, struct slice value)
{
	if (!slice_is(value, "on") && !slice_is(value, "off"))
		return false;
	s->settings.linear = s->tiles.is_alone = slice_is(value, "on");
	session_relayout(s);
	return true;
}

static bool
set_mouse(struct session *s, struct slice value)
{
	if (!slice_is(value, "on") && !slice_is(value, "off"))
		return false;
	s->settings.mouse = slice_is(value, "on");
	return true;
}

static bool
set_hyperlinks(struct session *s, struct slice value)
{
	return weblink_take(&s->settings.hyperlinks, value);
}

static bool
set_theme(struct session *s, struct slice value)
{
	return theme_take(&s->settings.theme, value);
}

static const struct {
	struct setting_info info;
	bool (*set)(struct session *s, struct slice value);
} setting_table[] = {
	{ { "ui", "zh|en", { { "language of the interface", "界面语言" } } }, set_ui },
	{ { "width", "0-10000", { { "cells of a line of text at most; 0: no limit",
	                            "正文每行最多几格；0 为不限" } } },
	  set_width },
	{ { "linear", "on|off", { { "for screen readers: no signs, one column, one pane",
	                            "供读屏软件：无记号、单栏、单窗格" } } },
	  set_linear },
	{ { "mouse", "on|off", { { "the wheel scrolls, a click follows", "滚轮滚动，点击跟随" } } }, set_mouse },
	{ { "hyperlinks", WEBLINK_VALUES, { { "the terminal opens links (OSC 8) if its kind is known to; always: any kind",
	                                      "由终端打开链接（OSC 8），限已知支持的终端；always 为不论何种" } } },
	  set_hyperlinks },
	{ { "theme", THEME_NAMES, { { "attributes and colours; style changes single ones",
	                              "文字属性与颜色；style 可逐项更改" } } }, set_theme },
};

size_t
setting_count(void)
{
	return sizeof setting_table / sizeof *setting_table;
}

const struct setting_info *
setting_info(size_t i)
{
	return &setting_table[i].info;
}

const struct setting_info *
setting_find(struct slice name)
{
	for (size_t i = 0; i < setting_count(); i++)
		if (slice_is(name, setting_table[i].info.name))
			return &setting_table[i].info;
	return NULL;
}

/* "ui width". */
static void
add_names(struct buf *out)
{
	for (size_t i = 0; i < setting_count(); i++)
		buf_addf(out, "%s%s", i > 0 ? " " : "", setting_table[i].info.name);
}

enum status
setting_set(struct session *s, struct slice name, struct slice value, struct err *err)
{
	struct buf names = { 0 };

	for (size_t i = 0; i < setting_count(); i++) {
		const struct setting_info *info = &setting_table[i].info;

		if (!slice_is(name, info->name))
			continue;
		if (setting_table[i].set(s, value))
			return STATUS_OK;
		return err_set(err, STATUS_USAGE, "write set %s %s: %s", "写作 set %s %s：%s", info->name,
		               info->values, words_in(info->help, s->settings.ui));
	}
	add_names(&names);
	(void)!err_set(err, STATUS_USAGE, "there is no setting '%.*s'; there are: %s",
	               "没有“%.*s”这个设置；可以设：%s", SLICE_ARG(name), buf_str(&names));
	buf_release(&names);
	return STATUS_USAGE;
}
