/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "compare/alignment.h"

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
