/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/annotated.h"

#include "annotate_priv.h"

#include "annotation/reattach.h"

#include <stdlib.h>

#define TITLE_BEFORE 64 /* the title is one of the first blocks */
#define BLOCKS_MOST 20000 /* that one note is shown in */

void
annotated_release(struct annotated *a)
{
	flat_free(a->flat);
	arena_release(&a->arena);
	*a = (struct annotated){ 0 };
}

void
annotated_work_release(struct annotated_work *a)
{
	prompt_release(&a->tags);
	arena_release(&a->arena);
	buf_release(&a->refs_of);
	buf_release(&a->waiting);
	buf_release(&a->carry);
}

struct slice
annotated_sign(const struct note *note)
{
	switch (note->kind) {
	case NOTE_TEXT:
		return SLICE("✎");
	case NOTE_BOOKMARK:
		return SLICE("*");
	case NOTE_TAG:
		return SLICE("#");
	case NOTE_HIGHLIGHT:
	case NOTE_KINDS:
		break;
	}
	return annotated_highlight_sign(note->colour);
}

struct slice
annotated_highlight_sign(int colour)
{
	static const char signs[] = "|:=~!?";

	return colour >= 1 && colour <= NOTE_COLOURS ? slice_of(&signs[colour - 1], 1) : SLICE("");
}

bool
annotated_is_marked(const struct note *note)
{
	return note->colour > 0 || (note->kind == NOTE_TEXT && note->scope == NOTE_WORDS);
}

/* Notes on the document as a whole stand at its title. */
static size_t
title_of(const struct doc *d)
{
	for (size_t i = 0; i < d->n_blocks && i < TITLE_BEFORE; i++)
		if (doc_block(d, i)->kind == BLOCK_TITLE)
			return i;
	return 0;
}

typedef VEC(struct annotated_part) part_list;

static void
add_parts(const struct doc *d, const struct note *note, size_t title, part_list *out)
{
	struct anchor_range range;

	if (note->scope == NOTE_DOCUMENT) {
		VEC_PUSH(out, ((struct annotated_part){ .block = title, .is_first = true, .note = note }));
		return;
	}
	if (!anchor_show(d, note, &range))
		return;
	for (size_t i = range.from.block; i <= range.to.block && i < range.from.block + BLOCKS_MOST; i++) {
		struct annotated_part part = { .block = i, .is_first = i == range.from.block, .note = note };

		part.start = part.is_first ? range.from.byte : 0;
		part.end = i == range.to.block ? range.to.byte : doc_block(d, i)->text.len;
		VEC_PUSH(out, part);
	}
}

/* Where they stand; in one place the older first. */
static int
by_place(const void *a, const void *b)
{
	const struct annotated_part *x = a, *y = b;

	if (x->block != y->block)
		return x->block < y->block ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->note < y->note ? -1 : x->note > y->note;
}

/* The rows under the text: what was written, its tags, and that the text is no longer the same. */
static struct slice
row_text(const struct session *s, struct arena *arena, const struct note *note)
{
	bool zh = s->settings.ui == UI_ZH;
	struct slice tags = annotate_tags(arena, note->tags, note->kind == NOTE_TAG ? "" : "#");
	const char *state = note->state == NOTE_ATTACHED ? ""
	                    : zh                         ? " [原文已变]"
	                                                 : " [the words have changed]";

	return arena_printf(arena, "%.*s%s%.*s%s", SLICE_ARG(note->text),
	                    note->text.len > 0 && tags.len > 0 ? " " : "", SLICE_ARG(tags), state);
}

static void
make_rows(const struct session *s, struct annotated *a)
{
	a->rows = ARENA_ARRAY(&a->arena, a->n_parts, struct layout_note);
	a->n_rows = 0;
	for (size_t i = 0; i < a->n_parts; i++) {
		const struct note *note = a->parts[i].note;

		if (!a->parts[i].is_first || (note->text.len == 0 && note->tags.len == 0))
			continue;
		a->rows[a->n_rows++] = (struct layout_note){ .block = a->parts[i].block,
			                                     .sign = annotated_sign(note),
			                                     .text = row_text(s, &a->arena, note) };
	}
}

