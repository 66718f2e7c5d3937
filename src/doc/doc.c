/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/doc.h"

#include <stdlib.h>

const char *
block_kind_name(enum block_kind kind)
{
	static const char *const name[BLOCK_KINDS] = {
		[BLOCK_MASTHEAD] = "masthead", [BLOCK_TITLE] = "title",
		[BLOCK_HEADING] = "heading",   [BLOCK_PARAGRAPH] = "paragraph",
		[BLOCK_ITEM] = "item",         [BLOCK_TEXT] = "text",
		[BLOCK_QUOTE] = "quote",       [BLOCK_TABLE] = "table",
		[BLOCK_FOOTNOTE] = "footnote", [BLOCK_CONTENTS] = "contents",
		[BLOCK_SPEAKER] = "speaker",   [BLOCK_SIGNATURE] = "signature",
		[BLOCK_OTHER] = "other",
	};

	return name[kind];
}

struct doc *
doc_new(void)
{
	struct doc *d = mem_resize(NULL, sizeof *d);

	*d = (struct doc){ 0 };
	diag_init(&d->diag, &d->arena);
	return d;
}

struct doc *
doc_share(struct doc *d)
{
	d->shared++;
	return d;
}

void
doc_free(struct doc *d)
{
	if (!d)
		return;
	if (d->shared > 0) {
		d->shared--;
		return;
	}
	backing_free(d->backing);
	diag_release(&d->diag);
	buf_release(&d->source);
	arena_release(&d->arena);
	free(d);
}

/* Bytes of the first line of `rest`, with its end. */
static size_t
line_len(struct slice rest)
{
	for (size_t i = 0; i < rest.len; i++)
		if (rest.p[i] == '\n' || (rest.p[i] == '\r' && !(i + 1 < rest.len && rest.p[i + 1] == '\n')))
			return i + 1;
	return rest.len;
}

void
doc_divide(struct doc *d)
{
	struct slice text = buf_slice(&d->source);
	size_t n = 0, at = 0;

	for (; at < text.len; at += line_len(slice_skip(text, at)))
		n++;
	d->source_start = ARENA_ARRAY(&d->arena, n + 1, size_t);
	d->n_source_lines = n;
	for (n = at = 0; at < text.len; at += line_len(slice_skip(text, at)))
		d->source_start[n++] = at;
	d->source_start[n] = text.len;
}

void
doc_index(struct doc *d)
{
	size_t n, bytes = 0;

	if (d->n_blocks == 0) {
		d->blocks = ARENA_NEW(&d->arena, struct block);
		d->blocks[0].kind = BLOCK_OTHER;
		d->n_blocks = 1;
	}
	n = d->n_blocks;
	d->text_start = ARENA_ARRAY(&d->arena, n + 1, size_t);
	d->headings = ARENA_ARRAY(&d->arena, n, size_t);
	d->numbered = ARENA_ARRAY(&d->arena, n, size_t);
	d->n_headings = d->n_numbered = 0;
	d->last_number = 0;
	for (size_t i = 0; i < n; i++) {
		const struct block *b = &d->blocks[i];

		d->text_start[i] = bytes;
		bytes += b->text.len;
		if (b->kind == BLOCK_HEADING)
			d->headings[d->n_headings++] = i;
		if (b->kind != BLOCK_PARAGRAPH)
			continue;
		d->numbered[d->n_numbered++] = i;
		if (b->component.len == 0 && b->number > d->last_number)
			d->last_number = b->number;
	}
	d->text_start[n] = bytes;
}

const struct block *
doc_block(const struct doc *d, size_t block)
{
	return d->blocks ? &d->blocks[block] : backing_block(d->backing, block);
}

const struct block *
doc_block_words(const struct doc *d, size_t block)
{
	return d->blocks ? &d->blocks[block] : backing_words(d->backing, block);
}

struct slice
doc_source_line(const struct doc *d, size_t n)
{
	struct slice line;

	if (n == 0 || n > d->n_source_lines)
		return slice_from(NULL);
	line = d->backing ? backing_line(d->backing, n)
	                  : slice_sub(buf_slice(&d->source), d->source_start[n - 1], d->source_start[n]);
	while (line.len > 0 && (line.p[line.len - 1] == '\n' || line.p[line.len - 1] == '\r'))
		line.len--;
	return line;
}

/* Index in a rising list of the last entry that is `block` or less, SLICE_NONE if none is. */
static size_t
last_at_or_before(const size_t *list, size_t n, size_t block)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (list[middle] <= block)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? low - 1 : SLICE_NONE;
}

size_t
doc_heading_of(const struct doc *d, size_t block)
{
	size_t i = last_at_or_before(d->headings, d->n_headings, block);

	return i == SLICE_NONE ? SLICE_NONE : d->headings[i];
}

size_t
doc_paragraph_of(const struct doc *d, size_t block)
{
	size_t i = last_at_or_before(d->numbered, d->n_numbered, block);

	if (i == SLICE_NONE ||
	    !slice_eq(doc_block(d, d->numbered[i])->component, doc_block(d, block)->component))
		return SLICE_NONE;
	return d->numbered[i];
}
