/* SPDX-License-Identifier: ISC */
/*
 * A session with two reports that cite each other, and keys to play on it.
 */
#ifndef DUAN_TESTS_LINK_SAMPLE_H
#define DUAN_TESTS_LINK_SAMPLE_H

#include "sample_doc.h"
#include "session/script.h"
#include "session/session.h"
#include "tap.h"

#include <string.h>

/* The words of the last block cite `target`; in the order of the text. */
static inline void
link_words(struct doc *d, const char *words, const char *target)
{
	struct block *b = &d->blocks[d->n_blocks - 1];
	struct citation *more = ARENA_ARRAY(&d->arena, b->n_citations + 1, struct citation);
	size_t start = slice_find(b->text, slice_from(words),
	                          b->n_citations > 0 ? b->citations[b->n_citations - 1].end : 0);

	if (b->n_citations > 0)
		memcpy(more, b->citations, b->n_citations * sizeof *more);
	more[b->n_citations++] = (struct citation){ .start = start,
		                                    .end = start + strlen(words),
		                                    .confidence = CITATION_HIGH,
		                                    .target = slice_from(target) };
	b->citations = more;
}

/* Twenty paragraphs; number 2 cites paragraph 12 of the other, number 3 what is not here, number 4
 * two paragraphs at once, number 15 a guess. */
static inline struct doc *
link_report(const char *symbol, const char *other)
{
	struct doc *d = doc_new();

	d->symbols = ARENA_NEW(&d->arena, struct slice);
	d->symbols[0] = slice_from(symbol);
	d->n_symbols = 1;
	d->language = SLICE("en");
	d->title = arena_printf(&d->arena, "Report %s on wells", symbol);
	for (long i = 1; i <= 20; i++) {
		sample_block(d, BLOCK_PARAGRAPH, arena_printf(&d->arena, "%ld.", i).p, i,
		             "Wells, rivers, lakes and springs were spoken of at some length, so that "
		             "this needs two lines.");
		if (i == 2)
			link_words(d, "rivers", arena_printf(&d->arena, "doc:%s#para_12", other).p);
		if (i == 3)
			link_words(d, "lakes", "doc:A/70/1");
		if (i == 4) {
			link_words(d, "Wells", "self#para_7;self#para_9");
			link_words(d, "springs", "damaged:A/7?/1");
		}
		if (i == 15) {
			link_words(d, "length", "self#para_1");
			d->blocks[d->n_blocks - 1].citations->confidence = CITATION_LOW;
		}
	}
	doc_index(d);
	return d;
}

static inline struct session *
link_session(struct library *library)
{
	struct session *s = session_new((struct session_settings){ .ui = UI_EN,
		                                                    .width = { .ambiguous = 1 },
		                                                    .rows = 24,
		                                                    .cols = 80,
		                                                    .library = library });

	session_open(s, link_report("A/1/1", "A/2/2"), SLICE(""));
	session_open(s, link_report("A/2/2", "A/1/1"), SLICE(""));
	session_show(s, 0);
	return s;
}

static inline void
link_play(struct session *s, const char *keys)
{
	struct slice rest = slice_from(keys);

	while (!script_is_done(&rest)) {
		struct event e;
		struct err err;

		if (script_next(&rest, &e, &err) != STATUS_OK) {
			ok(false, "%s", err_words(&err, UI_EN));
			return;
		}
		session_handle(s, &e);
	}
}

/* The number of the paragraph that is current. */
static inline long
link_number(struct session *s)
{
	struct reader *r = &session_document(s)->reader;

	return doc_block(r->doc, r->current.block)->number;
}

#endif
