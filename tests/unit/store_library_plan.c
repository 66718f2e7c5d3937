/* SPDX-License-Identifier: ISC */
/* How SQLite goes about each statement: none reads all of a table that grows with the text. */
#include "config.h"

#include "store/library.h"

#include "library_priv.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/duan-test-XXXXXX";

static const char *const names[QUERIES] = {
#define QUERY(file, constant, sql) [QUERY_##constant] = #constant,
#include "query.def"
#undef QUERY
};

/* `duan check` looks at everything, and may. */
static bool
reads_everything(enum query query)
{
	return strncmp(names[query], "CHECK_", 6) == 0 || strncmp(names[query], "CLEAR_", 6) == 0 ||
	       query == QUERY_SIZE;
}

/* "SCAN l USING INDEX …": a table that grows, or what the statements call it. */
static bool
is_scan(struct slice step)
{
	static const char *const growing[] = { "block",  "citation", "c",     "link", "l",
		                               "remark", "source",   "spine", "spot", "symbol", "term" };
	struct slice word;

	if (!slice_next(&step, ' ', &word) || !slice_is(word, "SCAN"))
		return slice_find(step, SLICE("AUTOMATIC"), 0) != SLICE_NONE;
	if (!slice_next(&step, ' ', &word))
		return false;
	for (size_t i = 0; i < sizeof growing / sizeof *growing; i++)
		if (slice_is(word, growing[i]))
			return true;
	return false;
}

static void
plan(sqlite3 *handle, enum query query)
{
	char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", db_sql(query));
	sqlite3_stmt *s = NULL;
	bool scans = false;

	if (sqlite3_prepare_v2(handle, sql, -1, &s, NULL) != SQLITE_OK)
		printf("# %s\n", sqlite3_errmsg(handle));
	while (s && sqlite3_step(s) == SQLITE_ROW) {
		struct slice step = db_column_kept(s, 3);

		if (!is_scan(step))
			continue;
		scans = true;
		printf("# %.*s\n", SLICE_ARG(step));
	}
	ok(s && !scans, "%s", names[query]);
	sqlite3_finalize(s);
	sqlite3_free(sql);
}

int
main(void)
{
	struct library *l = NULL;
	sqlite3 *handle = NULL;
	struct buf path = { 0 };
	struct err err;

	ok(is_scan(SLICE("SCAN l")) && is_scan(SLICE("SCAN block USING INDEX x")), "scans are seen");
	ok(!is_scan(SLICE("SEARCH l USING PRIMARY KEY (key=?)")), "and what is none");
	if (!mkdtemp(folder))
		tap_skip_all("no folder for scratch files");
	buf_addf(&path, "%s/library.db", folder);
	if (library_open(path.p, &l, &err) == STATUS_OK)
		library_close(l);
	if (sqlite3_open(path.p, &handle) == SQLITE_OK && tokenizer_register(handle) == SQLITE_OK)
		for (int i = 0; i < QUERIES; i++)
			if (db_query_file((enum query)i) == DB_LIBRARY && !reads_everything((enum query)i))
				plan(handle, (enum query)i);
	sqlite3_close(handle);
	unlink(path.p);
	rmdir(folder);
	buf_release(&path);
	return tap_done();
}
