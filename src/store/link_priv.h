/* SPDX-License-Identifier: ISC */
/*
 * Rows become links.
 */
#ifndef DUAN_STORE_LINK_PRIV_H
#define DUAN_STORE_LINK_PRIV_H

#include "base/vec.h"
#include "db_priv.h"
#include "store/link.h"

typedef VEC(struct link) link_list;

struct link_reader {
	struct library *library;
	struct arena *arena;
	struct link at; /* the last one read */
	int64_t block;  /* its block.id; -1 before the first */
};
/* A row that starts with CITATION_COLUMNS into r->at; `target` and `is_held` are the caller's. */
enum status link_read(struct link_reader *r, sqlite3_stmt *s, struct err *err) MUST_USE;
/* Moves the list to the caller. */
void link_hand_over(link_list *list, struct arena *arena, struct links *out);

#endif
