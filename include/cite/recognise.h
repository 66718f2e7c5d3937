/* SPDX-License-Identifier: ISC */
/*
 * Citations in a stretch of text (domain.md, A-D and F.4; Editorial Manual, "res-dec-sys-ident").
 *
 * A recogniser goes through a document from its first stretch to its last and remembers what later
 * ones refer to: the document cited last (其中, 上述报告), the one of the footnote before (同上, ibid.),
 * the organ that speaks, short names bound by definition (下称《公约》), the article, section and annex
 * the text stands in.
 */
#ifndef DUAN_CITE_RECOGNISE_H
#define DUAN_CITE_RECOGNISE_H

#include "base/arena.h"
#include "base/buf.h"
#include "cite/citation.h"

/* What the document that holds the text says of itself; everything may be empty.  Borrowed: must
 * outlive the recogniser. */
struct cite_context {
	struct slice root;    /* symbol root of the citing document, "CAC/COSP" */
	struct slice session; /* "8" */
	struct slice treaty;  /* default treaty, "UNCAC"; empty: the root's */
	struct slice body;    /* issuing body when it is not the root's, "E/CN.7" */
	struct slice self;    /* own symbols, ';' between them */
	struct slice prev;    /* document cited last before the text */
	bool verbatim;        /* a meeting record */
};

/* What the stretch is: decides what it may refer to and what refers to it. */
enum stretch {
	STRETCH_TEXT,
	STRETCH_HEADING,  /* a section starts: full names of treaties bind until the next one */
	STRETCH_FOOTNOTE, /* "ibid." is the footnote before */
	STRETCH_ANNEX,    /* heading of an annex: definitions made inside end with it */
	STRETCH_TABLE,    /* columns may be torn: nothing is surer than CITATION_MEDIUM */
};

struct recogniser;
struct recogniser *recogniser_new(const struct cite_context *context);
void recogniser_free(struct recogniser *r); /* NULL is fine */

/*
 * The citations of the text, by start, not overlapping; their slices live in the arena or in static
 * tables.  Gives how many.  Never fails; linear in the length of the text, whatever it holds.
 */
size_t recognise(struct recogniser *r, struct slice text, enum stretch what, struct arena *arena,
                 struct citation **out);

/* The text that follows stands in this article of a treaty: 本条.  For headings that are labels. */
void recognise_article(struct recogniser *r, long article);

/*
 * The resolution or decision whose text begins under the heading of a report: "第 7/5 号决议",
 * "Resolution 5/3  Monitoring", "决定 1/CP.21".  Appends its target, "res:CAC/COSP:7/5"; false if the
 * heading begins none or the one it begins has a document of its own.
 */
bool recognise_holding(struct slice heading, const struct cite_context *context, struct buf *target);

#endif
