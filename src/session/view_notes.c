/* SPDX-License-Identifier: ISC */
/*
 * What actions do with lists of notes, and with those that wait to be looked at.
 */
#include "config.h"

#include "annotate_priv.h"

static bool
is_text(struct session *s)
{
	return session_view(s)->kind == VIEW_TEXT;
}

static void
show(struct session *s, const struct action_call *call)
{
	static const struct words words[ANNOTATED_SHOWS] = {
		[ANNOTATED_INLINE] = { { "notes under their paragraphs", "批注显示在段下" } },
		[ANNOTATED_MARGIN] = { { "notes as signs in the margin", "批注只在页边作记号" } },
		[ANNOTATED_OFF] = { { "notes are hidden", "不显示批注" } },
	};

	(void)call;
	s->annotating.show = (enum annotated_show)((s->annotating.show + 1) % ANNOTATED_SHOWS);
	annotated_refresh(s, SLICE(""));
	session_say(s, "%s", "%s", words_in(words[s->annotating.show], s->settings.ui));
}

/* The lists. */
static void
notes_here(struct session *s, const struct action_call *call)
{
	(void)call;
	if (!session_document(s))
		session_complain(s, "no document is open", "没有打开文件");
	else if (annotate_can(s))
		view_open(s, VIEW_NOTES_HERE);
}

static void
open_list(struct session *s, enum view_kind kind)
{
	if (annotate_can(s))
		view_open(s, kind);
}

static void
notes(struct session *s, const struct action_call *call)
{
	(void)call;
	open_list(s, VIEW_NOTES);
}

static void
bookmarks(struct session *s, const struct action_call *call)
{
	(void)call;
	open_list(s, VIEW_BOOKMARKS);
}

static void
tags(struct session *s, const struct action_call *call)
{
	(void)call;
	open_list(s, VIEW_TAGS);
}

static void
trash(struct session *s, const struct action_call *call)
{
	(void)call;
	open_list(s, VIEW_TRASH);
}

static void
tray(struct session *s, const struct action_call *call)
{
	(void)call;
	open_list(s, VIEW_TRAY);
}

static void
take_out(struct session *s, const struct note *note)
{
	struct note back = *note;
	struct arena arena = { 0 };
	struct slice words = annotate_words(s, &arena, note);

	back.trashed = 0;
	if (annotate_keep(s, &back, 1))
		session_say(s, "out of the trash: %.*s", "已取回：%.*s", SLICE_ARG(words));
	arena_release(&arena);
}

/* In the text: the one that was looked for from the tray. */
static void
settle(struct session *s, void (*act)(struct session *s, struct slice id))
{
	struct arena arena = { 0 };
	struct note item;

	if (!annotate_can(s)) {
		arena_release(&arena);
		return;
	}
	if (is_text(s) && s->annotating.waiting.len > 0)
		act(s, arena_copy(&arena, buf_slice(&s->annotating.waiting)));
	else if (is_text(s))
		session_say(s, "{tray} lists the notes that wait", "{tray} 列出待处理的批注");
	else if (annotate_item(s, &arena, &item))
		act(s, item.id);
	arena_release(&arena);
}

static void
accept(struct session *s, const struct action_call *call)
{
	struct arena arena = { 0 };
	struct note item;

	(void)call;
	if (session_view(s)->kind != VIEW_TRASH)
		settle(s, tray_accept);
	else if (annotate_item(s, &arena, &item))
		take_out(s, &item);
	arena_release(&arena);
}

static void
move_here(struct session *s, const struct action_call *call)
{
	(void)call;
	settle(s, tray_move);
}

static void
carry(struct session *s, const struct action_call *call)
{
	(void)call;
	if (!session_document(s))
		session_complain(s, "no document is open", "没有打开文件");
	else if (annotate_can(s))
		carry_notes(s);
}

static void
follow(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open_refs(s);
}

action_fn *const annotate_list_actions[ACTIONS] = {
	[ACTION_NOTES_SHOWN] = show,
	[ACTION_NOTES_HERE] = notes_here,
	[ACTION_NOTES] = notes,
	[ACTION_BOOKMARKS] = bookmarks,
	[ACTION_TAGS] = tags,
	[ACTION_TRASH] = trash,
	[ACTION_TRAY] = tray,
	[ACTION_ACCEPT] = accept,
	[ACTION_MOVE_HERE] = move_here,
	[ACTION_CARRY] = carry,
	[ACTION_NOTE_REFS] = follow,
};
