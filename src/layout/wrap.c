/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout_priv.h"

/* Where the text stops fitting: the start of the first cluster that would go over `cols`. */
static size_t
fitting_end(const struct wrap *w, size_t start, size_t end, int cols)
{
	struct slice text = w->block->text;
	size_t at = start;
	int used = 0;

	while (at < end) {
		struct cluster c = width_cluster(w->width, text, at);

		if (used + c.cells > cols)
			break;
		used += c.cells;
		at = c.end;
	}
	return at < end ? at : end;
}

/* The link that has `at` strictly inside, or NULL. */
static const struct citation *
link_around(const struct block *b, size_t at)
{
	size_t low = 0, high = b->n_citations;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (b->citations[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == b->n_citations || b->citations[low].start >= at ||
	    b->citations[low].kind == CITATION_URL)
		return NULL;
	return &b->citations[low];
}

/* The last good break in (start, limit], 0 if there is none. */
static size_t
good_break(const struct wrap *w, size_t start, size_t limit)
{
	size_t at = breaks_before(w->breaks, limit, start);

	while (at > start) {
		const struct citation *link = link_around(w->block, at);

		if (!link)
			return at;
		if (link->start <= start)
			return 0;
		at = breaks_before(w->breaks, link->start, start);
	}
	return 0;
}

static size_t
skip_blanks(struct slice text, size_t at, size_t end)
{
	while (at < end && (text.p[at] == ' ' || text.p[at] == '\t'))
		at++;
	return at;
}

/* A mark that may hang over the right edge ends the line behind it. */
static size_t
hanging_end(const struct wrap *w, size_t limit, size_t end)
{
	struct cluster c;

	if (!w->hang || limit >= end)
		return limit;
	c = width_cluster(w->width, w->block->text, limit);
	if (!breaks_may_hang(c.base))
		return limit;
	return c.end >= end || breaks_at(w->breaks, c.end) == BREAKS_ALLOWED ? c.end : limit;
}

/* Where the line that starts at `start` is broken; above `start`. */
static size_t
line_break(const struct wrap *w, size_t start, size_t end, int cols)
{
	size_t limit = fitting_end(w, start, end, cols);
	size_t at, hung;

	if (limit >= end)
		return end;
	hung = hanging_end(w, limit, end);
	if (hung > limit)
		return hung;
	/* Blanks behind the last word take no room: the break may stand behind them. */
	at = good_break(w, start, skip_blanks(w->block->text, limit, end));
	if (at <= start)
		at = breaks_before_vetoed(w->breaks, limit, start);
	if (at <= start || at > end)
		at = limit > start ? limit : width_cluster(w->width, w->block->text, start).end;
	return at;
}

void
wrap_lines(const struct wrap *w, size_t start, size_t end, struct block_lines *out)
{
	struct slice text = w->block->text;
	int indent = w->first;

	do {
		int cols = w->cols - indent > 1 ? w->cols - indent : 1;
		size_t stop = line_break(w, start, end, cols), last = stop;

		while (last > start && text.p[last - 1] == ' ')
			last--;
		VEC_PUSH(&out->lines,
		         ((struct line){ .start = start, .end = last, .indent = indent }));
		start = skip_blanks(text, stop, end);
		indent = w->rest;
	} while (start < end);
}
