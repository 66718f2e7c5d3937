/* SPDX-License-Identifier: ISC */
/*
 * Where cells lead, for terminals that open it by a click of their own: OSC 8.
 *
 * Curses knows nothing of it.  So the cells that lead somewhere are written once more when curses
 * has written its own: the same characters in the same look at the same place, a link around them,
 * and the cursor put back to where curses left it.  The two do not disturb each other as long as
 * curses writes cells and does not shift what stands on the screen.
 *
 * Nothing is saved and restored by the terminal: in some, leaving the other screen comes back to
 * the place that was saved last.
 */
#include "config.h"

#include "term_priv.h"

#include <stdlib.h>

#define LINK_END "\x1b]8;;\x1b\\"
#define VTE_SOUND 5000 /* older ones of GNOME's terminal crash over links */

/* Terminals that take links, and such as pass over what they do not know.  Consoles print it; of
 * those that are called screen it is not known what is behind them. */
static bool
takes_links(const char *type)
{
	static const char *const types[] = { "xterm", "tmux", "foot", "alacritty", "kitty", "wezterm", "konsole",
		                             "vte", "gnome", "mintty", "contour", "iterm", "ms-terminal", "rio" };
	const char *vte = getenv("VTE_VERSION");

	if (vte && *vte && atol(vte) < VTE_SOUND)
		return false;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (slice_starts(slice_from(type), types[i]))
			return true;
	return false;
}

void
term_hyperlinks(struct term *t, enum weblink_wanted wanted)
{
	bool has = wanted == WEBLINK_ALWAYS || (wanted == WEBLINK_ON && takes_links(buf_str(&t->type)));

	if (has == t->has_hyperlinks)
		return;
	t->has_hyperlinks = has;
	idlok(stdscr, !has);
	idcok(stdscr, !has);
	typeahead(has ? -1 : fileno(t->in)); /* curses is to have written all of a row when its links are */
	term_redraw(t);
}

static void
add_cell(struct term *t, const struct grid_cell *cell)
{
	codepoint text[SHOW_CODEPOINTS];
	int n = show_codepoints(t->shown.width, cell, text);

	for (int i = 0; i < n; i++)
		utf8_add(&t->links, text[i]);
}

static struct look
look_of(const struct term *t, const struct grid_cell *cell)
{
	return t->shape[cell->style < GRID_STYLES ? cell->style : GRID_TEXT].look;
}

static int
cells_of(const struct grid_cell *cell)
{
	return cell->cells == 2 ? 2 : 1;
}

/* It leads somewhere, or what stood there did. */
static bool
is_due(const struct grid_cell *cell, const struct grid_cell *before)
{
	return cell->link || before->link || before[cells_of(cell) - 1].link;
}

/* The cells from `col` on that lead to the same and are due, whole ones before `end`; gives the
 * column behind. */
static int
add_cells(struct term *t, const struct grid_cell *cell, const struct grid_cell *before, int col, int end)
{
	unsigned link = cell[col].link;
	int style = -1;

	for (int next; col < end && cell[col].link == link; col = next) {
		next = col + cells_of(&cell[col]);
		if (next > end || !is_due(&cell[col], &before[col]))
			break;
		if (cell[col].style != style)
			terminfo_add_look(look_of(t, &cell[col]), &t->links);
		style = cell[col].style;
		add_cell(t, &cell[col]);
	}
	terminfo_add_look((struct look){ 0, LOOK_DEFAULT, LOOK_DEFAULT }, &t->links);
	return col;
}

/* Curses shifts the screen by itself, whatever idlok() says, when it sees rows in other places; of
 * one row at a time it sees none. */
void
links_row(struct term *t, const struct grid *g, int row, int end)
{
	const struct grid_cell *cell = &g->cell[(size_t)row * (size_t)g->cols];
	const struct grid_cell *before = grid_at(&t->shown, row, 0);
	int rows, cols;

	leaveok(stdscr, TRUE);
	refresh();
	term_size(t, &rows, &cols);
	end = row >= rows ? 0 : end > cols ? cols : end;
	if (row == rows - 1 && end == cols)
		end--; /* what is written into the corner may scroll the screen */
	for (int col = 0, next; col < end; col = next) {
		struct slice uri = g->links ? weblink_uri(g->links, cell[col].link) : slice_from(NULL);

		next = col + cells_of(&cell[col]);
		if (next > end || !is_due(&cell[col], &before[col]))
			continue;
		terminfo_add_place(row, col, &t->links);
		if (uri.len > 0)
			buf_addf(&t->links, "\x1b]8;id=%u;%.*s\x1b\\", (unsigned)cell[col].link, SLICE_ARG(uri));
		next = add_cells(t, cell, before, col, end);
		if (uri.len > 0)
			buf_add_str(&t->links, LINK_END);
	}
}

/* Attributes are off when curses has written, and so they are afterwards. */
void
links_write(struct term *t)
{
	int row, col;

	if (t->links.len == 0)
		return;
	getyx(stdscr, row, col);
	terminfo_add_place(row, col, &t->links);
	signal_link(true);
	fwrite(t->links.p, 1, t->links.len, t->out);
	fflush(t->out);
	signal_link(false);
	buf_clear(&t->links);
}
