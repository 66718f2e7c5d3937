/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/selection.h"

#include "session/session.h"

#include "text/grapheme.h"
#include "text/sentence.h"
#include "text/word.h"

enum selection_kind
selection_kind(struct session *s)
{
	struct session_document *doc = session_document(s);

	if (!doc || doc->reader.doc != s->selection.doc || s->selection.pane != session_pane(s)->id)
		return SELECTION_NONE;
	return s->selection.kind;
}

void
selection_clear(struct session *s)
{
	s->selection = (struct selection){ 0 };
}

static struct reader *
reader_of(struct session *s)
{
	return &session_document(s)->reader;
}

static struct slice
text_of(const struct reader *r, size_t block)
{
	return doc_block(r->doc, block)->text;
}

static bool
is_before(struct place a, struct place b)
{
	return a.block < b.block || (a.block == b.block && a.byte < b.byte);
}

bool
selection_span(struct session *s, struct selection_span *out)
{
	enum selection_kind kind = selection_kind(s);
	const struct reader *r;
	struct place a, b;

	if (kind != SELECTION_WORDS && kind != SELECTION_PARAGRAPHS)
		return false;
	r = reader_of(s);
	a = is_before(r->current, s->selection.anchor) ? r->current : s->selection.anchor;
	b = is_before(r->current, s->selection.anchor) ? s->selection.anchor : r->current;
	out->is_paragraphs = kind == SELECTION_PARAGRAPHS;
	if (out->is_paragraphs) {
		a.byte = 0;
		b.byte = text_of(r, b.block).len;
	} else {
		b.byte = grapheme_next(text_of(r, b.block), b.byte);
	}
	out->start = a;
	out->end = b;
	return true;
}

void
selection_start(struct session *s, enum selection_kind kind)
{
	enum selection_kind now = selection_kind(s);
	struct reader *r = reader_of(s);

	if (now == SELECTION_NONE)
		selection_clear(s);
	s->selection.doc = r->doc;
	s->selection.pane = session_pane(s)->id;
	if (now == kind || (now == SELECTION_NONE && kind == SELECTION_WORDS)) {
		s->selection.kind = SELECTION_CARET;
		return;
	}
	if (now == SELECTION_NONE || now == SELECTION_CARET)
		s->selection.anchor = r->current;
	s->selection.kind = kind;
}

void
selection_swap(struct session *s)
{
	struct reader *r = reader_of(s);
	struct place caret = r->current;

	if (selection_kind(s) != SELECTION_WORDS && selection_kind(s) != SELECTION_PARAGRAPHS)
		return;
	reader_point(r, s->selection.anchor);
	s->selection.anchor = caret;
}

/* The next block with a text, from `block` on; false if there is none. */
static bool
find_text(const struct reader *r, size_t *block, bool forward)
{
	while (*block < r->doc->n_blocks && text_of(r, *block).len == 0) {
		if (!forward && *block == 0)
			return false;
		*block += forward ? 1 : (size_t)-1;
	}
	return *block < r->doc->n_blocks;
}

/* Steps of one motion: from a place to the next; false at the end of the document. */
typedef bool step_fn(const struct reader *r, struct place *at);

/* The first, the last character of the block behind or before one. */
static bool
step_to_block(const struct reader *r, struct place *at, bool forward)
{
	size_t block = at->block + (forward ? 1 : (size_t)-1);

	if ((!forward && at->block == 0) || !find_text(r, &block, forward))
		return false;
	*at = (struct place){ block, 0 };
	if (!forward)
		at->byte = grapheme_before(text_of(r, block), text_of(r, block).len);
	return true;
}

static bool
step_right(const struct reader *r, struct place *at)
{
	struct slice text = text_of(r, at->block);
	size_t next = grapheme_next(text, at->byte);

	if (next >= text.len)
		return step_to_block(r, at, true);
	at->byte = next;
	return true;
}

static bool
step_left(const struct reader *r, struct place *at)
{
	if (at->byte == 0)
		return step_to_block(r, at, false);
	at->byte = grapheme_before(text_of(r, at->block), at->byte);
	return true;
}

static bool
step_word(const struct reader *r, struct place *at)
{
	struct slice text = text_of(r, at->block), word = word_at(text, at->byte);
	size_t start = (size_t)(word.p - text.p);

	if (word.len > 0 && start <= at->byte) {
		word = word_at(text, start + word.len);
		start = (size_t)(word.p - text.p);
	}
	if (word.len == 0)
		return step_to_block(r, at, true);
	at->byte = start;
	return true;
}

