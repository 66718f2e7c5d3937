/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/flat.h"

#include "base/vec.h"
#include "compare_priv.h"

#include <stdlib.h>

typedef VEC(codepoint) codepoint_list;
typedef VEC(struct flat_char) char_list;

static void
add_block(const struct block *b, size_t number, codepoint_list *v, char_list *from)
{
	codepoint out[COMPARE_MAX];

	for (size_t at = 0; at < b->text.len;) {
		struct flat_char place = { (uint32_t)number, (uint32_t)at };
		int n = compare_fold(utf8_next(b->text, &at), out);

		for (int i = 0; i < n; i++) {
			VEC_PUSH(v, out[i]);
			VEC_PUSH(from, place);
		}
	}
}

struct flat *
flat_new(const struct doc *d)
{
	struct flat *f = mem_resize(NULL, sizeof *f);
	size_t n_blocks = d->text_start[d->n_blocks] <= FLAT_MAX ? d->n_blocks : 0;
	codepoint_list v = { 0 };
	char_list from = { 0 };

	*f = (struct flat){ .doc = d, .start = mem_resize(NULL, (n_blocks + 1) * sizeof *f->start) };
	for (size_t i = 0; i < n_blocks; i++) {
		f->start[i] = v.n;
		add_block(doc_block(d, i), i, &v, &from);
	}
	f->start[n_blocks] = v.n;
	VEC_PUSH(&from, ((struct flat_char){ (uint32_t)n_blocks, 0 }));
	f->v = v.v;
	f->n = v.n;
	f->from = from.v;
	return f;
}

void
flat_free(struct flat *f)
{
	if (!f)
		return;
	free(f->v);
	free(f->from);
	free(f->start);
	free(f);
}

bool
flat_is_empty(const struct flat *f)
{
	return f->n == 0;
}

struct approx_text
flat_text(const struct flat *f, size_t start, size_t end)
{
	end = end < f->n ? end : f->n;
	start = start < end ? start : end;
	return (struct approx_text){ f->v ? f->v + start : NULL, end - start };
}

size_t
flat_at(const struct flat *f, struct place at)
{
	size_t low, high;

	if (f->n == 0 || at.block >= f->doc->n_blocks)
		return f->n;
	low = f->start[at.block];
	high = f->start[at.block + 1];
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (f->from[middle].byte < at.byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct place
flat_place(const struct flat *f, size_t at)
{
	return (struct place){ f->from[at].block, f->from[at].byte };
}

struct place
flat_end(const struct flat *f, size_t end)
{
	struct place p;
	struct slice text;

	if (end == 0)
		return (struct place){ 0, 0 };
	p = flat_place(f, end - 1);
	text = doc_block(f->doc, p.block)->text;
	(void)utf8_next(text, &p.byte);
	return p;
}

codepoint *
flat_fold(struct slice text, size_t *n)
{
	codepoint out[COMPARE_MAX];
	codepoint_list v = { 0 };

	for (size_t at = 0; at < text.len;) {
		int count = compare_fold(utf8_next(text, &at), out);

		for (int i = 0; i < count; i++)
			VEC_PUSH(&v, out[i]);
	}
	*n = v.n;
	return v.v;
}
