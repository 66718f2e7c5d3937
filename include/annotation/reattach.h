/* SPDX-License-Identifier: ISC */
/*
 * Finding the place of a note in a text that has changed.
 *
 * Looked for, in this order: the same words in the same surroundings where they were; the same
 * anywhere; the most similar passage.  A passage that is not the same is taken only if it differs
 * from ours by less than half of what the passage most like ours did, and by clearly less than the
 * next best one: else a look-alike would be taken for it.  What is not certain is an orphan, with
 * the best guess to be shown.
 */
#ifndef DUAN_ANNOTATION_REATTACH_H
#define DUAN_ANNOTATION_REATTACH_H

#include "annotation/anchor.h"

enum reattach_result {
	REATTACH_SAME,    /* words and place as they were */
	REATTACH_MOVED,   /* the same words, elsewhere */
	REATTACH_CHANGED, /* the place is found, its words are others */
	REATTACH_ORPHAN,
	REATTACH_RESULTS
};
const char *reattach_name(enum reattach_result result); /* "same" … */
struct words reattach_words(enum reattach_result result);

struct reattach_found {
	enum reattach_result result;
	bool has_range;            /* always but for some orphans */
	struct anchor_range range; /* of an orphan: a guess */
};
/* Of a note made in the same language version (or a draft of it). */
void reattach_find(const struct flat *f, const struct note *note, struct reattach_found *out);
/* The note as it is to be kept: same and moved get a new anchor; changed a new place, and the
 * quotation that it had; an orphan stays where it was. */
void reattach_apply(const struct flat *f, const struct reattach_found *found, struct arena *arena,
                    struct note *note);

/* What became of the notes of a document. */
struct reattach_entry {
	struct note before, after;
	enum reattach_result result;
};
struct reattach_report {
	struct reattach_entry *v;
	size_t n;
	size_t count[REATTACH_RESULTS];
};
/*
 * Finds all notes of the document again that were made in its language version, and not in these
 * very bytes, and keeps what came of it.
 */
enum status reattach_document(struct notes *n, const struct doc *d, struct arena *arena,
                              struct reattach_report *out, struct err *err) MUST_USE;
/*
 * Copies the notes on one document to another, a draft's to its final version; those that are not
 * found there stay behind and are reported as orphans.  Again it changes nothing.
 */
enum status reattach_carry(struct notes *n, struct slice from, const struct doc *to,
                           struct arena *arena, struct reattach_report *out, struct err *err) MUST_USE;
/* An orphan or a changed note is accepted where it is (or where the guess is), or moved to a range:
 * a new anchor, one step of undo.  STATUS_MISSING, err set, if there is no place for it. */
enum status reattach_accept(struct notes *n, const struct doc *d, struct slice id,
                            const struct anchor_range *range, struct arena *arena, struct note *out,
                            struct err *err) MUST_USE;

#endif
