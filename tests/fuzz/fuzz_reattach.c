/* SPDX-License-Identifier: ISC */
/*
 * The first line is what a note was made on; the rest is a text that it is looked for in.
 */
#include "config.h"

#include "fuzz.h"

#include "annotation/flat.h"
#include "annotation/reattach.h"
#include "import/import.h"
#include "text/utf8.h"

void
fuzz_one(struct slice bytes)
{
	struct slice text, quote = fuzz_first_line(bytes, &text);
	struct buf file = { 0 }, words = { 0 };
	struct arena arena = { 0 };
	struct doc *d = NULL;
	struct err err;

	buf_add(&file, text);
	utf8_repair(quote, &words);
	if (import_bytes(&file, slice_from("A_79_309.zh.txt"), &d, &err) == STATUS_OK) {
		struct note note = { .scope = quote.len % 2 ? NOTE_PARAGRAPH : NOTE_WORDS,
			             .eid = slice_from("para_1"),
			             .quote = buf_slice(&words),
			             .rival = -1 };
		struct reattach_found found;
		struct flat *f = flat_new(d);

		reattach_find(f, &note, &found);
		reattach_apply(f, &found, &arena, &note);
		flat_free(f);
		doc_free(d);
	}
	arena_release(&arena);
	buf_release(&words);
	buf_release(&file);
}
