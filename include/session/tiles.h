/* SPDX-License-Identifier: ISC */
/*
 * How panes share the screen: a tree of splits whose leaves are panes.
 *
 * Panes are known by numbers of the caller's.  Sizes are made of the screen's whenever they are asked
 * for; nothing here knows what a pane shows.  Values: copy and throw away as you like.
 */
#ifndef DUAN_SESSION_TILES_H
#define DUAN_SESSION_TILES_H

#include "base/buf.h"
#include "grid/grid.h"

#define TILES_MOST 8      /* panes */
#define TILE_ROWS_LEAST 3 /* of a pane, its first line included */
#define TILE_COLS_LEAST 20
#define TILES_COLS_LEAST 70 /* a narrower screen shows one pane */

enum tile_way {
	TILE_STACKED, /* one above the other */
	TILE_BESIDE,  /* side by side, with a column between */
};

struct tile {
	bool is_pane;
	unsigned pane; /* of a leaf */
	enum tile_way way;
	int share;     /* of the first part, in thousandths */
	int parent, first, second; /* -1: none */
};
struct tiles {
	struct tile node[2 * TILES_MOST];
	bool used[2 * TILES_MOST];
	int root;
	bool is_alone;  /* the same, always */
	bool is_zoomed; /* one pane has the screen, the others wait */
};

void tiles_init(struct tiles *t, unsigned pane);
bool tiles_has(const struct tiles *t, unsigned pane);
size_t tiles_count(const struct tiles *t);
/* The new pane stands behind `pane`, below it or on its right.  False: there are TILES_MOST. */
bool tiles_split(struct tiles *t, unsigned pane, enum tile_way way, unsigned new_pane);
/* What stood beside it takes its room; the last one stays.  Gives a pane that got the room. */
unsigned tiles_close(struct tiles *t, unsigned pane);
void tiles_only(struct tiles *t, unsigned pane);
void tiles_swap(struct tiles *t, unsigned a, unsigned b);
/* All parts of a split alike. */
void tiles_even(struct tiles *t);
/* Larger by so many rows (or columns) at the cost of its neighbour; negative: smaller. */
void tiles_grow(struct tiles *t, unsigned pane, enum tile_way way, int cells, struct rect screen);

/* In the order of reading: the pane after `pane`, the first one after the last. */
unsigned tiles_next(const struct tiles *t, unsigned pane);
/* The nearest pane in a direction, by 'h' 'j' 'k' 'l'; `pane` itself if there is none. */
unsigned tiles_beside(const struct tiles *t, unsigned pane, char direction, struct rect screen);

/* Only the pane with the focus is shown: zoomed, or the screen is too small for all. */
bool tiles_is_single(const struct tiles *t, struct rect screen);
/* The part of the screen that a pane has, its first line included; no rows when it is not shown. */
struct rect tiles_rect(const struct tiles *t, unsigned pane, unsigned focus, struct rect screen);

/* "(b500 1 (s333 2 3))": as text, and back; false if that is none. */
void tiles_add_text(const struct tiles *t, struct buf *out);
bool tiles_read_text(struct tiles *t, struct slice text);

#endif
