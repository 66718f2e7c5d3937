/* SPDX-License-Identifier: ISC */
/*
 * Lists: contents, documents, what cites and is cited, marks, help, …
 */
#include "config.h"

#include "pane_priv.h"

#define MARK SLICE("▸") /* the current item */
#define BETWEEN_COLS 2
#define NOTES_FROM 60  /* narrower panes have room for short notes, or for the sign of a longer one */
#define SHORT_COLS 8
#define SIGN_COLS 2
#define MARK_FROM 20   /* narrower screens have no room for a sign */
#define WIDE_FROM 80   /* in wider panes a note stands near the text */

/* Columns of a row. */
struct list_look {
	int key_col, key_end, text_col, end_col;
};

/* Where the longest row ends, so that the eye need not cross an empty screen. */
static int
end_of(const struct view *v, struct list_look look, struct rect in)
{
	int end = look.text_col + v->text_cols + BETWEEN_COLS + v->note_cols;

	if (v->kind == VIEW_RESULTS || end > look.end_col) /* whose rows are fetched one by one */
		return look.end_col;
	return end > in.col + WIDE_FROM - 1 ? end : in.col + WIDE_FROM - 1;
}

static struct list_look
look_of(const struct session *s, const struct view *v, struct rect in)
{
	int left = in.cols >= MARK_FROM && !s->settings.linear ? 2 : 0, keys = v->key_cols;
	int most = in.cols >= NOTES_FROM ? in.cols / 3 : in.cols * 2 / 5;
	struct list_look look = { .key_col = in.col + left, .end_col = in.col + in.cols };

	if (keys > most)
		keys = most;
	look.key_end = look.key_col + keys;
	look.text_col = look.key_end + (keys > 0 ? BETWEEN_COLS : 0);
	if (left > 0)
		look.end_col--;
	if (in.cols > WIDE_FROM)
		look.end_col = end_of(v, look, in);
	return look;
}

/* Where the words of an item start, and how many there are: the key has the room of a text that is
 * not there. */
static int
words_of(struct width w, struct list_look look, const struct view_item *item, int *cols)
{
	*cols = width_slice(w, item->text.len > 0 ? item->text : item->key);
	return item->text.len == 0 || item->is_heading ? look.key_col : look.text_col + item->indent;
}

/* All of it, or the sign that it begins with. */
static struct slice
note_of(struct width w, struct rect in, struct list_look look, const struct view_item *item)
{
	struct slice sign = slice_sub(item->note, 0, slice_find_byte(item->note, ' ', 0));
	int words, start = words_of(w, look, item, &words), cols = width_slice(w, item->note);
	int least = start + in.cols / 3; /* of the words stay in sight */
	bool is_name = item->action != ACTIONS, is_short = cols <= SHORT_COLS && !is_name;

	if (is_name && in.cols < NOTES_FROM) /* all of them or none */
		return slice_from(NULL);
	if (start + words + BETWEEN_COLS + cols <= look.end_col)
		return item->note;
	if ((in.cols >= NOTES_FROM || is_short) && look.end_col - cols >= least)
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

	if (note.len == 0)
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
	int end = write_note(g, in, row, look, item), words;
	struct rect clip = { in.row, in.col, in.rows, end - in.col };
	int col = words_of(g->width, look, item, &words), text_col = col - v->sideways;

	if (is_current && look.key_col > in.col)
		grid_write(g, in, row, in.col, GRID_GUTTER, MARK);
	cut_write_front(g, in, row, look.key_col, item->text.len > 0 ? look.key_end : end, GRID_LABEL,
	                item->key);
	if (item->text.len > 0) {
		clip.col = item->is_heading ? look.key_col : look.text_col;
		clip.cols = end - clip.col;
		cut_write(g, clip, row, text_col, end, style, item->text);
		match_text(s, v, g, clip, row, text_col, item->text);
	}
	if (is_current) {
		g->cursor_row = row;
		g->cursor_col = item->key.len > 0 || text_col < clip.col ? look.key_col : text_col;
		if (g->cursor_col >= in.col + in.cols)
			g->cursor_col = in.col + in.cols - 1;
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
