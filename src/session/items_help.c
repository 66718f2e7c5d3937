/* SPDX-License-Identifier: ISC */
/*
 * The help: first what works in the view that it was asked for in, then everything, by groups.
 */
#include "config.h"

#include "session_priv.h"

static void
add_heading(struct view *v, struct slice words)
{
	if (v->items.n > 0)
		items_add(v, SLICE(""), SLICE(""))->is_heading = true;
	items_add(v, SLICE(""), words)->is_heading = true;
}

static void
add_action(struct session *s, struct view *v, enum action action)
{
	const struct action_info *info = action_info(action);
	struct buf keys = { 0 };
	struct view_item *item;

	keymap_add_action(&s->keymap, action, &keys);
	item = items_add(v, arena_copy(&v->arena, buf_slice(&keys)),
	                 slice_from(words_in(info->help, s->settings.ui)));
	item->note = arena_printf(&v->arena, ":%s", info->name);
	item->action = action;
	buf_release(&keys);
}

/* The view under the help. */
static enum view_kind
asked_in(struct session *s)
{
	size_t i = session_pane(s)->views.n - 1;

	while (i > 0 && session_pane(s)->views.v[i].kind == VIEW_HELP)
		i--;
	return session_pane(s)->views.v[i].kind;
}

static bool
is_of_notes(enum view_kind kind)
{
	return kind >= VIEW_NOTES_HERE && kind <= VIEW_TRAY;
}

/* What is done in lists of these kinds alone, or does there what is not obvious. */
static bool
is_special(enum view_kind kind, enum action action)
{
	static const struct {
		enum view_kind from, to;
		enum action action;
	} special[] = {
		{ VIEW_NOTES_HERE, VIEW_TRAY, ACTION_NOTE },
		{ VIEW_NOTES_HERE, VIEW_TRAY, ACTION_NOTE_OUTSIDE },
		{ VIEW_NOTES_HERE, VIEW_TRAY, ACTION_TAG },
		{ VIEW_NOTES_HERE, VIEW_TRAY, ACTION_DELETE },
		{ VIEW_NOTES_HERE, VIEW_TRAY, ACTION_UNDO },
		{ VIEW_NOTES_HERE, VIEW_TRAY, ACTION_REDO },
		{ VIEW_NOTES_HERE, VIEW_TRAY, ACTION_NOTE_REFS },
		{ VIEW_TRASH, VIEW_TRAY, ACTION_ACCEPT },
		{ VIEW_TRAY, VIEW_TRAY, ACTION_MOVE_HERE },
		{ VIEW_SEARCHES, VIEW_SEARCHES, ACTION_DELETE },
		{ VIEW_RESULTS, VIEW_SEARCHES, ACTION_SAVE_SEARCH },
		{ VIEW_SOURCE, VIEW_REFS, ACTION_GO_OTHER },
		{ VIEW_SOURCE, VIEW_REFS, ACTION_SEARCH },
		{ VIEW_SOURCE, VIEW_REFS, ACTION_NEXT_MATCH },
		{ VIEW_SOURCE, VIEW_REFS, ACTION_PREVIOUS_MATCH },
		{ VIEW_SOURCE, VIEW_PREVIEW, ACTION_CLOSE },
	};

	for (size_t i = 0; i < sizeof special / sizeof *special; i++)
		if (special[i].action == action && kind >= special[i].from && kind <= special[i].to)
			return true;
	return false;
}

static bool
works_in(enum view_kind kind, enum action action)
{
	enum action_group group = action_info(action)->group;
	bool is_copy = group == ACTION_GROUP_COPY;

	if (is_copy && (kind == VIEW_PREVIEW || (action == ACTION_COPY_NOTE && !is_of_notes(kind))))
		return false;
	return scroll_actions[action] || is_special(kind, action);
}

/* Motions are the same everywhere: they come last. */
static void
add_working(struct session *s, struct view *v, enum view_kind kind, bool motions)
{
	for (int i = 0; i < ACTIONS; i++) {
		enum action_group group = action_info((enum action)i)->group;

		if ((group == ACTION_GROUP_MOVE) != motions)
			continue;
		if (kind == VIEW_TEXT ? group == ACTION_GROUP_CARET : works_in(kind, (enum action)i))
			add_action(s, v, (enum action)i);
	}
}

static void
add_here(struct session *s, struct view *v)
{
	enum view_kind kind = asked_in(s);
	bool zh = s->settings.ui == UI_ZH, has_caret = selection_kind(s) != SELECTION_NONE;

	if (kind == VIEW_TEXT && !has_caret)
		return;
	if (kind == VIEW_TEXT)
		add_heading(v, zh ? SLICE("此处可用：光标") : SLICE("Here: the caret"));
	else
		add_heading(v, arena_printf(&v->arena, zh ? "此处可用：%s" : "Here: %s",
		                            words_in(view_words(kind), s->settings.ui)));
	add_working(s, v, kind, false);
	add_working(s, v, kind, true);
}

void
items_help(struct session *s, struct view *v)
{
	v->scroll.current = 1;
	add_here(s, v);
	for (int group = 0; group < ACTION_GROUPS; group++) {
		struct words words = action_group_words((enum action_group)group);

		add_heading(v, slice_from(words_in(words, s->settings.ui)));
		for (int i = 0; i < ACTIONS; i++)
			if (action_info((enum action)i)->group == (enum action_group)group)
				add_action(s, v, (enum action)i);
	}
}
