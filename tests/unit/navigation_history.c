/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "navigation/history.h"

#include "../sample_doc.h"
#include "tap.h"

static struct history_entry
at(const char *document, size_t block)
{
	return (struct history_entry){ .document = slice_from(document),
		                       .title = slice_from(document),
		                       .anchor = { .quote = SLICE("words") },
		                       .spot = { .top = { block, 0 }, .current = { block, 0 } } };
}

static void
steps(void)
{
	struct history h = { 0 };
	struct history_entry a = at("A", 1), b = at("B", 2), c = at("C", 3), d = at("D", 4);

	ok(!history_peek(&h, -1) && !history_peek(&h, 1), "nothing at first");
	history_push(&h, &a);
	history_push(&h, &b); /* and on to C */
	is(history_peek(&h, -1)->document, "B", "back is what was left last");
	ok(!history_peek(&h, 1), "nothing is ahead");
	history_go(&h, -1, &c);
	is(history_peek(&h, 1)->document, "C", "forward is what back was called from");
	is(history_peek(&h, -1)->document, "A", "further back");
	history_go(&h, 1, &b);
	is(history_peek(&h, -1)->document, "B", "forward again");
	history_go(&h, -2, &c);
	is(history_peek(&h, 2)->document, "C", "two at once");
	ok(!history_peek(&h, -1) && !history_peek(&h, 3), "no further than there is");
	history_push(&h, &a);
	ok(!history_peek(&h, 1), "a new way forgets what was ahead");
	is_number((long)h.entries.n, 1, "all of it");
	history_push(&h, &a);
	is_number((long)h.entries.n, 1, "a place left twice is kept once");
	history_push(&h, &d);
	is(h.entries.v[1].anchor.quote, "words", "words are kept");
	history_release(&h);
	ok(!history_peek(&h, -1), "released");
}

static void
bound(void)
{
	struct history h = { 0 };
	struct history_entry e = at("A", 0);

	for (size_t i = 0; i < HISTORY_MAX + 20; i++) {
		e.spot.top.block = i;
		history_push(&h, &e);
	}
	is_number((long)h.entries.n, HISTORY_MAX, "bounded");
	is_number((long)history_peek(&h, -1)->spot.top.block, HISTORY_MAX + 19, "the newest stay");
	ok(history_peek(&h, -(long)HISTORY_MAX) && !history_peek(&h, -(long)HISTORY_MAX - 1),
	   "all of them are there");
	history_release(&h);
}

/* A screen is found again row by row, at the same width and at another. */
static void
spots(void)
{
	struct doc *d = doc_new();
	struct layout_settings wide = { .cols = 80, .width = { .ambiguous = 1 } }, narrow = wide;
	struct reader_spot spot;
	struct reader r;

	for (long i = 1; i <= 40; i++)
		sample_block(d, BLOCK_PARAGRAPH, "1.", i,
		             "A paragraph that is long enough to need two lines at eighty cells, and "
		             "many more on a screen of twenty.");
	doc_index(d);
	reader_init(&r, d, wide, 20);
	reader_jump_number(&r, 20);
	reader_scroll(&r, 4);
	spot = reader_spot_of(&r);
	reader_first(&r);
	reader_restore(&r, &spot);
	ok(r.top.block == reader_spot_of(&r).top.block && r.current.block == spot.current.block &&
	           r.home == spot.home && reader_spot_of(&r).top_gap == spot.top_gap,
	   "the same rows");
	narrow.cols = 20;
	reader_resize(&r, narrow, 5);
	reader_end(&r);
	reader_restore(&r, &spot);
	ok(r.current.block == spot.current.block && reader_current_row(&r) < 5,
	   "the same place on a small screen");
	reader_point(&r, (struct place){ 3, 20 });
	ok(r.current.block == 3 && r.current.byte == 20, "a place within a block");
	reader_release(&r);
}

int
main(void)
{
	steps();
	bound();
	spots();
	return tap_done();
}
