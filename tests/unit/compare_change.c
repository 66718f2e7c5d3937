/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "compare/change.h"

#include "base/buf.h"
#include "tap.h"

#include <stdlib.h>

/* As wdiff writes it. */
static void
test(const char *left, const char *right, const char *want)
{
	struct slice text[2] = { slice_from(left), slice_from(right) };
	struct changes c = { 0 };
	struct buf got = { 0 };

	changes_make(&c, text[0], text[1]);
	for (size_t i = 0; i < c.list.n; i++) {
		const struct change *e = &c.list.v[i];
		struct slice gone = slice_sub(text[0], e->start[0], e->end[0]);
		struct slice come = slice_sub(text[1], e->start[1], e->end[1]);

		if (e->is_kept)
			buf_add(&got, come);
		if (!e->is_kept && gone.len > 0)
			buf_addf(&got, "[-%.*s-]", SLICE_ARG(gone));
		if (!e->is_kept && come.len > 0)
			buf_addf(&got, "{+%.*s+}", SLICE_ARG(come));
	}
	is(buf_slice(&got), want, "%s", want[0] ? want : "nothing");
	buf_release(&got);
	changes_release(&c);
}

/* Without holes, in turn, and the kept ones are the same words. */
static bool
is_sound(const struct changes *c, struct slice left, struct slice right)
{
	size_t at[2] = { 0, 0 };

	for (size_t i = 0; i < c->list.n; i++) {
		const struct change *e = &c->list.v[i];

		if (e->start[0] != at[0] || e->start[1] != at[1] ||
		    (i > 0 && e->is_kept == c->list.v[i - 1].is_kept))
			return false;
		at[0] = e->end[0];
		at[1] = e->end[1];
	}
	return at[0] == left.len && at[1] == right.len;
}

static void
test_random(void)
{
	static const char *const words[] = { "水", "的", "，", "and ", "é", "e\xCC\x81", " ", "12", "、第" };
	struct changes c = { 0 };
	struct buf text[2] = { 0 };
	bool sound = true;

	srand(5);
	for (int round = 0; round < 2000 && sound; round++) {
		for (int side = 0; side < 2; side++) {
			buf_clear(&text[side]);
			for (int i = rand() % 30; i > 0; i--)
				buf_add_str(&text[side], words[rand() % 9]);
		}
		changes_make(&c, buf_slice(&text[0]), buf_slice(&text[1]));
		sound = is_sound(&c, buf_slice(&text[0]), buf_slice(&text[1]));
	}
	ok(sound, "random texts: no holes, kept and changed in turn");
	changes_release(&c);
	buf_release(&text[0]);
	buf_release(&text[1]);
}

/* Two long texts with nothing in common end soon. */
static void
test_long(void)
{
	struct buf left = { 0 }, right = { 0 };
	struct changes c = { 0 };

	for (int i = 0; i < 20000; i++) {
		buf_addf(&left, "a%d ", i);
		buf_addf(&right, "b%d ", i);
	}
	changes_make(&c, buf_slice(&left), buf_slice(&right));
	is_number(c.list.n, 1, "nothing in common: one change");
	buf_release(&left);
	buf_release(&right);
	changes_release(&c);
}

int
main(void)
{
	test("", "", "");
	test("", "新", "{+新+}");
	test("旧", "", "[-旧-]");
	test("缔约国应定期校准", "缔约国应定期校准", "缔约国应定期校准");
	test("缔约国应定期校准", "沿岸国应定期校准", "[-缔约-]{+沿岸+}国应定期校准");
	test("each State Party shall report", "every State Party shall report",
	     "[-each-]{+every+} State Party shall report");
	test("shall report to the Conference", "shall report annually to the Conference",
	     "shall report {+annually +}to the Conference");
	test("17 September 2024", "4 November 2024", "[-17 September-]{+4 November+} 2024");
	test("water", "waters", "[-water-]{+waters+}");
	test("第 5/3 号", "第5/3号", "第5/3号");
	test("the old text of this", "the new words for this", "the [-old text of-]{+new words for+} this");
	test_random();
	test_long();
	return tap_done();
}
