/* SPDX-License-Identifier: ISC */
/*
 * Lines become pieces of text: paragraphs, items, tables, footnotes.
 */
#include "config.h"

#include "import_priv.h"

#include "text/utf8.h"

#include <string.h>

#define TEXT_MOST ((size_t)32 << 10) /* bytes of one block; longer text is cut */
#define CUT_LOOK 2048                /* bytes before the limit in which a good place is looked for */

struct builder {
	struct import *im;
	struct piece piece; /* the one being built */
	struct buf text;
	struct given_ties ties; /* of `text` */
	bool open;
	VEC(struct piece) notes; /* footnotes of the page, waiting for the paragraph to end */
	struct buf note;         /* text of the last of them, as long as it may go on */
	struct given_ties note_ties; /* of `note` */
	VEC(struct given_tie) settled; /* of the notes that wait; `piece` counts those */
	size_t span;             /* the next to be tied */
	VEC(struct piece) late;  /* masthead that follows the text of its page */
	struct buf front;        /* a line of it */
	size_t cut;              /* blocks that were too long */
};

/* Where a text that is too long is cut: behind a sentence, else at a blank, else anywhere. */
static size_t
cut_at(struct slice text, size_t limit)
{
	size_t blank = 0, at = limit;

	while (at > 0 && ((unsigned char)text.p[at] & 0xC0) == 0x80)
		at--;
	limit = at;
	while (at > limit - CUT_LOOK && at > 0) {
		size_t end = at;
		codepoint c = utf8_prev(text, &at);

		if (c == '\n' || c == 0x3002 || (c == ' ' && at > 0 && text.p[at - 1] == '.'))
			return end;
		if (c == ' ' && blank == 0)
			blank = end;
	}
	return blank > 0 ? blank : limit;
}

static void
push_text(struct builder *b, struct piece piece, struct slice text)
{
	piece.block.text = arena_copy(&b->im->doc->arena, text);
	if (piece.block.kind != BLOCK_FOOTNOTE)
		given_settle(b->im, &b->ties, b->im->pieces.n, text.len);
	VEC_PUSH(&b->im->pieces, piece);
}

/* The piece, in as many blocks as its length asks for. */
static void
push_piece(struct builder *b, struct piece piece, struct slice text)
{
	bool table = piece.block.kind == BLOCK_TABLE;

	while (text.len > TEXT_MOST) {
		size_t at = cut_at(text, TEXT_MOST);

		push_text(b, piece, table ? slice_sub(text, 0, at) : slice_trim_end(slice_sub(text, 0, at)));
		text = slice_skip(text, at);
		if (!table) {
			piece.block.kind = BLOCK_TEXT;
			piece.block.label = slice_from(NULL);
			piece.block.number = 0;
			piece.use = USE_NONE;
			piece.label = (struct label){ 0 };
		}
		b->cut++;
	}
	push_text(b, piece, text);
}

static void
close_note(struct builder *b)
{
	if (b->notes.n > 0 && b->note.len > 0)
		b->notes.v[b->notes.n - 1].block.text =
			arena_copy(&b->im->doc->arena, buf_slice(&b->note));
	for (size_t i = 0; b->notes.n > 0 && i < b->note_ties.open.n; i++) {
		struct given_tie tie = b->note_ties.open.v[i];

		tie.piece = b->notes.n - 1;
		VEC_PUSH(&b->settled, tie);
	}
	VEC_CLEAR(&b->note_ties.open);
	buf_clear(&b->note);
}

static void
close_piece(struct builder *b)
{
	struct slice text = buf_slice(&b->text);

	if (b->open)
		push_piece(b, b->piece, b->piece.block.kind == BLOCK_TABLE ? text : slice_trim_end(text));
	b->open = false;
	buf_clear(&b->text);
	VEC_CLEAR(&b->ties.open);
	close_note(b);
	for (size_t i = 0; i < b->settled.n; i++) {
		b->settled.v[i].piece += b->im->pieces.n;
		VEC_PUSH(&b->im->ties, b->settled.v[i]);
	}
	VEC_CLEAR(&b->settled);
	for (size_t i = 0; i < b->notes.n; i++)
		push_piece(b, b->notes.v[i], b->notes.v[i].block.text);
	VEC_CLEAR(&b->notes);
}

static void
open_piece(struct builder *b, const struct line *line, enum block_kind kind)
{
	close_piece(b);
	b->piece = (struct piece){
		.block = { .kind = kind,
		           .page = line->page,
		           .source_line = line->number,
		           .source_end = line->number + 1 },
		.last_page = line->page,
		.indent = line->indent,
		.gap = line->gap,
		.given = line->given ? line->given->flags : 0,
	};
	b->open = true;
}

static void
extend(struct builder *b, const struct line *line)
{
	b->piece.block.source_end = line->number + 1;
	b->piece.last_page = line->page;
	b->piece.given &= line->given ? line->given->flags : 0;
}

