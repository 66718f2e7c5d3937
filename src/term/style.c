/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_priv.h"

/*
 * How a meaning looks.  Attributes come first and tell everything apart without colour; colour is
 * used where it is rare, since each change of it costs a slow line ten bytes.
 */
static const struct {
	attr_t attributes;
	attr_t without_dim; /* in their stead where the terminal has no dim */
	short color;        /* -1: none */
} style_table[GRID_STYLES] = {
	[GRID_TEXT] = { A_NORMAL, A_NORMAL, -1 },
	[GRID_HEADING] = { A_BOLD, A_BOLD, -1 },
	[GRID_LABEL] = { A_NORMAL, A_NORMAL, -1 },
	[GRID_LINK] = { A_UNDERLINE, A_UNDERLINE, -1 },
	[GRID_LINK_MISSING] = { A_DIM, A_BOLD, -1 },
	[GRID_LINK_UNCERTAIN] = { A_UNDERLINE | A_DIM, A_UNDERLINE | A_BOLD, -1 },
	[GRID_LINK_CURRENT] = { A_REVERSE, A_REVERSE, -1 },
	[GRID_HINT] = { A_REVERSE | A_BOLD, A_REVERSE | A_BOLD, -1 },
	[GRID_FOOTNOTE] = { A_BOLD, A_BOLD, -1 },
	[GRID_STAND_IN] = { A_REVERSE | A_DIM, A_REVERSE, -1 },
	[GRID_CURRENT] = { A_REVERSE | A_BOLD, A_REVERSE | A_BOLD, -1 },
	[GRID_CHANGED] = { A_UNDERLINE | A_BOLD, A_UNDERLINE | A_BOLD, -1 },
	[GRID_MATCH] = { A_REVERSE, A_REVERSE, COLOR_YELLOW },
	[GRID_MATCH_CURRENT] = { A_REVERSE | A_BOLD | A_UNDERLINE, A_REVERSE | A_BOLD | A_UNDERLINE,
	                         COLOR_YELLOW },
	[GRID_SELECTED] = { A_REVERSE, A_REVERSE, -1 },
	[GRID_GUTTER] = { A_DIM, A_NORMAL, -1 },
	[GRID_BAR] = { A_REVERSE, A_REVERSE, -1 },
	[GRID_BAR_OTHER] = { A_UNDERLINE, A_UNDERLINE, -1 },
	[GRID_MESSAGE] = { A_NORMAL, A_NORMAL, -1 },
	[GRID_ERROR] = { A_BOLD, A_BOLD, COLOR_RED },
	[GRID_FRAME] = { A_DIM, A_NORMAL, -1 },
	[GRID_NOTE] = { A_NORMAL, A_NORMAL, COLOR_CYAN },
	[GRID_NOTED] = { A_UNDERLINE, A_UNDERLINE, COLOR_CYAN },
	[GRID_HIGHLIGHT_1] = { A_BOLD, A_BOLD, COLOR_YELLOW },
	[GRID_HIGHLIGHT_2] = { A_ITALIC, A_ITALIC, COLOR_GREEN },
	[GRID_HIGHLIGHT_3] = { A_BOLD | A_UNDERLINE, A_BOLD | A_UNDERLINE, COLOR_CYAN },
	[GRID_HIGHLIGHT_4] = { A_ITALIC | A_UNDERLINE, A_ITALIC | A_UNDERLINE, COLOR_MAGENTA },
	[GRID_HIGHLIGHT_5] = { A_BOLD | A_ITALIC, A_BOLD | A_ITALIC, COLOR_RED },
	[GRID_HIGHLIGHT_6] = { A_BOLD | A_ITALIC | A_UNDERLINE,
	                       A_BOLD | A_ITALIC | A_UNDERLINE, COLOR_BLUE },
};

/* Where there are 256, tones that can be read on light and on dark grounds alike. */
static short
rich_color(short color)
{
	switch (color) {
	case COLOR_YELLOW:
		return 136;
	case COLOR_GREEN:
		return 64;
	case COLOR_CYAN:
		return 37;
	case COLOR_MAGENTA:
		return 125;
	case COLOR_RED:
		return 160;
	case COLOR_BLUE:
		return 33;
	default:
		return color;
	}
}

static bool
start_colors(void)
{
	return has_colors() && start_color() == OK && COLORS >= 8 && use_default_colors() == OK;
}

void
style_looks(struct look look[GRID_STYLES], int color)
{
	bool has_dim = (termattrs() & A_DIM) != 0, has_italic = (termattrs() & A_ITALIC) != 0;
	bool in_color = color != 0 && start_colors(), is_rich = in_color && color != 8 && COLORS >= 256;

	for (int i = 0; i < GRID_STYLES; i++) {
		look[i].attributes = has_dim ? style_table[i].attributes : style_table[i].without_dim;
		if (!has_italic && (look[i].attributes & A_ITALIC))
			look[i].attributes = (look[i].attributes & ~A_ITALIC) | A_UNDERLINE;
		look[i].pair = 0;
		if (in_color && style_table[i].color >= 0 &&
		    init_pair((short)(i + 1),
		              is_rich ? rich_color(style_table[i].color) : style_table[i].color, -1) == OK)
			look[i].pair = (short)(i + 1);
	}
}
