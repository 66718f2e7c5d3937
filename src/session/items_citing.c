/* SPDX-License-Identifier: ISC */
/*
 * Lists of who cites the document, or a paragraph of it: the open documents are looked through,
 * the library is asked about the others.
 */
#include "config.h"

#include "session_priv.h"

#include "cite/wording.h"

/* What is asked about. */
struct wanted {
	const struct doc *d;
	struct slice key;   /* of one of its symbols */
	struct slice place; /* empty: anything */
};

/* The last number of "para_12": 12; -1 if there is none. */
static long
last_number(struct slice place, size_t *start)
{
	long n;

	*start = place.len;
	while (*start > 0 && byte_is_digit(place.p[*start - 1]))
		--*start;
	return slice_number(slice_skip(place, *start), &n) > 0 ? n : -1;
}

/* "para_3".."para_6" has para_5 in it, and what is below. */
static bool
covers(struct slice from, struct slice upto, struct slice place)
{
	size_t a, b, c, end = slice_find(place, SLICE("__sub"), 0);
	struct slice head = slice_sub(place, 0, end);
	long first = last_number(from, &a), last = last_number(upto, &b), n = last_number(head, &c);

	return first >= 0 && n >= first && n <= last &&
	       slice_eq(slice_sub(from, 0, a), slice_sub(head, 0, c));
}

static bool
leads_to(const struct target *t, const struct wanted *w, struct slice self)
{
	struct buf key = { 0 }, place = { 0 };
	bool is_it;

	target_key(t, self, &key);
	target_place(t, &place);
	is_it = key.len > 0 && slice_eq(buf_slice(&key), w->key) &&
	        (w->place.len == 0 || target_within(buf_slice(&place), w->place) ||
	         (t->upto.len > 0 && covers(buf_slice(&place), t->upto, w->place)));
	buf_release(&key);
	buf_release(&place);
	return is_it;
}

static bool
cites(const struct citation *c, const struct wanted *w, struct slice self)
{
	struct slice rest = c->target;
	struct target t;

	while (target_next(&rest, &t))
		if (leads_to(&t, w, self))
			return true;
	return false;
}

/* The first citation of a block that leads there, SLICE_NONE if none does. */
static size_t
citing_from(const struct block *b, const struct wanted *w, struct slice self)
{
	for (size_t i = 0; i < b->n_citations; i++)
		if (cites(&b->citations[i], w, self))
			return b->citations[i].start;
	return SLICE_NONE;
}

static void
add_from_open(struct session *s, struct view *v, size_t document, const struct wanted *w)
{
	const struct session_document *doc = &s->documents.v[document];
	const struct doc *d = doc->reader.doc;
	struct slice self = d->n_symbols > 0 ? d->symbols[0] : slice_from(NULL);

	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = doc_block(d, i);
		size_t start = citing_from(b, w, self);
		struct slice snippet;
		struct view_item *item;

		if (start == SLICE_NONE)
			continue;
		snippet = items_snippet(v, b->text, start);
		item = items_add(v, items_version(v, doc->title, d->language),
		                 items_labelled(v, items_label(s, &v->arena, d, i), snippet));
		item->document = document;
		item->place = (struct place){ i, start };
	}
}

/* Documents that lie in the library alone are asked for there, as a whole. */
static bool
is_looked_through(const struct doc *d)
{
	return d->backing == NULL;
}

static struct slice
paragraph_label(const struct session *s, struct view *v, const struct link *l)
{
	struct slice number = l->paragraph;

	if (slice_starts(l->eid, "fn_"))
		return arena_printf(&v->arena, s->settings.ui == UI_ZH ? "注 %.*s" : "fn. %.*s",
		                    SLICE_ARG(l->label));
	if (l->label.len > 0)
		return l->label;
	return slice_starts(number, "para_") ? slice_skip(number, 5) : number;
}

static void
add_from_library(struct session *s, struct view *v, const struct wanted *w)
{
	struct links links = { 0 };
	size_t last = SLICE_NONE;
	struct err err;

	if (link_to(s->settings.library, w->key, w->place, &v->arena, &links, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	for (size_t i = 0; i < links.n; i++) {
		const struct link *l = &links.v[i];
		struct slice name = l->from.symbol.len > 0 ? l->from.symbol : l->from.name;
		size_t open = document_find_version(s, l->from.symbol, l->from.language);
		bool again = last != SLICE_NONE && links.v[last].from.id == l->from.id &&
		             links.v[last].block == l->block;
		struct view_item *item;

		last = i;
		if (again || (open != SLICE_NONE && is_looked_through(s->documents.v[open].reader.doc)))
			continue;
		item = items_add(v, items_version(v, name, l->from.language),
		                 items_labelled(v, paragraph_label(s, v, l),
		                                items_snippet(v, l->text, l->citation.start)));
		item->held = l->from.id;
		item->symbol = l->from.symbol;
		item->language = l->from.language;
		item->place = (struct place){ l->block, l->citation.start };
		item->is_place = true;
	}
}

static void
add_citing(struct session *s, struct view *v, struct slice place)
{
	const struct doc *d = session_document(s)->reader.doc;

	for (size_t i = 0; i < d->n_symbols; i++) {
		struct target t = { .scheme = TARGET_DOC, .name = d->symbols[i] };
		struct buf key = { 0 };
		struct wanted w = { .d = d, .place = place };

		target_key(&t, slice_from(NULL), &key);
		w.key = buf_slice(&key);
		for (size_t k = 0; k < s->documents.n; k++)
			if (is_looked_through(s->documents.v[k].reader.doc) &&
			    (place.len > 0 || k != session_pane(s)->document))
				add_from_open(s, v, k, &w);
		if (s->settings.library)
			add_from_library(s, v, &w);
		buf_release(&key);
	}
}

/* The place of the block, or of the paragraph that it is part of. */
static struct slice
place_of(struct view *v, const struct doc *d, size_t block)
{
	const struct block *b = doc_block(d, block);
	struct buf place = { 0 };
	struct slice copy;

	if (b->id.len == 0) {
		size_t paragraph = doc_paragraph_of(d, block);

		b = paragraph != SLICE_NONE ? doc_block(d, paragraph) : b;
	}
	if (b->id.len > 0)
		target_place(&(struct target){ .component = b->component, .place = b->id }, &place);
	copy = arena_copy(&v->arena, buf_slice(&place));
	buf_release(&place);
	return copy;
}

void
items_citing(struct session *s, struct view *v)
{
	struct session_document *doc = session_document(s);
	struct buf words = { 0 };
	struct slice place;

	if (!doc)
		return;
	place = place_of(v, doc->reader.doc, doc->reader.current.block);
	if (place.len == 0)
		return;
	wording_place(place, s->settings.ui, &words);
	v->subject = arena_printf(&v->arena, s->settings.ui == UI_ZH ? "%.*s，%s" : "%.*s, %s",
	                          SLICE_ARG(doc->title), buf_str(&words));
	buf_release(&words);
	add_citing(s, v, place);
}

void
items_citing_all(struct session *s, struct view *v)
{
	if (session_document(s))
		add_citing(s, v, slice_from(NULL));
}
