/* SPDX-License-Identifier: ISC */
/*
 * What the word at the end of the command line may become: commands, names of actions, settings and
 * their values, styles and looks, documents behind "open"; and what it means as it stands.
 *
 * Made anew with every key; what it holds lives until the next.
 */
#ifndef DUAN_SESSION_COMPLETION_H
#define DUAN_SESSION_COMPLETION_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "session/scroll.h"
#include "text/utf8.h"

struct session;

struct completion_candidate {
	struct slice word, help, keys; /* keys may be empty */
};

struct completion {
	struct arena arena; /* owns the words */
	VEC(struct completion_candidate) candidates;
	struct slice typed; /* the word as it was typed */
	size_t start;       /* byte of the line where it begins */
	struct buf preview; /* what the line does so far; never empty while the prompt is open */
	bool is_listed;     /* Tab was pressed: the candidates are on the screen */
	bool is_chosen;     /* one of them is on the line */
	struct scroll scroll; /* among them */
};
void completion_release(struct completion *c);

/* For what is typed after ':' now. */
void completion_make(struct session *s);
/* Tab: as much as all candidates share, then one after the other; S-Tab: back.  False: another key. */
bool completion_type(struct session *s, codepoint key);
/* Rows of candidates on a screen of so many, without the preview. */
int completion_rows(const struct completion *c, int body_rows);

#endif
