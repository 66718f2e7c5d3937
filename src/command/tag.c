/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

struct counted {
	struct slice name;
	size_t n;
};

static int
by_name(const void *a, const void *b)
{
	return slice_cmp(((const struct counted *)a)->name, ((const struct counted *)b)->name);
}

static void
print_tag(const struct call *call, struct slice name, size_t n)
{
	struct buf line = { 0 };
	struct json j;

	if (output_has_flag(call, "--json")) {
		json_init(&j, &line);
		json_object(&j);
		json_field(&j, "tag", name);
		json_field_number(&j, "notes", (long)n);
		json_object_end(&j);
	} else {
		output_cell(&line, name);
		buf_addf(&line, "\t%zu", n);
	}
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
}

/* Every tag and how many notes have it. */
static void
print_tags(const struct call *call, const struct note_list *list)
{
	VEC(struct counted) tags = { 0 };
	size_t same = 0;

	for (size_t i = 0; i < list->n; i++) {
		struct slice rest = list->v[i].tags, tag;

		while (note_next_tag(&rest, &tag))
			VEC_PUSH(&tags, ((struct counted){ tag, 1 }));
	}
	if (tags.n > 0)
		qsort(tags.v, tags.n, sizeof *tags.v, by_name);
	for (size_t i = 0; i < tags.n; i += same) {
		for (same = 1; i + same < tags.n && slice_eq(tags.v[i].name, tags.v[i + same].name);)
			same++;
		print_tag(call, tags.v[i].name, same);
	}
	VEC_RELEASE(&tags);
}

static enum status
list_tagged(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	struct note_list list;
	size_t n = 0;
	enum status status = note_list(notes, NOTE_ALL, arena, &list, err);

	if (status != STATUS_OK)
		return status;
	if (call->words.n == 0) {
		print_tags(call, &list);
		return STATUS_OK;
	}
	for (size_t i = 0; i < list.n; i++)
		if (note_has_tag(&list.v[i], slice_from(call->words.v[0])))
			list.v[n++] = list.v[i];
	list.n = n;
	note_output(call, &list);
	return STATUS_OK;
}

/* Digits as ids have them; a document's symbol has a slash. */
static bool
is_id(const char *word)
{
	size_t len = strlen(word);

	return len >= 4 && len <= NOTE_ID_LEN && strspn(word, "0123456789abcdef") == len;
}

/* The tags of a place are a note of their own kind: the one that is there, else a new one. */
static enum status
find_or_make(const struct call *call, struct notes *notes, struct arena *arena, struct note *out,
             struct err *err)
{
	struct note_list list;
	char id[NOTE_ID_LEN + 1];
	enum status status;

	if (is_id(call->words.v[0]))
		return note_get(notes, slice_from(call->words.v[0]), arena, out, err);
	note_make_id(id);
	*out = (struct note){ .id = arena_copy(arena, slice_from(id)), .kind = NOTE_TAG };
	status = note_place_read(call, call->words.v[0], arena, out, err);
	if (status == STATUS_OK)
		status = note_of_document(notes, out->document, SLICE(""), arena, &list, err);
	for (size_t i = 0; status == STATUS_OK && i < list.n; i++)
		if (list.v[i].kind == NOTE_TAG && list.v[i].scope == out->scope &&
		    slice_eq(list.v[i].eid, out->eid) && list.v[i].block == out->block &&
		    list.v[i].start == out->start && list.v[i].stop == out->stop) {
			*out = list.v[i];
			return STATUS_OK;
		}
	return status;
}

static enum status
change(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	bool remove = output_has_flag(call, "--remove");
	struct note note;
	enum status status = find_or_make(call, notes, arena, &note, err);

	for (size_t i = 1; status == STATUS_OK && i < call->words.n; i++) {
		struct slice tag = slice_from(call->words.v[i]);

		if (!utf8_is_valid(tag))
			return err_set(err, STATUS_USAGE, "a tag is text in UTF-8", "标签须为 UTF-8 文字");
		remove ? note_drop_tag(&note, tag, arena) : note_add_tag(&note, tag, arena);
	}
	if (status != STATUS_OK)
		return status;
	if (note.kind == NOTE_TAG && note.tags.len == 0) /* nothing is left of it */
		note.trashed = note_now();
	status = note_put(notes, &note, err);
	if (status == STATUS_OK)
		note_output_saved(call, &note);
	return status;
}

static enum status
act(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	return call->words.n < 2 ? list_tagged(call, notes, arena, err) : change(call, notes, arena, err);
}

int
run_tag(const struct call *call)
{
	return keep_do(call, act);
}
