/* SPDX-License-Identifier: ISC */
/*
 * A screen is sound: every cell is drawn, holds a whole character, and belongs to one pane.
 */
#ifndef DUAN_TESTS_SCREEN_SOUND_H
#define DUAN_TESTS_SCREEN_SOUND_H

#include "pane/pane.h"

#define SOUND_SPOILT 0x10FFFF /* no font and no document has it */

/* What nobody draws is still there afterwards. */
static inline void
sound_spoil(struct grid *g, int rows, int cols)
{
	grid_resize(g, rows, cols);
	for (size_t i = 0; i < (size_t)g->rows * (size_t)g->cols; i++)
		g->cell[i] = (struct grid_cell){ .base = SOUND_SPOILT, .cells = 1, .style = GRID_STYLES };
}

/* Drawn, and no control; a double-width character has its right half. */
static inline bool
sound_cell(const struct grid_cell *cell, const struct grid_cell *before, const struct grid_cell *after)
{
	if (cell->style >= GRID_STYLES || cell->base == SOUND_SPOILT || cell->cells > 2)
		return false;
	if (cell->cells == 0)
		return cell->base == 0 && before && before->cells == 2;
	if (cell->base < ' ' || (cell->base >= 0x7F && cell->base < 0xA0))
		return false;
	return cell->cells == 1 || (after && after->cells == 0);
}

static inline bool
sound_cells(const struct grid *g)
{
	for (int row = 0; row < g->rows; row++)
		for (int col = 0; col < g->cols; col++) {
			const struct grid_cell *cell = &g->cell[(size_t)row * (size_t)g->cols + (size_t)col];

			if (!sound_cell(cell, col > 0 ? cell - 1 : NULL, col + 1 < g->cols ? cell + 1 : NULL))
				return false;
		}
	return true;
}

/* How many panes show the cell. */
static inline int
sound_owners(const struct rect *room, size_t n, int row, int col)
{
	int owners = 0;

	for (size_t i = 0; i < n; i++)
		owners += row >= room[i].row && row < room[i].row + room[i].rows && col >= room[i].col &&
		          col < room[i].col + room[i].cols;
	return owners;
}

/* A cell of the screen is of one pane, or of the column between two; each pane knows its size. */
static inline bool
sound_panes(struct session *s)
{
	struct rect screen = session_screen(s), room[TILES_MOST];
	unsigned active = session_pane(s)->id;
	size_t n = 0;

	if (tiles_is_single(&s->tiles, screen))
		return session_pane(s)->rows == screen.rows && session_pane(s)->cols == screen.cols;
	for (size_t i = 0; i < s->panes.n; i++) {
		room[n] = tiles_rect(&s->tiles, s->panes.v[i].id, active, screen);
		if (room[n].rows == 0)
			continue;
		if (s->panes.v[i].rows != room[n].rows || s->panes.v[i].cols != room[n].cols)
			return false;
		n++;
	}
	for (int row = 0; row < screen.rows; row++)
		for (int col = 0; col < screen.cols; col++) {
			int owners = sound_owners(room, n, row, col);

			if (owners > 1 || (owners == 0 && (sound_owners(room, n, row, col - 1) != 1 ||
			                                   sound_owners(room, n, row, col + 1) != 1)))
				return false;
		}
	return true;
}

/* Draws the session; the grid may have any size before. */
static inline bool
sound_draw(struct session *s, struct grid *g)
{
	sound_spoil(g, s->settings.rows, s->settings.cols);
	pane_draw(s, g);
	return g->rows == s->settings.rows && g->cols == s->settings.cols && sound_cells(g) &&
	       g->cursor_row >= 0 && g->cursor_row < g->rows && g->cursor_col >= 0 &&
	       g->cursor_col < g->cols && sound_panes(s);
}

#endif
