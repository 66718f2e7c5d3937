/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "veto_priv.h"

#include "text/breaks.h"
#include "text/fold.h"
#include "text/numeral.h"

#define LIST(name, ...) static const char *const name[] = { __VA_ARGS__, NULL };
#include "veto_list.def"
#undef LIST

#define NEAR_BYTES 64 /* no rule looks further */
#define GROUP_MAX 8   /* letters in brackets: (xxxviii) */

/* The text on both sides of a possible break, blanks at the break left out. */
struct sides {
	struct slice before, after;
	codepoint last, first; /* last of before, first of after, folded to ASCII forms; 0 if none */
	bool has_blank;
};

static struct sides
sides_of(struct slice text, size_t at)
{
	struct slice before = slice_sub(text, at > NEAR_BYTES ? at - NEAR_BYTES : 0, at);
	struct sides s = { .before = slice_trim_end(before),
		           .after = slice_trim_start(slice_sub(text, at, at + NEAR_BYTES)) };

	s.last = fold_char(utf8_before(s.before, s.before.len));
	s.first = fold_char(utf8_at(s.after, 0));
	s.has_blank = s.before.len < before.len;
	return s;
}

static bool
is_digit(codepoint c)
{
	return c >= '0' && c <= '9';
}

/* A character of a Han numeral: also those that numeral_han() leaves alone. */
static bool
is_han_numeral(codepoint c)
{
	static const codepoint numeral[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03,
		                             0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x4E07, 0x842C,
		                             0x4EBF, 0x5104, 0x3007, 0x25CB, 0x96F6, 0x5EFF, 0x5345,
		                             0x4E24 };

	for (size_t i = 0; i < sizeof numeral / sizeof *numeral; i++)
		if (numeral[i] == c)
			return true;
	return false;
}

/* 万 亿 千 百 多 余 几 between digits and their unit. */
static bool
is_scale(codepoint c)
{
	return c == 0x4E07 || c == 0x842C || c == 0x4EBF || c == 0x5104 || c == 0x5343 || c == 0x767E ||
	       c == 0x591A || c == 0x4F59 || c == 0x9918 || c == 0x51E0;
}

/* The bytes of the word in the list that `s` starts with, 0 if none; not half of a Latin word. */
static size_t
starts_with_one(struct slice s, const char *const *list)
{
	for (; *list; list++)
		if (slice_starts(s, *list) &&
		    !(byte_is_alpha(**list) && fold_is_spaced(utf8_at(s, slice_from(*list).len))))
			return slice_from(*list).len;
	return 0;
}

static bool
ends_with_one(struct slice s, const char *const *list)
{
	for (; *list; list++)
		if (slice_ends(s, *list))
			return true;
	return false;
}

static bool
is_word_edge(codepoint c)
{
	return c == ' ' || c == '(' || c == '/' || c == 0x2018 || c == 0x201C || c >= 0x2E80;
}

/* The word that the slice ends with. */
static struct slice
last_word(struct slice s)
{
	size_t start = s.len;

	while (start > 0 && !is_word_edge(utf8_before(s, start)))
		utf8_prev(s, &start);
	return slice_skip(s, start);
}

static struct slice
without_last(struct slice s, struct slice word)
{
	return slice_trim_end(slice_sub(s, 0, s.len - word.len));
}

static bool
is_word(struct slice word, const char *cstr)
{
	struct slice other = slice_from(cstr);

	if (word.len != other.len)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (byte_to_lower(word.p[i]) != byte_to_lower(other.p[i]))
			return false;
	return true;
}

static bool
word_is_one_of(struct slice word, const char *const *list)
{
	for (; *list; list++)
		if (is_word(word, *list))
			return true;
	return false;
}

static size_t
number_length(struct slice s)
{
	long value;
	size_t n = numeral_digits(s, &value);

	return n > 0 ? n : numeral_han(s, &value);
}

/* (a), (ii), （XV）, (12) at the front: its bytes, 0 if there is none. */
static size_t
group_length(struct slice s)
{
	size_t at = 0, n = 0;
	bool is_roman = true, is_number = true;
	codepoint c;

	if (s.len == 0 || fold_char(utf8_next(s, &at)) != '(')
		return 0;
	for (; at < s.len && (c = fold_char(utf8_next(s, &at))) != ')'; n++) {
		if (n == GROUP_MAX || c >= 0x80 || !byte_is_alnum((char)c))
			return 0;
		is_number = is_number && is_digit(c);
		is_roman = is_roman && slice_find_byte(SLICE("ivxlIVXL"), (char)c, 0) != SLICE_NONE;
	}
	if (n == 0 || fold_char(utf8_before(s, at)) != ')')
		return 0;
	return n == 1 || is_roman || (is_number && n <= 2) ? at : 0;
}

/* Without the groups at its end. */
static struct slice
without_groups(struct slice s)
{
	for (bool found = true; found;) {
		size_t start = s.len;

		found = false;
		for (int i = 0; i < GROUP_MAX + 2 && start > 0 && !found; i++) {
			utf8_prev(s, &start);
			found = group_length(slice_skip(s, start)) == s.len - start;
		}
		if (found)
			s = slice_trim_end(slice_sub(s, 0, start));
	}
	return s;
}

/* A number stands at the end, also with 万 or (a) behind it. */
static bool
ends_with_digits(struct slice s)
{
	size_t end;

	s = without_groups(s);
	end = s.len;
	for (int i = 0; i < 3 && end > 0 && is_scale(utf8_before(s, end)); i++)
		utf8_prev(s, &end);
	s = slice_trim_end(slice_sub(s, 0, end));
	return is_digit(fold_char(utf8_before(s, s.len)));
}

