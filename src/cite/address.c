/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/address.h"

#include "cite/language.h"
#include "cite/target.h"

#include <string.h>

static struct slice
code_of(struct slice language)
{
	struct slice code = language_of(slice_is(language, "ch") ? SLICE("zh") : language);

	return code.len > 0 ? code : SLICE("en");
}

static void
add_symbol(struct slice symbol, struct buf *out)
{
	for (size_t i = 0; i < symbol.len; i++) {
		char c = symbol.p[i];

		if (c == ' ')
			continue;
		if (byte_is_alnum(c) || (c && strchr("/()-._~", c)))
			buf_add_byte(out, c);
		else
			buf_addf(out, "%%%02X", (unsigned char)c);
	}
}

void
address_of_symbol(struct slice symbol, struct slice language, struct buf *out)
{
	if (symbol.len == 0)
		return;
	buf_addf(out, "https://docs.un.org/%.*s/", SLICE_ARG(code_of(language)));
	add_symbol(symbol, out);
}

/* Bytes of what is filled in or copied. */
static size_t
hole_len(struct slice s)
{
	static const char *const holes[] = { "{symbol}", "{language}", "{format}" };

	for (size_t i = 0; i < sizeof holes / sizeof *holes; i++)
		if (slice_starts(s, holes[i]))
			return strlen(holes[i]);
	return 1;
}

void
address_fill(struct slice pattern, struct slice symbol, struct slice language,
             struct slice format, struct buf *out)
{
	static const char *const behind[] = { "", "/{language}/{symbol}" };
	bool is_base = slice_find(pattern, SLICE("{symbol}"), 0) == SLICE_NONE;
	struct slice parts[] = { pattern, slice_from(behind[is_base]) };

	if (is_base && slice_ends(pattern, "/"))
		parts[0].len--;
	for (size_t i = 0; i < 2; i++) {
		for (struct slice s = parts[i]; s.len > 0;) {
			if (slice_starts(s, "{symbol}"))
				add_symbol(symbol, out);
			else if (slice_starts(s, "{language}"))
				buf_add(out, code_of(language));
			else if (slice_starts(s, "{format}"))
				buf_add(out, format);
			else
				buf_add_byte(out, s.p[0]);
			s = slice_skip(s, hole_len(s));
		}
	}
}

struct slice
address_host(struct slice address)
{
	size_t scheme = slice_find(address, SLICE("://"), 0), end = 0;
	struct slice rest = scheme == SLICE_NONE ? address : slice_skip(address, scheme + 3);

	while (end < rest.len && !strchr("/:?#", rest.p[end]))
		end++;
	return slice_sub(rest, 0, end);
}

bool
address_of_target(struct slice target, struct slice container, struct slice language,
                  struct buf *out)
{
	size_t start = out->len;
	struct target t;

	if (!target_next(&target, &t))
		return false;
	if (t.scheme == TARGET_DOC)
		address_of_symbol(t.name, language, out);
	else if (t.scheme == TARGET_RES || t.scheme == TARGET_DEC)
		address_of_symbol(container, language, out);
	else if (t.scheme == TARGET_URL)
		buf_add(out, t.name);
	return out->len > start;
}
