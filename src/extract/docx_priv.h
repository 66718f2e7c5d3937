/* SPDX-License-Identifier: ISC */
/*
 * Parts of a DOCX file (ECMA-376): the archive, numbering and styles, the text.
 */
#ifndef DUAN_EXTRACT_DOCX_PRIV_H
#define DUAN_EXTRACT_DOCX_PRIV_H

#include "base/map.h"
#include "extract/extract.h"

struct zip;

#define DOCX_LEVELS 9
#define DOCX_DEPTH_MOST 256 /* elements inside each other */

/* ---- docx_part.c */
struct docx_archive {
	struct zip *zip;
	size_t taken;  /* bytes unpacked so far */
	bool too_big;  /* a part was refused for its size */
};

bool docx_open(struct docx_archive *a, struct slice bytes);
void docx_close(struct docx_archive *a);
/* False if the part is not there, is damaged, or would unpack to too much. */
bool docx_part(struct docx_archive *a, const char *name, struct buf *out);
/* What the directory says that it unpacks to; 0 if it is not there. */
size_t docx_part_size(struct docx_archive *a, const char *name);
#define DOCX_BYTES_MOST ((size_t)96 << 20) /* all parts together */

/* An element of a part: its name without prefix, attributes as expat gives them. */
struct docx_handler {
	void (*start)(void *context, const char *name, const char **attributes);
	void (*end)(void *context, const char *name);
	void (*text)(void *context, struct slice text);
	void *context;
};
/* False if it is no sound XML, or declares a document type itself, or is nested too deep. */
bool docx_parse(struct slice xml, const struct docx_handler *handler);
/* The value of an attribute by its name without prefix; NULL if it has none. */
const char *docx_attribute(const char **attributes, const char *name);
/* "true", "1", "on" and nothing at all say yes. */
bool docx_is_on(const char **attributes);

/* ---- docx_style.c: styles, and how lists count */
struct docx_level {
	long start;
	struct slice format; /* "decimal", "lowerLetter", … */
	struct slice text;   /* "%1." */
};

struct docx_list {
	long id;
	struct docx_level level[DOCX_LEVELS];
	long count[DOCX_LEVELS];
	bool started[DOCX_LEVELS];
};

struct docx_number {
	long id;
	size_t list;                /* index */
	long override[DOCX_LEVELS]; /* start; -1 for none */
	bool used[DOCX_LEVELS];
};

struct docx_style {
	struct slice id, name, based_on;
	long number;  /* id of a docx_number; -1 unknown, 0 none */
	int level;    /* of the number; -1 unknown */
	int outline;  /* 0-8; -1 for text */
	int bold;     /* -1 unknown */
};

struct docx_styles {
	struct arena arena;
	VEC(struct docx_style) styles;
	VEC(struct docx_list) lists;
	VEC(struct docx_number) numbers;
	struct map by_id; /* index of a style, plus 1 */
	struct slice normal; /* the style of paragraphs that name none */
};

void docx_styles_read(struct docx_styles *s, struct docx_archive *a);
void docx_styles_release(struct docx_styles *s);
/* With what it is based on. */
struct docx_style docx_style_of(const struct docx_styles *s, struct slice id);
/* Counts on and appends the label; nothing if there is no such list. */
void docx_count(struct docx_styles *s, long number, int level, struct buf *label);

/* ---- docx_number.c: "%1.%2" with the counts in it */
void docx_format(const struct docx_list *list, int level, struct buf *out);

/* ---- docx_text.c: a part with paragraphs in it */
struct docx_span {
	size_t start, end;
	enum extract_span_kind kind;
	struct slice target;
};

struct docx_paragraph {
	struct buf text;  /* lines parted by '\n' */
	VEC(struct docx_span) spans;
	VEC(size_t) notes; /* that it refers to: indexes */
	struct slice style;
	long number;       /* of a list; -1 when only the style may have one */
	int level;
	int outline;
	size_t bold, letters; /* bytes set in bold, of all */
	bool mark_deleted;    /* it goes on in the next one */
	bool centred;
	size_t row, cell;     /* of a table, from 1; 0 outside */
	size_t inner, inner_row, inner_cell; /* the same of a table within a cell; `inner` numbers these */
};

/* A footnote or an endnote. */
struct docx_note {
	struct slice text; /* paragraphs parted by '\n' */
	struct docx_span *spans;
	size_t n_spans;
	struct slice label; /* set where it is referred to first */
};

struct docx {
	struct docx_archive archive;
	struct docx_styles styles;
	struct arena arena;
	struct map links; /* relation of the part at hand -> index into targets, plus 1 */
	VEC(struct slice) targets;
	struct map notes; /* "f7", "e7" -> index into note, plus 1 */
	VEC(struct docx_note) note;
	long footnotes, endnotes; /* references so far */
	bool is_past_front;       /* a paragraph that is counted was read */
	struct extract *out;
};

enum docx_where {
	DOCX_BODY,
	DOCX_FURNITURE, /* heads and feet of pages */
	DOCX_MASTHEAD,  /* head of the first page */
	DOCX_FOOTNOTES, /* their texts are kept for docx_add_paragraph() */
	DOCX_ENDNOTES,
};
/* False if the part is damaged; what came before stays. */
bool docx_text(struct docx *d, struct slice xml, enum docx_where where);
void docx_paragraph_release(struct docx_paragraph *p);

/* ---- docx_line.c: paragraphs as lines */
void docx_add_paragraph(struct docx *d, struct docx_paragraph *p, enum docx_where where);
/* The paragraphs of a table: rows, or, if no row has two cells, the paragraphs themselves and the tables
 * among them. */
void docx_add_table(struct docx *d, struct docx_paragraph *p, size_t n, enum docx_where where);

#endif
