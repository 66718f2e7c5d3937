/* SPDX-License-Identifier: ISC */
/*
 * Searches of the library that the reader made, and those that were given a name: of notes.db.
 */
#ifndef DUAN_STORE_SEARCHES_H
#define DUAN_STORE_SEARCHES_H

#include "store/notes.h"

#define SEARCHES_MAX 500 /* remembered; older ones are forgotten, those with a name never */

struct kept_search {
	struct slice name; /* empty: it was made, not saved */
	struct slice query;
};

/* The last one made, wherever it was before. */
enum status searches_remember(struct notes *n, struct slice query, struct err *err) MUST_USE;
/* Under a name; what had it before gives way. */
enum status searches_save(struct notes *n, struct slice name, struct slice query,
                          struct err *err) MUST_USE;
/* No longer kept, under its name or as one that was made. */
enum status searches_forget(struct notes *n, const struct kept_search *search,
                            struct err *err) MUST_USE;
/* Those with a name, by name; the others, the latest first. */
enum status searches_list(struct notes *n, struct arena *arena, struct kept_search **out,
                          size_t *n_out, struct err *err) MUST_USE;

#endif
