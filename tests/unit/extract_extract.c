/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "extract/extract.h"

#include "tap.h"

#include <string.h>

static void
fill(struct extract *e)
{
	extract_add(e, (struct extract_line){ .text = SLICE("12.\tWater\033[2J is \xC2\x9B"
	                                                    "clean.3"),
	                                      .page = 2,
	                                      .x = 720,
	                                      .y = -15,
	                                      .right = 5000,
	                                      .size = 100,
	                                      .label = 3,
	                                      .flags = EXTRACT_STARTS });
	extract_add_span(e, 4, 9, EXTRACT_LINK, SLICE("https://docs.un.org/en/A/1"));
	extract_add_span(e, 25, 26, EXTRACT_MARK, SLICE(""));
	extract_add_span(e, 20, 99, EXTRACT_MARK, SLICE(""));
	extract_add(e, (struct extract_line){ .text = SLICE("bad \xFF byte") });
	e->symbol[e->n_symbols++] = SLICE("A/80/1");
	e->pages = 2;
}

static void
round_trip(void)
{
	struct extract e = { 0 }, back = { 0 };
	struct buf out = { 0 };

	fill(&e);
	extract_write(&e, &out);
	if (!ok(extract_read(buf_slice(&out), &back) == STATUS_OK, "what was written is read"))
		return;
	is_number(back.lines.n, 2, "lines");
	is(back.lines.v[0].text, "12.\tWater [2J is   clean.3", "controls are blanks, as many bytes");
	is_number(back.lines.v[0].y, -15, "place");
	is_number(back.lines.v[0].label, 3, "label");
	is(back.lines.v[1].text, "bad \xEF\xBF\xBD byte", "a stray byte");
	is_number(back.spans.n, 2, "spans; one outside its line is dropped");
	is(back.spans.v[0].target, "https://docs.un.org/en/A/1", "target");
	is_number(back.pages, 2, "pages");
	is(back.symbol[0], "A/80/1", "symbol");
	extract_release(&e);
	extract_release(&back);
	buf_release(&out);
}

static void
refused(const char *text, const char *why)
{
	struct extract e = { 0 };

	is_number(extract_read(slice_from(text), &e), STATUS_CORRUPT, "%s", why);
	extract_release(&e);
}

static void
refusals(void)
{
	refused("", "nothing");
	refused("duan 2\nE 0 0 0 0 0 0\n", "another format");
	refused("duan 1\n", "no end");
	refused("duan 1\nL 1 0 0 0 0 0 0 0 0\ttext\nE 0 0 0 0 2 0\n", "a line is missing");
	refused("duan 1\nL 1 0 0 0 0 0 9 0 0\ttext\nE 0 0 0 0 1 0\n", "a label longer than its line");
	refused("duan 1\nL 1 0 0 0 0 0 1 0 0\t\xE4\xB8\xAD\nE 0 0 0 0 1 0\n", "a label inside a character");
	refused("duan 1\nL 1 0 0 0 0 0 0 0 0\ta\033b\nE 0 0 0 0 1 0\n", "an escape");
	refused("duan 1\nL 1 0 0 0 0 0 0 0 0\ta\xC2\x9B\nE 0 0 0 0 1 0\n", "a C1 control");
	refused("duan 1\nL 1 0 0 0 0 0 0 0 0\ta\xFF\nE 0 0 0 0 1 0\n", "no UTF-8");
	refused("duan 1\nL 1 0 0 0 0 0 0 65535 0\ta\nE 0 0 0 0 1 0\n", "unknown flags");
	refused("duan 1\nL 1 0 0 0 0 0 0 0\ta\nE 0 0 0 0 1 0\n", "a field is missing");
	refused("duan 1\nS 0 1 0\t\nE 0 0 0 0 0 1\n", "a span of no line");
	refused("duan 1\nE 0 0 0 0 0 0\nL", "something behind the end");
	refused("duan 1\nE 99 0 0 0 0 0\n", "an unknown reason");
	refused("duan 1\nE 0 99999999999999999999 0 0 0 0\n", "a number too large");
}

/* Every byte of an answer changed in turn: read, or refused, never anything else. */
static void
damage(void)
{
	struct extract e = { 0 };
	struct buf out = { 0 };
	size_t n_read = 0;

	fill(&e);
	extract_write(&e, &out);
	for (size_t i = 0; i < out.len; i++) {
		struct extract back = { 0 };
		char kept = out.p[i];

		out.p[i] = (char)(kept ^ 0x11);
		n_read += extract_read(buf_slice(&out), &back) == STATUS_OK;
		out.p[i] = kept;
		extract_release(&back);
	}
	ok(n_read < out.len, "%zu of %zu damaged answers pass for sound", n_read, out.len);
	for (size_t i = 0; i + 1 < out.len; i++) {
		struct extract back = { 0 };

		if (extract_read(slice_sub(buf_slice(&out), 0, i), &back) == STATUS_OK)
			ok(false, "cut off at %zu", i);
		extract_release(&back);
	}
	extract_release(&e);
	buf_release(&out);
}

int
main(void)
{
	round_trip();
	refusals();
	damage();
	return tap_done();
}
