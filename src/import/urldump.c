/* SPDX-License-Identifier: ISC */
/*
 * Link targets that a PDF reader lists at the end of each page, one a line (domain.md, E.7).  They
 * are no text, but tell what the symbols of that page are.  The list may stand in the middle of a
 * sentence; an address that the text itself gives must stay.
 */
#include "config.h"

#include "import_priv.h"

#include "cite/symbol.h"

static bool
key_of(struct import *im, struct slice url, struct slice *key)
{
	struct buf b = { 0 };
	bool found = symbol_from_url(url, &b);

	*key = found ? arena_copy(&im->doc->arena, buf_slice(&b)) : slice_from(NULL);
	buf_release(&b);
	return found;
}

/* The text before leads up to an address: "available at", "见：", "<". */
static bool
is_introduced(struct slice before)
{
	static const char *const end[] = { ":", "：", "<", "(", "（", " at", " See", " see", " from",
		                           "见", "网址", "参阅", "访问", " à", " en" };

	for (size_t i = 0; i < sizeof end / sizeof *end; i++)
		if (slice_ends(before, end[i]))
			return true;
	return false;
}

/* Something that ends or starts a page stands right behind the list. */
static bool
is_at_page_end(const struct import *im, size_t end)
{
	const struct line *next = end < im->lines.n ? &im->lines.v[end] : NULL;

	if (!next)
		return true;
	return next->form_feed || next->empty >= 2 ||
	       (next->shape & (SHAPE_SYMBOL | SHAPE_JOB | SHAPE_FRACTION | SHAPE_DATED));
}

/* Lines [start, end) are addresses without blanks between them. */
static bool
is_dump(const struct import *im, size_t start, size_t end, bool names_symbol)
{
	struct slice before = start > 0 ? im->lines.v[start - 1].text : slice_from(NULL);

	if (is_introduced(before) && im->lines.v[start].gap <= 1 && end - start == 1)
		return false;
	if (names_symbol)
		return true;
	return end < im->lines.n && im->lines.v[start].empty >= 2 && is_at_page_end(im, end);
}

static size_t
list_end(const struct import *im, size_t start)
{
	size_t end = start + 1;

	while (end < im->lines.n && (im->lines.v[end].shape & SHAPE_URL) && im->lines.v[end].gap == 0 &&
	       !im->lines.v[end].form_feed)
		end++;
	return end;
}

void
urldump_lift(struct import *im)
{
	if (im->given) /* links are tied to their words */
		return;
	for (size_t i = 0; i < im->lines.n;) {
		size_t end, first = im->urls.n;
		bool names_symbol = false;

		if (!(im->lines.v[i].shape & SHAPE_URL)) {
			i++;
			continue;
		}
		end = list_end(im, i);
		for (size_t k = i; k < end; k++) {
			struct dumped_url u = { .url = im->lines.v[k].text, .number = im->lines.v[k].number };

			names_symbol = key_of(im, u.url, &u.key) || names_symbol;
			VEC_PUSH(&im->urls, u);
		}
		if (is_dump(im, i, end, names_symbol))
			for (size_t k = i; k < end; k++)
				im->lines.v[k].role = ROLE_URL;
		else
			im->urls.n = first;
		i = end;
	}
	if (im->urls.n > 0)
		diag_add(&im->doc->diag, DIAG_NOTE, 0, im->urls.v[0].number,
		         "%zu addresses listed at page ends were taken out of the text",
		         "已从正文中移出页末列出的 %zu 个网址", im->urls.n);
}
