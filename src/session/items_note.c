/* SPDX-License-Identifier: ISC */
/*
 * Lists of notes: here, everywhere, bookmarks, by tag, thrown away, waiting to be looked at.
 */
#include "config.h"

#include "annotate_priv.h"

#include "cite/symbol.h"
#include "cite/target.h"
#include "cite/wording.h"

#include <stdlib.h>
#include <string.h>

#define QUOTE_BYTES 240 /* of a quotation that are shown */

static bool
is_chinese(const struct session *s)
{
	return s->settings.ui == UI_ZH;
}

/* "12." of the paragraph, "fn. 3"; what the place is called if its document is not open. */
static struct slice
label_of(const struct session *s, struct view *v, const struct note *note, const struct view_item *item)
{
	struct buf words = { 0 };
	struct slice label;

	if (note->scope == NOTE_DOCUMENT)
		return slice_from(NULL);
	if (item->document != SLICE_NONE)
		return items_label(s, &v->arena, s->documents.v[item->document].reader.doc,
		                   item->place.block);
	wording_place(note->eid, s->settings.ui, &words);
	label = arena_copy(&v->arena, buf_slice(&words));
	buf_release(&words);
	return label;
}

/* The open version that it is of: the one on the screen, the one that was quoted, any. */
static size_t
document_of(struct session *s, const struct note *note)
{
	const struct session_document *doc = session_document(s);
	struct slice language = note->language.len > 0 ? note->language : note->version;
	size_t document;

	if (doc && slice_eq(doc->key, note->document) &&
	    (note->language.len == 0 || slice_eq(note->language, doc->reader.doc->language)))
		return session_pane(s)->document;
	document = document_find_version(s, note->document, language);
	return document != SLICE_NONE ? document : document_find(s, note->document);
}

/* Where Enter leads: a place of an open document, else what is looked up when it is wanted. */
static void
lead(struct session *s, struct view *v, const struct note *note, struct view_item *item)
{
	struct anchor_range range = { .from = { 0, 0 } };
	size_t bang = slice_find_byte(note->eid, '!', 0);

	item->document = document_of(s, note);
	if (item->document != SLICE_NONE) {
		anchor_show(s->documents.v[item->document].reader.doc, note, &range);
		item->place = range.from;
	} else if (slice_starts(note->document, "sha256:")) {
		item->note = is_chinese(s) ? SLICE("未打开") : SLICE("not open");
	} else if (bang != SLICE_NONE) {
		item->target = arena_printf(&v->arena, "doc:%.*s!%.*s#%.*s", SLICE_ARG(note->document),
		                            SLICE_ARG(slice_sub(note->eid, 0, bang)),
		                            SLICE_ARG(slice_skip(note->eid, bang + 1)));
	} else {
		item->target = arena_printf(&v->arena, "doc:%.*s%s%.*s", SLICE_ARG(note->document),
		                            note->eid.len > 0 ? "#" : "", SLICE_ARG(note->eid));
	}
}

/* What was written, then what it is about. */
static struct slice
text_of(struct view *v, const struct note *note, struct slice label)
{
	struct slice tags = annotate_tags(&v->arena, note->tags, note->kind == NOTE_TAG ? "" : "#");
	struct slice quote = slice_sub(note->quote, 0, QUOTE_BYTES);
	struct buf out = { 0 };
	struct slice text;

	while (quote.len > 0 && quote.len < note->quote.len &&
	       ((unsigned char)note->quote.p[quote.len] & 0xC0) == 0x80)
		quote.len--;
	buf_addf(&out, "%.*s %.*s%s%.*s%s%.*s", SLICE_ARG(annotated_sign(note)), SLICE_ARG(label),
	         label.len > 0 && note->text.len > 0 ? " " : "", SLICE_ARG(note->text),
	         tags.len > 0 ? " " : "", SLICE_ARG(tags));
	if (quote.len > 0)
		buf_addf(&out, " “%.*s%s”", SLICE_ARG(quote), quote.len < note->quote.len ? "…" : "");
	for (size_t i = 0; i < out.len; i++)
		if (out.p[i] == '\n' || out.p[i] == '\t')
			out.p[i] = ' ';
	text = arena_copy(&v->arena, buf_slice(&out));
	buf_release(&out);
	return text;
}

