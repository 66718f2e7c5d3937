/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "navigation/reader.h"

#define QUOTE_BYTES 64

/* As many whole characters as fit. */
static struct slice
quote_at(struct slice text, size_t at)
{
	size_t end = at + QUOTE_BYTES;

	if (end >= text.len)
		return slice_sub(text, at, text.len);
	while (end > at && ((unsigned char)text.p[end] & 0xC0) == 0x80)
		end--;
	return slice_sub(text, at, end);
}

struct reader_anchor
reader_anchor_of(const struct doc *d, struct place at)
{
	const struct block *b = doc_block(d, at.block);

	return (struct reader_anchor){ .eid = b->id,
		                       .component = b->component,
		                       .quote = quote_at(b->text, at.byte),
		                       .block = at.block,
		                       .byte = at.byte };
}

/* Where the quotation stands in a block, the hinted byte first; SLICE_NONE if it does not. */
static size_t
quote_in(const struct block *b, const struct reader_anchor *a)
{
	if (a->byte <= b->text.len &&
	    slice_eq(slice_sub(b->text, a->byte, a->byte + a->quote.len), a->quote))
		return a->byte;
	return slice_find(b->text, a->quote, 0);
}

/* Blocks in the order hint, hint + 1, hint - 1, … */
static size_t
find_quote(const struct doc *d, const struct reader_anchor *a, size_t *byte)
{
	size_t hint = a->block < d->n_blocks ? a->block : d->n_blocks - 1;

	for (size_t far = 0; far < d->n_blocks; far++) {
		if (hint + far < d->n_blocks &&
		    (*byte = quote_in(doc_block(d, hint + far), a)) != SLICE_NONE)
			return hint + far;
		if (far > 0 && far <= hint &&
		    (*byte = quote_in(doc_block(d, hint - far), a)) != SLICE_NONE)
			return hint - far;
	}
	return SLICE_NONE;
}

/* A byte that no longer starts a character is moved back to one that does. */
static struct place
valid(const struct doc *d, size_t block, size_t byte)
{
	struct slice text = doc_block(d, block)->text;

	if (byte > text.len)
		byte = 0;
	while (byte > 0 && byte < text.len && ((unsigned char)text.p[byte] & 0xC0) == 0x80)
		byte--;
	return (struct place){ block, byte };
}

struct place
reader_find_anchor(const struct doc *d, struct reader_anchor a)
{
	size_t named = doc_find_eid(d, a.component, a.eid), block, byte;

	if (named != SLICE_NONE && (byte = quote_in(doc_block(d, named), &a)) != SLICE_NONE)
		return valid(d, named, byte);
	if (a.quote.len > 0 && (block = find_quote(d, &a, &byte)) != SLICE_NONE)
		return valid(d, block, byte);
	if (named != SLICE_NONE)
		return valid(d, named, 0);
	return valid(d, a.block < d->n_blocks ? a.block : d->n_blocks - 1, a.byte);
}
