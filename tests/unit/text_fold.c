/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/fold.h"

#include "tap.h"

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
}

/* keymap.md, "Input-method safety". */
static void
keys(void)
{
	static const char typed[] = "：／？＝｜！；，’‘·【】［］｛｝《》０９ａ　";
	static const char key[] = ":/?=|!;,''`[][]{}<>09a ";
	size_t n = 0;

	for (size_t at = 0; at < sizeof typed - 1; n++)
		is_number(fold_key(utf8_next(SLICE(typed), &at)), key[n], "typed for %c", key[n]);
	is_number(n, sizeof key - 1, "all of them");
	is_number(fold_key(0x6BB5), 0x6BB5, "段 is itself");
	is_number(fold_key('x'), 'x', "and so is x");
}

static void
classes(void)
{
	ok(fold_is_han(0x6BB5) && !fold_is_han('a'), "Han");
	ok(fold_is_spaced('a') && fold_is_spaced(0x436) && !fold_is_spaced(0x6BB5), "words with blanks");
}

int
main(void)
{
	folding();
	keys();
	classes();
	return tap_done();
}
