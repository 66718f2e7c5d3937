/* SPDX-License-Identifier: ISC */
/*
 * Marks on what was searched for, laid over a text that is on the screen already.
 */
#include "config.h"

#include "pane_priv.h"

/* The part of `text` from byte `from` to `to`, the text starting in column `col`. */
static void
mark_part(struct grid *g, struct rect clip, int row, int col, struct slice text, size_t from,
          size_t to, enum grid_style style)
{
	int start = col + width_slice(g->width, slice_sub(text, 0, from));
	int end = start + width_slice(g->width, slice_sub(text, from, to));

	start = start > clip.col ? start : clip.col;
	end = end < clip.col + clip.cols ? end : clip.col + clip.cols;
	if (start < end)
		grid_restyle(g, row, start, end, style);
}

void
match_text(struct session *s, const struct view *v, struct grid *g, struct rect clip, int row,
           int col, struct slice text)
{
	struct find_span span[MATCH_MOST];
	size_t n = search_marks(s, v, text, span, MATCH_MOST);

	for (size_t i = 0; i < n; i++)
		mark_part(g, clip, row, col, text, span[i].start, span[i].end, GRID_MATCH);
}

void
match_block(struct session *s, const struct view *v, size_t block, const struct block *b,
            struct match_block *m)
{
	m->block = block;
	m->n = search_marks(s, v, b->text, m->span, MATCH_MOST);
}

/* Rows of tables are not one text: a mark ends with its cell. */
static size_t
end_of_cell(struct slice text, size_t from, size_t to)
{
	size_t tab = slice_find_byte(slice_sub(text, 0, to), '\t', from);

	return tab == SLICE_NONE ? to : tab;
}

void
match_line(struct session *s, const struct match_block *m, const struct text_rows *t, struct grid *g,
           struct rect clip, int row, const struct line *line)
{
	const struct block *b = doc_block(t->doc, m->block);
	size_t n;
	int sideways = layout_columns(t->layout, m->block, &n) ? t->sideways : 0;

	for (size_t i = 0; i < m->n; i++) {
		size_t from = m->span[i].start, to = m->span[i].end;
		int col;

		from = from > line->start ? from : line->start;
		to = to < line->end ? to : line->end;
		if (from >= to)
			continue;
		to = end_of_cell(b->text, from, to);
		col = clip.col + layout_col_of(t->layout, (struct place){ m->block, from }) - sideways;
		mark_part(g, clip, row, col, slice_sub(b->text, from, to), 0, to - from,
		          search_is_current(s, b, m->block, m->span[i]) ? GRID_MATCH_CURRENT
		                                                        : GRID_MATCH);
	}
}
