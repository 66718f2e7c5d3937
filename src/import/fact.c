/* SPDX-License-Identifier: ISC */
/*
 * Dates, sessions and languages.
 */
#include "config.h"

#include "metadata_priv.h"

#include "cite/language.h"
#include "text/fold.h"
#include "text/numeral.h"
#include "text/utf8.h"

#include <stdio.h>

#define SAMPLE ((size_t)64 << 10) /* bytes of text that the language is told by */

static bool
set_date(char iso[DATE_ISO_BYTES], long year, long month, long day)
{
	if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	snprintf(iso, DATE_ISO_BYTES, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
	         (unsigned)day % 100);
	return true;
}

/* Digits or Han digits at the front and the unit behind them; the rest of the line in *rest. */
static bool
number_and_unit(struct slice s, const char *unit, long *value, struct slice *rest)
{
	size_t n;

	s = slice_trim_start(s);
	n = s.len > 0 ? numeral_digits(s, value) : 0;
	if (n == 0 && s.len > 0)
		n = numeral_han(s, value);
	if (n == 0)
		return false;
	s = slice_trim_start(slice_skip(s, n));
	if (!slice_starts(s, unit))
		return false;
	*rest = slice_skip(s, slice_from(unit).len);
	return true;
}

/* Start of the number that ends before byte `at`. */
static size_t
number_start(struct slice s, size_t at)
{
	struct slice head = slice_trim_end(slice_sub(s, 0, at));

	at = head.len;
	while (at > 0) {
		size_t back = at;
		codepoint c = utf8_prev(s, &back);
		long value;

		if (!(c < 0x80 && byte_is_digit((char)c)) &&
		    numeral_han(slice_sub(s, back, at), &value) == 0 &&
		    numeral_digits(slice_sub(s, back, at), &value) == 0)
			break;
		at = back;
	}
	return at;
}

static bool
read_han_date(struct slice line, char iso[DATE_ISO_BYTES])
{
	size_t at = slice_find(line, SLICE("年"), 0);
	struct slice rest;
	long year, month, day;

	if (at == SLICE_NONE)
		return false;
	return number_and_unit(slice_skip(line, number_start(line, at)), "年", &year, &rest) &&
	       number_and_unit(rest, "月", &month, &rest) && number_and_unit(rest, "日", &day, &rest) &&
	       set_date(iso, year, month, day);
}

/* Names of months by their number; [0] is none. */
static const char *const month_names[] = {
#define MONTH(number, names) [number] = names,
#include "months.def"
};
#define MONTHS (sizeof month_names / sizeof *month_names)

/* Where the first of its names starts, and the last one ends: two stand in "أيلول/سبتمبر". */
static bool
find_month(struct slice line, size_t month, size_t *start, size_t *end)
{
	struct slice rest = slice_from(month_names[month]), name;

	*start = SLICE_NONE;
	while (slice_next(&rest, '|', &name)) {
		size_t at = slice_find(line, name, 0);

		if (at == SLICE_NONE)
			continue;
		*end = *start == SLICE_NONE || at + name.len > *end ? at + name.len : *end;
		*start = at < *start ? at : *start;
	}
	return *start != SLICE_NONE;
}

bool
metadata_is_month(struct slice word)
{
	for (size_t m = 1; m < MONTHS; m++) {
		struct slice rest = slice_from(month_names[m]), name;

		while (slice_next(&rest, '|', &name))
			if (word.len >= name.len && slice_eq(slice_sub(word, 0, name.len), name))
				return true;
	}
	return false;
}

/* "6 de septiembre de 2024", "6. September 2024" */
static struct slice
without_joint(struct slice s, bool at_end)
{
	s = at_end ? slice_trim_end(s) : slice_trim_start(s);
	if (at_end && slice_ends(s, " de"))
		return slice_trim_end(slice_sub(s, 0, s.len - 3));
	if (at_end && slice_ends(s, "."))
		return slice_sub(s, 0, s.len - 1);
	if (!at_end && slice_starts(s, "de "))
		return slice_trim_start(slice_skip(s, 3));
	return s;
}

static bool
read_named_date(struct slice line, char iso[DATE_ISO_BYTES])
{
	for (size_t m = 1; m < MONTHS; m++) {
		size_t start, end = 0;
		struct slice head;
		long day, year;

		if (!find_month(line, m, &start, &end))
			continue;
		head = without_joint(slice_sub(line, 0, start), true);
		head = slice_skip(head, number_start(head, head.len));
		if (slice_number(head, &day) > 0 &&
		    slice_number(without_joint(slice_skip(line, end), false), &year) == 4 &&
		    set_date(iso, year, (long)m, day))
			return true;
	}
	return false;
}

