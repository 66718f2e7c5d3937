/* SPDX-License-Identifier: ISC */
/*
 * Numbers of resolutions and decisions by their shape (domain.md, B.3).
 */
#ifndef DUAN_CITE_NUMBER_PRIV_H
#define DUAN_CITE_NUMBER_PRIV_H

#include "base/buf.h"
#include "window_priv.h"

enum number_shape {
	NUMBER_NONE,
	NUMBER_PLAIN,         /* 1325 */
	NUMBER_YEAR,          /* 1325 (2000): the Security Council's */
	NUMBER_ROMAN_SESSION, /* 1514 (XV), 217 A (III), 186 (S-II) */
	NUMBER_SESSION,       /* 72/266 B, 7/5 */
	NUMBER_SPECIAL,       /* S-10/2, ES-10/13 */
	NUMBER_OF_YEAR,       /* 1996/31, 2023/201 A */
	NUMBER_CLIMATE,       /* 1/CP.21 */
	NUMBER_ROMAN,         /* V/26 A */
	NUMBER_SPECIAL_ROMAN, /* SS.XI/5 */
	NUMBER_PLENARY,       /* 751 (PLEN.36) */
	NUMBER_CASE,          /* 2703/2015: of a communication, of no resolution */
};

struct number {
	enum number_shape shape;
	long first, second; /* session or year, number; plain ones have `first` alone */
	char head[16];      /* "S-10", "ES-10", "SS.XI", "V", "CP", "PLEN" */
	char session[16];   /* "XV", "S-II" */
	char letters[8];    /* part: "A", "A-B" */
	size_t start, end;  /* places in the window */
};

/* Reads one at a place: false if none begins there.  A plain number is one. */
bool number_read(const struct window *w, size_t at, struct number *n);
/* "A", "А" (Cyrillic), "ألف": the part letter at a place, behind a blank if any; 0 if none. */
char number_letter(const struct window *w, size_t at, size_t *end);
/* The number as keys have it, without what stands before: "72/266B", "1514(XV)". */
void number_write(const struct number *n, struct buf *out);

/* As snprintf(): for identifiers, whose parts are short; what does not fit is cut. */
void number_print(char *out, size_t size, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

#endif
