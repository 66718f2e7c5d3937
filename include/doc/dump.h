/* SPDX-License-Identifier: ISC */
/*
 * A document as JSON (interface.md, "show --json"), as text (label, tab, text, a line a block), and
 * as an outline.  Text and outline are safe to print on a terminal.  JSON offsets are code points.
 */
#ifndef DUAN_DOC_DUMP_H
#define DUAN_DOC_DUMP_H

#include "doc/doc.h"

void dump_json(const struct doc *d, enum ui_language remarks, struct buf *out);
void dump_text(const struct doc *d, struct buf *out);
/* The same of the blocks from `start` to `end`. */
void dump_json_part(const struct doc *d, size_t start, size_t end, enum ui_language remarks,
                    struct buf *out);
void dump_text_part(const struct doc *d, size_t start, size_t end, struct buf *out);
/* One block as dump_text() has it. */
void dump_block_text(const struct block *b, struct buf *out);
void dump_outline(const struct doc *d, struct buf *out);

/* One citation of `text` as JSON, a line; `start` and `end` count code points. */
void dump_citation(const struct citation *c, struct slice text, long start, long end, struct buf *out);

#endif
