/* SPDX-License-Identifier: ISC */
/*
 * Notes in the text of a document: rows under a block, signs beside it, marks on its words.
 */
#include "config.h"

#include "pane_priv.h"

#define SIGN_COLS 2

/* Addresses in it, of which the row may have the middle alone. */
static void
link_addresses(struct session *s, struct grid *g, struct rect clip, int row, const struct line *line)
{
	struct slice text = line->note->text;
	size_t at = line->note_start;
	struct hyperlink_written w;

	while (hyperlink_written(s, text, &at, line->note_end, &w)) {
		size_t start = w.start > line->note_start ? w.start : line->note_start;
		int col = clip.col + line->indent +
		          width_slice(g->width, slice_sub(text, line->note_start, start));

		grid_link(g, clip, row, col, col + width_slice(g->width, slice_sub(text, start, at)), w.link);
	}
}

void
margin_note(struct session *s, struct grid *g, struct rect clip, int row, const struct line *line)
{
	const struct layout_note *note = line->note;
	int col = clip.col + line->indent;

	if (line->note_start == 0)
		grid_write(g, clip, row, col > SIGN_COLS ? col - SIGN_COLS : 0, GRID_NOTE, note->sign);
	grid_write(g, clip, row, col, GRID_NOTE, slice_sub(note->text, line->note_start, line->note_end));
	link_addresses(s, g, clip, row, line);
}

static enum grid_style
style_of(const struct note *note)
{
	if (note->colour >= 1 && note->colour <= NOTE_COLOURS)
		return (enum grid_style)(GRID_HIGHLIGHT_1 + note->colour - 1);
	return GRID_NOTED;
}

/* Part of it is on this line; of a block without text all is. */
static bool
is_on_line(const struct annotated_part *part, const struct line *line)
{
	return part->end > line->start ? part->start < line->end
	                               : part->start == part->end && part->start >= line->start;
}

void
margin_line(const struct text_rows *t, struct grid *g, struct rect in, int row, size_t block,
            const struct line *line)
{
	int margin = in.col + layout_margin(t->layout);
	size_t n;
	const struct annotated_part *parts = annotated_block(t->annotated, block, &n);
	const struct note *last = NULL;

	for (size_t i = 0; i < n; i++) {
		struct find_span span = { parts[i].start, parts[i].end };

		if (!annotated_is_marked(parts[i].note) || !is_on_line(&parts[i], line))
			continue;
		match_stretch(t, g, in, row, block, line, span, style_of(parts[i].note));
		last = parts[i].note->colour > 0 ? parts[i].note : last;
	}
	if (last && margin > 0)
		grid_write(g, in, row, margin - 1, GRID_GUTTER, annotated_highlight_sign(last->colour));
}

/* The most telling of what begins in a block: a note, else a bookmark, else a tag. */
static struct slice
sign_of(const struct annotated_part *parts, size_t n)
{
	const struct note *best = NULL;

	for (size_t i = 0; i < n; i++)
		if (parts[i].is_first && parts[i].note->kind != NOTE_HIGHLIGHT &&
		    (!best || (parts[i].note->kind != best->kind &&
		               (parts[i].note->kind == NOTE_TEXT || best->kind == NOTE_TAG))))
			best = parts[i].note;
	return best ? annotated_sign(best) : SLICE("");
}

int
margin_sign(const struct text_rows *t, struct grid *g, struct rect in, int row, int text_end, int end,
            size_t block)
{
	size_t n;
	const struct annotated_part *parts = annotated_block(t->annotated, block, &n);
	struct slice sign = sign_of(parts, n);

	if (sign.len == 0 || text_end >= end)
		return end;
	grid_write(g, in, row, end - 1, GRID_GUTTER, sign);
	return end - 1;
}
