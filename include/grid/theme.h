/* SPDX-License-Identifier: ISC */
/*
 * A look for every style.
 *
 * In the themes that come with the program attributes alone tell apart what has to be; colours come on
 * top.  The default one has tones that can be read on light and on dark grounds alike (3 to 1 by the
 * contrast of WCAG 2), dark and light 4.5 to 1 on theirs, high-contrast 7 to 1 and nothing dim, mono none.
 */
#ifndef DUAN_GRID_THEME_H
#define DUAN_GRID_THEME_H

#include "base/err.h"
#include "grid/grid.h"
#include "grid/look.h"

#define THEME_NAMES "default|dark|light|high-contrast|mono"

struct theme {
	const char *name; /* of the one that it began as */
	struct look look[GRID_STYLES];
};

void theme_init(struct theme *t); /* the default one */
bool theme_is_same(const struct theme *a, const struct theme *b);
/* Begins anew from the theme of that name; false if there is none. */
bool theme_take(struct theme *t, struct slice name) MUST_USE;
/* "link underline cyan": the look of one style.  STATUS_USAGE, and nothing changed, when it is off. */
enum status theme_style(struct theme *t, struct slice line, struct err *err) MUST_USE;
/* "style link underline cyan\n"; for what is as the theme of its name has it with "# " before. */
void theme_print(const struct theme *t, struct buf *out);
/* How a style looks where there are these attributes and so many colours, 0 if none. */
struct look theme_look(const struct theme *t, enum grid_style style, int attributes, int n_colors);

#endif
