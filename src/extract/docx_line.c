/* SPDX-License-Identifier: ISC */
/*
 * Paragraphs of a DOCX file as lines with evidence.
 */
#include "config.h"

#include "docx_priv.h"

#include <string.h>

/* "heading 1", and the house's styles: "_ H_1", "_ H _Ch", "H23", "HCh". */
static bool
is_heading_style(struct slice name)
{
	if (slice_starts(name, "heading ") || slice_starts(name, "Heading "))
		return true;
	while (name.len > 0 && (name.p[0] == '_' || name.p[0] == ' '))
		name = slice_skip(name, 1);
	if (name.len < 2 || name.p[0] != 'H')
		return false;
	name = slice_skip(name, 1);
	while (name.len > 0 && (name.p[0] == '_' || name.p[0] == ' '))
		name = slice_skip(name, 1);
	return name.len > 0 && name.len <= 6 && (byte_is_digit(name.p[0]) || slice_starts(name, "Ch") ||
	                                         slice_starts(name, "CH") || slice_is(name, "M"));
}

static bool
is_contents_style(struct slice name)
{
	return slice_starts(name, "toc ") || slice_starts(name, "TOC ");
}

static unsigned
flags_of(const struct docx *d, const struct docx_paragraph *p, enum docx_where where)
{
	struct docx_style style = docx_style_of(&d->styles, p->style);
	int outline = p->outline >= 0 ? p->outline : style.outline;
	unsigned flags = EXTRACT_WHOLE;

	if (where == DOCX_FURNITURE)
		flags |= EXTRACT_FURNITURE;
	if (where == DOCX_MASTHEAD)
		flags |= EXTRACT_MASTHEAD;
	if (where != DOCX_BODY)
		return flags;
	if ((outline >= 0 && outline < DOCX_LEVELS) || is_heading_style(style.name))
		flags |= EXTRACT_HEADING;
	if (is_contents_style(style.name))
		flags |= EXTRACT_CONTENTS;
	if (p->bold > 0 && p->bold == p->letters)
		flags |= EXTRACT_BOLD;
	return p->centred ? flags | EXTRACT_CENTRED : flags;
}

/* The line text[start, end) with the spans on it; `before` bytes of the line's own stand first. */
static void
add_line(struct docx *d, struct slice text, size_t start, size_t end, const struct docx_span *spans,
         size_t n_spans, struct slice label, unsigned flags)
{
	struct buf line = { 0 };
	size_t before;

	buf_add(&line, label);
	if (label.len > 0)
		buf_add_byte(&line, '\t');
	before = line.len;
	buf_add(&line, slice_sub(text, start, end));
	if (!slice_is_blank(buf_slice(&line))) {
		extract_add(d->out, (struct extract_line){ .text = buf_slice(&line),
		                                           .label = (uint16_t)label.len,
		                                           .flags = (uint16_t)flags });
		for (size_t i = 0; i < n_spans; i++) {
			const struct docx_span *s = &spans[i];
			size_t from = s->start > start ? s->start : start, to = s->end < end ? s->end : end;

			if (from < to)
				extract_add_span(d->out, from - start + before, to - start + before, s->kind,
				                 s->target);
		}
	}
	buf_release(&line);
}

/* Lines of one text: the first starts the paragraph. */
static void
add_lines(struct docx *d, struct slice text, const struct docx_span *spans, size_t n_spans,
          struct slice label, unsigned flags)
{
	bool first = true;

	for (size_t start = 0; start <= text.len;) {
		size_t end = slice_find_byte(text, '\n', start);

		if (end == SLICE_NONE)
			end = text.len;
		if (end > start || (first && label.len > 0)) {
			add_line(d, text, start, end, spans, n_spans, first ? label : slice_from(NULL),
			         flags | (first ? EXTRACT_STARTS : 0));
			first = first && slice_is_blank(slice_sub(text, start, end)) && label.len == 0;
		}
		start = end + 1;
	}
}

