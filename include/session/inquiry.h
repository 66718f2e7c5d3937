/* SPDX-License-Identifier: ISC */
/*
 * Asking the library: what is typed after g/, the results that come while it is typed, and the way
 * from them into documents and back.
 *
 * Keys never wait for the library: inquiry_wait() looks at a part of it when there is nothing else
 * to do, as session_timeout_ms() says.
 */
#ifndef DUAN_SESSION_INQUIRY_H
#define DUAN_SESSION_INQUIRY_H

#include "session/prompt.h"
#include "session/results.h"
#include "session/view.h"

struct session;

struct inquiry {
	struct prompt prompt; /* open: a query is being typed */
	bool has_history;     /* of the prompt: searches of earlier sessions are in it */
	bool is_shown;        /* results of what is being typed lie over what was there */
	struct results *next; /* of what was typed last, nothing looked at yet; owned */
	struct err complaint; /* about what is being typed */
	bool has_complaint;
	bool is_cut;          /* what was pasted had no room */
	struct prompt name;   /* open: the name for a search */
	struct buf named;     /* that search; owned */
};
/* Of a pane: the way back to results that a document was opened from. */
struct inquiry_way {
	struct view kept;   /* VIEW_RESULTS; owned */
	size_t home, depth; /* where the history was when the results came up; at that document */
};
void inquiry_release(struct inquiry *q);

/* g/ */
void inquiry_open(struct session *s);
void inquiry_type(struct session *s, codepoint key);
void inquiry_paste(struct session *s, struct slice text);
/* What is wrong with what is being typed; empty: nothing. */
struct slice inquiry_remark(const struct session *s);
/* Looks for words without a prompt, as a query. */
void inquiry_look(struct session *s, struct slice query);
/* g*: the selection, the link here, what is searched for, the word here; else the prompt. */
void inquiry_word(struct session *s);

/* Something is left to be looked at: inquiry_wait() does a part of it. */
bool inquiry_is_waiting(const struct session *s);
void inquiry_wait(struct session *s);
/* ^L: results on the screen are looked for anew, as the library is now. */
void inquiry_again(struct session *s);
/* Fetches the words of the results in sight. */
void inquiry_settle(struct session *s);

/* Results are on the screen, perhaps below a preview; NULL: they are not. */
struct view *inquiry_view(struct session *s);
/* Opens the current one, its matches marked as those of a search in the document. */
void inquiry_go(struct session *s);
/* The same in the other pane. */
void inquiry_go_other(struct session *s);
/* Another document comes up: results on the screen are kept for the way back. */
void inquiry_keep(struct session *s);
/* ^O: back to the results; false if the document was not come to from there. */
bool inquiry_back(struct session *s);
/* ]d: opens the n-th document on in the results; false if the document is none of theirs. */
bool inquiry_step_document(struct session *s, long n);

/* S: the search of the results or of the list of searches gets a name.  dd in that list: it goes. */
void inquiry_save(struct session *s);
void inquiry_name_type(struct session *s, codepoint key);
void inquiry_forget(struct session *s);

#endif
