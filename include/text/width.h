/* SPDX-License-Identifier: ISC */
/*
 * Cells on the terminal: the only place where a width is decided (UAX #11; grapheme clusters as in
 * UAX #29).  Tables are generated at build time or constant; nothing is built at the start.
 *
 * What must not reach a terminal has a visible stand-in (see width_stand_in).
 */
#ifndef DUAN_TEXT_WIDTH_H
#define DUAN_TEXT_WIDTH_H

#include "text/utf8.h"

/* Cells of East Asian Ambiguous characters: 1 or 2.  Box drawing U+2500-257F is always 1. */
struct width {
	int ambiguous;
};

/* 0 for combining marks and other zero-width characters, else 1 or 2; controls count as their stand-in. */
int width_of(struct width w, codepoint c);

#define CLUSTER_MARKS_MAX 4 /* further marks of a cluster are not shown (curses holds 4) */

/* What is shown for a stretch of text that moves the cursor as one. */
struct cluster {
	size_t start, end; /* bytes of the text */
	codepoint base;    /* the character to show: itself or its stand-in */
	codepoint mark[CLUSTER_MARKS_MAX];
	int n_marks;
	int cells;          /* 1 or 2; 0 for a run of nothing but invisible characters */
	bool is_stand_in;   /* shown in a style of its own */
};

/*
 * The cluster at `at` (below s.len).  Fast for ASCII and Han.  Tab and newline are the caller's
 * business and come out as a space of one cell.  C0, DEL, C1, bidi controls, tag characters,
 * other format characters, lone surrogates, unassigned and private characters, U+FFFD and
 * U+2028/2029 come out as a stand-in of one cell (control pictures U+2400.. for C0 and DEL,
 * U+FFFD for the rest); a run of zero-width characters as one stand-in or none, never as many.
 * ZWJ and ZWNJ between letters are shown as nothing.  Soft hyphen: nothing.
 */
struct cluster width_cluster(struct width w, struct slice s, size_t at);
/* Cells of a whole stretch (tabs and newlines as one cell). */
int width_slice(struct width w, struct slice s);
/* Appends s so that it can be printed on a terminal: stand-ins for what must not get out; newline
 * and tab kept when `keep_lines`. */
void width_clean(struct slice s, bool keep_lines, struct buf *out);
/* True if the character must never be sent to a terminal: it has a stand-in, or is shown as nothing
 * (soft hyphens, joiners, variation selectors, in which words can be hidden). */
bool width_is_unsafe(codepoint c);

#endif
