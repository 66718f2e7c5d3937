/* SPDX-License-Identifier: ISC */
/*
 * A copy for matching, code point by code point (domain.md, F.4): full width to ASCII, dashes to
 * '-', odd blanks to space, Arabic-Indic digits to ASCII, 號決議條約 to 号决议条约.  One code point
 * gives one code point, so that offsets in code points hold; byte offsets do not.
 */
#ifndef DUAN_TEXT_FOLD_H
#define DUAN_TEXT_FOLD_H

#include "text/utf8.h"

codepoint fold_char(codepoint c);
/* Appends the folded text; if `offsets` is not NULL it receives, for each byte of the folded text
 * and one past its end, the byte offset in `s` (the caller gives folded-length + 1 places, at most
 * s.len + 1). */
void fold_text(struct slice s, struct buf *out, size_t *offsets);
/* Key on the keyboard: full-width forms that a Chinese input method types become the ASCII command
 * key (keymap.md, "Input-method safety"); everything else is itself. */
codepoint fold_key(codepoint c);
static inline bool fold_is_han(codepoint c);
/* Latin, Greek, Cyrillic, Arabic letters and digits: words with blanks between them. */
bool fold_is_spaced(codepoint c);

static inline bool
fold_is_han(codepoint c)
{
	return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) ||
	       (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

#endif