static bool
step_word_back(const struct reader *r, struct place *at)
{
	struct slice text = text_of(r, at->block), word = word_before(text, at->byte);
	struct place before = *at;

	if (word.len == 0) {
		if (!step_to_block(r, &before, false))
			return false;
		text = text_of(r, before.block);
		word = word_before(text, text.len);
		at->block = before.block;
	}
	at->byte = word.len > 0 ? (size_t)(word.p - text.p) : 0;
	return true;
}

static bool
step_word_end(const struct reader *r, struct place *at)
{
	struct slice text = text_of(r, at->block);
	struct slice word = word_at(text, grapheme_next(text, at->byte));

	if (word.len == 0) {
		if (!step_to_block(r, at, true))
			return false;
		text = text_of(r, at->block);
		word = word_at(text, 0);
	}
	if (word.len > 0)
		at->byte = grapheme_before(text, (size_t)(word.p - text.p) + word.len);
	return true;
}

static bool
step_sentence(const struct reader *r, struct place *at)
{
	struct slice text = text_of(r, at->block);
	size_t next = sentence_next(text, at->byte);

	if (next >= text.len)
		return step_to_block(r, at, true);
	at->byte = next;
	return true;
}

static bool
step_sentence_back(const struct reader *r, struct place *at)
{
	if (at->byte == 0 && !step_to_block(r, at, false))
		return false;
	at->byte = sentence_before(text_of(r, at->block), at->byte);
	return true;
}

static void
go(struct session *s, step_fn *step, long n)
{
	struct reader *r = reader_of(s);
	struct place at = r->current;

	while (n > 0 && step(r, &at))
		n--;
	reader_point(r, at);
}

void
selection_by_character(struct session *s, long n)
{
	go(s, n > 0 ? step_right : step_left, n > 0 ? n : -n);
}

void
selection_by_word(struct session *s, long n)
{
	go(s, n > 0 ? step_word : step_word_back, n > 0 ? n : -n);
}

void
selection_to_word_end(struct session *s, long n)
{
	go(s, step_word_end, n);
}

void
selection_by_sentence(struct session *s, long n)
{
	go(s, n > 0 ? step_sentence : step_sentence_back, n > 0 ? n : -n);
}

/* The last character of a line. */
static size_t
last_of(const struct reader *r, size_t block, const struct line *line)
{
	size_t last = grapheme_before(text_of(r, block), line->end);

	return last > line->start ? last : line->start;
}

size_t
selection_byte_at(const struct reader *r, size_t block, const struct line *line, int col)
{
	struct slice text = text_of(r, block);
	size_t last = last_of(r, block, line), at = line->start;

	while (at < last) {
		size_t next = grapheme_next(text, at);

		if (layout_col_of(r->layout, (struct place){ block, next }) > col)
			break;
		at = next;
	}
	return at;
}

/* Scrolls by as many rows as the caret would be outside. */
static void
follow(struct reader *r, long screen_row)
{
	if (screen_row < 0)
		reader_shift(r, screen_row);
	else if (screen_row >= r->rows)
		reader_shift(r, screen_row - r->rows + 1);
}

/* Nothing to stand on: a gap, a block without text. */
static bool
is_empty(const struct reader *r, struct row row)
{
	struct line line = layout_block(r->layout, row.block).v[row.line];

	return line.is_gap || line.start == line.end;
}

void
selection_by_row(struct session *s, long n)
{
	struct reader *r = reader_of(s);
	struct place at = r->current;
	struct row row = layout_row_of(r->layout, at);
	bool same = at.block == s->selection.row_at.block && at.byte == s->selection.row_at.byte;
	int col = same ? s->selection.col : layout_col_of(r->layout, at);
	long screen_row = reader_current_row(r), moved = layout_move(r->layout, &row, n), step;

	while (is_empty(r, row) && (step = layout_move(r->layout, &row, n > 0 ? 1 : -1)) != 0)
		moved += step;
	at.block = row.block;
	at.byte = selection_byte_at(r, row.block, &layout_block(r->layout, row.block).v[row.line], col);
	follow(r, screen_row + moved);
	reader_point(r, at);
	s->selection.row_at = at;
	s->selection.col = col;
}

void
selection_to_row_edge(struct session *s, bool last)
{
	struct reader *r = reader_of(s);
	struct row row = layout_row_of(r->layout, r->current);
	struct line line = layout_block(r->layout, row.block).v[row.line];
	struct place at = { row.block, last ? last_of(r, row.block, &line) : line.start };

	reader_point(r, at);
}
