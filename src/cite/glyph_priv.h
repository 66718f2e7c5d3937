/* SPDX-License-Identifier: ISC */
/*
 * Text as the grammar of symbols sees it: folded to ASCII on the fly, byte offsets of the original
 * kept.  Controls and bidirectional marks are not seen at all.
 */
#ifndef DUAN_CITE_GLYPH_PRIV_H
#define DUAN_CITE_GLYPH_PRIV_H

#include "text/utf8.h"

#define GLYPH_END '\0'
#define GLYPH_OTHER '\1' /* anything that no symbol holds */

/*
 * The letter, digit, mark, ' ' or '\n' at `at` or behind what is not seen; *start and *end are its
 * bytes.  Full width, dashes, slashes, digits and Cyrillic letters that look Latin are folded.
 */
char glyph_at(struct slice text, size_t at, size_t *start, size_t *end);
/* The same, ending at `at`. */
char glyph_before(struct slice text, size_t at, size_t *start);
/* The character as a glyph, but not mapped to GLYPH_OTHER: for keys. */
codepoint glyph_fold(codepoint c);
bool glyph_is_unseen(codepoint c);

#define GLYPHS_MAX 192 /* longer than three symbols in a row */

/*
 * The glyphs from one place on.  A run of blanks is one glyph: ' ' for one or two, '\n' for a line
 * end or two with their indentation; a wider gap ends the run, and so does what no symbol holds.
 */
struct glyphs {
	char c[GLYPHS_MAX + 1]; /* ends in GLYPH_END */
	size_t start[GLYPHS_MAX + 1], end[GLYPHS_MAX + 1];
	size_t n;
	bool ended; /* by a gap, by what no symbol holds, by the end of the text */
};
/* Reads from `at`; then on from where reading stood.  At most `max` of them, all told. */
void glyphs_read(struct glyphs *g, struct slice text, size_t at, size_t max);
void glyphs_read_on(struct glyphs *g, struct slice text);

#endif
