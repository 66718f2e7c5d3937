/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/editor.h"

#include "session/script.h"
#include "session/session.h"
#include "tap.h"

#include <stdio.h>
#include <unistd.h>

#define NOTES "session_editor.db"
#define DOCUMENT "A/CONF.999/1"

static struct notes *notes;
static bool refuses;
static char saved[400];

static bool
take(struct session *s, struct note *note)
{
	struct err err;

	if (refuses) {
		session_complain(s, "full", "满");
		return false;
	}
	(void)snprintf(saved, sizeof saved, "%.*s", SLICE_ARG(note->text));
	return !notes || note_put(notes, note, &err) == STATUS_OK;
}

static struct session *
start(void)
{
	*saved = '\0';
	return session_new((struct session_settings){
		.width = { .ambiguous = 1 }, .rows = 24, .cols = 80, .notes = notes });
}

static void
write_note(struct session *s, const char *id, const char *eid, const char *text)
{
	struct note note = { .id = slice_from(id), .document = SLICE(DOCUMENT),
		             .scope = NOTE_PARAGRAPH, .eid = slice_from(eid),
		             .text = slice_from(text), .created = 1, .changed = 1 };

	editor_open(s, &note, SLICE("Note"), take);
}

#define ONE "00000000000000000000000000000001"
#define TWO "00000000000000000000000000000002"

static void
play(struct session *s, const char *keys)
{
	struct slice rest = slice_from(keys);

	while (!script_is_done(&rest)) {
		struct event e;
		struct err err;

		if (script_next(&rest, &e, &err) != STATUS_OK)
			break;
		session_handle(s, &e);
	}
}

static size_t
n_drafts(void)
{
	struct arena arena = { 0 };
	struct note_list list = { 0 };
	struct err err;

	if (note_drafts(notes, SLICE(DOCUMENT), &arena, &list, &err) != STATUS_OK)
		ok(false, "%s", err_words(&err, UI_EN));
	arena_release(&arena);
	return list.n;
}

static void
test_types(void)
{
	struct session *s = start();

	write_note(s, ONE, "para_1", "");
	play(s, "看第 5 段jq<CR>Q<paste :q\r\nx>");
	is(buf_slice(&s->editor.edit.text), "看第 5 段jq\nQ:q\nx", "keys are text, and so is a paste");
	play(s, "<BS><BS><C-a>");
	play(s, "<Up><Up>好<C-s>");
	ok(!s->editor.is_open, "^S saves and closes");
	is(slice_from(saved), "好看第 5 段jq\nQ:q", "what was written");
	is_number(n_drafts(), 0, "no draft is left");
	session_free(s);
}

static void
test_esc(void)
{
	struct session *s = start();

	write_note(s, ONE, "para_1", "old");
	play(s, "<Esc>");
	ok(!s->editor.is_open, "Esc leaves what was not changed");
	write_note(s, ONE, "para_1", "old");
	play(s, "er<Esc>");
	ok(s->editor.is_open && s->editor.is_asking, "else it asks");
	play(s, "qx");
	is(buf_slice(&s->editor.edit.text), "olderx", "any key goes on and types nothing");
	play(s, "<Esc>n");
	ok(!s->editor.is_open && *saved == '\0', "n throws away");
	is_number(n_drafts(), 0, "the draft too");
	write_note(s, ONE, "para_1", "old");
	play(s, "er<Esc><CR>");
	is(slice_from(saved), "older", "Enter saves");
	write_note(s, ONE, "para_1", "old");
	play(s, "<C-u><C-s>");
	ok(!s->editor.is_open && *saved == '\0', "an empty text is one, too");
	session_free(s);
}

static void
test_drafts(void)
{
	struct session *s = start();

	write_note(s, ONE, "para_1", "");
	ok(session_timeout_ms(s) == -1, "nothing to keep, nothing to wait for");
	play(s, "half a no");
	is_number(session_timeout_ms(s), EDITOR_DRAFT_MS, "a draft is due");
	is_number(n_drafts(), 0, "but not at every key");
	play(s, "<wait>");
	is_number(n_drafts(), 1, "at a pause it is kept");
	ok(session_timeout_ms(s) == -1, "and then it is quiet");
	play(s, "te<hangup>");
	session_free(s); /* as if killed now */

	s = start();
	write_note(s, TWO, "para_2", "");
	is(buf_slice(&s->editor.edit.text), "", "another place has no draft");
	play(s, "<Esc>");
	write_note(s, TWO, "para_1", "");
	is(buf_slice(&s->editor.edit.text), "half a note", "what the line cut off is there again");
	is(s->editor.note.id, ONE, "under its id");
	play(s, "s<Esc><Esc>");
	ok(!s->editor.is_open, "Esc twice leaves");
	is_number(n_drafts(), 1, "a draft");
	write_note(s, ONE, "para_1", "other");
	is(buf_slice(&s->editor.edit.text), "half a notes", "found by its id");
	play(s, "<C-s>");
	is(slice_from(saved), "half a notes", "saved");
	is_number(n_drafts(), 0, "it is no draft any more");
	write_note(s, TWO, "para_1", "");
	for (int i = 0; i < EDITOR_DRAFT_EDITS; i++)
		play(s, "x");
	is_number(n_drafts(), 1, "who never pauses has a draft, too");
	play(s, "<Esc>n");
	session_free(s);
}

