/* SPDX-License-Identifier: ISC */
/*
 * Where pages end.
 *
 * Signs: a form feed; a list of link targets; page head and foot; a long run of empty lines.  Signs
 * that stand together, with no text between them, are one seam, and a seam is one page end.
 */
#include "config.h"

#include "import_priv.h"

#include "cite/symbol.h"

#define HEAD_LINES 4  /* at the top of a page */
#define EMPTY_LEAST 3 /* lines without a byte that may part two pages */

/* A stretch of lines [start, end) that belong to page heads and feet, between two lines of text. */
struct seam {
	size_t start, end;
};

#define EDGE_SHAPES                                                                                \
	(SHAPE_SYMBOL | SHAPE_JOB | SHAPE_FRACTION | SHAPE_NUMBER | SHAPE_PAGE | SHAPE_MORE |      \
	 SHAPE_LANGUAGE | SHAPE_DATED)

static bool
is_edge(const struct line *line)
{
	return line->role == ROLE_URL || (line->shape & EDGE_SHAPES);
}

/* A symbol that heads pages: the one that most often stands alone on a line, or at an end of one. */
static void
find_running_symbol(struct import *im)
{
	struct map count = { 0 };
	long most = 0;

	for (size_t i = 0; i < im->lines.n; i++) {
		struct slice symbol = shape_end_symbol(im->lines.v[i].text);
		long *n;

		if (symbol.len == 0)
			continue;
		n = map_at(&count, symbol);
		if (++*n > most) {
			most = *n;
			im->running_symbol = symbol;
		}
	}
	map_release(&count);
}

/* Page heads or feet that only a document in pages has. */
static bool
has_pages(const struct import *im)
{
	for (size_t i = 0; i < im->lines.n; i++) {
		const struct line *line = &im->lines.v[i];

		if (line->form_feed || line->role == ROLE_URL)
			return true;
		if (line->shape & (SHAPE_JOB | SHAPE_PAGE | SHAPE_MORE | SHAPE_DATED))
			return true;
		if ((line->shape & SHAPE_SYMBOL) && line->empty >= EMPTY_LEAST)
			return true;
	}
	return false;
}

/* The first line of the new page within the seam, if a form feed or empty lines say so. */
static size_t
divider(const struct import *im, struct seam s)
{
	size_t found = SLICE_NONE;

	for (size_t i = s.start; i <= s.end && i < im->lines.n; i++)
		if (im->lines.v[i].form_feed)
			return i;
	for (size_t i = s.start; i <= s.end && i < im->lines.n; i++)
		if (im->lines.v[i].empty >= EMPTY_LEAST && im->lines.v[i].role != ROLE_URL)
			found = i;
	return found;
}

static size_t
after_urls(const struct import *im, struct seam s)
{
	for (size_t i = s.end; i > s.start; i--)
		if (im->lines.v[i - 1].role == ROLE_URL)
			return i;
	return SLICE_NONE;
}

/* Without a divider: before the symbol that heads the page, or behind the foot. */
static size_t
by_furniture(const struct import *im, struct seam s)
{
	unsigned shapes = 0;
	size_t symbol = SLICE_NONE;

	for (size_t i = s.start; i < s.end; i++) {
		shapes |= im->lines.v[i].shape;
		if (symbol == SLICE_NONE && (im->lines.v[i].shape & (SHAPE_SYMBOL | SHAPE_DATED)))
			symbol = i;
	}
	if (symbol != SLICE_NONE && s.end - s.start > 1)
		return shapes & (SHAPE_FRACTION | SHAPE_JOB | SHAPE_PAGE | SHAPE_NUMBER | SHAPE_MORE)
		               ? symbol
		               : SLICE_NONE;
	if ((shapes & SHAPE_MORE) || ((shapes & SHAPE_FRACTION) && (shapes & SHAPE_JOB)))
		return s.end;
	return SLICE_NONE;
}

static size_t
break_in(const struct import *im, struct seam s)
{
	size_t at = divider(im, s), urls = after_urls(im, s);

	if (at != SLICE_NONE && (urls == SLICE_NONE || at >= urls || im->lines.v[at].form_feed))
		return at;
	if (urls != SLICE_NONE)
		return urls;
	return by_furniture(im, s);
}

/* The printed number of the page that starts at `at`, from a page number in the seam; 0 if none. */
static long
printed_number(struct import *im, struct seam s, size_t at)
{
	long page, pages;

	for (size_t i = s.start; i < s.end; i++) {
		if (!shape_fraction(im->lines.v[i].text, &page, &pages) ||
		    !(im->lines.v[i].shape & SHAPE_FRACTION) || page > pages)
			continue;
		if (im->pages_printed < (uint32_t)pages)
			im->pages_printed = (uint32_t)pages;
		return i < at ? page + 1 : page;
	}
	return 0;
}

static void
assign(struct import *im, size_t start, size_t end, uint32_t page)
{
	for (size_t i = start; i < end; i++)
		im->lines.v[i].page = page;
}

static struct seam
next_seam(const struct import *im, size_t from)
{
	struct seam s = { from, from };

	while (s.start < im->lines.n && !is_edge(&im->lines.v[s.start]) &&
	       !(s.start > 0 && !im->lines.v[s.start].page_start &&
	         (im->lines.v[s.start].form_feed || im->lines.v[s.start].empty >= EMPTY_LEAST)))
		s.start++;
	s.end = s.start;
	while (s.end < im->lines.n && is_edge(&im->lines.v[s.end]))
		s.end++;
	return s;
}

static void
remark_pages(struct import *im, uint32_t counted)
{
	if (im->pages_printed == 0 || im->pages_printed == counted)
		return;
	diag_add(&im->doc->diag, DIAG_NOTE, 0, 0,
	         "page numbers say %u pages, %u were found", "页码显示共 %u 页，实际识别出 %u 页",
	         im->pages_printed, counted);
}

/* An address that was lifted out is on the page of the line behind it. */
static void
place_urls(struct import *im, uint32_t last_page)
{
	for (size_t i = 0, k = 0; i < im->urls.n; i++) {
		while (k < im->lines.n && im->lines.v[k].number < im->urls.v[i].number)
			k++;
		im->urls.v[i].page = k < im->lines.n ? im->lines.v[k].page : last_page;
	}
}

void
page_divide(struct import *im)
{
	uint32_t page = 1;
	size_t start = 0;

	find_running_symbol(im);
	if (im->given) {
		given_pages(im);
		return;
	}
	if (!has_pages(im))
		return;
	for (size_t from = 0; from < im->lines.n;) {
		struct seam s = next_seam(im, from);
		size_t at = s.start < im->lines.n ? break_in(im, s) : SLICE_NONE;

		/* Head and foot of the page that has just begun. */
		if (at != SLICE_NONE && at <= start + HEAD_LINES && im->paged && divider(im, s) == SLICE_NONE)
			at = SLICE_NONE;
		if (at != SLICE_NONE && at > 0 && at < im->lines.n) {
			long printed = printed_number(im, s, at);

			assign(im, start, at, page);
			page = printed > (long)page ? (uint32_t)printed : page + 1;
			im->lines.v[at].page_start = true;
			im->paged = true;
			start = at;
		}
		from = s.end > s.start ? s.end : s.start + 1;
	}
	assign(im, start, im->lines.n, page);
	if (im->lines.n > 0)
		im->lines.v[0].page_start = true;
	im->doc->pages = page > im->pages_printed ? page : im->pages_printed;
	remark_pages(im, page);
	place_urls(im, page);
}
