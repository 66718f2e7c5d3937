/* SPDX-License-Identifier: ISC */
/*
 * A stretch of text as the recogniser reads it: one place a character, folded (text/fold.h), with
 * the byte it came from.  What is not seen on paper is left out; blanks of every kind are ' ', line
 * ends '\n'.
 */
#ifndef DUAN_CITE_WINDOW_PRIV_H
#define DUAN_CITE_WINDOW_PRIV_H

#include "text/utf8.h"

#define WINDOW_BYTES ((size_t)1 << 16) /* longer texts are read in pieces, cut between sentences */

#define WINDOW_BEHIND 16

struct window {
	struct slice text; /* borrowed */
	codepoint *c;      /* n characters, then WINDOW_BEHIND of 0: for looking a few ahead */
	uint32_t *at;      /* byte of each, and of the end */
	size_t n, cap;
};

void window_read(struct window *w, struct slice text);
void window_release(struct window *w);
/* Where the text can be cut at or before WINDOW_BYTES without parting a sentence. */
size_t window_cut(struct slice text);
/* The letter for comparing: small, without accent, simplified, Arabic forms unified. */
codepoint window_plain(codepoint c);
/* A letter or digit of a script that writes blanks between words. */
bool window_is_letter(codepoint c);
/* Behind blanks: over at most two line ends; gives `at` itself if there are more. */
size_t window_skip_blank(const struct window *w, size_t at, unsigned *lines);
struct slice window_slice(const struct window *w, size_t start, size_t end);

#endif
