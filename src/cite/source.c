/* SPDX-License-Identifier: ISC */
/*
 * Symbols that stand in file names and in addresses.
 */
#include "config.h"

#include "cite/symbol.h"

#include <string.h>
#include <strings.h>

/* Extensions and languages at the end of a name: ".zh.txt", "-ZH.pdf". */
static struct slice
without_endings(struct slice name)
{
	static const char *const ending[] = { ".txt", ".pdf", ".docx", ".doc", ".html", ".htm", ".zh",
		                              ".en", ".fr", ".es", ".ru", ".ar", "-ZH", "-EN",
		                              "-FR", "-ES", "-RU", "-AR", "-C", "-E" };
	bool again = true;

	while (again) {
		again = false;
		for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
			if (!slice_ends(name, ending[i]) || name.len == strlen(ending[i]))
				continue;
			name.len -= strlen(ending[i]);
			again = true;
		}
	}
	return name;
}

bool
symbol_from_file_name(struct slice name, struct buf *out)
{
	struct buf text = { 0 };
	struct symbol_span span;
	bool found;

	name = without_endings(name);
	for (size_t i = 0; i < name.len; i++)
		buf_add_byte(&text, name.p[i] == '_' ? '/' : name.p[i]);
	found = symbol_find(buf_slice(&text), 0, &span) && span.start == 0;
	if (found)
		symbol_key(slice_sub(buf_slice(&text), span.start, span.end), out);
	buf_release(&text);
	return found;
}

static int
hex(char c)
{
	if (byte_is_digit(c))
		return c - '0';
	c = byte_to_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void
decode_percent(struct slice s, struct buf *out)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.p[i] == '%' && i + 2 < s.len && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0) {
			buf_add_byte(out, (char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2])));
			i += 2;
		} else {
			buf_add_byte(out, s.p[i]);
		}
	}
}

/* What stands behind a parameter such as "symbol=", up to the next '&'. */
static bool
parameter(struct slice url, const char *name, struct slice *value)
{
	size_t at = slice_find(url, slice_from(name), 0);

	if (at == SLICE_NONE)
		return false;
	url = slice_skip(url, at + strlen(name));
	return slice_next(&url, '&', value);
}

static struct slice
without_language(struct slice path)
{
	static const char *const language[] = { "ar/", "zh/", "en/", "fr/", "ru/", "es/", "ch/" };

	for (size_t i = 0; i < sizeof language / sizeof *language; i++)
		if (path.len > 3 && strncasecmp(path.p, language[i], 3) == 0)
			return slice_skip(path, 3);
	return path;
}

/* The part of an address that is a symbol, still percent-encoded. */
static bool
symbol_part(struct slice url, struct slice *part)
{
	static const char *const names[] = { "FinalSymbol=", "symbol=", "?s=", "&s=", "DS=" };
	static const char *const hosts[] = { "undocs.org/", "docs.un.org/" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (parameter(url, names[i], part))
			return true;
	for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
		size_t at = slice_find(url, slice_from(hosts[i]), 0);

		if (at == SLICE_NONE)
			continue;
		*part = without_language(slice_skip(url, at + strlen(hosts[i])));
		return true;
	}
	return false;
}

bool
symbol_from_url(struct slice url, struct buf *out)
{
	struct buf text = { 0 };
	struct symbol_span span;
	struct slice part;
	bool found = false;

	if (symbol_part(url, &part)) {
		decode_percent(part, &text);
		found = symbol_find(buf_slice(&text), 0, &span) && span.start == 0;
		if (found)
			symbol_key(slice_sub(buf_slice(&text), 0, span.end), out);
	}
	buf_release(&text);
	return found;
}
