/* SPDX-License-Identifier: ISC */
/*
 * The text of a document.
 */
#include "config.h"

#include "pane_priv.h"

#define MARK SLICE("▸") /* the current paragraph */
#define MARK_COLS 2
#define GUTTER_FROM 40 /* narrower screens have no gutter on the right */
#define GUTTER_COLS 8   /* from the text, where the screen is much wider */
#define HANG_COLS 2 /* of a mark that stands behind the right edge */

/* One line on its way to the screen. */
struct text_line {
	struct session *s;
	const struct text_rows *rows;
	struct grid *g;
	struct rect clip;
	int row;
	const struct block *block;
	size_t link;           /* the current one, SLICE_NONE if it is not in this block */
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

static enum grid_style
style_of_link(const struct text_line *t, size_t link)
{
	enum hyperlink_look look = hyperlink_look(t->s, t->rows->doc, t->block, link);

	if (link == t->link)
		return GRID_LINK_CURRENT;
	switch (look) {
	case HYPERLINK_NONE:
		break;
	case HYPERLINK_RESOLVED:
		return GRID_LINK;
	case HYPERLINK_MISSING:
		return GRID_LINK_MISSING;
	case HYPERLINK_UNCERTAIN:
		return GRID_LINK_UNCERTAIN;
	}
	return t->style;
}

/* Writes bytes [at, end) of the block, its citations as links; gives the column behind. */
static int
write_span(const struct text_line *t, size_t at, size_t end, int col)
{
	const struct block *b = t->block;

	for (size_t i = citation_from(b, at); i < b->n_citations && b->citations[i].start < end; i++) {
		const struct citation *c = &b->citations[i];
		size_t from = c->start > at ? c->start : at, to = c->end < end ? c->end : end;
		int start;

		start = col = grid_write(t->g, t->clip, t->row, col, t->style, slice_sub(b->text, at, from));
		col = grid_write(t->g, t->clip, t->row, col, style_of_link(t, i),
		                 slice_sub(b->text, from, to));
		grid_link(t->g, t->clip, t->row, start, col, hyperlink_weblink(t->s, t->rows->doc, b, i));
		at = to;
	}
	return grid_write(t->g, t->clip, t->row, col, t->style, slice_sub(b->text, at, end));
}

/* A row of a table that is shown as a grid; what is hidden on either side is hinted at. */
static void
write_cells(struct text_line t, const struct line *line, const int *columns, size_t n)
{
	int left = t.clip.col, most = columns[n - 1] - t.clip.cols, sideways = t.rows->sideways;
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

/* Gives the column behind the text. */
static int
write_line(struct text_line t, size_t block, const struct line *line)
{
	size_t n;
	const int *columns = layout_columns(t.rows->layout, block, &n);

	if (line->has_label)
		grid_write(t.g, t.clip, t.row, t.clip.col + line->label_col,
		           style_of_label(t.block->kind), t.block->label);
	if (columns && line->end > line->start) {
		write_cells(t, line, columns, n);
		return t.clip.col + t.clip.cols;
	}
	t.clip.cols += HANG_COLS;
	return write_span(&t, line->start, line->end, t.clip.col + line->indent);
}

static void
write_mark(struct grid *g, struct rect in, int row, int margin)
{
	int col = margin >= MARK_COLS ? margin - MARK_COLS : 0;

	if (margin > 0)
		grid_write(g, in, row, col, GRID_GUTTER, MARK);
}

static struct slice
end_words(const struct session *s)
{
	bool zh = s->settings.ui == UI_ZH;

	if (s->settings.linear)
		return zh ? SLICE("完") : SLICE("end");
	return zh ? SLICE("── 完 ──") : SLICE("── end ──");
}

static void
write_end(const struct session *s, struct grid *g, struct rect in, int row, int margin)
{
	if (row < in.row + in.rows)
		grid_write(g, in, row, margin, GRID_GUTTER, end_words(s));
}

/* How many paragraphs of other documents cite this one, at the right edge; "+" if the number has no
 * room behind the text. */
static void
write_citing(struct session *s, struct grid *g, struct rect in, int row, int text_end, int end,
             size_t block)
{
	size_t n = in.cols >= GUTTER_FROM ? hyperlink_citing(s, block) : 0;
	int cells = 1;

	if (n == 0 || text_end >= end)
		return;
	for (size_t rest = n; rest >= 10; rest /= 10)
		cells++;
	if (text_end + cells <= end)
		grid_printf(g, in, row, end - cells, GRID_GUTTER, "%zu", n);
	else
		grid_write(g, in, row, end - 1, GRID_GUTTER, SLICE("+"));
}

/* A sign that there is a note at the very edge, the number before it. */
static void
write_gutter(struct session *s, const struct text_rows *t, struct grid *g, struct rect in, int row,
             int text_end, size_t block)
{
	int end = in.col + in.cols, near = in.col + layout_margin(t->layout) + layout_text_cols(t->layout);

	if (end > near + GUTTER_COLS)
		end = near + GUTTER_COLS;
	if (t->annotated)
		end = margin_sign(t, g, in, row, text_end, end, block);
	write_citing(s, g, in, row, text_end, end, block);
}

static void
place_cursor(struct reader *r, struct grid *g, struct rect in)
{
	int col = layout_col_of(r->layout, r->current) - reader_sideways(r, r->current.block);

	g->cursor_row = in.row + reader_current_row(r);
	g->cursor_col = in.col + (col < 0 ? 0 : col >= in.cols ? in.cols - 1 : col);
}

static void
mark_selected(const struct text_rows *t, struct grid *g, struct rect clip, int row, size_t block,
              const struct line *line)
{
	const struct selection_span *span = t->selected;
	struct find_span part = { 0, SIZE_MAX };

	if (!span || block < span->start.block || block > span->end.block)
		return;
	if (block == span->start.block)
		part.start = span->start.byte;
	if (block == span->end.block)
		part.end = span->end.byte;
	match_stretch(t, g, clip, row, block, line, part, GRID_SELECTED);
}

/* What is known of the blocks while their lines go by. */
struct passing {
	bool has_mark;  /* the sign of the current paragraph stands */
	size_t gutter;  /* the block whose number stands */
	struct match_block matches;
	struct changes_block changed;
};

/* What stands beside a line of text and is laid over it. */
static void
draw_overlay(const struct text_line *l, struct rect in, size_t block, const struct line *line, struct passing *p)
{
	const struct text_rows *t = l->rows;

	if (p->changed.block != block) {
		changes_block(l->s, t, block, &p->changed);
		changes_sign(&p->changed, l->g, in, l->row, l->clip.col);
	}
	changes_line(t, &p->changed, l->g, in, l->row, line);
	if (t->annotated)
		margin_line(t, l->g, in, l->row, block, line);
	if (t->marked && p->matches.block != block)
		match_block(l->s, t->marked, block, l->block, &p->matches);
	if (t->marked)
		match_line(l->s, &p->matches, t, l->g, in, l->row, line);
	mark_selected(t, l->g, in, l->row, block, line);
}

static void
draw_text_line(const struct text_line *l, struct rect in, size_t block, const struct line *line, struct passing *p)
{
	const struct text_rows *t = l->rows;
	bool is_current = block == t->current.block;
	int end = write_line(*l, block, line);

	draw_overlay(l, in, block, line, p);
	if (is_current && !p->has_mark)
		write_mark(l->g, in, l->row, l->clip.col);
	p->has_mark |= is_current;
	if (t->has_gutter && p->gutter != block)
		write_gutter(l->s, t, l->g, in, l->row, end, block);
	p->gutter = block;
}

int
draw_text_rows(struct session *s, const struct text_rows *t, struct grid *g, struct rect in)
{
	struct rect clip = { in.row, in.col + layout_margin(t->layout), in.rows, layout_text_cols(t->layout) };
	struct passing passing = { .gutter = SLICE_NONE, .matches = { .block = SLICE_NONE },
		                   .changed = { .block = SLICE_NONE } };
	struct row row = t->top;
	int i = in.row;

	for (; i < in.row + in.rows && row.block < t->end; i++) {
		struct line line = layout_block(t->layout, row.block).v[row.line];
		const struct block *b = doc_block(t->doc, row.block);
		struct text_line one = { s, t, g, clip, i, b,
			                 row.block == t->current.block ? t->current_link : SLICE_NONE,
			                 style_of(b->kind) };

		if (line.note)
			margin_note(s, g, clip, i, &line);
		else if (line.is_missing)
			changes_gap(s, g, clip, i);
		else if (!line.is_gap)
			draw_text_line(&one, in, row.block, &line, &passing);
		if (layout_move(t->layout, &row, 1) == 0)
			return i + 1;
	}
	return i;
}

static void
draw_none(struct session *s, struct grid *g, struct rect in)
{
	struct buf words = { 0 };

	keymap_add_words(&s->keymap, s->settings.ui == UI_ZH ? "没有打开文件；按 {close} 退出"
	                                                     : "No document is open; {close} quits",
	                 false, &words);
	g->cursor_row = in.row + in.rows / 2;
	g->cursor_col = in.col;
	grid_write(g, in, g->cursor_row, in.col + MARK_COLS, GRID_TEXT, buf_slice(&words));
	buf_release(&words);
}

void
draw_text(struct session *s, const struct view *v, struct grid *g, struct rect in)
{
	struct session_document *doc = session_document(s);
	struct selection_span selected;
	struct text_rows t;
	struct reader *r;
	int end;

	if (!doc) {
		draw_none(s, g, in);
		return;
	}
	r = &doc->reader;
	t = (struct text_rows){ .doc = r->doc,
		                .layout = r->layout,
		                .top = r->top,
		                .end = r->doc->n_blocks,
		                .sideways = r->sideways,
		                .current = r->current,
		                .current_link = hyperlink_current(s),
		                .annotated = s->annotating.show == ANNOTATED_OFF ? NULL : &doc->annotated,
		                .has_gutter = !s->settings.linear,
		                .marked = v,
		                .selected = selection_span(s, &selected) ? &selected : NULL };
	end = draw_text_rows(s, &t, g, in);
	write_end(s, g, in, end, in.col + layout_margin(r->layout));
	place_cursor(r, g, in);
}
