/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/scroll.h"

#include "tap.h"

#include <stdint.h>

static bool
stands(const struct scroll *s, size_t current, size_t top)
{
	return s->current == current && s->top == top;
}

static void
moves(void)
{
	struct scroll s = { .n = 100 };

	scroll_resize(&s, 10);
	scroll_move(&s, 9);
	ok(stands(&s, 9, 0), "to the last row");
	scroll_move(&s, 1);
	ok(stands(&s, 10, 1), "the screen follows");
	scroll_carry(&s, 8);
	ok(stands(&s, 18, 9), "a page carries both");
	scroll_shift(&s, 3);
	ok(stands(&s, 18, 12), "the screen alone");
	scroll_shift(&s, 10);
	ok(stands(&s, 22, 22), "takes the item along at its edge");
	scroll_shift(&s, -20);
	ok(stands(&s, 11, 2), "on both sides");
	scroll_to(&s, 50);
	ok(stands(&s, 50, 45), "a jump centres");
	scroll_to(&s, 52);
	ok(stands(&s, 52, 45), "only when it must");
	scroll_place(&s, 0);
	ok(stands(&s, 52, 52), "to the top");
	scroll_to(&s, SIZE_MAX);
	ok(stands(&s, 99, 90), "the end");
	scroll_carry(&s, 1000);
	ok(stands(&s, 99, 90), "is the end");
	scroll_carry(&s, -1000000);
	ok(stands(&s, 0, 0), "and the start the start");
}

static void
edges(void)
{
	struct scroll s = { 0 };

	scroll_resize(&s, 0);
	scroll_move(&s, 5);
	scroll_carry(&s, -5);
	scroll_shift(&s, 5);
	scroll_to(&s, 7);
	ok(stands(&s, 0, 0), "no items");
	s.n = 3;
	scroll_resize(&s, 10);
	scroll_shift(&s, 2);
	ok(stands(&s, 0, 0), "fewer items than rows");
	scroll_move(&s, 2);
	scroll_resize(&s, 1);
	ok(stands(&s, 2, 2), "one row");
	s.n = 1;
	scroll_resize(&s, 1);
	ok(stands(&s, 0, 0), "items gone");
}

int
main(void)
{
	moves();
	edges();
	return tap_done();
}
