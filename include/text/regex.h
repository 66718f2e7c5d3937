/* SPDX-License-Identifier: ISC */
/*
 * Regular expressions as ICU has them, on UTF-8.  ^ and $ are the ends of a line too.
 *
 * Time and memory of one look are limited: an expression that explodes is given up with words.
 */
#ifndef DUAN_TEXT_REGEX_H
#define DUAN_TEXT_REGEX_H

#include "base/err.h"
#include "base/slice.h"

struct regex; /* opaque */

/* STATUS_USAGE, with what is wrong and where, if it is no regular expression. */
enum status regex_new(struct slice pattern, struct regex **out, struct err *err) MUST_USE;
void regex_free(struct regex *r); /* NULL is fine */

/*
 * The first match at or after `from` that is not empty; *start is SLICE_NONE if there is none.
 * STATUS_TOO_BIG when it takes too long or too much memory to know.
 */
enum status regex_find(struct regex *r, struct slice text, size_t from, size_t *start, size_t *end,
                       struct err *err) MUST_USE;

#endif
