/* SPDX-License-Identifier: ISC */
/*
 * A run of numbers that share a unit: "第3、5和7(a)段", "paras. 3, 5-7 and 9 (b)", "第二十七条第1款".
 */
#ifndef DUAN_CITE_SEQUENCE_PRIV_H
#define DUAN_CITE_SEQUENCE_PRIV_H

#include "parse_priv.h"

#define SEQUENCE_MOST 64

struct sequence_item {
	long first, last;       /* last 0: no range */
	char below[PIECE_MAX];  /* "__subpara_a", of the first */
	char below_last[PIECE_MAX];
	size_t atom, end_atom;  /* first one, first behind */
	bool only_below;        /* "(d)" alone */
};

struct sequence {
	struct sequence_item item[SEQUENCE_MOST];
	size_t n;
	size_t unit;            /* atom of the unit's word */
	size_t end;             /* first atom behind */
};

/* 第 number … unit: false if no unit of words.def follows. */
bool sequence_read_han(const struct parse *p, size_t i, struct sequence *run);
/* Numbers behind a unit's word at `i - 1`; `list`: more than one may follow. */
bool sequence_read(const struct parse *p, size_t i, bool list, struct sequence *run);
/* "(a)", "(ii)", "（五）", "(丑)", "a)" at atom i; appends "__subpara_a", gives the atom behind. */
size_t sequence_read_below(const struct parse *p, size_t i, char *below);
bool sequence_reads_number(const struct parse *p, size_t i, long *value);

#endif
