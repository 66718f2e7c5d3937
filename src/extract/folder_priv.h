/* SPDX-License-Identifier: ISC */
/*
 * A folder for one conversion, below $TMPDIR or /tmp, that nobody else may look into.
 */
#ifndef DUAN_EXTRACT_FOLDER_PRIV_H
#define DUAN_EXTRACT_FOLDER_PRIV_H

#include "base/buf.h"

struct folder {
	struct buf path;
	int lock; /* held as long as it is in use */
};

/* Takes away what earlier ones have left, then makes one; false, with errno, if it cannot. */
bool folder_make(struct folder *f);
/* Adds "PATH/NAME". */
void folder_add_name(const struct folder *f, const char *name, struct buf *out);
/* Removes it with all that is in it. */
void folder_remove(struct folder *f);

#endif
