/* SPDX-License-Identifier: ISC */
/*
 * The lines of the source as they are, with their numbers.
 */
#include "config.h"

#include "pane_priv.h"

#define MARK SLICE("▸") /* lines of the current paragraph */
#define TAB_COLS 8
#define NUMBERS_FROM 30 /* narrower screens show no numbers */

static int
digits(size_t n)
{
	int count = 1;

	while (n >= 10) {
		n /= 10;
		count++;
	}
	return count;
}

/* Tabs lead to the next multiple of eight; `col` is where the line starts, maybe left of `clip`.
 * False if the line goes on behind the right edge. */
static bool
write_source_line(struct grid *g, struct rect clip, int row, int col, struct slice text)
{
	int start = col, end = clip.col + clip.cols;

	for (;;) {
		size_t fits = cut_at(g->width, text, end - col);
		size_t tab = slice_find_byte(slice_sub(text, 0, fits), '\t', 0);
		struct slice part = slice_sub(text, 0, tab == SLICE_NONE ? fits : tab);

		grid_write(g, clip, row, col, GRID_TEXT, part);
		if (tab == SLICE_NONE)
			return fits == text.len;
		col += width_slice(g->width, part);
		col += TAB_COLS - (col - start) % TAB_COLS;
		text = slice_skip(text, tab + 1);
	}
}

void
draw_source(struct session *s, const struct view *v, struct grid *g, struct rect in)
{
	const struct doc *d = session_document(s)->reader.doc;
	int numbers = in.cols >= NUMBERS_FROM && !s->settings.linear ? digits(v->scroll.n) : 0;
	int left = numbers > 0 ? 1 + numbers + 1 : 0;
	struct rect clip = { in.row, in.col + left, in.rows, in.cols - left };

	for (size_t i = 0; i < v->scroll.rows && v->scroll.top + i < v->scroll.n; i++) {
		size_t item = v->scroll.top + i;
		int row = in.row + (int)i;
		bool is_current = item == v->scroll.current;

		if (left > 0 && item >= v->from && item < v->to)
			grid_write(g, in, row, in.col, GRID_GUTTER, MARK);
		if (left > 0)
			grid_printf(g, in, row, in.col + 1, is_current ? GRID_CURRENT : GRID_GUTTER,
			            "%*zu", numbers, item + 1);
		if (!write_source_line(g, clip, row, clip.col - v->sideways,
		                       doc_source_line(d, item + 1)))
			grid_write(g, in, row, in.col + in.cols - 1, GRID_GUTTER, SLICE(">"));
		match_text(s, v, g, clip, row, clip.col - v->sideways, doc_source_line(d, item + 1));
		if (is_current) {
			g->cursor_row = row;
			g->cursor_col = clip.col;
		}
	}
}
