/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "grid/look.h"

#include "tap.h"

/* What is read is printed so, and reads back as the same. */
static void
reads(const char *words, const char *printed)
{
	struct buf out = { 0 };
	struct look look, again;
	struct slice bad;

	ok(look_read(slice_from(words), &look, &bad), "%s", words);
	look_print(look, &out);
	is(buf_slice(&out), printed, "%s: printed", words);
	ok(look_read(buf_slice(&out), &again, &bad) && look_is_same(look, again), "%s: read back", words);
	buf_release(&out);
}

static void
refuses(const char *words, const char *word)
{
	struct look look = { LOOK_BOLD, 1, 2 };
	struct slice bad = { 0 };

	ok(!look_read(slice_from(words), &look, &bad), "%s is refused", words);
	is(bad, word, "because of that word");
	ok(look_is_same(look, (struct look){ LOOK_BOLD, 1, 2 }), "nothing has changed");
}

static void
becomes(short color, int n_colors, short wanted)
{
	is_number(look_color(color, n_colors), wanted, "%d among %d", color, n_colors);
}

int
main(void)
{
	reads("bold", "bold");
	reads("reverse  underline italic dim bold", "bold dim italic underline reverse");
	reads("underline cyan", "underline cyan");
	reads("cyan underline", "underline cyan");
	reads("bold 33", "bold 33");
	reads("3", "yellow");
	reads("bright-red", "bright-red");
	reads("9", "bright-red");
	reads("white red", "white red");
	reads("reverse default", "reverse");
	reads("default 226", "default 226");
	reads("default", "default");
	reads("255 16", "255 16");
	refuses("bold blau", "blau");
	refuses("256", "256");
	refuses("-1", "-1");
	refuses("1x", "1x");
	refuses("Bold", "Bold");
	refuses("red blue green", "green");
	becomes(LOOK_DEFAULT, 8, LOOK_DEFAULT);
	becomes(136, 256, 136);
	becomes(136, 8, 3);
	becomes(64, 8, 2);
	becomes(37, 8, 6);
	becomes(125, 8, 1);
	becomes(133, 8, 5);
	becomes(160, 8, 1);
	becomes(33, 8, 4);
	becomes(5, 8, 5);
	becomes(13, 8, 5);
	becomes(13, 16, 13);
	becomes(231, 16, 7);
	becomes(16, 8, 0);
	becomes(232, 8, 0);
	becomes(255, 8, 7);
	return tap_done();
}
