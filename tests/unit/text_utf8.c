/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/utf8.h"

#include "tap.h"
#include "text/fold.h"
#include "text/json.h"
#include "text/numeral.h"

static void
reading(void)
{
	struct slice s = SLICE("a段𠀀");
	size_t at = 0;

	is_number(utf8_next(s, &at), 'a', "one byte");
	is_number(utf8_next(s, &at), 0x6BB5, "three bytes");
	is_number(utf8_next(s, &at), 0x20000, "four bytes");
	is_number(at, s.len, "the end");
	is_number(utf8_prev(s, &at), 0x20000, "back");
	is_number(utf8_prev(s, &at), 0x6BB5, "and back");
	is_number(utf8_count(s), 3, "counted");
	is_number(utf8_offset(s, 2), 4, "offset of a character");
	is_number(utf8_offset(s, 9), s.len, "clamped");
	is_number(utf8_before(s, 1), 'a', "before a byte");
	is_number(utf8_before(s, 0), 0, "nothing before the start");
}

/* Unicode 15, 3.9: maximal ill-formed parts; each becomes one U+FFFD. */
static void
malformed(void)
{
	static const struct {
		const char *bytes;
		long replaced;
	} bad[] = {
		{ "\x80", 1 },         { "\xC0\xAF", 2 },     { "\xE0\x80\xAF", 3 }, { "\xED\xA0\x80", 3 },
		{ "\xF4\x90\x80\x80", 4 }, { "\xF0\x9F\x98", 1 }, { "a\xE6\xAE" "b", 1 }, { "\xFF\xFE", 2 },
		{ "\xEF\xBF\xBD", 0 }, { "段", 0 },
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct buf out = { 0 };
		struct slice s = slice_from(bad[i].bytes);

		is_number(utf8_repair(s, &out), bad[i].replaced, "malformed text %zu", i);
		ok(utf8_is_valid(buf_slice(&out)), "repaired");
		ok(utf8_is_valid(s) == (bad[i].replaced == 0), "told apart");
		for (size_t at = s.len; at > 0;) {
			size_t before = at;

			utf8_prev(s, &at);
			if (at >= before) {
				ok(false, "going back moves");
				break;
			}
		}
		buf_release(&out);
	}
}

static void
folding(void)
{
	struct buf out = { 0 };
	size_t offsets[32];

	fold_text(SLICE("ＣＦＷ／ＣＯＰ"), &out, offsets);
	is(buf_slice(&out), "CFW/COP", "full width");
	is_number(offsets[3], 9, "offsets lead back");
	is_number(offsets[out.len], 21, "and the end");
	buf_clear(&out);
	fold_text(SLICE("決議　٣–５"), &out, NULL);
	is(buf_slice(&out), "决议 3-5", "traditional, blanks, digits, dashes");
	buf_release(&out);
	is_number(fold_key(0xFF1A), ':', "： is :");
	is_number(fold_key(0x3010), '[', "【 is [");
	is_number(fold_key(0x300B), '>', "》 is >");
	is_number(fold_key(0x6BB5), 0x6BB5, "段 is itself");
	ok(fold_is_han(0x6BB5) && !fold_is_han('a'), "Han");
	ok(fold_is_spaced('a') && fold_is_spaced(0x436) && !fold_is_spaced(0x6BB5), "words with blanks");
}

static void
numerals(void)
{
	static const struct {
		const char *text;
		long value;
	} han[] = { { "十七", 17 }, { "廿三", 23 },     { "卅", 30 },       { "一百二十三", 123 },
		    { "二〇", 20 }, { "一四八一", 1481 }, { "一百零五", 105 }, { "三千", 3000 },
		    { "二○", 20 } };
	long value;

	for (size_t i = 0; i < sizeof han / sizeof *han; i++) {
		struct slice s = slice_from(han[i].text);

		value = -1;
		is_number(numeral_han(s, &value), s.len, "%s is a numeral", han[i].text);
		is_number(value, han[i].value, "%s", han[i].text);
	}
	is_number(numeral_han(SLICE("段"), &value), 0, "段 is none");
	is_number(numeral_roman(SLICE("XIV. "), &value), 3, "XIV");
	is_number(value, 14, "is 14");
	is_number(numeral_roman(SLICE("iii"), &value), 3, "small letters");
	is_number(numeral_roman(SLICE("IIX"), &value), 0, "badly formed");
	is_number(numeral_digits(SLICE("１２段"), &value), 6, "full-width digits");
	is_number(value, 12, "are 12");
}

static void
json(void)
{
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_object(&j);
	json_field(&j, "a", SLICE("段\"\\\n\x1b[m\xC2\x9B\xFF"));
	json_key(&j, "b");
	json_array(&j);
	json_number(&j, -1);
	json_bool(&j, true);
	json_null(&j);
	json_array_end(&j);
	json_field(&j, "c", SLICE("\xE2\x80\xAE\xF3\xA0\x80\x81\xF0\x9F\x98"));
	json_object_end(&j);
	is(buf_slice(&out),
	   "{\"a\":\"段\\\"\\\\\\n\\u001b[m\\u009b\xEF\xBF\xBD\",\"b\":[-1,true,null],"
	   "\"c\":\"\\u202e\\udb40\\udc01\xEF\xBF\xBD\"}",
	   "nothing in JSON can act on a terminal");
	buf_release(&out);
}

int
main(void)
{
	reading();
	malformed();
	folding();
	numerals();
	json();
	return tap_done();
}
