/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"
#include "command_priv.h"
#include "store/journal.h"
#include "text/utf8.h"

#include <string.h>

#define TEXT_MAX ((size_t)1 << 20) /* bytes: more is no note */

/* What was written, as UTF-8 and without the line end of the shell. */
static enum status
read_text(const char *argument, struct arena *arena, struct slice *out, struct err *err)
{
	struct buf read = { 0 }, good = { 0 };
	enum status status = STATUS_OK;

	if (strcmp(argument, "-") == 0)
		status = file_read("-", &read, err);
	else
		buf_add_str(&read, argument);
	if (status == STATUS_OK && read.len > TEXT_MAX)
		status = err_set(err, STATUS_TOO_BIG, "a note holds at most %zu bytes",
		                 "批注最长 %zu 字节", TEXT_MAX);
	if (status == STATUS_OK) {
		utf8_repair(buf_slice(&read), &good);
		*out = arena_copy(arena, slice_trim(buf_slice(&good)));
	}
	buf_release(&read);
	buf_release(&good);
	return status;
}

static enum status
save(const struct call *call, struct notes *notes, struct note *note, struct err *err)
{
	enum status status = note_put(notes, note, err);

	if (status == STATUS_OK)
		note_output_saved(call, note);
	return status;
}

/* note REF TEXT */
static enum status
write_new(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	char id[NOTE_ID_LEN + 1];
	struct note note = { .colour = call->settings->highlight };
	enum status status = STATUS_OK;

	note_make_id(id);
	note.id = slice_from(id);
	if (call->words.n > 1)
		status = read_text(call->words.v[1], arena, &note.text, err);
	if (status == STATUS_OK && note.text.len == 0 && note.colour == 0)
		status = err_set(err, STATUS_USAGE, "the note is empty", "批注是空的");
	note.kind = note.text.len > 0 ? NOTE_TEXT : NOTE_HIGHLIGHT;
	if (status == STATUS_OK)
		status = note_place_read(call, call->words.v[0], arena, &note, err);
	return status == STATUS_OK ? save(call, notes, &note, err) : status;
}

/* note --edit ID TEXT */
static enum status
edit(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	struct note note;
	enum status status = note_get(notes, slice_from(call->words.v[0]), arena, &note, err);

	if (status == STATUS_OK && call->words.n > 1)
		status = read_text(call->words.v[1], arena, &note.text, err);
	if (status != STATUS_OK)
		return status;
	if (call->settings->highlight > 0)
		note.colour = call->settings->highlight;
	if (note.kind == NOTE_HIGHLIGHT && note.text.len > 0)
		note.kind = NOTE_TEXT;
	return save(call, notes, &note, err);
}

/* All that were named, or none of them. */
static enum status
throw_away(const struct call *call, struct notes *notes, bool away, struct arena *arena,
           struct err *err)
{
	struct note *list = ARENA_ARRAY(arena, call->words.n, struct note);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < call->words.n && status == STATUS_OK; i++) {
		status = note_get(notes, slice_from(call->words.v[i]), arena, &list[i], err);
		list[i].trashed = away ? note_now() : 0;
	}
	if (status == STATUS_OK)
		status = note_put_all(notes, list, call->words.n, err);
	for (size_t i = 0; i < call->words.n && status == STATUS_OK; i++)
		note_output_saved(call, &list[i]);
	return status;
}

static enum status
go_back(const struct call *call, struct notes *notes, bool undo, struct arena *arena,
        struct err *err)
{
	struct journal_step step;
	enum status status = undo ? journal_undo(notes, arena, &step, err)
	                          : journal_redo(notes, arena, &step, err);

	if (status == STATUS_MISSING)
		return undo ? err_set(err, status, "there is nothing to undo", "没有可撤销的操作")
		            : err_set(err, status, "there is nothing to redo", "没有可重做的操作");
	for (size_t i = 0; status == STATUS_OK && i < step.n; i++) {
		struct note now = step.v[i].has_after ? step.v[i].after : step.v[i].before;

		now.trashed = step.v[i].has_after ? now.trashed : note_now();
		note_output_saved(call, &now);
	}
	return status;
}

static enum status
act(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	if (output_has_flag(call, "--undo"))
		return go_back(call, notes, true, arena, err);
	if (output_has_flag(call, "--redo"))
		return go_back(call, notes, false, arena, err);
	if (output_has_flag(call, "--trash"))
		return throw_away(call, notes, true, arena, err);
	if (output_has_flag(call, "--restore"))
		return throw_away(call, notes, false, arena, err);
	if (output_has_flag(call, "--edit"))
		return edit(call, notes, arena, err);
	return write_new(call, notes, arena, err);
}

/* How many words the call may have. */
static bool
fits(const struct call *call)
{
	size_t n = call->words.n;

	if (output_has_flag(call, "--undo") || output_has_flag(call, "--redo"))
		return n == 0;
	if (output_has_flag(call, "--trash") || output_has_flag(call, "--restore"))
		return n > 0;
	return n == 2 || (n == 1 && call->settings->highlight > 0);
}

int
run_note(const struct call *call)
{
	if (!fits(call))
		return output_usage(call->settings, "note", "takes a place and a text",
		                    "须指定一处和批注文字");
	return keep_do(call, act);
}
