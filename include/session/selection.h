/* SPDX-License-Identifier: ISC */
/*
 * The caret in the text and what is selected with it: characters (v) or whole paragraphs (V).
 *
 * The caret is the reader's current place; a selection goes from the anchor to it, both ends
 * included.  It lives in the text of one document in one pane and is forgotten when another comes up.
 */
#ifndef DUAN_SESSION_SELECTION_H
#define DUAN_SESSION_SELECTION_H

#include "doc/doc.h"

struct session;

enum selection_kind {
	SELECTION_NONE,       /* not even a caret */
	SELECTION_CARET,      /* moves by characters and words; nothing is selected */
	SELECTION_WORDS,      /* from one grapheme cluster to another */
	SELECTION_PARAGRAPHS, /* whole blocks */
};

struct selection {
	enum selection_kind kind; /* ask selection_kind() */
	const struct doc *doc;    /* it is in; borrowed */
	unsigned pane;            /* and of which pane */
	struct place anchor;      /* of SELECTION_WORDS and SELECTION_PARAGRAPHS */
	struct place row_at;      /* where j and k came to last, */
	int col;                  /* and the cell that they keep to */
};

/* From the first byte to one past the last: end.byte is in end.block, not before start. */
struct selection_span {
	struct place start, end;
	bool is_paragraphs; /* all of their blocks */
};
/* In the document on the screen. */
enum selection_kind selection_kind(struct session *s);
/* False if nothing is selected. */
bool selection_span(struct session *s, struct selection_span *out);
/* No caret and no selection any more: to be called by what was done to it. */
void selection_clear(struct session *s);

/* v, V: SELECTION_WORDS brings the caret first, then selects; SELECTION_PARAGRAPHS selects at once.
 * The same again goes back to the caret alone. */
void selection_start(struct session *s, enum selection_kind kind);
/* o: the caret goes to the other end. */
void selection_swap(struct session *s);
/* Motions of the caret, n times; negative: back.  Words as ICU finds them. */
void selection_by_character(struct session *s, long n);
void selection_by_word(struct session *s, long n);
void selection_to_word_end(struct session *s, long n);
/* The same without a caret. */
void selection_by_sentence(struct session *s, long n);
void selection_by_row(struct session *s, long n);
/* The character of a line of the text that holds the cell, or the one nearest to it. */
struct reader;
struct line;
size_t selection_byte_at(const struct reader *r, size_t block, const struct line *line, int col);
/* To the first or the last character of the row. */
void selection_to_row_edge(struct session *s, bool last);

#endif
