/* SPDX-License-Identifier: ISC */
/*
 * Source lines that come with evidence (extract/extract.h) instead of being cut from a text.  What
 * the evidence settles the stages do not ask again; what it leaves open they find as in a text.
 */
#include "config.h"

#include "import_priv.h"

#define EM 100         /* hundredths */
#define SIZE_MOST 1000 /* tenths of a point */
#define GAP_FIRST 1    /* blank lines of the source before the first line of a page */
#define FACES_LEAST 5  /* bold lines, and at most a third of all: bold tells something */

/* The source as a person would look at it: the lines, and the blank ones between them. */
static void
write_source(struct import *im)
{
	const struct extract *e = im->given;
	struct buf *out = &im->doc->source;

	for (size_t i = 0; i < e->lines.n; i++) {
		const struct extract_line *l = &e->lines.v[i];
		size_t gap = i > 0 && l->page != e->lines.v[i - 1].page ? GAP_FIRST : l->gap;

		for (size_t n = 0; n < gap && i > 0; n++)
			buf_add_byte(out, '\n');
		buf_add(out, l->text);
		buf_add_byte(out, '\n');
	}
	doc_divide(im->doc);
}

/* From the edge of the column, so that lines of paragraphs and items end at one width. */
static uint32_t
width_of(const struct extract_line *l)
{
	if (l->right <= l->left || l->size == 0)
		return line_width(l->text, false);
	return (uint32_t)((int64_t)(l->right - l->left) * EM / l->size);
}

static uint8_t
indent_of(const struct extract_line *l)
{
	long ems = l->size > 0 && l->right > 0 ? (long)(l->x - l->left) * 2 / l->size : 0;

	return ems <= 0 ? 0 : ems > UINT8_MAX ? UINT8_MAX : (uint8_t)ems;
}

static enum line_role
role_of(unsigned flags)
{
	if (flags & EXTRACT_FURNITURE)
		return ROLE_FURNITURE;
	if (flags & EXTRACT_MASTHEAD)
		return ROLE_MASTHEAD;
	if (flags & EXTRACT_NOTE)
		return ROLE_FOOTNOTE;
	if (flags & EXTRACT_CONTENTS)
		return ROLE_CONTENTS;
	return (flags & EXTRACT_ROW) && (flags & EXTRACT_WHOLE) ? ROLE_TABLE : ROLE_BODY;
}

static void
take_line(struct import *im, const struct extract_line *l, size_t number)
{
	struct slice raw = doc_source_line(im->doc, number);
	struct slice text = slice_trim(raw);
	struct line line = {
		.text = text,
		.given = l,
		.number = (uint32_t)number,
		.page = l->page,
		.gap = l->gap,
		.width = width_of(l),
		.indent = indent_of(l),
		.role = (uint8_t)role_of(l->flags),
	};

	/* Cells may be empty at both ends. */
	if (l->flags & EXTRACT_ROW)
		line.text = raw;
	if (text.len > 0)
		VEC_PUSH(&im->lines, line);
}

/* Some lines that have a place are bold, most are not. */
static bool
has_faces(const struct extract *e)
{
	size_t bold = 0, n = 0;

	for (size_t i = 0; i < e->lines.n; i++) {
		n += e->lines.v[i].right > 0;
		bold += e->lines.v[i].right > 0 && (e->lines.v[i].flags & EXTRACT_BOLD);
	}
	return bold >= FACES_LEAST && bold * 3 <= n;
}

void
given_split(struct import *im)
{
	const struct extract *e = im->given;

	im->has_faces = has_faces(e);
	write_source(im);
	for (size_t i = 0, number = 0; i < e->lines.n; i++) {
		const struct extract_line *l = &e->lines.v[i];

		if (i > 0)
			number += l->page != e->lines.v[i - 1].page ? GAP_FIRST : l->gap;
		take_line(im, l, ++number);
	}
}

void
given_pages(struct import *im)
{
	uint32_t page = 0;

	for (size_t i = 0; i < im->lines.n; i++) {
		struct line *line = &im->lines.v[i];

		line->page_start = line->page != page;
		page = line->page;
	}
	im->paged = page > 0;
	im->doc->pages = im->given->pages;
}

uint32_t
given_size(const struct import *im)
{
	size_t most = 0, letters[SIZE_MOST] = { 0 };
	uint32_t best = 0;

	for (size_t i = 0; i < im->lines.n; i++) {
		const struct line *line = &im->lines.v[i];

		if (!line->given || line->given->size >= SIZE_MOST || line->role != ROLE_BODY)
			continue;
		letters[line->given->size] += line->text.len;
		if (letters[line->given->size] > most) {
			most = letters[line->given->size];
			best = line->given->size;
		}
	}
	return best;
}

bool
given_has(const struct line *line, unsigned flags)
{
	return line->given && (line->given->flags & flags) == flags;
}

/* As the text says it, or as the format does where the text alone would not be taken for one. */
struct label
given_label(const struct line *line)
{
	struct label label = label_read(line->text);
	size_t len = line->given ? line->given->label : 0;
	struct slice alone = slice_sub(line->text, 0, len);

	if (len == 0 || label.text.len == len)
		return label;
	label = label_read(alone);
	if (label.kind == LABEL_NONE || label.text.len != alone.len)
		label = (struct label){ .kind = LABEL_BULLET };
	label.text = alone;
	label.len = line->text.len - slice_trim_start(slice_skip(line->text, len)).len;
	return label;
}

/* Where a byte of the line is in the text that ends with it. */
static size_t
offset_in(const struct line *line, struct slice part, size_t at, size_t end)
{
	if (line->given->flags & EXTRACT_ROW)
		return end - part.len + at;
	return end - append_offset(part, part.len) + append_offset(part, at);
}

void
given_tie(const struct import *im, struct given_ties *t, size_t *next, const struct line *line,
          size_t skipped, const struct buf *text)
{
	const struct extract *e = im->given;
	struct slice part = slice_skip(line->text, skipped);
	size_t index, lead = skipped;

	if (!line->given)
		return;
	index = (size_t)(line->given - e->lines.v);
	lead += line->given->text.len - slice_trim_start(line->given->text).len;
	if (line->given->flags & EXTRACT_ROW)
		lead = skipped;
	while (*next < e->spans.n && e->spans.v[*next].line < index)
		++*next;
	for (; *next < e->spans.n && e->spans.v[*next].line == index; ++*next) {
		const struct extract_span *s = &e->spans.v[*next];
		size_t start = s->start > lead ? s->start - lead : 0;

		if (s->end <= lead || s->end - lead > part.len)
			continue;
		VEC_PUSH(&t->open, ((struct given_tie){
			                   .start = offset_in(line, part, start, text->len),
			                   .end = offset_in(line, part, s->end - lead, text->len),
			                   .kind = s->kind,
			                   .target = s->target }));
	}
}

void
given_settle(struct import *im, struct given_ties *t, size_t piece, size_t len)
{
	size_t kept = 0;

	for (size_t i = 0; i < t->open.n; i++) {
		struct given_tie tie = t->open.v[i];

		if (tie.start >= len) {
			tie.start -= len;
			tie.end -= len;
			t->open.v[kept++] = tie;
			continue;
		}
		tie.piece = piece;
		tie.end = tie.end < len ? tie.end : len;
		VEC_PUSH(&im->ties, tie);
	}
	t->open.n = kept;
}
