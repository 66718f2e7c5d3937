/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "navigation/reader.h"

#include "reader_priv.h"

#define PAGE_OVERLAP 2 /* rows of the last page that stay in sight */

static struct row
moved(struct reader *r, struct row from, long n)
{
	layout_move(r->layout, &from, n);
	return from;
}

static bool
same_row(struct row a, struct row b)
{
	return a.block == b.block && a.line == b.line;
}

/* Rows from a down to b, at most `most`; -1 if b is above a. */
static int
rows_between(struct reader *r, struct row a, struct row b, int most)
{
	int n = 0;

	if (b.block < a.block || (b.block == a.block && b.line < a.line))
		return -1;
	while (n < most && !same_row(a, b)) {
		if (layout_move(r->layout, &a, 1) == 0)
			break;
		n++;
	}
	return n;
}

static bool
is_gap(struct reader *r, struct row row)
{
	return layout_block(r->layout, row.block).v[row.line].is_gap;
}

/* Which row of the notes under its block a row is, from 1; 0: it is one of the text. */
static size_t
note_rows(struct reader *r, struct row row)
{
	size_t n_text = layout_block(r->layout, row.block).n_text;

	return row.line < n_text ? 0 : row.line - n_text + 1;
}

/* The lowest row that may be on top: the one that leaves the document's last row, and an empty one
 * for the end sign, at the bottom. */
static void
clamp_top(struct reader *r)
{
	struct row lowest = layout_last(r->layout);

	if (r->rows > 2)
		layout_move(r->layout, &lowest, -(long)(r->rows - 2));
	if (rows_between(r, r->top, lowest, 1) < 0)
		r->top = lowest;
}

/* From the first text row behind empty ones to the last before them, if there is one. */
static void
back_over_gap(struct reader *r, struct row *row)
{
	struct row before = *row;

	while (layout_move(r->layout, &before, -1) != 0)
		if (!is_gap(r, before)) {
			*row = before;
			return;
		}
}

/* Makes `current` the text row at screen row `home`, or the nearest one. */
static void
current_from_home(struct reader *r)
{
	struct row row = r->top;

	layout_move(r->layout, &row, r->home);
	while (is_gap(r, row))
		layout_move(r->layout, &row, 1);
	if (rows_between(r, r->top, row, r->rows) >= r->rows && r->home > 0)
		back_over_gap(r, &row);
	r->current = layout_place_of(r->layout, row);
}

static void
home_from_current(struct reader *r)
{
	int row = rows_between(r, r->top, layout_row_of(r->layout, r->current), r->rows);

	r->home = row < 0 ? 0 : row < r->rows ? row : r->rows - 1;
}

void
reader_init(struct reader *r, struct doc *d, struct layout_settings settings, int rows)
{
	*r = (struct reader){ .doc = d, .layout = layout_new(d, settings), .rows = rows > 0 ? rows : 1 };
	r->top = layout_first(r->layout);
	r->current = layout_place_of(r->layout, r->top);
}

void
reader_release(struct reader *r)
{
	layout_free(r->layout);
	doc_free(r->doc);
	*r = (struct reader){ 0 };
}

void
reader_resize(struct reader *r, struct layout_settings settings, int rows)
{
	r->rows = rows > 0 ? rows : 1;
	layout_set(r->layout, settings);
	if (r->home >= r->rows)
		r->home = r->rows - 1;
	r->top = layout_row_of(r->layout, r->current);
	layout_move(r->layout, &r->top, -(long)r->home);
	clamp_top(r);
	home_from_current(r);
}

void
reader_set_notes(struct reader *r, const struct layout_note *notes, size_t n)
{
	layout_set_notes(r->layout, notes, n);
	r->top = layout_row_of(r->layout, r->current);
	layout_move(r->layout, &r->top, -(long)r->home);
	clamp_top(r);
	home_from_current(r);
}

/* Moves the text; gives how many of the n rows the top could not move. */
static long
move_top(struct reader *r, long n)
{
	struct row before = r->top;
	long done = layout_move(r->layout, &r->top, n);

	if (n <= 0)
		return n - done;
	clamp_top(r);
	if (rows_between(r, before, r->top, 1) < 0)
		r->top = before; /* a jump to the end had left it lower than scrolling would */
	return n - rows_between(r, before, r->top, (int)(n < 1000000 ? n : 1000000));
}

void
reader_scroll(struct reader *r, long n)
{
	long left = move_top(r, n);
	struct row row;
	int last;

	if (left != 0) { /* at an end: current walks */
		row = r->top;
		last = (int)layout_move(r->layout, &row, r->rows - 1);
		r->home += (int)(left > r->rows ? r->rows : left < -r->rows ? -r->rows : left);
		r->home = r->home < 0 ? 0 : r->home > last ? last : r->home;
		while (left < 0 && r->home > 0 && is_gap(r, moved(r, r->top, r->home)))
			r->home--;
		while (note_rows(r, moved(r, r->top, r->home)) > 0 && (left > 0 ? r->home < last : r->home > 0))
			r->home += left > 0 ? 1 : -1;
	}
	current_from_home(r);
	if (left > 0)
		home_from_current(r);
}

void
reader_shift(struct reader *r, long n)
{
	int row;

	move_top(r, n);
	row = rows_between(r, r->top, layout_row_of(r->layout, r->current), r->rows);
	if (row >= 0 && row < r->rows) {
		r->home = row;
		return;
	}
	r->home = row < 0 ? 0 : r->rows - 1;
	current_from_home(r);
}

void
reader_half_page(struct reader *r, long n)
{
	reader_scroll(r, n * (r->rows > 1 ? r->rows / 2 : 1));
}

