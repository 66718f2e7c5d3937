/* SPDX-License-Identifier: ISC */
/*
 * What actions do in lists and in the source.
 */
#include "config.h"

#include "annotate_priv.h"

#include <limits.h>

#define SIDEWAYS_COLS 8
#define SIDEWAYS_MAX 100000
#define PAGE_OVERLAP 2

static struct scroll *
scroll_of(struct session *s)
{
	return &session_view(s)->scroll;
}

/* The current item of a list; the text of a preview has none and moves itself. */
static void
move(struct session *s, long n)
{
	if (session_view(s)->kind == VIEW_PREVIEW)
		scroll_shift(scroll_of(s), n);
	else
		scroll_move(scroll_of(s), n);
}

static void
down(struct session *s, const struct action_call *call)
{
	move(s, call->count);
}

static void
up(struct session *s, const struct action_call *call)
{
	move(s, -call->count);
}

static void
shift_down(struct session *s, const struct action_call *call)
{
	scroll_shift(scroll_of(s), call->count);
}

static void
shift_up(struct session *s, const struct action_call *call)
{
	scroll_shift(scroll_of(s), -call->count);
}

static long
half(struct session *s)
{
	long rows = (long)scroll_of(s)->rows;

	return rows > 1 ? rows / 2 : 1;
}

static long
page(struct session *s)
{
	long rows = (long)scroll_of(s)->rows;

	return rows > PAGE_OVERLAP * 2 ? rows - PAGE_OVERLAP : 1;
}

static void
half_down(struct session *s, const struct action_call *call)
{
	scroll_carry(scroll_of(s), call->count * half(s));
}

static void
half_up(struct session *s, const struct action_call *call)
{
	scroll_carry(scroll_of(s), -call->count * half(s));
}

static void
page_down(struct session *s, const struct action_call *call)
{
	scroll_carry(scroll_of(s), call->count * page(s));
}

static void
page_up(struct session *s, const struct action_call *call)
{
	scroll_carry(scroll_of(s), -call->count * page(s));
}

static void
first(struct session *s, const struct action_call *call)
{
	scroll_to(scroll_of(s), call->has_count ? (size_t)call->count - 1 : 0);
}

static void
last(struct session *s, const struct action_call *call)
{
	scroll_to(scroll_of(s), call->has_count ? (size_t)call->count - 1 : SIZE_MAX);
}

static void
sideways(struct session *s, long by)
{
	struct view *v = session_view(s);
	long now = v->sideways + by;

	v->sideways = (int)(now < 0 ? 0 : now > SIDEWAYS_MAX ? SIDEWAYS_MAX : now);
}

static void
left(struct session *s, const struct action_call *call)
{
	sideways(s, -call->count * SIDEWAYS_COLS);
}

static void
right(struct session *s, const struct action_call *call)
{
	sideways(s, call->count * SIDEWAYS_COLS);
}

static void
align_top(struct session *s, const struct action_call *call)
{
	(void)call;
	scroll_place(scroll_of(s), 0);
}

static void
align_middle(struct session *s, const struct action_call *call)
{
	(void)call;
	scroll_place(scroll_of(s), scroll_of(s)->rows / 2);
}

static void
align_bottom(struct session *s, const struct action_call *call)
{
	(void)call;
	scroll_place(scroll_of(s), scroll_of(s)->rows - 1);
}

struct view_item
scroll_item(struct session *s)
{
	const struct view *v = session_view(s);
	struct view_item item = { .document = session_pane(s)->document, .action = ACTIONS };

	if (v->kind != VIEW_SOURCE)
		item = v->items.v[v->scroll.current];
	else
		item.line = v->scroll.current + 1;
	if (item.line > 0 && item.document != SLICE_NONE)
		item.place = document_place_of_line(s->documents.v[item.document].reader.doc,
		                                    item.line);
	return item;
}

