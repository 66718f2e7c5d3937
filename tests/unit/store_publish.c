/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/publish.h"

#include "base/file.h"
#include "library_priv.h"
#include "store_sample.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/duan-test-XXXXXX";

/* Of the folder; owned by the arena. */
static const char *
at(struct arena *arena, const char *name)
{
	return arena_printf(arena, "%s/%s", folder, name).p;
}

static void
add(struct library *l, const char *symbol, const char *hash, struct arena *arena)
{
	struct doc *d = sample_new(symbol, "en", "A report", hash);

	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "Words of the report.");
	sample_add(l, d, "", arena);
}

static size_t
count(struct library *l)
{
	struct library_size size = { 0 };

	return library_measure(l, &size, NULL) == STATUS_OK ? size.n_documents : SIZE_MAX;
}

static struct library *
look(const char *path)
{
	struct library *l = NULL;
	struct err err;

	if (!ok(library_open(path, &l, &err) == STATUS_OK, "it opens"))
		printf("# %s\n", err_words(&err, UI_EN));
	return l;
}

static void
refuses(struct library *l, const char *path, const char *words)
{
	struct buf before = { 0 }, after = { 0 };
	struct err err;
	bool was_there = access(path, R_OK) == 0 && file_read(path, &before, &err) == STATUS_OK;
	enum status status = publish_snapshot(l, path, &err);

	ok(status != STATUS_OK && strstr(err_words(&err, UI_EN), words), "refused: %s", words);
	ok(!was_there || (file_read(path, &after, &err) == STATUS_OK &&
	                  slice_eq(buf_slice(&before), buf_slice(&after))),
	   "and left as it is");
	buf_release(&before);
	buf_release(&after);
}

static void
replaced(struct library *own, const char *path, struct arena *arena)
{
	struct library *old = look(path), *new = NULL;
	struct library_change change;
	struct doc *d = sample_new("X/9", "en", "No", "9");
	struct err err;

	if (!old)
		return;
	ok(library_is_snapshot(old) && !library_may_write(old), "its owner does not write to it either");
	doc_index(d);
	is_number(library_add(old, d, SLICE(""), arena, &change, &err), STATUS_DENIED, "nothing is added");
	doc_free(d);
	is_number((long)count(old), 1, "what was there is in it");
	add(own, "X/2", "2", arena);
	is_number(publish_snapshot(own, path, &err), STATUS_OK, "published again");
	is_number((long)count(old), 1, "who has it open goes on with that");
	new = look(path);
	is_number((long)(new ? count(new) : 0), 2, "who opens it now has the new one");
	library_close(new);
	library_close(old);
}

static void
publishes(struct arena *arena)
{
	const char *path = at(arena, "public.db");
	struct library *l = look(at(arena, "own/library.db"));
	struct stat st;
	struct err err;

	if (!l)
		return;
	add(l, "X/1", "1", arena);
	if (!ok(publish_snapshot(l, path, &err) == STATUS_OK, "published"))
		printf("# %s\n", err_words(&err, UI_EN));
	ok(stat(path, &st) == 0 && (st.st_mode & 0777) == 0644, "everybody may read it");
	replaced(l, path, arena);
	ok(access(at(arena, "public.db-wal"), F_OK) != 0 && access(at(arena, "public.db-shm"), F_OK) != 0 &&
	           access(at(arena, "public.db.new"), F_OK) != 0 &&
	           access(at(arena, "public.db.new-journal"), F_OK) != 0,
	   "nothing lies beside it");
	refuses(l, library_name(l), "is the library itself");
	if (file_write(at(arena, "letter"), SLICE("dear friend"), &err) != STATUS_OK)
		ok(false, "%s", err_words(&err, UI_EN));
	refuses(l, at(arena, "letter"), "is no published library");
	refuses(l, at(arena, "none/public.db"), "No such file");
	refuses(l, at(arena, "own/"), "is a folder");
	if (mkdir(at(arena, "open"), 0777) == 0 && chmod(at(arena, "open"), 0777) == 0)
		refuses(l, at(arena, "open/public.db"), "others may write");
	library_close(l);
}

int
main(void)
{
	struct arena arena = { 0 };
	struct buf clean = { 0 };

	if (!mkdtemp(folder))
		tap_skip_all("no folder for scratch files");
	publishes(&arena);
	arena_release(&arena);
	buf_addf(&clean, "rm -rf '%s'", folder);
	if (system(clean.p) != 0)
		printf("# %s stays\n", folder);
	buf_release(&clean);
	return tap_done();
}