static struct slice
state_words(const struct session *s, const struct note *note)
{
	if (note->state == NOTE_CHANGED)
		return is_chinese(s) ? SLICE("~ 原文已变") : SLICE("~ words changed");
	if (note->state == NOTE_ORPHAN)
		return is_chinese(s) ? SLICE("✗ 失去位置") : SLICE("✗ place lost");
	return note->language;
}

static struct view_item *
add_note(struct session *s, struct view *v, const struct note *note, struct slice key)
{
	struct view_item *item = items_add(v, key, SLICE(""));

	item->note = state_words(s, note);
	lead(s, v, note, item);
	item->text = text_of(v, note, label_of(s, v, note, item));
	item->annotation = arena_copy(&v->arena, note->id);
	return item;
}

static void
add_heading(const struct session *s, struct view *v, const char *en, const char *zh)
{
	items_add(v, SLICE(""), slice_from(is_chinese(s) ? zh : en))->is_heading = true;
}

static bool
is_on(const struct annotated *a, const struct note *note, size_t block)
{
	size_t n;
	const struct annotated_part *parts = annotated_block(a, block, &n);

	for (size_t i = 0; i < n; i++)
		if (parts[i].note == note)
			return true;
	return false;
}

/* Notes that speak of the current paragraph by its REF. */
static void
add_backlinks(struct session *s, struct view *v)
{
	const struct session_document *doc = session_document(s);
	const struct doc *d = doc->reader.doc;
	const struct block *b = doc_block(d, doc->reader.current.block);
	size_t before = v->items.n;
	struct buf place = { 0 };

	target_place(&(struct target){ .component = b->component, .place = b->id }, &place);
	for (size_t i = 0; i < d->n_symbols && place.len > 0; i++) {
		struct target t = { .scheme = TARGET_DOC, .name = d->symbols[i] };
		struct note_list list = { 0 };
		struct buf key = { 0 };
		struct err err;

		target_key(&t, slice_from(NULL), &key);
		if (note_linking(s->settings.notes, buf_slice(&key), buf_slice(&place), &v->arena, &list,
		                 &err) != STATUS_OK)
			session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
		for (size_t k = 0; k < list.n; k++) {
			if (v->items.n == before)
				add_heading(s, v, "Notes that point here", "指向此处的批注");
			add_note(s, v, &list.v[k], list.v[k].document);
		}
		buf_release(&key);
	}
	buf_release(&place);
}

void
items_notes_here(struct session *s, struct view *v)
{
	const struct session_document *doc = session_document(s);
	const struct annotated *a = doc ? &doc->annotated : NULL;
	bool is_first = true;

	if (!doc || !s->settings.notes)
		return;
	for (size_t i = 0; i < a->list.n; i++)
		if (is_on(a, &a->list.v[i], doc->reader.current.block))
			add_note(s, v, &a->list.v[i], SLICE(""));
	add_backlinks(s, v);
	for (size_t i = 0; i < a->list.n; i++) {
		if (is_on(a, &a->list.v[i], doc->reader.current.block))
			continue;
		if (is_first)
			add_heading(s, v, "Elsewhere in this document", "本文件其他地方");
		is_first = false;
		add_note(s, v, &a->list.v[i], SLICE(""));
	}
	v->scroll.current = v->items.n > 1 && v->items.v[0].is_heading;
}

