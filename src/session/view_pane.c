/* SPDX-License-Identifier: ISC */
/*
 * What actions do with panes, whatever is in them.
 */
#include "config.h"

#include "session_priv.h"

static void
split(struct session *s, const struct action_call *call)
{
	(void)call;
	pane_split(s, TILE_STACKED);
}

static void
split_beside(struct session *s, const struct action_call *call)
{
	(void)call;
	pane_split(s, TILE_BESIDE);
}

static bool
has_others(struct session *s)
{
	if (s->panes.n == 1)
		session_say(s, "this is the only pane; {split-beside} makes another", "只有这一个窗格；{split-beside} 再开一个");
	return s->panes.n > 1;
}

static void
next_pane(struct session *s, const struct action_call *call)
{
	(void)call;
	if (has_others(s))
		pane_focus(s, tiles_next(&s->tiles, session_pane(s)->id));
}

static void
go(struct session *s, char direction)
{
	struct rect screen = session_screen(s);

	if (has_others(s))
		pane_focus(s, tiles_beside(&s->tiles, session_pane(s)->id, direction, screen));
}

static void
pane_left(struct session *s, const struct action_call *call)
{
	(void)call;
	go(s, 'h');
}

static void
pane_down(struct session *s, const struct action_call *call)
{
	(void)call;
	go(s, 'j');
}

static void
pane_up(struct session *s, const struct action_call *call)
{
	(void)call;
	go(s, 'k');
}

static void
pane_right(struct session *s, const struct action_call *call)
{
	(void)call;
	go(s, 'l');
}

static void
close_pane(struct session *s, const struct action_call *call)
{
	(void)call;
	if (has_others(s))
		pane_close(s);
}

static void
only_pane(struct session *s, const struct action_call *call)
{
	(void)call;
	if (has_others(s))
		pane_only(s);
}

static void
even_panes(struct session *s, const struct action_call *call)
{
	(void)call;
	tiles_even(&s->tiles);
	pane_fit_all(s);
}

static void
grow(struct session *s, enum tile_way way, int cells)
{
	if (!has_others(s))
		return;
	tiles_grow(&s->tiles, session_pane(s)->id, way, cells, session_screen(s));
	pane_fit_all(s);
}

/* More than any screen has would only overflow. */
static int
cells_of(const struct action_call *call)
{
	return call->count < 1000 ? (int)call->count : 1000;
}

static void
narrower_pane(struct session *s, const struct action_call *call)
{
	grow(s, TILE_BESIDE, -cells_of(call));
}

static void
wider_pane(struct session *s, const struct action_call *call)
{
	grow(s, TILE_BESIDE, cells_of(call));
}

static void
lower_pane(struct session *s, const struct action_call *call)
{
	grow(s, TILE_STACKED, -cells_of(call));
}

static void
higher_pane(struct session *s, const struct action_call *call)
{
	grow(s, TILE_STACKED, cells_of(call));
}

static void
swap_panes(struct session *s, const struct action_call *call)
{
	unsigned id = session_pane(s)->id;

	(void)call;
	if (!has_others(s))
		return;
	tiles_swap(&s->tiles, id, tiles_next(&s->tiles, id));
	pane_fit_all(s);
}

static void
zoom_pane(struct session *s, const struct action_call *call)
{
	(void)call;
	if (!has_others(s))
		return;
	s->tiles.is_zoomed = !s->tiles.is_zoomed;
	pane_fit_all(s);
	if (s->tiles.is_zoomed)
		session_say(s, "this pane alone; ^W z shows all", "只显示这个窗格；^W z 显示全部");
}

/* The other pane comes to where this one is, then goes where the link leads. */
static void
follow_there(struct session *s)
{
	size_t document = session_pane(s)->document;
	struct reader_spot spot = reader_spot_of(&session_document(s)->reader);

	if (!pane_other(s))
		return;
	if (session_pane(s)->document != document)
		visit_leave(s);
	session_show(s, document);
	reader_restore(&session_document(s)->reader, &spot);
	session_do(s, &(struct action_call){ .action = ACTION_GO, .count = 1 });
}

static void
go_other(struct session *s, const struct action_call *call)
{
	const struct view *v = session_view(s);
	struct view_item item;

	(void)call;
	if (v->kind == VIEW_TEXT && session_document(s)) {
		follow_there(s);
		return;
	}
	if (v->kind == VIEW_TEXT || v->kind == VIEW_PREVIEW || v->kind == VIEW_CHOICE)
		return;
	if (inquiry_view(s)) {
		inquiry_go_other(s);
		return;
	}
	item = scroll_item(s);
	if (item.action != ACTIONS || item.step != 0 || item.is_heading) {
		session_complain(s, "this cannot be opened in another pane", "此项不能在另一窗格中打开");
		return;
	}
	if (pane_other(s)) /* the list stays where it is, and the words of the item with it */
		visit_item(s, &item, VISIT_OPEN);
}

action_fn *const pane_actions[ACTIONS] = {
	[ACTION_SPLIT] = split,
	[ACTION_SPLIT_BESIDE] = split_beside,
	[ACTION_GO_OTHER] = go_other,
	[ACTION_NEXT_PANE] = next_pane,
	[ACTION_PANE_LEFT] = pane_left,
	[ACTION_PANE_DOWN] = pane_down,
	[ACTION_PANE_UP] = pane_up,
	[ACTION_PANE_RIGHT] = pane_right,
	[ACTION_CLOSE_PANE] = close_pane,
	[ACTION_ONLY_PANE] = only_pane,
	[ACTION_EVEN_PANES] = even_panes,
	[ACTION_NARROWER_PANE] = narrower_pane,
	[ACTION_WIDER_PANE] = wider_pane,
	[ACTION_LOWER_PANE] = lower_pane,
	[ACTION_HIGHER_PANE] = higher_pane,
	[ACTION_SWAP_PANES] = swap_panes,
	[ACTION_ZOOM_PANE] = zoom_pane,
};
