/* SPDX-License-Identifier: ISC */
/*
 * What was on the screen when the reader was left last, for each library: of notes.db.
 */
#ifndef DUAN_STORE_SCREENS_H
#define DUAN_STORE_SCREENS_H

#include "store/notes.h"

/* `library` is the path of its file; `screen` a text of the caller's. */
enum status screens_put(struct notes *n, struct slice library, struct slice screen,
                        struct err *err) MUST_USE;
/* STATUS_MISSING (err untouched) when there is none. */
enum status screens_get(struct notes *n, struct slice library, struct arena *arena,
                        struct slice *screen, struct err *err) MUST_USE;

#endif
