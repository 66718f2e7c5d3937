/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "docx_flow_priv.h"

#include <string.h>

#define NESTED_MOST 64      /* paragraphs in text boxes inside each other; fields */
#define CELLS_MOST 200000   /* paragraphs of one table */
#define TEXT_MOST ((size_t)4 << 20) /* bytes of one paragraph */

struct docx_paragraph *
docx_flow_top(struct flow *f)
{
	return f->open.n > 0 ? &f->open.v[f->open.n - 1] : NULL;
}

void
docx_paragraph_release(struct docx_paragraph *p)
{
	buf_release(&p->text);
	VEC_RELEASE(&p->spans);
	VEC_RELEASE(&p->notes);
}

static void
add_span(struct docx_paragraph *p, size_t start, enum extract_span_kind kind, struct slice target)
{
	if (p->text.len > start)
		VEC_PUSH(&p->spans, ((struct docx_span){ start, p->text.len, kind, target }));
}

/* The sign of a note below a table.  Figures would be exponents: notes with numbers are referred to. */
static bool
is_letter_mark(struct slice text)
{
	return text.len == 1 && (byte_is_alpha(text.p[0]) || text.p[0] == '*');
}

void
docx_flow_add_text(struct flow *f, struct slice text)
{
	struct docx_paragraph *p = docx_flow_top(f);

	if (!p || f->hidden || p->text.len > TEXT_MOST)
		return;
	buf_add(&p->text, text);
	if (f->raised && is_letter_mark(text))
		add_span(p, p->text.len - text.len, EXTRACT_MARK, slice_from(NULL));
	p->letters += text.len;
	if (f->bold)
		p->bold += text.len;
}

/* ------------------------------------------------------------- paragraphs */

void
docx_flow_open_paragraph(struct flow *f)
{
	struct docx_paragraph p = { .number = -1, .level = -1, .outline = -1 };

	if (f->carried && f->open.n > 0) {
		f->carried = false;
		docx_flow_top(f)->mark_deleted = false;
		return;
	}
	if (f->open.n >= NESTED_MOST) {
		f->skip = 1;
		return;
	}
	p.row = f->tables > 0 ? f->row : 0;
	p.cell = f->cell;
	if (f->tables > 1) {
		p.inner = f->inner;
		p.inner_row = f->inner_row;
		p.inner_cell = f->inner_cell;
	}
	VEC_PUSH(&f->open, p);
}

static void
keep_note(struct flow *f, struct docx_paragraph *p)
{
	size_t from;

	if (slice_is_blank(buf_slice(&p->text)))
		return;
	if (f->note.len > 0)
		buf_add_byte(&f->note, '\n');
	from = f->note.len;
	buf_add(&f->note, buf_slice(&p->text));
	for (size_t i = 0; i < p->spans.n; i++) {
		struct docx_span s = p->spans.v[i];

		s.start += from;
		s.end += from;
		VEC_PUSH(&f->note_spans, s);
	}
}

static void
finish(struct flow *f, struct docx_paragraph *p)
{
	if (f->where == DOCX_FOOTNOTES || f->where == DOCX_ENDNOTES) {
		keep_note(f, p);
	} else if (f->tables > 0 && f->cells.n < CELLS_MOST) {
		VEC_PUSH(&f->cells, *p);
		return; /* kept */
	} else {
		docx_add_paragraph(f->d, p, f->where);
	}
	docx_paragraph_release(p);
}

void
docx_flow_close_paragraph(struct flow *f)
{
	struct docx_paragraph p;

	if (f->open.n == 0)
		return;
	if (docx_flow_top(f)->mark_deleted && f->open.n == 1) {
		f->carried = true;
		return;
	}
	p = f->open.v[--f->open.n];
	finish(f, &p);
}

void
docx_flow_open_table(struct flow *f)
{
	f->tables++;
	if (f->tables == 2) {
		f->inner++;
		f->inner_row = 0;
	}
}

void
docx_flow_open_row(struct flow *f)
{
	if (f->tables == 2) {
		f->inner_row++;
		f->inner_cell = 0;
	} else if (f->tables == 1) {
		f->row++;
		f->cell = 0;
	}
}

void
docx_flow_open_cell(struct flow *f)
{
	f->inner_cell += f->tables == 2;
	f->cell += f->tables == 1;
}

void
docx_flow_close_table(struct flow *f)
{
	if (f->tables == 0 || --f->tables > 0)
		return;
	docx_add_table(f->d, f->cells.v, f->cells.n, f->where);
	for (size_t i = 0; i < f->cells.n; i++)
		docx_paragraph_release(&f->cells.v[i]);
	VEC_CLEAR(&f->cells);
	f->row = f->cell = f->inner = 0;
}

/* ----------------------------------------------------------- links, fields */

struct slice
docx_flow_relation(struct flow *f, const char **attributes)
{
	const char *id = docx_attribute(attributes, "id");
	const long *at = id ? map_find(&f->d->links, slice_from(id)) : NULL;

	return at && *at > 0 ? f->d->targets.v[*at - 1] : slice_from(NULL);
}

void
docx_flow_open_link(struct flow *f, struct slice target)
{
	f->link = target;
	f->link_start = docx_flow_top(f) ? docx_flow_top(f)->text.len : 0;
}

