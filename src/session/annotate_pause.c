/* SPDX-License-Identifier: ISC */
/*
 * What is costly about the anchors of notes on large documents: done when the reader pauses.
 *
 * How much a passage differs from the one most like it takes a look through the whole text.  Of a
 * large one that would be felt whenever a note is kept; so the note is kept without, which only makes
 * it harder to please when it is looked for in a changed text, and gets that later.
 */
#include "config.h"

#include "annotate_priv.h"

#define AT_ONCE ((size_t)128 << 10) /* bytes of text that are looked through when a note is kept */
#define AT_CLOSE ((size_t)8 << 20)  /* all notes together, before the documents are closed */

static size_t
size_of(const struct doc *d)
{
	return d->text_start[d->n_blocks];
}

void
annotate_anchor(const struct doc *d, const struct annotate_range *range, struct arena *arena,
                struct note *note)
{
	struct flat bare = { .doc = d }, *f;

	if (size_of(d) > AT_ONCE) {
		anchor_to_range(&bare, range->range, range->scope, arena, note);
		return;
	}
	f = flat_new(d);
	anchor_to_range(f, range->range, range->scope, arena, note);
	flat_free(f);
}

bool
annotate_is_bare(const struct doc *d, const struct note *note)
{
	return note->rival < 0 && note->state == NOTE_ATTACHED && note->scope != NOTE_DOCUMENT &&
	       size_of(d) > AT_ONCE && size_of(d) <= FLAT_MAX && slice_is(note->edition, d->sha256);
}

/* One note gets the rest of its anchor. */
static enum status
complete(struct session *s, struct session_document *doc, struct note *note, struct err *err)
{
	struct annotated *a = &doc->annotated;
	struct arena *arena = &a->arena;
	struct anchor_range range;
	struct note whole = *note;
	enum status status;

	if (!a->flat)
		a->flat = flat_new(doc->reader.doc);
	if (!anchor_show(doc->reader.doc, note, &range))
		return STATUS_OK;
	anchor_to_range(a->flat, range, note->scope, arena, &whole);
	status = note_settle(s->settings.notes, &whole, 1, err);
	if (status == STATUS_OK)
		*note = whole;
	return status;
}

/* As many as `most`; none of them is tried again, whatever comes of it. */
static enum status
complete_some(struct session *s, struct session_document *doc, size_t most, struct err *err)
{
	struct annotated *a = &doc->annotated;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < a->list.n && a->n_bare > 0 && most > 0 && status == STATUS_OK; i++) {
		if (!annotate_is_bare(doc->reader.doc, &a->list.v[i]))
			continue;
		status = complete(s, doc, &a->list.v[i], err);
		a->n_bare--;
		most--;
	}
	if (a->n_bare == 0 || status != STATUS_OK) {
		flat_free(a->flat);
		a->flat = NULL;
		a->n_bare = 0;
	}
	return status;
}

bool
annotate_waits(const struct session *s)
{
	const struct session_document *doc = session_document((struct session *)s);

	return doc && doc->annotated.n_bare > 0;
}

void
annotate_pause(struct session *s)
{
	struct err err;

	if (complete_some(s, session_document(s), 1, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
}

enum status
annotate_close(struct session *s, struct err *err)
{
	enum status status = STATUS_OK;
	size_t left = AT_CLOSE;

	for (size_t i = 0; i < s->documents.n && status == STATUS_OK; i++) {
		struct session_document *doc = &s->documents.v[i];
		size_t size = size_of(doc->reader.doc), n = size > 0 ? left / size : 0;

		n = n < doc->annotated.n_bare ? n : doc->annotated.n_bare;
		if (n > 0)
			status = complete_some(s, doc, n, err);
		left -= n * size;
	}
	return status;
}
