/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "grid/weblink.h"

#include "text/utf8.h"
#include "text/width.h"

#include <string.h>

static const char *const names[] = { "off", "on", "always" };

bool
weblink_take(enum weblink_wanted *out, struct slice value)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is(value, names[i])) {
			*out = (enum weblink_wanted)i;
			return true;
		}
	return false;
}

const char *
weblink_name(enum weblink_wanted wanted)
{
	return names[wanted];
}

void
weblink_release(struct weblinks *w)
{
	map_release(&w->numbers);
	VEC_RELEASE(&w->uri);
	arena_release(&w->arena);
}

void
weblink_tidy(struct weblinks *w)
{
	if (w->uri.n < WEBLINK_MOST)
		return;
	weblink_release(w);
	w->edition++;
}

/* Letters, figures, and what RFC 3986 reserves or leaves alone, but for the quote. */
static bool
may_stand(char c)
{
	return byte_is_alnum(c) || (c && strchr("-._~:/?#[]@!$&()*+,;=", c));
}

/* The escape of another byte is kept. */
static bool
is_escape(struct slice s, size_t at)
{
	static const char digits[] = "0123456789abcdefABCDEF";

	return at + 2 < s.len && s.p[at] == '%' && s.p[at + 1] && strchr(digits, s.p[at + 1]) && s.p[at + 2] &&
	       strchr(digits, s.p[at + 2]);
}

/* Nothing in it that could not be shown. */
static bool
is_clean(struct slice s)
{
	for (size_t at = 0; at < s.len;) {
		codepoint c = utf8_next(s, &at);

		if (c < ' ' || c == 0x7F || c == UTF8_REPLACEMENT || width_is_unsafe(c))
			return false;
	}
	return true;
}

/* Bytes of "https://"; 0 for another scheme. */
static size_t
scheme_len(struct slice s)
{
	static const char *const schemes[] = { "http://", "https://" };

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (slice_starts(s, schemes[i]))
			return strlen(schemes[i]);
	return 0;
}

/* A host of plain letters: no name before it that pretends to be one, none that only looks like another. */
static bool
has_plain_host(struct slice rest)
{
	size_t n = 0;

	for (; n < rest.len && !strchr("/?#", rest.p[n]); n++)
		if (!byte_is_alnum(rest.p[n]) && (!rest.p[n] || !strchr("-._:[]", rest.p[n])))
			return false;
	return n > 0 && (byte_is_alnum(rest.p[0]) || rest.p[0] == '[');
}

static bool
add_uri(struct slice address, struct buf *out)
{
	size_t scheme = scheme_len(address);

	if (address.len > WEBLINK_BYTES || scheme == 0 || !has_plain_host(slice_skip(address, scheme)) ||
	    !is_clean(address))
		return false;
	for (size_t i = 0; i < address.len; i++) {
		if (may_stand(address.p[i]) || is_escape(address, i))
			buf_add_byte(out, address.p[i]);
		else
			buf_addf(out, "%%%02X", (unsigned char)address.p[i]);
	}
	return out->len <= WEBLINK_BYTES;
}

static uint16_t
number_of(struct weblinks *w, struct slice uri)
{
	const long *known = map_find(&w->numbers, uri);

	if (known)
		return (uint16_t)*known;
	if (w->uri.n >= WEBLINK_MOST)
		return 0;
	uri = arena_copy(&w->arena, uri);
	VEC_PUSH(&w->uri, uri);
	*map_at(&w->numbers, uri) = (long)w->uri.n;
	return (uint16_t)w->uri.n;
}

uint16_t
weblink_number(struct weblinks *w, struct slice address)
{
	struct buf uri = { 0 };
	uint16_t number = add_uri(address, &uri) ? number_of(w, buf_slice(&uri)) : 0;

	buf_release(&uri);
	return number;
}

struct slice
weblink_uri(const struct weblinks *w, unsigned number)
{
	return number > 0 && number <= w->uri.n ? w->uri.v[number - 1] : slice_from(NULL);
}