/* What a note bears that counts itself: "*", "a". */
static size_t
typed_label(struct slice text)
{
	size_t n = 0;

	while (n < text.len && n < 4 && text.p[n] == '*')
		n++;
	if (n == 0 && text.len > 1 && byte_is_alpha(text.p[0]) && (text.p[1] == ' ' || text.p[1] == '\t'))
		n = 1;
	return n;
}

static void
add_note(struct docx *d, struct docx_note *note)
{
	size_t lead = note->text.len - slice_trim_start(note->text).len, typed;
	struct slice text = slice_skip(note->text, lead), label = note->label;
	struct docx_span *spans = ARENA_ARRAY(&d->arena, note->n_spans, struct docx_span);

	typed = label.len == 0 ? typed_label(text) : 0;
	if (typed > 0) {
		label = slice_sub(text, 0, typed);
		lead += typed;
		text = slice_skip(text, typed);
	}
	if (label.len == 0)
		label = SLICE("*");
	for (size_t i = 0; i < note->n_spans; i++) {
		spans[i] = note->spans[i];
		spans[i].start = spans[i].start > lead ? spans[i].start - lead : 0;
		spans[i].end = spans[i].end > lead ? spans[i].end - lead : 0;
	}
	add_lines(d, text, spans, note->n_spans, label, EXTRACT_WHOLE | EXTRACT_NOTE);
	note->text = slice_from(NULL);
}

static void
add_notes(struct docx *d, const struct docx_paragraph *p)
{
	for (size_t i = 0; i < p->notes.n; i++)
		if (d->note.v[p->notes.v[i]].text.len > 0)
			add_note(d, &d->note.v[p->notes.v[i]]);
}

/* Appends the label of a paragraph that is counted. */
static void
count(struct docx *d, const struct docx_paragraph *p, struct buf *label)
{
	struct docx_style style = docx_style_of(&d->styles, p->style);
	long number = p->number >= 0 ? p->number : style.number;
	int level = p->level >= 0 ? p->level : style.level >= 0 ? style.level : 0;

	if (number > 0)
		docx_count(&d->styles, number, level, label);
}

static bool
is_empty(const struct docx_paragraph *p)
{
	return slice_is_blank(buf_slice(&p->text));
}

/* "* Reissued for technical reasons" in a box of the first page: a note that was typed, with its sign. */
static size_t
front_note(const struct docx *d, const struct docx_paragraph *p, enum docx_where where)
{
	struct slice text = slice_trim_start(buf_slice(&p->text));
	size_t n = 0;

	while (n < text.len && text.p[n] == '*')
		n++;
	if (where != DOCX_BODY || d->is_past_front || n == 0 || n > 3 || n == text.len)
		return 0;
	return text.p[n] == ' ' || text.p[n] == '\t' || slice_starts(slice_skip(text, n), "\xC2\xA0") ? n : 0;
}

void
docx_add_paragraph(struct docx *d, struct docx_paragraph *p, enum docx_where where)
{
	struct buf label = { 0 };

	if (!is_empty(p)) {
		unsigned flags = flags_of(d, p, where);
		size_t lead, note;

		count(d, p, &label);
		note = label.len == 0 ? front_note(d, p, where) : 0;
		if (note > 0) {
			buf_add(&label, slice_sub(slice_trim_start(buf_slice(&p->text)), 0, note));
			flags |= EXTRACT_NOTE;
		}
		d->is_past_front = d->is_past_front || (where == DOCX_BODY && note == 0 && label.len > 0);
		lead = label.len > 0 ? p->text.len - slice_trim_start(buf_slice(&p->text)).len : 0;
		lead += note;
		for (size_t i = 0; lead > 0 && i < p->spans.n; i++) {
			struct docx_span *s = &p->spans.v[i];

			s->start = s->start > lead ? s->start - lead : 0;
			s->end = s->end > lead ? s->end - lead : 0;
		}
		add_lines(d, slice_skip(buf_slice(&p->text), lead), p->spans.v, p->spans.n,
		          buf_slice(&label), flags);
	}
	add_notes(d, p);
	buf_release(&label);
}

