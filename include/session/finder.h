/* SPDX-License-Identifier: ISC */
/*
 * Opening a document by what a person types of its symbol or title: a prompt, and what fits so far
 * in the rows above it.
 */
#ifndef DUAN_SESSION_FINDER_H
#define DUAN_SESSION_FINDER_H

#include "session/prompt.h"
#include "session/scroll.h"
#include "store/library.h"

struct session;

#define FINDER_MOST 100 /* candidates */

struct finder_candidate {
	struct slice symbol, language, title; /* in the finder's arena */
	size_t document; /* open, or SLICE_NONE */
	int64_t held;    /* of the library, or 0 */
};

struct finder {
	struct prompt prompt; /* open: the finder is on the screen */
	struct arena arena;
	VEC(struct finder_candidate) candidates;
	struct scroll scroll; /* among them */
};
void finder_release(struct finder *f);

void finder_open(struct session *s);
void finder_type(struct session *s, codepoint key);
void finder_paste(struct session *s, struct slice text);
/* Looks for what fits, without the prompt. */
void finder_look(struct session *s, struct slice words);
/* Opens the first that fits; "A/70/1@en": in this language. */
void finder_go(struct session *s, struct slice words);
/* Rows of candidates that are shown on a screen of so many. */
int finder_rows(const struct finder *f, int body_rows);

#endif
