/* SPDX-License-Identifier: ISC */
/*
 * Lists: contents, documents, what cites and is cited, marks, help, …
 */
#include "config.h"

#include "pane_priv.h"

#define MARK SLICE("▸") /* the current item */
#define BETWEEN_COLS 2
#define NOTES_FROM 60  /* narrower panes have room for the sign of a note, or for all beside a short text */
#define SIGN_COLS 2
#define MARK_FROM 20   /* narrower screens have no room for a sign */

struct list_look {
	int key_col, key_end, text_col, end_col;
};

static struct list_look
look_of(const struct session *s, const struct view *v, struct rect in)
{
	int left = in.cols >= MARK_FROM && !s->settings.linear ? 2 : 0, keys = v->key_cols;
	struct list_look look = { .key_col = in.col + left, .end_col = in.col + in.cols };

	if (keys > in.cols / 3)
		keys = in.cols / 3;
	look.key_end = look.key_col + keys;
	look.text_col = look.key_end + (keys > 0 ? BETWEEN_COLS : 0);
	if (left > 0)
		look.end_col--;
	return look;
}

/* The words, or the sign before them. */
static struct slice
note_of(struct width w, struct rect in, struct list_look look, const struct view_item *item)
{
	int text = look.text_col + item->indent + width_slice(w, item->text) + BETWEEN_COLS;
	struct slice sign = slice_sub(item->note, 0, slice_find_byte(item->note, ' ', 0));

	if (in.cols >= NOTES_FROM || text + width_slice(w, item->note) <= look.end_col)
		return item->note;
	return in.cols >= MARK_FROM && width_slice(w, sign) <= SIGN_COLS ? sign : slice_from(NULL);
}

/* Gives the column where the text has to end. */
static int
write_note(struct grid *g, struct rect in, int row, struct list_look look,
           const struct view_item *item)
{
	struct slice note = note_of(g->width, in, look, item);
	int col = look.end_col - width_slice(g->width, note);

	if (note.len == 0 || col < look.text_col + in.cols / 3)
		return look.end_col;
	grid_write(g, in, row, col, GRID_GUTTER, note);
	return col - BETWEEN_COLS;
}

static void
write_item(struct session *s, const struct view *v, struct grid *g, struct rect in, int row,
           const struct view_item *item, bool is_current)
{
	struct list_look look = look_of(s, v, in);
	enum grid_style style = is_current         ? GRID_CURRENT
	                        : item->is_heading ? GRID_HEADING
	                                           : GRID_TEXT;
	int end = write_note(g, in, row, look, item);
	struct rect clip = { in.row, look.key_col, in.rows, end - look.key_col };
	int col = item->is_heading ? look.key_col : look.text_col;

	if (is_current && look.key_col > in.col)
		grid_write(g, in, row, in.col, GRID_GUTTER, MARK);
	cut_write_front(g, in, row, look.key_col, look.key_end, GRID_LABEL, item->key);
	clip.col = col;
	clip.cols = end - col;
	cut_write(g, clip, row, col + item->indent - v->sideways, end, style, item->text);
	match_text(s, v, g, clip, row, col + item->indent - v->sideways, item->text);
	if (is_current) {
		g->cursor_row = row;
		g->cursor_col = look.key_col;
	}
}

void
draw_list(struct session *s, const struct view *v, struct grid *g, struct rect in)
{
	for (size_t i = 0; i < v->scroll.rows && v->scroll.top + i < v->scroll.n; i++) {
		size_t item = v->scroll.top + i;

		write_item(s, v, g, in, in.row + (int)i, &v->items.v[item], item == v->scroll.current);
	}
}
