/* SPDX-License-Identifier: ISC */
/*
 * Capitals of a symbol that was typed without any.
 */
#include "config.h"

#include "cite/symbol.h"

/* Parts that are words; all others are written in capitals. */
static bool
is_word(struct slice part)
{
	static const char *const words[] = { "add.", "amend.", "corr.", "part", "rev.", "sect.", "summary",
		                             "supp.", "vol." };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_starts(part, words[i]))
			return true;
	return false;
}

static char
capital(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool
has_capital(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.p[i] >= 'A' && s.p[i] <= 'Z')
			return true;
	return false;
}

void
symbol_capitals(struct slice key, struct buf *out)
{
	bool keeps = has_capital(key), is_start = true, in_word = false;

	for (size_t i = 0; i < key.len; i++) {
		char c = key.p[i];

		if (is_start)
			in_word = is_word(slice_skip(key, i));
		else if (!byte_is_alpha(c)) /* "Part I", "Vol.II" */
			in_word = in_word && c != ' ' && c != '.';
		buf_add_byte(out, keeps || (in_word && !is_start) ? c : capital(c));
		is_start = c == '/' || c == '(';
	}
}
