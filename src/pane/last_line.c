/* SPDX-License-Identifier: ISC */
/*
 * What is being typed and what was answered: a prompt, a half-typed command, a message, or nothing.
 */
#include "config.h"

#include "pane_priv.h"

static bool
is_typing(const struct session *s)
{
	return s->typed.n > 0 || s->typed.count > 0;
}

bool
last_line_is_used(const struct session *s)
{
	return s->prompt.is_open || is_typing(s) || s->message.len > 0;
}

/* The part of the text that ends at the cursor gets room first. */
static void
draw_prompt(struct session *s, struct grid *g, struct rect in)
{
	const struct prompt *p = &s->prompt;
	struct slice text = buf_slice(&p->text);
	struct slice before = slice_sub(text, 0, p->at);
	int col = grid_printf(g, in, in.row, 0, GRID_MESSAGE, "%c", p->sign);

	while (before.len > 0 && col + width_slice(g->width, before) >= in.cols)
		before = slice_skip(before, width_cluster(g->width, before, 0).end);
	col = grid_write(g, in, in.row, col, GRID_TEXT, before);
	grid_write(g, in, in.row, col, GRID_TEXT, slice_skip(text, p->at));
	g->cursor_row = in.row;
	g->cursor_col = col < in.cols ? col : in.cols - 1;
}

static void
draw_typed(const struct session *s, struct grid *g, struct rect in, const struct buf *typed)
{
	int col = in.cols - 1 - width_slice(g->width, buf_slice(typed));

	(void)s;
	grid_write(g, in, in.row, col > 0 ? col : 0, GRID_MESSAGE, buf_slice(typed));
}

/* "g  g start  s raw source lines  …" */
static void
draw_continuations(const struct session *s, struct grid *g, struct rect in, const struct buf *typed)
{
	int col = cut_write(g, in, in.row, 0, in.cols, GRID_HEADING, buf_slice(typed));
	struct buf keys = { 0 };

	for (size_t i = 0; i < s->keymap.bindings.n && col < in.cols; i++) {
		const struct binding *b = &s->keymap.bindings.v[i];
		struct words help = action_info(b->action)->help;

		if (!keymap_continues(b, &s->typed))
			continue;
		buf_clear(&keys);
		keymap_add_keys(b, s->typed.n, &keys);
		col = cut_write(g, in, in.row, col + 2, in.cols, GRID_HEADING, buf_slice(&keys));
		col = cut_write(g, in, in.row, col + 1, in.cols, GRID_TEXT,
		                slice_from(words_in(help, s->settings.ui)));
	}
	buf_release(&keys);
}

void
draw_last_line(struct session *s, struct grid *g, struct rect in)
{
	struct buf typed = { 0 };

	grid_fill(g, in, in.row, 0, GRID_TEXT);
	if (s->prompt.is_open) {
		draw_prompt(s, g, in);
		return;
	}
	keymap_add_typed(&s->typed, &typed);
	if (s->shows_continuations)
		draw_continuations(s, g, in, &typed);
	else if (is_typing(s))
		draw_typed(s, g, in, &typed);
	else
		cut_write(g, in, in.row, 0, in.cols, s->is_error ? GRID_ERROR : GRID_MESSAGE,
		          buf_slice(&s->message));
	buf_release(&typed);
}
