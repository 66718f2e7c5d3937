/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/numeral.h"

#include "text/fold.h"

#define VALUE_MOST 99999999L

/* Digit of a Han numeral, -1 if it is none. */
static long
han_digit(codepoint c)
{
	switch (c) {
	case 0x3007:
	case 0x96F6: /* 零 */
	case 0x25CB: /* ○, O and 0 as typed for 〇 */
	case 'O':
	case '0':
		return 0;
	case 0x4E00:
		return 1;
	case 0x4E8C:
		return 2;
	case 0x4E09:
		return 3;
	case 0x56DB:
		return 4;
	case 0x4E94:
		return 5;
	case 0x516D:
		return 6;
	case 0x4E03:
		return 7;
	case 0x516B:
		return 8;
	case 0x4E5D:
		return 9;
	}
	return -1;
}

/* 十 百 千; 0 if it is none. */
static long
han_unit(codepoint c)
{
	switch (c) {
	case 0x5341:
		return 10;
	case 0x767E:
		return 100;
	case 0x5343:
		return 1000;
	}
	return 0;
}

/* The joined tens 廿 and 卅. */
static long
han_tens(codepoint c)
{
	return c == 0x5EFF ? 20 : c == 0x5345 ? 30 : 0;
}

/* Positional (一四八一) or with units (一百二十三): which is seen while reading. */
struct han {
	long sum, digit;
	long least; /* the unit read last: units go down; 0 before the first */
	bool has_digit, positional;
};

static bool
take_digit(struct han *h, long digit)
{
	if (h->least > 0 && h->digit != 0)
		return false;
	h->positional = h->least == 0 && h->has_digit;
	h->digit = h->positional ? h->digit * 10 + digit : digit;
	h->has_digit = true;
	return h->digit <= VALUE_MOST;
}

static bool
take_unit(struct han *h, codepoint c)
{
	long tens = han_tens(c), unit = tens > 0 ? 10 : han_unit(c);

	if (unit == 0 || h->positional || (h->least > 0 && unit >= h->least) ||
	    (tens > 0 && h->digit > 0))
		return false;
	h->sum += tens > 0 ? tens : unit * (h->digit > 0 ? h->digit : 1);
	h->digit = 0;
	h->has_digit = false;
	h->least = unit;
	return true;
}

/* O and 0 stand for 〇 between Han digits or at their end, not in front of a word or a number. */
static bool
is_typed_zero(struct slice s, size_t at)
{
	return at > 0 && (at + 1 >= s.len || !byte_is_alnum(s.p[at + 1]));
}

size_t
numeral_han(struct slice s, long *value)
{
	struct han h = { 0 };
	size_t end = 0;

	for (size_t at = 0; at < s.len; end = at) {
		struct han before = h;
		codepoint c = utf8_next(s, &at);
		long digit = han_digit(c);

		if ((c < 0x80 && !is_typed_zero(s, end)) ||
		    !(digit >= 0 ? take_digit(&h, digit) : take_unit(&h, c))) {
			h = before;
			break;
		}
	}
	if (end > 0)
		*value = h.sum + h.digit;
	return end;
}

static long
roman_digit(char c)
{
	switch (c) {
	case 'I':
		return 1;
	case 'V':
		return 5;
	case 'X':
		return 10;
	case 'L':
		return 50;
	case 'C':
		return 100;
	}
	return 0;
}

void
numeral_add_roman(struct buf *out, long value)
{
	static const struct {
		long value;
		const char *digits;
	} step[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" },
		     { 9, "IX" },  { 5, "V" },   { 4, "IV" }, { 1, "I" } };

	for (size_t i = 0; i < sizeof step / sizeof *step; i++)
		for (; value >= step[i].value; value -= step[i].value)
			buf_add_str(out, step[i].digits);
}

size_t
numeral_roman(struct slice s, long *value)
{
	bool lower = s.len > 0 && s.p[0] >= 'a';
	struct buf again = { 0 };
	long sum = 0, before = 0;
	size_t n = 0;
	bool same;

	for (; n < s.len && n < 16; n++) {
		long digit = roman_digit(lower ? (char)(s.p[n] - ('a' - 'A')) : s.p[n]);

		if (digit == 0)
			break;
		sum += digit > before && before > 0 ? digit - 2 * before : digit;
		before = digit;
	}
	if (n == 0 || sum <= 0 || sum > 399)
		return 0;
	numeral_add_roman(&again, sum); /* well formed if it is what we would write */
	same = again.len == n;
	for (size_t i = 0; same && i < n; i++)
		same = byte_to_lower(again.p[i]) == byte_to_lower(s.p[i]);
	buf_release(&again);
	if (same)
		*value = sum;
	return same ? n : 0;
}

size_t
numeral_digits(struct slice s, long *value)
{
	size_t at = 0, end = 0;
	long sum = 0;

	while (at < s.len) {
		codepoint c = fold_char(utf8_next(s, &at));

		if (c < '0' || c > '9')
			break;
		sum = sum * 10 + (long)(c - '0');
		if (sum > 1000000000L)
			return 0;
		end = at;
	}
	if (end > 0)
		*value = sum;
	return end;
}
