/* SPDX-License-Identifier: ISC */
/*
 * What the full-text index knows of a text: its grams.
 *
 * Of the text as search compares it (text/searchfold.h): every two characters that stand together
 * where one at least is not of a word, as Han; every three letters, digits and slashes; the last
 * one and two of such a run; the character alone behind which ASCII punctuation or nothing follows.
 * So whatever part of the text somebody looks for, its own grams are among those of the text, and
 * a part too short for any is the beginning of one.
 *
 * Of the text as it is: whole symbols and their beginnings up to a slash, lower case, behind
 * GRAM_SYMBOL.
 */
#ifndef DUAN_STORE_GRAM_PRIV_H
#define DUAN_STORE_GRAM_PRIV_H

#include "base/slice.h"
#include "base/vec.h"
#include "text/searchfold.h"

#define GRAM_RULES 1 /* number of these rules: an index by others must be made anew */
#define GRAM_SYMBOL '\1'

/* Memory to work in; zeroes are empty. */
struct gram {
	struct buf folded;
	VEC(uint32_t) start; /* of each folded character, and of the end */
	VEC(unsigned char) kind;
	struct buf symbol;
};
void gram_release(struct gram *g);

/* Other than 0 ends it. */
typedef int gram_each(void *context, struct slice gram);
/* Every gram of a text, some more than once; gives what `each` gave last. */
int gram_text(struct gram *g, struct slice text, gram_each *each, void *context);

struct gram_query {
	VEC(struct slice) grams; /* every match has them all; in g->folded */
	struct slice beginning;  /* of a gram that every match has, where there are no others */
	bool is_exact;           /* the only gram is all that is looked for */
};
void gram_query(struct gram *g, struct slice typed, struct gram_query *q);
/* The gram of a symbol, or of the beginning of one; it need not be whole. */
void gram_symbol(struct slice symbol, struct buf *out);

#endif