void
docx_flow_close_link(struct flow *f)
{
	if (f->link.len > 0 && docx_flow_top(f))
		add_span(docx_flow_top(f), f->link_start, EXTRACT_LINK, f->link);
	f->link = slice_from(NULL);
}

/* HYPERLINK "https://…" */
struct slice
docx_flow_code_target(struct flow *f, struct slice code)
{
	size_t at = slice_find(code, SLICE("HYPERLINK"), 0), open, close;

	open = at == SLICE_NONE ? SLICE_NONE : slice_find_byte(code, '"', at);
	close = open == SLICE_NONE ? SLICE_NONE : slice_find_byte(code, '"', open + 1);
	if (close == SLICE_NONE || slice_find(slice_sub(code, at, open), SLICE("\\l"), 0) != SLICE_NONE)
		return slice_from(NULL);
	return arena_copy(&f->d->arena, slice_sub(code, open + 1, close));
}

void
docx_flow_field(struct flow *f, const char **attributes)
{
	const char *type = docx_attribute(attributes, "fldCharType");
	struct field *field = f->fields.n > 0 ? &f->fields.v[f->fields.n - 1] : NULL;
	struct docx_paragraph *p = docx_flow_top(f);

	if (!type)
		return;
	if (strcmp(type, "begin") == 0 && f->fields.n < NESTED_MOST) {
		VEC_PUSH(&f->fields, ((struct field){ .in_code = true, .paragraph = f->open.n }));
	} else if (strcmp(type, "separate") == 0 && field) {
		field->in_code = false;
		field->target = docx_flow_code_target(f, buf_slice(&field->code));
		field->start = p ? p->text.len : 0;
		field->paragraph = f->open.n;
	} else if (strcmp(type, "end") == 0 && field) {
		if (!field->in_code && field->target.len > 0 && p && field->paragraph == f->open.n)
			add_span(p, field->start, EXTRACT_LINK, field->target);
		buf_release(&field->code);
		f->fields.n--;
	}
}

bool
docx_flow_is_code(const struct flow *f)
{
	return f->fields.n > 0 && f->fields.v[f->fields.n - 1].in_code;
}

/* ------------------------------------------------------------------- notes */

void
docx_flow_refer(struct flow *f, const char **attributes, bool endnote)
{
	const char *id = docx_attribute(attributes, "id"), *custom = docx_attribute(attributes, "customMarkFollows");
	struct docx_paragraph *p = docx_flow_top(f);
	struct docx_note *note;
	struct buf key = { 0 };
	const long *at;
	size_t start = p ? p->text.len : 0;

	if (!p || !id || f->where != DOCX_BODY)
		return;
	buf_addf(&key, "%c%s", endnote ? 'e' : 'f', id);
	at = map_find(&f->d->notes, buf_slice(&key));
	buf_release(&key);
	if (!at || *at == 0)
		return;
	note = &f->d->note.v[*at - 1];
	VEC_PUSH(&p->notes, (size_t)*at - 1);
	if (custom && strcmp(custom, "0") != 0)
		return;
	if (note->label.len == 0)
		note->label = arena_printf(&f->d->arena, "%ld",
		                           endnote ? ++f->d->endnotes : ++f->d->footnotes);
	buf_add(&p->text, note->label);
	add_span(p, start, EXTRACT_MARK, slice_from(NULL));
}

void
docx_flow_open_note(struct flow *f, const char **attributes)
{
	const char *id = docx_attribute(attributes, "id"), *type = docx_attribute(attributes, "type");

	buf_clear(&f->note);
	VEC_CLEAR(&f->note_spans);
	f->note_id = slice_from(NULL);
	if (id && !type)
		f->note_id = arena_printf(&f->d->arena, "%c%s", f->where == DOCX_ENDNOTES ? 'e' : 'f', id);
}

void
docx_flow_close_note(struct flow *f)
{
	struct docx *d = f->d;
	struct docx_note note = { .n_spans = f->note_spans.n };

	if (f->note_id.len == 0)
		return;
	note.text = arena_copy(&d->arena, buf_slice(&f->note));
	note.spans = ARENA_ARRAY(&d->arena, note.n_spans, struct docx_span);
	for (size_t i = 0; i < note.n_spans; i++)
		note.spans[i] = f->note_spans.v[i];
	VEC_PUSH(&d->note, note);
	*map_at(&d->notes, f->note_id) = (long)d->note.n;
}

/* --------------------------------------------------------------------- end */

static void
release(struct flow *f)
{
	for (size_t i = 0; i < f->open.n; i++)
		docx_paragraph_release(&f->open.v[i]);
	for (size_t i = 0; i < f->cells.n; i++)
		docx_paragraph_release(&f->cells.v[i]);
	for (size_t i = 0; i < f->fields.n; i++)
		buf_release(&f->fields.v[i].code);
	VEC_RELEASE(&f->open);
	VEC_RELEASE(&f->cells);
	VEC_RELEASE(&f->fields);
	VEC_RELEASE(&f->note_spans);
	buf_release(&f->note);
}

void
docx_flow_end(struct flow *f)
{
	while (f->open.n > 0) {
		struct docx_paragraph p = f->open.v[--f->open.n];

		f->tables = 0;
		finish(f, &p);
	}
	release(f);
}
