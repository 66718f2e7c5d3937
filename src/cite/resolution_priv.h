/* SPDX-License-Identifier: ISC */
/*
 * A resolution or decision met in the text, ready to be cited.
 */
#ifndef DUAN_CITE_RESOLUTION_PRIV_H
#define DUAN_CITE_RESOLUTION_PRIV_H

#include "parse_priv.h"

#define RESOLUTION_BACK 80 /* atoms looked back over for the organ */

struct mention {
	struct number number;
	enum organ_id organ;
	enum word noun; /* WORD_RESOLUTION or WORD_DECISION */
	size_t first_atom, end_atom;
	size_t start, end; /* places in the window */
	const char *evidence;
};

/* By the shape of the number alone, and by the root of the document (domain.md, B.3). */
enum organ_id resolution_organ_of_shape(const struct parse *p, const struct number *n, const char **evidence);
bool resolution_can_be(const struct parse *p, enum organ_id organ, const struct number *n);
/* The organ named last before atom i, at or after `from`, whose number it can be. */
enum organ_id resolution_organ_before(const struct parse *p, size_t i, size_t from, const struct number *n);
/* "its resolution": of the organ that the sentence speaks of, that speaks, whose report this is. */
enum organ_id resolution_organ_of_its(const struct parse *p, size_t i, const struct number *n);
bool resolution_is_noun(const struct parse *p, size_t i);
bool resolution_number_at(const struct parse *p, size_t i, struct number *n);
/* Other parts of the resolution cited last: "A and B". */
size_t resolution_read_letters(struct parse *p, size_t i, bool han);

/* resolution_han.c */
size_t resolution_read_han(struct parse *p, size_t i);
size_t resolution_read_old_han(struct parse *p, size_t i);
/* Ends the mention behind 号 and the noun; false if no noun belongs to the number. */
bool resolution_find_noun(const struct parse *p, size_t number, bool ordinal, struct mention *m);

/* False if the organ has no such thing. */
bool resolution_add(struct parse *p, const struct mention *m);

#endif
