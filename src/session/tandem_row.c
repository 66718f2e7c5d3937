/* SPDX-License-Identifier: ISC */
/*
 * Rows of two panes in step: what one lacks is padded, and one goes where the other went.
 */
#include "config.h"

#include "session/tandem.h"

#include "session_priv.h"
#include "tandem_priv.h"

#define ROWS_FAR 10000 /* further than that is no step but a jump */

enum side
tandem_other(enum side side)
{
	return side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
}

/* The first block of a row, if the side has any there. */
static size_t
first_block(const struct tandem *t, enum side side, size_t row)
{
	const struct alignment_row *r = &t->alignment.rows[row];

	return r->has[side] ? t->alignment.v[r->pair].block[side][0] : SLICE_NONE;
}

/* The text opposite begins behind an empty row that this one lacks. */
static size_t
lacks_gap(const struct tandem *t, enum side side, size_t row)
{
	size_t here = first_block(t, side, row), there = first_block(t, tandem_other(side), row);

	return here != SLICE_NONE && there != SLICE_NONE &&
	       layout_has_gap(t->layout[tandem_other(side)], there) && !layout_has_gap(t->layout[side], here);
}

static size_t
height(const struct tandem *t, enum side side, size_t row)
{
	const struct alignment_row *r = &t->alignment.rows[row];
	const struct pair *p = &t->alignment.v[r->pair];
	size_t rows = lacks_gap(t, side, row);

	for (size_t i = 0; r->has[side] && i < p->n[side]; i++)
		rows += layout_own_rows(t->layout[side], p->block[side][i]);
	return rows;
}

/* So that the block begins on the row that its counterpart begins on. */
static struct layout_pad
pad(void *self, size_t block)
{
	const struct tandem_side *mine = self;
	const struct tandem *t = mine->of;
	enum side side = mine->side;
	size_t row = alignment_row(&t->alignment, side, block), from = row, here, there;
	struct layout_pad out = { lacks_gap(t, side, row), SLICE_NONE };
	size_t missing = 0, short_by = 0;

	if (first_block(t, side, row) != block)
		return (struct layout_pad){ 0, SLICE_NONE };
	for (; from > 0 && !t->alignment.rows[from - 1].has[side]; from--)
		missing += height(t, tandem_other(side), from - 1);
	if (from > 0) {
		here = height(t, side, from - 1);
		there = height(t, tandem_other(side), from - 1);
		short_by = there > here ? there - here : 0;
	}
	out.rows += short_by + missing;
	if (missing > 0)
		out.missing = short_by + (missing > 1);
	return out;
}

void
tandem_set_pads(struct tandem *t, bool on)
{
	for (int i = 0; i < SIDES; i++) {
		t->side[i] = (struct tandem_side){ t, (enum side)i };
		layout_set_pad(t->layout[i], on ? pad : NULL, &t->side[i]);
		t->generation[i] = layout_generation(t->layout[i]);
	}
}

static size_t
rows_from(struct layout *l, struct row a, struct row b)
{
	size_t n = 0;

	for (; a.block < b.block; a = (struct row){ a.block + 1, 0 })
		n += layout_block(l, a.block).n - a.line;
	return n + b.line - a.line;
}

static bool
is_before(struct row a, struct row b)
{
	return a.block < b.block || (a.block == b.block && a.line < b.line);
}

/* Rows from a to b, negative when b is above. */
static long
rows_between(struct layout *l, struct row a, struct row b)
{
	return is_before(b, a) ? -(long)rows_from(l, b, a) : (long)rows_from(l, a, b);
}

/* Where a row of the alignment begins on a side that has it; SLICE_NONE: where the text does. */
static struct row
start_of(const struct tandem *t, enum side side, size_t row)
{
	struct layout *l = t->layout[side];
	size_t block = row != SLICE_NONE ? first_block(t, side, row) : SLICE_NONE;

	if (block == SLICE_NONE)
		return layout_first(l);
	return (struct row){ block, layout_block(l, block).n - layout_own_rows(l, block) -
		                            lacks_gap(t, side, row) };
}

/* The last row from `row` back that both sides have. */
static size_t
common_row(const struct tandem *t, size_t row)
{
	while (!t->alignment.rows[row].has[SIDE_LEFT] || !t->alignment.rows[row].has[SIDE_RIGHT]) {
		if (row == 0)
			return SLICE_NONE;
		row--;
	}
	return row;
}

static struct place
place_across(const struct tandem *t, enum side side, struct place here, struct place there)
{
	size_t across;

	if (alignment_pair(&t->alignment, side, here.block) ==
	    alignment_pair(&t->alignment, tandem_other(side), there.block))
		return there;
	across = alignment_across(&t->alignment, side, here.block);
	return (struct place){ across != SLICE_NONE ? across : 0, 0 };
}

/* Lines were made anew, as when notes come between them. */
static bool
has_new_lines(const struct tandem *t)
{
	return t->generation[0] != layout_generation(t->layout[0]) ||
	       t->generation[1] != layout_generation(t->layout[1]);
}

void
tandem_step_aligned(struct session *s, enum side side, struct reader *from, struct reader *to)
{
	struct tandem *t = &s->tandem;
	size_t row;
	long rows;
	struct row top;

	if (has_new_lines(t)) {
		struct reader_spot spot = reader_spot_of(from);

		tandem_set_pads(t, true);
		reader_restore(from, &spot);
	}
	row = common_row(t, alignment_row(&t->alignment, side, from->top.block));
	rows = rows_between(from->layout, start_of(t, side, row), from->top);
	top = start_of(t, tandem_other(side), row);
	layout_move(to->layout, &top, rows);
	reader_put(to, top, place_across(t, side, from->current, to->current));
}

void
tandem_step_by_rows(struct tandem *t, enum side side, struct reader *from, struct reader *to)
{
	long rows = rows_between(from->layout, t->top[side], from->top);

	if (rows != 0 && rows > -ROWS_FAR && rows < ROWS_FAR)
		reader_scroll(to, rows);
	t->top[side] = from->top;
	t->top[tandem_other(side)] = to->top;
}
