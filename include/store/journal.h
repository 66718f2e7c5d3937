/* SPDX-License-Identifier: ISC */
/*
 * Undo and redo of everything that was done to notes, across restarts.
 */
#ifndef DUAN_STORE_JOURNAL_H
#define DUAN_STORE_JOURNAL_H

#include "store/note.h"

#define JOURNAL_STEPS 1000 /* that are remembered */

/* What a step did to one note. */
struct journal_change {
	bool has_before, has_after;
	struct note before, after; /* after an undo `after` is what was before */
};
struct journal_step {
	struct journal_change *v; /* at least one */
	size_t n;
	long at; /* when it was done first */
};

/* Takes the last step back, or does the one taken back last again.  STATUS_MISSING, err untouched,
 * if there is none. */
enum status journal_undo(struct notes *n, struct arena *arena, struct journal_step *out,
                         struct err *err) MUST_USE;
enum status journal_redo(struct notes *n, struct arena *arena, struct journal_step *out,
                         struct err *err) MUST_USE;

#endif