static void
make_parts(const struct doc *d, struct annotated *a)
{
	size_t title = a->list.n > 0 ? title_of(d) : 0;
	part_list parts = { 0 };

	for (size_t i = 0; i < a->list.n; i++) {
		add_parts(d, &a->list.v[i], title, &parts);
		a->n_bare += annotate_is_bare(d, &a->list.v[i]);
		a->n_waiting += a->list.v[i].state != NOTE_ATTACHED;
	}
	if (parts.n > 0)
		qsort(parts.v, parts.n, sizeof *parts.v, by_place);
	a->parts = ARENA_ARRAY(&a->arena, parts.n, struct annotated_part);
	for (size_t i = 0; i < parts.n; i++)
		a->parts[i] = parts.v[i];
	a->n_parts = parts.n;
	VEC_RELEASE(&parts);
}

static void
show_rows(const struct session *s, struct session_document *doc)
{
	bool all = s->annotating.show == ANNOTATED_INLINE;

	if (doc->has_rows || (all && doc->annotated.n_rows > 0))
		reader_set_notes(&doc->reader, doc->annotated.rows, all ? doc->annotated.n_rows : 0);
	doc->has_rows = all && doc->annotated.n_rows > 0;
}

void
annotated_load(struct session *s, struct session_document *doc)
{
	struct annotated *a = &doc->annotated;
	struct err err;

	if (doc->has_rows) /* what they are made of goes away */
		layout_set_notes(doc->reader.layout, NULL, 0);
	annotated_release(a);
	if (!s->settings.notes)
		return;
	if (note_of_document(s->settings.notes, doc->key, doc->reader.doc->language, &a->arena, &a->list,
	                     &err) != STATUS_OK) {
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
		a->list = (struct note_list){ 0 };
	}
	make_parts(doc->reader.doc, a);
	make_rows(s, a);
	show_rows(s, doc);
}

void
annotated_refresh(struct session *s, struct slice key)
{
	for (size_t i = 0; i < s->documents.n; i++)
		if (key.len == 0 || slice_eq(s->documents.v[i].key, key))
			annotated_load(s, &s->documents.v[i]);
	for (size_t i = 0; i < s->panes.n; i++)
		if (s->panes.v[i].has_copy && (key.len == 0 || slice_eq(s->panes.v[i].copy.key, key)))
			annotated_load(s, &s->panes.v[i].copy);
}

void
annotated_notice(struct session *s)
{
	int64_t version = s->settings.notes ? notes_version(s->settings.notes) : 0;

	if (version == s->annotating.version)
		return;
	s->annotating.version = version;
	annotated_refresh(s, SLICE(""));
}

const struct annotated_part *
annotated_block(const struct annotated *a, size_t block, size_t *n)
{
	size_t low = 0, high = a->n_parts;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (a->parts[middle].block < block)
			low = middle + 1;
		else
			high = middle;
	}
	for (*n = 0; low + *n < a->n_parts && a->parts[low + *n].block == block;)
		++*n;
	return a->parts ? &a->parts[low] : NULL;
}

/* Some were made in another text of this version. */
static bool
is_outdated(const struct session_document *doc)
{
	const struct doc *d = doc->reader.doc;

	for (size_t i = 0; i < doc->annotated.list.n; i++) {
		const struct note *note = &doc->annotated.list.v[i];

		if (!slice_is(note->edition, d->sha256) &&
		    (note->scope == NOTE_DOCUMENT || note->version.len == 0 || d->language.len == 0 ||
		     slice_eq(note->version, d->language)))
			return true;
	}
	return false;
}

static void
find_again(struct session *s, struct session_document *doc)
{
	struct reattach_report report = { 0 };
	struct arena arena = { 0 };
	struct err err;
	size_t moved;

	if (reattach_document(s->settings.notes, doc->reader.doc, &arena, &report, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	annotated_load(s, doc);
	moved = report.count[REATTACH_MOVED];
	if (moved > 0)
		session_say(s, moved == 1 ? "this text has changed: %zu note has moved with its words"
		                          : "this text has changed: %zu notes have moved with their words",
		            "文件已变：%zu 条批注已随原文移位", moved);
	arena_release(&arena);
}

void
annotated_open(struct session *s, struct session_document *doc)
{
	size_t n;

	annotated_load(s, doc);
	if (is_outdated(doc))
		find_again(s, doc);
	n = doc->annotated.n_waiting;
	if (n > 0)
		session_say(s, n == 1 ? "%zu note waits: its words have changed or are lost; {tray}"
		                      : "%zu notes wait: their words have changed or are lost; {tray}",
		            "%zu 条批注的原文已变或已失去位置；按 {tray} 处理", n);
}
