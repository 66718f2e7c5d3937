/* SPDX-License-Identifier: ISC */
/*
 * The text of a document.
 */
#include "config.h"

#include "pane_priv.h"

#define MARK SLICE("▸") /* the current paragraph */
#define MARK_COLS 2
#define HANG_COLS 2 /* of a mark that stands behind the right edge */

/* One line on its way to the screen. */
struct text_line {
	struct grid *g;
	struct rect clip;
	int row;
	const struct block *block;
	enum grid_style style; /* of what is no link */
};

static enum grid_style
style_of_label(enum block_kind kind)
{
	if (kind == BLOCK_FOOTNOTE)
		return GRID_FOOTNOTE;
	return kind == BLOCK_HEADING || kind == BLOCK_TITLE ? GRID_HEADING : GRID_LABEL;
}

static enum grid_style
style_of(enum block_kind kind)
{
	switch (kind) {
	case BLOCK_TITLE:
	case BLOCK_HEADING:
		return GRID_HEADING;
	case BLOCK_FOOTNOTE:
	case BLOCK_MASTHEAD:
	case BLOCK_PARAGRAPH:
	case BLOCK_ITEM:
	case BLOCK_TEXT:
	case BLOCK_QUOTE:
	case BLOCK_TABLE:
	case BLOCK_CONTENTS:
	case BLOCK_SPEAKER:
	case BLOCK_SIGNATURE:
	case BLOCK_OTHER:
	case BLOCK_KINDS:
		break;
	}
	return GRID_TEXT;
}

/* The first citation that ends behind a byte. */
static size_t
citation_from(const struct block *b, size_t at)
{
	size_t low = 0, high = b->n_citations;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (b->citations[middle].end > at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* Writes bytes [at, end) of the block, its citations as links; gives the column behind. */
static int
write_span(const struct text_line *t, size_t at, size_t end, int col)
{
	const struct block *b = t->block;

	for (size_t i = citation_from(b, at); i < b->n_citations && b->citations[i].start < end; i++) {
		const struct citation *c = &b->citations[i];
		size_t from = c->start > at ? c->start : at, to = c->end < end ? c->end : end;

		col = grid_write(t->g, t->clip, t->row, col, t->style, slice_sub(b->text, at, from));
		col = grid_write(t->g, t->clip, t->row, col,
		                 c->confidence == CITATION_LOW ? GRID_LINK_UNCERTAIN : GRID_LINK,
		                 slice_sub(b->text, from, to));
		at = to;
	}
	return grid_write(t->g, t->clip, t->row, col, t->style, slice_sub(b->text, at, end));
}

/* A row of a table that is shown as a grid; what is hidden on either side is hinted at. */
static void
write_cells(struct text_line t, const struct line *line, const int *columns, size_t n, int sideways)
{
	int left = t.clip.col, most = columns[n - 1] - t.clip.cols;
	int shift = sideways < most ? sideways : most > 0 ? most : 0;
	struct slice text = t.block->text;
	size_t at = line->start;

	for (size_t i = 0; i + 1 < n && at <= line->end; i++) {
		size_t end = slice_find_byte(slice_sub(text, 0, line->end), '\t', at);

		if (end == SLICE_NONE)
			end = line->end;
		write_span(&t, at, end, left + columns[i] - shift);
		at = end + 1;
	}
	if (shift > 0)
		grid_write(t.g, grid_rect(t.g), t.row, left - 1, GRID_GUTTER, SLICE("<"));
	if (shift < most)
		grid_write(t.g, grid_rect(t.g), t.row, left + t.clip.cols, GRID_GUTTER, SLICE(">"));
}

static void
write_line(struct text_line t, struct reader *r, size_t block, const struct line *line)
{
	size_t n;
	const int *columns = layout_columns(r->layout, block, &n);

	if (line->has_label)
		grid_write(t.g, t.clip, t.row, t.clip.col + line->label_col,
		           style_of_label(t.block->kind), t.block->label);
	if (columns && line->end > line->start) {
		write_cells(t, line, columns, n, r->sideways);
		return;
	}
	t.clip.cols += HANG_COLS;
	write_span(&t, line->start, line->end, t.clip.col + line->indent);
}

static void
write_mark(struct grid *g, struct rect in, int row, int margin)
{
	int col = margin >= MARK_COLS ? margin - MARK_COLS : 0;

	if (margin > 0)
		grid_write(g, in, row, col, GRID_GUTTER, MARK);
}

static void
write_end(const struct session *s, struct grid *g, struct rect in, int row, int margin)
{
	if (row < in.row + in.rows)
		grid_write(g, in, row, margin, GRID_GUTTER,
		           s->settings.ui == UI_ZH ? SLICE("── 完 ──") : SLICE("── end ──"));
}

static void
place_cursor(struct reader *r, struct grid *g, struct rect in)
{
	struct row row = layout_row_of(r->layout, r->current);
	int indent = layout_block(r->layout, row.block).v[row.line].indent;

	g->cursor_row = in.row + reader_current_row(r);
	g->cursor_col = in.col + layout_margin(r->layout) + indent;
	if (g->cursor_col >= in.col + in.cols)
		g->cursor_col = in.col + in.cols - 1;
}

static void
draw_rows(struct session *s, struct reader *r, struct grid *g, struct rect in)
{
	int margin = in.col + layout_margin(r->layout);
	struct rect clip = { in.row, margin, in.rows, layout_text_cols(r->layout) };
	struct row row = r->top;
	bool has_mark = false;

	for (int i = in.row; i < in.row + in.rows; i++) {
		const struct line *line = &layout_block(r->layout, row.block).v[row.line];
		const struct block *b = doc_block(r->doc, row.block);

		if (!line->is_gap) {
			write_line((struct text_line){ g, clip, i, b, style_of(b->kind) }, r, row.block,
			           line);
			if (row.block == r->current.block && !has_mark) {
				write_mark(g, in, i, margin);
				has_mark = true;
			}
		}
		if (layout_move(r->layout, &row, 1) == 0) {
			write_end(s, g, in, i + 1, margin);
			break;
		}
	}
}

void
draw_text(struct session *s, struct grid *g, struct rect in)
{
	struct session_document *doc = session_document(s);

	if (!doc) {
		grid_write(g, in, in.row + in.rows / 2, in.col + MARK_COLS, GRID_TEXT,
		           s->settings.ui == UI_ZH ? SLICE("没有打开文件；按 q 退出")
		                                   : SLICE("No document is open; q quits"));
		return;
	}
	draw_rows(s, &doc->reader, g, in);
	place_cursor(&doc->reader, g, in);
}
