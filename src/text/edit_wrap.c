/* SPDX-License-Identifier: ISC */
/*
 * The rows of a text being edited.  Unlike those of a document (layout/wrap.c) they hold every byte,
 * for the cursor must be able to stand on it.
 */
#include "config.h"

#include "text/edit.h"

#include "text/grapheme.h"

void
edit_rows_release(struct edit_rows *r)
{
	breaks_free(r->breaks);
	VEC_RELEASE(&r->v);
	*r = (struct edit_rows){ 0 };
}

/* Where the line stops fitting. */
static size_t
fitting_end(struct width w, struct slice line, size_t start, int cols)
{
	size_t at = start;
	int used = 0;

	while (at < line.len) {
		struct cluster c = width_cluster(w, line, at);

		if (used + c.cells > cols)
			break;
		used += c.cells;
		at = c.end;
	}
	return at;
}

static size_t
skip_blanks(struct slice line, size_t at)
{
	while (at < line.len && line.p[at] == ' ')
		at++;
	return at;
}

/* The last boundary between clusters at or before `limit`; one that is wider than the row is cut. */
static size_t
cluster_edge(struct slice line, size_t start, size_t limit)
{
	size_t before = grapheme_before(line, limit);

	if (grapheme_next(line, before) == limit)
		return limit;
	return before > start ? before : limit;
}

/* Where the row that starts at `start` ends; blanks behind its last word take no room. */
static size_t
row_end(struct edit_rows *r, struct width w, struct slice line, size_t start, int cols)
{
	size_t limit = fitting_end(w, line, start, cols), at;

	if (limit >= line.len)
		return line.len;
	at = breaks_before(r->breaks, skip_blanks(line, limit), start);
	if (at <= start || (at - start) * 2 < limit - start) /* a long number rather than an empty row */
		at = breaks_before_vetoed(r->breaks, limit, start);
	if (at <= start)
		at = cluster_edge(line, start, limit);
	return at > start ? at : grapheme_next(line, start);
}

/* The rows of one line, which starts at `from` of the text. */
static void
wrap_line(struct edit_rows *r, struct width w, struct slice line, size_t from, int cols)
{
	size_t start = 0;

	if (line.len > (size_t)cols)
		breaks_set(r->breaks, line);
	do {
		size_t end = row_end(r, w, line, start, cols);

		VEC_PUSH(&r->v, ((struct edit_row){ from + start, from + end }));
		start = end;
	} while (start < line.len);
}

static void
place_cursor(const struct edit *e, struct width w, int cols, struct edit_rows *r)
{
	size_t row = r->v.n - 1;
	int col;

	while (row > 0 && r->v.v[row].start > e->at)
		row--;
	col = width_slice(w, slice_sub(buf_slice(&e->text), r->v.v[row].start, e->at));
	r->cursor_row = row;
	r->cursor_col = col < cols ? col : cols;
}

void
edit_wrap(const struct edit *e, struct width w, int cols, struct edit_rows *out)
{
	struct slice text = buf_slice(&e->text);
	size_t at = 0;

	if (!out->breaks)
		out->breaks = breaks_new();
	VEC_CLEAR(&out->v);
	while (at <= text.len) {
		size_t end = slice_find_byte(text, '\n', at);

		end = end == SLICE_NONE ? text.len : end;
		wrap_line(out, w, slice_sub(text, at, end), at, cols > 2 ? cols : 2);
		at = end + 1;
	}
	place_cursor(e, w, cols, out);
}

/* In a row that goes on in the next one its end is the start of that. */
static size_t
last_place(const struct edit_rows *r, struct slice text, size_t row)
{
	const struct edit_row *this = &r->v.v[row];

	if (row + 1 < r->v.n && r->v.v[row + 1].start == this->end)
		return grapheme_before(text, this->end);
	return this->end;
}

void
edit_point(struct edit *e, struct width w, const struct edit_rows *r, size_t row, int col)
{
	struct slice text = buf_slice(&e->text);
	size_t at, end;

	row = row < r->v.n ? row : r->v.n - 1;
	at = r->v.v[row].start;
	end = last_place(r, text, row);
	while (at < end) {
		size_t next = grapheme_next(text, at);
		int cells = width_slice(w, slice_sub(text, at, next));

		if (cells > col)
			break;
		col -= cells;
		at = next;
	}
	e->at = at;
}
