/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/width.h"

#include "tap.h"

static const struct width narrow = { 1 }, wide = { 2 };

static void
widths(void)
{
	is_number(width_slice(narrow, SLICE("a段，")), 5, "Latin and Han");
	is_number(width_slice(narrow, SLICE("“预防”…—№")), 9, "ambiguous as one");
	is_number(width_slice(wide, SLICE("“预防”…—№")), 14, "ambiguous as two");
	is_number(width_slice(wide, SLICE("│─")), 2, "boxes stay narrow");
	is_number(width_slice(narrow, SLICE("e\xCC\x81")), 1, "a mark takes no room");
	is_number(width_slice(narrow, SLICE("\xCC\x81")), 1, "without a base it stands on a space");
	is_number(width_slice(wide, SLICE("\xEF\xBF\xBD\xE2\x80\xAE")), 2, "stand-ins are one cell");
	is_number(width_slice(narrow, SLICE("a\xC2\xAD" "b\xE2\x80\x8D")), 2, "soft hyphen, joiner");
}

static void
stand_ins(void)
{
	static const char *const bad[] = { "\x1b[31m", "\xC2\x9B", "\x7F", "\xE2\x80\xAE", "\xEF\xBB\xBF",
		                           "\xF3\xA0\x81\x81", "\xE2\x80\xA8", "\xEE\x80\x80", "\xE2\x81\xA6" };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct buf out = { 0 };
		struct cluster c = width_cluster(narrow, slice_from(bad[i]), 0);
		bool safe = true;

		ok(c.is_stand_in && c.cells == 1, "stand-in %zu", i);
		width_clean(slice_from(bad[i]), true, &out);
		for (size_t at = 0; at < out.len;)
			safe = safe && !width_is_unsafe(utf8_next(buf_slice(&out), &at));
		ok(safe, "clean text is safe");
		buf_release(&out);
	}
}

/* Endless marks and endless invisible characters are one cluster, read once. */
static void
bounded(void)
{
	struct buf s = { 0 };
	struct cluster c;

	buf_add_byte(&s, 'a');
	for (int i = 0; i < 100000; i++)
		buf_add_str(&s, "\xCC\x81");
	c = width_cluster(narrow, buf_slice(&s), 0);
	is_number(c.end, s.len, "all marks are taken");
	is_number(c.n_marks, CLUSTER_MARKS_MAX, "a few are shown");
	buf_clear(&s);
	for (int i = 0; i < 100000; i++)
		buf_add_str(&s, "\xE2\x80\x8B");
	c = width_cluster(narrow, buf_slice(&s), 0);
	ok(c.end == s.len && c.cells == 1, "zero-width spaces are one stand-in");
	buf_release(&s);
}

/* Any bytes: clusters tile the text, take the cells they say, and nothing unsafe comes out. */
static bool
holds(struct slice s, struct width w)
{
	struct buf clean = { 0 };
	bool good = true;
	int cells = 0;

	for (size_t at = 0; at < s.len;) {
		struct cluster c = width_cluster(w, s, at);

		good = good && c.start == at && c.end > at && c.end <= s.len && c.cells <= 2 &&
		       (c.cells == 0) == (c.base == 0) && !width_is_unsafe(c.base ? c.base : 'x') &&
		       (c.base == 0 || c.is_stand_in || width_of(w, c.base) == c.cells);
		cells += c.cells;
		at = c.end > at ? c.end : s.len;
	}
	width_clean(s, false, &clean);
	good = good && cells == width_slice(w, s) && utf8_is_valid(buf_slice(&clean));
	for (size_t at = 0; at < clean.len;)
		good = good && !width_is_unsafe(utf8_next(buf_slice(&clean), &at));
	buf_release(&clean);
	return good;
}

static void
any_bytes(void)
{
	static const char *const piece[] = { "a", "段", "\xCC\x81", "\xE2\x80\x8B", "\xC2\xAD",
		                             "\xE2\x80\xAE", "\xEF\xBF\xBD", "\xFF", "\xE4\xB8",
		                             "\x1b", "\t", "“", "😀", "\xE4\x80\x80", "\xEF\xBF\xBC",
		                             "\xE2\x80\x8D" };
	struct buf s = { 0 };
	unsigned random = 1, bad = 0;

	for (int i = 0; i < 20000; i++) {
		buf_clear(&s);
		for (int n = 0; n < 8; n++) {
			random = random * 1103515245 + 12345;
			if (random >> 30)
				buf_add_str(&s, piece[random >> 20 & 15]);
			else
				buf_add_byte(&s, (char)(random >> 16));
		}
		bad += !holds(buf_slice(&s), narrow) + !holds(buf_slice(&s), wide);
	}
	is_number(bad, 0, "random text keeps the promises");
	buf_release(&s);
}

int
main(void)
{
	widths();
	stand_ins();
	bounded();
	any_bytes();
	return tap_done();
}
