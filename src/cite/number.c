/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "number_priv.h"

#include "glyph_priv.h"
#include "text/fold.h"
#include "text/numeral.h"

#include <stdio.h>
#include <string.h>

#define DIGITS_MAX 5

void
number_print(char *out, size_t size, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(out, size, fmt, args);
	va_end(args);
}

static char
ascii_at(const struct window *w, size_t at)
{
	codepoint c = at < w->n ? glyph_fold(w->c[at]) : 0;

	return c > 0 && c < 0x80 ? (char)c : '\1';
}

static size_t
read_digits(const struct window *w, size_t at, long *value)
{
	size_t end = at;

	for (*value = 0; end < at + DIGITS_MAX && byte_is_digit(ascii_at(w, end)); end++)
		*value = *value * 10 + (ascii_at(w, end) - '0');
	return byte_is_digit(ascii_at(w, end)) ? at : end;
}

static size_t
skip_blank(const struct window *w, size_t at)
{
	unsigned lines;
	size_t end = window_skip_blank(w, at, &lines);

	return lines <= 2 ? end : at;
}

/* Roman digits, with 1 and l as scanners read them; at most `max`. */
static size_t
read_roman(const struct window *w, size_t at, char *out, size_t max)
{
	size_t n = 0;

	for (char c; n < max && (c = ascii_at(w, at + n)) != '\1' && strchr("IVXLC", c); n++)
		out[n] = c;
	out[n] = '\0';
	return at + n;
}

static bool
is_year(long value)
{
	return value >= 1945 && value <= 2099;
}

/* ألف باء جيم دال in front of a number in brackets: the part. */
static char
arabic_letter(const struct window *w, size_t at, size_t *end)
{
	static const struct {
		codepoint c[4];
		char letter;
	} names[] = { { { 0x623, 0x644, 0x641, 0 }, 'A' },
		      { { 0x628, 0x627, 0x621, 0 }, 'B' },
		      { { 0x62C, 0x64A, 0x645, 0 }, 'C' },
		      { { 0x62F, 0x627, 0x644, 0 }, 'D' } };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (w->c[at] == names[i].c[0] && w->c[at + 1] == names[i].c[1] &&
		    w->c[at + 2] == names[i].c[2] && !window_is_letter(w->c[at + 3])) {
			*end = at + 3;
			return names[i].letter;
		}
	return '\0';
}

char
number_letter(const struct window *w, size_t at, size_t *end)
{
	size_t letter = skip_blank(w, at);
	char c = ascii_at(w, letter);

	*end = at;
	if (letter + 3 < w->n && w->c[letter] >= 0x620 && w->c[letter] <= 0x64A)
		return arabic_letter(w, letter, end);
	if (!byte_is_upper(c) || window_is_letter(w->c[letter + 1]) || w->c[letter + 1] == '.' ||
	    w->c[letter + 1] == '/' || w->c[letter + 1] == '\'')
		return '\0';
	*end = letter + 1;
	return c;
}

/* " A", "A-B" behind a number. */
static size_t
read_letters(const struct window *w, size_t at, struct number *n)
{
	size_t end;
	char c = number_letter(w, at, &end), next = ascii_at(w, end);

	if (c == '\0')
		return at;
	n->letters[0] = c;
	n->letters[1] = '\0';
	if (next == '-' && byte_is_upper(ascii_at(w, end + 1)) && !window_is_letter(w->c[end + 2])) {
		n->letters[1] = '-';
		n->letters[2] = ascii_at(w, end + 1);
		n->letters[3] = '\0';
		return end + 2;
	}
	return end;
}

/* Han session in brackets: (十五) is (XV). */
static size_t
read_han_session(const struct window *w, size_t at, struct number *n)
{
	struct buf roman = { 0 };
	long value;
	struct slice s = slice_skip(w->text, w->at[at < w->n ? at : w->n]);
	size_t bytes = fold_is_han(w->c[at]) ? numeral_han(s, &value) : 0, end = at;

	if (bytes == 0 || value > 99)
		return at;
	while (end < w->n && w->at[end] < w->at[at] + bytes)
		end++;
	numeral_add_roman(&roman, value);
	number_print(n->session, sizeof n->session, "%s", buf_str(&roman));
	buf_release(&roman);
	return end;
}

