/* SPDX-License-Identifier: ISC */
/*
 * What y and the key after it copy: of the selection if there is one, else of the paragraph.
 */
#include "config.h"

#include "annotate_priv.h"

#include "doc/quotation.h"

static const struct doc *
doc_of(struct session *s)
{
	return session_document(s)->reader.doc;
}

/* What is selected, else the current block. */
static struct selection_span
span_of(struct session *s)
{
	size_t block = session_document(s)->reader.current.block;
	struct selection_span span;

	if (!selection_span(s, &span))
		span = (struct selection_span){ { block, 0 }, { block, SIZE_MAX }, true };
	return span;
}

static enum ui_language
language_of(struct session *s)
{
	return quotation_language(doc_of(s)->language, s->settings.ui);
}

static void
put(struct session *s, struct words what, struct buf *text)
{
	copy_put(s, what, buf_slice(text));
	buf_release(text);
	selection_clear(s);
}

void
copy_add_text(struct session *s, struct buf *out)
{
	struct selection_span span = span_of(s);

	quotation_add_words(doc_of(s), span.start, span.end,
	                    span.is_paragraphs ? QUOTATION_PARAGRAPHS : QUOTATION_LINES, out);
}

static void
copy_text(struct session *s, const struct action_call *call)
{
	struct selection_span span;
	bool is_selected = selection_span(s, &span);
	struct buf text = { 0 };

	(void)call;
	copy_add_text(s, &text);
	put(s, is_selected ? WORDS("selection", "所选文字") : WORDS("paragraph", "本段"), &text);
}

static void
add_citation(struct session *s, const struct selection_span *span, struct buf *out)
{
	quotation_cite_blocks(doc_of(s), span->start.block, span->end.block, language_of(s), out);
}

static void
copy_citation(struct session *s, const struct action_call *call)
{
	struct selection_span span = span_of(s);
	struct buf text = { 0 };

	(void)call;
	add_citation(s, &span, &text);
	put(s, WORDS("citation", "出处"), &text);
}

static void
add_quotation(struct session *s, const struct selection_span *span, struct buf *out)
{
	struct buf words = { 0 }, citation = { 0 };

	quotation_add_words(doc_of(s), span->start, span->end, QUOTATION_RUNNING, &words);
	add_citation(s, span, &citation);
	quotation_join(buf_slice(&words), buf_slice(&citation), language_of(s), out);
	buf_release(&words);
	buf_release(&citation);
}

static void
copy_quotation(struct session *s, const struct action_call *call)
{
	struct selection_span span = span_of(s);
	struct buf text = { 0 };

	(void)call;
	add_quotation(s, &span, &text);
	put(s, WORDS("quotation", "引文"), &text);
}

static void
put_symbol(struct session *s, struct slice symbol)
{
	if (symbol.len == 0)
		session_complain(s, "it has no symbol", "没有文号");
	else
		copy_put(s, WORDS("symbol", "文号"), symbol);
}

static void
put_address(struct session *s, const struct buf *address)
{
	if (address->len == 0)
		session_complain(s, "no address of it is known", "不知道它的网址");
	else
		copy_put(s, WORDS("address", "网址"), buf_slice(address));
}

static void
copy_symbol(struct session *s, const struct action_call *call)
{
	const struct doc *d = doc_of(s);

	(void)call;
	put_symbol(s, d->n_symbols > 0 ? d->symbols[0] : slice_from(NULL));
}

