/* SPDX-License-Identifier: ISC */
/*
 * Questions to the table of roots (roots.def).  Words are ASCII and compared blind to case, but for
 * the first part of a root in running text.
 */
#ifndef DUAN_CITE_ROOT_PRIV_H
#define DUAN_CITE_ROOT_PRIV_H

#include "base/slice.h"

/* The first part of a known root; any case when typed by a person. */
bool root_opens(struct slice word, bool typed);
bool root_is_stranger(struct slice word);
bool root_is_series(struct slice word);
bool root_is_counted(struct slice word);
bool root_is_closing(struct slice word);
/* Bytes of the longest root of the table that the key begins with; 0 if none. */
size_t root_length(struct slice key);
bool root_is_roman(struct slice word);
bool root_same_word(struct slice word, const char *upper);

#endif
