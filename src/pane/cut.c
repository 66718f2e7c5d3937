/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "pane_priv.h"

#define CUT_SIGN SLICE("…")

size_t
cut_at(struct width w, struct slice text, int cols)
{
	size_t at = 0;
	int used = 0;

	while (at < text.len) {
		struct cluster c = width_cluster(w, text, at);

		used += c.cells;
		if (used > cols)
			break;
		at = c.end;
	}
	return at;
}

int
cut_write(struct grid *g, struct rect clip, int row, int col, int end_col, enum grid_style style,
          struct slice text)
{
	size_t fits = cut_at(g->width, text, end_col - col);

	if (fits == text.len)
		return grid_write(g, clip, row, col, style, text);
	fits = cut_at(g->width, text, end_col - col - width_slice(g->width, CUT_SIGN));
	col = grid_write(g, clip, row, col, style, slice_sub(text, 0, fits));
	if (col + width_slice(g->width, CUT_SIGN) <= end_col)
		col = grid_write(g, clip, row, col, style, CUT_SIGN);
	return col;
}

int
cut_write_front(struct grid *g, struct rect clip, int row, int col, int end_col,
                enum grid_style style, struct slice text)
{
	int room = end_col - col, sign = width_slice(g->width, CUT_SIGN);
	int over = width_slice(g->width, text) - room;

	if (over <= 0)
		return grid_write(g, clip, row, col, style, text);
	if (room <= sign)
		return col;
	col = grid_write(g, clip, row, col, style, CUT_SIGN);
	for (over += sign; over > 0 && text.len > 0;) {
		struct cluster c = width_cluster(g->width, text, 0);

		over -= c.cells;
		text = slice_skip(text, c.end);
	}
	return grid_write(g, clip, row, col, style, text);
}
