/* SPDX-License-Identifier: ISC */
/*
 * The text of a part: paragraphs, tables, fields, links, references to notes, by their elements.
 *
 * Not read: what was deleted under track changes, earlier properties, the second rendering of a
 * drawing (its text boxes stand in the first one too), hidden text.
 */
#include "config.h"

#include "docx_flow_priv.h"

#include "text/utf8.h"

#include <string.h>

#define CODE_MOST 4096 /* bytes of a field's code */

/* Attributes as expat gives them; NULL at the end of an element. */
typedef void element_fn(struct flow *f, const char **attributes);

static const char *
value_of(const char **attributes)
{
	return docx_attribute(attributes, "val");
}

static long
number_of(const char **attributes, long otherwise)
{
	const char *text = value_of(attributes);
	long value;

	return text && slice_number(slice_from(text), &value) > 0 ? value : otherwise;
}

static bool
says(const char **attributes, const char *word)
{
	const char *value = value_of(attributes);

	return value && strcmp(value, word) == 0;
}

/* -------------------------------------------------------------------- runs */

static void
run(struct flow *f, const char **attributes)
{
	const struct docx_paragraph *p = docx_flow_top(f);
	struct docx_style style = { .bold = 0 };

	(void)attributes;
	if (p)
		style = docx_style_of(&f->d->styles, p->style);
	f->bold = style.bold > 0;
	f->hidden = f->raised = false;
}

static void
run_end(struct flow *f, const char **attributes)
{
	(void)attributes;
	f->bold = f->hidden = f->raised = false;
}

static void
properties(struct flow *f, const char **attributes)
{
	f->in_run_properties = attributes != NULL;
}

static void
bold(struct flow *f, const char **attributes)
{
	if (docx_flow_top(f) && f->in_run_properties)
		f->bold = docx_is_on(attributes);
}

static void
raised(struct flow *f, const char **attributes)
{
	if (docx_flow_top(f) && f->in_run_properties)
		f->raised = says(attributes, "superscript");
}

static void
hidden(struct flow *f, const char **attributes)
{
	if (docx_flow_top(f) && f->in_run_properties)
		f->hidden = docx_is_on(attributes);
}

static void
text(struct flow *f, const char **attributes)
{
	f->in_text = attributes && !docx_flow_is_code(f);
}

static void
code(struct flow *f, const char **attributes)
{
	f->in_code = attributes != NULL;
}

static void
tab(struct flow *f, const char **attributes)
{
	(void)attributes;
	docx_flow_add_text(f, SLICE("\t"));
}

/* One with a type is that of a page or a column. */
static void
line_break(struct flow *f, const char **attributes)
{
	docx_flow_add_text(f, docx_attribute(attributes, "type") ? SLICE("") : SLICE("\n"));
}

static void
hyphen(struct flow *f, const char **attributes)
{
	(void)attributes;
	docx_flow_add_text(f, SLICE("-"));
}

/* A character of a symbol font: of its own plane it has no meaning elsewhere. */
static void
symbol(struct flow *f, const char **attributes)
{
	const char *hex = docx_attribute(attributes, "char");
	unsigned long c = hex ? strtoul(hex, NULL, 16) : 0;
	struct buf shown = { 0 };

	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c > 0xFFFF || (c >= 0xD800 && c < 0xE000))
		return;
	utf8_add(&shown, c >= 0xE000 && c <= 0xF8FF ? 0x2022 : (codepoint)c);
	docx_flow_add_text(f, buf_slice(&shown));
	buf_release(&shown);
}

/* ------------------------------------------------------------- paragraphs */

static void
paragraph(struct flow *f, const char **attributes)
{
	if (attributes)
		docx_flow_open_paragraph(f);
	else
		docx_flow_close_paragraph(f);
}

static void
style(struct flow *f, const char **attributes)
{
	if (docx_flow_top(f))
		docx_flow_top(f)->style = arena_copy(&f->d->arena, slice_from(value_of(attributes)));
}

static void
number(struct flow *f, const char **attributes)
{
	if (docx_flow_top(f))
		docx_flow_top(f)->number = number_of(attributes, 0);
}

static void
level(struct flow *f, const char **attributes)
{
	if (docx_flow_top(f))
		docx_flow_top(f)->level = (int)number_of(attributes, 0);
}

static void
outline(struct flow *f, const char **attributes)
{
	if (docx_flow_top(f))
		docx_flow_top(f)->outline = (int)number_of(attributes, -1);
}

static void
alignment(struct flow *f, const char **attributes)
{
	if (docx_flow_top(f))
		docx_flow_top(f)->centred = says(attributes, "center");
}

/* Inside run properties it is the paragraph's mark; elsewhere it holds what was deleted. */
static void
deleted(struct flow *f, const char **attributes)
{
	(void)attributes;
	if (!f->in_run_properties)
		f->skip = 1;
	else if (docx_flow_top(f))
		docx_flow_top(f)->mark_deleted = f->where == DOCX_BODY;
}

