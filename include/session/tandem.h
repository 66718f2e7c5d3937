/* SPDX-License-Identifier: ISC */
/*
 * Two panes that keep in step: a document beside itself in another language, or beside another
 * version of it; or any two, row by row.
 *
 * Where the texts are aligned (compare/alignment.h), empty rows in front of blocks make what belongs
 * together begin on one row of the screen: whatever is missing on one side is a gap there.
 */
#ifndef DUAN_SESSION_TANDEM_H
#define DUAN_SESSION_TANDEM_H

#include "compare/alignment.h"
#include "compare/change.h"
#include "layout/layout.h"

struct session;

enum tandem_kind {
	TANDEM_NONE,
	TANDEM_LANGUAGES,
	TANDEM_VERSIONS, /* what changed is marked */
	TANDEM_ROWS,     /* nothing is aligned: the other pane moves as many rows */
};

struct tandem {
	enum tandem_kind kind;
	unsigned pane[SIDES];
	const struct doc *doc[SIDES]; /* borrowed */
	struct layout *layout[SIDES]; /* borrowed */
	unsigned long generation[SIDES]; /* of the layouts, when the empty rows were last asked for */
	struct alignment alignment;
	struct tandem_side {
		struct tandem *of;
		enum side side;
	} side[SIDES];
	struct row top[SIDES]; /* of TANDEM_ROWS: where they were */
	size_t change; /* row of the alignment that ]c came to last, SLICE_NONE: none */
	struct place change_at; /* and where the reader was then */
};

/* The pane with the focus and another one keep in step from now on.  Of two versions the older one is
 * on the left of the alignment, wherever its pane is. */
void tandem_start(struct session *s, enum tandem_kind kind, unsigned other);
/* ^W y: with the next pane, as the documents are to each other; ends it if there is one. */
void tandem_toggle(struct session *s);
void tandem_end(struct session *s);
/* A layout is about to go, or to change its size. */
void tandem_forget(struct session *s, const struct layout *layout);
/* After sizes have changed. */
void tandem_fit(struct session *s);
/* After anything was done: the other pane comes along, also to another document. */
void tandem_follow(struct session *s);

/* ]c: the n-th change on, negative: back. */
void tandem_step_change(struct session *s, long n);
/* How many there are, where versions are beside each other, unless something went wrong. */
void tandem_say_changes(struct session *s);

/* What the layout shows of changes; SIDES if it is not one of those. */
enum side tandem_side_of(const struct session *s, const struct layout *layout);
/* Beside the first row of a block: + - ~ and so on; of two languages / where the other side has what
 * is searched for; empty if there is nothing to say. */
struct slice tandem_sign(const struct session *s, enum side side, size_t block);
/* The changed words of an edited block, in bytes of its text: appended to `out` in order.  Gives how
 * many, at most `max`. */
struct tandem_stretch {
	size_t start, end;
};
size_t tandem_changed(const struct session *s, enum side side, size_t block,
                      struct tandem_stretch *out, size_t max);

#endif
