/* SPDX-License-Identifier: ISC */
/*
 * What keys and pastes do in the editor.
 */
#include "config.h"

#include "session_priv.h"

#include "session/key.h"

#define TAB SLICE("    ")

/* Esc was typed, and this after it.  Enter and Esc are enough with an input method switched on. */
static void
answer(struct session *s, codepoint key)
{
	s->editor.is_asking = false;
	if (key == 'y' || key == 's' || key == EVENT_ENTER || key == KEY_CONTROL('s')) {
		editor_save(s);
	} else if (key == 'n') {
		editor_close(s);
		session_say(s, "thrown away", "已放弃");
	} else if (key == EVENT_ESCAPE || key == KEY_CONTROL('c')) {
		editor_leave(s);
	}
}

static void
ask(struct session *s)
{
	if (editor_is_changed(&s->editor))
		s->editor.is_asking = true;
	else
		editor_close(s);
}

static void
go_rows(struct session *s, long n)
{
	struct editor *e = &s->editor;
	long row = (long)e->rows.cursor_row + n, last = (long)e->rows.v.n - 1;
	int col = e->col < 0 ? e->rows.cursor_col : e->col;

	row = row < 0 ? 0 : row > last ? last : row;
	edit_point(&e->edit, s->settings.width, &e->rows, (size_t)row, col);
	e->col = col;
}

static bool
go_by_rows(struct session *s, codepoint key)
{
	if (key == EVENT_UP || key == KEY_CONTROL('p'))
		go_rows(s, -1);
	else if (key == EVENT_DOWN || key == KEY_CONTROL('n'))
		go_rows(s, 1);
	else if (key == EVENT_PAGE_UP)
		go_rows(s, -editor_rows(s));
	else if (key == EVENT_PAGE_DOWN)
		go_rows(s, editor_rows(s));
	else
		return false;
	return true;
}

static const struct {
	codepoint key;
	enum edit_move by;
	bool forward;
	bool deletes;
} key_table[] = {
	{ EVENT_LEFT, EDIT_CHARACTER, false, false },
	{ KEY_CONTROL('b'), EDIT_CHARACTER, false, false },
	{ EVENT_RIGHT, EDIT_CHARACTER, true, false },
	{ KEY_CONTROL('f'), EDIT_CHARACTER, true, false },
	{ EVENT_WORD_LEFT, EDIT_WORD, false, false },
	{ EVENT_WORD_RIGHT, EDIT_WORD, true, false },
	{ EVENT_HOME, EDIT_LINE, false, false },
	{ KEY_CONTROL('a'), EDIT_LINE, false, false },
	{ EVENT_END, EDIT_LINE, true, false },
	{ KEY_CONTROL('e'), EDIT_LINE, true, false },
	{ EVENT_BACKSPACE, EDIT_CHARACTER, false, true },
	{ EVENT_DELETE, EDIT_CHARACTER, true, true },
	{ KEY_CONTROL('d'), EDIT_CHARACTER, true, true },
	{ KEY_CONTROL('w'), EDIT_WORD, false, true },
	{ KEY_CONTROL('u'), EDIT_LINE, false, true },
	{ KEY_CONTROL('k'), EDIT_LINE, true, true },
};

static bool
go_or_delete(struct edit *e, codepoint key)
{
	for (size_t i = 0; i < sizeof key_table / sizeof *key_table; i++) {
		if (key_table[i].key != key)
			continue;
		if (key_table[i].deletes)
			edit_delete(e, key_table[i].by, key_table[i].forward);
		else
			edit_move(e, key_table[i].by, key_table[i].forward);
		return true;
	}
	return false;
}

bool
editor_say_taken(struct session *s, struct edit_taken taken)
{
	if (taken.left > 0)
		session_complain(s, "a note holds %zu kB: the last %zu bytes were left out",
		                 "一条批注最多 %zu kB：末尾 %zu 字节未收入", EDIT_BYTES_MAX >> 10, taken.left);
	else if (taken.refused > 0)
		session_complain(s, "%zu control characters were left out", "略去 %zu 个控制字符",
		                 taken.refused);
	return taken.left + taken.refused > 0;
}

static void
insert(struct session *s, struct slice text)
{
	editor_say_taken(s, edit_insert(&s->editor.edit, text));
}

static void
insert_key(struct session *s, codepoint key)
{
	char bytes[4];

	if (key == EVENT_ENTER)
		insert(s, SLICE("\n"));
	else if (key == EVENT_TAB)
		insert(s, TAB);
	else if (key_is_text(key))
		insert(s, slice_of(bytes, utf8_encode(key, bytes)));
}

static void
undo(struct session *s, codepoint key)
{
	struct edit *e = &s->editor.edit;

	if (key == KEY_CONTROL('z') || key == KEY_CONTROL('_')) {
		if (!edit_undo(e))
			session_say(s, "nothing to undo", "没有可撤销的");
	} else if (!edit_redo(e)) {
		session_say(s, "nothing to redo", "没有可重做的");
	}
}

static void
edit(struct session *s, codepoint key)
{
	struct editor *e = &s->editor;

	if (go_by_rows(s, key))
		return;
	e->col = -1;
	if (go_or_delete(&e->edit, key))
		return;
	if (key == KEY_CONTROL('z') || key == KEY_CONTROL('_') || key == KEY_CONTROL('y') ||
	    key == KEY_CONTROL('r'))
		undo(s, key);
	else
		insert_key(s, key);
}

/* Every key ends here: the text has other rows, and the draft may be due. */
static void
settle(struct session *s)
{
	struct editor *e = &s->editor;

	if (!e->is_open)
		return;
	editor_resize(s);
	if (e->edit.changes - e->tried >= EDITOR_DRAFT_EDITS)
		editor_pause(s);
}

void
editor_type(struct session *s, codepoint key)
{
	struct editor *e = &s->editor;

	buf_clear(&s->message);
	if (e->is_asking)
		answer(s, key);
	else if (key == KEY_CONTROL('s'))
		editor_save(s);
	else if (key == EVENT_ESCAPE || key == KEY_CONTROL('c'))
		ask(s);
	else if (key == KEY_CONTROL('o'))
		e->is_outside = true;
	else if (key == KEY_CONTROL('l'))
		s->redraw = true;
	else
		edit(s, key);
	settle(s);
}

void
editor_paste(struct session *s, struct slice text)
{
	buf_clear(&s->message);
	s->editor.is_asking = false;
	s->editor.col = -1;
	insert(s, text);
	settle(s);
}