static void
test_refused(void)
{
	struct session *s = start();
	struct buf huge = { 0 };

	refuses = true;
	write_note(s, ONE, "para_1", "");
	play(s, "precious<C-s>");
	ok(s->editor.is_open && s->is_error, "what is not kept stays on the screen");
	is(buf_slice(&s->editor.edit.text), "precious", "whole");
	refuses = false;
	play(s, "<C-s>");
	is(slice_from(saved), "precious", "until it is");
	write_note(s, ONE, "para_1", "");
	while (huge.len <= EDIT_BYTES_MAX)
		buf_add_str(&huge, "水");
	editor_paste(s, buf_slice(&huge));
	ok(s->is_error && slice_starts(buf_slice(&s->message), "a note holds 64 kB"),
	   "too much is said: %s", buf_str(&s->message));
	editor_paste(s, SLICE("\x1b[31m"));
	ok(s->editor.edit.text.len <= EDIT_BYTES_MAX, "and bounded");
	play(s, "<C-u><paste a\x1b[31m\x01>");
	is(buf_slice(&s->editor.edit.text), "a[31m", "no control gets in");
	is(buf_slice(&s->message), "2 control characters were left out", "which is said");
	play(s, "<Esc>n");
	buf_release(&huge);
	session_free(s);
}

static void
test_outside(void)
{
	struct session *s = start();
	struct err err;

	write_note(s, ONE, "para_1", "inside");
	play(s, "<C-o>");
	ok(s->editor.is_outside, "^O asks for the editor outside");
	editor_return(s, SLICE("out\r\nside\n"), NULL);
	ok(!s->editor.is_open, "what comes back is saved");
	is(slice_from(saved), "out\nside", "as a text of ours");
	write_note(s, ONE, "para_1", "");
	play(s, "<C-o>");
	(void)!err_set(&err, STATUS_IO, "it crashed", "崩溃");
	editor_return(s, SLICE("half"), &err);
	ok(s->editor.is_open && s->is_error, "unless something went wrong");
	is(buf_slice(&s->editor.edit.text), "half", "then it is here");
	play(s, "<C-z>");
	play(s, "<Esc>n");
	session_free(s);
}

static void
test_rows(void)
{
	struct session *s = start();

	write_note(s, ONE, "para_1", "");
	is_number(editor_rows(s), 1, "a row for the first word");
	for (int i = 0; i < 5; i++)
		play(s, "x<CR>");
	is_number(editor_rows(s), 6, "it grows");
	for (int i = 0; i < 20; i++)
		play(s, "x<CR>");
	is_number(editor_rows(s), 11, "to half of the body");
	is_number(s->editor.top, 15, "the cursor stays in sight");
	play(s, "<PgUp><PgUp><PgUp>");
	is_number(s->editor.top, 0, "at the top");
	play(s, "<resize 1x1>");
	is_number(editor_rows(s), 1, "on any screen");
	play(s, "<resize 40x24>a<Down><Up>水<Down><End>水");
	play(s, "<Esc>n");
	session_free(s);
}

static void
test_no_notes(void)
{
	struct notes *kept = notes;
	struct session *s;

	notes = NULL;
	s = start();
	write_note(s, ONE, "para_1", "");
	play(s, "words<wait><Esc><Esc>");
	ok(s->editor.is_open && s->is_error, "without notes there are no drafts");
	play(s, "<C-s>");
	is(slice_from(saved), "words", "who opened it may keep them elsewhere");
	session_free(s);
	notes = kept;
}

int
main(void)
{
	struct err err;

	unlink(NOTES);
	if (notes_open(NOTES, &notes, &err) != STATUS_OK)
		tap_skip_all(err_words(&err, UI_EN));
	test_types();
	test_esc();
	test_drafts();
	test_refused();
	test_outside();
	test_rows();
	test_no_notes();
	notes_close(notes);
	return tap_done();
}
