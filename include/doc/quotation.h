/* SPDX-License-Identifier: ISC */
/*
 * A stretch of a document as others quote it: its words, and its place as UN documents cite it,
 * "CAC/COSP/2019/L.1/Add.2，第 5 段", "…, para. 5".
 */
#ifndef DUAN_DOC_QUOTATION_H
#define DUAN_DOC_QUOTATION_H

#include "doc/doc.h"

/* The language that the document is cited in: its own if it is zh or en. */
enum ui_language quotation_language(struct slice language, enum ui_language otherwise);

/* Appends a document's name and a place in it, "annex_1!para_3".  A heading without a number is
 * cited by its own words, when `heading` is not empty. */
void quotation_cite(struct slice name, struct slice place, struct slice heading,
                    enum ui_language language, struct buf *out);
/* The same of the blocks from `first` to `last` of a document, which has a symbol or a file's name.
 * A block without a number of its own belongs to its paragraph, else to its heading. */
void quotation_cite_blocks(const struct doc *d, size_t first, size_t last,
                           enum ui_language language, struct buf *out);

enum quotation_form {
	QUOTATION_RUNNING, /* blocks one after the other, with their labels behind the first */
	QUOTATION_LINES,   /* the same, a line a block */
	QUOTATION_PARAGRAPHS, /* a line a block, with its label */
};
/* Appends the words from `start` to `end` (one past, at most the length of its block), without the
 * marks of footnotes. */
void quotation_add_words(const struct doc *d, struct place start, struct place end,
                         enum quotation_form form, struct buf *out);
/* Appends words and citation, “…” (…). */
void quotation_join(struct slice words, struct slice citation, enum ui_language language,
                    struct buf *out);

#endif
