/* SPDX-License-Identifier: ISC */
/*
 * Snapshots of the library, for many readers.
 *
 * A library in WAL cannot be read well by who may not write beside it.  A snapshot is one file that
 * nobody ever changes: library_open() reads it without a lock, its owner too.  A new one takes its name
 * in one step; who has the old one open goes on with that.
 */
#ifndef DUAN_STORE_PUBLISH_H
#define DUAN_STORE_PUBLISH_H

#include "store/library.h"

/* Makes one at `path`, that everybody may read.  There may be an older one, and nothing else; the
 * folder must be there, and others may not write to it. */
enum status publish_snapshot(struct library *l, const char *path, struct err *err) MUST_USE;

#endif
