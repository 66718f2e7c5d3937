/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/anchor.h"
#include "annotation/exchange.h"
#include "command_priv.h"
#include "doc/quotation.h"

#include <string.h>

/* The text of the note before is mostly that of the next one too. */
struct texts {
	const struct call *call;
	struct slice document, version;
	struct doc *doc; /* NULL: it is not held */
};

static bool
find_version(const struct texts *t, struct slice language, struct library_document *out,
             struct arena *arena)
{
	struct err err; /* without the text there is less to say, that is all */

	return note_place_document(t->call, t->document, language, arena, out, &err) == STATUS_OK;
}

static const struct doc *
text_of(struct texts *t, const struct note *note)
{
	struct library_document held;
	struct arena arena = { 0 };
	struct library *l;

	if (slice_eq(t->document, note->document) && slice_eq(t->version, note->version))
		return t->doc;
	doc_free(t->doc);
	*t = (struct texts){ t->call, note->document, note->version, NULL };
	if ((find_version(t, note->version, &held, &arena) ||
	     find_version(t, SLICE(""), &held, &arena)) &&
	    shelf_open(t->call->settings, &l, NULL) == STATUS_OK &&
	    library_load(l, held.id, &t->doc, NULL) != STATUS_OK)
		t->doc = NULL;
	arena_release(&arena);
	return t->doc;
}

/* The heading above a block; of a heading itself. */
static struct slice
section_of(const struct doc *d, size_t block, struct arena *arena)
{
	size_t heading = doc_heading_of(d, block);
	const struct block *b = heading == SLICE_NONE ? NULL : doc_block(d, heading);

	if (!b)
		return slice_from(NULL);
	return arena_printf(arena, "%.*s%s%.*s", SLICE_ARG(b->label), b->label.len > 0 ? " " : "",
	                    SLICE_ARG(b->text));
}

static struct slice
cite(const struct call *call, const struct note *note, struct slice heading, struct arena *arena)
{
	struct slice place = note->state == NOTE_ORPHAN ? slice_from(NULL) : note->eid, copy;
	struct buf citation = { 0 };

	quotation_cite(note->document, place, heading,
	               citation_language(call->settings, note->version), &citation);
	copy = arena_copy(arena, buf_slice(&citation));
	buf_release(&citation);
	return copy;
}

static struct exchange_item
describe(struct texts *texts, const struct note *note, struct arena *arena)
{
	const struct doc *d = text_of(texts, note);
	struct exchange_item item = { .note = note };
	struct slice heading = slice_from(NULL);
	struct anchor_range range;

	if (d)
		item.title = arena_copy(arena, d->title);
	if (d && anchor_show(d, note, &range)) {
		const struct block *b = doc_block(d, range.from.block);

		if (b->kind == BLOCK_HEADING && slice_starts(b->id, "hdg_"))
			heading = arena_copy(arena, b->text);
		item.section = section_of(d, range.from.block, arena);
	} else if (note->state == NOTE_ORPHAN) {
		item.section = slice_from(words_in(WORDS("Place not found", "失去原处"),
		                                   texts->call->settings->ui));
	}
	item.citation = cite(texts->call, note, heading, arena);
	return item;
}

/* Of each document those whose place is not known come behind the others. */
static void
put_orphans_last(struct note_list *list, struct arena *arena)
{
	struct note *v = ARENA_ARRAY(arena, list->n, struct note);
	size_t n = 0;

	for (size_t start = 0, end; start < list->n; start = end) {
		for (end = start; end < list->n; end++)
			if (!slice_eq(list->v[end].document, list->v[start].document))
				break;
		for (int orphans = 0; orphans < 2; orphans++)
			for (size_t i = start; i < end; i++)
				if ((list->v[i].state == NOTE_ORPHAN) == orphans)
					v[n++] = list->v[i];
	}
	list->v = v;
}

static void
add_markdown(const struct call *call, struct note_list *list, struct arena *arena, struct buf *out)
{
	struct exchange_item *items = ARENA_ARRAY(arena, list->n, struct exchange_item);
	struct texts texts = { .call = call };

	put_orphans_last(list, arena);
	for (size_t i = 0; i < list->n; i++)
		items[i] = describe(&texts, &list->v[i], arena);
	exchange_add_markdown(items, list->n, call->settings->ui, out);
	doc_free(texts.doc);
}

enum format { FORMAT_MARKDOWN, FORMAT_JSON, FORMAT_W3C, FORMATS };

static enum format
format_of(const struct call *call)
{
	static const char *const names[FORMATS] = { "markdown", "json", "w3c" };
	const char *name = call->settings->format;

	for (int i = 0; name && i < FORMATS; i++)
		if (strcmp(name, names[i]) == 0)
			return (enum format)i;
	return name ? FORMATS : FORMAT_MARKDOWN;
}

static void
print(const struct call *call, struct note_list *list, struct arena *arena)
{
	struct buf out = { 0 };

	switch (format_of(call)) {
	case FORMAT_JSON:
		exchange_add_json(list, &out);
		break;
	case FORMAT_W3C:
		exchange_add_w3c(list, &out);
		break;
	case FORMAT_MARKDOWN:
	case FORMATS:
		add_markdown(call, list, arena, &out);
		break;
	}
	output_text(buf_slice(&out));
	buf_release(&out);
}

int
run_export(const struct call *call)
{
	const char *reference = call->words.n > 0 ? call->words.v[0] : NULL;
	enum note_which which = output_has_flag(call, "--all") ? NOTE_KEPT : NOTE_ALL;
	struct arena arena = { 0 };
	struct note_list list = { 0 };
	struct notes *notes = NULL;
	struct err err;
	enum status status;

	if (format_of(call) == FORMATS)
		return output_usage(call->settings, "export", "--format is markdown, json or w3c",
		                    "--format 只能是 markdown、json 或 w3c");
	if (call->words.n > 1)
		return output_usage(call->settings, "export", "takes at most one document or place",
		                    "最多指定一份文件或其中一处");
	status = notes_open(call->settings->notes, &notes, &err);
	if (status == STATUS_OK)
		status = note_place_list(call, notes, reference, which, &arena, &list, &err);
	if (status == STATUS_OK)
		print(call, &list, &arena);
	else
		output_error(call->settings, &err);
	notes_close(notes);
	arena_release(&arena);
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}
