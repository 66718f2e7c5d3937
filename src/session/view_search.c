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

static void
next_match(struct session *s, const struct action_call *call)
{
	search_step(s, call->count);
}

static void
previous_match(struct session *s, const struct action_call *call)
{
	search_step(s, -call->count);
}

static void
word(struct session *s, const struct action_call *call)
{
	(void)call;
	search_word(s);
}

action_fn *const search_actions[ACTIONS] = {
	[ACTION_SEARCH] = search,
	[ACTION_SEARCH_BACK] = search_back,
	[ACTION_FILTER] = filter,
	[ACTION_NEXT_MATCH] = next_match,
	[ACTION_PREVIOUS_MATCH] = previous_match,
	[ACTION_SEARCH_WORD] = word,
};
