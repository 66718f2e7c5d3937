/* SPDX-License-Identifier: ISC */
/*
 * Languages of documents: those of the United Nations, as ISO 639-1 names them (languages.def).
 * Slices that are given back are constant.
 */
#ifndef DUAN_CITE_LANGUAGE_H
#define DUAN_CITE_LANGUAGE_H

#include "base/slice.h"

enum language_script { LANGUAGE_HAN, LANGUAGE_LATIN, LANGUAGE_CYRILLIC, LANGUAGE_ARABIC };

/* The codes, in the order in which a document is asked for; empty behind the last one. */
struct slice language_at(size_t i);
/* "zh" of "ZH", as a person types it; empty for none of them. */
struct slice language_of(struct slice typed);
/* The letter that file names of the document system end in ("e"), or the code; any case. */
bool language_is_suffix(struct slice word);
/* What a text in a script is written in, by its small words; empty when it has none. */
struct slice language_guess(enum language_script script, struct slice text);

#endif
