/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/backup.h"

#include "base/file.h"
#include "notes_priv.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTES 200

static char folder[] = "/tmp/duan-test-XXXXXX";

static const char *
path_of(const char *name)
{
	static struct buf path;

	buf_clear(&path);
	buf_addf(&path, "%s/%s", folder, name);
	return path.p;
}

static enum status
put(struct notes *n, long number, struct err *err)
{
	struct arena arena = { 0 };
	struct note note = { .id = arena_printf(&arena, "%032lx", number),
		             .document = SLICE("X/1"),
		             .text = arena_printf(&arena, "note %ld, see A/70/%ld; %0300d", number,
		                                  number, 0),
		             .rival = -1 };
	enum status status = note_put(n, &note, err);

	arena_release(&arena);
	return status;
}

static void
fill(const char *path, long count)
{
	struct notes *n = NULL;
	struct err err;
	enum status status = notes_open(path, &n, &err);

	if (status == STATUS_OK) /* many, quickly */
		sqlite3_exec(n->db->handle, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
	for (long i = 1; i <= count && status == STATUS_OK; i++)
		status = put(n, i, &err);
	ok(status == STATUS_OK, "%ld notes", count);
	notes_close(n);
}

static long
count_in(const char *path)
{
	struct note_counts counts = { .notes = -1 };
	struct notes *n = NULL;
	struct err err;

	if (notes_open(path, &n, &err) != STATUS_OK || note_count(n, &counts, &err) != STATUS_OK)
		printf("# %s\n", err_words(&err, UI_EN));
	notes_close(n);
	return counts.notes;
}

static void
daily(void)
{
	struct buf today = { 0 };
	struct notes *n;
	struct stat st;
	struct err err;

	fill(path_of("a/notes.db"), 3);
	for (int day = 1; day <= 9; day++) {
		char name[64];

		snprintf(name, sizeof name, "a/notes.db.backup-2001-01-%02d", day);
		if (file_write(path_of(name), SLICE("x"), &err) != STATUS_OK)
			ok(false, "%s", err_words(&err, UI_EN));
		if (day == 9) /* of long ago, as its name says */
			(void)utimensat(0, path_of(name), (struct timespec[2]){ { 1, 0 }, { 1, 0 } }, 0);
	}
	if (!ok(notes_open(path_of("a/notes.db"), &n, &err) == STATUS_OK, "open"))
		return;
	ok(backup_daily(n, &err) == STATUS_OK && backup_daily(n, &err) == STATUS_OK, "once a day");
	notes_close(n);
	buf_add_str(&today, "a/notes.db.backup-");
	backup_add_date(&today);
	is_number(count_in(path_of(today.p)), 3, "a copy that opens");
	ok(stat(path_of(today.p), &st) == 0 && (st.st_mode & 0777) == 0600, "mode 0600");
	ok(access(path_of("a/notes.db.backup-2001-01-03"), F_OK) != 0 &&
	           access(path_of("a/notes.db.backup-2001-01-04"), F_OK) == 0,
	   "seven are kept");
	buf_release(&today);
}

/* Bytes from `start` to `end` (0: the end) become rubbish. */
static void
damage(const char *path, size_t start, size_t end)
{
	struct buf content = { 0 };
	struct err err;

	if (file_read(path, &content, &err) != STATUS_OK)
		ok(false, "%s", err_words(&err, UI_EN));
	if (end == 0 || end > content.len)
		end = content.len;
	if (start < end)
		memset(content.p + start, 0xA5, end - start);
	if (file_write(path, buf_slice(&content), &err) != STATUS_OK)
		ok(false, "%s", err_words(&err, UI_EN));
	buf_release(&content);
}

static void
rescued(const char *name, const char *log, size_t start, size_t end, long least, const char *what)
{
	struct backup_rescued r;
	struct buf before = { 0 }, after = { 0 };
	struct err err;
	long n;

	damage(path_of(name), start, end);
	if (log)
		unlink(path_of(log));
	if (file_read(path_of(name), &before, &err) != STATUS_OK)
		ok(false, "%s", err_words(&err, UI_EN));
	if (!ok(backup_rescue(path_of(name), &r, &err) == STATUS_OK && r.aside.len > 0, "%s: rescued", what))
		printf("# %s\n", err_words(&err, UI_EN));
	n = count_in(path_of(name));
	ok(n >= least, "%s: %ld of %d notes, %ld rows read", what, n, NOTES, r.n_read);
	ok(file_read(buf_str(&r.aside), &after, &err) == STATUS_OK &&
	           slice_eq(buf_slice(&before), buf_slice(&after)),
	   "%s: the damaged file lies aside as it was", what);
	buf_release(&r.aside);
	buf_release(&before);
	buf_release(&after);
}

static void
rescues(void)
{
	struct backup_rescued r;
	struct err err;

	fill(path_of("b/notes.db"), NOTES);
	is_number(backup_rescue(path_of("b/notes.db"), &r, &err), STATUS_OK, "a good one");
	ok(r.aside.len == 0, "is left as it is");
	rescued("b/notes.db", NULL, 200, 0, NOTES, "all pages gone, with the log");
	fill(path_of("c/notes.db"), NOTES);
	rescued("c/notes.db", NULL, 0, 0, NOTES, "all bytes gone, with the log");
	fill(path_of("d/notes.db"), NOTES);
	rescued("d/notes.db", "d/notes.log", 90000, 94000, NOTES * 3 / 4, "some pages gone, without the log");
	if (file_write(path_of("e.db"), SLICE("a letter to a friend"), &err) != STATUS_OK)
		ok(false, "%s", err_words(&err, UI_EN));
	is_number(backup_rescue(path_of("e.db"), &r, &err), STATUS_CORRUPT, "what is not ours stays");
}

int
main(void)
{
	struct buf clean = { 0 };

	if (!mkdtemp(folder))
		tap_skip_all("no folder for scratch files");
	daily();
	rescues();
	buf_addf(&clean, "rm -rf '%s'", folder);
	if (system(clean.p) != 0)
		printf("# %s stays\n", folder);
	buf_release(&clean);
	return tap_done();
}
