/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/slice.h"
#include "tap.h"

static void
trims(void)
{
	is(slice_trim(SLICE(" \t段 12\r\n")), "段 12", "ASCII blanks go");
	is(slice_trim(SLICE("\xE3\x80\x80题\xC2\xA0")), "题", "U+3000 and U+00A0 go");
	is(slice_trim(SLICE("  ")), "", "blanks alone leave nothing");
	is(slice_trim(slice_from(NULL)), "", "no text is fine");
	ok(slice_is_blank(SLICE(" \t\n")), "blank");
	ok(!slice_is_blank(SLICE(" x")), "not blank");
}

static void
finds(void)
{
	struct slice s = SLICE("a/b/c");

	is_number(slice_find(s, SLICE("/"), 0), 1, "first");
	is_number(slice_find(s, SLICE("/"), 2), 3, "from");
	ok(slice_find(s, SLICE("//"), 0) == SLICE_NONE, "none");
	ok(slice_find(s, SLICE("longer than it"), 0) == SLICE_NONE, "longer needle");
	is_number(slice_find(s, SLICE(""), 5), 5, "empty needle at the end");
	ok(slice_has_one(s, (const char *const[]){ "//", "/" }, 2), "one of two");
	ok(!slice_has_one(s, (const char *const[]){ "//", "/" }, 1), "not of the first one");
	ok(slice_find_byte(s, 'c', 5) == SLICE_NONE, "behind the end");
}

static void
splits(void)
{
	struct slice rest = SLICE("x||z"), part;

	ok(slice_next(&rest, '|', &part) && slice_is(part, "x"), "first part");
	ok(slice_next(&rest, '|', &part) && slice_is(part, ""), "empty part");
	ok(slice_next(&rest, '|', &part) && slice_is(part, "z"), "last part");
	ok(!slice_next(&rest, '|', &part), "the end");
}

static void
numbers(void)
{
	long n = -1;

	is_number(slice_number(SLICE("12."), &n), 2, "bytes of a number");
	is_number(n, 12, "its value");
	is_number(slice_number(SLICE("x"), &n), 0, "no number");
	is_number(slice_number(SLICE("99999999999999999999"), &n), 0, "too large");
	is_number(n, 12, "untouched");
}

int
main(void)
{
	trims();
	finds();
	splits();
	numbers();
	is(slice_sub(SLICE("abc"), 1, 99), "bc", "clamped");
	is(slice_sub(SLICE("abc"), 9, 2), "", "turned round");
	ok(slice_cmp(SLICE("ab"), SLICE("abc")) < 0, "shorter first");
	ok(slice_starts(SLICE("abc"), "ab") && !slice_starts(SLICE("a"), "ab"), "starts");
	ok(slice_ends(SLICE("abc"), "bc") && !slice_ends(SLICE("c"), "bc"), "ends");
	return tap_done();
}
