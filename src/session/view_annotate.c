/* SPDX-License-Identifier: ISC */
/*
 * What actions do to notes, in the text and in lists.
 */
#include "config.h"

#include "annotate_priv.h"

#include "store/journal.h"

static bool
is_text(struct session *s)
{
	return session_view(s)->kind == VIEW_TEXT;
}

/* Something can be written about: the text of a document is on the screen. */
static bool
is_about_text(struct session *s)
{
	if (is_text(s) && session_document(s))
		return annotate_can(s);
	session_complain(s, "not in this view", "此处不能用");
	return false;
}

/* Does something to the note of the current item. */
static void
with_item(struct session *s, void (*act)(struct session *s, const struct note *note))
{
	struct arena arena = { 0 };
	struct note note;

	if (annotate_item(s, &arena, &note))
		act(s, &note);
	arena_release(&arena);
}

static void
write_item(struct session *s, const struct note *note)
{
	annotate_write(s, note, false);
}

static void
write_item_outside(struct session *s, const struct note *note)
{
	annotate_write(s, note, true);
}

/* The note on the words that the caret is in, NULL if there is none. */
static const struct note *
at_caret(struct session *s)
{
	const struct session_document *doc = session_document(s);
	size_t n, at = doc->reader.current.byte;
	const struct annotated_part *parts =
		annotated_block(&doc->annotated, doc->reader.current.block, &n);

	for (size_t i = 0; i < n; i++)
		if (parts[i].note->kind == NOTE_TEXT && parts[i].note->scope == NOTE_WORDS &&
		    parts[i].start <= at && at < parts[i].end)
			return parts[i].note;
	return NULL;
}

/* The note that is there, or a new one; with the caret, that on the words there. */
static void
write_here(struct session *s, bool is_document, bool outside)
{
	struct arena arena = { 0 };
	struct annotate_range range;
	const struct note *there = NULL;
	struct note note;

	if (!is_about_text(s))
		return;
	range = annotate_range(s);
	if (!is_document && selection_kind(s) == SELECTION_CARET)
		there = at_caret(s);
	if (!is_document && !there)
		there = annotate_same(s, NOTE_TEXT, &range);
	note = there ? *there : annotate_new(s, NOTE_TEXT, is_document ? NULL : &range, &arena);
	annotate_write(s, &note, outside);
	arena_release(&arena);
}

static void
note(struct session *s, const struct action_call *call)
{
	(void)call;
	if (is_text(s))
		write_here(s, false, false);
	else
		with_item(s, write_item);
}

static void
note_document(struct session *s, const struct action_call *call)
{
	(void)call;
	write_here(s, true, false);
}

static void
note_outside(struct session *s, const struct action_call *call)
{
	(void)call;
	if (is_text(s))
		write_here(s, false, true);
	else
		with_item(s, write_item_outside);
}

static void
tag(struct session *s, const struct action_call *call)
{
	struct arena arena = { 0 };
	struct annotate_range range;
	const struct note *there;
	struct note new;

	(void)call;
	if (!is_text(s)) {
		with_item(s, annotate_tag);
		return;
	}
	if (!is_about_text(s))
		return;
	range = annotate_range(s);
	there = annotate_same(s, NOTE_TAG, &range);
	if (!there)
		new = annotate_new(s, NOTE_TAG, &range, &arena);
	annotate_tag(s, there ? there : &new);
	arena_release(&arena);
}

static void
star(struct session *s, const struct action_call *call)
{
	(void)call;
	if (is_about_text(s))
		annotate_star(s);
}

static void
highlight(struct session *s, const struct action_call *call)
{
	if (is_about_text(s))
		annotate_highlight(s, call->argument);
}

static void
delete(struct session *s, const struct action_call *call)
{
	const struct note *only;
	size_t n;

	(void)call;
	if (session_view(s)->kind == VIEW_SEARCHES) {
		inquiry_forget(s);
		return;
	}
	if (!is_text(s)) {
		struct arena arena = { 0 };
		struct note item;

		if (annotate_item(s, &arena, &item)) {
			if (item.trashed != 0)
				session_say(s, "it is in the trash; {accept} takes it out", "已在回收站；按 {accept} 取回");
			else
				annotate_throw_away(s, &item);
		}
		arena_release(&arena);
		return;
	}
	if (!is_about_text(s))
		return;
	only = annotate_only(s, NULL, &n);
	if (only) {
		annotate_throw_away(s, only);
	} else if (n == 0) {
		session_say(s, "no note here", "此处没有批注");
	} else {
		view_open(s, VIEW_NOTES_HERE);
		session_say(s, "several are here: {delete} on the one", "此处有多条：移到要删的一条再按 {delete}");
	}
}

/* What was taken back comes into sight. */
static void
show_change(struct session *s, const struct note *note)
{
	struct session_document *doc = session_document(s);
	struct anchor_range range;

	if (is_text(s) && doc && slice_eq(doc->key, note->document) &&
	    anchor_show(doc->reader.doc, note, &range) && range.from.block != doc->reader.current.block)
		reader_point(&doc->reader, range.from);
}

