/* SPDX-License-Identifier: ISC */
/*
 * What the modules of the layout share: one block's lines, and how they are made.
 */
#ifndef DUAN_LAYOUT_PRIV_H
#define DUAN_LAYOUT_PRIV_H

#include "base/vec.h"
#include "layout/layout.h"
#include "text/breaks.h"

struct block_lines {
	size_t block; /* SLICE_NONE: empty slot */
	VEC(struct line) lines;
	bool is_padded;
	size_t pad; /* lines of that */
	VEC(int) columns; /* of a table shown as a grid */
	size_t n_text;    /* lines before those of notes */
};

/* Wraps text[start, end) into lines of `cols` cells; `first` and `rest` are the indents of the first
 * and of the further lines. */
struct wrap {
	const struct block *block; /* links are not broken where it can be helped */
	struct breaks *breaks;     /* set to the block's text */
	struct width width;
	int cols; /* of the text area, at least 1 */
	int first, rest;
	bool hang;
};
void wrap_lines(const struct wrap *w, size_t start, size_t end, struct block_lines *out);

/* Lines of a table: a grid where all cells are short, else its rows wrapped like text. */
void table_lines(const struct wrap *w, struct block_lines *out);

/* For row.c. */
const struct doc *layout_doc(const struct layout *l);
struct width layout_width(const struct layout *l);

#endif
