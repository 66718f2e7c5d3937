/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"

static enum status
set(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	char id[NOTE_ID_LEN + 1];
	struct note note = { .kind = NOTE_BOOKMARK };
	enum status status = note_place_read(call, call->words.v[0], arena, &note, err);

	if (status != STATUS_OK)
		return status;
	note_make_id(id);
	note.id = slice_from(id);
	if (call->words.n > 1)
		note.text = slice_trim(slice_from(call->words.v[1]));
	status = note_put(notes, &note, err);
	if (status == STATUS_OK)
		note_output_saved(call, &note);
	return status;
}

int
run_bookmark(const struct call *call)
{
	if (call->words.n < 1 || call->words.n > 2)
		return output_usage(call->settings, "bookmark", "takes a place and perhaps a name",
		                    "须指定一处，可加名称");
	return keep_do(call, set);
}

int
run_bookmarks(const struct call *call)
{
	const char *reference = call->words.n > 0 ? call->words.v[0] : NULL;
	struct arena arena = { 0 };
	struct note_list list = { 0 };
	struct notes *notes = NULL;
	struct err err;
	size_t n = 0;
	enum status status;

	if (call->words.n > 1)
		return output_usage(call->settings, "bookmarks", "takes at most one document or place",
		                    "最多指定一份文件或其中一处");
	status = notes_open(call->settings->notes, &notes, &err);
	if (status == STATUS_OK)
		status = note_place_list(call, notes, reference, NOTE_ALL, &arena, &list, &err);
	for (size_t i = 0; status == STATUS_OK && i < list.n; i++)
		if (list.v[i].kind == NOTE_BOOKMARK)
			list.v[n++] = list.v[i];
	list.n = n;
	if (status == STATUS_OK)
		note_output(call, &list);
	else
		output_error(call->settings, &err);
	notes_close(notes);
	arena_release(&arena);
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}
