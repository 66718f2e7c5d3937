/* SPDX-License-Identifier: ISC */
/*
 * A current item among n of one row each, and the part of them that is on the screen.
 */
#ifndef DUAN_SESSION_SCROLL_H
#define DUAN_SESSION_SCROLL_H

#include <stddef.h>

struct scroll {
	size_t n;       /* items; 0 is fine */
	size_t current; /* below n, or 0 */
	size_t top;     /* first one on the screen */
	size_t rows;    /* of the screen, at least 1 */
};

/* Every function keeps `current` on the screen and the screen within the items. */
void scroll_resize(struct scroll *s, int rows);
void scroll_move(struct scroll *s, long n);  /* the current item */
void scroll_carry(struct scroll *s, long n); /* screen and current item together */
void scroll_shift(struct scroll *s, long n); /* the screen */
void scroll_to(struct scroll *s, size_t item); /* centred when it was not on the screen */
void scroll_place(struct scroll *s, size_t row); /* the current item on this row, if there is room */

#endif
