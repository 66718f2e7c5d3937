/* SPDX-License-Identifier: ISC */
/*
 * A changed text made from a document, that knows where each of its characters comes from.
 */
#ifndef DUAN_SURVIVAL_VARIANT_H
#define DUAN_SURVIVAL_VARIANT_H

#include "annotation/flat.h"

#include <stdint.h>

enum change {
	CHANGE_LINES,    /* other line ends */
	CHANGE_INSERT,   /* paragraphs put in */
	CHANGE_NUMBERS,  /* numbers three higher */
	CHANGE_REWORD,   /* a sentence in every third paragraph */
	CHANGE_DELETE,   /* one paragraph in ten gone */
	CHANGE_SWAP,     /* near-identical paragraphs change places */
	CHANGE_NOISE,    /* 3 % of the characters are others */
	CHANGE_WIDTH,    /* punctuation and width */
	CHANGE_SCRIPT,   /* traditional characters */
	CHANGES
};
extern const char *const change_names[CHANGES];

/* The same numbers on every machine. */
struct dice {
	uint64_t state;
};
size_t dice_below(struct dice *d, size_t n);

/* The document as it is annotated, imported from text made of the one that was given: for
 * CHANGE_SWAP with near-identical paragraphs put in.  NULL if it is too small or cannot be read. */
struct flat *variant_base(const struct doc *given, enum change change, struct dice *dice);
/* The changed text, imported; map[i] is where character i of the base is in it, SLICE_NONE if it is
 * no longer there.  NULL if the change does not apply. */
struct flat *variant_make(const struct flat *base, enum change change, struct dice *dice,
                          size_t *map);
/* The document of a flat, which it does not own, goes with it. */
void variant_free(struct flat *f);

#endif