/* The line without its first bytes, and what the format ties to the rest. */
static void
append_tied(struct builder *b, const struct line *line, size_t skipped)
{
	append_line(b->im, &b->text, slice_skip(line->text, skipped));
	given_tie(b->im, &b->ties, &b->span, line, skipped, &b->text);
}

static void
append_note(struct builder *b, const struct line *line, size_t skipped)
{
	append_line(b->im, &b->note, slice_skip(line->text, skipped));
	given_tie(b->im, &b->note_ties, &b->span, line, skipped, &b->note);
}

static enum block_kind
kind_of_use(enum label_use use)
{
	switch (use) {
	case USE_NONE:
		return BLOCK_TEXT;
	case USE_PARAGRAPH:
		return BLOCK_PARAGRAPH;
	case USE_ITEM:
		return BLOCK_ITEM;
	case USE_HEADING:
		return BLOCK_HEADING;
	}
	return BLOCK_TEXT;
}

/* "29C.14" of budget paragraphs and bullets stay with the words: nobody cites a lone label of the kind. */
static void
open_labelled(struct builder *b, const struct line *line)
{
	struct arena *arena = &b->im->doc->arena;
	bool stays = line->label.kind == LABEL_DOTTED || line->label.kind == LABEL_BULLET;

	open_piece(b, line, kind_of_use(line->use));
	b->piece.use = line->use;
	b->piece.label = line->label;
	if (line->use == USE_PARAGRAPH)
		b->piece.block.number = line->label.value;
	if (!stays)
		b->piece.block.label = arena_copy(arena, line->label.text);
	append_tied(b, line, stays ? 0 : line->label.len);
}

static void
add_body(struct builder *b, const struct line *line)
{
	if (line->joins && b->open) {
		extend(b, line);
		append_tied(b, line, 0);
		return;
	}
	if (line->use != USE_NONE) {
		open_labelled(b, line);
		return;
	}
	open_piece(b, line, BLOCK_TEXT);
	if (speaker_reads(line->text) > 0)
		b->piece.block.kind = BLOCK_SPEAKER;
	else if (signature_is(line->text))
		b->piece.block.kind = BLOCK_SIGNATURE;
	append_tied(b, line, 0);
}

static bool
parts_cells(struct slice text, size_t at, size_t *len)
{
	size_t n = 0;

	if (text.p[at] == '|' || text.p[at] == '\t') {
		*len = 1;
		return true;
	}
	while (at + n < text.len && text.p[at + n] == ' ')
		n++;
	*len = n;
	return n >= 2;
}

/* A row: cells parted by tabs. */
static void
add_row(struct buf *text, struct slice line)
{
	struct slice cell;
	size_t start = 0;

	if (text->len > 0)
		buf_add_byte(text, '\n');
	if (line.len > 0 && line.p[0] == '|')
		line = slice_skip(line, 1);
	if (line.len > 0 && line.p[line.len - 1] == '|')
		line.len--;
	for (size_t at = 0; at < line.len;) {
		size_t len;

		if (!parts_cells(line, at, &len)) {
			at += len > 0 ? len : 1;
			continue;
		}
		cell = slice_trim(slice_sub(line, start, at));
		buf_add(text, cell);
		buf_add_byte(text, '\t');
		start = at = at + len;
	}
	cell = slice_trim(slice_skip(line, start));
	buf_add(text, cell);
}

static void
add_table(struct builder *b, const struct line *line)
{
	if (!b->open || b->piece.block.kind != BLOCK_TABLE)
		open_piece(b, line, BLOCK_TABLE);
	extend(b, line);
	add_row(&b->text, line->text);
	given_tie(b->im, &b->ties, &b->span, line, 0, &b->text);
}

/* An entry of the contents: the leader becomes one ellipsis. */
static void
add_leader(struct buf *text, struct slice line)
{
	size_t start = SLICE_NONE, end = 0;

	for (size_t at = 0; at < line.len;) {
		size_t from = at;
		codepoint c = utf8_next(line, &at);
		bool dot = c == '.' || c == 0x2026 || c == 0xB7 || c == 0xFF0E || c == ' ' || c == 0xA0;

		if (!dot)
			start = SLICE_NONE;
		else if (start == SLICE_NONE)
			start = from;
		if (dot && at - start >= 5)
			end = at;
		if (!dot && end > 0)
			break;
	}
	if (end == 0) {
		buf_add(text, line);
		return;
	}
	start = end;
	while (start > 0 && (line.p[start - 1] == '.' || line.p[start - 1] == ' '))
		start--;
	buf_add(text, slice_trim_end(slice_sub(line, 0, start)));
	buf_add_str(text, " … ");
	buf_add(text, slice_trim_start(slice_skip(line, end)));
}

