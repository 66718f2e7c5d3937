/* SPDX-License-Identifier: ISC */
/*
 * The look of single lines: page heads and feet of UN documents (domain.md, E.2 and E.3), rules,
 * leaders, addresses.  Shapes say nothing yet about what a line is for.
 */
#include "config.h"

#include "import_priv.h"

#include "cite/symbol.h"
#include "text/numeral.h"
#include "text/utf8.h"

#define SHAPE_BYTES_MOST 200 /* longer lines are no page heads */
#define RULE_LEAST 5
#define BARCODE_LEAST 8

static size_t
digits_at(struct slice s, size_t at)
{
	size_t n = 0;

	while (at + n < s.len && byte_is_digit(s.p[at + n]))
		n++;
	return n;
}

/* The next word; blanks and control characters (U+0008 stands between them in some) part words. */
static bool
next_word(struct slice *rest, struct slice *word)
{
	size_t start = 0, end;

	while (start < rest->len && (unsigned char)rest->p[start] <= ' ')
		start++;
	for (end = start; end < rest->len && (unsigned char)rest->p[end] > ' ';)
		end++;
	*word = slice_sub(*rest, start, end);
	*rest = slice_skip(*rest, end);
	return word->len > 0;
}

/* Bytes of "V.19-11547", "25-04764X", "B25-00147" at the front; 0 if none. */
static size_t
job_len(struct slice w)
{
	static const char *const prefix[] = { "V.", "GE.", "K.", "B", "K", "" };

	for (size_t i = 0; i < sizeof prefix / sizeof *prefix; i++) {
		size_t at = slice_from(prefix[i]).len;

		if (!slice_starts(w, prefix[i]) || digits_at(w, at) != 2)
			continue;
		at += 2;
		if (at >= w.len || w.p[at] != '-' || digits_at(w, at + 1) < 5)
			continue;
		at += 6;
		if (at < w.len && byte_is_upper(w.p[at]))
			at++;
		if (at < w.len && w.p[at] == '*')
			at++;
		return at;
	}
	return 0;
}

static bool
is_barcode(struct slice w)
{
	size_t n = w.len >= 9 && w.p[0] == '*' ? digits_at(w, 1) : 0;

	if (n < 6 || n > 8)
		return false;
	n++;
	if (n < w.len && byte_is_upper(w.p[n]))
		n++;
	return n + 1 == w.len && w.p[n] == '*';
}

/* "V1501965": the number of the file. */
static bool
is_file_number(struct slice w)
{
	return w.len == 8 && byte_is_upper(w.p[0]) && digits_at(w, 1) == 7;
}

static size_t
fraction_len(struct slice w)
{
	size_t n = digits_at(w, 0), m;

	if (n == 0 || n > 3 || n >= w.len || w.p[n] != '/')
		return 0;
	m = digits_at(w, n + 1);
	return m > 0 && m <= 3 ? n + 1 + m : 0;
}

/* "(E)", "GP", "040625", "(C)": what may stand beside a job number. */
static bool
is_job_company(struct slice w)
{
	if (w.len == 3 && w.p[0] == '(' && byte_is_upper(w.p[1]) && w.p[2] == ')')
		return true;
	if (w.len == 2 && byte_is_upper(w.p[0]) && byte_is_upper(w.p[1]))
		return true;
	return w.len == 6 && digits_at(w, 0) == 6;
}

/* "25-078444/6" and "3/625-07844": job number and page number glued together. */
static unsigned
glued_shape(struct slice w)
{
	size_t job = job_len(w);
	size_t slash = slice_find_byte(w, '/', 0);

	if (job > 0 && job < w.len && fraction_len(slice_skip(w, job)) + job == w.len)
		return SHAPE_JOB | SHAPE_FRACTION;
	if (slash == SLICE_NONE || slash == 0 || digits_at(w, 0) != slash)
		return 0;
	for (size_t n = 1; n <= 3 && digits_at(w, slash + 1) >= n; n++) {
		struct slice rest = slice_skip(w, slash + 1 + n);

		if (job_len(rest) > 0 && job_len(rest) == rest.len)
			return SHAPE_JOB | SHAPE_FRACTION;
	}
	return 0;
}

