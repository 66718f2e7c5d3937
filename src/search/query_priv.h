/* SPDX-License-Identifier: ISC */
/*
 * A query taken apart, and asked about documents and paragraphs.
 */
#ifndef DUAN_SEARCH_QUERY_PRIV_H
#define DUAN_SEARCH_QUERY_PRIV_H

#include "search/find.h"
#include "store/library.h"
#include "store/note.h"

enum query_kind {
	QUERY_WORDS,
	QUERY_FIELD,
	QUERY_AND,
	QUERY_OR,
	QUERY_NOT, /* only `left` */
};
enum query_field {
	QUERY_SYMBOL,
	QUERY_TITLE,
	QUERY_LANG,
	QUERY_BODY,
	QUERY_DATE,
	QUERY_IN,
	QUERY_NOTE,
	QUERY_FIELDS
};

struct query {
	enum query_kind kind;
	struct query *left, *right;
	struct slice text;  /* words, or the value of the field */
	enum query_field field;
	struct find *find;  /* of words and titles; owned */
	bool is_symbol;     /* words: a match ends where the symbol does */
	bool by_sound;      /* words: the index does not know them */
	bool holds;         /* a field: of the document asked about last */
	const struct note **notes; /* note: those that have the words */
	size_t n_notes;
	bool is_here;       /* note: one of them is on the paragraph asked about last */
};

/* In the arena, but for `find`: query_release().  STATUS_USAGE with the place if it is not one. */
enum status query_parse(struct slice text, struct arena *arena, struct query **out,
                        struct err *err) MUST_USE;
void query_release(struct query *q); /* NULL is fine */
/* Words joined by OR, as if they had been typed in quotation marks. */
struct query *query_any(const struct slice *words, size_t n, struct arena *arena);
/* Everything that sounds like what was typed. */
struct query *query_sounding(struct slice typed, struct arena *arena);

/* Is there any word to be looked for in texts? */
bool query_has_words(const struct query *q);
/* What was typed, if it may be a quotation: words alone; else empty. */
struct slice query_quotation(const struct query *q, struct slice typed);
/* Appends the expression for the full-text index; nothing: every paragraph is a candidate. */
void query_expression(const struct query *q, struct buf *out);
/* One very short word: the index is slow where that is frequent. */
bool query_is_beginning(const struct query *q);
/* Sets the fields to what they are of the document; false if no paragraph of it can be a hit. */
bool query_ask_document(struct query *q, const struct library_document *d);
/* query_note.c: notes count only when they were given; the list must stay. */
bool query_asks_notes(const struct query *q);
void query_take_notes(struct query *q, const struct note_list *list, struct arena *arena);
bool query_note_of(const struct query *q, const struct library_document *d);
struct query_place {
	size_t block;
	struct slice component, eid;
};
/* Sets the notes to what they are of the paragraph. */
void query_ask_place(struct query *q, const struct library_document *d, struct query_place at);
/* The paragraph, label and text, is a hit; matches of its words are counted. */
bool query_ask_text(const struct query *q, struct slice text, size_t *matches, struct find_span *first);
/* Adds the words that are looked for to *find, which may be NULL. */
void query_find(const struct query *q, struct find **find);
/* Matches of the words that are looked for. */
size_t query_marks(const struct query *q, struct slice text, struct find_span *out, size_t max);

#endif
