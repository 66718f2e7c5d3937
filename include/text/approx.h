/* SPDX-License-Identifier: ISC */
/*
 * Approximate matching: where a pattern stands in a text with the fewest characters inserted,
 * deleted or replaced.  Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching" (1999),
 * in blocks of 64 as Hyyrö has them; time is text × pattern / 64.  Characters are code points.
 */
#ifndef DUAN_TEXT_APPROX_H
#define DUAN_TEXT_APPROX_H

#include "text/utf8.h"

struct approx_text {
	const codepoint *v;
	size_t n;
};

struct approx;
/* The pattern is copied; at least one character. */
struct approx *approx_new(struct approx_text pattern);
void approx_free(struct approx *a); /* NULL is fine */

struct approx_hit {
	size_t end;    /* one past its last character */
	size_t errors;
};
/*
 * The best places with at most `max_errors`, by place; of those that are nearer to each other than
 * half the pattern only the best counts.  Gives how many there are; fills in the best `max`.
 */
size_t approx_search(const struct approx *a, struct approx_text text, size_t max_errors,
                     struct approx_hit *hits, size_t max);
/* The fewest errors with which the pattern stands anywhere in the text; at most its length. */
size_t approx_least(struct approx_text pattern, struct approx_text text);
/*
 * Where each character of the pattern lies when it ends at `end` of the text: at[i] is the place of
 * character i, or where it is missing; at[n] is `end`.  `is_kept[i]` (may be NULL): it is there
 * unchanged.
 */
void approx_align(struct approx_text pattern, struct approx_text text, size_t end, size_t max_errors,
                  size_t *at, bool *is_kept);

#endif
