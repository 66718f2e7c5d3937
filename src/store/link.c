/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/link.h"

#include "base/map.h"
#include "base/vec.h"
#include "cite/target.h"
#include "library_priv.h"
#include "link_priv.h"

#include <stdlib.h>
#include <string.h>

static enum status
read_block(struct library *l, int64_t id, struct arena *arena, struct link *link, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_BLOCK, id, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW) {
		link->component = db_column_text(s, 0, arena);
		link->eid = db_column_text(s, 1, arena);
		link->label = db_column_text(s, 2, arena);
		link->text = db_column_text(s, 3, arena);
	}
	return db_end(l->db, s, code == SQLITE_DONE ? SQLITE_CORRUPT : code, err);
}

static enum status
read_paragraph(struct library *l, int64_t id, struct arena *arena, struct link *link,
               struct err *err)
{
	struct link paragraph = *link;
	enum status status = read_block(l, id, arena, &paragraph, err);

	if (slice_starts(paragraph.eid, "para_"))
		link->paragraph = paragraph.eid;
	return status;
}

/* Where the links stand, read once for all of a block: its text may be long, and they many. */
static enum status
enter_block(struct link_reader *r, int64_t block, int64_t paragraph, struct err *err)
{
	int64_t id = block >> LIBRARY_BLOCK_BITS;
	enum status status = STATUS_OK;

	if (block == r->block)
		return STATUS_OK;
	if (id != r->at.from.id)
		status = library_get(r->library, id, r->arena, &r->at.from, err);
	if (status == STATUS_MISSING)
		return db_refused(r->library->db, SQLITE_CORRUPT, err);
	r->block = block;
	r->at.block = (size_t)(block & (int64_t)(LIBRARY_BLOCKS_MOST - 1));
	r->at.paragraph = slice_from(NULL);
	if (status == STATUS_OK)
		status = read_block(r->library, block, r->arena, &r->at, err);
	if (status == STATUS_OK)
		status = read_paragraph(r->library, paragraph, r->arena, &r->at, err);
	return status;
}

enum status
link_read(struct link_reader *r, sqlite3_stmt *s, struct err *err)
{
	enum status status = enter_block(r, sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 9), err);

	r->at.citation = read_citation(s, r->arena);
	if (status == STATUS_OK && (r->at.citation.start > r->at.citation.end ||
	                            r->at.citation.end > r->at.text.len))
		return db_refused(r->library->db, SQLITE_CORRUPT, err);
	return status;
}

void
link_hand_over(link_list *list, struct arena *arena, struct links *out)
{
	out->n = list->n;
	out->v = ARENA_ARRAY(arena, list->n, struct link);
	if (list->n > 0)
		memcpy(out->v, list->v, list->n * sizeof *out->v);
	VEC_RELEASE(list);
}

/* Whether it is held, asked once a key. */
static bool
is_held(struct library *l, struct map *known, struct arena *arena, struct slice key)
{
	const long *answer = map_find(known, key);

	if (!answer) {
		*map_at(known, arena_copy(arena, key)) = link_is_held(l, key) ? 1 : -1;
		answer = map_find(known, key);
	}
	return *answer > 0;
}

/* "self#fn_5" as the document is called; as it is when it has no symbol. */
static struct slice
resolve(const struct target *t, struct slice one, struct slice self, struct arena *arena)
{
	struct slice behind = slice_skip(one, 4);

	if (t->scheme != TARGET_SELF || self.len == 0)
		return one;
	return arena_printf(arena, "doc:%.*s%.*s", SLICE_ARG(self), SLICE_ARG(behind));
}

/* A link for each target of the citation. */
static void
split(struct link_reader *r, struct map *known, link_list *list)
{
	struct slice rest = r->at.citation.target, before = rest;
	struct buf key = { 0 };
	struct target t;

	while (target_next(&rest, &t)) {
		struct link link = r->at;
		struct slice one = slice_sub(before, 0, before.len - rest.len);

		if (slice_ends(one, ";"))
			one.len--;
		before = rest;
		link.target = resolve(&t, one, link.from.symbol, r->arena);
		buf_clear(&key);
		target_key(&t, slice_from(NULL), &key);
		link.is_held = t.scheme == TARGET_SELF ||
		               (key.len > 0 && is_held(r->library, known, r->arena, buf_slice(&key)));
		VEC_PUSH(list, link);
	}
	buf_release(&key);
}

enum status
link_from(struct library *l, int64_t document, struct arena *arena, struct links *out,
          struct err *err)
{
	struct link_reader r = { .library = l, .arena = arena, .block = -1 };
	link_list list = { 0 };
	struct map known = { 0 };
	enum status status = library_begin(l, QUERY_BEGIN_READ, err);
	sqlite3_stmt *s = NULL;
	int code = SQLITE_DONE;

	if (status == STATUS_OK && !(s = library_ask_id(l, QUERY_LINKS_FROM, document, err)))
		status = db_failed(err);
	while (status == STATUS_OK && (code = sqlite3_step(s)) == SQLITE_ROW) {
		status = link_read(&r, s, err);
		if (status == STATUS_OK)
			split(&r, &known, &list);
	}
	if (s && status == STATUS_OK)
		status = db_end(l->db, s, code, err);
	else
		sqlite3_reset(s);
	status = library_end(l, status, err);
	map_release(&known);
	link_hand_over(&list, arena, out);
	return status;
}