/* "د", "دإ", "د إ ط", "د.إ": session, special session, emergency special session.  The place behind,
 * `at` if there is none; `*prefix` as in English. */
static size_t
skip_arabic_session(const struct window *w, size_t at, const char **prefix)
{
	static const codepoint letters[] = { 0x62F, 0x625, 0x637 };
	static const char *const prefixes[] = { "", "S-", "ES-" };
	size_t end = at, next = at;

	for (int i = 0; i < 3; i++) {
		next = skip_blank(w, next);
		if (i > 0 && w->c[next] == '.')
			next = skip_blank(w, next + 1);
		if (w->c[next] != letters[i] && !(i == 1 && w->c[next] == 0x627))
			break;
		end = ++next;
		*prefix = prefixes[i];
	}
	return window_is_letter(w->c[end]) && !byte_is_digit(ascii_at(w, end)) ? at : end;
}

/* "د - 21", "د-21", "دإ - 2": the session in an Arabic text. */
static size_t
read_arabic_session(const struct window *w, size_t at, struct number *n)
{
	struct buf roman = { 0 };
	const char *prefix = "";
	long value;
	size_t digits, end;

	end = skip_arabic_session(w, at, &prefix);
	if (end == at)
		return at;
	digits = skip_blank(w, end);
	if (w->c[digits] == '-')
		digits = skip_blank(w, digits + 1);
	end = read_digits(w, digits, &value);
	if (end == digits || value < 1 || value > 99)
		return at;
	numeral_add_roman(&roman, value);
	number_print(n->session, sizeof n->session, "%s%s", prefix, buf_str(&roman));
	buf_release(&roman);
	return end;
}

/* "XV", "S-II", "ES-II", and what scanners make of them: "11" for II, "8-2" for S-2. */
static size_t
read_session(const struct window *w, size_t at, struct number *n)
{
	char special = ascii_at(w, at), roman[10];
	size_t start = at, end;
	const char *prefix = "";

	if (special == 'E' && ascii_at(w, at + 1) == 'S' && ascii_at(w, at + 2) == '-')
		prefix = "ES-", start += 3;
	else if ((special == 'S' || special == '8') && ascii_at(w, at + 1) == '-')
		prefix = "S-", start += 2;
	end = read_roman(w, start, roman, sizeof roman - 1);
	if (end == start && *prefix && ascii_at(w, start) >= '1' && ascii_at(w, start) <= '9') {
		struct buf written = { 0 };

		end = start + 1;
		numeral_add_roman(&written, ascii_at(w, start) - '0');
		number_print(roman, sizeof roman, "%s", buf_str(&written));
		buf_release(&written);
	}
	if (end == start)
		return at;
	number_print(n->session, sizeof n->session, "%s%s", prefix, roman);
	return end;
}

/* What stands in the bracket at `open`; gives the place behind it, 0 if it is of no number. */
static size_t
read_bracket(const struct window *w, size_t open, struct number *n)
{
	size_t at = skip_blank(w, open + 1), end;
	long value;

	end = read_digits(w, at, &value);
	if (end == at + 4 && is_year(value)) {
		n->shape = NUMBER_YEAR;
		n->second = value;
	} else if ((end = read_session(w, at, n)) > at || (end = read_han_session(w, at, n)) > at ||
		   (end = read_arabic_session(w, at, n)) > at) {
		n->shape = NUMBER_ROMAN_SESSION;
	} else if (ascii_at(w, at) == 'P' && ascii_at(w, at + 1) == 'L' && ascii_at(w, at + 2) == 'E' &&
		   ascii_at(w, at + 3) == 'N' && ascii_at(w, at + 4) == '.') {
		end = read_digits(w, skip_blank(w, at + 5), &n->second);
		n->shape = NUMBER_PLENARY;
	} else {
		return 0;
	}
	end = skip_blank(w, end);
	return ascii_at(w, end) == ')' ? end + 1 : 0;
}

