/* SPDX-License-Identifier: ISC */
/*
 * Revisions made of a document: blocks are deleted, inserted, edited, moved, split and merged, and
 * what became of each is known.  The same seed gives the same revision.
 */
#ifndef DUAN_TESTS_COMPARE_REVISION_H
#define DUAN_TESTS_COMPARE_REVISION_H

#include "base/vec.h"
#include "doc/doc.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>

/* Percent of the blocks; of those edited, percent of the words, of Han the characters. */
#define REVISION_DELETED 6
#define REVISION_INSERTED 6
#define REVISION_EDITED 50
#define REVISION_WORDS 10
#define REVISION_MOVED 5
#define REVISION_CUT 3 /* split or merged */

struct revision_pair {
	size_t left, n_left, right, n_right;
	bool is_moved;
};
struct revision {
	struct doc *doc;
	VEC(struct revision_pair) pairs; /* what was neither deleted nor inserted */
	uint64_t seed;
};

static inline unsigned
revision_random(struct revision *r, unsigned below)
{
	r->seed = r->seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(r->seed >> 33) % below;
}

/* A word or a Han character of any block of the document. */
static inline struct slice
revision_word(struct revision *r, const struct doc *from)
{
	for (int tries = 0; tries < 50; tries++) {
		struct slice text = doc_block(from, revision_random(r, (unsigned)from->n_blocks))->text;
		size_t at, end;

		if (text.len == 0)
			continue;
		at = utf8_offset(text, revision_random(r, (unsigned)utf8_count(text)));
		end = at;
		utf8_next(text, &end);
		while (fold_is_spaced(utf8_at(text, at)) && end < text.len && fold_is_spaced(utf8_at(text, end)))
			utf8_next(text, &end);
		if (!slice_is_blank(slice_sub(text, at, end)))
			return slice_sub(text, at, end);
	}
	return SLICE("新");
}

/* A third of the changes each deletes, inserts, replaces. */
static inline struct slice
revision_edit(struct revision *r, const struct doc *from, struct slice text, unsigned percent)
{
	struct buf out = { 0 };
	struct slice edited;

	for (size_t at = 0; at < text.len;) {
		size_t end = at;
		bool is_spaced = fold_is_spaced(utf8_next(text, &end));
		bool is_edited = revision_random(r, 100) < percent;
		unsigned how = revision_random(r, 3);

		while (is_spaced && end < text.len && fold_is_spaced(utf8_at(text, end)))
			utf8_next(text, &end);
		if (!is_edited || how == 1)
			buf_add(&out, slice_sub(text, at, end));
		if (is_edited && how > 0) {
			if (is_spaced && how == 1)
				buf_add_byte(&out, ' ');
			buf_add(&out, revision_word(r, from));
		}
		at = end;
	}
	edited = arena_copy(&r->doc->arena, buf_slice(&out));
	buf_release(&out);
	return edited;
}

/* Where a sentence ends nearest to the middle; 0 if none does. */
static inline size_t
revision_middle(struct slice text)
{
	size_t best = 0;

	for (size_t at = 0; at < text.len;) {
		codepoint c = utf8_next(text, &at);
		size_t off = at > text.len / 2 ? at - text.len / 2 : text.len / 2 - at;
		size_t best_off = best > text.len / 2 ? best - text.len / 2 : text.len / 2 - best;

		if ((c == ',' || c == '.' || c == ';' || c == 0x3002 || c == 0xFF1B || c == 0xFF0C) &&
		    off < best_off && at < text.len)
			best = at;
	}
	return best > text.len / 4 && best < text.len - text.len / 4 ? best : 0;
}

static inline size_t
revision_add(struct revision *r, const struct block *b, struct slice text)
{
	struct block *copy = &r->doc->blocks[r->doc->n_blocks];

	*copy = *b;
	copy->text = text;
	return r->doc->n_blocks++;
}

static inline bool
revision_is_text(const struct block *b)
{
	return (b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_TEXT) && utf8_count(b->text) >= 30;
}