/* 4, 四, B, XV: something that is counted by. */
static bool
starts_with_label(struct slice s)
{
	size_t n = 0;

	while (n < s.len && n < GROUP_MAX && byte_is_upper(s.p[n]))
		n++;
	return number_length(s) > 0 || (n > 0 && n <= 5 && !fold_is_spaced(utf8_at(s, n)));
}

static bool
cuts_number_from_unit(const struct sides *s)
{
	struct slice number = without_groups(s->before);

	if (ends_with_digits(s->before) && starts_with_one(s->after, units) > 0)
		return true;
	if (number.len < s->before.len && starts_with_one(s->after, parts) > 0)
		return true;
	return is_han_numeral(s->last) &&
	       (is_han_numeral(s->first) || starts_with_one(s->after, counted) > 0);
}

/* 12 (a), 第 1514 （XV） 号, paragraph (b). */
static bool
cuts_group_off(const struct sides *s)
{
	struct slice number = without_groups(s->before);

	if (group_length(s->after) == 0)
		return false;
	return number.len < s->before.len || is_digit(fold_char(utf8_before(number, number.len))) ||
	       word_is_one_of(last_word(number), leaders);
}

static bool
ends_with(struct slice s, struct slice end)
{
	return s.len >= end.len && slice_eq(slice_skip(s, s.len - end.len), end);
}

/* The break falls into a word of the list; *number is what stands before the word. */
static bool
cuts_word(const struct sides *s, const char *const *list, struct slice *number)
{
	for (; *list; list++) {
		struct slice word = slice_from(*list);

		for (size_t n = utf8_offset(word, 1); n < word.len; n += utf8_offset(slice_skip(word, n), 1)) {
			if (!ends_with(s->before, slice_sub(word, 0, n)) || !slice_starts(s->after, *list + n))
				continue;
			*number = slice_trim_end(slice_sub(s->before, 0, s->before.len - n));
			return true;
		}
	}
	return false;
}

/* 1.3 亿美 | 元, 第一部 | 分 */
static bool
cuts_han_unit(const struct sides *s)
{
	struct slice number;

	if (s->has_blank || !fold_is_han(s->last) || !fold_is_han(s->first))
		return false;
	if (cuts_word(s, units, &number) && ends_with_digits(number))
		return true;
	return cuts_word(s, counted, &number) &&
	       (ends_with_digits(number) || is_han_numeral(utf8_before(number, number.len)));
}

/* 5 per | cent */
static bool
cuts_unit(const struct sides *s)
{
	struct slice word = last_word(s->before);
	struct slice rest = without_last(s->before, word);

	return starts_with_one(s->after, halves) > 0 && is_digit(utf8_before(rest, rest.len));
}

/* 2024 年 | 11 月 | 18 日, also in Han numerals. */
static bool
is_inside_date(const struct sides *s)
{
	size_t n = number_length(s->after);
	struct slice behind = slice_trim_start(slice_skip(s->after, n));

	if (n == 0 || (s->last != 0x5E74 && s->last != 0x6708))
		return false;
	return slice_starts(behind, "月") || slice_starts(behind, "日");
}

/* November 18, | 2024 */
static bool
is_day_and_comma(struct slice word)
{
	return word.len >= 2 && word.len <= 3 && byte_is_digit(word.p[0]) && slice_ends(word, ",");
}

/* 18 November 2024, 18 de noviembre de 2024, November 18, 2024, 18 كانون الأول/ديسمبر 2024. */
static bool
cuts_western_date(const struct sides *s)
{
	struct slice before = s->before, after = s->after, word = last_word(before);

	if (slice_is(word, "de") || is_day_and_comma(word)) {
		before = without_last(before, word);
		word = last_word(before);
	}
	if (slice_starts(after, "de "))
		after = slice_skip(after, 3);
	if (is_digit(utf8_before(before, before.len)) && starts_with_one(after, months) > 0)
		return true;
	return word_is_one_of(word, months) &&
	       (is_digit(utf8_at(after, 0)) || starts_with_one(after, ordinals) > 0);
}

/* 第 | 4, 附件 | 二, para. | 12, 6/ | 2 */
static bool
cuts_off_leader(const struct sides *s)
{
	if (s->last == 0x7B2C || ends_with_one(s->before, han_leaders))
		return starts_with_label(s->after);
	if (!is_digit(s->first))
		return false;
	return s->last == '/' || word_is_one_of(last_word(s->before), leaders);
}

/* 25 161.2: digits in groups of three. */
static bool
cuts_thousands(const struct sides *s)
{
	size_t digits = 0;

	while (digits < s->after.len && byte_is_digit(s->after.p[digits]))
		digits++;
	return s->has_blank && is_digit(s->last) && digits == 3;
}

/* …… and —— are one mark of two characters. */
static bool
cuts_mark(const struct sides *s)
{
	return !s->has_blank && s->last == s->first && (s->last == 0x2026 || s->last == '-');
}

bool
veto_punctuation(struct slice text, size_t at)
{
	struct sides s = sides_of(text, at);

	return breaks_forbids_start(utf8_at(s.after, 0)) ||
	       breaks_forbids_end(utf8_before(s.before, s.before.len));
}

bool
veto_unit(struct slice text, size_t at)
{
	struct sides s = sides_of(text, at);

	return cuts_mark(&s) || cuts_number_from_unit(&s) || cuts_group_off(&s) || cuts_unit(&s) ||
	       cuts_han_unit(&s) || is_inside_date(&s) || cuts_western_date(&s) ||
	       cuts_off_leader(&s) || cuts_thousands(&s);
}
