/* SPDX-License-Identifier: ISC */
/*
 * Labels at the front of a line: "12.", "(a)", "三.", "第五条", "Annex II".  Whether one is meant as
 * a label is for the counters to say.
 */
#include "config.h"

#include "import_priv.h"

#include "text/fold.h"
#include "text/numeral.h"
#include "text/utf8.h"

#define NUMBER_MOST 9999
#define YEAR_FIRST 1946 /* of decisions */
#define YEAR_LAST 2099

static size_t
blank_len(struct slice s)
{
	return s.len - slice_trim_start(s).len;
}

/* Bytes of the point behind a number: ". ．、" and Arabic " -"; 0 if none. */
static size_t
point_len(struct slice s)
{
	static const char *const point[] = { ".", "．", "、" };

	for (size_t i = 0; i < sizeof point / sizeof *point; i++)
		if (slice_starts(s, point[i]))
			return slice_from(point[i]).len;
	return 0;
}

static struct label
label_of(struct slice text, enum label_kind kind, long value, size_t label_len)
{
	return (struct label){
		.kind = kind,
		.value = value,
		.text = slice_sub(text, 0, label_len),
		.len = label_len + blank_len(slice_skip(text, label_len)),
	};
}

static const struct label none = { .kind = LABEL_NONE };

/* What may follow "12.": a blank, the end, a letter; not a digit ("12.5") nor punctuation. */
static bool
may_follow_point(struct slice rest)
{
	codepoint c = char_first(rest);

	return rest.len == 0 || c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || char_is_cjk(c) ||
	       (c < 0x80 ? byte_is_alpha((char)c) || c == '"' || c == '(' : fold_is_spaced(c) || c == 0x201C);
}

static bool
starts_sentence(struct slice s)
{
	codepoint c = char_first(s);

	return s.len == 0 || char_is_cjk(c) || (c < 0x80 ? byte_is_upper((char)c) || c == '"' : c != 0x2013);
}

/* "12." and "29C.14", "2.1". */
static struct label
read_number(struct slice text)
{
	long value, minor;
	size_t n = numeral_digits(text, &value), point, m, letters;
	struct slice rest;

	if (n == 0 || value > NUMBER_MOST)
		return none;
	letters = n < text.len && byte_is_upper(text.p[n]) ? 1 : 0;
	point = point_len(slice_skip(text, n + letters));
	rest = slice_skip(text, n + letters + point);
	if (point == 0)
		return none;
	if (letters == 0 && may_follow_point(rest))
		return label_of(text, LABEL_NUMBER, value, n + point);
	m = slice_number(rest, &minor);
	if (m == 0 || m > 3 || point != 1 || minor == 0)
		return none;
	if (m < rest.len && rest.p[m] == '.' && m + 1 < rest.len && rest.p[m + 1] == ' ')
		return label_of(text, LABEL_DOTTED, minor, n + letters + point + m + 1);
	/* "12.5 per cent" is an amount. */
	if (m < rest.len && (rest.p[m] != ' ' && rest.p[m] != '\t'))
		return none;
	if (m < rest.len && !starts_sentence(slice_trim_start(slice_skip(rest, m))))
		return none;
	return label_of(text, LABEL_DOTTED, minor, n + letters + point + m);
}

/* Bytes of an opening bracket of either width. */
static size_t
open_len(struct slice s)
{
	return slice_starts(s, "(") ? 1 : slice_starts(s, "（") ? 3 : 0;
}

static size_t
close_len(struct slice s)
{
	return slice_starts(s, ")") ? 1 : slice_starts(s, "）") ? 3 : 0;
}

/* The letter's place in its alphabet: Latin, full-width Latin, Cyrillic, and "aa" for 27. */
static size_t
read_letter(struct slice s, long *value)
{
	size_t at = 0;
	codepoint c = fold_char(utf8_next(s, &at));

	if (c >= 0x430 && c <= 0x44F) {
		*value = (long)(c - 0x430) + 1;
		return at;
	}
	if (c < 'a' || c > 'z')
		return 0;
	*value = (long)(c - 'a') + 1;
	if (at < s.len && s.p[at] == (char)c) {
		*value += 26;
		at++;
	}
	return at;
}

/* "(子)" and "（甲）" of older treaties: stems and branches count their sub-paragraphs. */
static size_t
read_stem(struct slice s, long *value)
{
	static const char *const series[2][10] = {
		{ "子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉" },
		{ "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸" },
	};

	for (long i = 0; i < 10; i++)
		for (int k = 0; k < 2; k++)
			if (slice_starts(s, series[k][i])) {
				*value = i + 1;
				return slice_from(series[k][i]).len;
			}
	return 0;
}

