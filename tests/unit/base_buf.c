/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/buf.h"

#include "tap.h"

static void
buffers(void)
{
	struct buf b = { 0 };

	is(slice_from(buf_str(&b)), "", "an empty buffer is a string");
	buf_addf(&b, "%s-%d", "段", 7);
	buf_add_byte(&b, '.');
	is(buf_slice(&b), "段-7.", "added");
	buf_truncate(&b, 3);
	is(slice_from(buf_str(&b)), "段", "cut, and ended by NUL");
	for (int i = 0; i < 1000; i++)
		buf_add_str(&b, "0123456789");
	is_number(b.len, 10003, "grown");
	buf_release(&b);
	is_number(b.len, 0, "released");
	buf_release(&b);
}

int
main(void)
{
	buffers();
	return tap_done();
}