/* " and B", " to D", ", B and C" before the session of an old number: its parts have no key. */
static size_t
skip_old_parts(const struct window *w, size_t at)
{
	static const char *const joints[] = { "and", "to", "et", "y", "a", ",", "-" };
	size_t letter_end;

	for (bool again = true; again;) {
		size_t word = skip_blank(w, at);

		again = false;
		for (size_t i = 0; i < sizeof joints / sizeof *joints && !again; i++) {
			size_t n = 0;

			while (joints[i][n] && w->c[word + n] == (codepoint)joints[i][n])
				n++;
			again = joints[i][n] == '\0' && number_letter(w, word + n, &letter_end) != '\0';
		}
		if (again)
			at = letter_end;
	}
	return at;
}

/* " (XV)", "(2000)" behind a plain number and its part. */
static bool
read_old(const struct window *w, size_t at, struct number *n)
{
	struct number old = *n;
	size_t open, end;

	open = skip_blank(w, skip_old_parts(w, read_letters(w, at, &old)));
	if (ascii_at(w, open) != '(' || (end = read_bracket(w, open, &old)) == 0)
		return false;
	old.end = end;
	if (ascii_at(w, end) == '[' && byte_is_upper(ascii_at(w, end + 1)) && ascii_at(w, end + 2) == ']')
		old.end = end + 3;
	*n = old;
	return true;
}

/* Behind "n/": the number within the session or year. */
static bool
read_second(const struct window *w, size_t at, struct number *n)
{
	size_t end = read_digits(w, at, &n->second);
	char next = ascii_at(w, end);

	if (end == at || end > at + 4 || next == '/' || next == '%' ||
	    (next == '.' && byte_is_digit(ascii_at(w, end + 1))) ||
	    (next == '-' && byte_is_digit(ascii_at(w, end + 1))))
		return false;
	if (byte_is_alpha(next) && !(byte_is_upper(next) && !window_is_letter(w->c[end + 1])))
		return false;
	n->end = read_letters(w, end, n);
	return true;
}

/* CP.21, CMP.3, CMA.1 behind "1/". */
static bool
read_climate(const struct window *w, size_t at, struct number *n)
{
	static const char *const heads[] = { "CP", "CMP", "CMA", "COP" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		size_t len = strlen(heads[i]), k = 0, end;

		while (k < len && ascii_at(w, at + k) == heads[i][k])
			k++;
		if (k < len || ascii_at(w, at + len) != '.')
			continue;
		at = skip_blank(w, at + len + 1);
		end = read_digits(w, at, &n->second);
		if (end == at || end > at + 2)
			return false;
		number_print(n->head, sizeof n->head, "%s", heads[i]);
		n->shape = NUMBER_CLIMATE;
		n->end = end;
		return true;
	}
	return false;
}

static bool
read_arabic_numbered(const struct window *w, size_t at, struct number *n)
{
	size_t end = read_digits(w, at, &n->first), behind;

	if (end == at)
		return false;
	n->end = end;
	n->shape = NUMBER_PLAIN;
	if (ascii_at(w, end) != '/')
		return read_old(w, end, n) || !byte_is_alpha(ascii_at(w, end));
	behind = skip_blank(w, end + 1);
	if (read_climate(w, behind, n))
		return true;
	if (!read_second(w, end + 1, n))
		return false;
	n->shape = is_year(n->first) ? NUMBER_OF_YEAR : NUMBER_SESSION;
	if (n->shape == NUMBER_SESSION && n->first >= 200)
		n->shape = NUMBER_CASE;
	return n->shape != NUMBER_CASE || is_year(n->second);
}

