/* SPDX-License-Identifier: ISC */
/*
 * How a cell looks: attributes, a colour and one behind it, and the words for them.
 */
#ifndef DUAN_GRID_LOOK_H
#define DUAN_GRID_LOOK_H

#include "base/buf.h"
#include "base/err.h"

enum look_attribute {
	LOOK_BOLD = 1,
	LOOK_DIM = 2,
	LOOK_ITALIC = 4,
	LOOK_UNDERLINE = 8,
	LOOK_REVERSE = 16,
	LOOK_ALL = 31
};
#define LOOK_DEFAULT (-1) /* the colour that the terminal has by itself */

struct look {
	short attributes;    /* of enum look_attribute */
	short color, ground; /* 0-7 the eight of ECMA-48, 8-15 these bright, up to 255 as xterm has them */
};

bool look_is_same(struct look a, struct look b);
/* "bold underline cyan", "reverse 33", "white red": the second colour is the one behind.  False, with the
 * word in *bad, if a word is none of look_word(). */
bool look_read(struct slice words, struct look *out, struct slice *bad) MUST_USE;
/* The words that look_read() reads back; "default" when there are none. */
void look_print(struct look look, struct buf *out);
/* The words there are, numbers aside; NULL behind the last one. */
const char *look_word(size_t i);
/* The colour that does for another one where there are but so many: its hue among the eight. */
short look_color(short color, int n_colors);

#endif
