/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/word.h"

#include "base/err.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define BEFORE_BYTES 256 /* of context, on either side */
#define BEHIND_BYTES 512

static size_t
char_start(struct slice text, size_t at)
{
	while (at > 0 && at < text.len && ((unsigned char)text.p[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* The first word of `part` that ends behind `at`. */
static struct slice
find_word(UBreakIterator *words, struct slice part, size_t at)
{
	int32_t end = ubrk_following(words, (int32_t)at);

	while (end != UBRK_DONE && ubrk_getRuleStatus(words) < UBRK_WORD_NUMBER)
		end = ubrk_next(words);
	if (end == UBRK_DONE)
		return slice_sub(part, 0, 0);
	return slice_sub(part, (size_t)ubrk_preceding(words, end), (size_t)end);
}

struct slice
word_at(struct slice text, size_t at)
{
	size_t from = char_start(text, at > BEFORE_BYTES ? at - BEFORE_BYTES : 0);
	struct slice part = slice_sub(text, from, char_start(text, at + BEHIND_BYTES));
	UText utext = UTEXT_INITIALIZER;
	UErrorCode code = U_ZERO_ERROR;
	UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &code);
	struct slice word = slice_sub(part, 0, 0);

	utext_openUTF8(&utext, part.p, (int64_t)part.len, &code);
	if (U_SUCCESS(code))
		ubrk_setUText(words, &utext, &code);
	if (U_FAILURE(code))
		die("ICU cannot find words: %s; its data files are missing", u_errorName(code));
	if (at < text.len)
		word = find_word(words, part, char_start(text, at) - from);
	ubrk_close(words);
	utext_close(&utext);
	return word;
}
