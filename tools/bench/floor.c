/* SPDX-License-Identifier: ISC */
/*
 * The least that a reader of documents in a library can cost: a screen of curses, one row of SQLite,
 * a line breaker of ICU.  tools/bench measures the start of duan beside it.
 * usage: bench-floor LIBRARY
 */
#include "config.h"

#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <unicode/ubrk.h>

static bool
touch_library(const char *path)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *row = NULL;
	bool is_read = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
	               sqlite3_prepare_v2(db, "SELECT title FROM document LIMIT 1", -1, &row, NULL) ==
	                   SQLITE_OK &&
	               sqlite3_step(row) == SQLITE_ROW;

	sqlite3_finalize(row);
	sqlite3_close(db);
	return is_read;
}

static bool
touch_breaker(void)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *lines = ubrk_open(UBRK_LINE, "zh", NULL, 0, &status);

	ubrk_close(lines);
	return U_SUCCESS(status);
}

int
main(int argc, char **argv)
{
	(void)setlocale(LC_ALL, "");
	if (argc != 2 || !touch_breaker() || !touch_library(argv[1]))
		return 1;
	(void)initscr();
	(void)addstr("floor");
	(void)refresh();
	(void)getch();
	(void)endwin();
	return 0;
}
