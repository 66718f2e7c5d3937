/* SPDX-License-Identifier: ISC */
/*
 * Notes that wait to be looked at: their words have changed, or their place is lost.
 */
#include "config.h"

#include "annotate_priv.h"

#include "annotation/reattach.h"

static bool
get(struct session *s, struct slice id, struct arena *arena, struct note *out)
{
	struct err err;

	if (note_get(s->settings.notes, id, arena, out, &err) == STATUS_OK)
		return true;
	session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	return false;
}

/* Where it is, or where it may belong. */
static bool
find(const struct doc *d, const struct note *note, struct place *at)
{
	struct reattach_found found = { .result = REATTACH_ORPHAN };
	struct anchor_range range;
	struct flat *f;

	if (anchor_show(d, note, &range)) {
		*at = range.from;
		return true;
	}
	f = flat_new(d);
	reattach_find(f, note, &found);
	flat_free(f);
	*at = found.range.from;
	return found.has_range;
}

/* Its document comes up in the version that was quoted, or in any. */
static bool
show_document(struct session *s, const struct note *note)
{
	size_t document = document_find_version(s, note->document, note->version);

	if (document == SLICE_NONE && visit_symbol(s, note->document, note->version))
		return true;
	if (document == SLICE_NONE)
		document = document_find(s, note->document);
	if (document == SLICE_NONE) {
		session_complain(s, "%.*s is not open, and not in the library", "%.*s 没有打开，也不在文献库中",
		                 SLICE_ARG(note->document));
		return false;
	}
	visit_leave(s);
	session_show(s, document);
	return true;
}

void
tray_visit(struct session *s, struct slice id)
{
	struct arena arena = { 0 };
	struct place at;
	struct note note;

	if (get(s, id, &arena, &note) && show_document(s, &note)) {
		struct session_document *doc = session_document(s);
		bool found = find(doc->reader.doc, &note, &at);

		buf_clear(&s->annotating.waiting);
		buf_add(&s->annotating.waiting, note.id);
		if (found)
			reader_jump(&doc->reader, at);
		if (note.state == NOTE_CHANGED)
			session_say(s, "here its words have changed: {accept} accepts, {move-here} moves it to where you go",
			            "原文在此已变：{accept} 接受，移到别处后按 {move-here} 改放");
		else if (found)
			session_say(s, "the most similar place: {accept} accepts, {move-here} moves it to where you go",
			            "最相似之处：{accept} 接受，移到别处后按 {move-here} 改放");
		else
			session_say(s, "nothing similar is here; go where it belongs and press {move-here}",
			            "没有相似的文字；移到应在之处按 {move-here}");
	}
	arena_release(&arena);
}

/* The document that it is in, open or loaded for this. */
static struct doc *
document_of(struct session *s, const struct note *note, bool *is_loaded)
{
	size_t document = document_find_version(s, note->document, note->version);
	struct library_document held;
	struct arena arena = { 0 };
	enum status status = STATUS_MISSING;
	struct doc *d = NULL;
	struct err err;

	*is_loaded = document == SLICE_NONE;
	if (!*is_loaded)
		return s->documents.v[document].reader.doc;
	if (s->settings.library)
		status = library_find(s->settings.library, note->document, note->version, note->version,
		                      &arena, &held, &err);
	if (status == STATUS_OK)
		status = library_load(s->settings.library, held.id, &d, &err);
	if (status == STATUS_MISSING)
		session_complain(s, "%.*s is not open, and not in the library", "%.*s 没有打开，也不在文献库中",
		                 SLICE_ARG(note->document));
	else if (status != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	arena_release(&arena);
	return d;
}

/* It is no longer one that waits. */
static void
say_settled(struct session *s, const struct note *note)
{
	struct arena arena = { 0 };

	if (slice_eq(buf_slice(&s->annotating.waiting), note->id))
		buf_clear(&s->annotating.waiting);
	annotated_refresh(s, note->document);
	view_remake_notes(s);
	session_say(s, "settled: %.*s; {undo} takes that back", "已安放：%.*s；{undo} 撤销",
	            SLICE_ARG(annotate_words(s, &arena, note)));
	arena_release(&arena);
}

static void
settle(struct session *s, const struct doc *d, struct slice id, const struct anchor_range *range)
{
	struct arena arena = { 0 };
	struct note note;
	struct err err;

	if (reattach_accept(s->settings.notes, d, id, range, &arena, &note, &err) == STATUS_OK)
		say_settled(s, &note);
	else
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	arena_release(&arena);
}

void
tray_accept(struct session *s, struct slice id)
{
	struct arena arena = { 0 };
	struct doc *d = NULL;
	bool is_loaded = false;
	struct place at;
	struct note note;

	if (get(s, id, &arena, &note))
		d = document_of(s, &note, &is_loaded);
	if (d && note.state == NOTE_ATTACHED)
		session_say(s, "this note is in its place", "此批注已在其位");
	else if (d && !find(d, &note, &at))
		session_complain(s, "nothing similar is there: {go}, go where it belongs, {move-here}",
		                 "没有相似的文字：按 {go} 前往，移到应在之处按 {move-here}");
	else if (d)
		settle(s, d, id, NULL);
	if (is_loaded)
		doc_free(d);
	arena_release(&arena);
}

void
tray_move(struct session *s, struct slice id)
{
	const struct session_document *doc = session_document(s);
	struct arena arena = { 0 };
	struct annotate_range range;
	struct note note;

	if (!get(s, id, &arena, &note)) {
		arena_release(&arena);
		return;
	}
	if (!doc || !slice_eq(doc->key, note.document)) {
		session_complain(s, "it belongs in %.*s: {go} shows it there", "它属于 %.*s：按 {go} 前往",
		                 SLICE_ARG(note.document));
	} else {
		range = annotate_range(s);
		settle(s, doc->reader.doc, id, &range.range);
	}
	arena_release(&arena);
}
