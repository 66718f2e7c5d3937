/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"
#include "command_priv.h"
#include "import/import.h"
#include "store/backup.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define WAIT_MS 500 /* nobody waits longer for a document to come up because another is being added */
#define RECENT 16   /* documents read last; some may have been removed since */

struct notes *
keep_notes(struct settings *s)
{
	struct notes *notes = NULL;
	struct err err;

	if (s->no_add && !s->notes) /* leaves nothing behind, unless it is said where */
		return NULL;
	if (notes_open(s->notes, &notes, &err) != STATUS_OK)
		output_error(s, &err);
	return notes;
}

struct notes *
keep_written_notes(struct settings *s)
{
	struct notes *notes = NULL;
	struct buf path = { 0 };
	struct err err;

	if (notes_path(s->notes, &path, NULL) == STATUS_OK && access(buf_str(&path), F_OK) == 0 &&
	    notes_open(s->notes, &notes, &err) != STATUS_OK)
		output_error(s, &err);
	buf_release(&path);
	return notes;
}

void
keep_close(struct settings *s, struct notes *notes)
{
	struct err err;

	if (notes && backup_daily(notes, &err) != STATUS_OK)
		output_error(s, &err);
	notes_close(notes);
}

int
keep_do(const struct call *call, enum status (*act)(const struct call *call, struct notes *notes,
                                                    struct arena *arena, struct err *err))
{
	struct arena arena = { 0 };
	struct notes *notes = NULL;
	struct err err;
	enum status status = notes_open(call->settings->notes, &notes, &err);

	if (status == STATUS_OK)
		status = act(call, notes, &arena, &err);
	fflush(stdout); /* it is said before today's copy is made */
	if (status != STATUS_OK)
		output_error(call->settings, &err);
	keep_close(call->settings, notes);
	arena_release(&arena);
	if (status == STATUS_USAGE)
		return EXIT_USAGE;
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}

/* Who only reads makes no library where there is none. */
static bool
is_wanted(const struct settings *s)
{
	struct buf path = { 0 };
	bool wanted = !s->no_add;

	if (!wanted && library_path(s->library, &path, NULL) == STATUS_OK)
		wanted = access(buf_str(&path), F_OK) == 0;
	buf_release(&path);
	return wanted;
}

struct library *
keep_library(struct settings *s)
{
	struct library *l = NULL;
	struct err err;

	if (!is_wanted(s))
		return NULL;
	if (shelf_open(s, &l, &err) != STATUS_OK) {
		output_error(s, &err);
		return NULL;
	}
	library_wait(l, WAIT_MS);
	return l;
}

/* Who reads a library of others does not want to add to it.  A refusal is said once, not for each
 * file. */
static void
add(const struct call *call, struct library *l, const struct doc *d, const char *path)
{
	struct library_change change;
	struct arena arena = { 0 };
	struct err err;

	if (!library_may_write(l))
		return;
	if (library_add(l, d, slice_from(path), &arena, &change, &err) != STATUS_OK &&
	    !call->settings->has_complaint)
		output_error(call->settings, &err);
	arena_release(&arena);
}

static enum status
open_file(const struct call *call, struct library *l, const char *path, struct doc **out,
          struct err *err)
{
	char *absolute = realpath(path, NULL);
	enum status status = STATUS_MISSING;
	int64_t id;

	if (absolute &&
	    library_held_file(l, slice_from(absolute), SLICE(""), &id, NULL) == STATUS_OK)
		status = library_load(l, id, out, NULL);
	if (status != STATUS_OK) {
		status = import_file(&call->settings->convert, path, out, err);
		if (status == STATUS_OK && absolute)
			add(call, l, *out, absolute);
	}
	free(absolute);
	return status;
}

enum status
keep_open(const struct call *call, struct library *l, const char *argument, struct doc **out,
          struct slice *place, struct err *err)
{
	struct arena arena = { 0 };
	struct reference r;
	enum status status;

	reference_read(argument, &r);
	if (!l || call->settings->no_add || !r.is_file || slice_is(r.whole, "-"))
		return document_open(call, argument, out, place, err);
	*place = r.place;
	status = open_file(call, l, arena_copy(&arena, r.whole).p, out, err);
	arena_release(&arena);
	return status;
}

/* Of those read last the first that is still held. */
static enum status
find_recent(const struct call *call, struct kept kept, struct arena *arena,
            struct library_document *out, struct err *err)
{
	enum status status = STATUS_MISSING;
	struct slice *documents;
	size_t n = 0;

	if (!kept.notes || notes_recent(kept.notes, RECENT, arena, &documents, &n, NULL) != STATUS_OK)
		n = 0;
	for (size_t i = 0; status == STATUS_MISSING && i < n; i++) {
		struct reference r;

		reference_read(arena_copy(arena, documents[i]).p, &r);
		status = library_find(kept.library, r.name, r.language, shelf_language(call->settings), arena,
		                      out, err);
	}
	return status;
}

static enum status
find_first(struct library *l, struct arena *arena, struct library_document *out, struct err *err)
{
	struct library_documents all;
	enum status status = library_complete(l, SLICE(""), 1, arena, &all, err);

	if (status == STATUS_OK && all.n == 0)
		return err_set(err, STATUS_MISSING, "the library is empty; name a file, or see duan add",
		               "文献库是空的；请写文件名，或用 duan add 添加");
	if (status == STATUS_OK)
		*out = all.v[0];
	return status;
}

enum status
keep_last(const struct call *call, struct kept kept, struct doc **out, struct err *err)
{
	struct library_document found;
	struct arena arena = { 0 };
	enum status status;

	if (!kept.library)
		return err_set(err, STATUS_MISSING, "there is no library yet; name a file, or see duan add",
		               "还没有文献库；请写文件名，或用 duan add 添加");
	status = find_recent(call, kept, &arena, &found, err);
	if (status == STATUS_MISSING)
		status = find_first(kept.library, &arena, &found, err);
	if (status == STATUS_OK)
		status = library_load(kept.library, found.id, out, err);
	arena_release(&arena);
	return status;
}
