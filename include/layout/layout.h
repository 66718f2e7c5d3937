/* SPDX-License-Identifier: ISC */
/*
 * Screen lines of a document at one width.
 *
 * Borrows the document, which must outlive it.  Lines are made for a block when they are asked for
 * and kept for the blocks looked at last; nothing is laid out as a whole, so size does not matter.
 * Derived: cheap to throw away, never stored.  Cannot fail.
 */
#ifndef DUAN_LAYOUT_LAYOUT_H
#define DUAN_LAYOUT_LAYOUT_H

#include "doc/doc.h"
#include "text/width.h"

struct line {
	size_t start, end; /* bytes of the block's text; blanks at the end left out */
	int indent;        /* cells before the text; the label stands in front on the first line */
	bool has_label;    /* show the block's label, hanging, at `label_col` */
	int label_col;
	bool is_gap;       /* an empty line that stands before the block */
	bool is_missing;   /* such a one, opposite to the first row of what is missing here */
	const struct layout_note *note; /* a row of this note, not of the block; or NULL */
	size_t note_start, note_end;    /* bytes of its text; start and end are the block's end */
};

/* What stands under a block in rows of its own. */
struct layout_note {
	size_t block;
	struct slice sign; /* before its first row, two cells to the left */
	struct slice text; /* may have line ends */
};

struct layout_lines {
	const struct line *v;
	size_t n; /* at least 1 */
	size_t n_text; /* the first of them, at least 1: the others are of notes */
};

struct layout; /* opaque */

struct layout_settings {
	int cols;             /* of the pane, at least 1 */
	int max_cols;         /* maximal text width; 0 for none */
	struct width width;
	bool hang;            /* punctuation may hang over the right edge */
	bool linear;          /* no margins, and all lines start at the left edge */
};

struct layout *layout_new(const struct doc *d, struct layout_settings settings);
void layout_free(struct layout *l);
void layout_set(struct layout *l, struct layout_settings settings);
/* Notes by block, borrowed; none at first.  All lines are made again. */
void layout_set_notes(struct layout *l, const struct layout_note *notes, size_t n);
/*
 * Empty rows before blocks that keep this layout in step with another one.  Asked for once a block,
 * when its lines are; may ask for layout_own_rows() of any layout, never for its lines.  NULL: none.
 */
struct layout_pad {
	size_t rows;
	size_t missing; /* which of them stands opposite to what is missing here first, or SLICE_NONE */
};
typedef struct layout_pad layout_pad_fn(void *self, size_t block);
/* Another number whenever all lines are made anew. */
unsigned long layout_generation(const struct layout *l);
void layout_set_pad(struct layout *l, layout_pad_fn *pad, void *self);
/* An empty row of its own parts the block from the one before. */
bool layout_has_gap(const struct layout *l, size_t block);
/* Lines of a block but for those empty rows; they stand first among layout_block()'s. */
size_t layout_own_rows(struct layout *l, size_t block);

/* Lines of one block, valid while only blocks less than LAYOUT_KEPT away from it are asked for. */
#define LAYOUT_KEPT 512
struct layout_lines layout_block(struct layout *l, size_t block);
/*
 * Column starts of a table that is shown as a grid (cells from the left edge of the text, one more
 * for the right edge); NULL and 0 when the table is too wide for that and its rows are wrapped like
 * text, or when the block is no table.  Valid as layout_block() says.
 */
const int *layout_columns(struct layout *l, size_t block, size_t *n);
/* Which line of its block shows the byte (past the end: the last of the text). */
size_t layout_line_of(struct layout *l, struct place at);
/* Cells at the left edge that every line starts with (margin when the pane is wider than the text). */
int layout_margin(const struct layout *l);
/* Text cells of a line, at most; lines never exceed it but for one hanging mark. */
int layout_text_cols(const struct layout *l);

/* A row of the document: a line of a block. */
struct row {
	size_t block, line;
};
struct row layout_row_of(struct layout *l, struct place at);
/* The place where a row starts; of a row of a note the last one of the text above it. */
struct place layout_place_of(struct layout *l, struct row r);
/* Moves by n rows (negative: up); stops at the ends; gives how many rows it moved. */
long layout_move(struct layout *l, struct row *r, long n);
struct row layout_first(struct layout *l);
struct row layout_last(struct layout *l);
/* Column (from the left edge of the pane) of a byte on its line; and the byte at a column. */
int layout_col_of(struct layout *l, struct place at);

#endif
