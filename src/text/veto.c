/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "veto_priv.h"

#include "text/breaks.h"
#include "text/fold.h"
#include "text/numeral.h"

/* The text on both sides of a possible break, blanks at the break left out. */
struct sides {
	struct slice before, after;
	codepoint last, first; /* last of before, first of after, folded to ASCII forms; 0 if none */
};

static struct sides
sides_of(struct slice text, size_t at)
{
	struct sides s = { .before = slice_trim_end(slice_sub(text, 0, at)),
		           .after = slice_trim_start(slice_skip(text, at)) };

	s.last = fold_char(utf8_before(s.before, s.before.len));
	s.first = fold_char(utf8_at(s.after, 0));
	return s;
}

static bool
is_digit(codepoint c)
{
	return c >= '0' && c <= '9';
}

static bool
is_han_numeral(codepoint c)
{
	static const codepoint numeral[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D,
		                             0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343,
		                             0x3007, 0x5EFF, 0x5345 };

	for (size_t i = 0; i < sizeof numeral / sizeof *numeral; i++)
		if (numeral[i] == c)
			return true;
	return false;
}

static bool
is_one_of(struct slice s, const char *const *list)
{
	for (; *list; list++)
		if (slice_starts(s, *list))
			return true;
	return false;
}

static const char *const units[] = { "号", "年", "月", "日", "次", "届", "条", "章", "节", "款",
	                             "项", "段", "页", "点", "时", "分", "卷", "期", "个", "名",
	                             "国", "人", "岁", "倍", "万", "亿", "元", "美元", "欧元", "号",
	                             "號", "條", "頁", "節", "項", "億", "萬", "個", "%", "％",
	                             "‰", "°", "per cent", "percent", "million", "billion",
	                             "thousand", "trillion", "millions", "milliards", "pour cent",
	                             "por ciento", "millones", "км", "тыс", "млн", "млрд",
	                             "процент", "km", "kg", NULL };
static const char *const numbered_units[] = { "条", "款", "项", "段", "章", "节", "届", "次", "号",
	                                      "部分", "页", "條", "項", "節", "屆", "號", NULL };
static const char *const months[] = {
	"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December", "janvier", "février", "mars", "avril", "mai", "juin",
	"juillet", "août", "septembre", "octobre", "novembre", "décembre", "января", "февраля",
	"марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
	"декабря", "de enero", "de febrero", "de marzo", "de abril", "de mayo", "de junio", "de julio",
	"de agosto", "de septiembre", "de octubre", "de noviembre", "de diciembre", NULL
};
/* Words that a number belongs to. */
static const char *const leaders[] = { "No.", "Nos.", "no.", "nos.", "para.", "paras.", "art.",
	                               "arts.", "sect.", "chap.", "p.", "pp.", "vol.", "fn.",
	                               "paragraph", "paragraphs", "article", "articles",
	                               "Article", "resolution", "decision", "annex", "chapter",
	                               "section", "item", "par.", "pár.", "párr.", "n°", "Nº",
	                               "№", "п.", "пп.", "$", "US$", "€", "£", "￥", NULL };

/* The word that the slice ends with. */
static struct slice
last_word(struct slice s)
{
	size_t start = s.len;

	while (start > 0 && s.p[start - 1] != ' ' && s.p[start - 1] != '(')
		start--;
	return slice_skip(s, start);
}

static bool
word_is_one_of(struct slice word, const char *const *list)
{
	for (; *list; list++)
		if (slice_is(word, *list))
			return true;
	return false;
}

/* 年 or 月 behind a number, and a month or day before its own 月 or 日. */
static bool
is_inside_date(const struct sides *s)
{
	long number;
	size_t digits = numeral_digits(s->after, &number);
	struct slice behind = slice_trim_start(slice_skip(s->after, digits));

	if (s->last != 0x5E74 && s->last != 0x6708)
		return false;
	return digits > 0 && (slice_starts(behind, "月") || slice_starts(behind, "日"));
}

static bool
cuts_number_from_unit(const struct sides *s)
{
	return (is_digit(s->last) && is_one_of(s->after, units)) ||
	       (is_han_numeral(s->last) && is_one_of(s->after, numbered_units));
}

/* 25 161.2: digits in groups of three. */
static bool
cuts_group(struct slice text, size_t at, const struct sides *s)
{
	size_t digits = 0;

	while (digits < s->after.len && byte_is_digit(s->after.p[digits]))
		digits++;
	return is_digit(s->last) && digits == 3 && at > 0 && text.p[at - 1] == ' ' &&
	       at - s->before.len == 1;
}

static bool
cuts_western_date(const struct sides *s)
{
	if (is_digit(s->last) && is_one_of(s->after, months))
		return true;
	return is_digit(s->first) && word_is_one_of(last_word(s->before), months);
}

static bool
cuts_number(const struct sides *s)
{
	if (!is_digit(s->first))
		return false;
	return s->last == '/' || s->last == 0x7B2C || word_is_one_of(last_word(s->before), leaders);
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

	if (s.last == s.first && (s.last == 0x2026 || s.last == 0x2014 || s.last == '-'))
		return true;
	if (s.last == 0x7B2C && (is_han_numeral(s.first) || is_digit(s.first)))
		return true;
	return cuts_number_from_unit(&s) || is_inside_date(&s) || cuts_number(&s) ||
	       cuts_western_date(&s) || cuts_group(text, at, &s);
}
