/* SPDX-License-Identifier: ISC */
/*
 * The words that the recogniser knows (words.def, organs.def, treaties.def), found in a window.
 * phrase_build.c makes a table of them when the program is built.
 */
#ifndef DUAN_CITE_PHRASE_PRIV_H
#define DUAN_CITE_PHRASE_PRIV_H

#include "window_priv.h"

enum word {
	WORD_NONE,
	WORD_ORDINAL, WORD_NUMBER_SIGN, WORD_NUMBER_NAME,
	WORD_RESOLUTION, WORD_DECISION, WORD_RESOLUTIONS_AND_DECISIONS, WORD_OLD_RESOLUTION,
	WORD_DRAFT, WORD_COMMUNICATION, WORD_COMMENT, WORD_LETTER,
	WORD_PARAGRAPH, WORD_PREAMBULAR, WORD_SUBPARAGRAPH, WORD_BRANCH, WORD_ARTICLE, WORD_CLAUSE,
	WORD_ITEM, WORD_CHAPTER, WORD_SECTION, WORD_PART, WORD_ANNEX, WORD_NTH,
	WORD_FOOTNOTE, WORD_NOTE, WORD_AGENDA, WORD_AGENDA_ITEM, WORD_AGENDA_TAIL,
	WORD_HERE, WORD_IN_IT, WORD_IBID, WORD_SAID, WORD_THAT, WORD_SELF, WORD_THIS_ARTICLE, WORD_THIS_CHAPTER,
	WORD_SPECIALLY, WORD_SEE, WORD_NOTE_OF,
	WORD_AND, WORD_TO, WORD_OF, WORD_ITS, WORD_POSSESSIVE, WORD_DEFINE, WORD_THE,
	WORD_DATE, WORD_MEASURE, WORD_MEETING, WORD_RECORDS, WORD_SUPPLEMENT, WORD_SESSION,
	WORD_SPECIAL_SESSION, WORD_RULES, WORD_IMPLEMENT, WORD_HOUSE, WORD_PRESIDENT,
	WORD_MECHANISM, WORD_SALES,
	WORD_TREATY_NOUN,
	WORD_ORGAN,  /* value: enum organ_id */
	WORD_TREATY, /* value: index into treaties.def */
};

struct phrase {
	enum word word;
	unsigned value;
	size_t end;
};
/* The longest phrase at a place of the window; false if there is none. */
bool phrase_find(const struct window *w, size_t at, struct phrase *found);

#endif
