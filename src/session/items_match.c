/* SPDX-License-Identifier: ISC */
/*
 * The paragraphs that match what was searched for.
 */
#include "config.h"

#include "session_priv.h"

#include "cite/wording.h"

/* Paragraphs of annexes are numbered from 1 again. */
static struct slice
component_words(const struct session *s, struct view *v, struct slice component)
{
	struct buf words = { 0 };
	struct slice copy;

	wording_place(component, s->settings.ui, &words);
	copy = arena_copy(&v->arena, buf_slice(&words));
	buf_release(&words);
	return copy;
}

void
items_matches(struct session *s, struct view *v)
{
	struct session_document *doc = session_document(s);
	const struct find_list *list = &s->search.list;
	size_t last = SLICE_NONE;

	if (!doc || s->search.about != doc->reader.doc)
		return;
	for (size_t i = 0; i < list->hits.n; i++) {
		const struct doc *d = doc->reader.doc;
		size_t block = list->hits.v[i].unit;
		struct view_item *item;
		struct place at;

		if (block == last)
			continue;
		last = block;
		at = find_place(d, list->hits.v[i]);
		item = items_add(v, items_label(s, &v->arena, d, block),
		                 items_snippet(v, doc_block(d, block)->text, at.byte));
		item->document = session_pane(s)->document;
		item->place = at;
		item->note = component_words(s, v, doc_block(d, block)->component);
		if (block <= doc->reader.current.block)
			v->scroll.current = v->items.n - 1;
	}
}
