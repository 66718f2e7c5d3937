/* SPDX-License-Identifier: ISC */
/*
 * Page heads and feet, found over all pages at once: what has the shape of furniture at the edge of
 * a page, and what stands at the edge of many.
 */
#include "config.h"

#include "import_priv.h"

#include "cite/symbol.h"

#define EDGE_DEPTH 6       /* lines from the edge of a page that may be furniture */
#define REPEAT_BYTES 160   /* longer lines are text */
#define OFFSETS 64         /* printed page number minus page, shifted to be positive */

struct furniture {
	struct import *im;
	struct map repeats; /* line without its numbers -> pages that have it at an edge */
	struct arena arena;
	size_t n_pages;
	long offset; /* of lone page numbers, OFFSETS if there are none */
	size_t removed;
};

/* The line with each number as '#', small letters, single blanks. */
static struct slice
key_of(struct furniture *f, struct slice text)
{
	char *p = arena_alloc(&f->arena, text.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = byte_is_digit(text.p[i]) ? '#' : byte_to_lower(text.p[i]);

		if ((c == '#' || c == ' ') && n > 0 && p[n - 1] == c)
			continue;
		p[n++] = c;
	}
	return slice_of(p, n);
}

static size_t
page_end(const struct import *im, size_t start)
{
	size_t end = start + 1;

	while (end < im->lines.n && !im->lines.v[end].page_start)
		end++;
	return end;
}

static bool
may_repeat(const struct line *line)
{
	return line->text.len <= REPEAT_BYTES && line->role == ROLE_BODY &&
	       !(line->shape & (SHAPE_RULE | SHAPE_LEADER));
}

/* Line number k of a page from the top (or from the bottom), SLICE_NONE when there is none. */
static size_t
edge_line(size_t start, size_t end, size_t k, bool from_top)
{
	if (k >= end - start)
		return SLICE_NONE;
	return from_top ? start + k : end - 1 - k;
}

static void
count_page(struct furniture *f, size_t start, size_t end)
{
	struct import *im = f->im;
	size_t depth = end - start < 2 * EDGE_DEPTH ? (end - start) / 2 : EDGE_DEPTH;

	f->n_pages++;
	for (size_t k = 0; k < depth; k++)
		for (int top = 0; top < 2; top++) {
			struct line *line = &im->lines.v[edge_line(start, end, k, top != 0)];

			if (may_repeat(line))
				++*map_at(&f->repeats, key_of(f, line->text));
		}
}

/* Which number minus page is most frequent among lone numbers at page edges. */
static void
find_offset(struct furniture *f)
{
	struct import *im = f->im;
	size_t count[2 * OFFSETS + 1] = { 0 }, best = 0;

	f->offset = OFFSETS;
	for (size_t i = 0; i < im->lines.n; i++) {
		const struct line *line = &im->lines.v[i];
		bool edge = line->page_start || i + 1 == im->lines.n || im->lines.v[i + 1].page_start;
		long offset = shape_page_number(line->text) - (long)line->page;

		if (!edge || !(line->shape & SHAPE_NUMBER) || offset < -OFFSETS || offset >= OFFSETS)
			continue;
		if (++count[offset + OFFSETS] > best && count[offset + OFFSETS] >= 2) {
			best = count[offset + OFFSETS];
			f->offset = offset;
		}
	}
}

/* Labels that differ from page to page: what bears one is text. */
static bool
counts(enum label_kind kind)
{
	return kind != LABEL_NONE && kind != LABEL_PART && kind != LABEL_CHAPTER && kind != LABEL_ANNEX &&
	       kind != LABEL_ARTICLE;
}

static bool
repeats(struct furniture *f, const struct line *line)
{
	const long *n;
	size_t least = f->n_pages <= 4 ? 2 : f->n_pages / 4 > 3 ? f->n_pages / 4 : 3;

	/* A raised figure at the front: a footnote that another page has too. */
	if (line->given && line->given->label > 0)
		return false;
	if (!may_repeat(line) || counts(label_read(line->text).kind))
		return false;
	/* The end of a sentence, as "below (see table 3)." on several pages. */
	if (char_ends_sentence(char_last(line->text)) &&
	    (line->text.len > 60 || (line->text.p[0] >= 'a' && line->text.p[0] <= 'z')))
		return false;
	n = map_find(&f->repeats, key_of(f, line->text));
	return n && (size_t)*n >= least && f->n_pages >= 2;
}

