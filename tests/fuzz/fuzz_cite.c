/* SPDX-License-Identifier: ISC */
/* Text for the recogniser of citations; its targets are read again. */
#include "config.h"

#include "fuzz.h"

#include "cite/recognise.h"
#include "cite/symbol.h"
#include "cite/target.h"
#include "text/utf8.h"

static void
check_symbol(struct slice text)
{
	struct symbol_span span;
	struct buf key = { 0 };

	for (size_t at = 0; symbol_find(text, at, &span); at = span.end)
		fuzz_check(span.start >= at && span.end > span.start && span.end <= text.len,
		           "a symbol is in the text");
	symbol_from_file_name(text, &key);
	symbol_from_url(text, &key);
	symbol_key(text, &key);
	buf_release(&key);
}

static void
check_citation(const struct citation *c, struct slice self)
{
	struct slice rest = c->target;
	struct buf key = { 0 };
	struct target t;

	while (target_next(&rest, &t))
		target_key(&t, self, &key);
	buf_release(&key);
}

void
fuzz_one(struct slice bytes)
{
	static const struct cite_context context = { .root = { "CAC/COSP", 8 }, .session = { "8", 1 },
		                                     .self = { "CAC/COSP/2019/9", 15 } };
	struct recogniser *r = recogniser_new(&context);
	struct arena arena = { 0 };
	struct buf text = { 0 };
	struct citation *v;
	size_t n, end = 0;

	utf8_repair(bytes, &text);
	n = recognise(r, buf_slice(&text), bytes.len > 0 ? (enum stretch)((unsigned char)bytes.p[0] % 5)
	                                                 : STRETCH_TEXT, &arena, &v);
	for (size_t i = 0; i < n; i++) {
		fuzz_check(v[i].start >= end && v[i].end > v[i].start && v[i].end <= text.len,
		           "citations stand in order within the text");
		end = v[i].end;
		check_citation(&v[i], context.self);
	}
	check_symbol(buf_slice(&text));
	check_citation(&(struct citation){ .target = buf_slice(&text) }, context.self);
	recogniser_free(r);
	arena_release(&arena);
	buf_release(&text);
}
