/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "text/utf8.h"

#define ID_DIGITS 8     /* enough to name a note */
#define QUOTE_POINTS 40 /* of the words it is on, on a line for people */

void
note_reference(const struct note *note, struct buf *out)
{
	size_t bang = slice_find_byte(note->eid, '!', 0);
	struct slice component = slice_sub(note->eid, 0, bang == SLICE_NONE ? 0 : bang);
	struct slice id = slice_skip(note->eid, bang == SLICE_NONE ? 0 : bang + 1);

	buf_add(out, note->document);
	if (note->language.len > 0)
		buf_addf(out, "@%.*s", SLICE_ARG(note->language));
	if (component.len > 0)
		buf_addf(out, "!%.*s", SLICE_ARG(component));
	if (id.len > 0)
		buf_addf(out, "#%.*s", SLICE_ARG(id));
}

static void
print_json(const struct note *note)
{
	struct buf out = { 0 }, reference = { 0 };
	struct json j;

	note_reference(note, &reference);
	json_init(&j, &out);
	json_object(&j);
	json_field(&j, "reference", buf_slice(&reference));
	note_write_members(&j, note);
	json_object_end(&j);
	buf_add_byte(&out, '\n');
	output_text(buf_slice(&out));
	buf_release(&out);
	buf_release(&reference);
}

static const char *
kind_words(const struct note *note, enum ui_language ui)
{
	static const struct words words[NOTE_KINDS] = { { { "note", "批注" } },
		                                        { { "highlight", "标亮" } },
		                                        { { "bookmark", "书签" } },
		                                        { { "tag", "标签" } } };

	return words_in(words[note->kind], ui);
}

/* "highlight 2, changed". */
static void
add_kind(const struct note *note, enum ui_language ui, struct buf *out)
{
	static const struct words states[NOTE_STATES] = { { { "", "" } },
		                                          { { ", changed", "，原文有改动" } },
		                                          { { ", orphan", "，失去原处" } } };

	buf_add_str(out, kind_words(note, ui));
	if (note->colour > 0)
		buf_addf(out, " %d", note->colour);
	buf_add_str(out, words_in(states[note->state], ui));
}

static void
add_quote(const struct note *note, struct buf *out)
{
	size_t end = utf8_offset(note->quote, QUOTE_POINTS);

	if (note->quote.len == 0)
		return;
	buf_addf(out, "“%.*s%s”", SLICE_ARG(slice_sub(note->quote, 0, end)),
	         end < note->quote.len ? "…" : "");
}

static void
add_tags(const struct note *note, struct buf *out)
{
	struct slice rest = note->tags, tag;

	while (note_next_tag(&rest, &tag))
		buf_addf(out, "%s#%.*s", out->len > 0 ? " " : "", SLICE_ARG(tag));
}

static void
print_line(const struct call *call, const struct note *note)
{
	struct buf line = { 0 }, cell = { 0 };

	output_cell(&line, slice_sub(note->id, 0, ID_DIGITS));
	note_reference(note, &cell);
	output_cell(&line, buf_slice(&cell));
	buf_clear(&cell);
	add_kind(note, call->settings->ui, &cell);
	output_cell(&line, buf_slice(&cell));
	buf_clear(&cell);
	add_quote(note, &cell);
	output_cell(&line, buf_slice(&cell));
	output_cell(&line, note->text);
	buf_clear(&cell);
	add_tags(note, &cell);
	if (cell.len > 0)
		output_cell(&line, buf_slice(&cell));
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
	buf_release(&cell);
}

void
note_output(const struct call *call, const struct note_list *list)
{
	bool json = output_has_flag(call, "--json");

	for (size_t i = 0; i < list->n; i++)
		json ? print_json(&list->v[i]) : print_line(call, &list->v[i]);
}

void
note_output_saved(const struct call *call, const struct note *note)
{
	struct buf line = { 0 }, reference = { 0 };
	const char *what = note->trashed ? words_in(WORDS("thrown away", "已丢弃"), call->settings->ui)
	                                 : words_in(WORDS("saved", "已保存"), call->settings->ui);

	output_cell(&line, slice_from(what));
	output_cell(&line, note->id);
	note_reference(note, &reference);
	output_cell(&line, buf_slice(&reference));
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
	buf_release(&reference);
}