bool
metadata_date(struct slice line, char iso[DATE_ISO_BYTES])
{
	return read_han_date(line, iso) || read_named_date(line, iso);
}

struct ordinal {
	const char *word;
	long value;
};

static const struct ordinal ones[] = {
	{ "first", 1 },       { "second", 2 },      { "third", 3 },       { "fourth", 4 },
	{ "fifth", 5 },       { "sixth", 6 },       { "seventh", 7 },     { "eighth", 8 },
	{ "ninth", 9 },       { "tenth", 10 },      { "eleventh", 11 },   { "twelfth", 12 },
	{ "thirteenth", 13 }, { "fourteenth", 14 }, { "fifteenth", 15 },  { "sixteenth", 16 },
	{ "seventeenth", 17 }, { "eighteenth", 18 }, { "nineteenth", 19 }, { "twentieth", 20 },
	{ "thirtieth", 30 },  { "fortieth", 40 },   { "fiftieth", 50 },   { "sixtieth", 60 },
	{ "seventieth", 70 }, { "eightieth", 80 },  { "ninetieth", 90 },  { "hundredth", 100 },
};
static const struct ordinal tens[] = {
	{ "twenty-", 20 }, { "thirty-", 30 },  { "forty-", 40 },  { "fifty-", 50 },
	{ "sixty-", 60 },  { "seventy-", 70 }, { "eighty-", 80 }, { "ninety-", 90 },
};

static bool
starts_word(struct slice s, const char *word)
{
	size_t n = slice_from(word).len;

	if (s.len < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (byte_to_lower(s.p[i]) != word[i])
			return false;
	return true;
}

/* "Eightieth", "Seventy-ninth"; 0 if it is none. */
static long
english_ordinal(struct slice s)
{
	long sum = 0;

	for (size_t i = 0; i < sizeof tens / sizeof *tens; i++)
		if (starts_word(s, tens[i].word)) {
			sum = tens[i].value;
			s = slice_skip(s, slice_from(tens[i].word).len);
			break;
		}
	for (size_t i = sizeof ones / sizeof *ones; i > 0; i--)
		if (starts_word(s, ones[i - 1].word))
			return sum + ones[i - 1].value;
	return 0;
}

static struct slice
han_session(struct slice line, struct arena *arena)
{
	size_t at = slice_find(line, SLICE("届"), 0);
	long value;
	struct slice head;

	if (at == SLICE_NONE)
		at = slice_find(line, SLICE("屆"), 0);
	if (at == SLICE_NONE)
		return slice_from(NULL);
	head = slice_trim_end(slice_sub(line, 0, at));
	if (slice_ends(head, "年")) {
		size_t start = number_start(head, head.len - 3);

		return slice_number(slice_skip(head, start), &value) == 4
		               ? arena_printf(arena, "%ld", value)
		               : slice_from(NULL);
	}
	head = slice_skip(head, number_start(head, head.len));
	if (head.len == 0 || (numeral_han(head, &value) == 0 && numeral_digits(head, &value) == 0))
		return slice_from(NULL);
	return arena_printf(arena, "%ld", value);
}

struct slice
metadata_session(struct slice line, struct arena *arena)
{
	struct slice head = slice_trim(line), han = han_session(line, arena);
	size_t at = slice_find(head, SLICE(" session"), 0);
	long value;

	if (han.len > 0)
		return han;
	if (at == SLICE_NONE)
		return han;
	value = english_ordinal(head);
	if (value > 0 && at < 40 && slice_find(head, SLICE("regular"), 0) == SLICE_NONE)
		return arena_printf(arena, "%ld", value);
	if (slice_number(head, &value) == 4 || slice_number(slice_skip(head, head.len > 4 ? head.len - 4 : 0), &value) == 4)
		return arena_printf(arena, "%ld", value);
	return han;
}

struct slice
metadata_language(struct slice text)
{
	size_t han = 0, cyrillic = 0, arabic = 0, latin = 0;

	text = slice_sub(text, 0, SAMPLE);
	for (size_t at = 0; at < text.len;) {
		codepoint c = utf8_next(text, &at);

		han += fold_is_han(c);
		cyrillic += c >= 0x400 && c <= 0x4FF;
		arabic += c >= 0x600 && c <= 0x6FF;
		latin += c < 0x80 && byte_is_alpha((char)c);
	}
	/* A Han character is worth about three letters. */
	if (han * 3 > latin && han * 3 > cyrillic)
		return language_guess(LANGUAGE_HAN, text);
	if (cyrillic > latin)
		return language_guess(LANGUAGE_CYRILLIC, text);
	if (arabic > latin)
		return language_guess(LANGUAGE_ARABIC, text);
	return language_guess(LANGUAGE_LATIN, text);
}
