/* SPDX-License-Identifier: ISC */
/*
 * Reading one symbol from its root on, character by character as folded for matching.
 */
#ifndef DUAN_CITE_SCAN_PRIV_H
#define DUAN_CITE_SCAN_PRIV_H

#include "cite/symbol.h"
#include "text/utf8.h"

/* The character at a byte as matching sees it (full width, dashes and Cyrillic look-alikes become
 * ASCII), 0 at the end; *next is the byte behind it. */
codepoint scan_char(struct slice text, size_t at, size_t *next);
/* Kinds of roots. */
enum scan_root { SCAN_UNKNOWN, SCAN_PRINCIPAL, SCAN_BODY };
enum scan_root scan_root_kind(struct slice name); /* folded, any case */
bool scan_is_token(struct slice name);

/* Reads a symbol whose root starts at `start`; gives the byte behind it, 0 if there is none. */
size_t scan_symbol(struct slice text, size_t start);

#endif
