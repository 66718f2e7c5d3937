/* SPDX-License-Identifier: ISC */
/*
 * Bodies that number their resolutions (organs.def): which one a number can be of, and the target.
 */
#ifndef DUAN_CITE_ORGAN_PRIV_H
#define DUAN_CITE_ORGAN_PRIV_H

#include "base/buf.h"
#include "number_priv.h"

enum organ_id {
	ORGAN_NONE,
#define ORGAN(id, root, numbering, res, dec, most, treaty) ORGAN_##id,
#include "organs.def"
	ORGANS,
	ORGAN_HERE, /* a conference that the table does not know: that of the citing document */
};

/* The body whose documents bear the root ("E/CN.7", "FCCC/KP/CMP"), or a key ("CMW"). */
enum organ_id organ_of_root(struct slice root);
/* A name that says which only in its document: "the Conference". */
bool organ_is_short(enum organ_id id);
bool organ_is_foreign(enum organ_id id);
/* Key of its treaty, "" if it has none. */
const char *organ_treaty(enum organ_id id);
/* "CESCR": how its comments and cases are filed; empty for bodies without. */
const char *organ_name(enum organ_id id);
/* `session` above 0: no session of it is later. */
bool organ_may_number(enum organ_id id, const struct number *n, long session);
/* Numbers of years: decision 2019/19. */
bool organ_counts_years(enum organ_id id);
/* Appends the target of a resolution or decision; nothing if the body has none of them. */
void organ_target(enum organ_id id, bool decision, const struct number *n, struct buf *out);

#endif
