/* SPDX-License-Identifier: ISC */
/*
 * The answer of a reader as text, a record a line:
 *
 *   duan 1
 *   L page x y right left size label flags gap TAB text
 *   S start end kind TAB target       of the line before
 *   Y symbol
 *   E refusal pages bare cut lines spans
 *
 * The last record says how many there were: an answer that was cut off is none.
 */
#include "config.h"

#include "extract/extract.h"

#include "text/utf8.h"

#define LINES_MOST ((size_t)4 << 20)
#define FIELDS_MOST 9
#define COORDINATE_MOST 10000000L

static const struct slice greeting = { "duan 1", 6 };

static void
write_line(const struct extract_line *l, struct buf *out)
{
	buf_addf(out, "L %u %d %d %d %d %u %u %u %u\t", l->page, l->x, l->y, l->right, l->left, l->size,
	         l->label, l->flags, l->gap);
	buf_add(out, l->text);
	buf_add_byte(out, '\n');
}

static void
write_span(const struct extract_span *s, struct buf *out)
{
	buf_addf(out, "S %u %u %d\t", s->start, s->end, (int)s->kind);
	buf_add(out, s->target);
	buf_add_byte(out, '\n');
}

void
extract_write(const struct extract *e, struct buf *out)
{
	size_t s = 0;

	buf_add(out, greeting);
	buf_add_byte(out, '\n');
	for (size_t i = 0; i < e->lines.n; i++) {
		write_line(&e->lines.v[i], out);
		for (; s < e->spans.n && e->spans.v[s].line == i; s++)
			write_span(&e->spans.v[s], out);
	}
	for (size_t i = 0; i < e->n_symbols; i++)
		buf_addf(out, "Y %.*s\n", SLICE_ARG(e->symbol[i]));
	buf_addf(out, "E %d %u %u %u %zu %zu\n", (int)e->refusal, e->pages, e->bare, e->cut, e->lines.n,
	         e->spans.n);
}

/* A number within [least, most], and the blank or the end behind it. */
static bool
take_number(struct slice *rest, long least, long most, long *value)
{
	bool negative = slice_starts(*rest, "-");
	struct slice digits = slice_skip(*rest, negative);
	size_t n = 0;

	*value = 0;
	while (n < digits.len && n < 10 && byte_is_digit(digits.p[n]))
		*value = *value * 10 + (digits.p[n++] - '0');
	if (n == 0 || (n < digits.len && digits.p[n] != ' '))
		return false;
	if (negative)
		*value = -*value;
	*rest = slice_skip(digits, n + 1);
	return *value >= least && *value <= most;
}

/* No control characters but the tab, in one byte or as UTF-8 has them in two. */
static bool
is_clean(struct slice text)
{
	if (!utf8_is_valid(text))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if ((c < 0x20 && c != '\t') || c == 0x7F ||
		    (c == 0xC2 && (unsigned char)text.p[i + 1] < 0xA0))
			return false;
	}
	return true;
}

static bool
is_boundary(struct slice text, long at)
{
	return (size_t)at == text.len ||
	       ((size_t)at < text.len && ((unsigned char)text.p[at] & 0xC0) != 0x80);
}

/* "head TAB text" */
static bool
divide(struct slice record, struct slice *head, struct slice *text)
{
	size_t tab = slice_find_byte(record, '\t', 0);

	if (tab == SLICE_NONE)
		return false;
	*head = slice_sub(record, 0, tab);
	*text = slice_skip(record, tab + 1);
	return is_clean(*text);
}

