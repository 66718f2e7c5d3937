/* SPDX-License-Identifier: ISC */
/*
 * What is cited and not held.
 */
#include "config.h"

#include "store/link.h"

#include "base/map.h"
#include "base/vec.h"
#include "cite/target.h"
#include "library_priv.h"

#include <stdlib.h>
#include <string.h>

typedef VEC(struct link_missing) missing_list;

/* What a library could hold: documents, and what stands in documents. */
static bool
is_wanted(struct slice target)
{
	static const char *const schemes[] = { "doc:", "res:", "dec:", "treaty:", "gc:" };

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (slice_starts(target, schemes[i]))
			return true;
	return false;
}

/* The columns of MISSING and TARGET. */
static struct link_missing
read_missing(sqlite3_stmt *s, struct arena *arena)
{
	return (struct link_missing){ .target = db_column_text(s, 0, arena),
		                      .container = db_column_text(s, 1, arena),
		                      .url = db_column_text(s, 2, arena),
		                      .n_documents = (size_t)sqlite3_column_int64(s, 3),
		                      .n_citations = (size_t)sqlite3_column_int64(s, 4) };
}

/* The report that holds a resolution is here. */
static bool
has_container(struct library *l, const struct link_missing *m)
{
	struct buf key = { 0 };
	bool held;

	if (m->container.len == 0)
		return false;
	library_key(m->container, &key);
	held = link_is_held(l, buf_slice(&key));
	buf_release(&key);
	return held;
}

static enum status
read_all(struct library *l, struct arena *arena, missing_list *list, struct err *err)
{
	sqlite3_stmt *s = db_statement(l->db, QUERY_MISSING, err);
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		if (is_wanted(db_column_kept(s, 0)))
			VEC_PUSH(list, read_missing(s, arena));
	return db_end(l->db, s, code, err);
}

static enum status
read_one(struct library *l, struct slice key, struct arena *arena, missing_list *list,
         struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_TARGET, key, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		VEC_PUSH(list, read_missing(s, arena));
	return db_end(l->db, s, code, err);
}

static enum status
read_document(struct library *l, int64_t document, struct arena *arena, missing_list *list,
              struct err *err)
{
	struct map seen = { 0 };
	struct buf key = { 0 };
	struct links links;
	enum status status = link_from(l, document, arena, &links, err);

	for (size_t i = 0; status == STATUS_OK && i < links.n; i++) {
		struct slice rest = links.v[i].target;
		struct target t;

		buf_clear(&key);
		if (!links.v[i].is_held && is_wanted(rest) && target_next(&rest, &t))
			target_key(&t, slice_from(NULL), &key);
		if (key.len == 0 || map_find(&seen, buf_slice(&key)))
			continue;
		*map_at(&seen, arena_copy(arena, buf_slice(&key))) = 1;
		status = read_one(l, buf_slice(&key), arena, list, err);
	}
	buf_release(&key);
	map_release(&seen);
	return status;
}

static int
compare(const void *one, const void *two)
{
	const struct link_missing *a = one, *b = two;

	if (a->n_documents != b->n_documents)
		return a->n_documents > b->n_documents ? -1 : 1;
	if (a->n_citations != b->n_citations)
		return a->n_citations > b->n_citations ? -1 : 1;
	return slice_cmp(a->target, b->target);
}

enum status
link_missing(struct library *l, int64_t document, struct arena *arena, struct link_missing **out,
             size_t *n, struct err *err)
{
	missing_list list = { 0 };
	enum status status = document ? read_document(l, document, arena, &list, err)
	                              : read_all(l, arena, &list, err);

	*n = 0;
	*out = ARENA_ARRAY(arena, list.n, struct link_missing);
	for (size_t i = 0; i < list.n && status == STATUS_OK; i++)
		if (!has_container(l, &list.v[i]))
			(*out)[(*n)++] = list.v[i];
	if (*n > 0)
		qsort(*out, *n, sizeof **out, compare);
	VEC_RELEASE(&list);
	return status;
}
