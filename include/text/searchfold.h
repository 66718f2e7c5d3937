/* SPDX-License-Identifier: ISC */
/*
 * Text as search compares it: blind to case, width, traditional and simplified Han, marks on Latin,
 * Greek, Arabic and Hebrew letters, the kinds of quotation marks, dashes, brackets and commas.
 * Blanks and what is invisible are dropped, so that matches run across them.
 *
 * One character becomes none, one or several, whatever stands around it (NFKC_Casefold of Unicode,
 * ICU's Traditional-Simplified, and a list of punctuation: see tools/gen-searchfold.c).  Tables are
 * constant; nothing is built at the start.  For the copy that keeps its length see fold.h.
 */
#ifndef DUAN_TEXT_SEARCHFOLD_H
#define DUAN_TEXT_SEARCHFOLD_H

#include "text/utf8.h"

#include <stdint.h>

#define SEARCHFOLD_MAX 18       /* characters that one can become */
#define SEARCHFOLD_BYTES_MAX 72 /* their bytes */

/* Fills `out`; gives how many, 0 for what is dropped. */
int searchfold_char(codepoint c, codepoint out[SEARCHFOLD_MAX]);
bool searchfold_is_dropped(codepoint c);

/* Folded text, and for each of its bytes where the character it comes from starts. */
struct searchfold {
	struct buf text;
	uint32_t *start; /* counts from the start of what was folded; owned */
	size_t cap;
};
void searchfold_release(struct searchfold *f);
/*
 * Folds s from the byte `at` on until `bytes` of the folded text or the end of s are reached.
 * Gives the byte of s that it came to.  At most 4 GiB at a time.
 */
size_t searchfold_text(struct searchfold *f, struct slice s, size_t at, size_t bytes);
/* Appends the folded text alone. */
void searchfold_add(struct buf *out, struct slice s);

/*
 * The characters whose folded form has the folded character c in it.  Gives how many there are,
 * which may be more than the `max` that are filled in.
 */
size_t searchfold_sources(codepoint c, codepoint *out, size_t max);

#endif
