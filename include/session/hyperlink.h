/* SPDX-License-Identifier: ISC */
/*
 * Citations as links on the screen: how each looks, which one is current, which are in sight.
 *
 * What a link leads to is asked once and remembered until hyperlink_refresh(): nothing is looked
 * up again while the text is merely shown.
 */
#ifndef DUAN_SESSION_HYPERLINK_H
#define DUAN_SESSION_HYPERLINK_H

#include "base/arena.h"
#include "base/map.h"
#include "doc/doc.h"

#include <stdint.h>

struct session;

enum hyperlink_look {
	HYPERLINK_NONE,      /* damaged, or the document's name at its head: text like any other */
	HYPERLINK_RESOLVED,  /* at least one of its targets is there, or lies outside */
	HYPERLINK_MISSING,   /* cited, not held */
	HYPERLINK_UNCERTAIN, /* a guess */
};

/* What is known so far.  One of zeroes knows nothing. */
struct hyperlink_memory {
	struct map looks; /* key of a target and its container -> enum follow_state */
	struct arena arena;
	int64_t version; /* of the library, as it was then */
};
void hyperlink_release(struct hyperlink_memory *m);

/* Documents were opened, closed or added: everything is asked again when it is shown. */
void hyperlink_refresh(struct session *s);
/* The same if anybody has written to the library: links light up when a document arrives. */
void hyperlink_notice(struct session *s);
enum hyperlink_look hyperlink_look(struct session *s, const struct doc *d, const struct block *b,
                                   size_t citation);

/* The number of the address of a link that is shown, in s->weblinks; 0: it has none, or the
 * terminal is not told of them. */
uint16_t hyperlink_weblink(struct session *s, const struct doc *d, const struct block *b, size_t citation);
/*
 * The next address in the words of a text from byte *at up to `end`; it may begin before and go on
 * behind.  False if there is none, or the terminal is not told.  *at moves to the end of what of it
 * is there.
 */
struct hyperlink_written {
	size_t start, end; /* of the whole */
	uint16_t link;
};
bool hyperlink_written(struct session *s, struct slice text, size_t *at, size_t end,
                       struct hyperlink_written *out);

/* The link that commands act on: the citation of the current block that starts where the reader
 * is, an index; SLICE_NONE. */
size_t hyperlink_current(struct session *s);
/* Tab: makes the n-th link from here the current one (negative: back), or the last one there is in
 * that direction.  False, and nothing moves, if there is none. */
bool hyperlink_step(struct session *s, long n);

/* A link in sight, and the cell of the screen where its visible part starts. */
struct hyperlink_seen {
	size_t block, index;
	int row, col;
};
/* In the order of the text; in the arena. */
size_t hyperlink_visible(struct session *s, struct arena *arena, struct hyperlink_seen **out);

/* Paragraphs of other documents that cite a block of the current document. */
size_t hyperlink_citing(struct session *s, size_t block);

#endif
