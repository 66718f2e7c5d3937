/* SPDX-License-Identifier: ISC */
/*
 * Panes: made, given their size, given the focus, closed.
 */
#include "config.h"

#include "session_priv.h"

#include <string.h>

struct session_pane *
session_pane(const struct session *s)
{
	return &s->panes.v[s->focus];
}

struct rect
session_screen(const struct session *s)
{
	int rows = s->settings.rows;

	return (struct rect){ 0, 0, rows > 1 ? rows - 1 : 1, s->settings.cols };
}

void
pane_add(struct session *s)
{
	struct session_pane pane = { .id = ++s->panes_made, .document = SLICE_NONE };

	VEC_PUSH(&pane.views, ((struct view){ .kind = VIEW_TEXT }));
	VEC_PUSH(&s->panes, pane);
}

static void
drop_copy(struct session *s, struct session_pane *p)
{
	if (!p->has_copy)
		return;
	tandem_forget(s, p->copy.reader.layout);
	hyperlink_forget(&p->copy);
	document_release(&p->copy);
	p->has_copy = false;
}

void
pane_release(struct session *s, struct session_pane *p)
{
	for (size_t i = 0; i < p->views.n; i++)
		view_release(&p->views.v[i]);
	VEC_RELEASE(&p->views);
	history_release(&p->history);
	view_release(&p->way.kept);
	drop_copy(s, p);
}

void
pane_each(struct session *s, void (*act)(struct session *s))
{
	size_t focus = s->focus;

	for (s->focus = 0; s->focus < s->panes.n; s->focus++)
		act(s);
	s->focus = focus;
}

size_t
pane_with(const struct session *s, size_t document)
{
	for (size_t i = 0; i < s->panes.n; i++)
		if (s->panes.v[i].document == document)
			return i;
	return SLICE_NONE;
}

/* The pane reads a document that another one shows. */
static void
make_copy(struct session *s, struct session_pane *p, const struct session_document *of)
{
	struct reader_spot spot = reader_spot_of((struct reader *)&of->reader);

	p->copy = *of;
	p->copy.cited_by = NULL;
	p->copy.annotated = (struct annotated){ 0 };
	p->copy.has_rows = false;
	reader_init(&p->copy.reader, doc_share(of->reader.doc), session_layout(s), session_body_rows(s));
	annotated_load(s, &p->copy);
	reader_restore(&p->copy.reader, &spot);
	memcpy(p->copy.reader.mark, of->reader.mark, sizeof of->reader.mark);
	memcpy(p->copy.reader.has_mark, of->reader.has_mark, sizeof of->reader.has_mark);
	p->has_copy = true;
}

/* The pane that had the document before its copies is gone: one of them reads it now. */
static void
hand_over(struct session *s, size_t document)
{
	for (size_t i = 0; i < s->panes.n; i++)
		if (s->panes.v[i].document == document && !s->panes.v[i].has_copy)
			return;
	for (size_t i = 0; i < s->panes.n; i++) {
		struct session_pane *p = &s->panes.v[i];

		if (p->document == document && p->has_copy) {
			struct reader_spot spot = reader_spot_of(&p->copy.reader);

			drop_copy(s, p);
			reader_restore(&s->documents.v[document].reader, &spot);
			return;
		}
	}
}

void
pane_show(struct session *s, size_t document)
{
	struct session_pane *p = session_pane(s);
	size_t before = p->document;
	bool is_elsewhere = false;

	if (before == document)
		return;
	for (size_t i = 0; i < s->panes.n; i++)
		is_elsewhere = is_elsewhere || (s->panes.v[i].document == document && !s->panes.v[i].has_copy);
	drop_copy(s, p);
	p->document = document;
	if (is_elsewhere)
		make_copy(s, p, &s->documents.v[document]);
	if (before != SLICE_NONE)
		hand_over(s, before);
}

/* Items lead to documents by their number. */
static void
renumber(struct view *v, size_t gone)
{
	for (size_t i = 0; i < v->items.n; i++) {
		size_t *document = &v->items.v[i].document;

		if (*document == gone)
			*document = SLICE_NONE;
		else if (*document != SLICE_NONE && *document > gone)
			--*document;
	}
	if (v->kind == VIEW_PREVIEW && v->preview.document != SLICE_NONE && v->preview.document > gone)
		v->preview.document--;
}

static bool
previews(const struct session_pane *p, size_t document)
{
	const struct view *top = &p->views.v[p->views.n - 1];

	return top->kind == VIEW_PREVIEW && !top->preview.doc && top->preview.document == document;
}

