/* SPDX-License-Identifier: ISC */
/*
 * Marks and places as notes keep them.
 */
#include "config.h"

#include "session_priv.h"

#include "text/fold.h"

struct kept_place
mark_keep(struct arena *arena, const struct doc *d, struct place at)
{
	struct reader_anchor a = reader_anchor_of(d, at);
	struct kept_place kept = { .eid = a.eid, .quote = a.quote };

	if (a.component.len > 0 && a.eid.len > 0)
		kept.eid = arena_printf(arena, "%.*s!%.*s", SLICE_ARG(a.component), SLICE_ARG(a.eid));
	kept.block = (long)a.block;
	kept.byte = (long)a.byte;
	return kept;
}

struct place
mark_find(const struct doc *d, const struct kept_place *kept)
{
	size_t sign = slice_find_byte(kept->eid, '!', 0);
	struct reader_anchor a = { .eid = kept->eid, .quote = kept->quote };

	if (sign != SLICE_NONE) {
		a.component = slice_sub(kept->eid, 0, sign);
		a.eid = slice_skip(kept->eid, sign + 1);
	}
	a.block = kept->block > 0 ? (size_t)kept->block : 0;
	a.byte = kept->byte > 0 ? (size_t)kept->byte : 0;
	return reader_find_anchor(d, a);
}

void
mark_release(struct session_mark *m)
{
	arena_release(&m->arena);
	*m = (struct session_mark){ 0 };
}

static bool
is_capital(codepoint name)
{
	return name >= 'A' && name <= 'Z';
}

/* Keeps a mark A-Z in the session, with words of its own. */
static void
remember_capital(struct session *s, const struct kept_mark *kept)
{
	struct session_mark m = { .is_set = true, .place = kept->place };

	m.document = arena_copy(&m.arena, kept->document);
	m.place.eid = arena_copy(&m.arena, kept->place.eid);
	m.place.quote = arena_copy(&m.arena, kept->place.quote);
	mark_release(&s->marks[kept->name - 'A']);
	s->marks[kept->name - 'A'] = m;
}

void
mark_load(struct session *s, struct session_document *doc)
{
	struct arena arena = { 0 };
	struct kept_mark *marks = NULL;
	size_t n = 0;
	struct err err;

	if (!s->settings.notes)
		return;
	if (notes_list_marks(s->settings.notes, doc->key, &arena, &marks, &n, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	for (size_t i = 0; i < n; i++) {
		char name = marks[i].name;

		if (is_capital((unsigned char)name))
			remember_capital(s, &marks[i]);
		if (name < 'a' || name > 'z')
			continue;
		doc->reader.mark[name - 'a'] = mark_find(doc->reader.doc, &marks[i].place);
		doc->reader.has_mark[name - 'a'] = true;
	}
	arena_release(&arena);
}

void
mark_set(struct session *s, codepoint name)
{
	struct session_document *doc = session_document(s);
	struct arena arena = { 0 };
	struct kept_mark kept = { .name = (char)name, .document = doc->key };
	struct err err;

	if (!is_capital(name) && !(name >= 'a' && name <= 'z')) {
		session_complain(s, "a mark is a letter, a-z or A-Z", "记号须是字母 a-z 或 A-Z");
		return;
	}
	kept.place = mark_keep(&arena, doc->reader.doc, doc->reader.current);
	if (is_capital(name))
		remember_capital(s, &kept);
	else
		reader_set_mark(&doc->reader, (char)name);
	if (s->settings.notes && notes_put_mark(s->settings.notes, &kept, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	else
		session_say(s, "mark %c is here", "记号 %c 在此", (char)name);
	arena_release(&arena);
}

static void
go_capital(struct session *s, codepoint name)
{
	const struct session_mark *m = &s->marks[name - 'A'];
	size_t document = document_find(s, m->document);

	if (!m->is_set) {
		session_complain(s, "there is no mark %c", "没有记号 %c", (char)name);
	} else if (document == SLICE_NONE && visit_symbol(s, m->document, slice_from(NULL))) {
		reader_jump(&session_document(s)->reader,
		            mark_find(session_document(s)->reader.doc, &m->place));
	} else if (document == SLICE_NONE) {
		session_complain(s, "mark %c is in %.*s, which is not open", "记号 %c 在 %.*s 中，尚未打开",
		                 (char)name, SLICE_ARG(m->document));
	} else {
		visit_place(s, document,
		            mark_find(s->documents.v[document].reader.doc, &m->place));
	}
}

void
mark_go(struct session *s, codepoint name)
{
	struct arena arena = { 0 };
	struct history_entry here = visit_here(s, &arena);

	if (is_capital(name))
		go_capital(s, name);
	else if (name < 'a' || name > 'z')
		session_complain(s, "a mark is a letter, a-z or A-Z", "记号须是字母 a-z 或 A-Z");
	else if (reader_jump_mark(&session_document(s)->reader, (char)name))
		history_push(&session_pane(s)->history, &here);
	else
		session_complain(s, "there is no mark %c", "没有记号 %c", (char)name);
	arena_release(&arena);
}