static void
skipped(struct flow *f, const char **attributes)
{
	(void)attributes;
	f->skip = 1;
}

static void
table(struct flow *f, const char **attributes)
{
	if (attributes)
		docx_flow_open_table(f);
	else
		docx_flow_close_table(f);
}

static void
row(struct flow *f, const char **attributes)
{
	(void)attributes;
	docx_flow_open_row(f);
}

static void
cell(struct flow *f, const char **attributes)
{
	(void)attributes;
	docx_flow_open_cell(f);
}

/* --------------------------------------------------------- links and notes */

static void
hyperlink(struct flow *f, const char **attributes)
{
	if (attributes)
		docx_flow_open_link(f, docx_flow_relation(f, attributes));
	else
		docx_flow_close_link(f);
}

static void
simple_field(struct flow *f, const char **attributes)
{
	if (attributes)
		docx_flow_open_link(f, docx_flow_code_target(f, slice_from(docx_attribute(attributes, "instr"))));
	else
		docx_flow_close_link(f);
}

static void
footnote_reference(struct flow *f, const char **attributes)
{
	docx_flow_refer(f, attributes, false);
}

static void
endnote_reference(struct flow *f, const char **attributes)
{
	docx_flow_refer(f, attributes, true);
}

static void
note(struct flow *f, const char **attributes)
{
	if (attributes)
		docx_flow_open_note(f, attributes);
	else
		docx_flow_close_note(f);
}

/* ---------------------------------------------------------------- elements */

static const struct element {
	const char *name;
	element_fn *start, *end; /* NULL: nothing to do */
} elements[] = {
	{ "p", paragraph, paragraph },
	{ "r", run, run_end },
	{ "rPr", properties, properties },
	{ "t", text, text },
	{ "instrText", code, code },
	{ "tab", tab, NULL },
	{ "ptab", tab, NULL },
	{ "br", line_break, NULL },
	{ "cr", line_break, NULL },
	{ "noBreakHyphen", hyphen, NULL },
	{ "sym", symbol, NULL },
	{ "pStyle", style, NULL },
	{ "numId", number, NULL },
	{ "ilvl", level, NULL },
	{ "outlineLvl", outline, NULL },
	{ "jc", alignment, NULL },
	{ "b", bold, NULL },
	{ "vertAlign", raised, NULL },
	{ "vanish", hidden, NULL },
	{ "hyperlink", hyperlink, hyperlink },
	{ "fldChar", docx_flow_field, NULL },
	{ "fldSimple", simple_field, simple_field },
	{ "footnoteReference", footnote_reference, NULL },
	{ "endnoteReference", endnote_reference, NULL },
	{ "footnote", note, note },
	{ "endnote", note, note },
	{ "tbl", table, table },
	{ "tr", row, NULL },
	{ "tc", cell, NULL },
	{ "del", deleted, NULL },
	{ "moveFrom", deleted, NULL },
	{ "Fallback", skipped, NULL },
	{ "sdtPr", skipped, NULL },
	{ "sectPr", skipped, NULL },
	{ "rt", skipped, NULL },
	{ "tabs", skipped, NULL },
	{ "tblPr", skipped, NULL },
	{ "tcPr", skipped, NULL },
	{ "trPr", skipped, NULL },
};

/* "rPrChange": properties as they were before. */
static const struct element change = { "Change", skipped, NULL };
static const struct element other = { "", NULL, NULL };

static const struct element *
element_of(const char *name)
{
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (elements[i].name[0] == name[0] && strcmp(elements[i].name, name) == 0)
			return &elements[i];
	return slice_ends(slice_from(name), change.name) && strcmp(name, change.name) != 0 ? &change : &other;
}

static void
on_start(void *context, const char *name, const char **attributes)
{
	struct flow *f = context;
	const struct element *e;

	if (f->skip > 0) {
		f->skip++;
		return;
	}
	e = element_of(name);
	if (e->start)
		e->start(f, attributes);
}

static void
on_end(void *context, const char *name)
{
	struct flow *f = context;
	const struct element *e;

	if (f->skip > 0) {
		f->skip--;
		return;
	}
	e = element_of(name);
	if (e->end)
		e->end(f, NULL);
}

static void
on_text(void *context, struct slice s)
{
	struct flow *f = context;

	if (f->skip > 0)
		return;
	if (f->in_text)
		docx_flow_add_text(f, s);
	else if (f->in_code && docx_flow_is_code(f) && f->fields.v[f->fields.n - 1].code.len < CODE_MOST)
		buf_add(&f->fields.v[f->fields.n - 1].code, s);
}

bool
docx_text(struct docx *d, struct slice xml, enum docx_where where)
{
	struct flow f = { .d = d, .where = where };
	bool good = docx_parse(xml, &(struct docx_handler){ on_start, on_end, on_text, &f });

	docx_flow_end(&f);
	return good;
}
