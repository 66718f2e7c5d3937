/* SPDX-License-Identifier: ISC */
/*
 * Results of a search of the library: the list, and the text of the current row beside it or below.
 */
#include "config.h"

#include "pane_priv.h"

/* "── CFW/COP/2024/9@zh  预防 ──────", or the same as a heading. */
static void
write_rule(struct grid *g, struct rect in, struct slice name, bool is_beside)
{
	int col = in.col;

	if (!is_beside)
		col = grid_write(g, in, in.row, col, GRID_FRAME, name.len > 0 ? SLICE("── ") : SLICE("──"));
	else
		col++;
	col = cut_write(g, in, in.row, col, in.col + in.cols, GRID_HEADING, name);
	for (col += name.len > 0; !is_beside && col < in.col + in.cols; col++)
		grid_write(g, in, in.row, col, GRID_FRAME, SLICE("─"));
}

static void
write_bar(struct grid *g, struct rect in, int col)
{
	for (int row = in.row; row < in.row + in.rows; row++)
		grid_write(g, in, row, col, GRID_FRAME, SLICE("│"));
}

/* The document of the current row. */
static struct slice
name_of(const struct view *v)
{
	size_t at = v->scroll.current;

	while (at > 0 && !v->items.v[at].is_heading)
		at--;
	return results_has_any(v->results) ? v->items.v[at].text : slice_from(NULL);
}

static void
draw_part(struct session *s, const struct view *v, struct grid *g, struct rect in)
{
	struct results_text text = results_text(v);
	struct text_rows t = { .doc = text.doc,
		               .layout = text.layout,
		               .top = { 0, text.top },
		               .current = { SLICE_NONE, 0 },
		               .current_link = SLICE_NONE,
		               .marked = v };

	if (!text.doc)
		return;
	t.end = text.doc->n_blocks;
	draw_text_rows(s, &t, g, in);
}

void
draw_results(struct session *s, const struct view *v, struct grid *g, struct rect in)
{
	struct results_panes p = results_panes(s);
	struct rect list = { in.row, in.col, p.list_rows, p.list_cols };
	struct rect text = { in.row + p.row, in.col + p.col, p.rows, p.cols };

	if (p.rows > 0) {
		if (p.is_beside)
			write_bar(g, in, text.col - 1);
		write_rule(g, text, name_of(v), p.is_beside);
		text.row++;
		text.rows--;
		draw_part(s, v, g, text);
	}
	draw_list(s, v, g, list);
}
