/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_priv.h"

#include <string.h>

static const struct grid_cell *
row_cells(const struct grid *g, int row)
{
	return &g->cell[(size_t)row * (size_t)g->cols];
}

/* U+FFFD is ambiguous itself: where it takes two cells, it is no use as one. */
static codepoint
missing_character(int cells, struct width w)
{
	if (cells == 2)
		return 0x3013; /* the geta mark of Japanese printers */
	return width_of(w, UTF8_REPLACEMENT) == 1 ? UTF8_REPLACEMENT : '?';
}

/*
 * The second line of defence: a view gives nothing but what width_cluster() made, yet whatever a
 * cell holds, no control reaches the terminal, and no character of another width than its cells'.
 */
static codepoint
safe_base(const struct grid_cell *cell, struct width w)
{
	if (cell->base == 0 || width_is_unsafe(cell->base) || width_of(w, cell->base) != cell->cells)
		return missing_character(cell->cells, w);
	return cell->base;
}

int
show_codepoints(struct width w, const struct grid_cell *cell, codepoint out[SHOW_CODEPOINTS])
{
	int n = 0;

	out[n++] = safe_base(cell, w);
	for (int i = 0; i < CLUSTER_MARKS_MAX && cell->mark[i]; i++)
		if (!width_is_unsafe(cell->mark[i]) && width_of(w, cell->mark[i]) == 0)
			out[n++] = cell->mark[i];
	return n;
}

static void
cell_to_curses(const struct term *t, const struct grid_cell *cell, cchar_t *out)
{
	enum grid_style style = cell->style < GRID_STYLES ? cell->style : GRID_TEXT;
	const struct shape *shape = &t->shape[style];
	codepoint points[SHOW_CODEPOINTS];
	wchar_t text[SHOW_CODEPOINTS + 1];
	int n = show_codepoints(t->shown.width, cell, points);

	for (int i = 0; i < n; i++)
		text[i] = (wchar_t)points[i];
	text[n] = L'\0';
	setcchar(out, text, shape->attributes, shape->pair, NULL);
}

/* So many of its columns are shown. */
static int
row_end(const struct term *t, const struct grid *g, int row)
{
	return g->cols - (row == g->rows - 1 ? t->corner_cells : 0);
}

static void
show_row(struct term *t, const struct grid *g, int row)
{
	const struct grid_cell *cell = row_cells(g, row);
	int n = 0, end = row_end(t, g, row);

	for (int col = 0; col < end; col += cell[col].cells == 2 ? 2 : 1) {
		struct grid_cell whole = cell[col];

		if (col + whole.cells > end)
			whole = (struct grid_cell){ .base = ' ', .cells = 1, .style = whole.style };
		cell_to_curses(t, &whole, &t->row[n++]);
	}
	mvadd_wchnstr(row, 0, t->row, n);
}

/* A blank screen of the grid's size, to be compared with. */
static void
start_over(struct term *t, const struct grid *g)
{
	t->shown.width = g->width;
	grid_resize(&t->shown, g->rows, g->cols);
	t->row = mem_resize(t->row, (size_t)g->cols * sizeof *t->row);
	erase();
	if (t->has_hyperlinks)
		clearok(curscr, TRUE); /* where its cells lead is not known any more */
	t->is_shown = true;
}

static void
show_cursor(const struct term *t, const struct grid *g)
{
	bool is_visible = g->cursor_row >= 0 && g->cursor_col >= 0;

	leaveok(stdscr, !is_visible && !t->has_hyperlinks); /* whose end is to know where the cursor was */
	if (is_visible)
		move(g->cursor_row, g->cursor_col);
	curs_set(is_visible);
}

void
term_show(struct term *t, const struct grid *g)
{
	size_t row_bytes = (size_t)g->cols * sizeof *g->cell;

	if (t->is_gone)
		return;
	if (g->links && g->links->edition != t->links_edition)
		t->is_shown = false;
	t->links_edition = g->links ? g->links->edition : t->links_edition;
	if (!t->is_shown || t->shown.rows != g->rows || t->shown.cols != g->cols)
		start_over(t, g);
	for (int row = 0; row < g->rows; row++) {
		struct grid_cell *old = grid_at(&t->shown, row, 0);

		if (memcmp(old, row_cells(g, row), row_bytes) == 0)
			continue;
		show_row(t, g, row);
		if (t->has_hyperlinks)
			links_row(t, g, row, row_end(t, g, row));
		memcpy(old, row_cells(g, row), row_bytes);
	}
	show_cursor(t, g);
	refresh();
	links_write(t);
}

void
term_redraw(struct term *t)
{
	t->is_shown = false;
	clearok(curscr, TRUE);
}
