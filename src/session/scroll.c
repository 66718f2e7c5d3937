/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/scroll.h"

/* i moved by n, at least 0 and at most `last`. */
static size_t
moved(size_t i, long n, size_t last)
{
	if (n < 0)
		return (size_t)-n < i ? i - (size_t)-n : 0;
	return (size_t)n < last - i ? i + (size_t)n : last;
}

static size_t
last_item(const struct scroll *s)
{
	return s->n > 0 ? s->n - 1 : 0;
}

static size_t
last_top(const struct scroll *s)
{
	return s->n > s->rows ? s->n - s->rows : 0;
}

/* Puts everything within its bounds; the screen follows the current item. */
static void
settle(struct scroll *s)
{
	if (s->rows == 0)
		s->rows = 1;
	if (s->current > last_item(s))
		s->current = last_item(s);
	if (s->top > s->current)
		s->top = s->current;
	if (s->current - s->top >= s->rows)
		s->top = s->current - s->rows + 1;
	if (s->top > last_top(s))
		s->top = last_top(s);
}

void
scroll_resize(struct scroll *s, int rows)
{
	s->rows = rows > 0 ? (size_t)rows : 1;
	settle(s);
}

void
scroll_move(struct scroll *s, long n)
{
	s->current = moved(s->current, n, last_item(s));
	settle(s);
}

void
scroll_carry(struct scroll *s, long n)
{
	s->current = moved(s->current, n, last_item(s));
	s->top = s->top > last_top(s) ? last_top(s) : moved(s->top, n, last_top(s));
	settle(s);
}

void
scroll_shift(struct scroll *s, long n)
{
	s->top = s->top > last_top(s) ? last_top(s) : moved(s->top, n, last_top(s));
	if (s->current < s->top)
		s->current = s->top;
	if (s->current - s->top >= s->rows)
		s->current = s->top + s->rows - 1;
	settle(s);
}

void
scroll_to(struct scroll *s, size_t item)
{
	s->current = item > last_item(s) ? last_item(s) : item;
	if (s->current < s->top || s->current - s->top >= s->rows)
		scroll_place(s, s->rows / 2);
	settle(s);
}

void
scroll_place(struct scroll *s, size_t row)
{
	s->top = s->current > row ? s->current - row : 0;
	settle(s);
}
