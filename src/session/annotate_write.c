/* SPDX-License-Identifier: ISC */
/*
 * Writing notes and tags.
 */
#include "config.h"

#include "annotate_priv.h"

#include "session/editor.h"

#include <string.h>

/* The reader has saved: an empty note is one that is not wanted. */
static bool
save(struct session *s, struct note *note)
{
	struct arena arena = { 0 };
	struct slice words = annotate_words(s, &arena, note);
	bool done;

	note->changed = 0;
	if (note->text.len == 0) {
		note->trashed = note_now();
		done = note->created == 0 || annotate_keep(s, note, 1);
		if (done)
			session_say(s, "nothing was written: no %.*s", "没有文字：不留%.*s", SLICE_ARG(words));
	} else {
		if (note->kind == NOTE_HIGHLIGHT)
			note->kind = NOTE_TEXT;
		done = annotate_keep(s, note, 1);
		if (done)
			session_say(s, "%.*s kept", "已保存%.*s", SLICE_ARG(words));
	}
	arena_release(&arena);
	return done;
}

static struct slice
title_of(struct session *s, struct arena *arena, const struct note *note)
{
	struct slice words = annotate_words(s, arena, note);

	if (s->settings.ui == UI_EN && words.len > 0) {
		char *first = arena_alloc(arena, words.len);

		memcpy(first, words.p, words.len);
		if (first[0] >= 'a' && first[0] <= 'z')
			first[0] = (char)(first[0] - 'a' + 'A');
		return slice_of(first, words.len);
	}
	return words;
}

void
annotate_write(struct session *s, const struct note *note, bool outside)
{
	struct arena arena = { 0 };
	struct slice title = title_of(s, &arena, note);

	if (outside)
		editor_open_outside(s, note, title, save);
	else
		editor_open(s, note, title, save);
	arena_release(&arena);
}

/* Slices of its own. */
static struct note
copy(struct arena *arena, const struct note *note)
{
	struct note out = *note;
	struct slice *const texts[] = { &out.id,     &out.document, &out.language, &out.version,
		                        &out.edition, &out.eid,      &out.upto,     &out.quote,
		                        &out.prefix, &out.suffix,   &out.text,     &out.tags };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = arena_copy(arena, *texts[i]);
	return out;
}

void
annotate_tag(struct session *s, const struct note *note)
{
	struct annotated_work *w = &s->annotating;

	arena_clear(&w->arena);
	w->note = copy(&w->arena, note);
	prompt_open(&w->tags, ',');
	prompt_paste(&w->tags, annotate_tags(&w->arena, w->note.tags, ""));
}

/* Blanks and commas part them; "#" before one is not of it. */
static bool
next_tag(struct slice *rest, struct slice *tag)
{
	size_t at = 0, end;

	for (;;) {
		codepoint c = at < rest->len ? utf8_at(*rest, at) : 0;

		if (c != ' ' && c != ',' && c != '#' && c != 0xFF0C && c != 0x3001 && c != 0x3000 && c != 0xFF03)
			break;
		(void)utf8_next(*rest, &at);
	}
	for (end = at; end < rest->len;) {
		codepoint c = utf8_at(*rest, end);

		if (c == ' ' || c == ',' || c == 0xFF0C || c == 0x3001 || c == 0x3000)
			break;
		(void)utf8_next(*rest, &end);
	}
	*tag = slice_sub(*rest, at, end);
	*rest = slice_skip(*rest, end);
	return tag->len > 0;
}

static void
save_tags(struct session *s)
{
	struct annotated_work *w = &s->annotating;
	struct slice rest = buf_slice(&w->tags.text), tag;
	struct arena arena = { 0 };
	struct slice words = annotate_words(s, &arena, &w->note);
	bool was_kept = w->note.created > 0;

	w->note.tags = SLICE("");
	while (next_tag(&rest, &tag))
		note_add_tag(&w->note, tag, &w->arena);
	w->note.changed = 0;
	if (w->note.kind == NOTE_TAG && w->note.tags.len == 0)
		w->note.trashed = note_now(); /* nothing is left of it */
	if (w->note.trashed != 0 && !was_kept)
		session_say(s, "no tag was typed", "没有键入标签");
	else if (annotate_keep(s, &w->note, 1))
		session_say(s, "%.*s: %.*s", "%.*s：%.*s", SLICE_ARG(words),
		            SLICE_ARG(annotate_tags(&arena, w->note.tags, "#")));
	arena_release(&arena);
}

void
annotate_tag_type(struct session *s, codepoint key)
{
	switch (prompt_type(&s->annotating.tags, key)) {
	case PROMPT_DONE:
		save_tags(s);
		break;
	case PROMPT_MORE:
	case PROMPT_CANCEL:
		break;
	}
}