/* The blocks are numbered as they stand now. */
static inline void
revision_number(struct doc *d)
{
	long number = 0;

	for (size_t i = 0; i < d->n_blocks; i++) {
		struct block *b = &d->blocks[i];

		if (b->kind != BLOCK_PARAGRAPH)
			continue;
		b->number = ++number;
		b->label = arena_printf(&d->arena, "%ld.", number);
		b->id = arena_printf(&d->arena, "para_%ld", number);
	}
}

/* One block of the base, or two that are merged; gives how many. */
static inline size_t
revision_take(struct revision *r, const struct doc *base, size_t i)
{
	const struct block *b = doc_block(base, i);
	struct revision_pair p = { i, 1, r->doc->n_blocks, 1, false };
	struct slice text = b->text;
	bool is_edited = revision_random(r, 100) < REVISION_EDITED;
	bool is_cut = revision_random(r, 100) < REVISION_CUT && revision_is_text(b);
	size_t middle = is_cut ? revision_middle(text) : 0;

	if (is_cut && revision_random(r, 2) == 0 && i + 1 < base->n_blocks &&
	    revision_is_text(doc_block(base, i + 1))) {
		text = arena_printf(&r->doc->arena, "%.*s %.*s", SLICE_ARG(text),
		                    SLICE_ARG(doc_block(base, i + 1)->text));
		p.n_left = 2;
		middle = 0;
	}
	if (is_edited && utf8_count(b->text) >= 12)
		text = revision_edit(r, base, text, REVISION_WORDS);
	middle = middle > 0 ? revision_middle(text) : 0;
	if (middle > 0) {
		revision_add(r, b, slice_sub(text, 0, middle));
		revision_add(r, b, slice_trim(slice_skip(text, middle)));
		p.n_right = 2;
	} else {
		revision_add(r, b, text);
	}
	VEC_PUSH(&r->pairs, p);
	return p.n_left;
}

/* A block that goes elsewhere: past 5 to 60 others. */
static inline void
revision_move(struct revision *r, size_t pair)
{
	struct revision_pair *p = &r->pairs.v[pair];
	size_t from = p->right, to = from + 5 + revision_random(r, 56);
	struct block b = r->doc->blocks[from];

	if (to >= r->doc->n_blocks || p->n_left != 1 || p->n_right != 1 || !revision_is_text(&b))
		return;
	for (size_t i = 0; i < r->pairs.n; i++)
		if (r->pairs.v[i].n_right == 2 && r->pairs.v[i].right == to)
			return;
	for (size_t i = from; i < to; i++)
		r->doc->blocks[i] = r->doc->blocks[i + 1];
	r->doc->blocks[to] = b;
	for (size_t i = 0; i < r->pairs.n; i++)
		if (r->pairs.v[i].right > from && r->pairs.v[i].right <= to)
			r->pairs.v[i].right--;
	r->pairs.v[pair].right = to;
	r->pairs.v[pair].is_moved = true;
}

/* `other` gives what is inserted; half of that is a block of the base, much edited. */
static inline void
revision_make(struct revision *r, const struct doc *base, const struct doc *other, uint64_t seed)
{
	*r = (struct revision){ .doc = doc_new(), .seed = seed * 2654435761u + 1 };
	r->doc->blocks = ARENA_ARRAY(&r->doc->arena, base->n_blocks * 3 + 8, struct block);
	for (size_t i = 0; i < base->n_blocks;) {
		const struct block *b = doc_block(base, i);

		if (revision_random(r, 100) < REVISION_INSERTED) {
			const struct doc *from = revision_random(r, 2) ? base : other;
			const struct block *more = doc_block(from, revision_random(r, (unsigned)from->n_blocks));

			if (revision_is_text(more))
				revision_add(r, more, revision_edit(r, other, more->text,
				                                    from == base ? 40 : 10));
		}
		if (revision_is_text(b) && revision_random(r, 100) < REVISION_DELETED) {
			i++;
			continue;
		}
		i += revision_take(r, base, i);
	}
	for (size_t i = 0; i < r->pairs.n; i++)
		if (revision_random(r, 100) < REVISION_MOVED)
			revision_move(r, i);
	revision_number(r->doc);
	doc_index(r->doc);
}

static inline void
revision_release(struct revision *r)
{
	doc_free(r->doc);
	VEC_RELEASE(&r->pairs);
}

#endif
