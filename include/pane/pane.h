/* SPDX-License-Identifier: ISC */
/*
 * The session as cells: first line, the view, last line.
 */
#ifndef DUAN_PANE_PANE_H
#define DUAN_PANE_PANE_H

#include "grid/grid.h"
#include "session/session.h"

/* Draws everything from the state; the grid is blanked first, and made as big as the session's
 * screen.  Changes nothing but the layout's own memory. */
void pane_draw(struct session *s, struct grid *g);

#endif