static struct label
read_inside(struct slice text, size_t open)
{
	struct slice s = slice_skip(text, open);
	size_t lead = blank_len(s), n, close;
	enum label_kind kind = LABEL_NONE;
	long value = 0;

	s = slice_trim_start(s);
	if (s.len == 0)
		return none;
	if ((n = numeral_digits(s, &value)) > 0 && value < 200)
		kind = LABEL_BRACKETED;
	else if ((n = numeral_han(s, &value)) > 0 || (n = read_stem(s, &value)) > 0)
		kind = LABEL_BRACKET_HAN;
	else if ((n = read_letter(s, &value)) > 0 && close_len(slice_trim_start(slice_skip(s, n))) > 0)
		kind = LABEL_LETTER;
	else if (byte_to_lower(s.p[0]) == s.p[0] && (n = numeral_roman(s, &value)) > 0)
		kind = LABEL_SMALL_ROMAN;
	if (kind == LABEL_NONE)
		return none;
	close = close_len(slice_trim_start(slice_skip(s, n)));
	if (close == 0)
		return none;
	n += blank_len(slice_skip(s, n));
	return label_of(text, kind, value, open + lead + n + close);
}

/* "a)", "1)" and "i)" without an opening bracket: French, Spanish, Russian. */
static struct label
read_half_bracket(struct slice text)
{
	long value;
	size_t n = read_letter(text, &value);
	enum label_kind kind = LABEL_LETTER;

	if (n == 0 && (n = slice_number(text, &value)) > 0)
		kind = LABEL_BRACKETED;
	if (n == 0 || n > 3 || close_len(slice_skip(text, n)) == 0)
		return none;
	n += close_len(slice_skip(text, n));
	if (n < text.len && text.p[n] != ' ' && text.p[n] != '\t')
		return none;
	return label_of(text, kind, value, n);
}

/* "III.", "C." and "三." "三、". */
static struct label
read_heading_label(struct slice text)
{
	long value;
	size_t n = numeral_han(text, &value), point;

	if (n > 0) {
		point = point_len(slice_skip(text, n));
		return point > 0 ? label_of(text, LABEL_HAN, value, n + point) : none;
	}
	n = byte_is_upper(text.p[0]) ? numeral_roman(text, &value) : 0;
	point = n > 0 ? point_len(slice_skip(text, n)) : 0;
	if (point > 0 && may_follow_point(slice_skip(text, n + point)) &&
	    !(n == 1 && slice_skip(text, n + point).len > 1 && byte_is_upper(text.p[n + point])))
		return label_of(text, LABEL_ROMAN, value, n + point);
	if (!byte_is_upper(text.p[0]))
		return none;
	point = point_len(slice_skip(text, 1));
	if (point == 0 || !may_follow_point(slice_skip(text, 1 + point)) ||
	    (1 + point < text.len && byte_is_alpha(text.p[1 + point])))
		return none;
	return label_of(text, LABEL_UPPER, text.p[0] - 'A' + 1, 1 + point);
}

static struct label
read_bullet(struct slice text)
{
	static const char *const bullet[] = { "•", "·", "–", "—", "−", "●", "○", "■", "▪", "-", "*", "→" };

	for (size_t i = 0; i < sizeof bullet / sizeof *bullet; i++) {
		size_t n;

		if (text.p[0] != bullet[i][0] || !slice_starts(text, bullet[i]))
			continue;
		n = slice_from(bullet[i]).len;
		if (blank_len(slice_skip(text, n)) > 0)
			return label_of(text, LABEL_BULLET, 0, n);
	}
	return none;
}

/* 第二条、第七条 and 第九条第二款: articles that the text speaks of. */
static bool
names_others(struct slice behind)
{
	static const char *const word[] = { "、", "，", ",", "；", ";", "和", "及", "或", "至", "第", "的", "所" };

	behind = slice_trim_start(behind);
	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_starts(behind, word[i]))
			return true;
	return false;
}

/* "第三条", "第二章", "第一部分". */
static struct label
read_ordinal(struct slice text)
{
	static const struct {
		const char *word;
		enum label_kind kind;
	} unit[] = { { "条", LABEL_ARTICLE }, { "條", LABEL_ARTICLE }, { "章", LABEL_CHAPTER },
		     { "部分", LABEL_PART },  { "编", LABEL_PART },    { "節", LABEL_CHAPTER } };
	struct slice s;
	size_t n, lead;
	long value;

	if (!slice_starts(text, "第"))
		return none;
	s = slice_skip(text, 3);
	lead = blank_len(s);
	s = slice_skip(s, lead);
	n = s.len > 0 ? numeral_han(s, &value) : 0;
	if (n == 0)
		n = numeral_digits(s, &value);
	if (n == 0)
		return none;
	n += blank_len(slice_skip(s, n));
	for (size_t i = 0; i < sizeof unit / sizeof *unit; i++) {
		size_t len = 3 + lead + n + slice_from(unit[i].word).len;

		if (slice_starts(slice_skip(s, n), unit[i].word))
			return names_others(slice_skip(text, len)) ? none
			                                           : label_of(text, unit[i].kind, value, len);
	}
	return none;
}

