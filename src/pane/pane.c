/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "pane/pane.h"

#include "pane_priv.h"

static draw_fn *const draw_views[VIEW_KINDS] = {
	[VIEW_TEXT] = draw_text,         [VIEW_SOURCE] = draw_source,
	[VIEW_CONTENTS] = draw_list,     [VIEW_DOCUMENTS] = draw_list,
	[VIEW_MARKS] = draw_list,        [VIEW_HELP] = draw_list,
	[VIEW_REMARKS] = draw_list,
};

void
pane_draw(struct session *s, struct grid *g)
{
	int rows = s->settings.rows, cols = s->settings.cols;
	struct rect body = { session_body_row(s), 0, session_body_rows(s), cols };

	if (g->rows != rows || g->cols != cols)
		grid_resize(g, rows, cols);
	grid_blank(g);
	draw_views[session_view(s)->kind](s, g, body);
	if (body.row > 0)
		draw_first_line(s, g, (struct rect){ 0, 0, 1, cols });
	if (rows > 1 || last_line_is_used(s))
		draw_last_line(s, g, (struct rect){ rows - 1, 0, 1, cols });
}