/* What became of the document that is left may have room for its notes. */
static void
visit_relative(struct session *s, const struct view_item *item)
{
	struct arena arena = { 0 };
	struct slice before = arena_copy(&arena, session_document(s)->key);

	visit_item(s, item, VISIT_OPEN);
	carry_offer(s, before);
	arena_release(&arena);
}

static void
go(struct session *s, const struct action_call *call)
{
	struct view_item item;

	(void)call;
	if (inquiry_view(s)) {
		inquiry_go(s);
		return;
	}
	if (session_view(s)->kind == VIEW_PREVIEW) {
		preview_go(s);
		return;
	}
	item = scroll_item(s);
	if (session_view(s)->kind == VIEW_COMPARE) {
		tandem_compare(s, &item);
	} else if (session_view(s)->kind == VIEW_SEARCHES) {
		inquiry_look(s, item.text);
	} else if (session_view(s)->kind == VIEW_TRAY) {
		tray_visit(s, item.annotation);
	} else if (session_view(s)->kind == VIEW_FAMILY) {
		visit_relative(s, &item);
	} else if (item.action != ACTIONS) {
		view_close(s);
		session_do(s, &(struct action_call){ .action = item.action, .count = 1 });
	} else {
		visit_item(s, &item, VISIT_OPEN);
	}
}

static void
preview(struct session *s, const struct action_call *call)
{
	struct view_item item;

	(void)call;
	if (session_view(s)->kind == VIEW_PREVIEW)
		return;
	item = scroll_item(s);
	visit_item(s, &item, VISIT_PREVIEW);
}

/* With a number as many items from the current one on: what of them can be fetched.  False if none. */
static bool
want_items(struct session *s, size_t count)
{
	struct view *v = session_view(s);
	size_t n = 0;

	for (size_t i = v->scroll.current; i < v->items.n && count > 0; i++, count--) {
		const struct view_item *item = &v->items.v[i];

		n += item->target.len > 0 && fetching_want(s, item->target, item->container);
	}
	if (n > 1)
		session_say(s, "fetching %zu documents; ^C ends it", "正在下载 %zu 份文件，^C 取消", n);
	return n > 0;
}

static void
address(struct session *s, const struct action_call *call)
{
	struct view *v = session_view(s);
	struct view_item item;

	if (call->has_count && v->kind != VIEW_PREVIEW && want_items(s, (size_t)call->count))
		return;
	if (v->kind == VIEW_PREVIEW) {
		item = (struct view_item){ .document = v->preview.document };
		address_say_item(s, &item, v->preview.doc);
		return;
	}
	item = scroll_item(s);
	address_say_item(s, &item, NULL);
}

static void
copy(struct session *s, const struct action_call *call)
{
	struct view_item item;

	if (session_view(s)->kind == VIEW_PREVIEW) {
		session_complain(s, "{go} opens it, then it can be copied", "按 {go} 打开后方可复制");
		return;
	}
	item = scroll_item(s);
	copy_item(s, &item, call->action);
}

action_fn *const scroll_actions[ACTIONS] = {
	[ACTION_DOWN] = down,
	[ACTION_UP] = up,
	[ACTION_SHIFT_DOWN] = shift_down,
	[ACTION_SHIFT_UP] = shift_up,
	[ACTION_HALF_DOWN] = half_down,
	[ACTION_HALF_UP] = half_up,
	[ACTION_PAGE_DOWN] = page_down,
	[ACTION_PAGE_UP] = page_up,
	[ACTION_FIRST] = first,
	[ACTION_LAST] = last,
	[ACTION_LEFT] = left,
	[ACTION_RIGHT] = right,
	[ACTION_GO] = go,
	[ACTION_PREVIEW] = preview,
	[ACTION_ADDRESS] = address,
	[ACTION_COPY] = copy,
	[ACTION_COPY_SYMBOL] = copy,
	[ACTION_COPY_ADDRESS] = copy,
	[ACTION_COPY_NOTE] = copy,
	[ACTION_ALIGN_TOP] = align_top,
	[ACTION_ALIGN_MIDDLE] = align_middle,
	[ACTION_ALIGN_BOTTOM] = align_bottom,
};
