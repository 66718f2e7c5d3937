/* SPDX-License-Identifier: ISC */
/*
 * Footnotes at page ends (domain.md, E.6).  Below a drawn rule everything to the end of the page is
 * footnotes.  Without one, a footnote is taken only when its number is the next one and its mark
 * stands in the text above, or when it is a note of asterisks on the first page.
 */
#include "config.h"

#include "import_priv.h"

#define NUMBER_MOST 999
#define SIZE_SMALL 93  /* per cent of the text's size that notes are set in at most */
#define GAP_MOST 8 /* numbers that may be missing between two pages */

bool
footnote_starts(struct slice text, long *number, size_t *len)
{
	size_t n = slice_number(text, number), stars = 0;

	if (n > 0 && *number > 0 && *number <= NUMBER_MOST) {
		struct slice rest = slice_skip(text, n), words;

		if (slice_starts(rest, " /") || slice_starts(rest, "/"))
			rest = slice_skip(rest, rest.p[0] == ' ' ? 2 : 1);
		words = slice_trim_start(rest);
		*len = text.len - words.len;
		return words.len > 0 && words.len < rest.len && !byte_is_digit(words.p[0]);
	}
	while (stars < text.len && text.p[stars] == '*')
		stars++;
	*number = 0;
	*len = text.len - slice_trim_start(slice_skip(text, stars)).len;
	return stars > 0 && stars <= 4 && *len < text.len && *len > stars;
}

/* Set off as notes are: indented, or with wide room or a slash behind the number. */
static bool
is_set_as_note(const struct line *line, size_t len)
{
	struct slice head = slice_sub(line->text, 0, len);

	/* Where sizes are known, room says nothing. */
	if (line->given)
		return slice_find_byte(head, '/', 0) != SLICE_NONE;
	return line->indent > 0 || slice_ends(head, "  ") || slice_ends(head, "\t") ||
	       slice_find_byte(head, '/', 0) != SLICE_NONE || slice_starts(head, "*");
}

/* The number as a mark: behind a letter, a bracket or punctuation, not inside a number. */
static bool
holds_mark(struct slice text, long number)
{
	char digits[8];
	size_t n = 0;
	long v = number;
	struct slice needle;

	do
		digits[sizeof digits - ++n] = (char)('0' + v % 10);
	while ((v /= 10) > 0 && n < sizeof digits);
	needle = slice_of(digits + sizeof digits - n, n);
	for (size_t at = 0; (at = slice_find(text, needle, at)) != SLICE_NONE; at += n) {
		char before = at > 0 ? text.p[at - 1] : ' ';
		char after = at + n < text.len ? text.p[at + n] : ' ';

		if (byte_is_digit(after) || byte_is_digit(before) || at == 0 || before == '/' || before == '-' ||
		    before == '$')
			continue;
		if (before == '.' && at > 1 && byte_is_digit(text.p[at - 2]))
			continue;
		return true;
	}
	return false;
}

/* The mark stands in the body lines [start, end). */
static bool
mark_above(const struct import *im, size_t start, size_t end, long number)
{
	for (size_t i = end; i > start; i--)
		if (im->lines.v[i - 1].role == ROLE_BODY ||
		    im->lines.v[i - 1].role == ROLE_MASTHEAD)
			if (holds_mark(im->lines.v[i - 1].text, number))
				return true;
	return false;
}

static void
take(struct import *im, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (im->lines.v[i].role == ROLE_BODY)
			im->lines.v[i].role = ROLE_FOOTNOTE;
}

/* A drawn rule on the page with a footnote below it; SLICE_NONE if there is none. */
static size_t
below_rule(const struct import *im, size_t start, size_t end)
{
	for (size_t i = end; i > start; i--) {
		long number;
		size_t len, next;

		if (im->lines.v[i - 1].role != ROLE_RULE)
			continue;
		next = line_next_body(im, i);
		if (next >= end)
			continue;
		if (footnote_starts(im->lines.v[next].text, &number, &len))
			return next;
		return SLICE_NONE;
	}
	return SLICE_NONE;
}

/* The first line of the page's footnotes without a rule, by number and mark. */
static size_t
by_counting(const struct import *im, size_t start, size_t end, long expected)
{
	for (size_t i = start + 1; i < end; i++) {
		const struct line *line = &im->lines.v[i];
		long number;
		size_t len;

		if (line->role != ROLE_BODY || !footnote_starts(line->text, &number, &len) ||
		    !is_set_as_note(line, len))
			continue;
		if (number == 0 ? start == 0 && line->text.len < 300 && im->has_masthead
		                : number == expected && mark_above(im, start, i, number))
			return i;
	}
	return SLICE_NONE;
}

static bool
is_given_note(const struct line *line)
{
	long number;
	size_t len;

	return footnote_starts(line->text, &number, &len) && (line->given->label > 0 || number == 0);
}

/* Smaller letters down to the foot of the page, the first of them with a raised figure. */
static size_t
by_size(const struct import *im, size_t start, size_t end, uint32_t body)
{
	size_t first = SLICE_NONE;

	for (size_t i = end; i > start; i--) {
		const struct line *line = &im->lines.v[i - 1];

		if (line->role == ROLE_FURNITURE || line->role == ROLE_RULE || line->role == ROLE_MASTHEAD)
			continue;
		if (line->role != ROLE_BODY || line->given->size * 100 > body * SIZE_SMALL ||
		    given_has(line, EXTRACT_ROW))
			break;
		if (is_given_note(line))
			first = i - 1;
	}
	return first;
}

/* No numbered paragraph stands between the first footnote and the end of the page. */
static bool
reaches_end(const struct import *im, size_t first, size_t end)
{
	for (size_t i = first + 1; i < end; i++) {
		enum label_kind kind = label_read(im->lines.v[i].text).kind;

		if (im->lines.v[i].role == ROLE_BODY && (kind == LABEL_NUMBER || kind == LABEL_HAN))
			return false;
	}
	return true;
}

/* The number after the highest among the footnotes of the lines. */
static long
last_number(const struct import *im, size_t first, size_t end, long expected)
{
	for (size_t i = first; i < end; i++) {
		long number;
		size_t len;

		if (im->lines.v[i].role == ROLE_FOOTNOTE &&
		    footnote_starts(im->lines.v[i].text, &number, &len) && number >= expected &&
		    number < expected + GAP_MOST)
			expected = number + 1;
	}
	return expected;
}

/* A text of one page, or none that are known: what stands below a drawn rule at its end. */
static void
mark_of_all(struct import *im)
{
	size_t first = im->has_masthead ? below_rule(im, 0, im->lines.n) : SLICE_NONE;

	if (first != SLICE_NONE && reaches_end(im, first, im->lines.n))
		take(im, first, im->lines.n);
}

void
footnote_mark(struct import *im)
{
	long expected = 1;
	uint32_t body = 0;

	if (im->given)
		body = given_size(im);
	if (!im->paged) {
		mark_of_all(im);
		return;
	}
	for (size_t start = 0, end; start < im->lines.n; start = end) {
		size_t first;

		for (end = start + 1; end < im->lines.n && !im->lines.v[end].page_start;)
			end++;
		first = below_rule(im, start, end);
		if (first == SLICE_NONE && body > 0)
			first = by_size(im, start, end, body);
		if (first == SLICE_NONE) {
			first = by_counting(im, start, end, expected);
			if (first == SLICE_NONE || !reaches_end(im, first, end))
				continue;
		}
		take(im, first, end);
		expected = last_number(im, first, end, expected);
	}
}
