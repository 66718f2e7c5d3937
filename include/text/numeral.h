/* SPDX-License-Identifier: ISC */
/*
 * Numbers as UN documents write them: Han (十七, 廿三, 一百二十三, 一四八一, 二〇), roman, letters.
 */
#ifndef DUAN_TEXT_NUMERAL_H
#define DUAN_TEXT_NUMERAL_H

#include "base/buf.h"

/* Each reads at the front of `s`, gives the bytes read (0 if none) and the value. */
size_t numeral_han(struct slice s, long *value);
size_t numeral_roman(struct slice s, long *value); /* upper or lower case, well formed, 1-399 */
size_t numeral_digits(struct slice s, long *value); /* ASCII and full width */
/* Appends "III" for 3. */
void numeral_add_roman(struct buf *out, long value);

#endif
