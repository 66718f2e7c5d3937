/* SPDX-License-Identifier: ISC */
/* What a reader gave, as the parent takes it: over the wire, and made a document. */
#ifndef DUAN_TESTS_FUZZ_FORMAT_H
#define DUAN_TESTS_FUZZ_FORMAT_H

#include "fuzz.h"

#include "doc/doc.h"
#include "import/stage.h"
#include "text/utf8.h"

static void
fuzz_document(struct extract *e, const char *format)
{
	struct doc *d = import_extract(e, SLICE("A_79_309.zh"), slice_from(format), NULL);

	fuzz_check(d->n_blocks > 0, "a document has blocks");
	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = doc_block(d, i);
		size_t end = 0;

		fuzz_check(utf8_is_valid(b->text), "text of a block is UTF-8");
		for (size_t k = 0; k < b->n_citations; k++) {
			fuzz_check(b->citations[k].start >= end && b->citations[k].end <= b->text.len,
			           "citations stand in order within their block");
			end = b->citations[k].end;
		}
	}
	doc_free(d);
}

/* Whatever a reader made of the bytes, the parent must not refuse it. */
static void
fuzz_answer(struct extract *e, const char *format)
{
	struct extract back = { 0 };
	struct buf out = { 0 };

	extract_write(e, &out);
	fuzz_check(extract_read(buf_slice(&out), &back) == STATUS_OK, "what a reader writes is sound");
	fuzz_document(&back, format);
	extract_release(&back);
	buf_release(&out);
}

#endif
