/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "grid/theme.h"

#include "tap.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const names[] = { "default", "dark", "light", "high-contrast", "mono" };
#define N_NAMES (sizeof names / sizeof *names)

/* Styles that stand side by side and say different things; a sign beside the text tells highlights and
 * notes from each other. */
#define SET_MOST 12
static const struct {
	const char *what;
	enum grid_style style[SET_MOST]; /* up to GRID_TEXT, which belongs to each */
} apart[] = {
	{ "links and matches", { GRID_LINK, GRID_LINK_MISSING, GRID_LINK_UNCERTAIN, GRID_LINK_CURRENT, GRID_HINT,
	                         GRID_MATCH, GRID_MATCH_CURRENT } },
	{ "links and the selection", { GRID_LINK, GRID_LINK_MISSING, GRID_LINK_UNCERTAIN, GRID_SELECTED, GRID_MATCH,
	                               GRID_MATCH_CURRENT } },
	{ "links and headings", { GRID_LINK, GRID_LINK_UNCERTAIN, GRID_HEADING } },
	{ "links and words with notes", { GRID_LINK, GRID_NOTED } },
	{ "links and changes", { GRID_LINK, GRID_CHANGED, GRID_MATCH, GRID_SELECTED } },
	{ "highlights", { GRID_HIGHLIGHT_1, GRID_LINK, GRID_SELECTED, GRID_MATCH } },
	{ "highlights", { GRID_HIGHLIGHT_2, GRID_LINK, GRID_SELECTED, GRID_MATCH } },
	{ "highlights", { GRID_HIGHLIGHT_3, GRID_LINK, GRID_SELECTED, GRID_MATCH } },
	{ "highlights", { GRID_HIGHLIGHT_4, GRID_LINK, GRID_SELECTED, GRID_MATCH } },
	{ "highlights", { GRID_HIGHLIGHT_5, GRID_LINK, GRID_SELECTED, GRID_MATCH } },
	{ "highlights", { GRID_HIGHLIGHT_6, GRID_LINK, GRID_SELECTED, GRID_MATCH } },
	{ "items of lists", { GRID_CURRENT, GRID_MATCH, GRID_MATCH_CURRENT, GRID_HEADING } },
	{ "panes", { GRID_BAR, GRID_BAR_OTHER } },
	{ "the last line", { GRID_ERROR } },
	{ "stand-ins", { GRID_STAND_IN } },
};

static bool
is_apart(const struct theme *t, const enum grid_style *style, int attributes)
{
	bool good = true;

	for (int i = 0; i == 0 || style[i - 1] != GRID_TEXT; i++)
		for (int j = 0; j < i; j++) {
			short a = theme_look(t, style[i], attributes, 0).attributes;
			short b = theme_look(t, style[j], attributes, 0).attributes;

			good &= a != b;
			if (a == b)
				printf("# %s and %s look the same\n", grid_style_name(style[i]), grid_style_name(style[j]));
		}
	return good;
}

static void
telling_apart(void)
{
	static const int terminals[] = { LOOK_ALL, LOOK_ALL & ~LOOK_ITALIC };
	struct theme t;

	for (size_t i = 0; i < N_NAMES; i++) {
		ok(theme_take(&t, slice_from(names[i])), "%s", names[i]);
		for (size_t a = 0; a < sizeof apart / sizeof *apart; a++)
			for (size_t k = 0; k < sizeof terminals / sizeof *terminals; k++)
				ok(is_apart(&t, apart[a].style, terminals[k]), "%s: %s without colour%s", names[i],
				   apart[a].what, k > 0 ? " and italics" : "");
		/* Bold, underline, reverse are eight looks: links and matches at least. */
		ok(is_apart(&t, apart[0].style, LOOK_BOLD | LOOK_UNDERLINE | LOOK_REVERSE), "%s: %s on a VT100",
		   names[i], apart[0].what);
	}
}

/* Of the xterm palette, by the formula of WCAG 2.1. */
static double
luminance(short color)
{
	static const double weight[] = { 0.2126, 0.7152, 0.0722 };
	int place = color - 16, level[3] = { place / 36, place / 6 % 6, place % 6 };
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double part = color >= 232 ? 8 + 10 * (color - 232) : level[i] > 0 ? 55 + 40 * level[i] : 0;

		part /= 255;
		sum += weight[i] * (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
	}
	return sum;
}

