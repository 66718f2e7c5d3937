/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/utf8.h"

#include "tap.h"

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

int
main(void)
{
	reading();
	malformed();
	return tap_done();
}
