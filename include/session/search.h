/* SPDX-License-Identifier: ISC */
/*
 * Searching in the view on the screen: words typed after / ? or &, and what matches them.
 *
 * The view follows while they are typed, as soon as no further key is there: search_pause() does it, when
 * session_timeout_ms() is 0.  Esc goes back to where it was, exactly.  What was searched for stays
 * marked until Esc is typed again, and n goes on from where the reader is.
 */
#ifndef DUAN_SESSION_SEARCH_H
#define DUAN_SESSION_SEARCH_H

#include "navigation/reader.h"
#include "search/find.h"
#include "session/prompt.h"
#include "session/scroll.h"

struct session;
struct view;

struct search {
	struct prompt prompt; /* open: the words are being typed; its sign says what Enter does */
	bool is_due;          /* the view has not followed yet what is typed */
	enum find_kind kind;
	struct find *find;    /* what is marked; NULL: nothing; owned */
	struct buf words;     /* searched for last; owned */
	bool back;            /* ? */
	struct find_list list; /* matches of the text that `about` is the address of */
	const void *about;
	struct find_hit hit;  /* where the search came to last */
	bool has_hit;
	struct find_hit before;   /* the same before the prompt was opened */
	const void *before_about; /* NULL: there was none */
	struct reader_spot spot; /* of the text when the prompt was opened */
	struct scroll scroll;    /* the same of a list */
};
void search_release(struct search *f);

/* `sign`: '/' on, '?' back, '&' the paragraphs that match as a list. */
void search_open(struct session *s, char sign);
void search_type(struct session *s, codepoint key);
void search_paste(struct session *s, struct slice text);
/* Something was typed that the view is to follow when there is nothing else to do. */
bool search_waits(const struct session *s);
void search_pause(struct session *s);
/* n, N: the n-th match from here, in the direction of the search; negative: against it. */
void search_step(struct session *s, long n);
/* *: the word at the reader's place, or the current link. */
void search_word(struct session *s);
/* Takes over what was searched for elsewhere: marked in the text, and n goes on from its first match
 * at the reader's place or behind.  NULL: nothing is marked. */
void search_take(struct session *s, struct find *find);
/* Nothing is marked any more. */
void search_clear(struct session *s);
/* The texts have changed or gone: nothing is remembered of where matches were. */
void search_forget(struct session *s);

/* What stands before the words in the prompt: "/", "[regex]/". */
struct slice search_sign(const struct session *s);
/* Matches of a text of the view, to be marked; at most `max`. */
size_t search_marks(struct session *s, const struct view *v, struct slice text,
                    struct find_span *out, size_t max);
/* The search came to this match of the block's text last. */
bool search_is_current(const struct session *s, const struct block *b, size_t block,
                       struct find_span span);

#endif
