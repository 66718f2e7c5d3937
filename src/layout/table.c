/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout_priv.h"

#define COLUMN_GAP 2 /* cells between columns */
#define CELL_MOST 40 /* a cell wider than this is prose: the table's rows are wrapped like text */

/* The next row of the table: [*at, end) is what is left. */
static bool
next_row(struct slice text, size_t *at, size_t *start, size_t *end)
{
	if (*at > text.len)
		return false;
	*start = *at;
	*end = slice_find_byte(text, '\n', *at);
	if (*end == SLICE_NONE)
		*end = text.len;
	*at = *end + 1;
	return true;
}

/* Widest cell of each column into columns[]; gives the widest of all. */
static int
measure(const struct wrap *w, struct block_lines *out)
{
	struct slice text = w->block->text, cell;
	size_t at = 0, start, end;
	int widest = 0;

	while (next_row(text, &at, &start, &end)) {
		struct slice row = slice_sub(text, start, end);

		for (size_t i = 0; slice_next(&row, '\t', &cell); i++) {
			int cells = width_slice(w->width, cell);

			while (out->columns.n <= i)
				VEC_PUSH(&out->columns, 0);
			if (cells > out->columns.v[i])
				out->columns.v[i] = cells;
			widest = cells > widest ? cells : widest;
		}
	}
	return widest;
}

static void
widths_to_starts(struct block_lines *out)
{
	int at = 0;

	for (size_t i = 0; i < out->columns.n; i++) {
		int cells = out->columns.v[i];

		out->columns.v[i] = at;
		at += cells + COLUMN_GAP;
	}
	VEC_PUSH(&out->columns, at > COLUMN_GAP ? at - COLUMN_GAP : at);
}

void
table_lines(const struct wrap *w, struct block_lines *out)
{
	size_t at = 0, start, end;
	bool grid = measure(w, out) <= CELL_MOST && out->columns.n >= 2;

	if (grid)
		widths_to_starts(out);
	else
		VEC_CLEAR(&out->columns);
	while (next_row(w->block->text, &at, &start, &end)) {
		if (grid)
			VEC_PUSH(&out->lines, ((struct line){ .start = start, .end = end }));
		else
			wrap_lines(w, start, end, out);
	}
}
