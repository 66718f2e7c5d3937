/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "scan_priv.h"

#include "text/fold.h"

#include <string.h>

#define ROOT_MOST 12       /* letters of a root or token */
#define SEGMENTS_MOST 14   /* no symbol has more */
#define LETTERS_MOST 20    /* of one segment */
#define DIGITS_MOST 6
#define QUALIFIER_MOST 24  /* bytes between brackets */

/* Cyrillic capitals that look like Latin ones (Russian and damaged English texts). */
static codepoint
look_alike(codepoint c)
{
	static const struct {
		codepoint cyrillic;
		char latin;
	} pair[] = { { 0x410, 'A' }, { 0x412, 'B' }, { 0x415, 'E' }, { 0x41A, 'K' }, { 0x41C, 'M' },
		     { 0x41D, 'H' }, { 0x41E, 'O' }, { 0x420, 'P' }, { 0x421, 'C' }, { 0x422, 'T' },
		     { 0x425, 'X' }, { 0x430, 'a' }, { 0x435, 'e' }, { 0x43E, 'o' }, { 0x440, 'p' },
		     { 0x441, 'c' } };

	for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
		if (pair[i].cyrillic == c)
			return (codepoint)pair[i].latin;
	return c;
}

codepoint
scan_char(struct slice text, size_t at, size_t *next)
{
	codepoint c;

	*next = at;
	if (at >= text.len)
		return 0;
	if (!((unsigned char)text.p[at] & 0x80)) {
		*next = at + 1;
		return (codepoint)text.p[at];
	}
	c = fold_char(utf8_next(text, next));
	return c >= 0x400 && c < 0x460 ? look_alike(c) : c;
}

static bool
same_letters(struct slice a, const char *b)
{
	if (a.len != strlen(b))
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (byte_to_lower(a.p[i]) != byte_to_lower(b[i]))
			return false;
	return true;
}

enum scan_root
scan_root_kind(struct slice name)
{
#define PRINCIPAL SCAN_PRINCIPAL
#define BODY SCAN_BODY
#define ROOT(text, kind)                                                                           \
	if (same_letters(name, text))                                                              \
		return kind;
#define TOKEN(text)
#include "roots.def"
#undef ROOT
#undef TOKEN
#undef PRINCIPAL
#undef BODY
	return SCAN_UNKNOWN;
}

bool
scan_is_token(struct slice name)
{
#define ROOT(text, kind)
#define TOKEN(text)                                                                                \
	if (same_letters(name, text))                                                              \
		return true;
#include "roots.def"
#undef ROOT
#undef TOKEN
	return false;
}

static bool
is_letter(codepoint c)
{
	return c < 0x80 && byte_is_alpha((char)c);
}

static bool
is_digit(codepoint c)
{
	return c >= '0' && c <= '9';
}

/* The byte behind blanks that hold at most two line ends (a wrapped line of double-spaced text). */
static size_t
skip_wrap(struct slice text, size_t at)
{
	int ends = 0;

	for (;;) {
		size_t next;
		codepoint c = scan_char(text, at, &next);

		if (c == '\n' && ++ends > 2)
			return at;
		if (c != ' ' && c != '\n' && c != '\r')
			return at;
		at = next;
	}
}

/* Letters at `at` into `word` (folded); gives the byte behind them. */
static size_t
take_letters(struct slice text, size_t at, char word[LETTERS_MOST + 1], size_t *n)
{
	size_t next;
	codepoint c;

	*n = 0;
	while (is_letter(c = scan_char(text, at, &next)) && *n < LETTERS_MOST) {
		word[(*n)++] = (char)c;
		at = next;
	}
	word[*n] = '\0';
	return at;
}

static size_t
take_digits(struct slice text, size_t at, long *value, size_t *n)
{
	size_t next;
	codepoint c;

	*n = 0;
	*value = 0;
	while (is_digit(c = scan_char(text, at, &next)) && *n < DIGITS_MOST) {
		*value = *value * 10 + (long)(c - '0');
		(*n)++;
		at = next;
	}
	return at;
}

/* What one segment was made of. */
struct segment {
	char word[LETTERS_MOST + 1]; /* its letters, when it begins with some */
	size_t letters, digits;
	long value; /* of a segment that is a number */
	bool is_dotted, is_number;
};

/* A root and a slash stand here: "-S/2024/384" behind another symbol. */
static bool
is_root_at(struct slice text, size_t at)
{
	char word[LETTERS_MOST + 1];
	size_t n, next;

	at = take_letters(text, at, word, &n);
	return n > 0 && scan_char(text, at, &next) == '/' &&
	       scan_root_kind(slice_of(word, n)) != SCAN_UNKNOWN;
}

