/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/flat.h"

#include "annotation_fixture.h"

#include <stdlib.h>

int
main(void)
{
	static const char *const lines[] = { "第 7/5 号，Ａb", "", "預防 x" };
	struct doc *d = fixture_doc(lines, 3, 1, "zh", 'a');
	struct flat *f = flat_new(d);
	struct approx_text part;
	struct place p;
	size_t n;
	codepoint *folded = flat_fold(SLICE("第7/5號 , ab预防X"), &n);

	ok(!flat_is_empty(f) && f->n == n && memcmp(f->v, folded, n * sizeof *folded) == 0,
	   "blind to blanks, width, case and script");
	is_number((long)f->start[1], 8, "where blocks start");
	is_number((long)f->start[2], 8, "also an empty one");
	p = flat_place(f, 8);
	ok(p.block == 2 && p.byte == 0, "a character is of its block");
	p = flat_end(f, 8);
	ok(p.block == 0 && p.byte == strlen(lines[0]), "an end is behind the character before it");
	is_number((long)flat_at(f, (struct place){ 0, 3 }), 1, "a place in a blank is the next character");
	is_number((long)flat_at(f, (struct place){ 1, 0 }), 8, "in an empty block, too");
	is_number((long)flat_at(f, (struct place){ 9, 0 }), (long)f->n, "outside it is the end");
	part = flat_text(f, 9, 99);
	is_number((long)part.n, 2, "a part is cut to what there is");
	free(folded);
	flat_free(f);
	flat_free(NULL);
	doc_free(d);
	return tap_done();
}