static struct note_list
ask(struct session *s, struct view *v, enum note_which which)
{
	struct note_list list = { 0 };
	struct err err;

	if (s->settings.notes && note_list(s->settings.notes, which, &v->arena, &list, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	return list;
}

/* Those of the document on the screen are gone to first. */
static void
point(struct session *s, struct view *v, const struct note *note, bool *pointed)
{
	const struct session_document *doc = session_document(s);

	if (doc && !*pointed && slice_eq(doc->key, note->document)) {
		v->scroll.current = v->items.n - 1;
		*pointed = true;
	}
}

static void
add_list(struct session *s, struct view *v, enum note_which which, bool bookmarks)
{
	struct note_list list = ask(s, v, which);
	bool pointed = false;

	for (size_t i = 0; i < list.n; i++) {
		if (bookmarks && list.v[i].kind != NOTE_BOOKMARK)
			continue;
		add_note(s, v, &list.v[i], list.v[i].document);
		if (which == NOTE_ALL)
			point(s, v, &list.v[i], &pointed);
	}
}

void
items_notes(struct session *s, struct view *v)
{
	add_list(s, v, NOTE_ALL, false);
}

void
items_bookmarks(struct session *s, struct view *v)
{
	add_list(s, v, NOTE_ALL, true);
}

void
items_trash(struct session *s, struct view *v)
{
	add_list(s, v, NOTE_TRASH, false);
}

void
items_tray(struct session *s, struct view *v)
{
	add_list(s, v, NOTE_ORPHANS, false);
}

struct tagged {
	struct slice tag;
	const struct note *note;
};

static int
by_tag(const void *a, const void *b)
{
	const struct tagged *x = a, *y = b;
	int order = slice_cmp(x->tag, y->tag);

	return order ? order : x->note < y->note ? -1 : x->note > y->note;
}

void
items_tags(struct session *s, struct view *v)
{
	struct note_list list = ask(s, v, NOTE_ALL);
	VEC(struct tagged) tagged = { 0 };
	size_t same;

	for (size_t i = 0; i < list.n; i++) {
		struct slice rest = list.v[i].tags, tag;

		while (note_next_tag(&rest, &tag))
			VEC_PUSH(&tagged, ((struct tagged){ tag, &list.v[i] }));
	}
	if (tagged.n > 0)
		qsort(tagged.v, tagged.n, sizeof *tagged.v, by_tag);
	for (size_t i = 0; i < tagged.n; i += same) {
		struct slice tag = tagged.v[i].tag;

		for (same = 1; i + same < tagged.n && slice_eq(tag, tagged.v[i + same].tag);)
			same++;
		items_add(v, SLICE(""), arena_printf(&v->arena, "#%.*s  %zu", SLICE_ARG(tag), same))->is_heading =
			true;
		for (size_t k = i; k < i + same; k++)
			add_note(s, v, tagged.v[k].note, tagged.v[k].note->document);
	}
	v->scroll.current = v->items.n > 1;
	VEC_RELEASE(&tagged);
}

/* What the notes here, or that of the list below, speak of. */
static void
add_refs(struct session *s, struct view *v, const struct note *note)
{
	struct note_ref ref = { 0 };

	while (note_next_ref(note->text, &ref)) {
		struct slice place = buf_slice(&ref.place), symbol;
		size_t bang = slice_find_byte(place, '!', 0);
		struct buf key = { 0 };
		struct view_item *item;

		symbol_key(ref.symbol, &key);
		symbol = buf_slice(&key);
		item = items_add(v, SLICE(""), SLICE(""));
		if (bang != SLICE_NONE)
			item->target = arena_printf(&v->arena, "doc:%.*s!%.*s%s%.*s", SLICE_ARG(symbol),
			                            SLICE_ARG(slice_sub(place, 0, bang)),
			                            bang + 1 < place.len ? "#" : "",
			                            SLICE_ARG(slice_skip(place, bang + 1)));
		else
			item->target = arena_printf(&v->arena, "doc:%.*s%s%.*s", SLICE_ARG(symbol),
			                            place.len > 0 ? "#" : "", SLICE_ARG(place));
		item->key = items_target(s, &v->arena, item->target);
		item->text = arena_copy(&v->arena, note->text);
		if (session_document(s))
			item->place = session_document(s)->reader.current;
		buf_release(&key);
	}
}

void
items_refs(struct session *s, struct view *v)
{
	const struct session_document *doc = session_document(s);
	struct slice id = buf_slice(&s->annotating.refs_of);
	struct note note;
	size_t n;

	if (id.len > 0) {
		if (note_get(s->settings.notes, id, &v->arena, &note, NULL) == STATUS_OK)
			add_refs(s, v, &note);
	} else if (doc) {
		const struct annotated_part *parts =
			annotated_block(&doc->annotated, doc->reader.current.block, &n);

		for (size_t i = 0; i < n; i++)
			add_refs(s, v, parts[i].note);
	}
}
