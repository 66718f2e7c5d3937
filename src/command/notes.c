/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/reattach.h"
#include "command_priv.h"

/* The text on which a note is looked for now. */
static enum status
open_of_note(const struct call *call, const struct note *note, struct arena *arena,
             struct doc **out, struct err *err)
{
	struct library_document held;
	struct library *l;
	enum status status = note_place_document(call, note->document, note->version, arena, &held, err);

	if (status == STATUS_OK)
		status = shelf_open(call->settings, &l, err);
	return status == STATUS_OK ? library_load(l, held.id, out, err) : status;
}

static enum status
accept_one(const struct call *call, struct notes *notes, const char *id, struct arena *arena,
           struct err *err)
{
	struct doc *d = NULL;
	struct note note;
	enum status status = note_get(notes, slice_from(id), arena, &note, err);

	if (status == STATUS_OK)
		status = open_of_note(call, &note, arena, &d, err);
	if (status == STATUS_OK)
		status = reattach_accept(notes, d, note.id, NULL, arena, &note, err);
	if (status == STATUS_OK)
		note_output_saved(call, &note);
	doc_free(d);
	return status;
}

/* notes --accept ID... */
static enum status
accept(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < call->words.n && status == STATUS_OK; i++)
		status = accept_one(call, notes, call->words.v[i], arena, err);
	return status;
}

/* notes --move ID REF */
static enum status
move(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	struct note note, place = { 0 };
	enum status status = note_get(notes, slice_from(call->words.v[0]), arena, &note, err);

	if (status == STATUS_OK)
		status = note_place_read(call, call->words.v[1], arena, &place, err);
	if (status != STATUS_OK)
		return status;
	place.id = note.id;
	place.kind = note.kind;
	place.language = note.language.len > 0 ? place.version : note.language;
	place.colour = note.colour;
	place.text = note.text;
	place.tags = note.tags;
	place.created = note.created;
	place.trashed = note.trashed;
	status = note_put(notes, &place, err);
	if (status == STATUS_OK)
		note_output_saved(call, &place);
	return status;
}

static void
print_report(const struct call *call, const struct reattach_report *r)
{
	struct buf line = { 0 };

	for (size_t i = 0; i < r->n; i++) {
		const struct reattach_entry *e = &r->v[i];
		struct buf cell = { 0 };

		buf_clear(&line);
		output_cell(&line, slice_from(words_in(reattach_words(e->result), call->settings->ui)));
		output_cell(&line, slice_sub(e->before.id, 0, 8));
		note_reference(&e->before, &cell);
		output_cell(&line, buf_slice(&cell));
		buf_clear(&cell);
		if (e->result != REATTACH_ORPHAN)
			note_reference(&e->after, &cell);
		output_cell(&line, buf_slice(&cell));
		buf_add_byte(&line, '\n');
		output_text(buf_slice(&line));
		buf_release(&cell);
	}
	buf_release(&line);
}

/* notes --carry DRAFT FINAL */
static enum status
carry(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	struct reattach_report report = { 0 };
	struct note from = { 0 };
	struct doc *final = NULL;
	struct slice place;
	enum status status = note_place_read(call, call->words.v[0], arena, &from, err);

	if (status == STATUS_OK)
		status = document_open(call, call->words.v[1], &final, &place, err);
	if (status == STATUS_OK)
		status = reattach_carry(notes, from.document, final, arena, &report, err);
	if (status == STATUS_OK)
		print_report(call, &report);
	doc_free(final);
	return status;
}

static enum status
list(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	const char *reference = call->words.n > 0 ? call->words.v[0] : NULL;
	struct note_list found = { 0 };
	enum note_which which = output_has_flag(call, "--orphans") ? NOTE_ORPHANS
	                        : output_has_flag(call, "--trash") ? NOTE_TRASH
	                                                           : NOTE_ALL;
	enum status status = note_place_list(call, notes, reference, which, arena, &found, err);

	if (status == STATUS_OK)
		note_output(call, &found);
	return status;
}

static enum status
act(const struct call *call, struct notes *notes, struct arena *arena, struct err *err)
{
	if (output_has_flag(call, "--accept"))
		return accept(call, notes, arena, err);
	if (output_has_flag(call, "--move"))
		return move(call, notes, arena, err);
	if (output_has_flag(call, "--carry"))
		return carry(call, notes, arena, err);
	return list(call, notes, arena, err);
}

static bool
fits(const struct call *call)
{
	if (output_has_flag(call, "--accept"))
		return call->words.n > 0;
	if (output_has_flag(call, "--move") || output_has_flag(call, "--carry"))
		return call->words.n == 2;
	return call->words.n <= 1;
}

int
run_notes(const struct call *call)
{
	if (!fits(call))
		return output_usage(call->settings, "notes",
		                    "takes a document or place; --accept ids, --move an id and a place, "
		                    "--carry two documents",
		                    "可指定一份文件或其中一处；--accept 后写编号，--move 后写编号和去处，"
		                    "--carry 后写两份文件");
	return keep_do(call, act);
}
