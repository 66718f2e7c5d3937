/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "compare/alignment.h"

#include "compare/change.h"

#include <assert.h>

struct part
part_whole(const struct doc *d)
{
	return (struct part){ d, 0, d->n_blocks };
}

const char *
pair_relation_name(enum pair_relation relation)
{
	static const char *const names[PAIR_RELATIONS] = {
		[PAIR_COUNTERPART] = "counterpart", [PAIR_EQUAL] = "equal",
		[PAIR_EDITED] = "edited",           [PAIR_SPLIT] = "split",
		[PAIR_MERGED] = "merged",           [PAIR_DELETED] = "deleted",
		[PAIR_INSERTED] = "inserted",
	};

	return names[relation];
}

struct words
pair_relation_words(enum pair_relation relation)
{
	static const struct words words[PAIR_RELATIONS] = {
		[PAIR_COUNTERPART] = { { "counterpart", "对应" } },
		[PAIR_EQUAL] = { { "equal", "相同" } },
		[PAIR_EDITED] = { { "edited", "改动" } },
		[PAIR_SPLIT] = { { "split", "拆分" } },
		[PAIR_MERGED] = { { "merged", "合并" } },
		[PAIR_DELETED] = { { "deleted", "删除" } },
		[PAIR_INSERTED] = { { "inserted", "新增" } },
	};

	return words[relation];
}

void
alignment_release(struct alignment *a)
{
	arena_release(&a->arena);
	*a = (struct alignment){ 0 };
}

static size_t
index_of(const struct alignment *a, enum side side, size_t block)
{
	assert(block >= a->part[side].start && block < a->part[side].end);
	return block - a->part[side].start;
}

const struct pair *
alignment_pair(const struct alignment *a, enum side side, size_t block)
{
	return &a->v[a->pair_of[side][index_of(a, side, block)]];
}

size_t
alignment_row(const struct alignment *a, enum side side, size_t block)
{
	return a->row_of[side][index_of(a, side, block)];
}

size_t
alignment_across(const struct alignment *a, enum side side, size_t block)
{
	enum side other = side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
	const struct pair *p = alignment_pair(a, side, block);

	if (p->n[other] > 0)
		return p->block[other][0];
	for (size_t row = alignment_row(a, side, block); row-- > 0;) {
		p = &a->v[a->rows[row].pair];
		if (a->rows[row].has[other])
			return p->block[other][p->n[other] - 1];
	}
	return SLICE_NONE;
}

static bool
is_change(const struct pair *p)
{
	return (p->relation != PAIR_EQUAL && p->relation != PAIR_COUNTERPART) || p->is_moved ||
	       (p->is_renumbered && p->relation == PAIR_EQUAL);
}

size_t
alignment_change(const struct alignment *a, size_t row, bool forward)
{
	while (row < a->n_rows) {
		if (is_change(&a->v[a->rows[row].pair]))
			return row;
		row = forward ? row + 1 : row - 1; /* below 0 is past the end */
	}
	return SLICE_NONE;
}

/* The words of one side of a pair, one block after the other. */
static void
join_text(const struct alignment *a, const struct pair *p, enum side side, struct buf *out)
{
	for (size_t i = 0; i < p->n[side]; i++)
		buf_add(out, doc_block(a->part[side].doc, p->block[side][i])->text);
}

static size_t
in_proportion(size_t at, size_t of, size_t to)
{
	return of == 0 ? 0 : (size_t)((double)at * (double)to / (double)of);
}

/* As many bytes in as there are before `at`, blanks apart: those may differ between the same words. */
static size_t
same_word(struct slice from, size_t start, size_t at, struct slice to, size_t found, size_t end)
{
	size_t n = 0;

	for (size_t i = start; i < at; i++)
		n += from.p[i] != ' ';
	for (; found < end && (n > 0 || to.p[found] == ' '); found++)
		n -= to.p[found] != ' ';
	return found;
}

/* By the words: what was kept lies where it lies, what was changed in proportion. */
static size_t
across_words(struct slice from, struct slice to, enum side side, size_t at)
{
	enum side other = side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
	struct changes c = { 0 };
	size_t found = to.len;

	changes_make(&c, side == SIDE_LEFT ? from : to, side == SIDE_LEFT ? to : from);
	for (size_t i = 0; i < c.list.n; i++) {
		const struct change *e = &c.list.v[i];

		if (at >= e->end[side])
			continue;
		found = e->is_kept ? same_word(from, e->start[side], at, to, e->start[other], e->end[other])
		                   : e->start[other] + in_proportion(at - e->start[side],
		                                                     e->end[side] - e->start[side],
		                                                     e->end[other] - e->start[other]);
		break;
	}
	changes_release(&c);
	return found;
}

/* The block of the pair that holds a byte of its joined text; never amid a character. */
static struct place
place_in(const struct alignment *a, const struct pair *p, enum side side, size_t at)
{
	for (size_t i = 0; i < p->n[side]; i++) {
		struct slice text = doc_block(a->part[side].doc, p->block[side][i])->text;

		if (at < text.len || i + 1 == p->n[side]) {
			at = at < text.len ? at : text.len;
			while (at > 0 && at < text.len && ((unsigned char)text.p[at] & 0xC0) == 0x80)
				at--;
			return (struct place){ p->block[side][i], at };
		}
		at -= text.len;
	}
	return (struct place){ 0, 0 };
}

static struct place
place_before_gap(const struct alignment *a, enum side side, enum side other, size_t block)
{
	size_t across = alignment_across(a, side, block);

	if (across == SLICE_NONE)
		return (struct place){ a->part[other].start, 0 };
	return (struct place){ across, doc_block(a->part[other].doc, across)->text.len };
}

struct place
alignment_place(const struct alignment *a, enum side side, struct place at)
{
	enum side other = side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
	const struct pair *p = alignment_pair(a, side, at.block);
	struct buf text[SIDES] = { 0 };
	size_t byte = at.byte;

	if (p->n[other] == 0)
		return place_before_gap(a, side, other, at.block);
	for (size_t i = 0; p->block[side][i] != at.block; i++)
		byte += doc_block(a->part[side].doc, p->block[side][i])->text.len;
	join_text(a, p, side, &text[side]);
	join_text(a, p, other, &text[other]);
	if (p->relation == PAIR_COUNTERPART)
		byte = in_proportion(byte, text[side].len, text[other].len);
	else
		byte = across_words(buf_slice(&text[side]), buf_slice(&text[other]), side, byte);
	buf_release(&text[SIDE_LEFT]);
	buf_release(&text[SIDE_RIGHT]);
	return place_in(a, p, other, byte);
}
