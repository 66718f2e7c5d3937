/* SPDX-License-Identifier: ISC */
/*
 * What a reader of a document should know of: its final text, later revisions and corrections that the
 * library holds.
 */
#ifndef DUAN_NAVIGATION_NEWER_H
#define DUAN_NAVIGATION_NEWER_H

#include "store/link.h"

/*
 * Final texts first, then later revisions, the latest first, then corrigenda of this very text in its
 * language (one may correct a single language).  Each as the library has it, in the language of the
 * document if it can be.  Lives in the arena.  None when the document has no symbol.
 */
enum status newer_find(struct library *l, const struct doc *d, struct arena *arena,
                       struct link_relative **out, size_t *n, struct err *err) MUST_USE;
/* "final text: A/70/1; revised: …; corrected: …": one line, empty when there is nothing.  Appends. */
void newer_words(const struct link_relative *list, size_t n, enum ui_language ui, struct buf *out);

#endif
