/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "grid/grid.h"

static const struct grid_cell *
row_cells(const struct grid *g, int row)
{
	return &g->cell[(size_t)row * (size_t)g->cols];
}

static void
dump_row(const struct grid *g, int row, struct buf *out)
{
	const struct grid_cell *cell = row_cells(g, row);
	size_t start = out->len;

	for (int col = 0; col < g->cols; col++) {
		if (cell[col].cells == 0)
			continue;
		utf8_add(out, cell[col].base);
		for (int i = 0; i < CLUSTER_MARKS_MAX && cell[col].mark[i]; i++)
			utf8_add(out, cell[col].mark[i]);
	}
	while (out->len > start && out->p[out->len - 1] == ' ')
		buf_truncate(out, out->len - 1);
	buf_add_byte(out, '\n');
}

static void
dump_styles(const struct grid *g, int row, struct buf *out)
{
	const struct grid_cell *cell = row_cells(g, row);
	int end_col = g->cols;

	while (end_col > 0 && cell[end_col - 1].style == GRID_TEXT)
		end_col--;
	if (end_col == 0)
		return;
	buf_addf(out, "%d\t", row);
	for (int col = 0; col < end_col; col++)
		buf_add_byte(out, grid_style_letter(cell[col].style));
	buf_add_byte(out, '\n');
}

void
grid_dump(const struct grid *g, bool styles, struct buf *out)
{
	for (int row = 0; row < g->rows; row++)
		dump_row(g, row, out);
	if (!styles)
		return;
	buf_add_str(out, "--\n");
	for (int row = 0; row < g->rows; row++)
		dump_styles(g, row, out);
	if (g->cursor_row >= 0)
		buf_addf(out, "cursor %d %d\n", g->cursor_row, g->cursor_col);
}
