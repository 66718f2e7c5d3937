/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "html_priv.h"

#define CELLS_MOST 200000
#define CELL_NUMBER_MOST 1000
#define CELL_BYTES_MOST 1500 /* a longer cell places text, it is no figure in a table */

void
html_block_release(struct html_block *b)
{
	buf_release(&b->text);
	VEC_RELEASE(&b->spans);
}

static bool
is_empty(const struct html_block *b)
{
	return slice_is_blank(buf_slice(&b->text));
}

static void
add_spans(struct html_flow *f, const struct html_block *b, size_t start, size_t end, size_t before)
{
	for (size_t i = 0; i < b->spans.n; i++) {
		const struct html_span *s = &b->spans.v[i];
		size_t from = s->start > start ? s->start : start, to = s->end < end ? s->end : end;

		if (from < to)
			extract_add_span(f->out, from - start + before, to - start + before, s->kind, s->target);
	}
}

static void
add_line(struct html_flow *f, const struct html_block *b, size_t start, size_t end, bool first)
{
	struct buf line = { 0 };
	unsigned flags = b->flags | (first ? EXTRACT_STARTS : 0);
	size_t before;

	if (first && b->label.len > 0) {
		buf_add(&line, b->label);
		buf_add_byte(&line, '\t');
	}
	before = line.len;
	buf_add(&line, slice_sub(buf_slice(&b->text), start, end));
	if (b->letters > 0 && b->bold == b->letters)
		flags |= EXTRACT_BOLD;
	extract_add(f->out, (struct extract_line){ .text = buf_slice(&line),
	                                           .label = (uint16_t)(before > 0 ? b->label.len : 0),
	                                           .flags = (uint16_t)flags });
	add_spans(f, b, start, end, before);
	buf_release(&line);
}

/* Lines of preformatted text stand for themselves; elsewhere a break goes on in the paragraph. */
static void
add_block(struct html_flow *f, const struct html_block *b)
{
	struct slice text = buf_slice(&b->text);
	bool first = true;

	for (size_t start = 0; start <= text.len;) {
		size_t end = slice_find_byte(text, '\n', start);

		if (end == SLICE_NONE)
			end = text.len;
		if (!slice_is_blank(slice_sub(text, start, end))) {
			add_line(f, b, start, end, first);
			first = false;
		}
		start = end + 1;
	}
}

void
html_end_block(struct html_flow *f)
{
	struct html_block *b = &f->block, next = { .row = b->row, .cell = b->cell };

	if (b->row > 0 && f->cells.n < CELLS_MOST) {
		if (is_empty(b))
			html_block_release(b);
		else
			VEC_PUSH(&f->cells, *b);
	} else {
		add_block(f, b);
		html_block_release(b);
	}
	*b = next;
}

/* Cells of the row that starts at `start`; `end` is one past its blocks. */
static size_t
count_cells(const struct html_flow *f, size_t start, size_t *end)
{
	size_t n = 0, last = 0, i = start;

	for (; i < f->cells.n && f->cells.v[i].row == f->cells.v[start].row; i++)
		if (f->cells.v[i].cell != last) {
			last = f->cells.v[i].cell;
			n++;
		}
	*end = i;
	return n;
}

static bool
is_table(const struct html_flow *f)
{
	size_t most = 0;

	for (size_t i = 0, end; i < f->cells.n; i = end) {
		size_t n = count_cells(f, i, &end);

		most = n > most ? n : most;
	}
	for (size_t i = 0; i < f->cells.n; i++)
		if (f->cells.v[i].text.len > CELL_BYTES_MOST)
			return false;
	return most >= 2 && !f->is_layout && f->cells.v[f->cells.n - 1].row > f->cells.v[0].row;
}

/* Cells parted by tabs, blocks inside one by blanks. */
static void
add_row(struct html_flow *f, size_t start, size_t end)
{
	struct html_block row = { .flags = EXTRACT_WHOLE | EXTRACT_ROW };
	size_t cell = 1, cell_start = 0;

	for (size_t i = start; i < end; i++) {
		struct html_block *b = &f->cells.v[i];
		size_t from;

		for (; cell < b->cell && cell < CELL_NUMBER_MOST; cell++) {
			buf_add_byte(&row.text, '\t');
			cell_start = row.text.len;
		}
		if (row.text.len > cell_start)
			buf_add_byte(&row.text, ' ');
		buf_add(&row.text, b->label);
		if (b->label.len > 0)
			buf_add_byte(&row.text, ' ');
		from = row.text.len;
		for (size_t k = 0; k < b->text.len; k++)
			buf_add_byte(&row.text, b->text.p[k] == '\n' ? ' ' : b->text.p[k]);
		for (size_t k = 0; k < b->spans.n; k++) {
			struct html_span s = b->spans.v[k];

			s.start += from;
			s.end += from;
			VEC_PUSH(&row.spans, s);
		}
	}
	add_line(f, &row, 0, row.text.len, true);
	html_block_release(&row);
}

void
html_end_table(struct html_flow *f)
{
	bool table = is_table(f);

	for (size_t i = 0, end; i < f->cells.n; i = end) {
		count_cells(f, i, &end);
		if (table)
			add_row(f, i, end);
		for (size_t k = i; !table && k < end; k++)
			add_block(f, &f->cells.v[k]);
	}
	for (size_t i = 0; i < f->cells.n; i++)
		html_block_release(&f->cells.v[i]);
	VEC_CLEAR(&f->cells);
	f->is_layout = false;
	f->block.row = f->block.cell = 0;
}
