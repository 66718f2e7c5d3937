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
	bool bold;
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

struct pdf_page {
	struct arena arena;
	uint32_t number;
	float width, height;
	VEC(struct pdf_char) chars;
	VEC(struct pdf_link) links;
	VEC(struct pdf_piece) pieces;
};

/* What the document's lines are measured by once all are there. */
struct pdf {
	struct extract *out;
	VEC(uint8_t) column; /* of each line: 0 the only one, 1 left, 2 right */
	size_t letters;      /* in all */
};

/* pdf_piece.c: characters become pieces, raised figures among them. */
void pdf_find_pieces(struct pdf_page *page);
/* pdf_row.c: pieces become rows in the order in which they are read, and lines. */
void pdf_add_rows(struct pdf *pdf, struct pdf_page *page);
/* pdf_line.c: the text of pieces that stand in one line, as a line; tabs part them if `cells`. */
void pdf_add_line(struct pdf *pdf, struct pdf_page *page, struct pdf_piece *pieces, size_t n,
                  unsigned flags, uint8_t column);
/* pdf_measure.c: column edges and gaps, over all pages. */
void pdf_measure(struct pdf *pdf);

#endif
