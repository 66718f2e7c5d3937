/* SPDX-License-Identifier: ISC */
/*
 * Lines of the source.  Blank ones are only counted.
 */
#include "config.h"

#include "import_priv.h"

#include "text/fold.h"
#include "text/utf8.h"

#define COUNT_MOST 255

/* Advance widths of Times Roman (its Adobe metrics file), thousandths of an em, from U+0020. */
static const uint16_t advance[95] = {
	250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
	500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
	556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
	722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
	278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
};

static bool
has_wide(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.p[i] >= 0xE3)
			return true;
	return false;
}

uint32_t
line_width(struct slice s, bool monospaced)
{
	bool wide = !monospaced && has_wide(s);
	uint64_t sum = 0;

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c >= 0x80 && c < 0xC0)
			continue;
		if (c >= 0xE3) /* U+3000 and up: nearly all of it is wide */
			sum += 1000;
		else if (c == ' ' && wide) /* set between Han and digits by the typesetter */
			sum += 400;
		else if (c >= 0x20 && c < 0x7F && !monospaced)
			sum += advance[c - 0x20];
		else if (c == 0xE2) /* quotation marks and dashes */
			sum += wide ? 1000 : monospaced ? 500 : 450;
		else
			sum += 500;
	}
	return sum / 10 > UINT32_MAX ? UINT32_MAX : (uint32_t)(sum / 10);
}

/* What the lines before the next one that is not blank add up to. */
struct run {
	uint32_t gap;
	uint32_t empty, longest;
	bool form_feed;
};

static uint8_t
blanks_in(const char *from, const char *to)
{
	size_t n = 0;

	for (; from < to && n < COUNT_MOST; from++)
		if (*from == '\t')
			n += 8;
		else if ((unsigned char)*from < 0x80 || (unsigned char)*from >= 0xC0)
			n += (unsigned char)*from >= 0xE3 ? 2 : 1;
	return n < COUNT_MOST ? (uint8_t)n : COUNT_MOST;
}

static void
add_line(struct import *im, struct slice raw, struct slice text, size_t number, struct run *run)
{
	struct line line = {
		.text = text,
		.number = number > UINT32_MAX ? UINT32_MAX : (uint32_t)number,
		.gap = run->gap,
		.empty = run->longest,
		.width = line_width(text, false),
		.indent = blanks_in(raw.p, text.p),
		.trail = blanks_in(text.p + text.len, raw.p + raw.len),
		.form_feed = run->form_feed,
	};

	VEC_PUSH(&im->lines, line);
	*run = (struct run){ 0 };
}

static void
add_blank(struct run *run, bool is_empty)
{
	run->gap++;
	run->empty = is_empty ? run->empty + 1 : 0;
	if (run->empty > run->longest)
		run->longest = run->empty;
}

/* One source line: form feeds cut it. */
static void
add_source_line(struct import *im, struct slice raw, size_t number, struct run *run)
{
	struct slice part;
	size_t at;

	while ((at = slice_find_byte(raw, '\f', 0)) != SLICE_NONE) {
		part = slice_sub(raw, 0, at);
		if (!slice_is_blank(part))
			add_line(im, part, slice_trim(part), number, run);
		run->form_feed = true;
		raw = slice_skip(raw, at + 1);
	}
	if (slice_is_blank(raw))
		add_blank(run, raw.len == 0);
	else
		add_line(im, raw, slice_trim(raw), number, run);
}

void
line_split(struct import *im)
{
	struct doc *d = im->doc;
	struct run run = { 0 };

	doc_divide(d);
	for (size_t n = 1; n <= d->n_source_lines; n++)
		add_source_line(im, doc_source_line(d, n), n, &run);
}

size_t
line_next_body(const struct import *im, size_t i)
{
	while (i < im->lines.n && im->lines.v[i].role != ROLE_BODY)
		i++;
	return i;
}

uint32_t
char_first(struct slice s)
{
	return s.len > 0 ? utf8_at(s, 0) : 0;
}

uint32_t
char_last(struct slice s)
{
	return s.len > 0 ? utf8_before(s, s.len) : 0;
}

static bool
closes(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xFF09 ||
	       c == 0x300D || c == 0x300F || c == 0x300B || c == 0xBB || c == 0x3011 || c == 0x3015;
}

uint32_t
char_last_inside(struct slice s)
{
	size_t at = s.len;
	uint32_t c = 0;

	while (at > 0) {
		c = utf8_prev(s, &at);
		if (!closes(c))
			return c;
	}
	return c;
}

bool
char_is_cjk(uint32_t c)
{
	return fold_is_han(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFFEF);
}

bool
char_ends_sentence(uint32_t c)
{
	return c == '.' || c == 0x3002 || c == '!' || c == '?' || c == 0xFF01 || c == 0xFF1F ||
	       c == 0xFF0E || c == 0x61F || c == 0x6D4 || c == 0x2026;
}
