/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "root_priv.h"

#include <string.h>

static const char *const roots[] = {
#define ROOT(name) name,
#include "roots.def"
};
static const char *const series[] = {
#define SERIES(name) name,
#include "roots.def"
};
static const char *const counted[] = {
#define COUNTED(name) name,
#include "roots.def"
};
static const char *const closing[] = {
#define CLOSING(name) name,
#include "roots.def"
};
static const char *const strangers[] = {
#define STRANGER(name) name,
#include "roots.def"
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

bool
root_same_word(struct slice word, const char *upper)
{
	size_t i;

	for (i = 0; i < word.len && upper[i]; i++)
		if (byte_to_lower(word.p[i]) != byte_to_lower(upper[i]))
			return false;
	return i == word.len && upper[i] == '\0';
}

static bool
is_in(struct slice word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (root_same_word(word, list[i]))
			return true;
	return false;
}

bool
root_is_stranger(struct slice word)
{
	return is_in(word, strangers, COUNT(strangers));
}

bool
root_is_series(struct slice word)
{
	return is_in(word, series, COUNT(series));
}

bool
root_is_counted(struct slice word)
{
	return is_in(word, counted, COUNT(counted));
}

bool
root_is_closing(struct slice word)
{
	return is_in(word, closing, COUNT(closing));
}

bool
root_is_roman(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!word.p[i] || !strchr("IVXLC", word.p[i]))
			return false;
	return word.len > 0 && word.len <= 8;
}

/* Bytes of the number or roman numeral that `text` begins with. */
static size_t
numeral_length(struct slice text)
{
	size_t n = 0;

	while (n < text.len && byte_is_digit(text.p[n]))
		n++;
	if (n > 0)
		return n;
	while (n < text.len && byte_is_alnum(text.p[n]))
		n++;
	return root_is_roman(slice_sub(text, 0, n)) ? n : 0;
}

/* Bytes of `text` that the pattern, up to `stop`, fits; 0 if it does not. */
static size_t
fit(struct slice text, const char *pattern, char stop, bool typed)
{
	size_t at = 0;

	for (; *pattern && *pattern != stop; pattern++) {
		size_t n = 1;

		if (at >= text.len)
			return 0;
		if (*pattern == '#')
			n = numeral_length(slice_skip(text, at));
		else if (typed ? byte_to_lower(text.p[at]) != byte_to_lower(*pattern)
		               : text.p[at] != *pattern)
			return 0;
		if (n == 0)
			return 0;
		at += n;
	}
	return at;
}

bool
root_opens(struct slice word, bool typed)
{
	char first = word.len > 0 ? byte_to_lower(word.p[0]) : '\0';

	for (size_t i = 0; i < COUNT(roots); i++)
		if (byte_to_lower(roots[i][0]) == first &&
		    fit(word, roots[i], '/', typed) == word.len)
			return true;
	return false;
}

size_t
root_length(struct slice key)
{
	size_t longest = 0;

	for (size_t i = 0; i < COUNT(roots); i++) {
		size_t n = fit(key, roots[i], '\0', true);

		if (n > longest && (n == key.len || key.p[n] == '/' || key.p[n] == '('))
			longest = n;
	}
	return longest;
}
