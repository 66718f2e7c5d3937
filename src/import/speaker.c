/* SPDX-License-Identifier: ISC */
/*
 * Speakers at the start of a speech in meeting records (domain.md, E.8):
 * "Mr. X (Congo) (spoke in French):", "孙磊先生（中国）：", "主席（以英语发言）：".
 */
#include "config.h"

#include "import_priv.h"

#define SPEAKER_MOST 240 /* bytes before the colon */
#define NAME_MOST 120

static const char *const title_first[] = {
	"Mr. ", "Ms. ", "Mrs. ", "Miss ", "Dr. ", "Sir ", "The President", "The Acting President",
	"The Secretary-General", "The Chair", "The Chairman", "The Chairperson", "The Temporary President",
	"M. ", "Mme ", "Le Président", "La Présidente", "Le Secrétaire général", "Sr. ", "Sra. ",
	"El Presidente", "La Presidenta", "El Secretario General", "Председатель", "Г-н ", "Г-жа ",
	"主席", "代理主席", "秘书长", "الرئيس",
};

static const char *const title_last[] = { "先生", "女士", "夫人", "大使", "主教", "王子", "博士", "教授" };

/* Bytes of the colon at the front. */
static size_t
colon_len(struct slice s)
{
	return slice_starts(s, ":") ? 1 : slice_starts(s, "：") ? 3 : 0;
}

/* The place behind brackets that follow each other at the front. */
static size_t
skip_brackets(struct slice s)
{
	size_t at = 0;

	for (int i = 0; i < 3; i++) {
		struct slice rest = slice_trim_start(slice_skip(s, at));
		bool wide = slice_starts(rest, "（");
		size_t close;

		if (!wide && !slice_starts(rest, "("))
			break;
		close = wide ? slice_find(rest, SLICE("）"), 0) : slice_find_byte(rest, ')', 0);
		if (close == SLICE_NONE || close > NAME_MOST)
			break;
		at = (size_t)(rest.p - s.p) + close + (wide ? 3 : 1);
	}
	return at;
}

static size_t
bracket_at(struct slice s)
{
	size_t half = slice_find_byte(s, '(', 0), wide = slice_find(s, SLICE("（"), 0);

	return half < wide ? half : wide;
}

static bool
has_title(struct slice name)
{
	for (size_t i = 0; i < sizeof title_first / sizeof *title_first; i++)
		if (slice_starts(name, title_first[i]))
			return true;
	for (size_t i = 0; i < sizeof title_last / sizeof *title_last; i++)
		if (slice_ends(name, title_last[i]))
			return true;
	return false;
}

size_t
speaker_reads(struct slice text)
{
	struct slice head = slice_sub(text, 0, SPEAKER_MOST), name;
	size_t half = slice_find_byte(head, ':', 0), wide = slice_find(head, SLICE("："), 0);
	size_t colon = half < wide ? half : wide, bracket;

	if (colon == SLICE_NONE)
		return 0;
	bracket = bracket_at(slice_sub(head, 0, colon));
	name = slice_trim(slice_sub(head, 0, bracket == SLICE_NONE ? colon : bracket));
	if (name.len == 0 || name.len > NAME_MOST || !has_title(name))
		return 0;
	if (slice_find(name, SLICE("，"), 0) != SLICE_NONE || slice_find(name, SLICE(", "), 0) != SLICE_NONE)
		return 0;
	if (bracket != SLICE_NONE) {
		size_t end = bracket + skip_brackets(slice_skip(head, bracket));

		if (slice_trim(slice_sub(head, end, colon)).len > 0)
			return 0;
	}
	return colon + colon_len(slice_skip(head, colon));
}
