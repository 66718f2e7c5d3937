/* SPDX-License-Identifier: ISC */
/*
 * The text of a part: paragraphs, tables, fields, links, references to notes.
 *
 * Not read: what was deleted under track changes, earlier properties, the second rendering of a
 * drawing (its text boxes stand in the first one too), hidden text.
 */
#include "config.h"

#include "docx_priv.h"

#include "text/utf8.h"

#include <string.h>

#define NESTED_MOST 64      /* paragraphs in text boxes inside each other; fields */
#define CELLS_MOST 200000   /* paragraphs of one table */
#define TEXT_MOST ((size_t)4 << 20) /* bytes of one paragraph */

struct field {
	bool in_code;        /* before the result */
	struct buf code;
	size_t start;        /* of the result in the paragraph's text */
	size_t paragraph;    /* … which is this one of those open */
	struct slice target; /* of a link */
};

struct flow {
	struct docx *d;
	enum docx_where where;
	VEC(struct docx_paragraph) open;
	VEC(struct docx_paragraph) cells; /* of the table at hand */
	VEC(struct field) fields;
	struct buf note; /* text of the note at hand */
	VEC(struct docx_span) note_spans;
	struct slice note_id;
	size_t skip;  /* elements open that are not read */
	size_t tables, row, cell;
	size_t inner, inner_row, inner_cell; /* of the table in a cell */
	bool in_text, in_code, in_run_properties, hidden, bold, raised, carried;
	struct slice link; /* target of the element at hand */
	size_t link_start;
};

static struct docx_paragraph *
top(struct flow *f)
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

