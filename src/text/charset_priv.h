/* SPDX-License-Identifier: ISC */
/*
 * How much bytes look like text in one encoding.
 */
#ifndef DUAN_TEXT_CHARSET_PRIV_H
#define DUAN_TEXT_CHARSET_PRIV_H

#include "text/charset.h"

struct charset_score {
	double mean;
	size_t n, bad; /* characters judged, malformed among them */
};

/*
 * The mean over the characters: 1 for common Han characters (or letters, if the encoding is one of
 * letters) and punctuation, less for rare ones, far below 0 for what cannot be.  ASCII counts in
 * UTF-16 alone: elsewhere it says nothing.  -1 when there is nothing to judge.
 */
struct charset_score charset_score(struct slice sample, const char *name);
/*
 * UTF-16 whose high bytes are zeroes or controls, as in Latin, Cyrillic and Arabic text: such bytes
 * are valid UTF-8.  False if it is not that.
 */
bool charset_is_utf16_alphabet(struct slice sample, struct charset *out);
/*
 * Latin letters with accents here and there.  Two bytes of Chinese are next to each other, or the
 * second is ASCII and the next character follows.
 */
bool charset_is_accented(struct slice sample);
/* EUC-KR, whose syllables have the codes of GB 2312's common characters, but never the last third. */
bool charset_is_korean(struct slice sample);

#endif
