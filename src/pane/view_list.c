/* SPDX-License-Identifier: ISC */
/*
 * Lists: contents, documents, marks, help, remarks.
 */
#include "config.h"

#include "pane_priv.h"

#define MARK SLICE("▸") /* the current item */
#define BETWEEN_COLS 2
#define NARROW_COLS 40 /* below: no notes on the right */

struct list_look {
	int key_col, text_col, end_col;
};

static struct list_look
look_of(const struct view *v, struct rect in)
{
	int left = in.cols >= NARROW_COLS / 2 ? 2 : 0, keys = v->key_cols;
	struct list_look look = { .key_col = in.col + left, .end_col = in.col + in.cols };

	if (keys > in.cols / 3)
		keys = in.cols / 3;
	look.text_col = look.key_col + (keys > 0 ? keys + BETWEEN_COLS : 0);
	if (left > 0)
		look.end_col--;
	return look;
}

/* Gives the column where the text has to end. */
static int
write_note(struct grid *g, struct rect in, int row, struct list_look look, struct slice note)
{
	int col = look.end_col - width_slice(g->width, note);

	if (note.len == 0 || in.cols < NARROW_COLS || col < look.text_col + in.cols / 3)
		return look.end_col;
	grid_write(g, in, row, col, GRID_GUTTER, note);
	return col - BETWEEN_COLS;
}

static void
write_item(const struct view *v, struct grid *g, struct rect in, int row,
           const struct view_item *item, bool is_current)
{
	struct list_look look = look_of(v, in);
	enum grid_style style = is_current         ? GRID_CURRENT
	                        : item->is_heading ? GRID_HEADING
	                                           : GRID_TEXT;
	int end = write_note(g, in, row, look, item->note);
	struct rect clip = { in.row, look.key_col, in.rows, end - look.key_col };
	int col = item->is_heading ? look.key_col : look.text_col;

	if (is_current && look.key_col > in.col)
		grid_write(g, in, row, in.col, GRID_GUTTER, MARK);
	write_cut(g, in, row, look.key_col, look.text_col, GRID_LABEL, item->key);
	clip.col = col;
	clip.cols = end - col;
	write_cut(g, clip, row, col + item->indent - v->sideways, end, style, item->text);
	if (is_current) {
		g->cursor_row = row;
		g->cursor_col = look.key_col;
	}
}

void
draw_list(struct session *s, struct grid *g, struct rect in)
{
	const struct view *v = session_view(s);

	for (size_t i = 0; i < v->scroll.rows && v->scroll.top + i < v->scroll.n; i++) {
		size_t item = v->scroll.top + i;

		write_item(v, g, in, in.row + (int)i, &v->items.v[item], item == v->scroll.current);
	}
}
