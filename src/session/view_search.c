/* SPDX-License-Identifier: ISC */
/*
 * What actions do that search.
 */
#include "config.h"

#include "session_priv.h"

static void
search(struct session *s, const struct action_call *call)
{
	(void)call;
	search_open(s, '/');
}

static void
search_back(struct session *s, const struct action_call *call)
{
	(void)call;
	search_open(s, '?');
}

static void
filter(struct session *s, const struct action_call *call)
{
	(void)call;
	search_open(s, '&');
}

/* In the results of the library a match is a document, unless something else is searched for there. */
static void
step(struct session *s, long n)
{
	struct view *v = session_view(s);

	if (v->kind != VIEW_RESULTS || (s->search.find && s->search.about == v->items.v))
		search_step(s, n);
	else if (!results_step_document(v, n))
		session_say(s, n > 0 ? "no further document" : "no earlier document",
		            n > 0 ? "后面没有文件了" : "前面没有文件了");
}

static void
next_match(struct session *s, const struct action_call *call)
{
	step(s, call->count);
}

static void
previous_match(struct session *s, const struct action_call *call)
{
	step(s, -call->count);
}

static void
word(struct session *s, const struct action_call *call)
{
	(void)call;
	search_word(s);
}

static void
library_search(struct session *s, const struct action_call *call)
{
	(void)call;
	inquiry_open(s);
}

static void
library_word(struct session *s, const struct action_call *call)
{
	(void)call;
	inquiry_word(s);
}

static void
searches(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, VIEW_SEARCHES);
}

static void
save_search(struct session *s, const struct action_call *call)
{
	(void)call;
	inquiry_save(s);
}

action_fn *const search_actions[ACTIONS] = {
	[ACTION_SEARCH] = search,
	[ACTION_SEARCH_BACK] = search_back,
	[ACTION_FILTER] = filter,
	[ACTION_NEXT_MATCH] = next_match,
	[ACTION_PREVIOUS_MATCH] = previous_match,
	[ACTION_SEARCH_WORD] = word,
	[ACTION_SEARCH_LIBRARY] = library_search,
	[ACTION_SEARCH_LIBRARY_WORD] = library_word,
	[ACTION_SEARCHES] = searches,
	[ACTION_SAVE_SEARCH] = save_search,
};