void
pane_forget_document(struct session *s, size_t document)
{
	for (size_t i = 0; i < s->panes.n; i++) {
		struct session_pane *p = &s->panes.v[i];

		if (previews(p, document))
			view_release(&p->views.v[--p->views.n]);
		for (size_t k = 1; k < p->views.n; k++)
			renumber(&p->views.v[k], document);
		if (p->document == document) {
			drop_copy(s, p);
			p->document = SLICE_NONE;
		} else if (p->document != SLICE_NONE && p->document > document) {
			p->document--;
		}
	}
}

static size_t
pane_of(const struct session *s, unsigned id)
{
	size_t i = 0;

	while (i < s->panes.n && s->panes.v[i].id != id)
		i++;
	return i < s->panes.n ? i : s->focus;
}

/* ---------------------------------------------------------------------------- size */

void
pane_fit_document(struct session *s)
{
	struct session_document *doc = session_document(s);

	if (doc)
		reader_resize(&doc->reader, session_layout(s), session_body_rows(s));
}

static void
fit(struct session *s)
{
	struct session_pane *p = session_pane(s);
	struct rect screen = session_screen(s);
	struct rect room = tiles_rect(&s->tiles, p->id, p->id, screen);

	p->rows = room.rows > 0 ? room.rows : screen.rows;
	p->cols = room.rows > 0 ? room.cols : screen.cols;
	pane_fit_document(s);
	view_resize_all(s);
}

void
pane_fit_all(struct session *s)
{
	s->tiles.is_alone = s->settings.linear;
	pane_each(s, fit);
	tandem_fit(s);
}

/* --------------------------------------------------------------------------- focus */

/* What is typed belongs to the pane that is left. */
static void
leave(struct session *s)
{
	hint_release(&s->hints);
	selection_clear(s);
	s->search.has_hit = false;
}

void
pane_focus(struct session *s, unsigned id)
{
	size_t to = pane_of(s, id);

	if (to == s->focus)
		return;
	leave(s);
	s->focus = to;
	if (session_document(s))
		session_document(s)->shown = ++s->shows;
}

bool
pane_split(struct session *s, enum tile_way way)
{
	struct tiles tried = s->tiles;
	unsigned id = s->panes_made + 1;
	size_t document = session_pane(s)->document;

	if (!tiles_split(&tried, session_pane(s)->id, way, id)) {
		session_complain(s, "there are %d panes: no more", "已有 %d 个窗格，不能再多", TILES_MOST);
		return false;
	}
	if (tiles_is_single(&tried, session_screen(s))) {
		session_complain(s, "the screen is too small for another pane", "屏幕太小，放不下更多窗格");
		return false;
	}
	pane_add(s);
	s->tiles = tried;
	leave(s);
	s->focus = s->panes.n - 1;
	pane_fit_all(s);
	if (document != SLICE_NONE)
		session_show(s, document);
	return true;
}

bool
pane_other(struct session *s)
{
	struct tiles tried = s->tiles;
	enum tile_way way = TILE_STACKED;

	if (s->panes.n > 1) {
		pane_focus(s, tiles_next(&s->tiles, session_pane(s)->id));
		return true;
	}
	if (tiles_split(&tried, session_pane(s)->id, TILE_BESIDE, s->panes_made + 1) &&
	    !tiles_is_single(&tried, session_screen(s)))
		way = TILE_BESIDE;
	return pane_split(s, way);
}

static void
take_off(struct session *s, size_t pane, unsigned focus)
{
	size_t document = s->panes.v[pane].document;

	pane_release(s, &s->panes.v[pane]);
	for (size_t i = pane + 1; i < s->panes.n; i++)
		s->panes.v[i - 1] = s->panes.v[i];
	s->panes.n--;
	s->focus = 0;
	s->focus = pane_of(s, focus);
	if (document != SLICE_NONE)
		hand_over(s, document);
}

bool
pane_close(struct session *s)
{
	unsigned to;

	if (s->panes.n == 1)
		return false;
	leave(s);
	to = tiles_close(&s->tiles, session_pane(s)->id);
	take_off(s, s->focus, to);
	pane_fit_all(s);
	return true;
}

void
pane_only(struct session *s)
{
	unsigned id = session_pane(s)->id;

	while (s->panes.n > 1)
		take_off(s, s->panes.v[0].id == id ? 1 : 0, id);
	tiles_only(&s->tiles, id);
	pane_fit_all(s);
}
