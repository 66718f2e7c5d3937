/* SPDX-License-Identifier: ISC */
/*
 * The field note: paragraphs with a note of the reader's that has the words, in what was written, in
 * a tag, or in what it quotes.  A note on a document is one on its first paragraph, and on each that
 * has the other words.
 */
#include "config.h"

#include "query_priv.h"

#include "cite/symbol.h"

#include <string.h>

static bool
is_of(const struct note *note, const struct library_document *d)
{
	if (note->language.len > 0 && !slice_eq(note->language, d->language))
		return false;
	if (slice_starts(note->document, "sha256:"))
		return slice_eq(slice_skip(note->document, 7), d->sha256);
	return d->symbol.len > 0 && symbol_same(note->document, d->symbol);
}

static bool
is_here(const struct note *note, struct query_place at, bool has_words)
{
	struct slice eid = note->eid;
	size_t mark = slice_find_byte(eid, '!', 0);
	struct slice component = mark == SLICE_NONE ? slice_from(NULL) : slice_sub(eid, 0, mark);

	if (note->scope == NOTE_DOCUMENT)
		return at.block == 0 || has_words;
	if (eid.len == 0)
		return note->block >= 0 && (size_t)note->block == at.block;
	eid = mark == SLICE_NONE ? eid : slice_skip(eid, mark + 1);
	return eid.len > 0 ? slice_eq(eid, at.eid) && slice_eq(component, at.component)
	                   : (size_t)note->block == at.block;
}

static bool
has_words(const struct note *note, struct find *find)
{
	struct find_span span;

	return find && (find_in(find, note->text, 0, &span, 1) > 0 ||
	                find_in(find, note->tags, 0, &span, 1) > 0 ||
	                find_in(find, note->quote, 0, &span, 1) > 0);
}

bool
query_asks_notes(const struct query *q)
{
	if (q->kind == QUERY_FIELD && q->field == QUERY_NOTE)
		return true;
	return (q->left && query_asks_notes(q->left)) || (q->right && query_asks_notes(q->right));
}

void
query_take_notes(struct query *q, const struct note_list *list, struct arena *arena)
{
	if (q->kind == QUERY_FIELD && q->field == QUERY_NOTE) {
		q->notes = ARENA_ARRAY(arena, list->n, const struct note *);
		q->n_notes = 0;
		for (size_t i = 0; i < list->n; i++)
			if (has_words(&list->v[i], q->find))
				q->notes[q->n_notes++] = &list->v[i];
	}
	if (q->left)
		query_take_notes(q->left, list, arena);
	if (q->right)
		query_take_notes(q->right, list, arena);
}

bool
query_note_of(const struct query *q, const struct library_document *d)
{
	for (size_t i = 0; i < q->n_notes; i++)
		if (is_of(q->notes[i], d))
			return true;
	return false;
}

static void
set_here(struct query *q, const struct library_document *d, struct query_place at, bool has_words)
{
	if (q->kind == QUERY_FIELD && q->field == QUERY_NOTE) {
		q->is_here = false;
		for (size_t i = 0; i < q->n_notes && !q->is_here; i++)
			q->is_here = is_of(q->notes[i], d) && is_here(q->notes[i], at, has_words);
	}
	if (q->left)
		set_here(q->left, d, at, has_words);
	if (q->right)
		set_here(q->right, d, at, has_words);
}

void
query_ask_place(struct query *q, const struct library_document *d, struct query_place at)
{
	if (query_asks_notes(q))
		set_here(q, d, at, query_has_words(q));
}
