/* SPDX-License-Identifier: ISC */
/*
 * From the characters of a page to lines: places and sizes decide, not the order in the file.
 */
#ifndef DUAN_EXTRACT_PDF_PRIV_H
#define DUAN_EXTRACT_PDF_PRIV_H

#include "extract/extract.h"

#include "text/utf8.h"

/* Points from the upper left of the page. */
struct pdf_box {
	float x0, y0, x1, y1;
};

struct pdf_char {
	struct pdf_box box;
	float size;
	codepoint c;
	uint16_t link; /* index plus 1; 0 for none */
	bool bold, italic;
	bool blank; /* one stands before it */
	bool ends;  /* the last of its run in the file */
};

struct pdf_link {
	struct pdf_box box;
	struct slice target;
};

/* Characters that stand together in one line: [start, end). */
struct pdf_piece {
	size_t start, end;
	struct pdf_box box;
	float size;
	bool rtl;
	bool upright; /* its letters stand above each other: a head of a turned page */
	size_t row; /* index */
};

/* Pieces at one height: [start, end), sorted. */
struct pdf_row {
	size_t start, end;
	float top, foot, size;
	uint8_t column; /* 3: both, parted when it is read */
	bool is_table, is_front, in_list;
	size_t list;    /* rows of the list of numbers that starts here */
	size_t lines;   /* of the row of a table that starts here; 0 for a line of its own */
};

struct pdf_page {
	struct arena arena;
	uint32_t number;
	float width, height;
	VEC(struct pdf_char) chars;
	VEC(struct pdf_link) links;
	VEC(struct pdf_piece) pieces;
};

struct pdf_rows {
	struct pdf_page *page;
	VEC(struct pdf_row) v;
};

/* What the document's lines are measured by once all are there. */
struct pdf {
	struct extract *out;
	VEC(uint8_t) column; /* of each line: 0 the only one, 1 left, 2 right */
	VEC(int32_t) first;  /* of each line: the base of its first row, where it has several */
	size_t letters;      /* in all */
};

/* How a run of pieces meets the text before it. */
enum pdf_joint {
	PDF_STARTS,
	PDF_GOES_ON, /* the row below, of the same cell */
	PDF_CELL,    /* a tab */
};

/* Pieces that stand in one row. */
struct pdf_run {
	const struct pdf_piece *pieces;
	size_t n;
	enum pdf_joint joint;
};

/* pdf_piece.c: characters become pieces, raised figures among them. */
void pdf_find_pieces(struct pdf_page *page);
/* pdf_row.c: pieces become rows in the order in which they are read, and lines. */
void pdf_add_rows(struct pdf *pdf, struct pdf_page *page);
/* pdf_column.c: rows of two columns of running text. */
void pdf_mark_columns(struct pdf_rows *rows);
/* pdf_list.c: rows of lists of numbers with titles; what one of them says. */
void pdf_mark_lists(struct pdf_rows *rows);
void pdf_add_list(struct pdf *pdf, struct pdf_rows *rows, size_t start);
/* pdf_table.c: rows of tables; lines that are one of them. */
void pdf_mark_tables(struct pdf_rows *rows);
/* pdf_cell.c: "1 204.5", "(6.8%)", "–": of these a cell has one. */
bool pdf_is_figure(const struct pdf_page *page, const struct pdf_run *run);
/* Lines [start, end) close to each other are cells beside each other. */
bool pdf_are_one_row(const struct pdf_rows *rows, size_t start, size_t end);
/* Those that start a row of several lines, as one. */
void pdf_add_cells(struct pdf *pdf, struct pdf_rows *rows, size_t start);
/* pdf_line.c: the text of pieces that stand in one line, as a line; tabs part cells. */
void pdf_add_line(struct pdf *pdf, struct pdf_page *page, const struct pdf_piece *pieces, size_t n,
                  unsigned flags, uint8_t column);
/* … of several rows, one at least. */
void pdf_add_runs(struct pdf *pdf, struct pdf_page *page, const struct pdf_run *runs, size_t n,
                  unsigned flags, uint8_t column);
/* pdf_measure.c: column edges and gaps, over all pages. */
void pdf_measure(struct pdf *pdf);

#endif
