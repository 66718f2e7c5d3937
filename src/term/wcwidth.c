/* SPDX-License-Identifier: ISC */
/*
 * wcwidth() of the whole program, in place of the C library's.
 *
 * curses asks it how far a character moves the cursor.  What it says must be what the
 * grids were made with, or the screen is torn at the first partial update; so it answers from
 * text/width.  Its signature leaves no room for settings: hence the variable, the only one of
 * its kind.  It is set before curses starts and stays.
 */
#include "config.h"

#include "term_priv.h"

#include <wchar.h>

static struct width wcwidth_settings = { .ambiguous = 1 };

void
wcwidth_set(struct width w)
{
	wcwidth_settings = w;
}

int
wcwidth(wchar_t c)
{
	if (c == L'\0')
		return 0;
	if (c < 0x20 || (c >= 0x7F && c < 0xA0))
		return -1;
	return width_of(wcwidth_settings, (codepoint)c);
}
