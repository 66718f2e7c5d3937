/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "grid/theme.h"

#define B LOOK_BOLD
#define D LOOK_DIM
#define I LOOK_ITALIC
#define U LOOK_UNDERLINE
#define R LOOK_REVERSE
#define NO LOOK_DEFAULT

/*
 * Colours are used where they are rare by default, since each change of them costs a slow line ten
 * bytes.  Those of high contrast have their own ground, for 7 to 1 is out of reach on any.
 */
static const struct {
	short attributes;
	short usual, dark, light, strong, strong_ground;
} theme_table[GRID_STYLES] = {
	[GRID_TEXT] = { 0, NO, NO, NO, NO, NO },
	[GRID_HEADING] = { B, NO, 222, 24, NO, NO },
	[GRID_LABEL] = { 0, NO, NO, NO, NO, NO },
	[GRID_LINK] = { U, NO, 117, 25, NO, NO },
	[GRID_LINK_MISSING] = { D, NO, NO, NO, NO, NO },
	[GRID_LINK_UNCERTAIN] = { U | D, NO, NO, NO, NO, NO },
	[GRID_LINK_CURRENT] = { R, NO, NO, NO, NO, NO },
	[GRID_HINT] = { R | B, NO, 222, 58, 226, 16 },
	[GRID_FOOTNOTE] = { B, NO, 117, 25, NO, NO },
	[GRID_STAND_IN] = { R | D, NO, NO, NO, NO, NO },
	[GRID_CURRENT] = { R | B, NO, NO, NO, NO, NO },
	[GRID_CHANGED] = { U | B, NO, 114, 22, NO, NO },
	[GRID_MATCH] = { R | U, 136, 178, 58, 226, 16 },
	[GRID_MATCH_CURRENT] = { R | B | U, 136, 214, 58, 51, 16 },
	[GRID_SELECTED] = { R, NO, NO, NO, NO, NO },
	[GRID_GUTTER] = { D, NO, NO, NO, NO, NO },
	[GRID_BAR] = { R, NO, NO, NO, NO, NO },
	[GRID_BAR_OTHER] = { U, NO, NO, NO, NO, NO },
	[GRID_MESSAGE] = { 0, NO, NO, NO, NO, NO },
	[GRID_ERROR] = { B, 160, 203, 124, 231, 88 },
	[GRID_FRAME] = { D, NO, NO, NO, NO, NO },
	[GRID_NOTE] = { 0, 30, 80, 23, NO, NO },
	[GRID_NOTED] = { I | U, 30, 80, 23, NO, NO },
	[GRID_HIGHLIGHT_1] = { B, 136, 220, 58, NO, NO },
	[GRID_HIGHLIGHT_2] = { I, 28, 114, 22, NO, NO },
	[GRID_HIGHLIGHT_3] = { B | U, 30, 80, 23, NO, NO },
	[GRID_HIGHLIGHT_4] = { I | U, 133, 176, 90, NO, NO },
	[GRID_HIGHLIGHT_5] = { B | I, 160, 203, 124, NO, NO },
	[GRID_HIGHLIGHT_6] = { B | I | U, 33, 111, 19, NO, NO },
};

/* What is dim is quiet; a link that would be lost in the text without it is bold instead. */
static short
without_dim(enum grid_style style, short attributes)
{
	bool is_link = style == GRID_LINK_MISSING || style == GRID_LINK_UNCERTAIN;

	if (!(attributes & D))
		return attributes;
	return (short)((attributes & ~D) | (is_link ? B : 0));
}

/* Underlined it would be a link. */
static short
without_italic(short attributes)
{
	return attributes & I ? (short)((attributes & ~I) | B) : attributes;
}

static struct look
usual_look(enum grid_style style)
{
	return (struct look){ theme_table[style].attributes, theme_table[style].usual, NO };
}

static struct look
dark_look(enum grid_style style)
{
	return (struct look){ theme_table[style].attributes, theme_table[style].dark, NO };
}

static struct look
light_look(enum grid_style style)
{
	return (struct look){ theme_table[style].attributes, theme_table[style].light, NO };
}

static struct look
strong_look(enum grid_style style)
{
	return (struct look){ without_dim(style, theme_table[style].attributes), theme_table[style].strong,
		              theme_table[style].strong_ground };
}

static struct look
mono_look(enum grid_style style)
{
	return (struct look){ theme_table[style].attributes, NO, NO };
}

static const struct {
	const char *name;
	struct look (*look)(enum grid_style style);
} themes[] = {
	{ "default", usual_look }, { "dark", dark_look }, { "light", light_look },
	{ "high-contrast", strong_look }, { "mono", mono_look },
};

bool
theme_take(struct theme *t, struct slice name)
{
	for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
		if (!slice_is(name, themes[i].name))
			continue;
		t->name = themes[i].name;
		for (int style = 0; style < GRID_STYLES; style++)
			t->look[style] = themes[i].look((enum grid_style)style);
		return true;
	}
	return false;
}

void
theme_init(struct theme *t)
{
	(void)!theme_take(t, SLICE("default"));
}

bool
theme_is_same(const struct theme *a, const struct theme *b)
{
	for (int style = 0; style < GRID_STYLES; style++)
		if (!look_is_same(a->look[style], b->look[style]))
			return false;
	return true;
}

enum status
theme_style(struct theme *t, struct slice line, struct err *err)
{
	struct slice name = { 0 }, bad;
	enum grid_style style;

	if (slice_is_blank(line))
		return err_set(err, STATUS_USAGE,
		               "style NAME LOOK, as 'style link underline cyan'; duan config lists them",
		               "style 名称 外观，如 style link underline cyan；duan config 列出全部");
	slice_next(&line, ' ', &name);
	style = grid_style_find(name);
	if (style == GRID_STYLES)
		return err_set(err, STATUS_USAGE, "there is no style '%.*s'; duan config lists them",
		               "没有“%.*s”这种样式，duan config 列出全部", SLICE_ARG(name));
	if (slice_is_blank(line))
		return err_set(err, STATUS_USAGE, "style %.*s needs a look, as 'underline cyan', or 'default'",
		               "style %.*s 后须写外观，如 underline cyan，或 default", SLICE_ARG(name));
	if (look_read(line, &t->look[style], &bad))
		return STATUS_OK;
	return err_set(err, STATUS_USAGE,
	               "'%.*s' is no look; write bold dim italic underline reverse, then red, bright-red, "
	               "0-255 or default, at most two colours",
	               "“%.*s”不是外观；可写 bold dim italic underline reverse，其后 red、bright-red、0-255 "
	               "或 default，至多两种颜色", SLICE_ARG(bad));
}

void
theme_print(const struct theme *t, struct buf *out)
{
	struct theme plain;

	if (!theme_take(&plain, slice_from(t->name)))
		theme_init(&plain);
	for (int style = 0; style < GRID_STYLES; style++) {
		bool is_own = !look_is_same(t->look[style], plain.look[style]);

		buf_addf(out, "%sstyle %s ", is_own ? "" : "# ", grid_style_name((enum grid_style)style));
		look_print(t->look[style], out);
		buf_add_byte(out, '\n');
	}
}

struct look
theme_look(const struct theme *t, enum grid_style style, int attributes, int n_colors)
{
	struct look look = t->look[style];

	if (!(attributes & D))
		look.attributes = without_dim(style, look.attributes);
	if (!(attributes & I))
		look.attributes = without_italic(look.attributes);
	look.color = n_colors > 0 ? look_color(look.color, n_colors) : NO;
	look.ground = n_colors > 0 ? look_color(look.ground, n_colors) : NO;
	return look;
}
