/* SPDX-License-Identifier: ISC */
/*
 * A note being written: a rule with its title, the text below it, over the half of the body that does
 * not hold what the note is about.
 */
#include "config.h"

#include "pane_priv.h"

#define RULE_FROM 4 /* rows of a body that has room for the rule */
#define TITLE_COL 2

static void
write_rule(const struct session *s, struct grid *g, struct rect in, int row)
{
	struct buf title = { 0 };

	for (int col = in.col; col < in.col + in.cols; col++)
		grid_write(g, in, row, col, GRID_FRAME, SLICE("─"));
	buf_addf(&title, " %.*s ", SLICE_ARG(s->editor.title));
	if (s->editor.title.len > 0)
		cut_write(g, in, row, in.col + TITLE_COL, in.col + in.cols - TITLE_COL, GRID_HEADING,
		          buf_slice(&title));
	buf_release(&title);
}

static void
write_rows(const struct session *s, struct grid *g, struct rect in)
{
	const struct editor *e = &s->editor;
	struct slice text = buf_slice(&e->edit.text);

	for (int i = 0; i < in.rows; i++) {
		const struct edit_row *row = &e->rows.v.v[e->top + (size_t)i];

		grid_fill(g, in, in.row + i, in.col, GRID_TEXT);
		grid_write(g, in, in.row + i, in.col, GRID_TEXT, slice_sub(text, row->start, row->end));
	}
}

/* Above the text that is read if that stands low, else below it. */
static struct rect
box_of(const struct session *s, const struct grid *g, struct rect in, int rule)
{
	int rows = editor_rows(s) + rule;
	bool above = g->cursor_row - in.row >= in.rows - rows;

	return (struct rect){ above ? in.row : in.row + in.rows - rows, in.col, rows, in.cols };
}

void
draw_editor(struct session *s, struct grid *g, struct rect in)
{
	const struct editor *e = &s->editor;
	int rule = in.rows >= RULE_FROM ? 1 : 0, margin;
	struct rect box = box_of(s, g, in, rule), text = box;

	margin = (in.cols - 1 - editor_cols(s)) / 2;
	margin = margin > 0 ? margin : 0;
	text.row += box.row > in.row ? rule : 0;
	text.rows -= rule;
	for (int row = box.row; row < box.row + box.rows; row++)
		grid_fill(g, box, row, box.col, GRID_TEXT);
	if (rule > 0)
		write_rule(s, g, box, box.row > in.row ? box.row : box.row + box.rows - 1);
	text.col += margin;
	text.cols -= margin;
	write_rows(s, g, text);
	g->cursor_row = text.row + (int)(e->rows.cursor_row - e->top);
	g->cursor_col = text.col + e->rows.cursor_col;
	if (g->cursor_col >= g->cols)
		g->cursor_col = g->cols - 1;
}
