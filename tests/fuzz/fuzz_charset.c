/* SPDX-License-Identifier: ISC */
/* Bytes of a file: their encoding named, decoded; what comes out is UTF-8. */
#include "config.h"

#include "fuzz.h"

#include "base/buf.h"
#include "base/err.h"
#include "text/charset.h"
#include "text/utf8.h"

void
fuzz_one(struct slice bytes)
{
	struct charset found = charset_detect(bytes);
	struct buf text = { 0 };
	struct err err;
	size_t replaced;

	(void)charset_is_binary(bytes);
	if (charset_decode(bytes, found.name, &text, &replaced, &err) == STATUS_OK)
		fuzz_check(utf8_is_valid(buf_slice(&text)), "decoded text is UTF-8");
	buf_release(&text);
}
