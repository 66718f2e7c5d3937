/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout_priv.h"

#include <assert.h>
#include <stdlib.h>

#define MARK_COLS 2    /* left of the text: the sign of the current paragraph */
#define GUTTER_COLS 3  /* right of the text: signs of notes and of citing paragraphs */
#define HANG_COLS 2    /* a hanging mark needs these */
#define WIDE_FROM 40   /* narrower panes have no gutter and do not let text hang under its label */
#define MARGINS_FROM 12
#define NOTE_COLS 2     /* the sign before a note */

struct layout {
	const struct doc *doc; /* borrowed */
	struct layout_settings settings;
	struct breaks *breaks; /* owned */
	const struct layout_note *notes; /* borrowed */
	size_t n_notes;
	int margin, text_cols;
	unsigned long generation;
	layout_pad_fn *pad; /* NULL: none */
	void *pad_self;
	struct block_lines kept[LAYOUT_KEPT]; /* block b is kept in slot b % LAYOUT_KEPT */
};

static void
forget(struct layout *l)
{
	l->generation++;
	for (size_t i = 0; i < LAYOUT_KEPT; i++)
		l->kept[i].block = SLICE_NONE;
}

/* Divides the pane into margin, text and gutter. */
static void
divide(struct layout *l)
{
	int cols = l->settings.cols > 0 ? l->settings.cols : 1;
	int left = cols >= WIDE_FROM ? MARK_COLS : cols >= MARGINS_FROM ? 1 : 0;
	int right = cols >= WIDE_FROM ? GUTTER_COLS : cols >= MARGINS_FROM ? HANG_COLS : 0;
	int text;

	if (l->settings.linear)
		left = right = 0;
	text = cols - left - right;
	if (l->settings.max_cols > 0 && text > l->settings.max_cols && l->settings.linear)
		text = l->settings.max_cols;
	if (l->settings.max_cols > 0 && text > l->settings.max_cols) {
		left += (text - l->settings.max_cols) / 2;
		text = l->settings.max_cols;
	}
	l->margin = left;
	l->text_cols = text;
}

struct layout *
layout_new(const struct doc *d, struct layout_settings settings)
{
	struct layout *l = mem_resize(NULL, sizeof *l);

	*l = (struct layout){ .doc = d, .breaks = breaks_new() };
	layout_set(l, settings);
	return l;
}

void
layout_free(struct layout *l)
{
	if (!l)
		return;
	for (size_t i = 0; i < LAYOUT_KEPT; i++) {
		VEC_RELEASE(&l->kept[i].lines);
		VEC_RELEASE(&l->kept[i].columns);
	}
	breaks_free(l->breaks);
	free(l);
}

void
layout_set(struct layout *l, struct layout_settings settings)
{
	l->settings = settings;
	divide(l);
	forget(l);
}

void
layout_set_notes(struct layout *l, const struct layout_note *notes, size_t n)
{
	l->notes = notes;
	l->n_notes = n;
	forget(l);
}

int
layout_margin(const struct layout *l)
{
	return l->margin;
}

int
layout_text_cols(const struct layout *l)
{
	return l->text_cols;
}

const struct doc *
layout_doc(const struct layout *l)
{
	return l->doc;
}

struct width
layout_width(const struct layout *l)
{
	return l->settings.width;
}

/* How far a block without its label stands in from the left. */
static int
base_indent(const struct layout *l, const struct block *b)
{
	int step = l->settings.linear ? 0 : l->text_cols >= 40 ? 4 : 2;

	switch (b->kind) {
	case BLOCK_ITEM:
		return b->level > 0 ? step * (b->level < 4 ? b->level : 4) : step;
	case BLOCK_QUOTE:
		return step;
	case BLOCK_CONTENTS:
		return b->level > 1 && !l->settings.linear ? 2 * (b->level < 6 ? b->level - 1 : 5) : 0;
	case BLOCK_MASTHEAD:
	case BLOCK_TITLE:
	case BLOCK_HEADING:
	case BLOCK_PARAGRAPH:
	case BLOCK_TEXT:
	case BLOCK_TABLE:
	case BLOCK_FOOTNOTE:
	case BLOCK_SPEAKER:
	case BLOCK_SIGNATURE:
	case BLOCK_OTHER:
	case BLOCK_KINDS:
		return 0;
	}
	return 0;
}

/* Lines of the same small kind follow each other closely. */
static bool
has_gap_before(const struct doc *d, size_t block)
{
	enum block_kind kind = doc_block(d, block)->kind;

	if (block == 0)
		return false;
	if (kind != doc_block(d, block - 1)->kind)
		return true;
	return kind != BLOCK_MASTHEAD && kind != BLOCK_CONTENTS && kind != BLOCK_TITLE &&
	       kind != BLOCK_FOOTNOTE && kind != BLOCK_SIGNATURE;
}

