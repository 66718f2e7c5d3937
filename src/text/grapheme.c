/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/grapheme.h"

#include "boundary_priv.h"

/* An ASCII character that no mark can follow: most of what a cursor passes over in Latin text. */
static bool
is_alone(struct slice text, size_t at)
{
	unsigned char byte = (unsigned char)text.p[at];

	return byte >= 0x20 && byte < 0x7F &&
	       (at + 1 == text.len || (unsigned char)text.p[at + 1] < 0x80);
}

size_t
grapheme_next(struct slice text, size_t at)
{
	struct boundary b;
	int32_t end;

	if (at >= text.len)
		return text.len;
	if (is_alone(text, at))
		return at + 1;
	boundary_open(&b, UBRK_CHARACTER, text, at);
	end = ubrk_following(b.iterator, (int32_t)(at - b.from));
	boundary_close(&b);
	return end == UBRK_DONE ? text.len : b.from + (size_t)end;
}

size_t
grapheme_before(struct slice text, size_t at)
{
	struct boundary b;
	int32_t start;

	if (at == 0 || text.len == 0)
		return 0;
	at = at < text.len ? at : text.len;
	boundary_open(&b, UBRK_CHARACTER, text, at);
	start = ubrk_preceding(b.iterator, (int32_t)(at - b.from));
	boundary_close(&b);
	return start == UBRK_DONE ? b.from : b.from + (size_t)start;
}
