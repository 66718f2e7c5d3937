/* SPDX-License-Identifier: ISC */
/*
 * How much bytes look like Chinese text in one encoding.
 *
 * A score is the mean over the characters that are not ASCII: 1 for frequent Han characters and for
 * punctuation, less for rare ones, far below 0 for what cannot be.  -1 when there is nothing to judge.
 */
#ifndef DUAN_TEXT_CHARSET_PRIV_H
#define DUAN_TEXT_CHARSET_PRIV_H

#include "text/charset.h"

struct charset_score {
	const char *name;
	double score;
};

double charset_score_gb18030(struct slice sample);
double charset_score_big5(struct slice sample);
double charset_score_utf16(struct slice sample, bool big_endian);
/* UTF-16 of mostly Latin letters: every other byte is zero. */
bool charset_is_utf16_latin(struct slice sample, struct charset *out);

#endif
