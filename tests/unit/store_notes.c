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

/* Opening `name` gives this status and one line of words that names the file or its folder. */
static void
refuses(const char *name, enum status want, const char *what)
{
	struct slice part, rest = slice_from(name);
	struct notes *n = NULL;
	struct err err;
	char first_part[20];

	slice_next(&rest, '/', &part);
	snprintf(first_part, sizeof first_part, "/%.*s", SLICE_ARG(part));

	is_number(notes_open(path_of(name), &n, &err), want, "%s", what);
	ok(strstr(err_words(&err, UI_EN), first_part) && strstr(err_words(&err, UI_ZH), first_part) &&
	           !strchr(err_words(&err, UI_EN), '\n'),
	   "one line that says where");
}

static void
sql(const char *name, const char *statements)
{
	sqlite3 *db;

	if (sqlite3_open(path_of(name), &db) != SQLITE_OK ||
	    sqlite3_exec(db, statements, NULL, NULL, NULL) != SQLITE_OK)
		ok(false, "%s: %s", name, sqlite3_errmsg(db));
	sqlite3_close(db);
}

static void
damaged(void)
{
	struct buf before = { 0 }, after = { 0 };
	struct kept_place got;
	struct arena arena = { 0 };
	struct notes *n;
	struct err err;

	write_file(path_of("a/bad.db"), SLICE("this is no database at all, it is a letter to a friend"));
	refuses("a/bad.db", STATUS_CORRUPT, "no database");
	ok(file_read(path_of("a/bad.db"), &after, &err) == STATUS_OK && after.len == 54,
	   "and nothing is overwritten");
	/* The header is right, the tables' pages are not. */
	if (!ok(notes_open(path_of("a/torn.db"), &n, &err) == STATUS_OK &&
	                notes_put_place(n, SLICE("X/1"), &place, &err) == STATUS_OK,
	        "a good one"))
		return;
	notes_close(n);
	if (file_read(path_of("a/torn.db"), &before, &err) != STATUS_OK)
		ok(false, "%s", err_words(&err, UI_EN));
	memset(before.p + 4096, 0xA5, before.len - 4096);
	write_file(path_of("a/torn.db"), buf_slice(&before));
	if (ok(notes_open(path_of("a/torn.db"), &n, &err) == STATUS_OK, "opens: nothing was asked")) {
		is_number(notes_get_place(n, SLICE("X/1"), &arena, &got, &err), STATUS_CORRUPT,
		          "torn pages");
		is_number(notes_put_place(n, SLICE("X/1"), &place, &err), STATUS_CORRUPT,
		          "are not written on");
		notes_close(n);
	}
	ok(file_read(path_of("a/torn.db"), &after, &err) == STATUS_OK &&
	           slice_eq(buf_slice(&before), buf_slice(&after)),
	   "and stay as they are");
	buf_release(&before);
	buf_release(&after);
	arena_release(&arena);
}

static void
refusals(void)
{
	struct notes *n = NULL;

	sql("a/later.db", "PRAGMA user_version = 99; PRAGMA application_id = 0x6475614E");
	refuses("a/later.db", STATUS_NEWER, "a later schema");
	sql("a/other.db", "CREATE TABLE bookmarks (url)");
	refuses("a/other.db", STATUS_UNREADABLE, "another program's database");
	mkdir(path_of("open"), 0777);
	chmod(path_of("open"), 0777);
	refuses("open/notes.db", STATUS_DENIED, "a folder others may write to");
	chmod(path_of("open"), 0775);
	refuses("open/notes.db", STATUS_DENIED, "a folder the group may write to");
	mkdir(path_of("link"), 0700);
	ok(symlink("../open/real.db", path_of("link/notes.db")) == 0, "a link");
	write_file(path_of("open/real.db"), SLICE(""));
	ok(notes_open(path_of("link/notes.db"), &n, NULL) == STATUS_DENIED, "that leads into such a folder");
	write_file(path_of("file"), SLICE(""));
	refuses("file/notes.db", STATUS_IO, "a folder that is a file");
	refuses("a", STATUS_DENIED, "a file that is a folder");
}

/* What was kept is read, what cannot be kept is said. */
static void
read_only(void)
{
	struct arena arena = { 0 };
	struct kept_place got;
	struct notes *n;
	struct err err;

	if (geteuid() == 0) /* may write everywhere */
		(void)!chown(folder, 65534, 65534), (void)!seteuid(65534);
	if (!ok(notes_open(path_of("ro/notes.db"), &n, &err) == STATUS_OK &&
	                notes_put_place(n, SLICE("X/1"), &place, &err) == STATUS_OK,
	        "while it can be written to"))
		return;
	notes_close(n);
	chmod(path_of("ro/notes.db"), 0400);
	chmod(path_of("ro"), 0500);
	refuses("ro/new.db", STATUS_DENIED, "a new file in a folder that cannot be written to");
	if (ok(notes_open(path_of("ro/notes.db"), &n, &err) == STATUS_OK, "the old one opens")) {
		is_number(notes_get_place(n, SLICE("X/1"), &arena, &got, &err), STATUS_OK,
		          "and is read");
		is_number(notes_put_place(n, SLICE("X/1"), &place, &err), STATUS_DENIED,
		          "but not changed");
		notes_close(n);
	}
	chmod(path_of("ro"), 0700);
	(void)!seteuid(getuid());
	(void)!chown(folder, getuid(), getgid());
	arena_release(&arena);
}

