/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/editor.h"

#include "session_priv.h"

void
editor_release(struct editor *e)
{
	edit_release(&e->edit);
	edit_rows_release(&e->rows);
	arena_release(&e->arena);
	*e = (struct editor){ 0 };
}

int
editor_cols(const struct session *s)
{
	int cols = session_pane(s)->cols - 1; /* the cursor stands behind a full row */
	int most = s->settings.max_cols;

	cols = most > 0 && cols > most ? most : cols;
	return cols > 2 ? cols : 2;
}

int
editor_rows(const struct session *s)
{
	int most = session_body_rows(s) / 2;
	size_t n = s->editor.rows.v.n;

	most = most > 1 ? most : 1;
	return n < (size_t)most ? (int)n : most;
}

void
editor_resize(struct session *s)
{
	struct editor *e = &s->editor;
	size_t rows, row;

	if (!e->is_open)
		return;
	edit_wrap(&e->edit, s->settings.width, editor_cols(s), &e->rows);
	rows = (size_t)editor_rows(s);
	row = e->rows.cursor_row;
	if (e->top + rows > e->rows.v.n)
		e->top = e->rows.v.n - rows;
	if (e->top > row)
		e->top = row;
	if (e->top + rows <= row)
		e->top = row + 1 - rows;
}

static struct slice
copy(struct arena *arena, struct slice s)
{
	return s.len > 0 ? arena_copy(arena, s) : SLICE("");
}

static struct note
copy_note(struct arena *arena, const struct note *note)
{
	struct note own = *note;
	struct slice *words[] = { &own.id,    &own.document, &own.language, &own.version, &own.edition,
		                  &own.eid,   &own.upto,     &own.quote,    &own.prefix,  &own.suffix,
		                  &own.text,  &own.tags };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		*words[i] = copy(arena, *words[i]);
	return own;
}

/* A new note is the one whose draft lies in its very place. */
static bool
is_draft_of(const struct note *draft, const struct note *note)
{
	if (slice_eq(draft->id, note->id))
		return true;
	if (note->text.len > 0 || draft->kind != note->kind || draft->scope != note->scope)
		return false;
	if (note->scope == NOTE_DOCUMENT)
		return true;
	return slice_eq(draft->eid, note->eid) && draft->start == note->start &&
	       draft->stop == note->stop && (note->eid.len > 0 || draft->block == note->block);
}

/* Goes on with what was written before, if there is anything. */
static void
take_draft(struct session *s, struct slice *text)
{
	struct editor *e = &s->editor;
	struct note_list drafts;

	if (!s->settings.notes || note_drafts(s->settings.notes, e->note.document, &e->arena, &drafts,
	                                      NULL) != STATUS_OK)
		return;
	for (size_t i = drafts.n; !e->has_draft && i-- > 0;) {
		if (!is_draft_of(&drafts.v[i], &e->note))
			continue;
		e->note.id = drafts.v[i].id;
		*text = drafts.v[i].text;
		e->has_draft = true;
	}
	if (e->has_draft)
		session_say(s, "this is a draft that was not saved", "这是尚未保存的草稿");
}

void
editor_open(struct session *s, const struct note *note, struct slice title, editor_done *done)
{
	struct editor *e = &s->editor;
	struct slice text;

	editor_release(e);
	e->note = copy_note(&e->arena, note);
	e->title = copy(&e->arena, title);
	e->done = done;
	e->col = -1;
	e->is_open = true;
	text = e->note.text;
	take_draft(s, &text);
	edit_set(&e->edit, text);
	editor_resize(s);
}

void
editor_open_outside(struct session *s, const struct note *note, struct slice title,
                    editor_done *done)
{
	editor_open(s, note, title, done);
	s->editor.is_outside = true;
}

bool
editor_waits(const struct editor *e)
{
	return e->is_open && e->edit.changes != e->tried;
}

enum status
editor_keep(struct session *s, struct err *err)
{
	struct editor *e = &s->editor;
	struct note draft = e->note;
	enum status status;

	if (!e->is_open || !s->settings.notes || e->edit.changes == e->kept)
		return STATUS_OK;
	e->tried = e->edit.changes;
	draft.text = buf_slice(&e->edit.text);
	draft.changed = note_now();
	status = note_put_draft(s->settings.notes, &draft, err);
	if (status != STATUS_OK)
		return status;
	e->has_draft = true;
	e->kept = e->tried;
	return STATUS_OK;
}

void
editor_pause(struct session *s)
{
	struct err err;

	if (editor_keep(s, &err) != STATUS_OK)
		session_complain(s, "no draft: %s", "草稿未存：%s", err_words(&err, s->settings.ui));
}

void
editor_close(struct session *s)
{
	struct editor *e = &s->editor;
	struct err err;

	if (e->has_draft && note_drop_draft(s->settings.notes, e->note.id, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	editor_release(e);
}

bool
editor_is_changed(const struct editor *e)
{
	return !slice_eq(slice_trim_end(buf_slice(&e->edit.text)), slice_trim_end(e->note.text));
}

void
editor_save(struct session *s)
{
	struct editor *e = &s->editor;
	struct note note = e->note;

	if (!editor_is_changed(e)) {
		session_say(s, "nothing was changed", "没有改动");
		editor_close(s);
		return;
	}
	note.text = slice_trim_end(buf_slice(&e->edit.text));
	if (e->done(s, &note))
		editor_close(s);
}

void
editor_leave(struct session *s)
{
	struct err err;

	if (!s->settings.notes) {
		session_complain(s, "drafts have nowhere to stay; ^S saves", "无处存放草稿；^S 保存");
		return;
	}
	if (editor_keep(s, &err) != STATUS_OK) {
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
		return;
	}
	editor_release(&s->editor);
	session_say(s, "kept as a draft; writing here again goes on with it",
	            "已存为草稿；再次在此书写即可继续");
}

void
editor_return(struct session *s, struct slice text, const struct err *failed)
{
	struct editor *e = &s->editor;
	struct edit_taken taken;

	e->is_outside = false;
	edit_move(&e->edit, EDIT_ALL, false);
	edit_delete(&e->edit, EDIT_ALL, true);
	taken = edit_insert(&e->edit, text);
	editor_resize(s);
	if (failed)
		session_complain(s, "%s", "%s", err_words(failed, s->settings.ui));
	else if (!editor_say_taken(s, taken))
		editor_save(s);
}
