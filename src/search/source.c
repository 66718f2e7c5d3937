/* SPDX-License-Identifier: ISC */
/*
 * Documents as texts, and lists of what was found.
 */
#include "config.h"

#include "search/find.h"

#define BATCH 512 /* matches of a text at a time */

size_t
find_label_bytes(const struct block *b)
{
	return b->label.len > 0 ? b->label.len + 1 : 0;
}

static struct slice
block_text(void *self, size_t unit)
{
	struct find_document *d = self;
	const struct block *b = doc_block_words(d->doc, unit);

	if (b->label.len == 0)
		return b->text;
	buf_clear(&d->joined);
	buf_add(&d->joined, b->label);
	buf_add_byte(&d->joined, '\n');
	buf_add(&d->joined, b->text);
	return buf_slice(&d->joined);
}

struct find_source
find_source_of(struct find_document *d)
{
	return (struct find_source){ .n = d->doc->n_blocks, .text = block_text, .self = d };
}

void
find_document_release(struct find_document *d)
{
	buf_release(&d->joined);
}

struct place
find_place(const struct doc *d, struct find_hit hit)
{
	size_t label = find_label_bytes(doc_block(d, hit.unit));

	return (struct place){ hit.unit, hit.start > label ? hit.start - label : 0 };
}

int
find_hit_cmp(struct find_hit a, struct find_hit b)
{
	if (a.unit != b.unit)
		return a.unit < b.unit ? -1 : 1;
	return (a.start > b.start) - (a.start < b.start);
}

void
find_list_release(struct find_list *l)
{
	VEC_RELEASE(&l->hits);
	*l = (struct find_list){ 0 };
}

void
find_list_clear(struct find_list *l)
{
	VEC_CLEAR(&l->hits);
	l->from = (struct find_hit){ 0 };
	l->is_done = l->is_cut = false;
}

/* All matches of one text. */
static void
list_unit(struct find_list *l, struct find *f, size_t unit, struct slice text)
{
	struct find_span span[BATCH];
	size_t n = BATCH, from = 0;

	while (n == BATCH && !l->is_cut) {
		n = find_in(f, text, from, span, BATCH);
		for (size_t i = 0; i < n; i++) {
			l->is_cut = l->hits.n == FIND_LIST_MAX;
			if (l->is_cut)
				return;
			VEC_PUSH(&l->hits, ((struct find_hit){ unit, span[i].start, span[i].end }));
		}
		if (n > 0)
			from = span[n - 1].end;
	}
}

void
find_list_grow(struct find_list *l, struct find *f, struct find_source s, size_t bytes)
{
	for (size_t seen = 0; !l->is_done && seen <= bytes;) {
		struct slice text;

		l->is_done = l->is_cut || l->from.unit >= s.n || find_error(f);
		if (l->is_done)
			return;
		text = s.text(s.self, l->from.unit);
		list_unit(l, f, l->from.unit++, text);
		seen += text.len + 1;
	}
}

size_t
find_list_rank(const struct find_list *l, struct find_hit hit)
{
	size_t low = 0, high = l->hits.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (find_hit_cmp(l->hits.v[middle], hit) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
