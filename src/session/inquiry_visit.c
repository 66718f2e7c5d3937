/* SPDX-License-Identifier: ISC */
/*
 * From the results into documents and back; searches with a name.
 */
#include "config.h"

#include "session/inquiry.h"

#include "session_priv.h"

#include "store/searches.h"

/* The document of the current row of the results comes up where its hit is. */
static void
show_hit(struct session *s, struct view *v, bool leaves)
{
	struct view_item item = v->items.v[v->scroll.current];
	struct find *find = results_find(v);

	if (item.held == 0) {
		session_say(s, "leads nowhere", "此项不通往别处");
		find_free(find);
		return;
	}
	if (!visit_version(s, item.held, item.symbol, item.language, leaves)) {
		find_free(find);
		return;
	}
	v = &session_pane(s)->way.kept;
	reader_jump(&session_document(s)->reader,
	            results_place(v, session_document(s)->reader.doc));
	search_take(s, find);
}

void
inquiry_go(struct session *s)
{
	struct view *v = inquiry_view(s);

	results_fill(s, v);
	show_hit(s, v, true);
}

void
inquiry_go_other(struct session *s)
{
	struct view *v = inquiry_view(s);
	struct view_item item;
	struct find *find;

	results_fill(s, v);
	item = v->items.v[v->scroll.current];
	find = results_find(v);
	/* The results stay where they are, and the words of the item with them. */
	if (item.held != 0 && pane_other(s) &&
	    visit_version(s, item.held, item.symbol, item.language, true)) {
		reader_jump(&session_document(s)->reader,
		            results_place(v, session_document(s)->reader.doc));
		search_take(s, find);
	} else {
		find_free(find);
	}
}

void
inquiry_keep(struct session *s)
{
	struct session_pane *p = session_pane(s);

	for (size_t i = 1; i < p->views.n; i++)
		if (p->views.v[i].kind == VIEW_RESULTS && p->history.at >= p->way.home) {
			view_release(&p->way.kept);
			p->way.kept = p->views.v[i];
			p->views.v[i] = (struct view){ .kind = VIEW_TEXT };
			p->way.depth = p->history.at;
			return;
		}
}

/* The document on the screen came up from results, which are kept. */
static bool
is_from_results(struct session *s)
{
	const struct session_pane *p = session_pane(s);

	return p->way.kept.kind == VIEW_RESULTS && session_view(s)->kind == VIEW_TEXT &&
	       p->history.at == p->way.depth;
}

bool
inquiry_back(struct session *s)
{
	struct session_pane *p = session_pane(s);

	if (!is_from_results(s))
		return false;
	if (p->history.at > p->way.home)
		visit_step(s, -1);
	VEC_PUSH(&p->views, p->way.kept);
	p->way.kept = (struct view){ 0 };
	p->way.home = p->history.at;
	view_resize_all(s);
	return true;
}

bool
inquiry_step_document(struct session *s, long n)
{
	struct view *v = &session_pane(s)->way.kept;

	if (!is_from_results(s))
		return false;
	if (!results_step_document(v, n)) {
		session_say(s, n > 0 ? "this is the last document of the results"
		                     : "this is the first document of the results",
		            n > 0 ? "这是检索结果中的最后一个文件" : "这是检索结果中的第一个文件");
		return true;
	}
	results_fill(s, v);
	show_hit(s, v, false);
	return true;
}

/* ---------------------------------------------------------------------------- searches */

/* The search that is meant: of the results, or the current one of the list. */
static bool
meant(struct session *s, struct kept_search *out)
{
	const struct view *v = session_view(s);

	*out = (struct kept_search){ .query = slice_from(NULL) };
	if (v->kind == VIEW_RESULTS)
		out->query = results_words(v->results);
	else if (v->kind == VIEW_SEARCHES)
		*out = (struct kept_search){ v->items.v[v->scroll.current].key,
			                     v->items.v[v->scroll.current].text };
	return out->query.len > 0;
}

void
inquiry_save(struct session *s)
{
	struct inquiry *q = &s->inquiry;
	struct kept_search search;

	if (!meant(s, &search)) {
		session_complain(s, "{save-search} names a search: in its results or in the list {searches}",
		                 "{save-search} 给检索命名：在检索结果或 {searches} 列表中使用");
		return;
	}
	if (!s->settings.notes) {
		session_complain(s, "nothing is kept in this session", "本次阅读不保存任何内容");
		return;
	}
	buf_clear(&q->named);
	buf_add(&q->named, search.query);
	prompt_open(&q->name, 'S');
}

static void
save(struct session *s)
{
	struct inquiry *q = &s->inquiry;
	struct slice name = slice_trim(buf_slice(&q->name.text));
	struct err err;

	if (name.len == 0)
		return;
	if (searches_save(s->settings.notes, name, buf_slice(&q->named), &err) != STATUS_OK) {
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
		return;
	}
	if (session_view(s)->kind == VIEW_SEARCHES)
		view_open(s, VIEW_SEARCHES);
	session_say(s, "saved as %.*s; {searches} lists it", "已保存为 %.*s；按 {searches} 列出", SLICE_ARG(name));
}

void
inquiry_name_type(struct session *s, codepoint key)
{
	if (prompt_type(&s->inquiry.name, key) == PROMPT_DONE)
		save(s);
}

void
inquiry_forget(struct session *s)
{
	struct kept_search search;
	size_t current = session_view(s)->scroll.current;
	struct err err;

	if (!meant(s, &search))
		return;
	if (!s->settings.notes) {
		session_complain(s, "nothing is kept in this session", "本次阅读不保存任何内容");
		return;
	}
	if (searches_forget(s->settings.notes, &search, &err) != STATUS_OK) {
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
		return;
	}
	session_say(s, "taken off the list: %.*s", "已从列表中删去：%.*s", SLICE_ARG(search.query));
	view_open(s, VIEW_SEARCHES);
	if (session_view(s)->kind == VIEW_SEARCHES)
		scroll_to(&session_view(s)->scroll, current);
}

void
items_searches(struct session *s, struct view *v)
{
	const struct prompt *prompt = &s->inquiry.prompt;
	struct kept_search *list;
	size_t n = 0;
	struct err err;

	for (size_t i = prompt->history.n; !s->settings.notes && i-- > 0;)
		items_add(v, SLICE(""), arena_copy(&v->arena, slice_from(prompt->history.v[i])));
	if (s->settings.notes && searches_list(s->settings.notes, &v->arena, &list, &n, &err) != STATUS_OK) {
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
		return;
	}
	for (size_t i = 0; i < n; i++)
		items_add(v, list[i].name, list[i].query);
}
