/* SPDX-License-Identifier: ISC */
/*
 * Symbols that come with a document from outside: in its file name, in an address.
 */
#include "config.h"

#include "cite/symbol.h"

#include "cite/language.h"
#include "root_priv.h"

#include <string.h>

static bool
add_if_symbol(struct slice text, struct buf *out)
{
	if (!symbol_is(text))
		return false;
	symbol_key(text, out);
	return true;
}

/* ------------------------------------------------------------------ file names */

static const char *const extensions[] = { ".pdf", ".txt", ".text", ".doc", ".docx", ".odt", ".rtf",
	                                  ".htm", ".html", ".xhtml", ".xml", ".wpf", ".md", ".gz" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool
ends_blind(struct slice s, const char *tail)
{
	size_t n = strlen(tail);

	return s.len > n && root_same_word(slice_skip(s, s.len - n), tail);
}

static struct slice
without_extensions(struct slice name)
{
	for (bool again = true; again;) {
		again = false;
		for (size_t i = 0; i < COUNT(extensions); i++)
			if (ends_blind(name, extensions[i])) {
				name.len -= strlen(extensions[i]);
				again = true;
			}
	}
	return name;
}

/* ".en", "-ZH", "_C" at the end; one letter behind a hyphen is a part: "93A-B". */
static struct slice
without_language(struct slice name)
{
	for (size_t n = 2; n > 0; n--)
		if (name.len > n + 1 && language_is_suffix(slice_skip(name, name.len - n)) &&
		    strchr(n > 1 ? ".-_" : "._", name.p[name.len - n - 1]))
			return slice_sub(name, 0, name.len - n - 1);
	return name;
}

/* The library writes ` /[]*:;` as `__^^!#%` and joins symbols with `&`; others use a comma. */
static void
decode_name(struct slice name, struct buf *out)
{
	bool opened = false;

	for (size_t i = 0; i < name.len && !strchr("&,;", name.p[i]); i++) {
		char c = name.p[i];
		bool blank = i + 1 < name.len && name.p[i + 1] == '(';

		if (c == '_')
			c = blank ? ' ' : '/';
		else if (c == '!')
			c = '*';
		else if (c == '^')
			c = (opened = !opened) ? '[' : ']';
		buf_add_byte(out, c);
	}
}

static bool
from_stem(struct slice stem, struct buf *out)
{
	struct buf decoded = { 0 };
	bool found;

	decode_name(stem, &decoded);
	found = add_if_symbol(buf_slice(&decoded), out);
	buf_release(&decoded);
	return found;
}

bool
symbol_from_file_name(struct slice name, struct buf *out)
{
	struct slice stem = without_extensions(slice_trim(name));

	return from_stem(without_language(stem), out) || from_stem(stem, out);
}

/* ------------------------------------------------------------------- addresses */

static int
hex_value(char c)
{
	c = byte_to_lower(c);
	if (byte_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void
decode_percent(struct slice s, struct buf *out)
{
	for (size_t i = 0; i < s.len; i++) {
		int high = s.p[i] == '%' && i + 2 < s.len ? hex_value(s.p[i + 1]) : -1;
		int low = high >= 0 ? hex_value(s.p[i + 2]) : -1;

		if (low < 0) {
			buf_add_byte(out, s.p[i]);
			continue;
		}
		buf_add_byte(out, (char)(high * 16 + low));
		i += 2;
	}
}

/* Without what a sentence puts behind an address, and without a bracket that nothing opened. */
static struct slice
trim_address(struct slice s)
{
	while (s.len > 0 && strchr(">\"'.,;:", s.p[s.len - 1]))
		s.len--;
	for (long depth = 0, i = 0; i < (long)s.len; i++) {
		depth += s.p[i] == '(' ? 1 : s.p[i] == ')' ? -1 : 0;
		if (depth < 0)
			return slice_sub(s, 0, (size_t)i);
	}
	return s;
}

static bool
add_encoded(struct slice s, struct buf *out)
{
	struct buf decoded = { 0 }, key = { 0 };
	bool found;

	decode_percent(s, &decoded);
	symbol_key(trim_address(buf_slice(&decoded)), &key); /* mends "11%2007(1997)" too */
	found = add_if_symbol(buf_slice(&key), out);
	buf_release(&decoded);
	buf_release(&key);
	return found;
}

/* The value of the query's field that names a symbol. */
static bool
from_query(struct slice query, struct buf *out)
{
	static const char *const fields[] = { "s", "ds", "symbol", "finalsymbol" };
	struct slice field;

	while (slice_next(&query, '&', &field)) {
		size_t equals = slice_find_byte(field, '=', 0);

		if (equals == SLICE_NONE)
			continue;
		for (size_t i = 0; i < COUNT(fields); i++)
			if (root_same_word(slice_sub(field, 0, equals), fields[i]) &&
			    add_encoded(slice_skip(field, equals + 1), out))
				return true;
	}
	return false;
}

/* "zh/A/80/1", "A/80/1" behind the host */
static bool
from_path(struct slice path, struct buf *out)
{
	bool has_language = path.len > 3 && path.p[2] == '/' && language_is_suffix(slice_sub(path, 0, 2));

	return add_encoded(slice_skip(path, has_language ? 3 : 0), out);
}

/* Without "https://"; false if the address has another scheme. */
static bool
skip_scheme(struct slice *url)
{
	size_t mark = slice_find(*url, SLICE("://"), 0);

	if (mark == SLICE_NONE || mark > 5)
		return true;
	if (!root_same_word(slice_sub(*url, 0, mark), "HTTP") &&
	    !root_same_word(slice_sub(*url, 0, mark), "HTTPS"))
		return false;
	*url = slice_skip(*url, mark + 3);
	return true;
}

static bool
is_host(struct slice host, const char *name)
{
	size_t n = strlen(name);

	return root_same_word(host, name) ||
	       (ends_blind(host, name) && host.p[host.len - n - 1] == '.');
}

bool
symbol_from_url(struct slice url, struct buf *out)
{
	struct slice host, path;
	size_t slash, query;

	url = slice_trim(url);
	if (!skip_scheme(&url) || (slash = slice_find_byte(url, '/', 0)) == SLICE_NONE)
		return false;
	host = slice_sub(url, 0, slash);
	path = slice_skip(url, slash + 1);
	if (!is_host(host, "undocs.org") && !is_host(host, "un.org"))
		return false;
	path = slice_sub(path, 0, slice_find_byte(path, '#', 0));
	query = slice_find_byte(path, '?', 0);
	if (query != SLICE_NONE && from_query(slice_skip(path, query + 1), out))
		return true;
	path = slice_sub(path, 0, query);
	if (!is_host(host, "undocs.org") && !is_host(host, "docs.un.org"))
		return false;
	return from_path(path, out);
}
