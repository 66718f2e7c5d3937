/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/exchange.h"

#include "text/width.h"

/* Text that Markdown is not to read anything into. */
static void
add_plain(struct slice text, struct buf *out)
{
	if (text.len > 0 && slice_find_byte(SLICE("#-+=~|"), text.p[0], 0) != SLICE_NONE)
		buf_add_byte(out, '\\');
	for (size_t i = 0; i < text.len; i++) {
		if (slice_find_byte(SLICE("\\`*_[]<>"), text.p[i], 0) != SLICE_NONE)
			buf_add_byte(out, '\\');
		buf_add_byte(out, text.p[i]);
	}
}

static void
add_heading(const char *level, struct slice text, struct slice more, struct buf *out)
{
	buf_addf(out, "%s%s ", out->len > 0 ? "\n" : "", level);
	add_plain(text, out);
	if (more.len > 0) {
		buf_add_str(out, " — ");
		add_plain(more, out);
	}
	buf_add_str(out, "\n");
}

static void
add_quote(const struct exchange_item *item, struct buf *out)
{
	struct slice rest = item->note->quote, line;

	buf_add_byte(out, '\n');
	while (slice_next(&rest, '\n', &line)) {
		buf_add_str(out, "> ");
		add_plain(line, out);
		buf_add_str(out, "\n>\n");
	}
	buf_add_str(out, "> — ");
	add_plain(item->citation.len > 0 ? item->citation : item->note->document, out);
	buf_add_byte(out, '\n');
}

/* "*highlight 2 · changed · #tag*" */
static void
add_facts(const struct note *note, enum ui_language ui, struct buf *out)
{
	static const struct words kinds[NOTE_KINDS] = { { { "", "" } },
		                                        { { "highlight", "标亮" } },
		                                        { { "bookmark", "书签" } },
		                                        { { "", "" } } };
	static const struct words states[NOTE_STATES] = { { { "", "" } },
		                                          { { "text has changed", "原文有改动" } },
		                                          { { "place not found", "失去原处" } } };
	const char *kind = words_in(kinds[note->kind == NOTE_TEXT && note->colour ? NOTE_HIGHLIGHT : note->kind],
	                            ui);
	struct slice rest = note->tags, tag;
	struct buf facts = { 0 };

	if (*kind)
		buf_addf(&facts, note->colour ? " · %s %d" : " · %s", kind, note->colour);
	if (note->state != NOTE_ATTACHED)
		buf_addf(&facts, " · %s", words_in(states[note->state], ui));
	while (note_next_tag(&rest, &tag)) {
		buf_add_str(&facts, " · #");
		add_plain(tag, &facts);
	}
	if (facts.len > 0)
		buf_addf(out, "\n*%s*\n", facts.p + 4);
	buf_release(&facts);
}

static void
add_item(const struct exchange_item *item, enum ui_language ui, struct buf *out)
{
	if (item->note->scope != NOTE_DOCUMENT)
		add_quote(item, out);
	if (item->note->text.len > 0)
		buf_addf(out, "\n%.*s\n", SLICE_ARG(item->note->text));
	add_facts(item->note, ui, out);
}

void
exchange_add_markdown(const struct exchange_item *items, size_t n, enum ui_language ui,
                      struct buf *out)
{
	struct buf text = { 0 };

	add_heading("#", slice_from(words_in(WORDS("Notes", "批注"), ui)), slice_from(NULL), &text);
	for (size_t i = 0; i < n; i++) {
		bool is_new = i == 0 || !slice_eq(items[i].note->document, items[i - 1].note->document);

		if (is_new)
			add_heading("##", items[i].note->document, items[i].title, &text);
		if (items[i].section.len > 0 && (is_new || !slice_eq(items[i].section, items[i - 1].section)))
			add_heading("###", items[i].section, slice_from(NULL), &text);
		add_item(&items[i], ui, &text);
	}
	width_clean(buf_slice(&text), true, out);
	buf_release(&text);
}
