/* SPDX-License-Identifier: ISC */
/*
 * What the mouse does: the wheel scrolls, a click goes to the item, the link, the place under it.
 */
#include "config.h"

#include "session_priv.h"

#define WHEEL_ROWS 3

/* Something is being typed, and the mouse has no part in that. */
static bool
is_typing(const struct session *s)
{
	return s->editor.is_open || s->prompt.is_open || s->finder.prompt.is_open ||
	       s->search.prompt.is_open || s->inquiry.prompt.is_open || s->inquiry.name.is_open ||
	       s->annotating.tags.is_open || s->shell.prompt.is_open || s->hints.v.n > 0;
}

void
mouse_wheel(struct session *s, int way)
{
	struct action_call call = { .action = way > 0 ? ACTION_SHIFT_DOWN : ACTION_SHIFT_UP,
		                    .has_count = true,
		                    .count = WHEEL_ROWS };

	if (!is_typing(s))
		session_do(s, &call);
}

/* The pane under the cell gets the focus; row and column become its own.  False: there is none. */
static bool
enter(struct session *s, int *row, int *col)
{
	struct rect screen = session_screen(s);
	unsigned active = session_pane(s)->id;

	if (tiles_is_single(&s->tiles, screen))
		return *row < screen.rows;
	for (size_t i = 0; i < s->panes.n; i++) {
		struct rect room = tiles_rect(&s->tiles, s->panes.v[i].id, active, screen);

		if (*row < room.row || *row >= room.row + room.rows || *col < room.col ||
		    *col >= room.col + room.cols)
			continue;
		pane_focus(s, s->panes.v[i].id);
		*row -= room.row;
		*col -= room.col;
		return true;
	}
	return false;
}

static void
click_item(struct session *s, size_t row)
{
	const struct action_call go = { .action = ACTION_GO, .count = 1 };
	struct view *v = session_view(s);
	size_t item = v->scroll.top + row;

	if (v->kind == VIEW_PREVIEW || row >= v->scroll.rows || item >= v->scroll.n)
		return;
	scroll_to(&v->scroll, item);
	if (v->kind != VIEW_SOURCE && !v->items.v[item].is_heading)
		session_do(s, &go);
}

/* The citation that the byte is in is followed. */
static void
follow(struct session *s, const struct block *b, struct place at)
{
	for (size_t i = 0; i < b->n_citations; i++) {
		if (at.byte < b->citations[i].start || at.byte >= b->citations[i].end)
			continue;
		visit_citation(s, at.block, i, VISIT_OPEN);
		return;
	}
}

static void
click_text(struct session *s, int row, int col)
{
	struct reader *r = &session_document(s)->reader;
	struct row under = r->top;
	struct place at;
	struct line line;

	if (layout_move(r->layout, &under, row) != row)
		return;
	line = layout_block(r->layout, under.block).v[under.line];
	at = layout_place_of(r->layout, under);
	if (!line.is_gap && !line.note && line.end > line.start)
		at.byte = selection_byte_at(r, under.block, &line, col + reader_sideways(r, under.block));
	reader_point(r, at);
	if (!line.is_gap && !line.note && line.end > line.start)
		follow(s, doc_block(r->doc, at.block), at);
}

void
mouse_click(struct session *s, int row, int col)
{
	buf_clear(&s->message);
	if (is_typing(s) || !enter(s, &row, &col) || row < session_body_row(s))
		return;
	row -= session_body_row(s);
	if (session_view(s)->kind != VIEW_TEXT)
		click_item(s, (size_t)row);
	else if (session_document(s))
		click_text(s, row, col);
}
