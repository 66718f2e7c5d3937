/* SPDX-License-Identifier: ISC */
/*
 * What of a block survives translation: its length, its figures and Latin words, how it ends.
 */
#ifndef DUAN_COMPARE_FEATURE_PRIV_H
#define DUAN_COMPARE_FEATURE_PRIV_H

#include "compare/alignment.h"

enum ending { ENDING_NONE, ENDING_FULL, ENDING_SEMICOLON, ENDING_COLON, ENDING_COMMA };

/* A figure, or a word in Latin letters. */
struct token {
	uint32_t hash;
	bool is_figure; /* of two digits or more: a translator keeps it */
	bool is_learned; /* a word whose translation was learned: many of them say one thing */
	float weight;   /* the rarer, the more; 0 if the other side has it nowhere */
};

struct feature {
	size_t block;
	enum block_kind kind;
	enum ending ending;
	double len;      /* letters; a Han character counts as the letters it stands for */
	uint32_t label;  /* of a label that reads the same everywhere: "(a)", "12."; 0 if none */
	bool has_label;
	uint32_t token, n_tokens; /* in the list of the features */
	double figures;  /* weight of its figures */
};

/* Of one side: blocks that are read in order. */
struct features {
	VEC(struct feature) list;
	VEC(struct token) tokens;
};

void features_release(struct features *f);
void features_add(struct features *f, const struct doc *d, size_t block);
/* Once both sides are complete. */
void features_weigh(struct features *left, struct features *right);

#endif
