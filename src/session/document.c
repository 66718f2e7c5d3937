/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/session.h"

#include "annotate_priv.h"

#include "cite/symbol.h"
#include "navigation/newer.h"

static struct slice
key_of(struct doc *d)
{
	if (d->n_symbols > 0)
		return d->symbols[0];
	return arena_printf(&d->arena, "sha256:%s", d->sha256);
}

/* Where it was read last, if that is known. */
static void
restore(struct session *s, struct session_document *doc)
{
	struct arena arena = { 0 };
	struct kept_place kept;
	enum status status;
	struct err err;

	if (!s->settings.notes)
		return;
	status = notes_get_place(s->settings.notes, doc->key, &arena, &kept, &err);
	if (status == STATUS_OK) {
		doc->kept = mark_find(doc->reader.doc, &kept);
		doc->is_kept = true;
		reader_jump(&doc->reader, doc->kept);
		doc->reader.has_last = false;
	} else if (status != STATUS_MISSING) {
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	}
	arena_release(&arena);
}

void
document_release(struct session_document *doc)
{
	reader_release(&doc->reader);
	annotated_release(&doc->annotated);
}

void
session_say_newer(struct session *s)
{
	const struct session_document *doc = session_document(s);
	struct link_relative *newer;
	struct arena arena = { 0 };
	struct buf words = { 0 };
	size_t n = 0;

	if (doc && s->settings.library && s->message.len == 0 &&
	    newer_find(s->settings.library, doc->reader.doc, &arena, &newer, &n, NULL) == STATUS_OK &&
	    n > 0) {
		newer_words(newer, n, s->settings.ui, &words);
		session_say(s, "%s · {family}", "%s · {family}", buf_str(&words));
	}
	buf_release(&words);
	arena_release(&arena);
}

bool
session_open(struct session *s, struct doc *d, struct slice place)
{
	struct session_document *doc;
	bool found;

	VEC_PUSH(&s->documents, ((struct session_document){ .key = key_of(d) }));
	doc = &s->documents.v[s->documents.n - 1];
	doc->title = d->n_symbols > 0 ? d->symbols[0] : d->name;
	reader_init(&doc->reader, d, session_layout(s), session_body_rows(s));
	hyperlink_refresh(s);
	session_show(s, s->documents.n - 1);
	doc = session_document(s);
	mark_load(s, doc);
	found = place.len > 0 && reader_jump_place(&doc->reader, place);
	doc->reader.has_last = false;
	if (!found)
		restore(s, doc);
	annotated_open(s, doc);
	if (!found && place.len > 0)
		session_complain(s, "%.*s has no place %.*s", "%.*s 没有 %.*s 这一处",
		                 SLICE_ARG(doc->title), SLICE_ARG(place));
	session_say_newer(s);
	return found || place.len == 0;
}

void
session_show(struct session *s, size_t document)
{
	inquiry_keep(s);
	view_close_all(s);
	hint_release(&s->hints);
	selection_clear(s);
	pane_show(s, document);
	session_document(s)->shown = ++s->shows;
	pane_fit_document(s);
}

static bool
is_as_kept(const struct session_document *doc)
{
	struct place at = doc->reader.current;

	return doc->is_kept && doc->kept.block == at.block && doc->kept.byte == at.byte;
}

static enum status
keep(struct session *s, struct session_document *doc, struct err *err)
{
	struct place at = doc->reader.current;
	struct arena arena = { 0 };
	struct kept_place kept;
	enum status status;

	if (!s->settings.notes || is_as_kept(doc))
		return STATUS_OK;
	kept = mark_keep(&arena, doc->reader.doc, at);
	status = notes_put_place(s->settings.notes, doc->key, &kept, err);
	if (status == STATUS_OK) {
		doc->kept = at;
		doc->is_kept = true;
	}
	arena_release(&arena);
	return status;
}

enum status
document_keep_all(struct session *s, struct err *err)
{
	enum status worst = STATUS_OK;

	for (size_t i = 0; i < s->documents.n; i++) {
		enum status status = keep(s, &s->documents.v[i], err);

		if (status != STATUS_OK)
			worst = status;
	}
	return worst;
}

