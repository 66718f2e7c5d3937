/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "boundary_priv.h"

#include "base/err.h"

#define BEFORE_BYTES 256 /* of context, on either side */
#define BEHIND_BYTES 512

size_t
boundary_char_start(struct slice text, size_t at)
{
	while (at > 0 && at < text.len && ((unsigned char)text.p[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static void
open_part(struct boundary *b, UBreakIteratorType type)
{
	UErrorCode code = U_ZERO_ERROR;

	b->iterator = ubrk_open(type, "zh", NULL, 0, &code);
	utext_openUTF8(&b->text, b->part.p, (int64_t)b->part.len, &code);
	if (U_SUCCESS(code))
		ubrk_setUText(b->iterator, &b->text, &code);
	if (U_FAILURE(code))
		die("ICU cannot divide text: %s; its data files are missing", u_errorName(code));
}

void
boundary_open(struct boundary *b, UBreakIteratorType type, struct slice text, size_t at)
{
	*b = (struct boundary){ .text = UTEXT_INITIALIZER };
	b->from = boundary_char_start(text, at > BEFORE_BYTES ? at - BEFORE_BYTES : 0);
	b->part = slice_sub(text, b->from, boundary_char_start(text, at + BEHIND_BYTES));
	open_part(b, type);
}

void
boundary_open_all(struct boundary *b, UBreakIteratorType type, struct slice text)
{
	*b = (struct boundary){ .text = UTEXT_INITIALIZER, .part = text };
	open_part(b, type);
}

void
boundary_close(struct boundary *b)
{
	ubrk_close(b->iterator);
	utext_close(&b->text);
}
