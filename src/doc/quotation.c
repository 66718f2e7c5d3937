/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/quotation.h"

#include "cite/wording.h"

enum ui_language
quotation_language(struct slice language, enum ui_language otherwise)
{
	if (slice_is(language, "zh"))
		return UI_ZH;
	return slice_is(language, "en") ? UI_EN : otherwise;
}

void
quotation_cite(struct slice name, struct slice place, struct slice heading,
               enum ui_language language, struct buf *out)
{
	size_t mark = slice_find_byte(place, '!', 0);
	struct buf words = { 0 };

	if (heading.len > 0)
		place = slice_sub(place, 0, mark == SLICE_NONE ? 0 : mark + 1);
	wording_place(place, language, &words);
	buf_add(out, name);
	if (words.len > 0) {
		buf_add_str(out, language == UI_ZH ? "，" : ", ");
		buf_add(out, buf_slice(&words));
	}
	if (heading.len > 0)
		buf_addf(out, language == UI_ZH ? "，题为“%.*s”的一节" : ", section entitled “%.*s”",
		         SLICE_ARG(heading));
	buf_release(&words);
}

static bool
has_place(const struct block *b)
{
	return b->id.len > 0 && b->kind != BLOCK_TITLE && b->kind != BLOCK_MASTHEAD;
}

/* The block by whose number one is cited, or SLICE_NONE. */
static size_t
cited_block(const struct doc *d, size_t block)
{
	size_t heading = doc_heading_of(d, block), paragraph = doc_paragraph_of(d, block);

	if (has_place(doc_block(d, block)))
		return block;
	if (paragraph != SLICE_NONE && (heading == SLICE_NONE || heading < paragraph))
		return paragraph;
	return heading;
}

/* Without a number in any scheme, a heading is known by its words. */
static struct slice
own_heading(const struct block *b)
{
	return b->kind == BLOCK_HEADING && slice_starts(b->id, "hdg_") ? b->text : slice_from(NULL);
}

static void
add_place(const struct block *b, struct buf *out)
{
	if (b->component.len > 0)
		buf_addf(out, "%.*s!", SLICE_ARG(b->component));
	buf_add(out, b->id);
}

/* "，第 3 至 5 段" of two paragraphs of one part, else "至" and the place of the last one. */
static void
add_upto(const struct block *first, const struct block *last, enum ui_language language,
         struct buf *out)
{
	bool zh = language == UI_ZH, same = slice_eq(first->component, last->component);
	struct buf place = { 0 };

	if (!same)
		add_place(last, &place);
	else
		buf_add(&place, last->id);
	buf_add_str(out, zh ? "至" : " to ");
	wording_place(buf_slice(&place), language, out);
	buf_release(&place);
}

/* Paragraphs of one part of the document. */
static void
cite_paragraphs(struct slice name, const struct block *first, const struct block *last,
                enum ui_language language, struct buf *out)
{
	struct buf part = { 0 };

	if (first->component.len > 0)
		buf_addf(&part, "%.*s!", SLICE_ARG(first->component));
	quotation_cite(name, buf_slice(&part), SLICE(""), language, out);
	buf_addf(out, language == UI_ZH ? "，第 %ld 至 %ld 段" : ", paras. %ld–%ld", first->number,
	         last->number);
	buf_release(&part);
}

void
quotation_cite_blocks(const struct doc *d, size_t first, size_t last, enum ui_language language,
                      struct buf *out)
{
	struct slice name = d->n_symbols > 0 ? d->symbols[0] : d->name;
	size_t from = cited_block(d, first), to = cited_block(d, last);
	struct buf place = { 0 };
	struct block a, b;

	if (from == SLICE_NONE) {
		buf_add(out, name);
		return;
	}
	a = *doc_block(d, from);
	b = *doc_block(d, to);
	if (from != to && a.kind == BLOCK_PARAGRAPH && b.kind == BLOCK_PARAGRAPH &&
	    slice_eq(a.component, b.component)) {
		cite_paragraphs(name, &a, &b, language, out);
		return;
	}
	add_place(&a, &place);
	quotation_cite(name, buf_slice(&place), own_heading(&a), language, out);
	if (from != to && own_heading(&b).len == 0)
		add_upto(&a, &b, language, out);
	buf_release(&place);
}

static bool
is_mark(const struct citation *c)
{
	return c->kind == CITATION_FN && slice_is(c->evidence, "mark");
}

static void
add_text(const struct block *b, size_t from, size_t to, struct buf *out)
{
	for (size_t i = 0; i < b->n_citations; i++) {
		const struct citation *c = &b->citations[i];

		if (!is_mark(c) || c->start < from || c->start >= to)
			continue;
		buf_add(out, slice_sub(b->text, from, c->start));
		from = c->end < to ? c->end : to;
	}
	buf_add(out, slice_sub(b->text, from, to));
}

void
quotation_add_words(const struct doc *d, struct place start, struct place end,
                    enum quotation_form form, struct buf *out)
{
	bool is_spaced = !slice_is(d->language, "zh");

	for (size_t i = start.block; i <= end.block; i++) {
		const struct block *b = doc_block(d, i);
		size_t from = i == start.block ? start.byte : 0;
		size_t to = i == end.block && end.byte < b->text.len ? end.byte : b->text.len;
		bool is_first = i == start.block;

		if (!is_first && form != QUOTATION_RUNNING)
			buf_add_byte(out, '\n');
		else if (!is_first && is_spaced)
			buf_add_byte(out, ' ');
		if (b->label.len > 0 && (!is_first || form == QUOTATION_PARAGRAPHS))
			buf_addf(out, "%.*s ", SLICE_ARG(b->label));
		add_text(b, from, to, out);
	}
}

void
quotation_join(struct slice words, struct slice citation, enum ui_language language,
               struct buf *out)
{
	buf_addf(out, language == UI_ZH ? "“%.*s”（%.*s）" : "“%.*s” (%.*s)", SLICE_ARG(words),
	         SLICE_ARG(citation));
}
