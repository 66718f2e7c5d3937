/* SPDX-License-Identifier: ISC */
/* A file of text made a document, and the document dumped. */
#include "config.h"

#include "fuzz.h"

#include "doc/doc.h"
#include "doc/dump.h"
#include "import/import.h"
#include "text/utf8.h"

static void
check_block(const struct block *b)
{
	size_t end = 0;

	fuzz_check(utf8_is_valid(b->text), "text of a block is UTF-8");
	for (size_t i = 0; i < b->n_citations; i++) {
		fuzz_check(b->citations[i].start >= end && b->citations[i].end <= b->text.len,
		           "citations stand in order within their block");
		end = b->citations[i].end;
	}
}

void
fuzz_one(struct slice bytes)
{
	struct buf file = { 0 }, out = { 0 };
	struct doc *d = NULL;
	struct err err;

	buf_add(&file, bytes);
	if (import_bytes(&file, slice_from("A_79_309.zh.txt"), &d, &err) == STATUS_OK) {
		fuzz_check(d->n_blocks > 0, "a document has blocks");
		for (size_t i = 0; i < d->n_blocks; i++)
			check_block(doc_block(d, i));
		dump_json(d, UI_EN, &out);
		fuzz_check(utf8_is_valid(buf_slice(&out)), "a dump is UTF-8");
		doc_free(d);
	}
	buf_release(&out);
	buf_release(&file);
}