static unsigned
word_shape(struct slice w)
{
	if (w.len == job_len(w) || is_barcode(w) || is_file_number(w))
		return SHAPE_JOB;
	if (w.len == fraction_len(w))
		return SHAPE_FRACTION;
	if (slice_is(w, "/..."))
		return SHAPE_MORE;
	if (digits_at(w, 0) == w.len && w.len <= 3)
		return SHAPE_NUMBER;
	return glued_shape(w);
}

/* Job numbers, page numbers and their company, and nothing else. */
static unsigned
foot_shape(struct slice text)
{
	struct slice rest = text, w;
	unsigned shape = 0;
	size_t words = 0;

	while (next_word(&rest, &w)) {
		unsigned one = word_shape(w);

		/* "V.15-01965(C)": the language glued to the number. */
		if (one == 0 && job_len(w) > 0 && is_job_company(slice_skip(w, job_len(w))))
			one = SHAPE_JOB;
		if (one == 0 && !((shape & SHAPE_JOB) && is_job_company(w)))
			return 0;
		if (one == SHAPE_JOB && is_file_number(w) && rest.len > 0)
			return 0;
		shape |= one;
		words++;
	}
	if ((shape & SHAPE_NUMBER) && !(shape & SHAPE_JOB))
		shape = words == 1 ? SHAPE_NUMBER : 0;
	if ((shape & SHAPE_FRACTION) && !(shape & SHAPE_JOB) && words > 1)
		shape = 0;
	return shape;
}

/* "- 3 -", "iv", "Page 3", "page 3", "第 3 页". */
static unsigned
page_shape(struct slice text)
{
	static const char *const word[] = { "Page ", "page ", "PAGE ", "Página ", "página ", "Стр. " };
	struct slice inner = text;
	long value;
	size_t n;

	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_starts(text, word[i])) {
			inner = slice_trim(slice_skip(text, slice_from(word[i]).len));
			return inner.len > 0 && digits_at(inner, 0) == inner.len ? SHAPE_PAGE : 0;
		}
	if (slice_starts(text, "第") && slice_ends(text, "页")) {
		inner = slice_trim(slice_sub(text, 3, text.len - 3));
		return inner.len > 0 && digits_at(inner, 0) == inner.len ? SHAPE_PAGE : 0;
	}
	if ((slice_starts(text, "-") && slice_ends(text, "-")) ||
	    (slice_starts(text, "–") && slice_ends(text, "–"))) {
		n = text.p[0] == '-' ? 1 : 3;
		if (text.len > 2 * n) {
			inner = slice_trim(slice_sub(text, n, text.len - n));
			return inner.len > 0 && digits_at(inner, 0) == inner.len ? SHAPE_NUMBER : 0;
		}
	}
	n = numeral_roman(text, &value);
	return n > 0 && n == text.len && text.p[0] >= 'a' ? SHAPE_NUMBER : 0;
}

static unsigned
rule_shape(struct slice text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++)
		if (text.p[i] == '_' || text.p[i] == '-' || text.p[i] == '=')
			n++;
		else if (text.p[i] != ' ')
			return 0;
	return n >= RULE_LEAST ? SHAPE_RULE : 0;
}

static unsigned
url_shape(struct slice text)
{
	if (!slice_starts(text, "http://") && !slice_starts(text, "https://"))
		return 0;
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.p[i] <= ' ' || (unsigned char)text.p[i] >= 0x80)
			return 0;
	return SHAPE_URL;
}

static bool
ends_in_digits(struct slice text)
{
	return text.len > 0 && byte_is_digit(text.p[text.len - 1]);
}

/* Full stops in a row, with or without blanks, or their CJK kin: five, or three before a number. */
static unsigned
leader_shape(struct slice text)
{
	int run = 0;

	for (size_t at = 0; at < text.len;) {
		codepoint c = utf8_next(text, &at);

		if (c == '.' || c == 0x2026 || c == 0xB7 || c == 0xFF0E)
			run += c == 0x2026 ? 3 : 1;
		else if (c != ' ' && c != 0xA0)
			run = 0;
		if (run >= 5 || (run >= 3 && at + 12 > text.len && ends_in_digits(text)))
			return SHAPE_LEADER;
	}
	return 0;
}

static unsigned
language_shape(struct slice text)
{
	static const char *const name[] = { "English", "Chinese", "French", "Spanish", "Russian", "Arabic",
		                            "ENGLISH", "CHINESE", "FRENCH", "SPANISH", "RUSSIAN", "ARABIC",
		                            "Français", "Español", "Russe", "中文" };

	for (size_t i = 0; i < sizeof name / sizeof *name; i++)
		if (slice_is(text, name[i]))
			return SHAPE_LANGUAGE;
	return 0;
}

