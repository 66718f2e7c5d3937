/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/notes.h"

#include "base/file.h"
#include "db_priv.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/duan-test-XXXXXX";

static const char *
path_of(const char *name)
{
	static struct buf path;

	buf_clear(&path);
	buf_addf(&path, "%s/%s", folder, name);
	return path.p;
}

static const struct kept_place place = { SLICE("annex_1!para_3"), SLICE("含水层"), 12, 30 };

static void
round_trips(void)
{
	struct arena arena = { 0 };
	struct kept_place other = place, got;
	struct notes *n, *second;
	struct err err;
	struct stat st;

	if (!ok(notes_open(path_of("a/notes.db"), &n, &err) == STATUS_OK, "opens"))
		return;
	ok(stat(path_of("a/notes.db"), &st) == 0 && (st.st_mode & 0777) == 0600, "file 0600");
	ok(stat(path_of("a"), &st) == 0 && (st.st_mode & 0777) == 0700, "folder 0700");
	ok(notes_get_place(n, SLICE("CFW/COP/2024/9@zh"), &arena, &got, &err) == STATUS_MISSING,
	   "no place yet");
	ok(notes_put_place(n, SLICE("CFW/COP/2024/9@zh"), &place, &err) == STATUS_OK, "kept");
	other.byte = 99;
	ok(notes_put_place(n, SLICE("CFW/COP/2024/9@zh"), &other, &err) == STATUS_OK, "kept again");
	ok(notes_open(path_of("a/notes.db"), &second, &err) == STATUS_OK, "two at once");
	ok(notes_get_place(second, SLICE("CFW/COP/2024/9@zh"), &arena, &got, &err) == STATUS_OK,
	   "the other one sees it");
	is(got.eid, "annex_1!para_3", "eId");
	is(got.quote, "含水层", "quotation");
	is_number(got.byte, 99, "the later one");
	notes_close(second);
	notes_close(n);
	arena_release(&arena);
}

static void
marks(void)
{
	struct arena arena = { 0 };
	struct kept_mark a = { 'a', SLICE("X/1"), place }, capital = { 'Q', SLICE("X/1"), place }, got;
	struct kept_mark *list;
	struct notes *n;
	struct err err;
	size_t n_marks;

	if (!ok(notes_open(path_of("a/notes.db"), &n, &err) == STATUS_OK, "opens again"))
		return;
	ok(notes_put_mark(n, &a, &err) == STATUS_OK && notes_put_mark(n, &capital, &err) == STATUS_OK,
	   "marks kept");
	ok(notes_get_mark(n, 'a', SLICE("X/1"), &arena, &got, &err) == STATUS_OK, "a is there");
	ok(notes_get_mark(n, 'a', SLICE("X/2"), &arena, &got, &err) == STATUS_MISSING,
	   "but not in another document");
	ok(notes_get_mark(n, 'Q', SLICE("X/2"), &arena, &got, &err) == STATUS_OK, "Q is everywhere");
	is(got.document, "X/1", "and leads to its document");
	ok(notes_list_marks(n, SLICE("X/1"), &arena, &list, &n_marks, &err) == STATUS_OK, "list");
	ok(n_marks == 2 && list[0].name == 'a' && list[1].name == 'Q', "of two, by name");
	notes_close(n);
	arena_release(&arena);
}

static void
write_file(const char *path, struct slice content)
{
	struct err err;

	if (file_write(path, content, &err) != STATUS_OK)
		ok(false, "%s", err_words(&err, UI_EN));
}

static void
refusals(void)
{
	struct notes *n;
	struct err err;
	struct buf after = { 0 };
	sqlite3 *later;

	write_file(path_of("a/bad.db"), SLICE("this is no database at all, it is a letter to a friend"));
	ok(notes_open(path_of("a/bad.db"), &n, &err) == STATUS_CORRUPT, "damaged");
	ok(strstr(err_words(&err, UI_EN), "bad.db") && !strchr(err_words(&err, UI_EN), '\n'),
	   "one line that names the file");
	ok(file_read(path_of("a/bad.db"), &after, &err) == STATUS_OK && after.len == 54,
	   "and nothing is overwritten");
	sqlite3_open(path_of("a/later.db"), &later);
	sqlite3_exec(later, "PRAGMA user_version = 99", NULL, NULL, NULL);
	sqlite3_close(later);
	ok(notes_open(path_of("a/later.db"), &n, &err) == STATUS_NEWER, "a later schema");
	mkdir(path_of("open"), 0777);
	chmod(path_of("open"), 0777);
	ok(notes_open(path_of("open/notes.db"), &n, &err) == STATUS_DENIED, "a folder others may write to");
	buf_release(&after);
}

/* Each migration step with rows in the table before it; for now there is one step. */
static void
statements(void)
{
	static const char first[] =
#include "notes-001.inc"
		;
	static const char *const steps[] = { first, "ALTER TABLE place ADD COLUMN test TEXT" };
	struct db_schema one = { steps, 1 }, two = { steps, 2 };
	struct db *db;
	struct err err;
	bool all = true;

	if (!ok(db_open(path_of("a/steps.db"), &one, &db, &err) == STATUS_OK, "schema 1"))
		return;
	for (int i = 0; i < QUERIES; i++)
		all = all && db_statement(db, (enum query)i, &err) != NULL;
	ok(all, "every statement can be prepared");
	sqlite3_exec(db->handle, "INSERT INTO place VALUES ('d', 'e', 'q', 1, 2, 3)", NULL, NULL, NULL);
	db_close(db);
	ok(db_open(path_of("a/steps.db"), &two, &db, &err) == STATUS_OK, "a further step");
	ok(sqlite3_exec(db->handle, "UPDATE place SET test = 'x'", NULL, NULL, NULL) == SQLITE_OK &&
	           sqlite3_changes(db->handle) == 1,
	   "takes the rows along");
	db_close(db);
	ok(db_open(path_of("a/steps.db"), &one, &db, &err) == STATUS_NEWER, "and is not undone");
}

int
main(void)
{
	struct buf clean = { 0 };

	if (!mkdtemp(folder))
		tap_skip_all("no folder for scratch files");
	round_trips();
	marks();
	refusals();
	statements();
	buf_addf(&clean, "rm -rf '%s'", folder);
	if (system(clean.p) != 0)
		printf("# %s stays\n", folder);
	buf_release(&clean);
	return tap_done();
}
