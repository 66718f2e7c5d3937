/* SPDX-License-Identifier: ISC */
/*
 * Lists of documents: the library, relatives, languages, and where the reader has been.
 */
#include "config.h"

#include "session_priv.h"

#include "cite/symbol.h"

#define QUOTE_WHOLE 61 /* bytes: quotations of places are cut from 64 on, between characters */

static bool
is_chinese(const struct session *s)
{
	return s->settings.ui == UI_ZH;
}

struct slice
items_version(struct view *v, struct slice symbol, struct slice language)
{
	if (language.len == 0)
		return arena_copy(&v->arena, symbol);
	return arena_printf(&v->arena, "%.*s@%.*s", SLICE_ARG(symbol), SLICE_ARG(language));
}

static bool
is_shown(const struct session_document *doc, const struct library_document *d)
{
	return symbol_same(doc->key, d->symbol) && slice_eq(doc->reader.doc->language, d->language);
}

/* A document of the library; the one that is on the screen becomes the current item. */
static struct view_item *
add_document(struct session *s, struct view *v, const struct library_document *d)
{
	struct slice name = d->symbol.len > 0 ? d->symbol : d->name;
	struct view_item *item = items_add(v, items_version(v, name, d->language), d->title);
	const struct session_document *doc = session_document(s);

	item->held = d->id;
	item->symbol = d->symbol;
	item->language = d->language;
	item->note = d->date;
	if (doc && is_shown(doc, d))
		v->scroll.current = v->items.n - 1;
	return item;
}

void
items_library(struct session *s, struct view *v)
{
	struct library_documents all = { 0 };
	struct err err;

	if (s->settings.library && library_list(s->settings.library, &v->arena, &all, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	library_sort(&all, is_chinese(s) ? SLICE("zh") : SLICE("en"));
	for (size_t i = 0; i < all.n; i++)
		add_document(s, v, &all.v[i]);
}

static struct slice
relation_words(const struct session *s, enum link_relation relation)
{
	static const struct words words[LINK_RELATIONS] = {
		[LINK_LANGUAGE] = { { "language", "语文" } },
		[LINK_PARENT] = { { "parent", "上级文件" } },
		[LINK_REVISION] = { { "revision", "修订" } },
		[LINK_CORRIGENDUM] = { { "corrigendum", "更正" } },
		[LINK_ADDENDUM] = { { "addendum", "增编" } },
		[LINK_DRAFT] = { { "draft", "草稿" } },
		[LINK_FINAL] = { { "final", "定本" } },
		[LINK_EARLIER] = { { "earlier version", "先前版本" } },
	};

	return slice_from(words_in(words[relation], s->settings.ui));
}

static void
add_relative(struct session *s, struct view *v, const struct link_relative *r)
{
	struct view_item *item = add_document(s, v, &r->document);

	item->note = relation_words(s, r->relation);
	if (r->document.id != 0)
		return;
	item->target = arena_printf(&v->arena, "doc:%.*s", SLICE_ARG(r->document.symbol));
	item->note = arena_printf(&v->arena, "%.*s · ✗", SLICE_ARG(item->note));
}

void
items_family(struct session *s, struct view *v)
{
	struct session_document *doc = session_document(s);
	struct link_relative *relatives;
	struct err err;
	size_t n = 0;

	if (!doc || !s->settings.library)
		return;
	if (link_family(s->settings.library, doc->key, doc->reader.doc->language, &v->arena, &relatives, &n,
	                &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	for (size_t i = 0; i < n; i++)
		if (!is_shown(doc, &relatives[i].document))
			add_relative(s, v, &relatives[i]);
	v->scroll.current = 0;
}

static bool
has_version(const struct view *v, const struct session_document *doc)
{
	for (size_t i = 0; i < v->items.n; i++)
		if (symbol_same(v->items.v[i].symbol, doc->key))
			return true;
	return false;
}

/* Held relatives in the same language, and whatever else of it is open. */
void
items_compare(struct session *s, struct view *v)
{
	struct session_document *doc = session_document(s);
	size_t n = 0;

	items_family(s, v);
	for (size_t i = 0; i < v->items.n; i++) {
		const struct view_item *item = &v->items.v[i];

		if ((item->held != 0 || item->document != SLICE_NONE) &&
		    slice_eq(item->language, doc->reader.doc->language))
			v->items.v[n++] = *item;
	}
	v->items.n = n;
	for (size_t i = 0; doc && i < s->documents.n; i++) {
		struct session_document *other = &s->documents.v[i];
		struct view_item *item;

		if (other->reader.doc == doc->reader.doc || has_version(v, other) ||
		    !slice_eq(other->reader.doc->language, doc->reader.doc->language))
			continue;
		item = items_add(v, items_version(v, other->title, other->reader.doc->language),
		                 other->reader.doc->title);
		item->document = i;
		item->symbol = other->key;
		item->language = other->reader.doc->language;
		item->note = other->reader.doc->date;
	}
}

/* Open versions too, which need not be in the library. */
static void
add_open_versions(struct session *s, struct view *v, const struct session_document *doc)
{
	for (size_t i = 0; i < s->documents.n; i++) {
		const struct session_document *other = &s->documents.v[i];
		struct view_item *item;

		if (!symbol_same(other->key, doc->key))
			continue;
		item = items_add(v, items_version(v, other->title, other->reader.doc->language),
		                 other->reader.doc->title);
		item->document = i;
		item->language = other->reader.doc->language;
		item->note = other->reader.doc->date;
		if (other == doc)
			v->scroll.current = v->items.n - 1;
	}
}

static bool
has_language(const struct view *v, struct slice language)
{
	for (size_t i = 0; i < v->items.n; i++)
		if (slice_eq(v->items.v[i].language, language))
			return true;
	return false;
}

void
items_languages(struct session *s, struct view *v)
{
	struct session_document *doc = session_document(s);
	struct library_documents versions = { 0 };
	struct err err;

	if (!doc)
		return;
	add_open_versions(s, v, doc);
	if (s->settings.library && library_versions(s->settings.library, doc->key, &v->arena, &versions,
	                                            &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	for (size_t i = 0; i < versions.n; i++)
		if (!has_language(v, versions.v[i].language))
			add_document(s, v, &versions.v[i]);
	if (v->items.n < 2)
		VEC_CLEAR(&v->items);
}

/* What stands at the place of an entry. */
static struct slice
entry_words(struct view *v, const struct history_entry *e)
{
	if (e->heading.len > 0)
		return arena_copy(&v->arena, e->heading);
	return arena_printf(&v->arena, "%.*s%s%s%.*s%s", SLICE_ARG(e->label),
	                    e->label.len > 0 ? " " : "", e->anchor.byte > 0 ? "…" : "",
	                    SLICE_ARG(e->anchor.quote),
	                    e->anchor.quote.len >= QUOTE_WHOLE ? "…" : "");
}

void
items_history(struct session *s, struct view *v)
{
	const struct history *h = &session_pane(s)->history;

	for (size_t i = 0; i < h->entries.n; i++) {
		const struct history_entry *e = &h->entries.v[i];
		struct view_item *item =
			items_add(v, items_version(v, e->title, e->language), entry_words(v, e));

		item->step = (long)i - (long)h->at;
		if (item->step == 0)
			item->note = is_chinese(s) ? SLICE("此处") : SLICE("here");
	}
	v->scroll.current = h->at < v->items.n ? h->at : v->items.n - (v->items.n > 0);
}
