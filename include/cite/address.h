/* SPDX-License-Identifier: ISC */
/*
 * Official addresses of documents (domain.md, G): https://docs.un.org/zh/A/70/1.  symbol_from_url()
 * goes the other way.
 */
#ifndef DUAN_CITE_ADDRESS_H
#define DUAN_CITE_ADDRESS_H

#include "base/buf.h"
#include "base/slice.h"

/* Appends the address of a document in a language ("zh"; "ch" is written "zh", what is none of the
 * six becomes "en").  Nothing for an empty symbol. */
void address_of_symbol(struct slice symbol, struct slice language, struct buf *out);
/*
 * Appends the address of what a target names: of a document; of a resolution the report that holds
 * it, which is `container` (may be empty).  False, and nothing appended, if it has none.
 */
bool address_of_target(struct slice target, struct slice container, struct slice language,
                       struct buf *out);
/*
 * Where a document can be had: `pattern` with {symbol}, {language} and {format} filled in; one
 * without {symbol} is a base, "https://docs.un.org", that language and symbol are put behind.
 */
void address_fill(struct slice pattern, struct slice symbol, struct slice language,
                  struct slice format, struct buf *out);
/* "documents.un.org" of "https://documents.un.org:443/…": for people.  Borrowed. */
struct slice address_host(struct slice address);

#endif
