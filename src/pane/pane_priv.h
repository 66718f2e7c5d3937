/* SPDX-License-Identifier: ISC */
/*
 * What the parts of the screen share.  Each draws into its rectangle and puts the cursor where the
 * reader's attention is.
 */
#ifndef DUAN_PANE_PRIV_H
#define DUAN_PANE_PRIV_H

#include "pane/pane.h"

typedef void draw_fn(struct session *s, struct grid *g, struct rect in);
draw_fn draw_text, draw_list, draw_source;
draw_fn draw_first_line, draw_last_line;
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