void
reader_page(struct reader *r, long n)
{
	reader_scroll(r, n * (r->rows > PAGE_OVERLAP * 2 ? r->rows - PAGE_OVERLAP : 1));
}

static void
remember(struct reader *r)
{
	r->last = r->current;
	r->has_last = true;
}

void
reader_first(struct reader *r)
{
	remember(r);
	r->top = layout_first(r->layout);
	r->home = 0;
	r->current = layout_place_of(r->layout, r->top);
}

void
reader_end(struct reader *r)
{
	remember(r);
	r->top = layout_last(r->layout);
	clamp_top(r);
	r->current = layout_place_of(r->layout, layout_last(r->layout));
	home_from_current(r);
}

/* The headings that stand right above a block are shown with it. */
static size_t
first_heading_above(const struct doc *d, size_t block)
{
	while (block > 0 && doc_block(d, block - 1)->kind == BLOCK_HEADING)
		block--;
	return block;
}

/* Is all of the block, or all that can be, on the screen already? */
static bool
is_shown(struct reader *r, size_t block)
{
	struct row first = layout_row_of(r->layout, (struct place){ block, 0 });
	struct row last = { block, layout_block(r->layout, block).n - 1 };
	int a = rows_between(r, r->top, first, r->rows), b = rows_between(r, r->top, last, r->rows);

	return a >= 0 && b >= 0 && b < r->rows;
}

static void
show_block(struct reader *r, size_t block)
{
	size_t from = first_heading_above(r->doc, block);
	struct row row = layout_row_of(r->layout, r->current);

	if (is_shown(r, block))
		return;
	r->top = layout_row_of(r->layout, (struct place){ from, 0 });
	if (rows_between(r, r->top, row, r->rows) >= r->rows / 2)
		r->top = row;
	clamp_top(r);
}

void
reader_go(struct reader *r, struct place to)
{
	if (to.block >= r->doc->n_blocks)
		to = (struct place){ r->doc->n_blocks - 1, 0 };
	if (to.byte > doc_block(r->doc, to.block)->text.len)
		to.byte = doc_block(r->doc, to.block)->text.len;
	r->current = to;
	show_block(r, to.block);
	home_from_current(r);
}

void
reader_jump(struct reader *r, struct place to)
{
	remember(r);
	reader_go(r, to);
}

void
reader_point(struct reader *r, struct place to)
{
	struct row row = layout_row_of(r->layout, to);
	int at = rows_between(r, r->top, row, r->rows);

	r->current = to;
	if (at < 0 || at >= r->rows) {
		r->top = moved(r, row, -(long)(r->rows / 3));
		clamp_top(r);
	}
	home_from_current(r);
}

struct reader_spot
reader_spot_of(struct reader *r)
{
	struct place top = layout_place_of(r->layout, r->top);
	size_t text = layout_line_of(r->layout, top);

	return (struct reader_spot){ .top = top,
		                     .top_gap = text > r->top.line ? text - r->top.line : 0,
		                     .top_note = note_rows(r, r->top),
		                     .current = r->current,
		                     .home = r->home,
		                     .sideways = r->sideways };
}

void
reader_restore(struct reader *r, const struct reader_spot *spot)
{
	struct layout_lines lines;
	int row;

	r->top = layout_row_of(r->layout, spot->top);
	r->top.line -= spot->top_gap < r->top.line ? spot->top_gap : r->top.line;
	lines = layout_block(r->layout, r->top.block);
	if (spot->top_note > 0 && lines.n_text - 1 + spot->top_note < lines.n)
		r->top.line = lines.n_text - 1 + spot->top_note;
	r->current = spot->current;
	r->sideways = spot->sideways;
	r->home = spot->home < r->rows ? spot->home : r->rows - 1;
	row = rows_between(r, r->top, layout_row_of(r->layout, r->current), r->rows);
	if (row < 0 || row >= r->rows) { /* the screen is another one now */
		r->top = moved(r, layout_row_of(r->layout, r->current), -(long)r->home);
		clamp_top(r);
		home_from_current(r);
	}
}

void
reader_put(struct reader *r, struct row top, struct place current)
{
	r->top = top;
	r->current = current;
	home_from_current(r);
}

void
reader_align(struct reader *r, enum reader_align where)
{
	int above = where == READER_TOP ? 0 : where == READER_MIDDLE ? r->rows / 2 : r->rows - 1;

	r->top = moved(r, layout_row_of(r->layout, r->current), -above);
	clamp_top(r);
	home_from_current(r);
}

int
reader_current_row(struct reader *r)
{
	int row = rows_between(r, r->top, layout_row_of(r->layout, r->current), r->rows);

	return row < 0 ? 0 : row < r->rows ? row : r->rows - 1;
}

struct reader_where
reader_where(struct reader *r)
{
	const struct doc *d = r->doc;
	size_t block = r->current.block, total = d->text_start[d->n_blocks];
	struct row last = moved(r, r->top, r->rows - 1);
	struct layout_lines lines = layout_block(r->layout, last.block);
	size_t seen = d->text_start[last.block] + lines.v[last.line].end;

	return (struct reader_where){
		.heading = doc_heading_of(d, block),
		.paragraph = doc_paragraph_of(d, block),
		.last_number = d->last_number,
		.page = doc_block(d, block)->page,
		.pages = d->pages,
		.percent = total > 0 ? (int)(100.0 * (double)seen / (double)total) : 100,
		.at_end = same_row(last, layout_last(r->layout)),
	};
}

int
reader_sideways(const struct reader *r, size_t block)
{
	size_t n;
	const int *columns = layout_columns(r->layout, block, &n);
	int most = columns ? columns[n - 1] - layout_text_cols(r->layout) : 0;

	return r->sideways < most ? r->sideways : most > 0 ? most : 0;
}
