/* SPDX-License-Identifier: ISC */
/*
 * Changes of notes: where they belong, keeping them, and what they are called.
 */
#include "config.h"

#include "annotate_priv.h"

#include "cite/wording.h"

#define QUOTE_CHARS 12 /* that stand for a place without a name */

struct annotate_range
annotate_range(struct session *s)
{
	const struct reader *r = &session_document(s)->reader;
	struct selection_span span;

	if (selection_span(s, &span))
		return (struct annotate_range){ { span.start, span.end },
			                        span.is_paragraphs ? NOTE_PARAGRAPH : NOTE_WORDS };
	return (struct annotate_range){ anchor_block(r->doc, r->current.block), NOTE_PARAGRAPH };
}

bool
annotate_can(struct session *s)
{
	if (!s->settings.notes)
		session_complain(s, "there is no file to keep notes in", "没有保存批注的文件");
	return s->settings.notes != NULL;
}

struct note
annotate_new(struct session *s, enum note_kind kind, const struct annotate_range *range,
             struct arena *arena)
{
	const struct doc *d = session_document(s)->reader.doc;
	struct note note = { .kind = kind };
	char id[NOTE_ID_LEN + 1];

	note_make_id(id);
	note.id = arena_copy(arena, slice_from(id));
	if (range)
		annotate_anchor(d, range, arena, &note);
	else
		anchor_to_document(d, arena, &note);
	return note;
}

bool
annotate_keep(struct session *s, const struct note *list, size_t n)
{
	VEC(struct slice) changed = { 0 };
	struct arena arena = { 0 };
	struct err err;
	bool is_kept;

	if (!annotate_can(s))
		return false;
	is_kept = note_put_all(s->settings.notes, list, n, &err) == STATUS_OK;
	if (!is_kept)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	for (size_t i = 0; i < n; i++) /* the list may lie in what is loaded again */
		if (i == 0 || !slice_eq(list[i].document, list[i - 1].document))
			VEC_PUSH(&changed, arena_copy(&arena, list[i].document));
	for (size_t i = 0; i < changed.n; i++)
		annotated_refresh(s, changed.v[i]);
	VEC_RELEASE(&changed);
	view_remake_notes(s);
	if (is_kept)
		selection_clear(s);
	arena_release(&arena);
	return is_kept;
}

bool
annotate_throw_away(struct session *s, const struct note *note)
{
	struct note gone = *note;
	struct arena arena = { 0 };
	struct slice words = annotate_words(s, &arena, note);
	bool done;

	gone.trashed = note_now();
	done = annotate_keep(s, &gone, 1);
	if (done)
		session_say(s, "%.*s deleted; {undo} brings it back", "已删除%.*s；{undo} 撤销", SLICE_ARG(words));
	arena_release(&arena);
	return done;
}

/* Its words are at the current place. */
static bool
is_at(const struct annotated_part *part, size_t byte)
{
	return part->note->scope == NOTE_WORDS && part->start <= byte && byte < part->end;
}

const struct note *
annotate_only(struct session *s, annotate_fits *fits, size_t *n)
{
	const struct session_document *doc = session_document(s);
	const struct note *found = NULL, *at = NULL;
	size_t n_parts, n_at = 0;
	const struct annotated_part *parts =
		annotated_block(&doc->annotated, doc->reader.current.block, &n_parts);

	*n = 0;
	for (size_t i = 0; i < n_parts; i++) {
		if (fits && !fits(parts[i].note))
			continue;
		found = parts[i].note;
		++*n;
		if (is_at(&parts[i], doc->reader.current.byte)) {
			at = found;
			n_at++;
		}
	}
	if (n_at == 1)
		return at;
	return *n == 1 ? found : NULL;
}

const struct note *
annotate_same(struct session *s, enum note_kind kind, const struct annotate_range *range)
{
	const struct session_document *doc = session_document(s);
	struct place from = range->range.from, to = range->range.to;
	size_t n;
	const struct annotated_part *parts = annotated_block(&doc->annotated, from.block, &n);

	for (size_t i = 0; i < n; i++) {
		const struct note *note = parts[i].note;
		struct anchor_range other;

		if (note->kind == kind && note->scope == range->scope &&
		    anchor_show(doc->reader.doc, note, &other) && other.from.block == from.block &&
		    other.from.byte == from.byte && other.to.block == to.block && other.to.byte == to.byte)
			return note;
	}
	return NULL;
}

bool
annotate_item(struct session *s, struct arena *arena, struct note *out)
{
	const struct view *v = session_view(s);
	struct slice id = { 0 };
	struct err err;

	if (v->kind >= VIEW_CONTENTS && v->kind != VIEW_PREVIEW && v->scroll.current < v->items.n)
		id = v->items.v[v->scroll.current].annotation;
	if (id.len == 0) {
		session_complain(s, "this is no note", "此项不是批注");
		return false;
	}
	if (!annotate_can(s))
		return false;
	if (note_get(s->settings.notes, id, arena, out, &err) == STATUS_OK)
		return true;
	session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	return false;
}

static struct slice
kind_words(const struct session *s, const struct note *note)
{
	static const struct words words[NOTE_KINDS] = { [NOTE_TEXT] = { { "note", "批注" } },
		                                        [NOTE_HIGHLIGHT] = { { "highlight", "标示" } },
		                                        [NOTE_BOOKMARK] = { { "bookmark", "书签" } },
		                                        [NOTE_TAG] = { { "tags", "标签" } } };

	return slice_from(words_in(words[note->kind], s->settings.ui));
}

/* "para. 12"; its first words, if that has no name; the document itself. */
static void
add_place(const struct session *s, const struct note *note, struct buf *out)
{
	size_t end = utf8_offset(note->quote, QUOTE_CHARS);

	if (note->eid.len > 0)
		wording_place(note->eid, s->settings.ui, out);
	else if (note->scope != NOTE_DOCUMENT)
		buf_addf(out, s->settings.ui == UI_ZH ? "“%.*s%s”" : "\"%.*s%s\"",
		         SLICE_ARG(slice_sub(note->quote, 0, end)), end < note->quote.len ? "…" : "");
}

struct slice
annotate_words(struct session *s, struct arena *arena, const struct note *note)
{
	const struct session_document *doc = session_document(s);
	bool is_here = doc && slice_eq(doc->key, note->document), zh = s->settings.ui == UI_ZH;
	struct slice kind = kind_words(s, note), words;
	struct buf place = { 0 };

	if (!is_here || note->scope == NOTE_DOCUMENT)
		buf_add(&place, note->document);
	if (place.len > 0 && note->scope != NOTE_DOCUMENT)
		buf_add_str(&place, zh ? " " : ", ");
	add_place(s, note, &place);
	if (zh)
		words = arena_printf(arena, "%s的%.*s", buf_str(&place), SLICE_ARG(kind));
	else
		words = arena_printf(arena, "%.*s on %s", SLICE_ARG(kind), buf_str(&place));
	buf_release(&place);
	return words;
}

struct slice
annotate_tags(struct arena *arena, struct slice tags, const char *sign)
{
	struct buf out = { 0 };
	struct slice name, copy;

	while (note_next_tag(&tags, &name))
		buf_addf(&out, "%s%s%.*s", out.len > 0 ? " " : "", sign, SLICE_ARG(name));
	copy = arena_copy(arena, buf_slice(&out));
	buf_release(&out);
	return copy;
}
