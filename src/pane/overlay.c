/* SPDX-License-Identifier: ISC */
/*
 * What lies over the text: letters on links, candidates above a prompt.
 */
#include "config.h"

#include "pane_priv.h"

#define BETWEEN_COLS 2

void
draw_hints(struct session *s, struct grid *g, struct rect in)
{
	for (size_t i = 0; i < s->hints.v.n; i++) {
		const struct hint *hint = &s->hints.v.v[i];
		struct slice rest = hint_rest(&s->hints, hint);

		grid_write(g, in, hint->link.row, in.col + hint->link.col, GRID_HINT, rest);
	}
}

static int
symbol_cols(const struct finder *f, struct width w, int most)
{
	int cols = 0;

	for (size_t i = 0; i < f->scroll.rows && f->scroll.top + i < f->candidates.n; i++) {
		const struct finder_candidate *c = &f->candidates.v[f->scroll.top + i];
		int own = width_slice(w, c->symbol) + (c->language.len > 0 ? 1 + (int)c->language.len : 0);

		cols = own > cols ? own : cols;
	}
	return cols < most ? cols : most;
}

static void
draw_candidate(const struct finder_candidate *c, bool is_current, struct grid *g, struct rect in,
               int row, int cols)
{
	enum grid_style style = is_current ? GRID_CURRENT : GRID_TEXT;
	int end = in.col + in.cols, col = in.col + 2;
	struct buf name = { 0 };

	buf_add(&name, c->symbol);
	if (c->language.len > 0)
		buf_addf(&name, "@%.*s", SLICE_ARG(c->language));
	grid_fill(g, in, row, in.col, GRID_TEXT);
	if (is_current)
		grid_write(g, in, row, in.col, GRID_GUTTER, SLICE("▸"));
	cut_write(g, in, row, col, col + cols, style, buf_slice(&name));
	cut_write(g, in, row, col + cols + BETWEEN_COLS, end, style, c->title);
	buf_release(&name);
}

void
draw_candidates(struct session *s, struct grid *g, struct rect in)
{
	const struct finder *f = &s->finder;
	int rows = finder_rows(f, in.rows), cols = symbol_cols(f, g->width, in.cols / 2);

	for (int i = 0; i < rows; i++) {
		size_t at = f->scroll.top + (size_t)i;

		if (at < f->candidates.n)
			draw_candidate(&f->candidates.v[at], at == f->scroll.current, g, in,
			               in.row + in.rows - rows + i, cols);
	}
}

/* Of the words that can be seen. */
static int
word_cols(const struct completion *c, struct width w, int rows, int most)
{
	int cols = 0;

	for (size_t i = 0; i < (size_t)rows && c->scroll.top + i < c->candidates.n; i++) {
		int own = width_slice(w, c->candidates.v[c->scroll.top + i].word);

		cols = own > cols ? own : cols;
	}
	return cols < most ? cols : most;
}

static void
draw_word(const struct completion_candidate *c, bool is_current, struct grid *g, struct rect in, int row,
          int cols)
{
	enum grid_style style = is_current ? GRID_CURRENT : GRID_TEXT;
	int end = in.col + in.cols, col = in.col + 2;

	grid_fill(g, in, row, in.col, GRID_TEXT);
	if (is_current)
		grid_write(g, in, row, in.col, GRID_GUTTER, SLICE("▸"));
	cut_write(g, in, row, col, col + cols, style, c->word);
	col += cols + BETWEEN_COLS;
	if (c->keys.len > 0)
		col = cut_write(g, in, row, col, end, GRID_HEADING, c->keys) + BETWEEN_COLS;
	cut_write(g, in, row, col, end, style, c->help);
}

/* What the command line does so far, on the row above it; above that what Tab gives. */
void
draw_completion(struct session *s, struct grid *g, struct rect in)
{
	const struct completion *c = &s->completion;
	int rows = completion_rows(c, in.rows - 1), last = in.row + in.rows - 1;
	int cols = word_cols(c, g->width, rows, in.cols / 2);

	for (int i = 0; i < rows; i++) {
		size_t at = c->scroll.top + (size_t)i;

		draw_word(&c->candidates.v[at], c->is_chosen && at == c->scroll.current, g, in, last - rows + i,
		          cols);
	}
	grid_fill(g, in, last, in.col, GRID_TEXT);
	cut_write(g, in, last, in.col, in.col + in.cols, GRID_MESSAGE, buf_slice(&c->preview));
}
