/* SPDX-License-Identifier: ISC */
/*
 * A list's count as its level writes it (ECMA-376, 17.18.59).
 */
#include "config.h"

#include "docx_priv.h"

#include "text/numeral.h"
#include "text/utf8.h"

#define LETTERS 26
#define ABJAD 28

/* a, b, … z, aa, bb: the format repeats the letter. */
static void
add_letter(struct buf *out, long value, codepoint first, long letters)
{
	long times = (value - 1) / letters + 1;

	for (long i = 0; i < times && i < 8; i++)
		utf8_add(out, first + (codepoint)((value - 1) % letters));
}

static void
add_lower_roman(struct buf *out, long value)
{
	size_t from = out->len;

	numeral_add_roman(out, value);
	for (size_t i = from; i < out->len; i++)
		out->p[i] = byte_to_lower(out->p[i]);
}

/* Up to 9999; digits above. */
static void
add_han(struct buf *out, long value)
{
	static const char *const digit[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
	static const char *const unit[] = { "千", "百", "十", "" };
	long scale = 1000;
	bool any = false, gap = false;

	if (value <= 0 || value > 9999) {
		buf_addf(out, "%ld", value);
		return;
	}
	for (int i = 0; i < 4; i++, scale /= 10) {
		long d = value / scale % 10;

		if (d == 0) {
			gap = any;
			continue;
		}
		if (gap)
			buf_add_str(out, "零");
		if (!(i == 2 && d == 1 && !any))
			buf_add_str(out, digit[d]);
		buf_add_str(out, unit[i]);
		any = true;
		gap = false;
	}
}

/* Letters of the Arabic alphabet in the order of the old numerals. */
static void
add_abjad(struct buf *out, long value)
{
	static const char *const letter[ABJAD] = { "أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي",
		                                   "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر",
		                                   "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ" };

	buf_add_str(out, letter[(value - 1) % ABJAD]);
}

static void
add_value(struct buf *out, struct slice format, long value)
{
	if (value <= 0 || slice_is(format, "decimal") || format.len == 0)
		buf_addf(out, "%ld", value);
	else if (slice_is(format, "lowerLetter"))
		add_letter(out, value, 'a', LETTERS);
	else if (slice_is(format, "upperLetter"))
		add_letter(out, value, 'A', LETTERS);
	else if (slice_is(format, "russianLower"))
		add_letter(out, value, 0x430, 32);
	else if (slice_is(format, "russianUpper"))
		add_letter(out, value, 0x410, 32);
	else if (slice_is(format, "lowerRoman") && value < 400)
		add_lower_roman(out, value);
	else if (slice_is(format, "upperRoman") && value < 400)
		numeral_add_roman(out, value);
	else if (slice_is(format, "decimalZero"))
		buf_addf(out, "%02ld", value);
	else if (slice_is(format, "arabicAbjad") || slice_is(format, "arabicAlpha"))
		add_abjad(out, value);
	else if (slice_find(format, SLICE("hinese"), 0) != SLICE_NONE || slice_starts(format, "ideograph") ||
	         slice_starts(format, "japanese"))
		add_han(out, value);
	else
		buf_addf(out, "%ld", value);
}

/* A bullet of a symbol font is a bullet. */
static void
add_bullet(struct buf *out, struct slice text)
{
	codepoint c = text.len > 0 ? utf8_at(text, 0) : 0;

	if (c == 0)
		return;
	if ((c >= 0xE000 && c <= 0xF8FF) || c == 'o' || c == 0xA7)
		c = 0x2022;
	utf8_add(out, c);
}

void
docx_format(const struct docx_list *list, int level, struct buf *out)
{
	const struct docx_level *l = &list->level[level];

	if (slice_is(l->format, "none"))
		return;
	if (slice_is(l->format, "bullet")) {
		add_bullet(out, l->text);
		return;
	}
	for (size_t i = 0; i < l->text.len; i++) {
		int of = i + 1 < l->text.len ? l->text.p[i + 1] - '1' : -1;

		if (l->text.p[i] == '%' && of >= 0 && of < DOCX_LEVELS) {
			add_value(out, of > level ? SLICE("decimal") : list->level[of].format,
			          list->count[of]);
			i++;
		} else {
			buf_add_byte(out, l->text.p[i]);
		}
	}
}
