/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "notes_priv.h"

#include "base/vec.h"

#include <string.h>

enum status
note_put_draft(struct notes *n, const struct note *draft, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_PUT_DRAFT, err);
	struct buf json = { 0 };
	enum status status;

	if (!s)
		return db_failed(err);
	note_add_json(draft, &json);
	db_bind_text(s, 1, draft->id);
	db_bind_text(s, 2, draft->document);
	db_bind_text(s, 3, buf_slice(&json));
	buf_release(&json);
	status = db_run(n->db, s, err);
	return status;
}

enum status
note_drop_draft(struct notes *n, struct slice id, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_DROP_DRAFT, err);

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, id);
	return db_run(n->db, s, err);
}

enum status
note_drafts(struct notes *n, struct slice document, struct arena *arena, struct note_list *out,
            struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_DRAFTS, err);
	VEC(struct note) list = { 0 };
	int code;

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, document);
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		struct jsonread v;
		struct note note;
		size_t at;

		if (jsonread_text(db_column_text(s, 0, arena), arena, &v, &at) &&
		    note_read_json(&v, arena, &note))
			VEC_PUSH(&list, note);
	}
	out->n = list.n;
	out->v = ARENA_ARRAY(arena, list.n, struct note);
	if (list.n > 0)
		memcpy(out->v, list.v, list.n * sizeof *out->v);
	VEC_RELEASE(&list);
	return db_end(n->db, s, code, err);
}
