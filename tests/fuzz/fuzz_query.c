/* SPDX-License-Identifier: ISC */
/* The first line is a query of the library; what it finds is marked in the rest. */
#include "config.h"

#include "fuzz.h"

#include "base/err.h"
#include "search/lookup.h"
#include "text/utf8.h"

#define MOST 64

void
fuzz_one(struct slice bytes)
{
	struct slice rest, words = fuzz_first_line(bytes, &rest);
	struct buf typed = { 0 }, text = { 0 };
	struct find_span spans[MOST];
	struct lookup *q = NULL;
	struct err err;

	utf8_repair(words, &typed);
	utf8_repair(rest, &text);
	if (lookup_new(buf_slice(&typed), (struct lookup_options){ 0 }, &q, &err) == STATUS_OK) {
		size_t n = lookup_marks(q, buf_slice(&text), spans, MOST);

		for (size_t i = 0; i < n; i++)
			fuzz_check(spans[i].start <= spans[i].end && spans[i].end <= text.len,
			           "matches stand within the text");
		lookup_free(q);
	} else {
		fuzz_check(err_words(&err, UI_EN)[0] && err_words(&err, UI_ZH)[0], "an error has words");
	}
	buf_release(&typed);
	buf_release(&text);
}