static double
contrast(double a, double b)
{
	return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

/* The least contrast of a colour with what is behind it; `black`, `white` say what may be. */
static void
contrasts(const char *name, double least, bool black, bool white)
{
	struct theme t;

	if (!theme_take(&t, slice_from(name)))
		return;
	for (int i = 0; i < GRID_STYLES; i++) {
		struct look look = t.look[i];
		double color;

		if (look.color == LOOK_DEFAULT)
			continue;
		color = luminance(look.color);
		if (look.ground != LOOK_DEFAULT)
			ok(contrast(color, luminance(look.ground)) >= least, "%s %s on its ground", name,
			   grid_style_name((enum grid_style)i));
		else
			ok((!black || contrast(color, 0) >= least) && (!white || contrast(color, 1) >= least),
			   "%s %s on any ground it is made for", name, grid_style_name((enum grid_style)i));
	}
}

static void
grounds(void)
{
	contrasts("default", 3, true, true);
	contrasts("dark", 4.5, true, false);
	contrasts("light", 4.5, false, true);
	contrasts("high-contrast", 7, true, true);
}

static void
own(void)
{
	struct theme t, again;
	struct buf out = { 0 };
	struct slice rest, line;
	struct err err;

	theme_init(&t);
	theme_init(&again);
	ok(theme_is_same(&t, &again), "the same");
	is_number(theme_style(&t, SLICE("link underline cyan"), &err), STATUS_OK, "a style");
	is_number(theme_style(&t, SLICE("match reverse default"), &err), STATUS_OK, "another");
	ok(!theme_is_same(&t, &again), "another theme");
	is_number(t.look[GRID_LINK].color, 6, "cyan");
	is_number(theme_style(&t, SLICE("lnk bold"), &err), STATUS_USAGE, "no style");
	is_number(theme_style(&t, SLICE("link blau"), &err), STATUS_USAGE, "no look");
	is_number(theme_style(&t, SLICE("link"), &err), STATUS_USAGE, "nothing");
	is_number(theme_style(&t, SLICE(""), &err), STATUS_USAGE, "nothing at all");
	theme_print(&t, &out);
	ok(slice_find(buf_slice(&out), SLICE("\nstyle link underline cyan\n"), 0) != SLICE_NONE, "its own as a line");
	ok(slice_find(buf_slice(&out), SLICE("\n# style heading bold\n"), 0) != SLICE_NONE, "the theme's as a comment");
	rest = buf_slice(&out);
	while (slice_next(&rest, '\n', &line))
		if (slice_starts(line, "style ") &&
		    theme_style(&again, slice_skip(line, strlen("style ")), &err) != STATUS_OK)
			ok(false, "%.*s", SLICE_ARG(line));
	ok(theme_is_same(&t, &again), "the lines make the same theme");
	ok(!theme_take(&t, SLICE("sepia")) && theme_is_same(&t, &again), "no such theme: nothing has changed");
	ok(theme_take(&t, SLICE("mono")), "another one");
	is_number(t.look[GRID_LINK].color, LOOK_DEFAULT, "takes the place of all");
	buf_release(&out);
}

static void
poor(void)
{
	struct theme t;
	struct look look;

	theme_init(&t);
	look = theme_look(&t, GRID_ERROR, LOOK_ALL, 8);
	is_number(look.color, 1, "red of eight");
	look = theme_look(&t, GRID_ERROR, LOOK_ALL, 0);
	is_number(look.color, LOOK_DEFAULT, "no colour");
	look = theme_look(&t, GRID_LINK_MISSING, LOOK_ALL & ~LOOK_DIM, 0);
	is_number(look.attributes, LOOK_BOLD, "without dim a missing link is bold");
	look = theme_look(&t, GRID_GUTTER, LOOK_ALL & ~LOOK_DIM, 0);
	is_number(look.attributes, 0, "what is quiet is plain");
}

int
main(void)
{
	telling_apart();
	grounds();
	own();
	poor();
	return tap_done();
}
