/* SPDX-License-Identifier: ISC */
/*
 * What the parts of the screen share.  Each draws into its rectangle and puts the cursor where the
 * reader's attention is.
 */
#ifndef DUAN_PANE_PRIV_H
#define DUAN_PANE_PRIV_H

#include "pane/pane.h"

typedef void draw_fn(struct session *s, struct grid *g, struct rect in);
draw_fn draw_first_line, draw_last_line, draw_candidates, draw_completion, draw_hints, draw_editor;
typedef void draw_view_fn(struct session *s, const struct view *v, struct grid *g, struct rect in);
draw_view_fn draw_text, draw_list, draw_source, draw_preview, draw_results;

/* Rows of a document in a rectangle, from `top` to the row before the block `end`. */
struct text_rows {
	const struct doc *doc;
	struct layout *layout;
	struct row top;
	size_t end;
	int sideways;
	struct place current; /* block SLICE_NONE: none is */
	size_t current_link;  /* citation of the current block, SLICE_NONE: none is */
	const struct annotated *annotated; /* what is noted in it; NULL: nothing is shown */
	bool has_gutter;      /* the document on the screen: who cites it is shown */
	const struct view *marked; /* whose matches are marked; NULL: none are */
	const struct selection_span *selected; /* NULL: nothing */
};
/* Gives the row of the rectangle behind the last one written. */
int draw_text_rows(struct session *s, const struct text_rows *t, struct grid *g, struct rect in);

/* match.c: marks what was searched for in a text that starts in column `col`. */
void match_text(struct session *s, const struct view *v, struct grid *g, struct rect clip, int row,
                int col, struct slice text);
/* The same in lines of a block, whose matches are found once. */
#define MATCH_MOST 256 /* of a text */
struct match_block {
	size_t block; /* SLICE_NONE: of none yet */
	struct find_span span[MATCH_MOST];
	size_t n;
};
void match_block(struct session *s, const struct view *v, size_t block, const struct block *b,
                 struct match_block *m);
void match_line(struct session *s, const struct match_block *m, const struct text_rows *t,
                struct grid *g, struct rect clip, int row, const struct line *line);

/* Gives another style to bytes of a block as far as the line shows them. */
void match_stretch(const struct text_rows *t, struct grid *g, struct rect clip, int row,
                   size_t block, const struct line *line, struct find_span span,
                   enum grid_style style);

/* margin.c: a row of a note; marks on the words of a line, with the sign of the highlight before it;
 * the sign of a note at the right edge, before column `end`: gives where there is room now. */
void margin_note(struct session *s, struct grid *g, struct rect clip, int row, const struct line *line);
void margin_line(const struct text_rows *t, struct grid *g, struct rect in, int row, size_t block,
                 const struct line *line);
int margin_sign(const struct text_rows *t, struct grid *g, struct rect in, int row, int text_end,
                int end, size_t block);

/* changes.c: what changed in a block, beside another version of its document. */
#define CHANGES_MOST 128 /* stretches of a block */
struct changes_block {
	size_t block;      /* SLICE_NONE: of none yet */
	struct slice sign; /* empty: nothing changed */
	struct tandem_stretch stretch[CHANGES_MOST];
	size_t n;
};
void changes_block(const struct session *s, const struct text_rows *t, size_t block,
                   struct changes_block *c);
void changes_line(const struct text_rows *t, const struct changes_block *c, struct grid *g,
                  struct rect in, int row, const struct line *line);
/* The sign, in the cell before the text. */
void changes_sign(const struct changes_block *c, struct grid *g, struct rect in, int row, int margin);
/* The first of the rows that stand opposite to what is missing. */
void changes_gap(const struct session *s, struct grid *g, struct rect clip, int row);

/* Is there anything on the last line? */
bool last_line_is_used(const struct session *s);

/* Bytes of whole clusters at the front that fill at most `cols` cells. */
size_t cut_at(struct width w, struct slice text, int cols);
/* Writes as much of the text as fits before `end_col`, and "…" if that is not all.  Gives the
 * column behind. */
int cut_write(struct grid *g, struct rect clip, int row, int col, int end_col,
              enum grid_style style, struct slice text);
/* The same, but what is cut off is the front. */
int cut_write_front(struct grid *g, struct rect clip, int row, int col, int end_col,
                    enum grid_style style, struct slice text);

#endif
