/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/word.h"

#include "base/buf.h"
#include "tap.h"

static void
word(const char *text, size_t at, const char *wanted)
{
	is(word_at(slice_from(text), at), wanted, "byte %zu of %.40s", at, text);
}

static void
before(const char *text, size_t at, const char *wanted)
{
	is(word_before(slice_from(text), at), wanted, "before byte %zu of %.40s", at, text);
}

int
main(void)
{
	struct buf far = { 0 };

	word("clean water for all", 0, "clean");
	word("clean water for all", 3, "clean");
	word("clean water for all", 5, "water");
	word("“国际合作”", 0, "国际");
	word("国际合作", 1, "国际");
	word("在 2018 年", 4, "2018");
	word("…… ——", 0, "");
	word("", 0, "");
	word("word", 4, "");
	before("clean water", 11, "water");
	before("clean water", 6, "clean");
	before("clean water", 8, "water");
	before("国际合作。", 15, "合作");
	before("国际合作。", 6, "国际");
	before("clean", 0, "");
	before("…… ", 7, "");
	before("", 0, "");
	for (int i = 0; i < 1000; i++)
		buf_add_str(&far, "水。");
	buf_add_str(&far, "rivers");
	word(buf_str(&far), 6000, "rivers");
	buf_release(&far);
	return tap_done();
}
