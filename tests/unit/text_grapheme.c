/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/grapheme.h"

#include "base/buf.h"
#include "tap.h"

/* The whole text is one cluster, with others around it too. */
static void
one(const char *cluster, const char *name)
{
	size_t len = slice_from(cluster).len;
	struct buf text = { 0 };

	is_number(grapheme_next(slice_from(cluster), 0), len, "%s: to its end", name);
	is_number(grapheme_before(slice_from(cluster), len), 0, "%s: to its start", name);
	buf_addf(&text, "水%sa", cluster);
	is_number(grapheme_next(buf_slice(&text), 3), 3 + len, "%s: before a letter", name);
	is_number(grapheme_before(buf_slice(&text), 3 + len), 3, "%s: behind a character", name);
	buf_release(&text);
}

int
main(void)
{
	struct buf far = { 0 };

	one("a", "a letter");
	one("水", "a Han character");
	one("e\xCC\x81", "a letter with a mark");
	one("e\xCC\x81\xCC\xA7\xCC\x84", "with three");
	one("👨‍👩‍👧", "a family");
	one("👍🏽", "a hand with its colour");
	one("🇨🇳", "a flag");
	one("각", "a syllable of three letters");
	one("नि", "a letter and its vowel");
	one("☂\xEF\xB8\x8F", "a variation selector");
	is_number(grapheme_next(SLICE("🇨🇳🇫🇷"), 0), 8, "two flags are two");
	is_number(grapheme_before(SLICE("🇨🇳🇫🇷"), 16), 8, "also from behind");
	is_number(grapheme_next(SLICE("\r\nx"), 0), 2, "CR LF");
	is_number(grapheme_next(SLICE(""), 0), 0, "nothing to go over");
	is_number(grapheme_next(SLICE("a"), 7), 1, "outside");
	is_number(grapheme_before(SLICE("a"), 7), 0, "outside, back");
	is_number(grapheme_next(SLICE("\xE6\xB0"), 0), 2, "half a character");
	for (int i = 0; i < 500; i++)
		buf_add_str(&far, "\xCC\x81");
	ok(grapheme_before(buf_slice(&far), far.len) < far.len, "no end of marks: goes on");
	buf_release(&far);
	return tap_done();
}
