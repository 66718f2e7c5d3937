/* SPDX-License-Identifier: ISC */
/*
 * Words of the library: strings of Han that its documents use again and again, to be proposed to
 * who types by sound.  Found at import: headings, and what a document has three times or more.
 */
#ifndef DUAN_STORE_TERM_H
#define DUAN_STORE_TERM_H

#include "store/library.h"

struct term {
	struct slice text; /* simplified */
	long n;            /* about how often */
};
/* All whose first character has a reading that begins with the letter. */
enum status term_list(struct library *l, char initial, struct arena *arena, struct term **out,
                      size_t *n, struct err *err) MUST_USE;

#endif
