/* SPDX-License-Identifier: ISC */
/*
 * A place of a document in a box over what is being read.
 */
#include "config.h"

#include "pane_priv.h"

#define FRAME_FROM 12 /* narrower screens and those of few rows have no room for a frame */
#define ROWS_FROM 5

struct box {
	struct rect frame, inner;
	bool has_frame;
};

/* Away from the row that is being read: below it or above it. */
static struct box
box_of(const struct session *s, const struct view *v, const struct grid *g, struct rect in)
{
	int rows = session_preview_rows(s, v);
	struct box b = { .has_frame = in.cols >= FRAME_FROM && in.rows >= ROWS_FROM };
	bool above = g->cursor_row - in.row > in.rows / 2;

	if (!b.has_frame) {
		b.frame = b.inner = (struct rect){ in.row, in.col, rows, in.cols };
		return b;
	}
	b.frame.rows = rows + 2;
	b.frame.cols = v->preview.cols + 4 < in.cols ? v->preview.cols + 4 : in.cols;
	b.frame.col = in.col + (in.cols - b.frame.cols) / 2;
	b.frame.row = above ? in.row : in.row + in.rows - b.frame.rows;
	b.inner = (struct rect){ b.frame.row + 1, b.frame.col + 2, rows, b.frame.cols - 4 };
	return b;
}

static void
write_edge(struct grid *g, struct rect frame, int row, const char *left, const char *between,
           const char *right)
{
	int last = frame.col + frame.cols - 1;

	grid_write(g, frame, row, frame.col, GRID_FRAME, slice_from(left));
	for (int col = frame.col + 1; col < last; col++)
		grid_write(g, frame, row, col, GRID_FRAME, slice_from(between));
	grid_write(g, frame, row, last, GRID_FRAME, slice_from(right));
}

/* The rows' signs at the right go with the text that is covered: they would seem the frame's. */
static void
write_frame(struct grid *g, struct rect in, struct rect frame)
{
	int last = frame.row + frame.rows - 1;

	for (int row = frame.row; row <= last; row++)
		grid_fill(g, in, row, frame.col + frame.cols, GRID_TEXT);
	write_edge(g, frame, frame.row, "┌", "─", "┐");
	for (int row = frame.row + 1; row < last; row++)
		write_edge(g, frame, row, "│", " ", "│");
	write_edge(g, frame, last, "└", "─", "┘");
}

/* " CFW/COP/2024/9 › 二. 观测站网络 " */
static void
add_title(const struct session *s, const struct preview *p, const struct doc *d, struct buf *out)
{
	size_t heading = doc_heading_of(d, p->place.block);

	(void)s;
	buf_add_byte(out, ' ');
	buf_add(out, d->n_symbols > 0 ? d->symbols[0] : d->name);
	if (heading != SLICE_NONE && heading != p->place.block) {
		const struct block *b = doc_block(d, heading);

		buf_add_str(out, " › ");
		buf_add(out, b->label);
		if (b->label.len > 0)
			buf_add_byte(out, ' ');
		buf_add(out, b->text);
	}
	buf_add_byte(out, ' ');
}

static void
write_title(const struct session *s, const struct view *v, const struct doc *d, struct grid *g,
            struct rect frame)
{
	size_t last = v->scroll.top + v->scroll.rows;
	int end = frame.col + frame.cols - 2;
	struct buf title = { 0 };

	add_title(s, &v->preview, d, &title);
	cut_write(g, frame, frame.row, frame.col + 2, end, GRID_HEADING, buf_slice(&title));
	if (v->scroll.n > v->scroll.rows) {
		buf_clear(&title);
		buf_addf(&title, " %zu–%zu/%zu ", v->scroll.top + 1, last < v->scroll.n ? last : v->scroll.n,
		         v->scroll.n);
		grid_write(g, frame, frame.row + frame.rows - 1,
		           end - width_slice(g->width, buf_slice(&title)), GRID_FRAME, buf_slice(&title));
	}
	buf_release(&title);
}

void
draw_preview(struct session *s, const struct view *v, struct grid *g, struct rect in)
{
	const struct preview *p = &v->preview;
	const struct doc *d = p->doc ? p->doc : s->documents.v[p->document].reader.doc;
	struct box box = box_of(s, v, g, in);
	struct text_rows t = { .doc = d,
		               .layout = p->layout,
		               .top = { p->place.block, 0 },
		               .end = p->end,
		               .current = { SLICE_NONE, 0 },
		               .current_link = SLICE_NONE };

	if (layout_block(p->layout, p->place.block).v[0].is_gap)
		t.top.line = 1;
	layout_move(p->layout, &t.top, (long)v->scroll.top);
	if (box.has_frame)
		write_frame(g, in, box.frame);
	for (int row = box.inner.row; row < box.inner.row + box.inner.rows; row++)
		grid_fill(g, box.inner, row, box.inner.col, GRID_TEXT);
	draw_text_rows(s, &t, g, box.inner);
	if (box.has_frame)
		write_title(s, v, d, g, box.frame);
	g->cursor_row = box.inner.row + (int)(v->scroll.current - v->scroll.top);
	g->cursor_col = box.inner.col + layout_margin(p->layout);
	if (g->cursor_col >= g->cols)
		g->cursor_col = g->cols - 1;
}
