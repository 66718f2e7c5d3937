/* SPDX-License-Identifier: ISC */
/*
 * HTML: a walk over the tree (html.c), numbers of lists (html_label.c), and blocks that become lines
 * (html_block.c).
 */
#ifndef DUAN_EXTRACT_HTML_PRIV_H
#define DUAN_EXTRACT_HTML_PRIV_H

#include "extract/extract.h"

struct html_span {
	size_t start, end;
	enum extract_span_kind kind;
	struct slice target;
};

/* What becomes a line, or a cell. */
struct html_block {
	struct buf text; /* blanks in a row are one; '\n' where the source breaks the line */
	VEC(struct html_span) spans;
	struct slice label;
	unsigned flags;
	size_t bold, letters;
	size_t row, cell; /* of a table, from 1; 0 outside */
};

struct html_flow {
	struct extract *out;
	struct arena arena;
	struct html_block block;
	VEC(struct html_block) cells; /* of the table at hand */
	bool is_layout;               /* that table only places things */
};

void html_block_release(struct html_block *b);
/* Ends the block at hand: it becomes a line, or waits for the table's end. */
void html_end_block(struct html_flow *f);
/* Rows, or the blocks themselves where the table has no two cells in a row or places things. */
void html_end_table(struct html_flow *f);

/* The label of an item: type 1 a A i I, or '\0' for one that is not counted. */
void html_add_label(char type, long v, struct buf *out);
bool html_has_label(struct slice text);

/* Files of one text, one after the other: what one refers to, another may hold. */
struct html_text *html_begin(struct extract *out);
/* `name` is how the others link to it.  False if there is nothing in it. */
bool html_add(struct html_text *w, struct slice name, struct slice bytes);
/* Frees it; gives the number of bytes that were text. */
size_t html_end(struct html_text *w);

#endif
