/* SPDX-License-Identifier: ISC */
#ifndef DUAN_CITE_SYMBOL_PRIV_H
#define DUAN_CITE_SYMBOL_PRIV_H

#include "base/slice.h"

/*
 * The symbol, or double symbol, or range from symbol to symbol, that begins at `at`: its end, 0 if
 * there is none.  `typed` takes any case and any closing word.
 */
size_t symbol_match(struct slice text, size_t at, bool typed);

#endif
