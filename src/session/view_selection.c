/* SPDX-License-Identifier: ISC */
/*
 * What actions do with the caret in the text of a document.
 */
#include "config.h"

#include "session_priv.h"

static void
select_words(struct session *s, const struct action_call *call)
{
	(void)call;
	selection_start(s, SELECTION_WORDS);
}

static void
select_paragraphs(struct session *s, const struct action_call *call)
{
	(void)call;
	selection_start(s, SELECTION_PARAGRAPHS);
}

static void
other_end(struct session *s, const struct action_call *call)
{
	(void)call;
	selection_swap(s);
}

static void
caret_left(struct session *s, const struct action_call *call)
{
	selection_by_character(s, -call->count);
}

static void
caret_right(struct session *s, const struct action_call *call)
{
	selection_by_character(s, call->count);
}

static void
caret_down(struct session *s, const struct action_call *call)
{
	selection_by_row(s, call->count);
}

static void
caret_up(struct session *s, const struct action_call *call)
{
	selection_by_row(s, -call->count);
}

static void
next_word(struct session *s, const struct action_call *call)
{
	selection_by_word(s, call->count);
}

static void
previous_word(struct session *s, const struct action_call *call)
{
	selection_by_word(s, -call->count);
}

static void
word_end(struct session *s, const struct action_call *call)
{
	selection_to_word_end(s, call->count);
}

static void
next_sentence(struct session *s, const struct action_call *call)
{
	selection_by_sentence(s, call->count);
}

static void
previous_sentence(struct session *s, const struct action_call *call)
{
	selection_by_sentence(s, -call->count);
}

static void
row_start(struct session *s, const struct action_call *call)
{
	(void)call;
	selection_to_row_edge(s, false);
}

static void
row_end(struct session *s, const struct action_call *call)
{
	(void)call;
	selection_to_row_edge(s, true);
}

action_fn *const selection_actions[ACTIONS] = {
	[ACTION_SELECT] = select_words,
	[ACTION_SELECT_PARAGRAPHS] = select_paragraphs,
	[ACTION_OTHER_END] = other_end,
	[ACTION_CARET_LEFT] = caret_left,
	[ACTION_CARET_RIGHT] = caret_right,
	[ACTION_CARET_DOWN] = caret_down,
	[ACTION_CARET_UP] = caret_up,
	[ACTION_NEXT_WORD] = next_word,
	[ACTION_PREVIOUS_WORD] = previous_word,
	[ACTION_WORD_END] = word_end,
	[ACTION_NEXT_SENTENCE] = next_sentence,
	[ACTION_PREVIOUS_SENTENCE] = previous_sentence,
	[ACTION_ROW_START] = row_start,
	[ACTION_ROW_END] = row_end,
};
