/* SPDX-License-Identifier: ISC */
/*
 * Sentences as ICU divides text (UAX #29), without the ends that it sees behind abbreviations:
 * "para. 3", "Mr. A".  For one place, on request.
 */
#ifndef DUAN_TEXT_SENTENCE_H
#define DUAN_TEXT_SENTENCE_H

#include "base/slice.h"

/* The start of the sentence behind the one at a byte; the end of the text if that is the last. */
size_t sentence_next(struct slice text, size_t at);
/* The last start of a sentence before a byte; 0 if there is none. */
size_t sentence_before(struct slice text, size_t at);

#endif
