/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/screens.h"

#include "notes_priv.h"

enum status
screens_put(struct notes *n, struct slice library, struct slice screen, struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_PUT_SCREEN, err);

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, library);
	db_bind_text(s, 2, screen);
	return db_run(n->db, s, err);
}

enum status
screens_get(struct notes *n, struct slice library, struct arena *arena, struct slice *screen,
            struct err *err)
{
	sqlite3_stmt *s = db_statement(n->db, QUERY_GET_SCREEN, err);
	int code;

	if (!s)
		return db_failed(err);
	db_bind_text(s, 1, library);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		*screen = db_column_text(s, 0, arena);
	if (code == SQLITE_DONE) {
		sqlite3_reset(s);
		return STATUS_MISSING;
	}
	return db_end(n->db, s, code, err);
}
