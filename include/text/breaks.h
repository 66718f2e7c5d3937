/* SPDX-License-Identifier: ISC */
/*
 * Line break opportunities (UAX #14 through ICU, locale zh with lb=strict), grapheme and word
 * boundaries, and the rule of the house on top: no break inside 第…号, dates, a number and its
 * unit, …… and ——.  ICU reads UTF-8 in place.
 *
 * Source of the forbidden characters: ECMA-376 defaults for zh-Hans (kinsoku), domain.md F.2.
 */
#ifndef DUAN_TEXT_BREAKS_H
#define DUAN_TEXT_BREAKS_H

#include "text/width.h"

enum breaks_kind {
	BREAKS_NONE,   /* none here */
	BREAKS_VETOED, /* Unicode allows it, the house does not: only if nothing else fits */
	BREAKS_ALLOWED,
};

struct breaks; /* owns an ICU break iterator; opened at first use of a text that needs it */

struct breaks *breaks_new(void);
void breaks_free(struct breaks *b);
/* Borrows the text until the next breaks_set(). */
void breaks_set(struct breaks *b, struct slice text);
/* What a break at byte `at` (0 < at < len) would be. */
enum breaks_kind breaks_at(struct breaks *b, size_t at);
/* The last ALLOWED break at or before `at` and after `from`; 0 if none.  Fast: looks only near `at`. */
size_t breaks_before(struct breaks *b, size_t at, size_t from);
/* The same, but number and unit, dates and the like may be cut: the second choice. */
size_t breaks_before_vetoed(struct breaks *b, size_t at, size_t from);

/* Forbidden at the start / the end of a line. */
bool breaks_forbids_start(codepoint c);
bool breaks_forbids_end(codepoint c);
/* May hang over the right edge: ，。、；： */
bool breaks_may_hang(codepoint c);

#endif
