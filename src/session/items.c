/* SPDX-License-Identifier: ISC */
/*
 * What stands in the lists.  Each sets the current item to where the reader is.
 */
#include "config.h"

#include "session_priv.h"

struct view_item *
items_add(struct view *v, struct slice key, struct slice text)
{
	VEC_PUSH(&v->items, ((struct view_item){ .key = key,
	                                         .text = text,
	                                         .action = ACTIONS,
	                                         .document = SLICE_NONE }));
	return &v->items.v[v->items.n - 1];
}

static struct slice
page_words(const struct session *s, struct view *v, uint32_t page)
{
	if (page == 0)
		return SLICE("");
	return arena_printf(&v->arena, s->settings.ui == UI_ZH ? "第%u页" : "p. %u", page);
}

void
items_source(struct session *s, struct view *v)
{
	struct session_document *doc = session_document(s);
	const struct block *b;

	if (!doc)
		return;
	b = doc_block(doc->reader.doc, doc->reader.current.block);
	v->scroll.n = doc->reader.doc->n_source_lines;
	if (b->source_line > 0) {
		v->from = v->scroll.current = b->source_line - 1;
		v->to = b->source_end > b->source_line ? b->source_end - 1 : b->source_line;
	}
}

static struct slice
heading_text(struct view *v, const struct block *b)
{
	if (b->label.len == 0)
		return arena_copy(&v->arena, b->text);
	return arena_printf(&v->arena, "%.*s %.*s", SLICE_ARG(b->label), SLICE_ARG(b->text));
}

void
items_contents(struct session *s, struct view *v)
{
	struct session_document *doc = session_document(s);
	const struct doc *d = doc ? doc->reader.doc : NULL;

	for (size_t i = 0; d && i < d->n_headings; i++) {
		size_t block = d->headings[i];
		const struct block *b = doc_block(d, block);
		struct view_item *item = items_add(v, SLICE(""), heading_text(v, b));

		item->indent = b->level > 1 ? 2 * (b->level < 8 ? b->level - 1 : 7) : 0;
		item->note = page_words(s, v, b->page);
		item->document = session_pane(s)->document;
		item->place.block = block;
		if (block <= doc->reader.current.block)
			v->scroll.current = i;
	}
}

void
items_documents(struct session *s, struct view *v)
{
	for (size_t i = 0; i < s->documents.n; i++) {
		struct session_document *doc = &s->documents.v[i];
		struct view_item *item = items_add(v, doc->title, doc->reader.doc->title);

		item->note = doc->reader.doc->language;
		item->document = i;
		item->place = doc->reader.current;
	}
	v->scroll.current = session_pane(s)->document;
}

/* "para. 12"; empty outside of all paragraphs. */
static struct slice
paragraph_words(const struct session *s, struct view *v, const struct doc *d, size_t block)
{
	size_t paragraph = doc_paragraph_of(d, block);

	if (paragraph == SLICE_NONE)
		return slice_from(NULL);
	return arena_printf(&v->arena, s->settings.ui == UI_ZH ? "段 %ld" : "para. %ld",
	                    doc_block(d, paragraph)->number);
}

static void
add_mark(struct session *s, struct view *v, int name, struct place at)
{
	const struct doc *d = session_document(s)->reader.doc;
	struct slice text = slice_skip(doc_block(d, at.block)->text, at.byte);
	struct view_item *item = items_add(v, arena_printf(&v->arena, "%c", name),
	                             arena_copy(&v->arena, text));

	item->document = session_pane(s)->document;
	item->place = at;
	item->note = paragraph_words(s, v, d, at.block);
}

static void
add_capital(struct session *s, struct view *v, int name, const struct session_mark *m)
{
	size_t document = document_find(s, m->document);
	struct slice text = m->place.quote;
	struct view_item *item;
	struct place at = { 0 };

	if (document != SLICE_NONE) {
		const struct doc *d = s->documents.v[document].reader.doc;

		at = mark_find(d, &m->place);
		text = slice_skip(doc_block(d, at.block)->text, at.byte);
	}
	item = items_add(v, arena_printf(&v->arena, "%c", name),
	                 arena_printf(&v->arena, "%.*s  %.*s", SLICE_ARG(m->document), SLICE_ARG(text)));
	item->document = document;
	item->place = at;
	if (document == SLICE_NONE)
		item->note = slice_from(s->settings.ui == UI_ZH ? "未打开" : "not open");
	else
		item->note = paragraph_words(s, v, s->documents.v[document].reader.doc, at.block);
}

void
items_marks(struct session *s, struct view *v)
{
	struct session_document *doc = session_document(s);

	for (int i = 0; doc && i < 26; i++)
		if (doc->reader.has_mark[i])
			add_mark(s, v, 'a' + i, doc->reader.mark[i]);
	for (int i = 0; i < 26; i++)
		if (s->marks[i].is_set)
			add_capital(s, v, 'A' + i, &s->marks[i]);
}

static struct slice
remark_where(const struct session *s, struct view *v, const struct remark *r)
{
	bool zh = s->settings.ui == UI_ZH;
	struct slice page = page_words(s, v, r->page);

	if (r->line == 0)
		return page;
	return arena_printf(&v->arena, zh ? "%.*s%s第%u行" : "%.*s%sline %u", SLICE_ARG(page),
	                    page.len > 0 && !zh ? ", " : "", r->line);
}

static void
add_unlisted(const struct session *s, struct view *v, size_t n)
{
	items_add(v, SLICE(""),
	          arena_printf(&v->arena, s->settings.ui == UI_ZH ? "另有 %zu 条未列出" : "and %zu more", n));
}

void
items_remarks(struct session *s, struct view *v)
{
	struct session_document *doc = session_document(s);
	const struct diag *diag = doc ? &doc->reader.doc->diag : NULL;

	for (size_t i = 0; diag && i < diag->n; i++) {
		const struct remark *r = &diag->v[i];
		struct view_item *item = items_add(v, remark_where(s, v, r),
		                             slice_from(r->text[s->settings.ui]));

		item->document = r->line > 0 ? session_pane(s)->document : SLICE_NONE;
		item->line = r->line;
		if (r->level == DIAG_WARNING)
			item->note = slice_from(s->settings.ui == UI_ZH ? "注意" : "warning");
	}
	if (diag && diag->dropped > 0)
		add_unlisted(s, v, diag->dropped);
}

/* Copied: the next :add forgets them. */
void
items_refused(struct session *s, struct view *v)
{
	const struct adding *a = &s->adding;

	for (size_t i = 0; i < a->refused.n; i++)
		items_add(v, SLICE(""), arena_copy(&v->arena, a->refused.v[i]));
	if (a->n_unlisted > 0)
		add_unlisted(s, v, a->n_unlisted);
}
