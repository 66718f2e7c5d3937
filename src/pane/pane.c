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
	case VIEW_CHOICE:
	case VIEW_CITING:
	case VIEW_CITING_ALL:
	case VIEW_CITED:
	case VIEW_MISSING:
	case VIEW_MISSING_ALL:
	case VIEW_FAMILY:
	case VIEW_LANGUAGES:
	case VIEW_HISTORY:
	case VIEW_LIBRARY:
	case VIEW_MATCHES:
	case VIEW_SEARCHES:
	case VIEW_KINDS:
		break;
	}
	return draw_list;
}

static void
draw_body(struct session *s, struct grid *g, struct rect body)
{
	size_t top = s->views.n - 1;

	if (s->views.v[top].kind == VIEW_PREVIEW)
		drawer(s->views.v[top - 1].kind)(s, &s->views.v[top - 1], g, body);
	drawer(s->views.v[top].kind)(s, &s->views.v[top], g, body);
	if (s->hints.v.n > 0)
		draw_hints(s, g, body);
	if (s->finder.prompt.is_open)
		draw_candidates(s, g, body);
	if (s->editor.is_open)
		draw_editor(s, g, body);
}

void
pane_draw(struct session *s, struct grid *g)
{
	int rows = s->settings.rows, cols = s->settings.cols;
	struct rect body = { session_body_row(s), 0, session_body_rows(s), cols };

	if (g->rows != rows || g->cols != cols)
		grid_resize(g, rows, cols);
	grid_blank(g);
	draw_body(s, g, body);
	if (body.row > 0)
		draw_first_line(s, g, (struct rect){ 0, 0, 1, cols });
	if (rows > 1 || last_line_is_used(s))
		draw_last_line(s, g, (struct rect){ rows - 1, 0, 1, cols });
}
