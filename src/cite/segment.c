/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "segment_priv.h"

#include "root_priv.h"

#include <string.h>

#define NAME_MAX_LETTERS 16
#define DIGITS_MAX 6
#define ABBREVIATION_LETTERS 5 /* longer words do not let a blank stand behind their full stop */

static size_t
skip_letters(const char *c, size_t at)
{
	while (byte_is_alpha(c[at]))
		at++;
	return at;
}

static size_t
skip_digits(const char *c, size_t at)
{
	while (byte_is_digit(c[at]))
		at++;
	return at;
}

static size_t
skip_blank(const char *c, size_t at)
{
	return c[at] == ' ' || c[at] == '\n' ? at + 1 : at;
}

/* A letter that ends a number: 72A.  In "24S/2021" another symbol begins. */
static size_t
skip_part_letter(const char *c, size_t at, bool typed)
{
	bool letter = typed ? byte_is_alpha(c[at]) : byte_is_upper(c[at]);

	return letter && !byte_is_alnum(c[at + 1]) && c[at + 1] != '/' ? at + 1 : at;
}

/* "-3", "-B" behind a number.  "871-2022/493" has lost a root, and is none. */
static size_t
skip_range(const char *c, size_t at, bool typed)
{
	size_t end;

	if (c[at] != '-')
		return at;
	end = skip_digits(c, at + 1);
	if (end == at + 1)
		return skip_part_letter(c, end, typed) > end ? end + 1 : at;
	if (end > at + 5 || byte_is_alpha(c[end]))
		return at;
	return c[end] == '/' && byte_is_digit(c[end + 1]) ? at : end;
}

/* 12, 72A, 4-5, 93A-B; `at` if there is none. */
static size_t
skip_number(const char *c, size_t at, bool typed)
{
	size_t end = skip_digits(c, at);

	if (end == at || end > at + DIGITS_MAX)
		return at;
	return skip_range(c, skip_part_letter(c, end, typed), typed);
}

/* A year that a stray blank cuts: "20 25/". */
static size_t
skip_cut_year(const char *c, size_t at)
{
	bool century = (c[at] == '1' && c[at + 1] == '9') || (c[at] == '2' && c[at + 1] == '0');

	if (!century || c[at + 2] != ' ' || skip_digits(c, at + 3) != at + 5 || c[at + 5] != '/')
		return at;
	return at + 5;
}

static struct segment
read_number(const char *c, size_t at, bool typed)
{
	struct segment s = { .kind = SEGMENT_NUMBER, .start = at, .digit = true, .closes = true };

	s.end = skip_cut_year(c, at);
	if (s.end == at)
		s.end = skip_number(c, at, typed);
	if (s.end == at)
		s.kind = SEGMENT_NONE;
	return s;
}

/* S-23, ES-10 */
static size_t
skip_session(const char *c, size_t at)
{
	size_t prefix = c[at] == 'S' ? 1 : c[at] == 'E' && c[at + 1] == 'S' ? 2 : 0, end;

	if (prefix == 0 || c[at + prefix] != '-')
		return at;
	end = skip_digits(c, at + prefix + 1);
	return end > at + prefix + 1 && end <= at + prefix + 4 ? end : at;
}

/* The letters behind a full stop: IX, A, Pro, CONF.  Behind a blank they must go on to a slash,
 * or the full stop ended a sentence. */
static size_t
skip_dotted_letters(const char *c, size_t at, bool apart, struct segment *s)
{
	size_t end = skip_letters(c, at);
	struct slice word = slice_of(c + at, end - at);

	if (word.len == 0 || word.len > NAME_MAX_LETTERS || !byte_is_upper(c[at]))
		return at;
	if (c[end] == '/' || (c[end] == '.' && !apart && byte_is_alnum(c[end + 1])))
		return end;
	if (apart || byte_is_digit(c[end]) || !(root_is_roman(word) || word.len == 1))
		return at;
	s->closes = true;
	return end;
}

/* "-WOM/", "-I/" behind a dotted number, where no other symbol begins. */
static size_t
skip_branch(const char *c, size_t at)
{
	size_t end, next;

	if (c[at] != '-' || !byte_is_upper(c[at + 1]))
		return at;
	end = skip_letters(c, at + 1);
	if (c[end] != '/' || root_opens(slice_of(c + at + 1, end - at - 1), false))
		return at;
	next = skip_letters(c, end + 1);
	return next > end + 2 && c[next] == '/' ? at : end;
}

/* What stands behind one full stop; `at` if that is nothing.  Behind a number only letters that go
 * on do: "Add.11. 1" ends a sentence, and a footnote follows. */
