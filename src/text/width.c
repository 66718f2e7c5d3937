/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/width.h"

enum class { NARROW, WIDE, AMBIGUOUS, MARK, NOTHING, UNSAFE };

struct range {
	codepoint start, end; /* end included */
	enum class class;
};

static const struct range ranges[] = {
#define RANGE(start, end, class) { start, end, class },
#include "width_ranges.def"
#undef RANGE
};

static enum class
class_of(codepoint c)
{
	size_t low = 0, high = sizeof ranges / sizeof *ranges;

	if (c >= 0x20 && c < 0x7F)
		return NARROW;
	if (c >= 0x4E00 && c <= 0x9FFF)
		return WIDE;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (c > ranges[middle].end)
			low = middle + 1;
		else if (c < ranges[middle].start)
			high = middle;
		else
			return ranges[middle].class;
	}
	return NARROW;
}

static int
cells_of(struct width w, enum class class)
{
	switch (class) {
	case NARROW:
	case UNSAFE:
		return 1;
	case WIDE:
		return 2;
	case AMBIGUOUS:
		return w.ambiguous == 2 ? 2 : 1;
	case MARK:
	case NOTHING:
		return 0;
	}
	return 1;
}

int
width_of(struct width w, codepoint c)
{
	return cells_of(w, class_of(c));
}

bool
width_is_unsafe(codepoint c)
{
	enum class class = class_of(c);

	return class == UNSAFE || class == NOTHING;
}

static bool
is_control(codepoint c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/* Control pictures for C0 and DEL, the replacement character for the rest. */
static codepoint
stand_in(codepoint c)
{
	if (c < 0x20)
		return 0x2400 + c;
	return c == 0x7F ? 0x2421 : UTF8_REPLACEMENT;
}

/* No mark and nothing invisible can begin with this byte: the cluster before it is complete. */
static bool
begins_base(unsigned char lead)
{
	return (lead >= 0x20 && lead < 0x7F) || (lead >= 0xE4 && lead <= 0xE9);
}

/*
 * The bytes of an ASCII or a plain Han character (U+4E00-9FFF) that is a cluster of its own, which is
 * nearly all there is; 0 for everything else.
 */
static size_t
lone_length(struct slice s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	size_t n = 1, left = s.len - at;

	if (p[0] < 0x20 || p[0] >= 0x7F) {
		n = 3;
		if (left < n || p[0] < 0xE4 || p[0] > 0xE9 || (p[0] == 0xE4 && p[1] < 0xB8) ||
		    (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
			return 0;
	}
	return n == left || begins_base(p[n]) ? n : 0;
}

/* Takes the marks and what is invisible behind a base; keeps the first few marks. */
static void
take_marks(struct slice s, struct cluster *c)
{
	while (c->end < s.len && !begins_base((unsigned char)s.p[c->end])) {
		size_t next = c->end;
		codepoint mark = utf8_next(s, &next);
		enum class class = class_of(mark);

		if (class != MARK && class != NOTHING)
			return;
		if (class == MARK && c->n_marks < CLUSTER_MARKS_MAX)
			c->mark[c->n_marks++] = mark;
		c->end = next;
	}
}

/* A run of format characters and the like is one stand-in; each control is one. */
static void
take_unsafe(struct slice s, struct cluster *c)
{
	c->is_stand_in = true;
	c->cells = 1;
	if (is_control(c->base)) {
		c->base = stand_in(c->base);
		return;
	}
	c->base = UTF8_REPLACEMENT;
	while (c->end < s.len && !begins_base((unsigned char)s.p[c->end])) {
		size_t next = c->end;
		codepoint more = utf8_next(s, &next);
		enum class class = class_of(more);

		if ((class != UNSAFE && class != NOTHING) || is_control(more))
			return;
		c->end = next;
	}
}

struct cluster
width_cluster(struct width w, struct slice s, size_t at)
{
	struct cluster c = { .start = at };
	size_t lone = lone_length(s, at);
	enum class class;

	c.base = utf8_next(s, &at);
	c.end = at;
	if (lone > 0) {
		c.cells = lone == 1 ? 1 : 2;
		return c;
	}
	if (c.base == '\t' || c.base == '\n') {
		c.base = ' ';
		c.cells = 1;
		return c;
	}
	class = class_of(c.base);
	c.cells = cells_of(w, class);
	if (c.base == UTF8_REPLACEMENT) { /* ambiguous by Unicode, but a stand-in is one cell */
		c.is_stand_in = true;
		c.cells = 1;
	}
	if (class == UNSAFE) {
		take_unsafe(s, &c);
		return c;
	}
	if (class == MARK) { /* no base to stand on: a space */
		c.end = c.start;
		c.base = ' ';
		c.cells = 1;
	} else if (class == NOTHING) {
		c.base = 0;
	}
	if (c.end >= s.len || begins_base((unsigned char)s.p[c.end]))
		return c;
	take_marks(s, &c);
	if (c.base == 0 && c.n_marks > 0) {
		c.base = ' ';
		c.cells = 1;
	}
	return c;
}

int
width_slice(struct width w, struct slice s)
{
	int cells = 0;

	for (size_t at = 0; at < s.len;) {
		size_t lone = lone_length(s, at);
		struct cluster c;

		if (lone > 0) {
			cells += lone == 1 ? 1 : 2;
			at += lone;
			continue;
		}
		c = width_cluster(w, s, at);
		cells += c.cells;
		at = c.end;
	}
	return cells;
}

void
width_clean(struct slice s, bool keep_lines, struct buf *out)
{
	struct width w = { .ambiguous = 1 };

	buf_reserve(out, s.len);
	for (size_t at = 0; at < s.len;) {
		struct cluster c = width_cluster(w, s, at);

		if (keep_lines && (s.p[at] == '\n' || s.p[at] == '\t'))
			buf_add_byte(out, s.p[at]);
		else if (c.base != 0)
			utf8_add(out, c.base);
		for (int i = 0; i < c.n_marks; i++)
			utf8_add(out, c.mark[i]);
		at = c.end;
	}
}
