/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_priv.h"

#define RICH_COLORS 256

/* What curses calls the attributes, and their bits in `ncv`. */
static const struct {
	int attribute; /* of enum look_attribute */
	attr_t curses;
	int ncv;
} attribute_table[] = {
	{ LOOK_BOLD, A_BOLD, 32 },
	{ LOOK_DIM, A_DIM, 16 },
	{ LOOK_ITALIC, A_ITALIC, 0 },
	{ LOOK_UNDERLINE, A_UNDERLINE, 2 },
	{ LOOK_REVERSE, A_REVERSE, 4 },
};
#define N_ATTRIBUTES (sizeof attribute_table / sizeof *attribute_table)

/* Only dim and italic are done without: there is something else for them. */
static int
attributes_there(void)
{
	int there = LOOK_ALL;

	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		if (!(termattrs() & attribute_table[i].curses))
			there &= ~attribute_table[i].attribute;
	return there;
}

/* Those that go when a colour comes, on the console of Linux and on terminals of its kind. */
static int
attributes_without_color(void)
{
	int ncv = terminfo_number("ncv"), without = 0;

	for (size_t i = 0; ncv > 0 && i < N_ATTRIBUTES; i++)
		if (ncv & attribute_table[i].ncv)
			without |= attribute_table[i].attribute;
	return without;
}

/* How many colours may be used. */
static int
colors_there(int color)
{
	if (color == 0 || !has_colors() || start_color() != OK || COLORS < 8 ||
	    use_default_colors() != OK)
		return 0;
	if (color > 1 || COLORS > RICH_COLORS) /* of those that have millions but eight have a number */
		return 8;
	return COLORS;
}

static attr_t
curses_attributes(int attributes)
{
	attr_t curses = A_NORMAL;

	for (size_t i = 0; i < N_ATTRIBUTES; i++)
		if (attributes & attribute_table[i].attribute)
			curses |= attribute_table[i].curses;
	return curses;
}

/* The pair of a style is its number and one.  What an attribute says is not given up for a colour. */
static short
make_pair(const struct term *t, enum grid_style style, struct look look)
{
	short pair = (short)(style + 1);

	if ((look.color == LOOK_DEFAULT && look.ground == LOOK_DEFAULT) ||
	    (look.attributes & t->without_color))
		return 0;
	return init_pair(pair, look.color, look.ground) == OK ? pair : 0;
}

static void
make_looks(struct term *t)
{
	for (int i = 0; i < GRID_STYLES; i++) {
		enum grid_style style = (enum grid_style)i;
		struct look look = theme_look(&t->theme, style, t->attributes, t->n_colors);

		t->shape[i] = (struct shape){ look, curses_attributes(look.attributes), make_pair(t, style, look) };
		if (t->shape[i].pair == 0)
			t->shape[i].look.color = t->shape[i].look.ground = LOOK_DEFAULT;
	}
}

void
style_start(struct term *t, int color)
{
	t->attributes = attributes_there();
	t->without_color = attributes_without_color();
	t->n_colors = colors_there(color);
	theme_init(&t->theme);
	make_looks(t);
}

void
term_theme(struct term *t, const struct theme *theme)
{
	if (theme_is_same(&t->theme, theme))
		return;
	t->theme = *theme;
	make_looks(t);
	t->is_shown = false; /* all cells go to curses again, which sends those that differ */
}
