/* SPDX-License-Identifier: ISC */
/*
 * Anchors: by what a note finds its place again (W3C Web Annotation, "Selectors").
 *
 * An anchor is the eId of the block, the words quoted, what stands before and behind them, their
 * position, and how much the passage differs from the one most like it: how far a changed text can
 * be trusted to be ours.  A document as a whole needs none of it.
 */
#ifndef DUAN_ANNOTATION_ANCHOR_H
#define DUAN_ANNOTATION_ANCHOR_H

#include "annotation/flat.h"
#include "store/note.h"

/* A stretch of a document, `to` one past its end; from one block into another if need be. */
struct anchor_range {
	struct place from, to;
};

/* What notes of the document are filed under: its chief symbol, else "sha256:…". */
struct slice anchor_document(const struct doc *d, struct arena *arena);
/* The whole block; the whole of the text between two places. */
struct anchor_range anchor_block(const struct doc *d, size_t block);
/*
 * Fills in document, scope, version, edition, place, quotation and its surroundings.  The slices
 * live in the arena.
 */
void anchor_to_document(const struct doc *d, struct arena *arena, struct note *note);
void anchor_to_range(const struct flat *f, struct anchor_range range, enum note_scope scope,
                     struct arena *arena, struct note *note);
/* The first place at or behind `from` of a block where the words stand, blind to what folding hides;
 * false if they do not. */
bool anchor_words(const struct flat *f, size_t block, struct slice words, struct anchor_range *out);

/*
 * Where a note shows in this document, as it was kept: by eId, else by number of the block.  In
 * another language version, and when bytes do not fit, it is the whole block.  False for notes of
 * the document as a whole, orphans, and places that are not there.
 */
bool anchor_show(const struct doc *d, const struct note *note, struct anchor_range *out);
/* The text between the places, blocks parted by a line end.  Appends. */
void anchor_text(const struct doc *d, struct anchor_range range, struct buf *out);

#endif