/* Words before a number or a letter: "Article 5", "Annex II", "Chapter III", "附件一". */
static const struct named {
	const char *word;
	enum label_kind kind;
} named_labels[] = {
	{ "Article", LABEL_ARTICLE }, { "ARTICLE", LABEL_ARTICLE }, { "Artículo", LABEL_ARTICLE },
	{ "Статья", LABEL_ARTICLE },  { "المادة", LABEL_ARTICLE },  { "Chapter", LABEL_CHAPTER },
	{ "CHAPTER", LABEL_CHAPTER }, { "Chapitre", LABEL_CHAPTER }, { "Capítulo", LABEL_CHAPTER },
	{ "Глава", LABEL_CHAPTER },   { "Annex", LABEL_ANNEX },     { "ANNEX", LABEL_ANNEX },
	{ "Annexe", LABEL_ANNEX },    { "Anexo", LABEL_ANNEX },     { "Приложение", LABEL_ANNEX },
	{ "Appendix", LABEL_ANNEX },  { "APPENDIX", LABEL_ANNEX },  { "附件", LABEL_ANNEX },
	{ "附录", LABEL_ANNEX },      { "Part", LABEL_PART },       { "PART", LABEL_PART },
	{ "المرفق", LABEL_ANNEX },
};

/* Bytes of the number behind the word; 0 if there is none. */
static size_t
named_number(struct slice rest, long *value)
{
	size_t n = numeral_digits(rest, value);

	if (n == 0)
		n = numeral_han(rest, value);
	if (n == 0 && rest.len > 0 && byte_is_upper(rest.p[0]))
		n = numeral_roman(rest, value);
	if (n == 0)
		return 0;
	n += slice_starts(slice_skip(rest, n), ".") || slice_starts(slice_skip(rest, n), "*");
	return n < rest.len && (unsigned char)rest.p[n] < 0x80 && byte_is_alnum(rest.p[n]) ? 0 : n;
}

static struct label
read_named(struct slice text)
{
	for (size_t i = 0; i < sizeof named_labels / sizeof *named_labels; i++) {
		const struct named *named = &named_labels[i];
		struct slice word = slice_from(named->word), rest;
		size_t lead, n;
		long value = 0;

		if (text.p[0] != word.p[0] || !slice_starts(text, named->word))
			continue;
		rest = slice_skip(text, word.len);
		if (rest.len == 0)
			return named->kind == LABEL_ANNEX ? label_of(text, LABEL_ANNEX, 0, word.len) : none;
		lead = blank_len(rest);
		if (lead == 0 && !char_is_cjk(char_first(word)))
			continue;
		n = named_number(slice_skip(rest, lead), &value);
		return n == 0 ? none : label_of(text, named->kind, value, word.len + lead + n);
	}
	return none;
}

/* "2025/9", "2025/9." and nothing else; a year. */
static struct label
read_decision(struct slice text)
{
	long year, number;
	size_t n = slice_number(text, &year), m;

	if (n != 4 || year < YEAR_FIRST || year > YEAR_LAST || n + 1 >= text.len || text.p[n] != '/')
		return none;
	m = slice_number(slice_skip(text, n + 1), &number);
	/* "2024/25" is a year that begins in summer. */
	if (m == 0 || m > 3 || number == 0 || number == (year + 1) % 100)
		return none;
	n += 1 + m;
	n += n < text.len && text.p[n] == '.';
	return n == text.len ? label_of(text, LABEL_DECISION, number, n) : none;
}

struct label
label_read(struct slice text)
{
	struct label label = none;
	size_t open;

	if (text.len == 0)
		return none;
	open = open_len(text);
	if (open > 0)
		return read_inside(text, open);
	if ((label = read_number(text)).kind != LABEL_NONE || (label = read_decision(text)).kind != LABEL_NONE)
		return label;
	if ((label = read_half_bracket(text)).kind != LABEL_NONE)
		return label;
	if ((label = read_heading_label(text)).kind != LABEL_NONE)
		return label;
	if ((label = read_bullet(text)).kind != LABEL_NONE)
		return label;
	if ((label = read_ordinal(text)).kind != LABEL_NONE)
		return label;
	return read_named(text);
}
