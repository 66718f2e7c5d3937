/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/address.h"

#include "cite/target.h"

#include <string.h>

static const char *
code_of(struct slice language)
{
	static const char *const codes[] = { "ar", "en", "es", "fr", "ru", "zh" };

	if (slice_is(language, "ch"))
		return "zh";
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (slice_is(language, codes[i]))
			return codes[i];
	return "en";
}

void
address_of_symbol(struct slice symbol, struct slice language, struct buf *out)
{
	if (symbol.len == 0)
		return;
	buf_addf(out, "https://docs.un.org/%s/", code_of(language));
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
