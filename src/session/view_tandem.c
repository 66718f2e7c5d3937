/* SPDX-License-Identifier: ISC */
/*
 * What actions do with documents that stand beside each other.
 */
#include "config.h"

#include "session_priv.h"

#include "cite/wording.h"

/* The same place in the text of another language: by its identifier, else by its paragraph's. */
static void
go_counterpart(struct session *s, struct slice component, struct slice eid)
{
	struct reader *r = &session_document(s)->reader;
	struct buf words = { 0 };
	struct place at;
	bool is_there = follow_spot(r->doc, component, eid, &at);

	reader_jump(r, at);
	if (is_there)
		return;
	wording_place(eid, s->settings.ui, &words);
	session_say(s, "%s is not in this text; this is the nearest place",
	            "此文本没有%s；这是最近的地方", buf_str(&words));
	buf_release(&words);
}

/* The language that stands beside this one, or this one's. */
static struct slice
language_shown(struct session *s)
{
	const struct tandem *t = &s->tandem;
	const struct doc *d = session_document(s)->reader.doc;

	if (t->kind != TANDEM_LANGUAGES)
		return d->language;
	return d == t->doc[0] ? t->doc[1]->language : t->doc[0]->language;
}

/* The n-th version in the list behind the one that is shown; not the one that is read. */
static const struct view_item *
version_after(struct session *s, const struct view *v, long n)
{
	const struct doc *d = session_document(s)->reader.doc;
	struct slice shown = language_shown(s);
	size_t at = v->scroll.current;

	for (size_t i = 0; i < v->items.n; i++)
		if (slice_eq(v->items.v[i].language, shown))
			at = i;
	for (n = n < 100 ? n : 100; n > 0; n--) {
		at = (at + 1) % v->items.n;
		if (slice_eq(v->items.v[at].language, d->language))
			at = (at + 1) % v->items.n;
	}
	return &v->items.v[at];
}

static bool
show_item(struct session *s, const struct view_item *item, bool leaves)
{
	if (item->held != 0)
		return visit_version(s, item->held, item->symbol, item->language, leaves);
	if (leaves)
		visit_leave(s);
	session_show(s, item->document);
	return true;
}

/* There is another pane, or room for one. */
static bool
may_be_beside(const struct session *s)
{
	struct tiles tried = s->tiles;

	if (s->panes.n > 1)
		return !tiles_is_single(&s->tiles, session_screen(s));
	return tiles_split(&tried, session_pane(s)->id, TILE_BESIDE, s->panes_made + 1) &&
	       !tiles_is_single(&tried, session_screen(s));
}

/* In the other pane, in step with this one, which keeps the focus. */
static void
put_beside(struct session *s, const struct view_item *item, enum tandem_kind kind)
{
	unsigned here = session_pane(s)->id, there;
	bool is_shown;

	tandem_end(s);
	if (!pane_other(s))
		return;
	there = session_pane(s)->id;
	is_shown = show_item(s, item, false);
	pane_focus(s, here);
	if (!is_shown)
		return;
	tandem_start(s, kind, there);
	tandem_say_changes(s);
}

static void
show_beside(struct session *s, const struct view_item *item)
{
	put_beside(s, item, TANDEM_LANGUAGES);
}

static void
next_language(struct session *s, const struct action_call *call)
{
	struct view v = { .kind = VIEW_LANGUAGES };
	struct session_document *doc = session_document(s);
	const struct view_item *item;
	const struct block *b;
	struct slice component, eid;

	if (!doc) {
		session_complain(s, "no document is open", "没有打开文件");
		return;
	}
	items_languages(s, &v);
	b = doc_block(doc->reader.doc, doc->reader.current.block);
	if (b->id.len == 0 && doc_paragraph_of(doc->reader.doc, doc->reader.current.block) != SLICE_NONE)
		b = doc_block(doc->reader.doc,
		              doc_paragraph_of(doc->reader.doc, doc->reader.current.block));
	component = arena_copy(&v.arena, b->component);
	eid = arena_copy(&v.arena, b->id);
	item = v.items.n > 1 ? version_after(s, &v, call->count) : NULL;
	if (!item)
		session_say(s, "no version in another language is here", "没有其他语文的文本");
	else if (may_be_beside(s))
		show_beside(s, item);
	else if (show_item(s, item, true))
		go_counterpart(s, component, eid);
	view_release(&v);
}

/* ---------------------------------------------------------------------- versions */

void
tandem_compare(struct session *s, const struct view_item *item)
{
	struct view_item kept = *item;
	struct arena arena = { 0 };

	kept.symbol = arena_copy(&arena, item->symbol);
	kept.language = arena_copy(&arena, item->language);
	view_close_all(s);
	if (!may_be_beside(s))
		session_complain(s, "the screen is too small for two panes; duan diff prints the changes",
		                 "屏幕太小，放不下两个窗格；duan diff 可列出改动");
	else
		put_beside(s, &kept, TANDEM_VERSIONS);
	arena_release(&arena);
}

static void
compare(struct session *s, const struct action_call *call)
{
	const struct view *v;

	(void)call;
	if (!session_document(s)) {
		session_complain(s, "no document is open", "没有打开文件");
		return;
	}
	view_open(s, VIEW_COMPARE);
	v = session_view(s);
	if (v->kind == VIEW_COMPARE && v->items.n == 1)
		tandem_compare(s, &v->items.v[0]);
}

static void
next_change(struct session *s, const struct action_call *call)
{
	tandem_step_change(s, call->count);
}

static void
previous_change(struct session *s, const struct action_call *call)
{
	tandem_step_change(s, -call->count);
}

static void
lock_panes(struct session *s, const struct action_call *call)
{
	(void)call;
	tandem_toggle(s);
}

action_fn *const tandem_actions[ACTIONS] = {
	[ACTION_NEXT_LANGUAGE] = next_language,
	[ACTION_COMPARE] = compare,
	[ACTION_NEXT_CHANGE] = next_change,
	[ACTION_PREVIOUS_CHANGE] = previous_change,
	[ACTION_LOCK_PANES] = lock_panes,
};