/* Cells with something in them. */
static size_t
filled(const struct docx_paragraph *p, size_t n)
{
	size_t cells = 0, last = 0;

	for (size_t i = 0; i < n; i++)
		if (!is_empty(&p[i]) && p[i].cell != last) {
			last = p[i].cell;
			cells++;
		}
	return cells;
}

static size_t
row_end(const struct docx_paragraph *p, size_t n, size_t start)
{
	size_t end = start + 1;

	while (end < n && p[end].row == p[start].row)
		end++;
	return end;
}

/* Cells parted by tabs, their paragraphs by blanks; tabs and line ends inside are blanks. */
#define CELLS_MOST 1000 /* of a row: a number that a damaged file may have */

/* A row on its way: cells parted by tabs. */
struct row {
	struct buf text;
	VEC(struct docx_span) spans;
	size_t cell, cell_start; /* at hand, from 1; where its text starts */
};

/* One line, and its spans where the text went. */
static void
add_cell_text(struct row *r, const struct docx_paragraph *p)
{
	size_t lead = p->text.len - slice_trim_start(buf_slice(&p->text)).len, from = r->text.len;

	buf_add(&r->text, slice_trim(buf_slice(&p->text)));
	for (size_t k = from; k < r->text.len; k++)
		if (r->text.p[k] == '\t' || r->text.p[k] == '\n')
			r->text.p[k] = ' ';
	for (size_t k = 0; k < p->spans.n; k++) {
		struct docx_span s = p->spans.v[k];

		s.start = s.start > lead ? s.start - lead + from : from;
		s.end = s.end > lead ? s.end - lead + from : from;
		VEC_PUSH(&r->spans, s);
	}
}

static void
add_row(struct docx *d, struct docx_paragraph *p, size_t n)
{
	struct row r = { .cell = 1 };
	struct buf label = { 0 };

	for (size_t i = 0; i < n; i++) {
		for (; r.cell < p[i].cell && r.cell < CELLS_MOST; r.cell++) {
			buf_add_byte(&r.text, '\t');
			r.cell_start = r.text.len;
		}
		if (is_empty(&p[i]))
			continue;
		if (r.text.len > r.cell_start)
			buf_add_byte(&r.text, ' ');
		buf_clear(&label);
		count(d, &p[i], &label);
		buf_add(&r.text, buf_slice(&label));
		if (label.len > 0)
			buf_add_byte(&r.text, ' ');
		add_cell_text(&r, &p[i]);
	}
	add_line(d, buf_slice(&r.text), 0, r.text.len, r.spans.v, r.spans.n, slice_from(NULL),
	         EXTRACT_WHOLE | EXTRACT_STARTS | EXTRACT_ROW);
	buf_release(&r.text);
	buf_release(&label);
	VEC_RELEASE(&r.spans);
}

/* A table that only frames what is in it: paragraphs, and tables of their own. */
static void
add_frame(struct docx *d, struct docx_paragraph *p, size_t n, enum docx_where where)
{
	for (size_t i = 0, end; i < n; i = end) {
		end = i + 1;
		if (p[i].inner == 0) {
			docx_add_paragraph(d, &p[i], where);
			continue;
		}
		while (end < n && p[end].inner == p[i].inner)
			end++;
		for (size_t k = i; k < end; k++) {
			p[k].inner = 0;
			p[k].row = p[k].inner_row;
			p[k].cell = p[k].inner_cell;
		}
		docx_add_table(d, p + i, end - i, where);
	}
}

void
docx_add_table(struct docx *d, struct docx_paragraph *p, size_t n, enum docx_where where)
{
	size_t most = 0;

	for (size_t i = 0; i < n; i = row_end(p, n, i)) {
		size_t cells = filled(p + i, row_end(p, n, i) - i);

		most = cells > most ? cells : most;
	}
	if (most < 2 || where != DOCX_BODY) {
		add_frame(d, p, n, where);
		return;
	}
	for (size_t i = 0; i < n; i = row_end(p, n, i))
		if (filled(p + i, row_end(p, n, i) - i) > 0)
			add_row(d, p + i, row_end(p, n, i) - i);
	for (size_t i = 0; i < n; i++)
		add_notes(d, &p[i]);
}
