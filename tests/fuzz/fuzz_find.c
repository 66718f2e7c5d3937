/* SPDX-License-Identifier: ISC */
/* The first line is searched for in the rest: folded, exact, as a regular expression. */
#include "config.h"

#include "fuzz.h"

#include "base/err.h"
#include "search/find.h"
#include "text/utf8.h"

#define MOST 64

static void
find_all(struct slice words, struct slice text, enum find_kind kind)
{
	struct find_span spans[MOST];
	struct find *f = NULL;
	struct err err;
	size_t n;

	if (find_new(words, kind, 0, &f, &err) != STATUS_OK)
		return;
	n = find_in(f, text, 0, spans, MOST);
	for (size_t i = 0; i < n; i++)
		fuzz_check(spans[i].start <= spans[i].end && spans[i].end <= text.len &&
		                   (i == 0 || spans[i].start >= spans[i - 1].end),
		           "matches stand in order within the text");
	find_free(f);
}

void
fuzz_one(struct slice bytes)
{
	struct slice rest, words = fuzz_first_line(bytes, &rest);
	struct buf typed = { 0 }, text = { 0 };

	utf8_repair(words, &typed);
	utf8_repair(rest, &text);
	for (int kind = 0; kind < FIND_KINDS; kind++)
		find_all(buf_slice(&typed), buf_slice(&text), (enum find_kind)kind);
	buf_release(&typed);
	buf_release(&text);
}
