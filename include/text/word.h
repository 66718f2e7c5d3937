/* SPDX-License-Identifier: ISC */
/*
 * Words as ICU divides text (UAX #29, by dictionary in Chinese).  Slow: for one place, on request.
 */
#ifndef DUAN_TEXT_WORD_H
#define DUAN_TEXT_WORD_H

#include "base/slice.h"

/* The word at a byte of the text, or the next one behind it; empty if there is none near. */
struct slice word_at(struct slice text, size_t at);
/* The last word that starts before a byte; empty if there is none near. */
struct slice word_before(struct slice text, size_t at);

#endif