/* "S-10/2", "ES-10/13" */
static bool
read_special(const struct window *w, size_t at, struct number *n)
{
	size_t prefix = ascii_at(w, at) == 'S' ? 1 : 2, end;

	if (prefix == 2 && (ascii_at(w, at) != 'E' || ascii_at(w, at + 1) != 'S'))
		return false;
	if (ascii_at(w, at + prefix) != '-')
		return false;
	end = read_digits(w, at + prefix + 1, &n->first);
	if (end == at + prefix + 1 || end > at + prefix + 3 || ascii_at(w, end) != '/')
		return false;
	number_print(n->head, sizeof n->head, "%s-%ld", prefix == 1 ? "S" : "ES", n->first);
	n->shape = NUMBER_SPECIAL;
	return read_second(w, end + 1, n);
}

/* "دإ-10/2", "د إ ط - 10/13" */
static bool
read_arabic_special(const struct window *w, size_t at, struct number *n)
{
	const char *prefix = "";
	size_t end = skip_arabic_session(w, at, &prefix), digits;

	if (end == at || *prefix == '\0')
		return false;
	digits = skip_blank(w, end);
	if (w->c[digits] != '-')
		return false;
	digits = skip_blank(w, digits + 1);
	end = read_digits(w, digits, &n->first);
	if (end == digits || end > digits + 2 || ascii_at(w, end) != '/')
		return false;
	number_print(n->head, sizeof n->head, "%s%ld", prefix, n->first);
	n->shape = NUMBER_SPECIAL;
	return read_second(w, end + 1, n);
}

/* "V/26", "SS.XI/5" */
static bool
read_roman_numbered(const struct window *w, size_t at, struct number *n)
{
	bool special = ascii_at(w, at) == 'S' && ascii_at(w, at + 1) == 'S' && ascii_at(w, at + 2) == '.';
	size_t start = special ? at + 3 : at, end;
	char roman[8];

	end = read_roman(w, start, roman, sizeof roman - 1);
	if (end == start || ascii_at(w, end) != '/')
		return false;
	number_print(n->head, sizeof n->head, "%s%s", special ? "SS." : "", roman);
	n->shape = special ? NUMBER_SPECIAL_ROMAN : NUMBER_ROMAN;
	return read_second(w, end + 1, n);
}

bool
number_read(const struct window *w, size_t at, struct number *n)
{
	char c = ascii_at(w, at);

	*n = (struct number){ .start = at };
	if (byte_is_digit(c))
		return read_arabic_numbered(w, at, n);
	if (w->c[at] == 0x62F)
		return read_arabic_special(w, at, n);
	if (c == '\1' || !strchr("ESIVXLC", c))
		return false;
	return read_special(w, at, n) || read_roman_numbered(w, at, n);
}

void
number_write(const struct number *n, struct buf *out)
{
	switch (n->shape) {
	case NUMBER_NONE:
		break;
	case NUMBER_PLAIN:
		buf_addf(out, "%ld", n->first);
		break;
	case NUMBER_YEAR:
		buf_addf(out, "%ld(%ld)", n->first, n->second);
		break;
	case NUMBER_ROMAN_SESSION:
		buf_addf(out, "%ld(%s)", n->first, n->session);
		break;
	case NUMBER_SESSION:
	case NUMBER_OF_YEAR:
	case NUMBER_CASE:
		buf_addf(out, "%ld/%ld%s", n->first, n->second, n->letters);
		break;
	case NUMBER_SPECIAL:
	case NUMBER_ROMAN:
	case NUMBER_SPECIAL_ROMAN:
		buf_addf(out, "%s/%ld%s", n->head, n->second, n->letters);
		break;
	case NUMBER_CLIMATE:
		buf_addf(out, "%ld/%s.%ld", n->first, n->head, n->second);
		break;
	case NUMBER_PLENARY:
		buf_addf(out, "%ld(PLEN.%ld)", n->first, n->second);
		break;
	}
}
