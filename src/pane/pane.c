/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "pane/pane.h"

#include "pane_priv.h"

static draw_view_fn *
drawer(enum view_kind kind)
{
	switch (kind) {
	case VIEW_TEXT:
		return draw_text;
	case VIEW_SOURCE:
		return draw_source;
	case VIEW_PREVIEW:
		return draw_preview;
	case VIEW_RESULTS:
		return draw_results;
	case VIEW_CONTENTS:
	case VIEW_DOCUMENTS:
	case VIEW_MARKS:
	case VIEW_HELP:
	case VIEW_REMARKS:
	case VIEW_REFUSED:
	case VIEW_CHOICE:
	case VIEW_CITING:
	case VIEW_CITING_ALL:
	case VIEW_CITED:
	case VIEW_MISSING:
	case VIEW_MISSING_ALL:
	case VIEW_FAMILY:
	case VIEW_LANGUAGES:
	case VIEW_COMPARE:
	case VIEW_HISTORY:
	case VIEW_LIBRARY:
	case VIEW_MATCHES:
	case VIEW_SEARCHES:
	case VIEW_NOTES_HERE:
	case VIEW_NOTES:
	case VIEW_BOOKMARKS:
	case VIEW_TAGS:
	case VIEW_TRASH:
	case VIEW_TRAY:
	case VIEW_REFS:
	case VIEW_KINDS:
		break;
	}
	return draw_list;
}

static void
draw_body(struct session *s, struct grid *g, struct rect body)
{
	struct view *top = session_view(s);

	if (top->kind == VIEW_PREVIEW)
		drawer(top[-1].kind)(s, &top[-1], g, body);
	drawer(top->kind)(s, top, g, body);
}

/* The pane with the focus, on a grid of its size. */
static void
draw_focus(struct session *s, struct grid *g, bool is_active)
{
	struct session_pane *p = session_pane(s);
	struct rect body = { session_body_row(s), 0, session_body_rows(s), p->cols };

	draw_body(s, g, body);
	if (body.row > 0)
		draw_first_line(s, g, (struct rect){ 0, 0, 1, p->cols });
	if (!is_active && body.row > 0)
		grid_restyle(g, 0, 0, p->cols, GRID_BAR_OTHER);
	if (is_active && s->hints.v.n > 0)
		draw_hints(s, g, body);
	if (is_active && s->finder.prompt.is_open)
		draw_candidates(s, g, body);
	if (is_active && s->editor.is_open)
		draw_editor(s, g, body);
}

/* The columns between panes side by side: plain, for they are sent again with most rows. */
static void
draw_frames(struct grid *g, struct rect screen)
{
	bool is_narrow = width_slice(g->width, SLICE("│")) == 1;

	for (int row = screen.row; row < screen.row + screen.rows; row++)
		for (int col = 0; col < screen.cols; col++)
			grid_write(g, screen, row, col, GRID_TEXT, is_narrow ? SLICE("│") : SLICE("|"));
}

/* Each pane is drawn on a small screen of its own and laid on the large one. */
static void
draw_panes(struct session *s, struct grid *g, struct rect screen)
{
	size_t focus = s->focus;
	unsigned active = session_pane(s)->id;
	struct grid small;

	draw_frames(g, screen);
	grid_init(&small, 1, 1, g->width);
	for (s->focus = 0; s->focus < s->panes.n; s->focus++) {
		struct session_pane *p = session_pane(s);
		struct rect room = tiles_rect(&s->tiles, p->id, active, screen);

		if (room.rows == 0)
			continue;
		grid_resize(&small, room.rows, room.cols);
		draw_focus(s, &small, s->focus == focus);
		grid_lay(g, room, &small, s->focus == focus);
	}
	grid_release(&small);
	s->focus = focus;
}

void
pane_draw(struct session *s, struct grid *g)
{
	int rows = s->settings.rows, cols = s->settings.cols;
	struct rect screen = session_screen(s);

	if (g->rows != rows || g->cols != cols)
		grid_resize(g, rows, cols);
	grid_blank(g);
	weblink_tidy(&s->weblinks);
	g->links = s->settings.hyperlinks == WEBLINK_OFF ? NULL : &s->weblinks;
	if (tiles_is_single(&s->tiles, screen))
		draw_focus(s, g, true);
	else
		draw_panes(s, g, screen);
	if (s->prompt.is_open && rows > 2)
		draw_completion(s, g, (struct rect){ 1, 0, rows - 2, cols });
	if (rows > 1 || last_line_is_used(s))
		draw_last_line(s, g, (struct rect){ rows - 1, 0, 1, cols });
}