static void
copy_address(struct session *s, const struct action_call *call)
{
	struct buf text = { 0 };
	struct err err;

	(void)call;
	if (address_find_text(s, &text, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	else
		put_address(s, &text);
	buf_release(&text);
}

/* The symbol of what an item of a list is about; may be empty. */
static struct slice
symbol_of(struct session *s, const struct view_item *item)
{
	const struct doc *d;

	if (item->symbol.len > 0 || item->document == SLICE_NONE)
		return item->symbol;
	d = s->documents.v[item->document].reader.doc;
	return d->n_symbols > 0 ? d->symbols[0] : slice_from(NULL);
}

static void
put_item(struct session *s, const struct view_item *item)
{
	struct buf text = { 0 };

	buf_add(&text, item->key);
	if (item->key.len > 0 && item->text.len > 0)
		buf_add_byte(&text, ' ');
	buf_add(&text, item->text);
	put(s, WORDS("item", "本项"), &text);
}

static void
put_note(struct session *s)
{
	struct arena arena = { 0 };
	struct note note;

	if (annotate_item(s, &arena, &note))
		copy_put(s, WORDS("note", "批注"), note.text);
	arena_release(&arena);
}

void
copy_item(struct session *s, const struct view_item *item, enum action what)
{
	struct buf address = { 0 };

	if (what == ACTION_COPY) {
		put_item(s, item);
	} else if (what == ACTION_COPY_NOTE) {
		put_note(s);
	} else if (what == ACTION_COPY_SYMBOL) {
		put_symbol(s, symbol_of(s, item));
	} else {
		address_find_item(s, item, NULL, &address);
		put_address(s, &address);
	}
	buf_release(&address);
}

/* A line of its own for the quotation of a block. */
static void
add_block(struct session *s, size_t block, struct buf *out)
{
	const struct selection_span span = { { block, 0 }, { block, SIZE_MAX }, true };

	if (doc_block(doc_of(s), block)->text.len == 0)
		return;
	if (out->len > 0)
		buf_add_byte(out, '\n');
	add_quotation(s, &span, out);
}

static bool
has_bookmark(struct session *s, size_t block)
{
	size_t n;
	const struct annotated_part *part =
		annotated_block(&session_document(s)->annotated, block, &n);

	for (size_t i = 0; i < n; i++)
		if (part[i].is_first && part[i].note->kind == NOTE_BOOKMARK)
			return true;
	return false;
}

static void
copy_quotations(struct session *s, const struct action_call *call)
{
	struct selection_span span;
	bool is_selected = selection_span(s, &span);
	struct buf text = { 0 };

	(void)call;
	if (!is_selected)
		span = (struct selection_span){ { 0, 0 }, { doc_of(s)->n_blocks - 1, 0 }, true };
	for (size_t i = span.start.block; i <= span.end.block; i++)
		if (is_selected || has_bookmark(s, i))
			add_block(s, i, &text);
	if (text.len == 0)
		session_complain(s, "nothing is selected and there is no bookmark here; {star} sets one",
		                 "没有选区，本文件也没有书签；按 {star} 加书签");
	else
		put(s, WORDS("quotations", "各处引文"), &text);
	buf_release(&text);
}

static void
copy_note(struct session *s, const struct action_call *call)
{
	size_t n, block = session_document(s)->reader.current.block;
	const struct annotated_part *part =
		annotated_block(&session_document(s)->annotated, block, &n);
	struct buf text = { 0 };

	(void)call;
	for (size_t i = 0; i < n; i++) {
		if (!part[i].is_first || part[i].note->text.len == 0)
			continue;
		if (text.len > 0)
			buf_add_str(&text, "\n\n");
		buf_add(&text, part[i].note->text);
	}
	if (text.len == 0)
		session_complain(s, "there is no note here", "此处没有批注");
	else
		put(s, WORDS("note", "批注"), &text);
	buf_release(&text);
}

action_fn *const copy_actions[ACTIONS] = {
	[ACTION_COPY] = copy_text,
	[ACTION_COPY_CITATION] = copy_citation,
	[ACTION_COPY_QUOTATION] = copy_quotation,
	[ACTION_COPY_SYMBOL] = copy_symbol,
	[ACTION_COPY_ADDRESS] = copy_address,
	[ACTION_COPY_QUOTATIONS] = copy_quotations,
	[ACTION_COPY_NOTE] = copy_note,
};