static void
add_contents(struct builder *b, const struct line *line, const struct line *before)
{
	bool goes_on = b->open && b->piece.block.kind == BLOCK_CONTENTS && before &&
	               before->role == ROLE_CONTENTS && !(before->shape & SHAPE_LEADER);
	struct buf entry = { 0 };

	if (!goes_on)
		open_piece(b, line, BLOCK_CONTENTS);
	extend(b, line);
	add_leader(&entry, line->text);
	append_line(b->im, &b->text, buf_slice(&entry));
	buf_release(&entry);
}

static void
open_note(struct builder *b, const struct line *line, long number, size_t label_len)
{
	struct arena *arena = &b->im->doc->arena;
	struct piece note = {
		.block = { .kind = BLOCK_FOOTNOTE,
		           .number = number,
		           .page = line->page,
		           .source_line = line->number,
		           .source_end = line->number + 1 },
		.last_page = line->page,
		.gap = line->gap,
	};

	close_note(b);
	note.block.label = arena_copy(arena, slice_trim_end(slice_sub(line->text, 0, label_len)));
	VEC_PUSH(&b->notes, note);
	append_note(b, line, label_len);
}

static void
add_footnote(struct builder *b, const struct line *line)
{
	struct piece *last = b->notes.n > 0 ? &b->notes.v[b->notes.n - 1] : NULL;
	long number;
	size_t len;

	if (line->given && line->given->label > 0) {
		struct label label = given_label(line);

		if (!footnote_starts(line->text, &number, &len))
			number = 0;
		open_note(b, line, number, label.len);
		return;
	}
	if (line->given && last && !(footnote_starts(line->text, &number, &len) && number == 0)) {
		append_note(b, line, 0);
		last->block.source_end = line->number + 1;
		return;
	}
	if (footnote_starts(line->text, &number, &len) &&
	    (!last || number == 0 || number == last->block.number + 1 || last->block.number == 0)) {
		open_note(b, line, number, len);
		return;
	}
	if (!last) {
		open_note(b, line, 0, 0);
		return;
	}
	append_note(b, line, 0);
	last->block.source_end = line->number + 1;
}

/* A masthead that follows the text of its page does not end the paragraph there. */
static void
add_late(struct builder *b, const struct line *line)
{
	struct piece piece = { .block = { .kind = BLOCK_MASTHEAD,
		                          .page = line->page,
		                          .source_line = line->number,
		                          .source_end = line->number + 1 },
		               .last_page = line->page,
		               .indent = line->indent,
		               .gap = line->gap };

	append_line(b->im, &b->front, line->text);
	piece.block.text = arena_copy(&b->im->doc->arena, buf_slice(&b->front));
	buf_clear(&b->front);
	VEC_PUSH(&b->late, piece);
}

/* It stands at the front, where it belongs. */
static void
move_late(struct builder *b)
{
	struct import *im = b->im;
	size_t n = im->pieces.n;

	for (size_t i = 0; i < b->late.n; i++)
		VEC_PUSH(&im->pieces, b->late.v[i]);
	if (b->late.n == 0)
		return;
	memmove(im->pieces.v + b->late.n, im->pieces.v, n * sizeof *im->pieces.v);
	memcpy(im->pieces.v, b->late.v, b->late.n * sizeof *im->pieces.v);
	for (size_t i = 0; i < im->ties.n; i++)
		im->ties.v[i].piece += b->late.n;
}

static void
add_line(struct builder *b, const struct line *line, const struct line *before)
{
	switch ((enum line_role)line->role) {
	case ROLE_FURNITURE:
	case ROLE_URL:
	case ROLE_RULE:
		return;
	case ROLE_BODY:
		add_body(b, line);
		return;
	case ROLE_MASTHEAD:
		if (masthead_is_late(b->im, line)) {
			add_late(b, line);
			return;
		}
		open_piece(b, line, BLOCK_MASTHEAD);
		append_line(b->im, &b->text, line->text);
		return;
	case ROLE_CONTENTS:
		add_contents(b, line, before);
		return;
	case ROLE_TABLE:
		add_table(b, line);
		return;
	case ROLE_FOOTNOTE:
		add_footnote(b, line);
		return;
	}
}

void
block_build(struct import *im)
{
	struct builder b = { .im = im };

	for (size_t i = 0; i < im->lines.n; i++)
		add_line(&b, &im->lines.v[i], i > 0 ? &im->lines.v[i - 1] : NULL);
	close_piece(&b);
	move_late(&b);
	if (b.cut > 0)
		diag_add(&im->doc->diag, DIAG_NOTE, 0, 0,
		         "text too long for one paragraph was cut in %zu places",
		         "过长的段落已在 %zu 处切开", b.cut);
	buf_release(&b.text);
	buf_release(&b.note);
	VEC_RELEASE(&b.notes);
	VEC_RELEASE(&b.ties.open);
	VEC_RELEASE(&b.note_ties.open);
	VEC_RELEASE(&b.settled);
	VEC_RELEASE(&b.late);
	buf_release(&b.front);
}
