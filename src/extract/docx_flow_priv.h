/* SPDX-License-Identifier: ISC */
/*
 * A part of a DOCX file while it is read: the paragraphs, tables, fields and notes that are open.
 */
#ifndef DUAN_EXTRACT_DOCX_FLOW_PRIV_H
#define DUAN_EXTRACT_DOCX_FLOW_PRIV_H

#include "docx_priv.h"

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

/* The paragraph at hand; NULL outside of all. */
struct docx_paragraph *docx_flow_top(struct flow *f);
/* Text of the run at hand; lost when it is hidden or there is no paragraph. */
void docx_flow_add_text(struct flow *f, struct slice text);
void docx_flow_open_paragraph(struct flow *f);
void docx_flow_close_paragraph(struct flow *f);
void docx_flow_open_table(struct flow *f);
void docx_flow_open_row(struct flow *f);
void docx_flow_open_cell(struct flow *f);
void docx_flow_close_table(struct flow *f);
/* A link by its relation, or by the code of a field; its text goes on to docx_flow_close_link(). */
void docx_flow_open_link(struct flow *f, struct slice target);
void docx_flow_close_link(struct flow *f);
struct slice docx_flow_relation(struct flow *f, const char **attributes);
struct slice docx_flow_code_target(struct flow *f, struct slice code);
/* w:fldChar: a field begins, has its result, ends. */
void docx_flow_field(struct flow *f, const char **attributes);
bool docx_flow_is_code(const struct flow *f);
/* A reference to a note: the number that it shows is counted, the id says nothing. */
void docx_flow_refer(struct flow *f, const char **attributes, bool endnote);
void docx_flow_open_note(struct flow *f, const char **attributes);
void docx_flow_close_note(struct flow *f);
/* Nothing more comes: a last paragraph whose mark was deleted; what a damaged part had open. */
void docx_flow_end(struct flow *f);

#endif
