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

int
main(void)
{
	widths();
	stand_ins();
	bounded();
	return tap_done();
}
