/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "grid/grid.h"

static const struct {
	const char *name;
	char letter;
} style_table[GRID_STYLES] = {
	[GRID_TEXT] = { "text", '.' },
	[GRID_HEADING] = { "heading", 'H' },
	[GRID_LABEL] = { "label", 'l' },
	[GRID_LINK] = { "link", 'k' },
	[GRID_LINK_MISSING] = { "link-missing", 'm' },
	[GRID_LINK_UNCERTAIN] = { "link-uncertain", 'u' },
	[GRID_LINK_CURRENT] = { "link-current", 'K' },
	[GRID_HINT] = { "hint", 'h' },
	[GRID_FOOTNOTE] = { "footnote", 'f' },
	[GRID_STAND_IN] = { "stand-in", 's' },
	[GRID_CURRENT] = { "current", 'C' },
	[GRID_CHANGED] = { "changed", 'd' },
	[GRID_MATCH] = { "match", 'M' },
	[GRID_MATCH_CURRENT] = { "match-current", 'X' },
	[GRID_SELECTED] = { "selected", 'V' },
	[GRID_GUTTER] = { "gutter", 'g' },
	[GRID_BAR] = { "bar", 'B' },
	[GRID_BAR_OTHER] = { "bar-other", 'b' },
	[GRID_MESSAGE] = { "message", 'i' },
	[GRID_ERROR] = { "error", 'E' },
	[GRID_FRAME] = { "frame", 'F' },
	[GRID_NOTE] = { "note", 'n' },
	[GRID_NOTED] = { "noted", 'N' },
	[GRID_HIGHLIGHT_1] = { "highlight-1", '1' },
	[GRID_HIGHLIGHT_2] = { "highlight-2", '2' },
	[GRID_HIGHLIGHT_3] = { "highlight-3", '3' },
	[GRID_HIGHLIGHT_4] = { "highlight-4", '4' },
	[GRID_HIGHLIGHT_5] = { "highlight-5", '5' },
	[GRID_HIGHLIGHT_6] = { "highlight-6", '6' },
};

const char *
grid_style_name(enum grid_style style)
{
	return style_table[style].name;
}

char
grid_style_letter(enum grid_style style)
{
	return style_table[style].letter;
}

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
