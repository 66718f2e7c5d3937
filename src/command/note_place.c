/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/anchor.h"
#include "cite/symbol.h"
#include "cite/target.h"
#include "command_priv.h"

/* The words in the blocks from `start` to `end`. */
static bool
find_words(const struct flat *f, size_t start, size_t end, struct slice words,
           struct anchor_range *out)
{
	for (size_t i = start; i < end; i++)
		if (anchor_words(f, i, words, out))
			return true;
	return false;
}

static enum status
attach(const struct call *call, const struct doc *d, struct slice place, struct arena *arena,
       struct note *note, struct err *err)
{
	const char *words = call->settings->words;
	struct anchor_range range;
	struct flat *f;
	size_t start, end;
	enum status status = document_part(d, place, &start, &end, err);

	if (status != STATUS_OK)
		return status;
	if (!words && place.len == 0) {
		anchor_to_document(d, arena, note);
		return STATUS_OK;
	}
	f = flat_new(d);
	range = anchor_block(d, start);
	if (words && !find_words(f, start, end, slice_from(words), &range))
		status = err_set(err, STATUS_MISSING, "%s: these words are not there", "%s：该处没有这些文字",
		                 words);
	else
		anchor_to_range(f, range, words ? NOTE_WORDS : NOTE_PARAGRAPH, arena, note);
	flat_free(f);
	return status;
}

enum status
note_place_read(const struct call *call, const char *argument, struct arena *arena,
                struct note *note, struct err *err)
{
	struct doc *d = NULL;
	struct slice place;
	enum status status = document_open(call, argument, &d, &place, err);

	if (status == STATUS_OK)
		status = attach(call, d, place, arena, note, err);
	if (status == STATUS_OK && output_has_flag(call, "--bound"))
		note->language = note->version;
	doc_free(d);
	return status;
}

enum status
note_place_document(const struct call *call, struct slice document, struct slice language,
                    struct arena *arena, struct library_document *out, struct err *err)
{
	struct reference r = { .whole = document, .name = document, .language = language };

	return document_held(call, &r, arena, out, err);
}

/* What notes on the document that a person names are filed under. */
static enum status
read_document(const struct call *call, const struct reference *r, struct arena *arena,
              struct slice *document, struct err *err)
{
	struct library_document held;
	struct buf key = { 0 };
	enum status status = document_held(call, r, arena, &held, err);

	if (status == STATUS_OK) {
		*document = held.symbol.len > 0 ? held.symbol
		                                : arena_printf(arena, "sha256:%.*s", SLICE_ARG(held.sha256));
	} else if (!r->is_file && reference_is_symbol(r)) {
		symbol_key(r->name, &key);
		*document = arena_copy(arena, buf_slice(&key));
		buf_release(&key);
		status = STATUS_OK;
	}
	return status;
}

static bool
is_on(const struct note *note, struct slice document, struct slice language, struct slice place)
{
	return (slice_eq(note->document, document) || symbol_same(note->document, document)) &&
	       (language.len == 0 || note->language.len == 0 || slice_eq(note->language, language)) &&
	       (place.len == 0 || target_within(note->eid, place));
}

static void
keep_those_on(struct note_list *list, struct slice document, struct slice language,
              struct slice place)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++)
		if (is_on(&list->v[i], document, language, place))
			list->v[n++] = list->v[i];
	list->n = n;
}

enum status
note_place_list(const struct call *call, struct notes *notes, const char *argument,
                enum note_which which, struct arena *arena, struct note_list *out, struct err *err)
{
	struct slice document;
	struct reference r;
	struct buf place = { 0 };
	enum status status = note_list(notes, which, arena, out, err);

	if (status != STATUS_OK || !argument)
		return status;
	reference_read(argument, &r);
	status = read_document(call, &r, arena, &document, err);
	doc_place(r.place, &place);
	if (status == STATUS_OK)
		keep_those_on(out, document, r.language, buf_slice(&place));
	buf_release(&place);
	return status;
}
