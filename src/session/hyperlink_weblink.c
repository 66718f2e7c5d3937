/* SPDX-License-Identifier: ISC */
/*
 * Where links lead outside: the addresses that the terminal opens by itself.
 */
#include "config.h"

#include "session_priv.h"

#include "cite/address.h"

#include <string.h>

#define FORMAT SLICE("pdf") /* what browsers show of the files there are */

/* That of the document which holds what is cited; official, unless documents are fetched from elsewhere. */
static void
add_symbol(struct session *s, struct slice symbol, struct slice language, struct buf *out)
{
	if (symbol.len == 0)
		return;
	if (s->settings.fetch_from.len > 0)
		address_fill(s->settings.fetch_from, symbol, language, FORMAT, out);
	else
		address_of_symbol(symbol, language, out);
}

/* An address that a file hides behind the name of a document is not trusted: that name makes one. */
static void
add_address(struct session *s, const struct doc *d, const struct citation *c, struct buf *out)
{
	struct slice rest = c->target;
	struct target t;

	if (!target_next(&rest, &t))
		return;
	if (t.scheme == TARGET_DOC)
		add_symbol(s, t.name, d->language, out);
	else if (t.scheme == TARGET_RES || t.scheme == TARGET_DEC)
		add_symbol(s, c->container, d->language, out);
	else if (t.scheme == TARGET_URL)
		buf_add(out, t.name);
	if (out->len == 0)
		buf_add(out, c->url);
}

uint16_t
hyperlink_weblink(struct session *s, const struct doc *d, const struct block *b, size_t citation)
{
	struct buf address = { 0 };
	uint16_t link;

	if (s->settings.hyperlinks == WEBLINK_OFF || hyperlink_look(s, d, b, citation) == HYPERLINK_NONE)
		return 0;
	add_address(s, d, &b->citations[citation], &address);
	link = weblink_number(&s->weblinks, buf_slice(&address));
	buf_release(&address);
	return link;
}

/* As the recogniser has it; the points that end a sentence are not its own. */
static bool
is_of_address(char c)
{
	return c > ' ' && c < 0x7F && !strchr("<>\"", c);
}

static size_t
end_of(struct slice text, size_t start)
{
	size_t end = start;

	while (end < text.len && is_of_address(text.p[end]))
		end++;
	while (end > start && strchr(".,;:)'!?]", text.p[end - 1]) &&
	       !(text.p[end - 1] == ')' && memchr(text.p + start, '(', end - start)))
		end--;
	return end;
}

/* The first one that ends behind `at`, which may be within it. */
static size_t
find_start(struct slice text, size_t at, size_t end)
{
	size_t from = at;

	if (at >= end)
		return SLICE_NONE;
	while (from > 0 && at - from < WEBLINK_BYTES && is_of_address(text.p[from - 1]))
		from--;
	for (; from < end; from++) {
		struct slice rest = slice_skip(text, from);

		if ((slice_starts(rest, "http://") || slice_starts(rest, "https://")) && end_of(text, from) > at)
			return from;
	}
	return SLICE_NONE;
}

bool
hyperlink_written(struct session *s, struct slice text, size_t *at, size_t end,
                  struct hyperlink_written *out)
{
	size_t start = s->settings.hyperlinks == WEBLINK_OFF ? SLICE_NONE : find_start(text, *at, end);

	if (start == SLICE_NONE)
		return false;
	out->start = start;
	out->end = end_of(text, start);
	out->link = weblink_number(&s->weblinks, slice_sub(text, start, out->end));
	*at = out->end < end ? out->end : end;
	return true;
}