/* 16/04/2025 or 16.04.2025 */
static bool
is_short_date(struct slice w)
{
	char sep = w.len >= 8 && digits_at(w, 0) > 0 && digits_at(w, 0) <= 2 ? w.p[digits_at(w, 0)] : 0;
	size_t n = digits_at(w, 0), m;

	if (sep != '/' && sep != '.')
		return false;
	m = digits_at(w, n + 1);
	return m > 0 && m <= 2 && n + 1 + m < w.len && w.p[n + 1 + m] == sep &&
	       digits_at(w, n + m + 2) == 4 && w.len == n + m + 6;
}

static unsigned
symbol_shape(struct slice text)
{
	struct slice rest = text, first, last = { 0 }, w;
	struct slice inner;

	if (slice_find_byte(text, '/', 0) == SLICE_NONE)
		return 0;
	if (symbol_is(text))
		return SHAPE_SYMBOL;
	if (!next_word(&rest, &first))
		return 0;
	while (next_word(&rest, &w))
		last = w;
	if (last.len == 0)
		return 0;
	inner = slice_sub(text, 0, (size_t)(last.p - text.p));
	if (is_short_date(last) && symbol_is(slice_trim(inner)))
		return SHAPE_DATED;
	inner = slice_trim(slice_skip(text, (size_t)(first.p - text.p) + first.len));
	if (is_short_date(first) && symbol_is(inner))
		return SHAPE_DATED;
	/* Two symbols of one document, side by side. */
	return symbol_is(first) && symbol_is(inner) ? SHAPE_SYMBOL : 0;
}

struct slice
shape_end_symbol(struct slice text)
{
	struct slice rest = text, first, last = { 0 }, w;
	struct slice none = { 0 };

	if (text.len > SHAPE_BYTES_MOST || slice_find_byte(text, '/', 0) == SLICE_NONE)
		return none;
	if (symbol_is(text))
		return text;
	if (!next_word(&rest, &first))
		return none;
	while (next_word(&rest, &w))
		last = w;
	if (char_ends_sentence(char_last(text)))
		return none;
	if (symbol_is(first))
		return first;
	return last.len > 0 && symbol_is(last) ? last : none;
}

/* A bar code in a symbol font, whose characters came out in the private area. */
static bool
is_private(struct slice text)
{
	size_t n = 0;

	for (size_t at = 0; at < text.len; n++) {
		codepoint c = utf8_next(text, &at);

		if (c < 0xF020 || c > 0xF0FF)
			return false;
	}
	return n >= BARCODE_LEAST;
}

static unsigned
shape_of(struct slice text)
{
	unsigned shape = url_shape(text) | leader_shape(text);

	if (text.len > SHAPE_BYTES_MOST || (shape & SHAPE_URL))
		return shape;
	if (text.p[0] == '\xEF' && is_private(text))
		return SHAPE_JOB;
	shape |= rule_shape(text) | language_shape(text) | symbol_shape(text) | page_shape(text);
	if (shape == 0)
		shape = foot_shape(text);
	return shape;
}

void
shape_mark(struct import *im)
{
	for (size_t i = 0; i < im->lines.n; i++)
		im->lines.v[i].shape = (uint16_t)shape_of(im->lines.v[i].text);
}

bool
shape_fraction(struct slice text, long *page, long *pages)
{
	struct slice rest = text, w;

	while (next_word(&rest, &w)) {
		size_t n;

		if (fraction_len(w) != w.len)
			continue;
		n = slice_number(w, page);
		slice_number(slice_skip(w, n + 1), pages);
		return true;
	}
	return false;
}

long
shape_page_number(struct slice text)
{
	struct slice rest = text, w;
	long value = 0;

	while (next_word(&rest, &w))
		if (digits_at(w, 0) == w.len && w.len <= 4)
			slice_number(w, &value);
	return value;
}

struct slice
shape_job(struct slice text)
{
	struct slice rest = text, w;

	while (next_word(&rest, &w)) {
		size_t n = job_len(w);

		if (n > 0 && (n == w.len || glued_shape(w) || is_job_company(slice_skip(w, n))))
			return slice_sub(w, 0, n);
	}
	return slice_from(NULL);
}
