/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/numeral.h"

#include "tap.h"

static void
numerals(void)
{
	static const struct {
		const char *text;
		long value;
	} han[] = { { "十七", 17 }, { "廿三", 23 },     { "卅", 30 },       { "一百二十三", 123 },
		    { "二〇", 20 }, { "一四八一", 1481 }, { "一百零五", 105 }, { "三千", 3000 },
		    { "二○", 20 },
		    { "二O", 20 },  { "二0", 20 },       { "二〇一九", 2019 },   { "一千零一", 1001 },
		    { "十", 10 },   { "一百一十", 110 }, { "第", 0 } };
	long value;

	for (size_t i = 0; i < sizeof han / sizeof *han; i++) {
		struct slice s = slice_from(han[i].text);

		value = 0;
		is_number(numeral_han(s, &value), han[i].value > 0 ? s.len : 0, "%s is a numeral", han[i].text);
		is_number(value, han[i].value, "%s", han[i].text);
	}
	is_number(numeral_han(SLICE("段"), &value), 0, "段 is none");
	is_number(numeral_han(SLICE("二OECD"), &value), 3, "a word is not a zero");
	is_number(numeral_han(SLICE("三十五十"), &value), 9, "units go down");
	is_number(value, 35, "and the rest is left");
	is_number(numeral_roman(SLICE("XIV. "), &value), 3, "XIV");
	is_number(value, 14, "is 14");
	is_number(numeral_roman(SLICE("iii"), &value), 3, "small letters");
	is_number(numeral_roman(SLICE("IIX"), &value), 0, "badly formed");
	is_number(numeral_digits(SLICE("１２段"), &value), 6, "full-width digits");
	is_number(value, 12, "are 12");
}

int
main(void)
{
	numerals();
	return tap_done();
}
