/* SPDX-License-Identifier: ISC */
/*
 * Relatives of a document, by its symbol.
 */
#include "config.h"

#include "store/link.h"

#include "library_priv.h"

enum status
link_family(struct library *l, struct slice symbol, struct arena *arena,
            struct link_relative **out, size_t *n, struct err *err)
{
	(void)l, (void)symbol, (void)err;
	*out = ARENA_ARRAY(arena, 0, struct link_relative);
	*n = 0;
	return STATUS_OK;
}