static void
step(struct session *s, bool undo)
{
	struct arena arena = { 0 };
	struct journal_step done;
	const struct note *note;
	struct slice words;
	enum status status;
	struct err err;

	if (!annotate_can(s))
		return;
	status = undo ? journal_undo(s->settings.notes, &arena, &done, &err)
	              : journal_redo(s->settings.notes, &arena, &done, &err);
	if (status == STATUS_MISSING) {
		session_say(s, undo ? "there is nothing to undo" : "there is nothing to redo",
		            undo ? "没有可撤销的" : "没有可重做的");
	} else if (status != STATUS_OK) {
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	} else {
		note = done.v[0].has_after ? &done.v[0].after : &done.v[0].before;
		words = annotate_words(s, &arena, note);
		for (size_t i = 0; i < done.n; i++)
			annotated_refresh(s, done.v[i].has_after ? done.v[i].after.document
			                                         : done.v[i].before.document);
		view_remake_notes(s);
		show_change(s, note);
		if (done.n > 1)
			words = arena_printf(&arena, s->settings.ui == UI_ZH ? "%.*s等 %zu 条" : "%.*s and %zu more",
			                     SLICE_ARG(words), s->settings.ui == UI_ZH ? done.n : done.n - 1);
		session_say(s, undo ? "undone: %.*s" : "redone: %.*s", undo ? "已撤销：%.*s" : "已重做：%.*s",
		            SLICE_ARG(words));
	}
	arena_release(&arena);
}

static void
undo(struct session *s, const struct action_call *call)
{
	for (long i = 0; i < call->count && !s->is_error; i++)
		step(s, true);
}

static void
redo(struct session *s, const struct action_call *call)
{
	for (long i = 0; i < call->count && !s->is_error; i++)
		step(s, false);
}

/* To the language version that is read, or back to all of them. */
static void
bind_note(struct session *s, const struct note *note)
{
	struct note bound = *note;
	bool binds = note->language.len == 0 && note->version.len > 0;
	struct arena arena = { 0 };
	struct slice language = arena_copy(&arena, note->version);

	bound.language = binds ? language : SLICE("");
	bound.changed = 0;
	if (!annotate_keep(s, &bound, 1))
		;
	else if (binds)
		session_say(s, "shown in the %.*s version alone", "只在 %.*s 文本中显示", SLICE_ARG(language));
	else
		session_say(s, "shown in every language version", "在各语文本中都显示");
	arena_release(&arena);
}

static void
bind(struct session *s, const struct action_call *call)
{
	const struct note *only;
	size_t n;

	(void)call;
	if (!is_text(s)) {
		with_item(s, bind_note);
		return;
	}
	if (!is_about_text(s))
		return;
	only = annotate_only(s, NULL, &n);
	if (only)
		bind_note(s, only);
	else
		session_say(s, "choose it in {notes-here}", "请在 {notes-here} 中选定");
}

/* The next part that is wanted, behind the current place or before it. */
static void
go_next(struct session *s, long n, bool marks)
{
	struct session_document *doc = session_document(s);
	const struct annotated *a = &doc->annotated;
	struct place at = doc->reader.current;
	bool moved = false, back = n < 0;

	for (size_t i = 0; i < a->n_parts && n != 0; i++) {
		const struct annotated_part *part = &a->parts[back ? a->n_parts - 1 - i : i];
		bool is_behind = part->block > at.block || (part->block == at.block && part->start > at.byte);
		bool is_before = part->block < at.block || (part->block == at.block && part->start < at.byte);

		if (!part->is_first || (marks ? part->note->colour == 0 : part->note->kind == NOTE_HIGHLIGHT) ||
		    !(back ? is_before : is_behind))
			continue;
		at = (struct place){ part->block, part->start };
		n += back ? 1 : -1;
		moved = true;
	}
	if (moved)
		reader_jump(&doc->reader, at);
	else if (back)
		session_say(s, marks ? "no earlier highlight" : "no earlier note",
		            marks ? "前面没有标示了" : "前面没有批注了");
	else
		session_say(s, marks ? "no further highlight" : "no further note",
		            marks ? "后面没有标示了" : "后面没有批注了");
}

static void
next_note(struct session *s, const struct action_call *call)
{
	if (is_about_text(s))
		go_next(s, call->count, false);
}

static void
previous_note(struct session *s, const struct action_call *call)
{
	if (is_about_text(s))
		go_next(s, -call->count, false);
}

static void
next_highlight(struct session *s, const struct action_call *call)
{
	if (is_about_text(s))
		go_next(s, call->count, true);
}

static void
previous_highlight(struct session *s, const struct action_call *call)
{
	if (is_about_text(s))
		go_next(s, -call->count, true);
}

action_fn *const annotate_actions[ACTIONS] = {
	[ACTION_NOTE] = note,
	[ACTION_NOTE_DOCUMENT] = note_document,
	[ACTION_NOTE_OUTSIDE] = note_outside,
	[ACTION_TAG] = tag,
	[ACTION_STAR] = star,
	[ACTION_HIGHLIGHT] = highlight,
	[ACTION_DELETE] = delete,
	[ACTION_UNDO] = undo,
	[ACTION_REDO] = redo,
	[ACTION_BIND] = bind,
	[ACTION_NEXT_NOTE] = next_note,
	[ACTION_PREVIOUS_NOTE] = previous_note,
	[ACTION_NEXT_HIGHLIGHT] = next_highlight,
	[ACTION_PREVIOUS_HIGHLIGHT] = previous_highlight,
};
