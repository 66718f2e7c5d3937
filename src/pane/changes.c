/* SPDX-License-Identifier: ISC */
/*
 * A text that stands beside another version of it: signs of what changed, changed words, gaps.
 */
#include "config.h"

#include "pane_priv.h"

void
changes_gap(const struct session *s, struct grid *g, struct rect clip, int row)
{
	struct slice words = s->settings.ui == UI_ZH ? SLICE("── 此处无对应 ──") : SLICE("── nothing here ──");

	cut_write(g, clip, row, clip.col, clip.col + clip.cols, GRID_GUTTER, words);
}

void
changes_block(const struct session *s, const struct text_rows *t, size_t block, struct changes_block *c)
{
	enum side side = tandem_side_of(s, t->layout);

	c->block = block;
	c->n = 0;
	c->sign = slice_from(NULL);
	if (side == SIDES)
		return;
	c->sign = tandem_sign(s, side, block);
	if (c->sign.len > 0)
		c->n = tandem_changed(s, side, block, c->stretch, CHANGES_MOST);
}

void
changes_line(const struct text_rows *t, const struct changes_block *c, struct grid *g, struct rect in,
             int row, const struct line *line)
{
	for (size_t i = 0; i < c->n; i++)
		match_stretch(t, g, in, row, c->block, line,
		              (struct find_span){ c->stretch[i].start, c->stretch[i].end }, GRID_CHANGED);
}

void
changes_sign(const struct changes_block *c, struct grid *g, struct rect in, int row, int margin)
{
	if (c->sign.len > 0 && margin > in.col)
		grid_write(g, in, row, margin - 1, GRID_GUTTER, c->sign);
}
