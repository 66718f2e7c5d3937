/* SPDX-License-Identifier: ISC */
/* A file of HTML read and made a document. */
#include "config.h"

#include "fuzz_format.h"
#include "reader_priv.h"

void
fuzz_one(struct slice bytes)
{
	struct extract e = { 0 };

	html_read(bytes, &e);
	fuzz_answer(&e, "html");
	extract_release(&e);
}