static bool
read_line(struct extract *e, struct slice record)
{
	static const long most[FIELDS_MOST][2] = {
		{ 0, 1000000 },
		{ -COORDINATE_MOST, COORDINATE_MOST },
		{ -COORDINATE_MOST, COORDINATE_MOST },
		{ 0, COORDINATE_MOST },
		{ -COORDINATE_MOST, COORDINATE_MOST },
		{ 0, UINT16_MAX },
		{ 0, UINT16_MAX },
		{ 0, EXTRACT_FLAGS_END - 1 },
		{ 0, UINT8_MAX },
	};
	struct slice head, text;
	long v[FIELDS_MOST];

	if (!divide(record, &head, &text) || e->lines.n >= LINES_MOST)
		return false;
	for (size_t i = 0; i < FIELDS_MOST; i++)
		if (!take_number(&head, most[i][0], most[i][1], &v[i]))
			return false;
	if (head.len > 0 || !is_boundary(text, v[6]))
		return false;
	VEC_PUSH(&e->lines, ((struct extract_line){ .text = arena_copy(&e->arena, text),
	                                            .page = (uint32_t)v[0],
	                                            .x = (int32_t)v[1],
	                                            .y = (int32_t)v[2],
	                                            .right = (int32_t)v[3],
	                                            .left = (int32_t)v[4],
	                                            .size = (uint16_t)v[5],
	                                            .label = (uint16_t)v[6],
	                                            .flags = (uint16_t)v[7],
	                                            .gap = (uint8_t)v[8] }));
	return true;
}

static bool
read_span(struct extract *e, struct slice record)
{
	const struct extract_line *line = e->lines.n > 0 ? &e->lines.v[e->lines.n - 1] : NULL;
	struct slice head, target;
	long start, end, kind;

	if (!line || !divide(record, &head, &target) || e->spans.n >= LINES_MOST ||
	    !take_number(&head, 0, UINT32_MAX, &start) || !take_number(&head, 0, UINT32_MAX, &end) ||
	    !take_number(&head, 0, EXTRACT_SPAN_KINDS - 1, &kind) || head.len > 0)
		return false;
	if (start >= end || !is_boundary(line->text, start) || !is_boundary(line->text, end))
		return false;
	VEC_PUSH(&e->spans, ((struct extract_span){ .line = (uint32_t)(e->lines.n - 1),
	                                            .start = (uint32_t)start,
	                                            .end = (uint32_t)end,
	                                            .kind = (enum extract_span_kind)kind,
	                                            .target = arena_copy(&e->arena, target) }));
	return true;
}

static bool
read_symbol(struct extract *e, struct slice symbol)
{
	if (e->n_symbols >= EXTRACT_SYMBOLS_MOST || !is_clean(symbol) || symbol.len == 0)
		return false;
	e->symbol[e->n_symbols++] = arena_copy(&e->arena, symbol);
	return true;
}

static bool
read_end(struct extract *e, struct slice record)
{
	long refusal, pages, bare, cut, lines, spans;

	if (!take_number(&record, 0, EXTRACT_REFUSALS - 1, &refusal) ||
	    !take_number(&record, 0, 1000000, &pages) || !take_number(&record, 0, 1000000, &bare) ||
	    !take_number(&record, 0, UINT32_MAX, &cut) || !take_number(&record, 0, LINES_MOST, &lines) ||
	    !take_number(&record, 0, LINES_MOST, &spans) || record.len > 0)
		return false;
	e->refusal = (enum extract_refusal)refusal;
	e->pages = (uint32_t)pages;
	e->bare = (uint32_t)bare;
	e->cut = (uint32_t)cut;
	return (size_t)lines == e->lines.n && (size_t)spans == e->spans.n;
}

static bool
read_record(struct extract *e, struct slice record)
{
	struct slice rest = slice_skip(record, 2);

	if (record.len < 2 || record.p[1] != ' ')
		return false;
	switch (record.p[0]) {
	case 'L':
		return read_line(e, rest);
	case 'S':
		return read_span(e, rest);
	case 'Y':
		return read_symbol(e, rest);
	default:
		return false;
	}
}

enum status
extract_read(struct slice text, struct extract *e)
{
	struct slice rest = text, record;

	if (!slice_next(&rest, '\n', &record) || !slice_eq(record, greeting))
		return STATUS_CORRUPT;
	while (slice_next(&rest, '\n', &record)) {
		if (slice_starts(record, "E "))
			return rest.len == 0 && read_end(e, slice_skip(record, 2)) ? STATUS_OK : STATUS_CORRUPT;
		if (!read_record(e, record))
			return STATUS_CORRUPT;
	}
	return STATUS_CORRUPT;
}