static size_t
skip_dotted_part(const char *c, size_t at, size_t name_letters, bool typed, struct segment *s)
{
	size_t part = skip_blank(c, at), end;
	bool apart = part > at;

	if (apart && (s->digit || (name_letters > ABBREVIATION_LETTERS && c[part] != 'C')))
		return at;
	end = s->digit ? part : skip_number(c, part, typed);
	if (end == part && !s->digit && c[part] == 'l' && !byte_is_alnum(c[part + 1]))
		end = part + 1; /* the letter stands for the digit in scanned text */
	if (end > part) {
		s->digit = s->closes = true;
		return skip_branch(c, end);
	}
	end = skip_dotted_letters(c, part, apart || s->digit, s);
	return end > part ? end : at;
}

static struct segment
read_dotted(const char *c, size_t at, size_t name_end, bool typed)
{
	struct segment s = { .kind = SEGMENT_DOTTED, .start = at, .end = name_end };

	while (c[s.end] == '.') {
		size_t end = skip_dotted_part(c, s.end + 1, name_end - at, typed, &s);

		if (end == s.end + 1)
			break;
		s.end = end;
	}
	if (s.end == name_end)
		s.kind = root_is_counted(slice_of(c + at, name_end - at)) ? SEGMENT_BROKEN
		                                                           : SEGMENT_NONE;
	return s;
}

/* "Part A", "Part II": the end of the letter or numeral behind the word; `at` if there is none. */
static size_t
skip_part_name(const char *c, size_t start, size_t at)
{
	size_t name = skip_blank(c, at), end = skip_letters(c, name);
	struct slice numeral = slice_of(c + name, end - name);

	if (!root_same_word(slice_of(c + start, at - start), "PART") || byte_is_digit(c[end]))
		return at;
	return (numeral.len == 1 && byte_is_upper(c[name])) || root_is_roman(numeral) ? end : at;
}

/* RES, SD-WOM, WP89.  Small letters make a word of the sentence, unless it is known and goes on. */
static struct segment
read_word(const char *c, size_t at, bool typed)
{
	struct segment s = { .kind = SEGMENT_WORD, .start = at };
	size_t end = skip_letters(c, at), digits;

	if (end == at || end > at + NAME_MAX_LETTERS)
		return (struct segment){ .kind = SEGMENT_NONE };
	if (!typed && !byte_is_upper(c[at]) &&
	    !(c[end] == '/' && root_is_series(slice_of(c + at, end - at))))
		return (struct segment){ .kind = SEGMENT_NONE };
	s.closes = root_is_closing(slice_of(c + at, end - at));
	s.end = skip_part_name(c, at, end);
	if (s.end > end) {
		s.closes = true;
		return s;
	}
	while (c[end] == '-' && byte_is_upper(c[end + 1]) && byte_is_upper(c[end + 2]))
		end = skip_letters(c, end + 1);
	digits = skip_digits(c, end);
	if (digits > end && digits <= end + 4 && !byte_is_alpha(c[digits])) {
		end = digits;
		s.digit = s.closes = true;
	}
	s.end = end;
	return s;
}

/* "Technical Paper.4", "TECHNICAL MATERIAL.1": a series of two words. */
static struct segment
read_technical(const char *c, size_t at, size_t letters)
{
	size_t noun = skip_blank(c, letters), end = skip_letters(c, noun), digits;
	struct slice word = slice_of(c + noun, end - noun);

	if (noun == letters || !root_same_word(slice_of(c + at, letters - at), "TECHNICAL") ||
	    (!root_same_word(word, "PAPER") && !root_same_word(word, "MATERIAL")) || c[end] != '.')
		return (struct segment){ .kind = SEGMENT_NONE };
	digits = skip_digits(c, end + 1);
	return (struct segment){ .kind = digits > end + 1 ? SEGMENT_DOTTED : SEGMENT_NONE, .start = at,
		                 .end = digits, .digit = true, .closes = true };
}

/* "_____", "…", "xx" where a number will stand one day. */
static bool
is_placeholder(const char *c, size_t at)
{
	size_t end = at;

	if (c[at] == '_' || (c[at] == '.' && c[at + 1] == '.'))
		return true;
	while (c[end] == 'x' || c[end] == 'X')
		end++;
	return (end > at + 1 || c[at] == 'x') && end > at && !byte_is_alnum(c[end]);
}

struct segment
segment_read(const char *c, size_t at, bool typed)
{
	struct segment s = { .kind = SEGMENT_BROKEN, .start = at, .end = at };
	size_t letters = skip_letters(c, at);

	if (is_placeholder(c, at))
		return s;
	s.end = skip_session(c, at);
	if (s.end > at) {
		s.kind = SEGMENT_SESSION;
		s.digit = s.closes = true;
		return s;
	}
	if (byte_is_digit(c[at]))
		return read_number(c, at, typed);
	if (letters > at && letters <= at + NAME_MAX_LETTERS && c[letters] == '.') {
		s = read_dotted(c, at, letters, typed);
		if (s.kind != SEGMENT_NONE)
			return s;
	}
	s = read_technical(c, at, letters);
	return s.kind != SEGMENT_NONE ? s : read_word(c, at, typed);
}
