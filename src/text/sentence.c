/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/sentence.h"

#include "boundary_priv.h"

/* The word before the full stop that stands before `at`, blanks left out. */
static struct slice
abbreviation(struct slice text, size_t at)
{
	size_t end, start;

	while (at > 0 && text.p[at - 1] == ' ')
		at--;
	if (at == 0 || text.p[at - 1] != '.')
		return slice_sub(text, 0, 0);
	for (end = start = at - 1; start > 0 && byte_is_alpha(text.p[start - 1]);)
		start--;
	return slice_sub(text, start, end);
}

static bool
is_title(struct slice word)
{
	static const char *const titles[] = { "Mr", "Mrs", "Ms", "Dr", "St", "vs", "cf", "No", "Nos" };

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (slice_is(word, titles[i]))
			return true;
	return word.len == 1 && byte_is_upper(word.p[0]);
}

#define ABBREVIATION_MOST 5 /* letters: "paras", "arts" */

/* The sentence goes on behind an abbreviation, before a number too if that is a short word. */
static bool
is_end(struct slice text, size_t at)
{
	struct slice word = abbreviation(text, at);

	if (at == 0 || at >= text.len || word.len == 0)
		return true;
	return !is_title(word) &&
	       !(byte_is_digit(text.p[at]) && word.len <= ABBREVIATION_MOST);
}

size_t
sentence_next(struct slice text, size_t at)
{
	struct boundary b;
	int32_t end;

	if (at >= text.len)
		return text.len;
	boundary_open_all(&b, UBRK_SENTENCE, text);
	end = ubrk_following(b.iterator, (int32_t)boundary_char_start(text, at));
	while (end != UBRK_DONE && !is_end(text, (size_t)end))
		end = ubrk_next(b.iterator);
	boundary_close(&b);
	return end == UBRK_DONE ? text.len : (size_t)end;
}

size_t
sentence_before(struct slice text, size_t at)
{
	struct boundary b;
	int32_t start;

	at = at < text.len ? boundary_char_start(text, at) : text.len;
	if (at == 0)
		return 0;
	boundary_open_all(&b, UBRK_SENTENCE, text);
	start = ubrk_preceding(b.iterator, (int32_t)at);
	while (start != UBRK_DONE && !is_end(text, (size_t)start))
		start = ubrk_previous(b.iterator);
	boundary_close(&b);
	return start == UBRK_DONE ? 0 : (size_t)start;
}
