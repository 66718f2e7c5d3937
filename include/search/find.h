/* SPDX-License-Identifier: ISC */
/*
 * Finding in a document or in a list what a person typed.
 *
 * A query is compiled once and asked about texts: paragraphs, items of a list, lines of the source.
 * Matches lie within one text and do not overlap.  Documents are looked through a few texts at a
 * time, so that one that is not in memory as a whole works, and so that a key can interrupt.
 */
#ifndef DUAN_SEARCH_FIND_H
#define DUAN_SEARCH_FIND_H

#include "base/err.h"
#include "base/vec.h"
#include "doc/doc.h"

enum find_kind {
	FIND_FOLDED, /* as text/searchfold.h compares, and by sound (text/reading.h) where it can be */
	FIND_EXACT,  /* byte for byte */
	FIND_REGEX,
	FIND_KINDS
};
enum find_option {
	FIND_UNFINISHED = 1, /* more may be typed: the last syllable may lack letters */
	FIND_SILENT = 2,     /* not by sound */
};

struct find; /* opaque; owns memory that it works in, so it is for one user at a time */

/* STATUS_USAGE, with what is wrong, if it is no regular expression.  A query that nothing is left
 * of (blanks, when folded) finds nothing. */
enum status find_new(struct slice query, enum find_kind kind, unsigned options, struct find **out,
                     struct err *err) MUST_USE;
void find_free(struct find *f); /* NULL is fine */
/* Other words match too, not by sound. */
void find_add(struct find *f, struct slice words);
struct slice find_typed(const struct find *f); /* the query, without what was added */
bool find_is_empty(const struct find *f);
/* Does it match by sound too? */
bool find_has_sound(const struct find *f);
/* Why it was given up (a regular expression that takes too long); NULL: it was not. */
const struct err *find_error(const struct find *f);

struct find_span {
	size_t start, end; /* bytes */
};
/* The first `max` matches from byte `from` on; fewer than `max` when there are no more. */
size_t find_in(struct find *f, struct slice text, size_t from, struct find_span *out, size_t max);

/* Texts by number. */
struct find_source {
	size_t n;
	struct slice (*text)(void *self, size_t unit); /* valid until the next call */
	void *self;
};
/* Blocks of a document: the label, a newline, the text; or the text alone where there is no label. */
struct find_document {
	const struct doc *doc; /* borrowed */
	struct buf joined;     /* owned */
};
struct find_source find_source_of(struct find_document *d);
void find_document_release(struct find_document *d);
/* Bytes that stand before the block's own text. */
size_t find_label_bytes(const struct block *b);

struct find_hit {
	size_t unit, start, end; /* bytes of that text */
};
/* The place in the document; a match in the label is at the start of the text. */
struct place find_place(const struct doc *d, struct find_hit hit);
int find_hit_cmp(struct find_hit a, struct find_hit b); /* by where they start */

enum find_answer {
	FIND_HIT,
	FIND_END,  /* there is none up to the end (or back to the start) */
	FIND_MORE, /* not looked at everything yet: go on from *from */
	FIND_GIVEN_UP, /* see find_error() */
};
/* The first match at or behind *from. Looks at about `bytes` bytes at most. */
enum find_answer find_next(struct find *f, struct find_source s, struct find_hit *from,
                           size_t bytes, struct find_hit *hit) MUST_USE;
/* The last match that starts before *from; from the end on with { s.n, 0, 0 }. */
enum find_answer find_previous(struct find *f, struct find_source s, struct find_hit *from,
                               size_t bytes, struct find_hit *hit) MUST_USE;

#define FIND_LIST_MAX 10000

/* All matches, as far as they were looked for.  A list of zeroes is empty. */
struct find_list {
	VEC(struct find_hit) hits;
	struct find_hit from; /* where to go on */
	bool is_done;
	bool is_cut; /* there are more than FIND_LIST_MAX; those are not listed */
};
void find_list_release(struct find_list *l);
void find_list_clear(struct find_list *l);
/* Looks at about `bytes` more. */
void find_list_grow(struct find_list *l, struct find *f, struct find_source s, size_t bytes);
/* The number of the first listed hit that does not start before this one. */
size_t find_list_rank(const struct find_list *l, struct find_hit hit);

#endif