static void
fill(struct layout *l, struct block_lines *out)
{
	const struct block *b = doc_block(l->doc, out->block);
	int indent = base_indent(l, b), label = width_slice(l->settings.width, b->label);
	struct wrap w = { .block = b,
		          .breaks = l->breaks,
		          .width = l->settings.width,
		          .cols = l->text_cols,
		          .first = indent,
		          .rest = indent,
		          .hang = l->settings.hang };
	size_t first;

	if (has_gap_before(l->doc, out->block))
		VEC_PUSH(&out->lines, ((struct line){ .is_gap = true }));
	first = out->lines.n;
	if (label > 0 && indent + label + 1 <= l->text_cols / 2) {
		w.first = indent + label + 1;
		w.rest = l->settings.cols >= WIDE_FROM && !l->settings.linear ? w.first : 0;
	} else if (label > 0) { /* too long to hang: a line of its own */
		VEC_PUSH(&out->lines, ((struct line){ .indent = indent }));
	}
	breaks_set(l->breaks, b->text);
	if (b->kind == BLOCK_TABLE)
		table_lines(&w, out);
	else
		wrap_lines(&w, 0, b->text.len, out);
	if (label > 0) {
		out->lines.v[first].has_label = true;
		out->lines.v[first].label_col = indent;
	}
}

/* The first note of a block or behind it. */
static size_t
note_from(const struct layout *l, size_t block)
{
	size_t low = 0, high = l->n_notes;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (l->notes[middle].block < block)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The rows of one note, line by line of its text. */
static void
add_note(struct layout *l, const struct layout_note *note, struct block_lines *out)
{
	struct block text = { .text = note->text };
	int indent = l->text_cols >= WIDE_FROM ? 4 : NOTE_COLS;
	struct wrap w = { .block = &text,
		          .breaks = l->breaks,
		          .width = l->settings.width,
		          .cols = l->text_cols,
		          .first = indent,
		          .rest = indent };
	size_t end = doc_block(l->doc, note->block)->text.len, first = out->lines.n, start = 0;

	breaks_set(l->breaks, note->text);
	do {
		size_t stop = slice_find_byte(note->text, '\n', start);

		stop = stop == SLICE_NONE ? note->text.len : stop;
		wrap_lines(&w, start, stop, out);
		start = stop + 1;
	} while (start < note->text.len);
	for (size_t i = first; i < out->lines.n; i++) {
		struct line *line = &out->lines.v[i];

		*line = (struct line){ .start = end,
			               .end = end,
			               .indent = line->indent,
			               .note = note,
			               .note_start = line->start,
			               .note_end = line->end };
	}
}

/* Lines without the empty rows before them, or with those. */
static struct block_lines *
own_lines(struct layout *l, size_t block)
{
	struct block_lines *slot = &l->kept[block % LAYOUT_KEPT];

	assert(block < l->doc->n_blocks);
	if (slot->block != block) {
		slot->block = block;
		VEC_CLEAR(&slot->lines);
		VEC_CLEAR(&slot->columns);
		slot->is_padded = false;
		slot->pad = 0;
		fill(l, slot);
		slot->n_text = slot->lines.n;
		for (size_t i = note_from(l, block); i < l->n_notes && l->notes[i].block == block; i++)
			add_note(l, &l->notes[i], slot);
	}
	return slot;
}

static void
add_pad(struct block_lines *b, struct layout_pad pad)
{
	size_t n = b->lines.n;

	for (size_t i = 0; i < pad.rows; i++)
		VEC_PUSH(&b->lines, ((struct line){ .is_gap = true }));
	for (size_t i = n; i-- > 0;)
		b->lines.v[i + pad.rows] = b->lines.v[i];
	for (size_t i = 0; i < pad.rows; i++)
		b->lines.v[i] = (struct line){ .is_gap = true, .is_missing = i == pad.missing };
	b->pad = pad.rows;
	b->n_text += pad.rows;
}

static struct block_lines *
lines_of(struct layout *l, size_t block)
{
	struct block_lines *lines = own_lines(l, block);
	struct layout_pad pad;

	if (!l->pad || lines->is_padded)
		return lines;
	pad = l->pad(l->pad_self, block);
	lines = own_lines(l, block);
	add_pad(lines, pad);
	lines->is_padded = true;
	return lines;
}

void
layout_set_pad(struct layout *l, layout_pad_fn *pad, void *self)
{
	l->pad = pad;
	l->pad_self = self;
	forget(l);
}

unsigned long
layout_generation(const struct layout *l)
{
	return l->generation;
}

bool
layout_has_gap(const struct layout *l, size_t block)
{
	return has_gap_before(l->doc, block);
}

size_t
layout_own_rows(struct layout *l, size_t block)
{
	struct block_lines *lines = own_lines(l, block);

	return lines->lines.n - lines->pad;
}

struct layout_lines
layout_block(struct layout *l, size_t block)
{
	struct block_lines *lines = lines_of(l, block);

	return (struct layout_lines){ lines->lines.v, lines->lines.n, lines->n_text };
}

const int *
layout_columns(struct layout *l, size_t block, size_t *n)
{
	struct block_lines *lines = lines_of(l, block);

	*n = lines->columns.n;
	return lines->columns.n > 0 ? lines->columns.v : NULL;
}
