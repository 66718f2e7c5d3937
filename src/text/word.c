/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/word.h"

#include "boundary_priv.h"

/* The word that ends at a boundary, if it is one. */
static bool
ends_word(struct boundary *b)
{
	return ubrk_getRuleStatus(b->iterator) >= UBRK_WORD_NUMBER;
}

static struct slice
word_to(struct boundary *b, int32_t end)
{
	return slice_sub(b->part, (size_t)ubrk_preceding(b->iterator, end), (size_t)end);
}

/* The first word of the part that ends behind `at`. */
static struct slice
find_word(struct boundary *b, size_t at)
{
	int32_t end = ubrk_following(b->iterator, (int32_t)at);

	while (end != UBRK_DONE && !ends_word(b))
		end = ubrk_next(b->iterator);
	return end == UBRK_DONE ? slice_sub(b->part, 0, 0) : word_to(b, end);
}

struct slice
word_at(struct slice text, size_t at)
{
	struct boundary b;
	struct slice word;

	if (at >= text.len)
		return slice_sub(text, 0, 0);
	boundary_open(&b, UBRK_WORD, text, at);
	word = find_word(&b, boundary_char_start(text, at) - b.from);
	boundary_close(&b);
	return word;
}

/* The last word of the part that starts before `at`. */
static struct slice
find_word_before(struct boundary *b, size_t at)
{
	int32_t start = ubrk_preceding(b->iterator, (int32_t)at);

	for (; start != UBRK_DONE; start = ubrk_preceding(b->iterator, start)) {
		int32_t end = ubrk_following(b->iterator, start);

		if (end != UBRK_DONE && ends_word(b))
			return slice_sub(b->part, (size_t)start, (size_t)end);
	}
	return slice_sub(b->part, 0, 0);
}

struct slice
word_before(struct slice text, size_t at)
{
	struct boundary b;
	struct slice word;

	at = at < text.len ? boundary_char_start(text, at) : text.len;
	if (at == 0)
		return slice_sub(text, 0, 0);
	boundary_open(&b, UBRK_WORD, text, at);
	word = find_word_before(&b, at - b.from);
	boundary_close(&b);
	return word;
}
