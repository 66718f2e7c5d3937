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

/* The sign of a footnote stays with the word before it. */
static bool
is_mark(const struct citation *c)
{
	return c->kind == CITATION_FN && slice_is(c->evidence, "mark");
}

/* The link that has `at` strictly inside, or a footnote mark there; or NULL. */
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
	if (low == b->n_citations || b->citations[low].start > at ||
	    (b->citations[low].start == at && !is_mark(&b->citations[low])) ||
	    b->citations[low].kind == CITATION_URL)
		return NULL;
	return &b->citations[low];
}

typedef size_t break_finder(struct breaks *b, size_t at, size_t from);

/* The last break in (start, limit] that `find` offers and no link forbids, 0 if there is none. */
static size_t
break_outside_links(const struct wrap *w, size_t start, size_t limit, break_finder *find)
{
	size_t at = find(w->breaks, limit, start);

	while (at > start) {
		const struct citation *link = link_around(w->block, at);

		if (!link)
			return at;
		if (link->start <= start)
			return 0;
		if (link->start == at)
			utf8_prev(w->block->text, &at);
		else
			at = link->start;
		at = find(w->breaks, at, start);
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

/* The mark at `limit` ends the line if it may hang over the edge and a line may end behind it. */
static size_t
hanging_end(const struct wrap *w, size_t limit, size_t end, bool (*may_hang)(codepoint))
{
	struct cluster c;

	if (!w->hang || limit >= end)
		return 0;
	c = width_cluster(w->width, w->block->text, limit);
	if (!may_hang(c.base))
		return 0;
	return c.end >= end || (breaks_at(w->breaks, c.end) == BREAKS_ALLOWED &&
	                        !link_around(w->block, c.end))
	               ? c.end
	               : 0;
}

/* Inside a word: as late as fits, but not before a mark that may not start a line. */
static size_t
word_cut(const struct wrap *w, size_t start, size_t limit)
{
	struct slice text = w->block->text;
	size_t at = limit;

	while (at > start && breaks_forbids_start(utf8_at(text, at)))
		utf8_prev(text, &at);
	if (at > start)
		return at;
	return limit > start ? limit : width_cluster(w->width, text, start).end;
}

/* No good break: hang a closing bracket, cut a link between words, cut a number from its unit, cut
 * a word. */
static size_t
poor_break(const struct wrap *w, size_t start, size_t limit, size_t end)
{
	size_t at = limit > start ? hanging_end(w, limit, end, breaks_forbids_start) : 0;

	if (at == 0)
		at = breaks_before(w->breaks, limit, start);
	if (at == 0)
		at = break_outside_links(w, start, limit, breaks_before_vetoed);
	if (at == 0)
		at = breaks_before_vetoed(w->breaks, limit, start);
	return at > start && at <= end ? at : word_cut(w, start, limit);
}

/* Where the line that starts at `start` is broken; above `start`. */
static size_t
line_break(const struct wrap *w, size_t start, size_t end, int cols)
{
	size_t limit = fitting_end(w, start, end, cols), at;

	if (limit >= end)
		return end;
	at = hanging_end(w, limit, end, breaks_may_hang);
	/* Blanks behind the last word take no room: the break may stand behind them. */
	if (at == 0)
		at = break_outside_links(w, start, skip_blanks(w->block->text, limit, end),
		                         breaks_before);
	return at > start && at <= end ? at : poor_break(w, start, limit, end);
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
