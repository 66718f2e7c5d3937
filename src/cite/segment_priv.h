/* SPDX-License-Identifier: ISC */
/*
 * The parts of a symbol between its slashes (domain.md, A.1 and A.2), on folded glyphs.  Places are
 * indices of glyphs.
 */
#ifndef DUAN_CITE_SEGMENT_PRIV_H
#define DUAN_CITE_SEGMENT_PRIV_H

#include "base/slice.h"

enum segment_kind {
	SEGMENT_NONE,
	SEGMENT_BROKEN, /* "Add." without its number, "_____", "xx": the symbol is not known yet */
	SEGMENT_NUMBER, /* 12, 72A, 4-5 */
	SEGMENT_WORD,   /* RES, HRC, WP89, SD-WOM */
	SEGMENT_DOTTED, /* L.1, CONF.IX, OzL.Pro.28, Add.1-3 */
	SEGMENT_SESSION,/* S-23, ES-10 */
};

struct segment {
	enum segment_kind kind;
	size_t start, end;
	bool digit;  /* holds one */
	bool closes; /* a symbol may end here */
};

/* `typed`: written by a person at a prompt, or standing alone: any case will do. */
struct segment segment_read(const char *c, size_t at, bool typed);

/* What the bracket stands behind: that decides what it may hold. */
struct bracket {
	bool word;       /* COP(9) */
	bool resolution; /* A/RES/217 (III) */
	bool security;   /* S/RES/242 (1967) */
	bool typed;
};
/* The end of the qualifier at `at`, blank before it included; `at` if there is none. */
size_t segment_bracket(const char *c, size_t at, struct bracket behind);
/* The end of a part letter set apart, with a roman bracket or a range behind it:
 * "217 A (III)", "70/93 A-B"; `at` if there is none. */
size_t segment_part(const char *c, size_t at);

#endif