/* 12  72A  4-5  25-A : the byte behind what belongs to the number. */
static size_t
take_number(struct slice text, size_t at, struct segment *seg)
{
	size_t next, after, more;
	long value;
	codepoint c;

	at = take_digits(text, at, &seg->value, &seg->digits);
	seg->is_number = true;
	c = scan_char(text, at, &next);
	if (c >= 'A' && c <= 'Z') {
		codepoint behind = scan_char(text, next, &after);

		if (!is_letter(behind) && behind != '/' && !is_digit(behind))
			at = next;
	}
	c = scan_char(text, at, &next);
	if (c != '-' || is_root_at(text, next))
		return at;
	after = take_digits(text, next, &value, &more);
	if (more > 0 && more <= 4 && !is_letter(scan_char(text, after, &next)))
		return after;
	scan_char(text, at, &next);
	c = scan_char(text, next, &after);
	if (is_letter(c) && !is_letter(scan_char(text, after, &more)) &&
	    scan_char(text, after, &more) != '/' && !is_digit(scan_char(text, after, &more)))
		return after;
	return at;
}

/* ".105" behind letters, ".IX", ".I.2": at the dot; 0 if it does not go on. */
static size_t
take_dotted(struct slice text, size_t at, struct segment *seg)
{
	char word[LETTERS_MOST + 1];
	size_t next, n, wrapped;
	long value;
	codepoint c;

	scan_char(text, at, &next);
	wrapped = skip_wrap(text, next);
	c = scan_char(text, wrapped, &n);
	if (is_digit(c) || (c == 'l' && wrapped == next)) {
		size_t end = c == 'l' ? n : take_digits(text, wrapped, &value, &seg->digits);
		codepoint behind = scan_char(text, end, &n);

		seg->digits = seg->digits ? seg->digits : 1;
		if (behind == '-') {
			size_t more, after = take_digits(text, n, &value, &more);

			if (more > 0 && !is_root_at(text, n))
				end = after;
		}
		return end;
	}
	if (c < 'A' || c > 'Z' || wrapped != next)
		return 0;
	at = take_letters(text, next, word, &n);
	return n > 0 && n <= 9 ? at : 0;
}

/* One segment; gives the byte behind it, 0 if there is none. */
static size_t
take_segment(struct slice text, size_t at, struct segment *seg)
{
	size_t next, end, value_digits;
	long value;
	codepoint c = scan_char(text, at, &next);

	*seg = (struct segment){ 0 };
	if (is_digit(c))
		return take_number(text, at, seg);
	if (!is_letter(c))
		return 0;
	end = take_letters(text, at, seg->word, &seg->letters);
	for (c = scan_char(text, end, &next); c == '.'; c = scan_char(text, end, &next)) {
		size_t more = take_dotted(text, end, seg);

		if (more == 0)
			return seg->is_dotted ? end : 0;
		seg->is_dotted = true;
		end = more;
		if (seg->digits > 0 && !is_letter(scan_char(text, end + 1, &next)))
			return end;
	}
	if (c == '-' && !is_root_at(text, next)) { /* S-23, ES-10 */
		size_t after = take_digits(text, next, &value, &value_digits);

		if (value_digits > 0) {
			seg->digits = value_digits;
			return after;
		}
		return end;
	}
	if (is_digit(c)) { /* WP89, EX77 */
		size_t after = take_digits(text, end, &value, &seg->digits);

		return seg->digits <= 4 && seg->letters > 1 ? after : 0;
	}
	return end;
}

static bool
is_part_word(struct slice inside)
{
	static const char *const word[] = { "Part", "PART", "Sect", "SECT", "Vol", "VOL", "SUPP", "supp",
		                            "Plan", "Findings", "SES.", "PLEN.", "OR." };

	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_starts(inside, word[i]))
			return true;
	return false;
}

/* Session in roman numerals, as (XXV), (S-II), (XXV)[A]. */
static bool
is_roman_word(struct slice inside)
{
	if (slice_starts(inside, "S-") || slice_starts(inside, "ES-"))
		inside = slice_skip(inside, slice_find_byte(inside, '-', 0) + 1);
	if (inside.len == 0)
		return false;
	for (size_t i = 0; i < inside.len; i++)
		if (!strchr("IVXLC", inside.p[i]))
			return false;
	return true;
}