/* Two programs that keep things in turn, and one that is in the way. */
static void
two_at_once(void)
{
	struct kept_place got;
	struct arena arena = { 0 };
	struct notes *one, *two;
	struct err err;
	int64_t version;
	bool all = true;

	if (!ok(notes_open(path_of("b/notes.db"), &one, &err) == STATUS_OK &&
	                notes_open(path_of("b/notes.db"), &two, &err) == STATUS_OK,
	        "both open"))
		return;
	for (long i = 1; i <= 50; i++) {
		struct kept_place p = { .block = i };
		enum status status = notes_put_place(i % 2 ? one : two, SLICE("X/1"), &p, &err);

		all = all && status == STATUS_OK &&
		      notes_get_place(i % 2 ? two : one, SLICE("X/1"), &arena, &got, &err) == STATUS_OK &&
		      got.block == i;
	}
	ok(all, "each sees at once what the other kept");
	version = notes_version(one);
	is_number(notes_version(one), version, "nothing was written since");
	if (notes_put_place(two, SLICE("X/2"), &(struct kept_place){ .block = 1 }, &err) == STATUS_OK)
		ok(notes_version(one) != version, "somebody else has written");
	notes_close(one);
	notes_close(two);
	arena_release(&arena);
}

static const char first[] =
#include "notes-001.inc"
	;
static const char second[] =
#include "notes-002.inc"
	;
static const char third[] =
#include "notes-003.inc"
	;

/* A step takes rows along, happens whole or not at all, and is not undone. */
static void
migrations(void)
{
	static const char *const steps[] = { first, "ALTER TABLE place ADD COLUMN test TEXT",
		                             "CREATE TABLE half (x); SELECT nonsense" };
	struct db_schema one = { .application = 7, .step = steps, .n_steps = 1 }, two = one, broken = one;
	struct db *db;
	struct err err;

	two.n_steps = 2;
	broken.n_steps = 3;
	if (!ok(db_open(path_of("a/steps.db"), &one, &db, &err) == STATUS_OK, "schema 1"))
		return;
	sqlite3_exec(db->handle, "INSERT INTO place VALUES ('d', 'e', 'q', 1, 2, 3)", NULL, NULL, NULL);
	db_close(db);
	ok(db_open(path_of("a/steps.db"), &two, &db, &err) == STATUS_OK, "a further step");
	ok(sqlite3_exec(db->handle, "UPDATE place SET test = 'x'", NULL, NULL, NULL) == SQLITE_OK &&
	           sqlite3_changes(db->handle) == 1,
	   "takes the rows along");
	db_close(db);
	ok(db_open(path_of("a/steps.db"), &one, &db, &err) == STATUS_NEWER, "is not undone");
	ok(db_open(path_of("a/steps.db"), &broken, &db, &err) == STATUS_IO, "a step that fails");
	if (!ok(db_open(path_of("a/steps.db"), &two, &db, &err) == STATUS_OK, "leaves the old schema"))
		return;
	ok(sqlite3_exec(db->handle, "SELECT * FROM half", NULL, NULL, NULL) != SQLITE_OK,
	   "and nothing half done");
	db_close(db);
}

/* A file of version 1 as it was shipped. */
static void
from_version_1(void)
{
	struct db_schema schema = { .application = NOTES_APPLICATION,
		                    .step = (const char *const[]){ first },
		                    .n_steps = 1 };
	struct arena arena = { 0 };
	struct kept_place got;
	struct kept_mark mark;
	struct notes *n;
	struct db *db;
	struct err err;

	if (!ok(db_open(path_of("a/version1.db"), &schema, &db, &err) == STATUS_OK, "version 1"))
		return;
	sqlite3_exec(db->handle,
	             "INSERT INTO place VALUES ('X/1', 'para_3', 'q', 1, 2, 3);"
	             "INSERT INTO mark VALUES ('X/1', 'a', 'X/1', 'para_4', 'q', 1, 2, 3)",
	             NULL, NULL, NULL);
	db_close(db);
	if (!ok(notes_open(path_of("a/version1.db"), &n, &err) == STATUS_OK, "is brought up to date"))
		return;
	ok(notes_get_place(n, SLICE("X/1"), &arena, &got, &err) == STATUS_OK, "with its places");
	is(got.eid, "para_3", "as they were");
	ok(notes_get_mark(n, 'a', SLICE("X/1"), &arena, &mark, &err) == STATUS_OK, "and marks");
	notes_close(n);
	arena_release(&arena);
}

static void
statements(void)
{
	struct notes *n;
	struct db_schema schema = { .application = NOTES_APPLICATION,
		                    .step = (const char *const[]){ first, second, third },
		                    .n_steps = 3 };
	struct db *db;
	struct err err;

	if (!ok(notes_open(path_of("a/notes.db"), &n, &err) == STATUS_OK &&
	                db_open(path_of("a/notes.db"), &schema, &db, &err) == STATUS_OK,
	        "open"))
		return;
	for (int i = 0; i < QUERIES; i++)
		if (db_query_file((enum query)i) == DB_NOTES)
			ok(db_statement(db, (enum query)i, &err) != NULL, "statement %d can be prepared",
			   i);
	db_close(db);
	notes_close(n);
}

int
main(void)
{
	struct buf clean = { 0 };

	if (!mkdtemp(folder))
		tap_skip_all("no folder for scratch files");
	round_trips();
	marks();
	damaged();
	refusals();
	read_only();
	two_at_once();
	migrations();
	from_version_1();
	statements();
	buf_addf(&clean, "rm -rf '%s'", folder);
	if (system(clean.p) != 0)
		printf("# %s stays\n", folder);
	buf_release(&clean);
	return tap_done();
}
