/* SPDX-License-Identifier: ISC */
/* An answer of a reader that may lie. */
#include "config.h"

#include "fuzz_format.h"

void
fuzz_one(struct slice bytes)
{
	struct extract e = { 0 };

	if (extract_read(bytes, &e) == STATUS_OK) {
		fuzz_answer(&e, "pdf");
		fuzz_document(&e, "pdf");
	}
	extract_release(&e);
}
