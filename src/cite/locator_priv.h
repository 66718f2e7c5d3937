/* SPDX-License-Identifier: ISC */
/*
 * What a place within a document belongs to.
 */
#ifndef DUAN_CITE_LOCATOR_PRIV_H
#define DUAN_CITE_LOCATOR_PRIV_H

#include "sequence_priv.h"

enum locator_prefix {
	LOCATOR_BARE,
	LOCATOR_HERE,   /* 上文, "of the present report" */
	LOCATOR_BEFORE, /* 其中, 该报告: of the document cited before */
};

struct base {
	struct slice target;
	struct place place;     /* the place it stands in */
	struct anchor *anchor;  /* later locators go on from it */
	const char *evidence;
};

/* `treaty`: it can be a part of a treaty. */
struct base locator_base(struct parse *p, size_t i, enum locator_prefix prefix, bool treaty);

/* Later locators go on from here. */
void locator_go_on(struct parse *p, struct base *b, const struct place *place, size_t end);
void locator_add(struct parse *p, struct base *b, enum level level, const struct place *place,
                 const struct place *upto, size_t start, size_t end, size_t end_atom);
bool locator_level(enum word word, enum level *level);
/* Writes "para_4__subpara_a", "sec_XV", "chp_2". */
void locator_piece(enum level level, long value, const char *below, char *out);

/* said.c: the target that 该草案 before atom i stands for, when a document was cited before; valid until
 * the next citation is read. */
struct slice said_document(const struct parse *p, size_t i);

/* paragraph.c */
size_t paragraph_read(struct parse *p, size_t i);
/* "16.45", "29E.1", "7.3": writes "para_16.45", gives the atom behind; `i` if there is none. */
size_t paragraph_read_decimal(const struct parse *p, size_t i, char *piece);
size_t paragraph_read_section(struct parse *p, size_t i, enum level level);
size_t paragraph_read_preambular(struct parse *p, size_t i);

/* annex.c */
size_t annex_read(struct parse *p, size_t i);

#endif
