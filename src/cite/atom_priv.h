/* SPDX-License-Identifier: ISC */
/*
 * A window taken apart into words that matter, numbers, marks, symbols, and text in between.
 */
#ifndef DUAN_CITE_ATOM_PRIV_H
#define DUAN_CITE_ATOM_PRIV_H

#include "base/vec.h"
#include "number_priv.h"
#include "phrase_priv.h"

enum atom_kind {
	ATOM_END,
	ATOM_TEXT,   /* nothing that we know */
	ATOM_WORD,   /* a phrase */
	ATOM_NUMBER, /* 12 */
	ATOM_HAN,    /* 十七 */
	ATOM_LATIN,  /* a short word of Latin letters: A, XV, Add */
	ATOM_MARK,   /* punctuation; value is the character */
	ATOM_REF,    /* number of a resolution; value is its index */
	ATOM_SYMBOL,
	ATOM_URL,
	ATOM_PRESS,
};

struct atom {
	enum atom_kind kind;
	enum word word;
	long value;
	uint32_t start, end; /* places in the window */
	uint32_t sentence, clause;
	unsigned char lines; /* line ends before it */
	bool blank;          /* blanks before it */
};

struct atoms {
	const struct window *w;
	VEC(struct atom) all; /* ends in an ATOM_END */
	VEC(struct number) numbers;
};

void atoms_read(struct atoms *a, const struct window *w);
void atoms_release(struct atoms *a);

/* A roman numeral or a lone letter in an ATOM_LATIN; false if it is neither. */
bool atom_roman(const struct atoms *a, const struct atom *x, long *value);
bool atom_arabic_ordinal(const struct atoms *a, const struct atom *x, long *value);
char atom_letter(const struct atoms *a, const struct atom *x);

#endif
