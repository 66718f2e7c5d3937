/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "extract/extract.h"

#include "text/utf8.h"

void
extract_release(struct extract *e)
{
	VEC_RELEASE(&e->lines);
	VEC_RELEASE(&e->spans);
	arena_release(&e->arena);
}

/* The same number of bytes, so that spans stay right: a control character becomes a blank. */
static struct slice
clean(struct arena *a, struct slice text)
{
	struct slice copy = arena_copy(a, text);
	char *p = (char *)copy.p;

	for (size_t i = 0; i < copy.len; i++) {
		unsigned char c = (unsigned char)p[i];

		if ((c < 0x20 && c != '\t') || c == 0x7F)
			p[i] = ' ';
		else if (c == 0xC2 && i + 1 < copy.len && (unsigned char)p[i + 1] < 0xA0)
			p[i] = p[i + 1] = ' ';
	}
	return copy;
}

size_t
extract_add(struct extract *e, struct extract_line line)
{
	struct buf sound = { 0 };

	if (!utf8_is_valid(line.text)) {
		utf8_repair(line.text, &sound);
		line.text = buf_slice(&sound);
	}
	line.text = clean(&e->arena, line.text);
	VEC_PUSH(&e->lines, line);
	buf_release(&sound);
	return e->lines.n - 1;
}

void
extract_add_span(struct extract *e, size_t start, size_t end, enum extract_span_kind kind,
                 struct slice target)
{
	size_t line = e->lines.n - 1;
	struct buf sound = { 0 };

	if (start >= end || end > e->lines.v[line].text.len)
		return;
	utf8_repair(target, &sound);
	VEC_PUSH(&e->spans, ((struct extract_span){
		                    .line = (uint32_t)line,
		                    .start = (uint32_t)start,
		                    .end = (uint32_t)end,
		                    .kind = kind,
		                    .target = clean(&e->arena, buf_slice(&sound)),
	                    }));
	buf_release(&sound);
}
