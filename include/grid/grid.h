/* SPDX-License-Identifier: ISC */
/*
 * The screen as cells, before any terminal.
 *
 * Views write here; term/ shows it, tests print it.  Writing outside is clipped; a double-width
 * character that does not fit is left out, a half-overwritten one becomes a space.
 */
#ifndef DUAN_GRID_GRID_H
#define DUAN_GRID_GRID_H

#include "base/err.h"
#include "grid/weblink.h"
#include "text/width.h"

/* What a cell means; term/ decides how it looks with the colours and attributes there are.  Nothing
 * is said by colour alone. */
enum grid_style {
	GRID_TEXT,
	GRID_HEADING,
	GRID_LABEL,
	GRID_LINK,
	GRID_LINK_MISSING,
	GRID_LINK_UNCERTAIN,
	GRID_LINK_CURRENT,
	GRID_HINT,     /* a letter on a link */
	GRID_FOOTNOTE,
	GRID_STAND_IN, /* a visible stand-in for what must not be sent */
	GRID_CURRENT,  /* the current item of a list */
	GRID_CHANGED,  /* of a block that is not the same in the other version */
	GRID_MATCH,    /* of what was searched for */
	GRID_MATCH_CURRENT,
	GRID_SELECTED,
	GRID_GUTTER,
	GRID_BAR,      /* first and last line */
	GRID_BAR_OTHER, /* first line of a pane that keys do not go to */
	GRID_MESSAGE,
	GRID_ERROR,
	GRID_FRAME,
	GRID_NOTE,     /* what the reader wrote */
	GRID_NOTED,    /* words that it is about */
	GRID_HIGHLIGHT_1, /* six kinds, all told apart by a sign beside them too */
	GRID_HIGHLIGHT_2,
	GRID_HIGHLIGHT_3,
	GRID_HIGHLIGHT_4,
	GRID_HIGHLIGHT_5,
	GRID_HIGHLIGHT_6,
	GRID_STYLES
};
const char *grid_style_name(enum grid_style style);
struct words grid_style_words(enum grid_style style); /* what it is for */
enum grid_style grid_style_find(struct slice name);   /* GRID_STYLES: there is none */
char grid_style_letter(enum grid_style style); /* for dumps; '.' is GRID_TEXT */

struct grid_cell {
	codepoint base; /* 0: right half of the double-width character on the left */
	codepoint mark[CLUSTER_MARKS_MAX]; /* unused ones are 0 */
	uint8_t cells;  /* 1 or 2; 0 for a right half */
	uint8_t style;  /* enum grid_style */
	uint16_t link;  /* number of the address it leads to, 0: none.  Cells are compared as bytes */
};

struct grid {
	int rows, cols;
	struct grid_cell *cell;  /* rows * cols, row by row; owned */
	int cursor_row, cursor_col; /* where the hardware cursor rests; -1 hides it */
	struct width width;
	const struct weblinks *links; /* whose numbers the cells have; borrowed, NULL: no cell has one */
};

/* At least one row and one column; all blank. */
void grid_init(struct grid *g, int rows, int cols, struct width width);
void grid_release(struct grid *g);
void grid_resize(struct grid *g, int rows, int cols); /* all blank afterwards */
void grid_blank(struct grid *g);                      /* spaces in GRID_TEXT, cursor hidden */
struct grid_cell *grid_at(struct grid *g, int row, int col); /* NULL outside */

/* A part of the screen.  Every row and column here and below counts from the screen's upper left
 * corner, not from the rectangle's. */
struct rect {
	int row, col, rows, cols;
};
struct rect grid_rect(const struct grid *g);
/* The part of `a` that is in `b`; no rows or no columns when there is none. */
struct rect grid_rect_inside(struct rect a, struct rect b);
/*
 * Writes one line of text from (row, col), clusters as width_cluster() gives them; what is outside
 * `clip` is not written.  A double-width character cut by an edge of `clip` is a space there.
 * Gives the column behind the last cell written (`col` if none was).
 */
int grid_write(struct grid *g, struct rect clip, int row, int col, enum grid_style style,
               struct slice text);
int grid_printf(struct grid *g, struct rect clip, int row, int col, enum grid_style style,
                const char *fmt, ...) __attribute__((format(printf, 6, 7)));
/* Spaces from `col` up to the right edge of `clip`. */
void grid_fill(struct grid *g, struct rect clip, int row, int col, enum grid_style style);
/* Gives the cells from col to end_col another style, double-width characters whole. */
void grid_restyle(struct grid *g, int row, int col, int end_col, enum grid_style style);
/* The cells of `clip` from col to end_col lead to an address; what is written over them later does not. */
void grid_link(struct grid *g, struct rect clip, int row, int col, int end_col, uint16_t link);

/* Lays a smaller grid over a part of this one of the same size; with its cursor, if that is wanted. */
void grid_lay(struct grid *g, struct rect room, const struct grid *small, bool with_cursor);

/*
 * Appends the cells as text, a line a row, blanks at line ends removed.  With `styles`, a second
 * block follows, behind a line "--": for each row that has any style its number from 0, a tab and
 * one letter a cell ('.' at the end removed); last a line "cursor ROW COL" unless it is hidden.
 */
void grid_dump(const struct grid *g, bool styles, struct buf *out);

#endif
