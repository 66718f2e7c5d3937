/* SPDX-License-Identifier: ISC */
/*
 * What the files about fetching share.
 */
#ifndef DUAN_COMMAND_FETCH_PRIV_H
#define DUAN_COMMAND_FETCH_PRIV_H

#include "annotation/reattach.h"
#include "command_priv.h"

/* A document that is to be had. */
struct fetch_wanted {
	struct slice symbol;   /* as a key */
	struct slice language; /* empty: that of the interface, else another */
};

/* What there is to fetch with. */
struct fetch_means {
	const struct call *call;
	struct library *library;
	struct notes *notes; /* NULL: none */
	bool shows_progress;
};

/* A document that was fetched, or was there. */
struct fetch_got {
	struct library_document held;
	struct library_change change;
	struct reattach_report notes;
	struct slice address; /* where it came from; empty: it was there */
	struct slice missing; /* languages it was looked for in vain, "zh, ru"; may be empty */
};

/*
 * Gets it and adds it to the library; nothing is added when that fails.  Results in the arena.
 * STATUS_IO: the way there; STATUS_CANCELLED: somebody has interrupted.
 */
enum status fetch_get(const struct fetch_means *m, const struct fetch_wanted *w, struct arena *arena,
                      struct fetch_got *out, struct err *err) MUST_USE;
/* ^C waits in the mask for us to look. */
bool fetch_is_interrupted(void);

#endif