/* "A/RES/78/323   Title of the resolution", or the two the other way round. */
static bool
heads_page(const struct import *im, const struct line *line)
{
	struct slice symbol = shape_end_symbol(line->text);

	return symbol.len > 0 && line->page > 1 && line->text.len <= REPEAT_BYTES &&
	       symbol_same(symbol, im->running_symbol) && label_read(line->text).kind == LABEL_NONE;
}

/* `beside`: the line next to it on the outer side is furniture already. */
static bool
is_furniture(struct furniture *f, const struct line *line, bool beside)
{
	struct import *im = f->im;

	if (line->shape & (SHAPE_JOB | SHAPE_MORE | SHAPE_PAGE | SHAPE_DATED))
		return true;
	if (line->shape & SHAPE_FRACTION)
		return beside || im->pages_printed > 0;
	if (line->shape & SHAPE_SYMBOL)
		return symbol_same(line->text, im->running_symbol) || beside;
	if (line->shape & SHAPE_LANGUAGE)
		return beside;
	if (line->shape & SHAPE_NUMBER)
		return (f->offset < OFFSETS &&
		        shape_page_number(line->text) == (long)line->page + f->offset) ||
		       (beside && shape_page_number(line->text) == (long)line->page);
	return repeats(f, line) || heads_page(im, line);
}

static void
take(struct furniture *f, struct line *line)
{
	line->role = ROLE_FURNITURE;
	f->removed++;
}

/* From the edge inwards, as long as it is furniture. */
static void
peel(struct furniture *f, size_t start, size_t end, bool from_top)
{
	struct import *im = f->im;
	bool beside = false;

	for (size_t k = 0; k < EDGE_DEPTH + 4; k++) {
		size_t i = edge_line(start, end, k, from_top);
		struct line *line;

		if (i == SLICE_NONE)
			return;
		line = &im->lines.v[i];
		if (line->role == ROLE_URL || line->role == ROLE_FURNITURE)
			continue;
		if (!is_furniture(f, line, beside))
			return;
		take(f, line);
		beside = true;
	}
}

static void
mark_page(struct furniture *f, size_t start, size_t end)
{
	struct import *im = f->im;

	/* The first page has its masthead at the top. */
	if (start > 0)
		peel(f, start, end, true);
	peel(f, start, end, false);
	for (size_t i = start; i < end; i++) {
		struct line *line = &im->lines.v[i];

		if (line->role == ROLE_BODY && (line->shape & (SHAPE_JOB | SHAPE_MORE)))
			take(f, line);
	}
}

static void
mark_rules(struct import *im)
{
	for (size_t i = 0; i < im->lines.n; i++)
		if (im->lines.v[i].role == ROLE_BODY && (im->lines.v[i].shape & SHAPE_RULE))
			im->lines.v[i].role = ROLE_RULE;
}

/* "/..." and job numbers mean the same wherever they stand. */
static void
mark_unpaged(struct import *im)
{
	for (size_t i = 0; i < im->lines.n; i++)
		if (im->lines.v[i].role == ROLE_BODY && (im->lines.v[i].shape & SHAPE_JOB))
			im->lines.v[i].role = ROLE_FURNITURE;
}

void
furniture_mark(struct import *im)
{
	struct furniture f = { .im = im };

	mark_rules(im);
	if (!im->paged) {
		mark_unpaged(im);
		return;
	}
	for (size_t i = 0; i < im->lines.n; i = page_end(im, i))
		count_page(&f, i, page_end(im, i));
	find_offset(&f);
	for (size_t i = 0; i < im->lines.n; i = page_end(im, i))
		mark_page(&f, i, page_end(im, i));
	if (f.removed > 0)
		diag_add(&im->doc->diag, DIAG_NOTE, 0, 0,
		         "%zu lines of page heads and feet on %zu pages were taken out",
		         "已移出 %2$zu 页中的页眉页脚共 %1$zu 行", f.removed, f.n_pages);
	map_release(&f.repeats);
	arena_release(&f.arena);
}