static bool
is_number_word(struct slice inside)
{
	for (size_t i = 0; i < inside.len; i++)
		if (!byte_is_digit(inside.p[i]))
			return false;
	return inside.len > 0;
}

/* "(Part I)", "(XXV)", "(2015)" behind a segment; gives the byte behind it, or `at`. */
static size_t
take_qualifier(struct slice text, size_t at, bool year_may_follow)
{
	size_t open = skip_wrap(text, at), next, close;
	struct slice inside;

	if (scan_char(text, open, &next) != '(')
		return at;
	close = slice_find_byte(slice_sub(text, 0, next + QUALIFIER_MOST), ')', next);
	if (close == SLICE_NONE)
		return at;
	inside = slice_sub(text, next, close);
	if (is_part_word(inside) || is_roman_word(inside))
		return close + 1;
	if (is_number_word(inside) && ((inside.len == 4 && year_may_follow) || open == at) &&
	    inside.len != 1)
		return close + 1;
	return at;
}

static bool
is_suffix(const struct segment *seg)
{
	struct slice word = slice_of(seg->word, seg->letters);

	return seg->is_dotted && (slice_is(word, "Add") || slice_is(word, "Corr") ||
	                          slice_is(word, "Rev") || slice_is(word, "Amend"));
}

/* What was seen on the way through a symbol. */
struct seen {
	enum scan_root root;
	size_t segments;
	bool digit, year, after_year, capitals, first_fits, is_security_council;
};

static void
note_segment(struct seen *seen, const struct segment *seg)
{
	if (seen->segments == 0) {
		seen->first_fits = seg->is_number || scan_is_token(slice_of(seg->word, seg->letters));
		seen->capitals = seg->letters >= 2 && !seg->is_number;
		for (size_t i = 0; i < seg->letters; i++)
			seen->capitals = seen->capitals && byte_is_upper(seg->word[i]);
	}
	if (seen->year)
		seen->after_year = true;
	if (seg->is_number && seg->digits == 4 && seg->value >= 1946 && seg->value <= 2099)
		seen->year = true;
	seen->digit = seen->digit || seg->digits > 0;
	seen->segments++;
}

/* Is what was read a symbol?  An unknown root must look like a conference's: two words in capitals,
 * a year, and a number behind it. */
static bool
is_plausible(const struct seen *seen)
{
	if (!seen->digit || seen->segments == 0)
		return false;
	switch (seen->root) {
	case SCAN_PRINCIPAL:
		return seen->first_fits;
	case SCAN_BODY:
		return true;
	case SCAN_UNKNOWN:
		return seen->capitals && seen->year && seen->after_year;
	}
	return false;
}

/* One symbol from its root. */
static size_t
take_symbol(struct slice text, size_t start)
{
	struct seen seen = { 0 };
	struct segment seg;
	char root[LETTERS_MOST + 1];
	size_t n, next, at = take_letters(text, start, root, &n), end = 0;
	long value;

	if (n == 0 || n > ROOT_MOST)
		return 0;
	seen.root = scan_root_kind(slice_of(root, n));
	seen.is_security_council = seen.root == SCAN_PRINCIPAL && root[0] == 'S' && n == 1;
	if (seen.root == SCAN_UNKNOWN && n < 2)
		return 0;
	if (scan_char(text, at, &next) == '.' && seen.root == SCAN_BODY) { /* GEGN.2 */
		size_t digits, after = take_digits(text, next, &value, &digits);

		if (digits > 0)
			at = after;
	}
	while (scan_char(text, at, &next) == '/' && seen.segments < SEGMENTS_MOST) {
		size_t from = skip_wrap(text, next), stop = take_segment(text, from, &seg);

		if (stop == 0)
			break;
		if (from != next && !is_suffix(&seg) && !seg.is_number && !seg.is_dotted)
			break;
		note_segment(&seen, &seg);
		end = at = take_qualifier(text, stop, seen.is_security_council);
	}
	/* "E/2025/SR.____": left open, a form to be filled in. */
	if (scan_char(text, end, &next) == '/' && is_letter(scan_char(text, next, &n)))
		return 0;
	return is_plausible(&seen) ? end : 0;
}

size_t
scan_symbol(struct slice text, size_t start)
{
	size_t end = take_symbol(text, start), next;

	while (end > 0 && scan_char(text, end, &next) == '-' && is_root_at(text, next)) {
		size_t second = take_symbol(text, next);

		if (second == 0)
			break;
		end = second;
	}
	return end;
}
