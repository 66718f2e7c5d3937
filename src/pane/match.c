/* SPDX-License-Identifier: ISC */
/*
 * Marks on what was searched for, laid over a text that is on the screen already.
 */
#include "config.h"

#include "pane_priv.h"

/* What notes mark leaves links and labels as they are. */
static void
restyle_plain(struct grid *g, int row, int col, int end_col, enum grid_style style)
{
	for (; col < end_col; col++) {
		const struct grid_cell *cell = grid_at(g, row, col);
		enum grid_style now = cell ? (enum grid_style)cell->style : GRID_LINK;

		if (now == GRID_TEXT || now == GRID_HEADING || now >= GRID_NOTED)
			grid_restyle(g, row, col, col + 1, style);
	}
}

/* The part of `text` from byte `from` to `to`, the text starting in column `col`. */
static void
mark_part(struct grid *g, struct rect clip, int row, int col, struct slice text, size_t from,
          size_t to, enum grid_style style)
{
	int start = col + width_slice(g->width, slice_sub(text, 0, from));
	int end = start + width_slice(g->width, slice_sub(text, from, to));

	start = start > clip.col ? start : clip.col;
	end = end < clip.col + clip.cols ? end : clip.col + clip.cols;
	if (start < end && style >= GRID_NOTED)
		restyle_plain(g, row, start, end, style);
	else if (start < end)
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

/* The part of a stretch in one cell of a table, or all of it; *from goes behind. */
static struct find_span
take_cell(struct slice text, size_t *from, size_t to)
{
	size_t tab = slice_find_byte(slice_sub(text, 0, to), '\t', *from);
	struct find_span part = { *from, tab == SLICE_NONE ? to : tab };

	*from = tab == SLICE_NONE ? to : tab + 1;
	return part;
}

void
match_stretch(const struct text_rows *t, struct grid *g, struct rect clip, int row, size_t block,
              const struct line *line, struct find_span span, enum grid_style style)
{
	struct slice text = doc_block(t->doc, block)->text;
	size_t from = span.start > line->start ? span.start : line->start, n;
	size_t to = span.end < line->end ? span.end : line->end;
	bool is_grid = layout_columns(t->layout, block, &n) != NULL;

	while (from < to) {
		struct find_span part = is_grid ? take_cell(text, &from, to)
		                                : (struct find_span){ from, to };
		int col = clip.col + layout_col_of(t->layout, (struct place){ block, part.start });

		mark_part(g, clip, row, is_grid ? col - t->sideways : col,
		          slice_sub(text, part.start, part.end), 0, part.end - part.start, style);
		from = is_grid ? from : to;
	}
}

void
match_line(struct session *s, const struct match_block *m, const struct text_rows *t, struct grid *g,
           struct rect clip, int row, const struct line *line)
{
	const struct block *b = doc_block(t->doc, m->block);

	for (size_t i = 0; i < m->n; i++)
		match_stretch(t, g, clip, row, m->block, line, m->span[i],
		              search_is_current(s, b, m->block, m->span[i]) ? GRID_MATCH_CURRENT
		                                                            : GRID_MATCH);
}
