/* SPDX-License-Identifier: ISC */
/*
 * Tables of contents: lines with dot leaders, and the entries between them that run over two lines.
 */
#include "config.h"

#include "import_priv.h"

#define WRAP_MOST 4 /* lines that an entry may run over before its leader */

static bool
is_contents_word(struct slice w)
{
	static const char *const word[] = { "Page", "Pages", "Paragraphs", "Paragraph", "Chapter", "Section",
		                            "Annex", "Annexes", "章次", "段次", "页次", "頁次", "段落", "章",
		                            "页", "次" };

	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_is(w, word[i]))
			return true;
	return false;
}

/* "Chapter  Page", "章次 段次 页次": what stands over the columns. */
static bool
is_column_head(struct slice text)
{
	struct slice rest = text, w;

	while (slice_next(&rest, ' ', &w))
		if (w.len > 0 && !is_contents_word(w))
			return false;
	return true;
}

/* Lines before a leader that belong to the same entry: the ones since the last entry. */
static void
take_wrapped(struct import *im, size_t at)
{
	size_t first = at;

	while (first > 0 && at - first < WRAP_MOST && im->lines.v[first - 1].role == ROLE_BODY &&
	       !im->lines.v[first].page_start)
		first--;
	if (first == 0 || im->lines.v[first - 1].role != ROLE_CONTENTS)
		return;
	for (size_t i = first; i < at; i++)
		im->lines.v[i].role = ROLE_CONTENTS;
}

void
contents_mark(struct import *im)
{
	for (size_t i = 0; i < im->lines.n; i++) {
		if (im->lines.v[i].role != ROLE_BODY || !(im->lines.v[i].shape & SHAPE_LEADER))
			continue;
		/* Page words over the first entry: "Page", "Paragraphs". */
		for (size_t k = i; k > 0 && im->lines.v[k - 1].role == ROLE_BODY &&
		                   is_column_head(im->lines.v[k - 1].text) && i - k < WRAP_MOST; k--) {
			im->lines.v[k - 1].role = ROLE_CONTENTS;
			im->lines.v[k - 1].shape |= SHAPE_LEADER; /* no entry: it does not run on */
		}
		take_wrapped(im, i);
		im->lines.v[i].role = ROLE_CONTENTS;
	}
}