static void
add_text(struct flow *f, struct slice text)
{
	struct docx_paragraph *p = top(f);

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

static void
open_paragraph(struct flow *f)
{
	struct docx_paragraph p = { .number = -1, .level = -1, .outline = -1 };

	if (f->carried && f->open.n > 0) {
		f->carried = false;
		top(f)->mark_deleted = false;
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

static void
close_paragraph(struct flow *f)
{
	struct docx_paragraph p;

	if (f->open.n == 0)
		return;
	if (top(f)->mark_deleted && f->open.n == 1) {
		f->carried = true;
		return;
	}
	p = f->open.v[--f->open.n];
	finish(f, &p);
}

static void
close_table(struct flow *f)
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

static struct slice
relation(struct flow *f, const char **attributes)
{
	const char *id = docx_attribute(attributes, "id");
	const long *at = id ? map_find(&f->d->links, slice_from(id)) : NULL;

	return at && *at > 0 ? f->d->targets.v[*at - 1] : slice_from(NULL);
}

/* HYPERLINK "https://…" */
static struct slice
code_target(struct flow *f, struct slice code)
{
	size_t at = slice_find(code, SLICE("HYPERLINK"), 0), open, close;

	open = at == SLICE_NONE ? SLICE_NONE : slice_find_byte(code, '"', at);
	close = open == SLICE_NONE ? SLICE_NONE : slice_find_byte(code, '"', open + 1);
	if (close == SLICE_NONE || slice_find(slice_sub(code, at, open), SLICE("\\l"), 0) != SLICE_NONE)
		return slice_from(NULL);
	return arena_copy(&f->d->arena, slice_sub(code, open + 1, close));
}

static void
field_character(struct flow *f, const char **attributes)
{
	const char *type = docx_attribute(attributes, "fldCharType");
	struct field *field = f->fields.n > 0 ? &f->fields.v[f->fields.n - 1] : NULL;
	struct docx_paragraph *p = top(f);

	if (!type)
		return;
	if (strcmp(type, "begin") == 0 && f->fields.n < NESTED_MOST) {
		VEC_PUSH(&f->fields, ((struct field){ .in_code = true, .paragraph = f->open.n }));
	} else if (strcmp(type, "separate") == 0 && field) {
		field->in_code = false;
		field->target = code_target(f, buf_slice(&field->code));
		field->start = p ? p->text.len : 0;
		field->paragraph = f->open.n;
	} else if (strcmp(type, "end") == 0 && field) {
		if (!field->in_code && field->target.len > 0 && p && field->paragraph == f->open.n)
			add_span(p, field->start, EXTRACT_LINK, field->target);
		buf_release(&field->code);
		f->fields.n--;
	}
}

static bool
is_code(const struct flow *f)
{
	return f->fields.n > 0 && f->fields.v[f->fields.n - 1].in_code;
}

/* ------------------------------------------------------------------- notes */

/* The number that the reference shows: it is counted, the id says nothing. */
static void
refer(struct flow *f, const char **attributes, bool endnote)
{
	const char *id = docx_attribute(attributes, "id"), *custom = docx_attribute(attributes, "customMarkFollows");
	struct docx_paragraph *p = top(f);
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

static void
open_note(struct flow *f, const char **attributes)
{
	const char *id = docx_attribute(attributes, "id"), *type = docx_attribute(attributes, "type");

	buf_clear(&f->note);
	VEC_CLEAR(&f->note_spans);
	f->note_id = slice_from(NULL);
	if (id && !type)
		f->note_id = arena_printf(&f->d->arena, "%c%s", f->where == DOCX_ENDNOTES ? 'e' : 'f', id);
}

static void
close_note(struct flow *f)
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

/* ---------------------------------------------------------------- elements */

enum element {
	OTHER, SKIPPED, RAISED, P, R, RPR, T, CODE, TAB, BR, HYPHEN, SYM, STYLE, NUMBER, LEVEL, OUTLINE, JC, BOLD,
	HIDDEN, DELETED, LINK, FIELD, SIMPLE, FOOTNOTE_REF, ENDNOTE_REF, NOTE, TABLE, ROW, CELL,
};

static enum element
element_of(const char *name)
{
	static const struct {
		const char *name;
		enum element is;
	} known[] = {
		{ "p", P }, { "r", R }, { "rPr", RPR }, { "t", T }, { "instrText", CODE }, { "tab", TAB },
		{ "ptab", TAB }, { "br", BR }, { "cr", BR }, { "noBreakHyphen", HYPHEN }, { "sym", SYM },
		{ "pStyle", STYLE }, { "numId", NUMBER }, { "ilvl", LEVEL }, { "outlineLvl", OUTLINE },
		{ "vertAlign", RAISED }, { "jc", JC }, { "b", BOLD }, { "vanish", HIDDEN }, { "hyperlink", LINK }, { "fldChar", FIELD },
		{ "fldSimple", SIMPLE }, { "footnoteReference", FOOTNOTE_REF },
		{ "endnoteReference", ENDNOTE_REF }, { "footnote", NOTE }, { "endnote", NOTE },
		{ "tbl", TABLE }, { "tr", ROW }, { "tc", CELL }, { "del", DELETED }, { "moveFrom", DELETED },
		{ "Fallback", SKIPPED }, { "sdtPr", SKIPPED }, { "sectPr", SKIPPED }, { "rt", SKIPPED },
		{ "tabs", SKIPPED }, { "tblPr", SKIPPED }, { "tcPr", SKIPPED }, { "trPr", SKIPPED },
	};
	size_t len = strlen(name);

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].name[0] == name[0] && strcmp(known[i].name, name) == 0)
			return known[i].is;
	return len > 6 && strcmp(name + len - 6, "Change") == 0 ? SKIPPED : OTHER;
}

/* A character of a symbol font: of its own plane it has no meaning elsewhere. */
static void
add_symbol(struct flow *f, const char **attributes)
{
	const char *hex = docx_attribute(attributes, "char");
	unsigned long c = hex ? strtoul(hex, NULL, 16) : 0;
	struct buf text = { 0 };

	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c > 0xFFFF || (c >= 0xD800 && c < 0xE000))
		return;
	utf8_add(&text, c >= 0xE000 && c <= 0xF8FF ? 0x2022 : (codepoint)c);
	add_text(f, buf_slice(&text));
	buf_release(&text);
}

static long
number_of(const char **attributes, long otherwise)
{
	const char *text = docx_attribute(attributes, "val");
	long value;

	return text && slice_number(slice_from(text), &value) > 0 ? value : otherwise;
}

/* What a paragraph's or a run's properties say. */
static void
property(struct flow *f, enum element e, const char **attributes)
{
	struct docx_paragraph *p = top(f);
	const char *value = docx_attribute(attributes, "val");

	if (!p)
		return;
	if (e == STYLE)
		p->style = arena_copy(&f->d->arena, slice_from(value));
	else if (e == NUMBER)
		p->number = number_of(attributes, 0);
	else if (e == LEVEL)
		p->level = (int)number_of(attributes, 0);
	else if (e == OUTLINE)
		p->outline = (int)number_of(attributes, -1);
	else if (e == JC)
		p->centred = value && strcmp(value, "center") == 0;
	else if (e == BOLD && f->in_run_properties)
		f->bold = docx_is_on(attributes);
	else if (e == RAISED && f->in_run_properties)
		f->raised = value && strcmp(value, "superscript") == 0;
	else if (e == HIDDEN && f->in_run_properties)
		f->hidden = docx_is_on(attributes);
}

/* "del" inside run properties is the paragraph's mark; elsewhere it holds what was deleted. */
static void
deleted(struct flow *f)
{
	if (!f->in_run_properties)
		f->skip = 1;
	else if (top(f))
		top(f)->mark_deleted = f->where == DOCX_BODY;
}

static void
open_run(struct flow *f)
{
	const struct docx_paragraph *p = top(f);
	struct docx_style style = { .bold = 0 };

	if (p)
		style = docx_style_of(&f->d->styles, p->style);
	f->bold = style.bold > 0;
	f->hidden = f->raised = false;
}

static void
table_part(struct flow *f, enum element e)
{
	if (e == TABLE) {
		f->tables++;
		f->inner += f->tables == 2;
		f->inner_row = f->tables == 2 ? 0 : f->inner_row;
	} else if (f->tables == 2 && e == ROW) {
		f->inner_row++;
		f->inner_cell = 0;
	} else if (f->tables == 2 && e == CELL) {
		f->inner_cell++;
	} else if (f->tables == 1 && e == ROW) {
		f->row++;
		f->cell = 0;
	} else if (f->tables == 1 && e == CELL) {
		f->cell++;
	}
}

static void
on_start(void *context, const char *name, const char **attributes)
{
	struct flow *f = context;
	enum element e;

	if (f->skip > 0) {
		f->skip++;
		return;
	}
	switch (e = element_of(name)) {
	case OTHER:
		return;
	case SKIPPED:
		f->skip = 1;
		return;
	case P:
		open_paragraph(f);
		return;
	case R:
		open_run(f);
		return;
	case RPR:
		f->in_run_properties = true;
		return;
	case T:
		f->in_text = !is_code(f);
		return;
	case CODE:
		f->in_code = true;
		return;
	case TAB:
		add_text(f, SLICE("\t"));
		return;
	case BR:
		add_text(f, docx_attribute(attributes, "type") ? SLICE("") : SLICE("\n"));
		return;
	case HYPHEN:
		add_text(f, SLICE("-"));
		return;
	case SYM:
		add_symbol(f, attributes);
		return;
	case DELETED:
		deleted(f);
		return;
	case LINK:
		f->link = relation(f, attributes);
		f->link_start = top(f) ? top(f)->text.len : 0;
		return;
	case SIMPLE:
		f->link = code_target(f, slice_from(docx_attribute(attributes, "instr")));
		f->link_start = top(f) ? top(f)->text.len : 0;
		return;
	case FIELD:
		field_character(f, attributes);
		return;
	case FOOTNOTE_REF:
	case ENDNOTE_REF:
		refer(f, attributes, e == ENDNOTE_REF);
		return;
	case NOTE:
		open_note(f, attributes);
		return;
	case TABLE:
	case ROW:
	case CELL:
		table_part(f, e);
		return;
	case STYLE:
	case NUMBER:
	case LEVEL:
	case OUTLINE:
	case JC:
	case BOLD:
	case HIDDEN:
	case RAISED:
		property(f, e, attributes);
		return;
	}
}

static void
close_link(struct flow *f)
{
	if (f->link.len > 0 && top(f))
		add_span(top(f), f->link_start, EXTRACT_LINK, f->link);
	f->link = slice_from(NULL);
}

static void
on_end(void *context, const char *name)
{
	struct flow *f = context;

	if (f->skip > 0) {
		f->skip--;
		return;
	}
	switch (element_of(name)) {
	case P:
		close_paragraph(f);
		return;
	case R:
		f->bold = f->hidden = f->raised = false;
		return;
	case RPR:
		f->in_run_properties = false;
		return;
	case T:
		f->in_text = false;
		return;
	case CODE:
		f->in_code = false;
		return;
	case LINK:
	case SIMPLE:
		close_link(f);
		return;
	case NOTE:
		close_note(f);
		return;
	case TABLE:
		close_table(f);
		return;
	default:
		return;
	}
}

static void
on_text(void *context, struct slice text)
{
	struct flow *f = context;

	if (f->skip > 0)
		return;
	if (f->in_text)
		add_text(f, text);
	else if (f->in_code && is_code(f) && f->fields.v[f->fields.n - 1].code.len < 4096)
		buf_add(&f->fields.v[f->fields.n - 1].code, text);
}

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

bool
docx_text(struct docx *d, struct slice xml, enum docx_where where)
{
	struct flow f = { .d = d, .where = where };
	bool good = docx_parse(xml, &(struct docx_handler){ on_start, on_end, on_text, &f });

	/* A last paragraph whose mark was deleted; what a damaged part had open. */
	while (f.open.n > 0) {
		struct docx_paragraph p = f.open.v[--f.open.n];

		f.tables = 0;
		finish(&f, &p);
	}
	release(&f);
	return good;
}