bool
document_waits(const struct session *s)
{
	if (!s->settings.notes || s->places_fail)
		return false;
	for (size_t i = 0; i < s->documents.n; i++)
		if (!is_as_kept(&s->documents.v[i]))
			return true;
	return false;
}

void
document_pause(struct session *s)
{
	/* The words are for the end, when it is tried again. */
	s->places_fail = document_keep_all(s, NULL) != STATUS_OK;
}

enum status
session_close_all(struct session *s, struct err *err)
{
	enum status status = document_keep_all(s, err);
	enum status draft = editor_keep(s, status == STATUS_OK ? err : NULL);
	enum status notes = annotate_close(s, status == STATUS_OK && draft == STATUS_OK ? err : NULL);

	tandem_end(s);
	for (size_t i = s->documents.n; i-- > 0;)
		pane_forget_document(s, i);
	hyperlink_refresh(s);
	for (size_t i = 0; i < s->documents.n; i++)
		document_release(&s->documents.v[i]);
	VEC_CLEAR(&s->documents);
	s->quit = true;
	if (status == STATUS_OK)
		status = draft;
	return status != STATUS_OK ? status : notes;
}

/* Keeps the place of a document and takes it off the list; false, with a message, if it could not
 * be kept. */
static bool
take_off(struct session *s, size_t document)
{
	struct session_document *doc = &s->documents.v[document];
	struct err err;
	bool is_kept = keep(s, doc, &err) == STATUS_OK;

	if (!is_kept)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	hyperlink_forget(doc);
	search_forget(s);
	pane_forget_document(s, document);
	tandem_forget(s, doc->reader.layout);
	document_release(doc);
	for (size_t i = document + 1; i < s->documents.n; i++)
		s->documents.v[i - 1] = s->documents.v[i];
	s->documents.n--;
	hyperlink_refresh(s);
	return is_kept;
}

void
document_close(struct session *s)
{
	struct session_document *doc = session_document(s);
	size_t document = session_pane(s)->document;
	struct buf title = { 0 };
	bool is_kept;

	view_close_all(s);
	if (s->documents.n <= 1) { /* session_close_all() keeps its place and can say what failed */
		s->quit = adding_may_quit(s);
		return;
	}
	buf_add(&title, doc->title);
	is_kept = take_off(s, document);
	session_show(s, document < s->documents.n ? document : document - 1);
	if (is_kept)
		session_say(s, "%s closed; %zu open", "%s 已关闭，还开着 %zu 个", buf_str(&title),
		            s->documents.n);
	buf_release(&title);
}

void
document_close_excess(struct session *s)
{
	for (;;) {
		size_t held = 0, oldest = SLICE_NONE;

		for (size_t i = 0; i < s->documents.n; i++) {
			const struct session_document *doc = &s->documents.v[i];

			held += doc->is_held;
			if (doc->is_held && pane_with(s, i) == SLICE_NONE &&
			    (oldest == SLICE_NONE || doc->shown < s->documents.v[oldest].shown))
				oldest = i;
		}
		if (held <= SESSION_HELD_MAX || oldest == SLICE_NONE)
			return;
		take_off(s, oldest);
	}
}

size_t
document_find(const struct session *s, struct slice key)
{
	for (size_t i = 0; i < s->documents.n; i++)
		if (slice_eq(s->documents.v[i].key, key))
			return i;
	return SLICE_NONE;
}

size_t
document_find_version(const struct session *s, struct slice symbol, struct slice language)
{
	for (size_t i = 0; i < s->documents.n; i++) {
		const struct session_document *doc = &s->documents.v[i];

		if (symbol.len > 0 && symbol_same(doc->key, symbol) &&
		    (language.len == 0 || slice_eq(doc->reader.doc->language, language)))
			return i;
	}
	return SLICE_NONE;
}

struct place
document_place_of_line(const struct doc *d, size_t line)
{
	size_t best = 0;

	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = doc_block(d, i);

		if (b->source_line <= line && line < b->source_end)
			return (struct place){ i, 0 };
		if (b->source_line > 0 && b->source_line <= line &&
		    b->source_line >= doc_block(d, best)->source_line)
			best = i;
	}
	return (struct place){ best, 0 };
}
