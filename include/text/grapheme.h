/* SPDX-License-Identifier: ISC */
/*
 * Grapheme clusters: what a person takes for one character (UAX #29 through ICU): a letter with its
 * marks, an emoji of several code points, a flag.  For the cursor; how wide one is on the screen says
 * text/width, which shows an emoji of several parts part by part.
 */
#ifndef DUAN_TEXT_GRAPHEME_H
#define DUAN_TEXT_GRAPHEME_H

#include "base/slice.h"

/* The end of the cluster at a byte, the end of the text at most; the start of the one before. */
size_t grapheme_next(struct slice text, size_t at);
size_t grapheme_before(struct slice text, size_t at);

#endif
