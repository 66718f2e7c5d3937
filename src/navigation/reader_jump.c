/* SPDX-License-Identifier: ISC */
/*
 * Jumps of a reader: to a number, a place, the next block of a kind, a mark.
 */
#include "config.h"

#include "navigation/reader.h"

#include "reader_priv.h"

bool
reader_jump_number(struct reader *r, long number)
{
	const struct doc *d = r->doc;

	for (size_t i = 0; i < d->n_numbered; i++) {
		const struct block *b = doc_block(d, d->numbered[i]);

		if (b->number == number && b->component.len == 0) {
			reader_jump(r, (struct place){ d->numbered[i], 0 });
			return true;
		}
	}
	return false;
}

bool
reader_jump_place(struct reader *r, struct slice place)
{
	size_t block = doc_find(r->doc, place);

	if (block == SLICE_NONE)
		return false;
	reader_jump(r, (struct place){ block, 0 });
	return true;
}

static bool
is_paragraph(const struct block *b)
{
	return b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM || b->kind == BLOCK_TEXT ||
	       b->kind == BLOCK_QUOTE || b->kind == BLOCK_SPEAKER;
}

static bool
is_heading(const struct block *b)
{
	return b->kind == BLOCK_HEADING;
}

/* Goes to the n-th block of a kind from here, or to the last one there is in that direction. */
static bool
step(struct reader *r, long n, bool (*wanted)(const struct block *))
{
	size_t at = r->current.block, found = SLICE_NONE;

	if (n < 0 && r->current.byte > 0 && wanted(doc_block(r->doc, at))) {
		found = at; /* back to the start of this one first */
		n++;
	}
	for (; n > 0 && ++at < r->doc->n_blocks;) {
		if (wanted(doc_block(r->doc, at))) {
			found = at;
			n--;
		}
	}
	for (; n < 0 && at-- > 0;) {
		if (wanted(doc_block(r->doc, at))) {
			found = at;
			n++;
		}
	}
	if (found == SLICE_NONE)
		return false;
	reader_go(r, (struct place){ found, 0 });
	return true;
}

bool
reader_paragraph(struct reader *r, long n)
{
	return step(r, n, is_paragraph);
}

bool
reader_heading(struct reader *r, long n)
{
	struct place before = r->current;

	if (!step(r, n, is_heading))
		return false;
	r->last = before;
	r->has_last = true;
	return true;
}

void
reader_set_mark(struct reader *r, char name)
{
	if (name < 'a' || name > 'z')
		return;
	r->mark[name - 'a'] = r->current;
	r->has_mark[name - 'a'] = true;
}

bool
reader_jump_mark(struct reader *r, char name)
{
	if (name < 'a' || name > 'z' || !r->has_mark[name - 'a'])
		return false;
	reader_jump(r, r->mark[name - 'a']);
	return true;
}

bool
reader_jump_last(struct reader *r)
{
	if (!r->has_last)
		return false;
	reader_jump(r, r->last);
	return true;
}
