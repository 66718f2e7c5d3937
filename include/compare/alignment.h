/* SPDX-License-Identifier: ISC */
/*
 * Which blocks of two texts belong together, as parallel_align() and version_align() find it.
 *
 * Every block of both parts is in exactly one pair; a pair with an empty side is a gap.  Rows are the
 * pairs in reading order; what was moved has two, one where it stands on either side.  Owns its
 * memory; the documents must outlive it.  An alignment of zeroes is empty.
 */
#ifndef DUAN_COMPARE_ALIGNMENT_H
#define DUAN_COMPARE_ALIGNMENT_H

#include "base/arena.h"
#include "base/vec.h"
#include "doc/doc.h"

/* Blocks of a document from `start` to `end`.  Borrowed. */
struct part {
	const struct doc *doc;
	size_t start, end;
};
/* All of it. */
struct part part_whole(const struct doc *d);

enum side { SIDE_LEFT, SIDE_RIGHT };
#define SIDES 2

enum pair_relation {
	PAIR_COUNTERPART, /* the same in two languages */
	PAIR_EQUAL,       /* the same words; blanks do not count */
	PAIR_EDITED,
	PAIR_SPLIT,       /* one on the left, several on the right */
	PAIR_MERGED,      /* the other way round */
	PAIR_DELETED,     /* or without a counterpart: left side only */
	PAIR_INSERTED,    /* right side only */
	PAIR_RELATIONS
};
/* "counterpart", "equal", "edited", … as in JSON. */
const char *pair_relation_name(enum pair_relation relation);
/* In both languages of the interface. */
struct words pair_relation_words(enum pair_relation relation);

struct pair {
	const size_t *block[SIDES]; /* in ascending order */
	size_t n[SIDES];            /* 0: a gap */
	enum pair_relation relation;
	bool is_moved;      /* stands elsewhere among its neighbours */
	bool is_renumbered; /* has an eId on both sides, and another one */
};

/* A line of a table of two columns. */
struct alignment_row {
	size_t pair;
	bool has[SIDES]; /* both but for gaps and what was moved */
};

struct alignment {
	struct pair *v; /* by row; what was moved where it stands on the right */
	size_t n;
	struct alignment_row *rows;
	size_t n_rows;
	struct part part[SIDES];
	size_t *pair_of[SIDES]; /* by block, from the start of the part */
	size_t *row_of[SIDES];
	struct arena arena;
};
void alignment_release(struct alignment *a);

/* The pair and the row of a block of the part: constant time. */
const struct pair *alignment_pair(const struct alignment *a, enum side side, size_t block);
size_t alignment_row(const struct alignment *a, enum side side, size_t block);
/* The first block opposite; in a gap the last one opposite that stands before it, SLICE_NONE if there
 * is none. */
size_t alignment_across(const struct alignment *a, enum side side, size_t block);
/*
 * The same place opposite, for panes that scroll together: by the words that were kept between versions,
 * by length between languages; in a gap the end of what stands before it.  Constant time but for the
 * words of the pair.
 */
struct place alignment_place(const struct alignment *a, enum side side, struct place at);
/* The next row from `row` on (or back from it) that is not PAIR_EQUAL or PAIR_COUNTERPART, or was
 * moved or renumbered; SLICE_NONE if there is none. */
size_t alignment_change(const struct alignment *a, size_t row, bool forward);

#endif
