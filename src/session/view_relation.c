/* SPDX-License-Identifier: ISC */
/*
 * What actions do between documents, whatever is on the screen.
 */
#include "config.h"

#include "session_priv.h"

/* Lists about the current document. */
static void
show_list(struct session *s, enum view_kind kind)
{
	if (!session_document(s))
		session_complain(s, "no document is open", "没有打开文件");
	else
		view_open(s, kind);
}

static void
citing(struct session *s, const struct action_call *call)
{
	(void)call;
	show_list(s, VIEW_CITING);
}

static void
citing_all(struct session *s, const struct action_call *call)
{
	(void)call;
	show_list(s, VIEW_CITING_ALL);
}

static void
cited(struct session *s, const struct action_call *call)
{
	(void)call;
	show_list(s, VIEW_CITED);
}

static void
missing(struct session *s, const struct action_call *call)
{
	show_list(s, call->has_count ? VIEW_MISSING_ALL : VIEW_MISSING);
}

static void
missing_all(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, VIEW_MISSING_ALL);
}

static void
family(struct session *s, const struct action_call *call)
{
	(void)call;
	show_list(s, VIEW_FAMILY);
}

static void
languages(struct session *s, const struct action_call *call)
{
	(void)call;
	show_list(s, VIEW_LANGUAGES);
}

static void
history(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, VIEW_HISTORY);
}

static void
library(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, s->settings.library ? VIEW_LIBRARY : VIEW_DOCUMENTS);
}

static void
open_one(struct session *s, const struct action_call *call)
{
	(void)call;
	finder_open(s);
}

static void
back(struct session *s, const struct action_call *call)
{
	if (!(call->count == 1 && inquiry_back(s)))
		visit_step(s, -call->count);
}

static void
forward(struct session *s, const struct action_call *call)
{
	visit_step(s, call->count);
}

/* "CAC/COSP/2019/L.1" of "CAC/COSP/2019/L.1/Add.2"; empty if the symbol has no such end. */
static struct slice
symbol_above(struct slice symbol)
{
	static const char *const ends[] = { "Add.", "Amend.", "Corr.", "Rev." };
	size_t at = symbol.len;

	while (at > 0 && symbol.p[at - 1] != '/')
		at--;
	for (size_t i = 0; at > 1 && i < sizeof ends / sizeof *ends; i++)
		if (slice_starts(slice_skip(symbol, at), ends[i]))
			return slice_sub(symbol, 0, at - 1);
	return slice_from(NULL);
}

/* The parent that the library knows of, or that the symbol tells, or says that there is none. */
static void
parent(struct session *s, const struct action_call *call)
{
	struct session_document *doc = session_document(s);
	struct arena arena = { 0 };
	struct link_relative *relatives;
	struct view_item item = { .action = ACTIONS, .document = SLICE_NONE };
	struct err err;
	size_t n = 0;

	(void)call;
	if (doc && s->settings.library &&
	    link_family(s->settings.library, doc->key, doc->reader.doc->language, &arena, &relatives, &n,
	                &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	for (size_t i = 0; i < n && item.target.len == 0; i++)
		if (relatives[i].relation == LINK_PARENT)
			item.target = arena_printf(&arena, "doc:%.*s",
			                           SLICE_ARG(relatives[i].document.symbol));
	if (doc && item.target.len == 0 && symbol_above(doc->key).len > 0)
		item.target = arena_printf(&arena, "doc:%.*s", SLICE_ARG(symbol_above(doc->key)));
	if (item.target.len > 0)
		visit_item(s, &item, VISIT_OPEN);
	else
		session_say(s, "no parent document is known", "不知道上级文件");
	arena_release(&arena);
}

action_fn *const relation_actions[ACTIONS] = {
	[ACTION_CITING] = citing,
	[ACTION_CITING_ALL] = citing_all,
	[ACTION_CITED] = cited,
	[ACTION_MISSING] = missing,
	[ACTION_MISSING_ALL] = missing_all,
	[ACTION_FAMILY] = family,
	[ACTION_LANGUAGES] = languages,
	[ACTION_PARENT] = parent,
	[ACTION_HISTORY] = history,
	[ACTION_LIBRARY] = library,
	[ACTION_OPEN] = open_one,
	[ACTION_BACK] = back,
	[ACTION_FORWARD] = forward,
};
