/* SPDX-License-Identifier: ISC */
/*
 * Reading citations off the atoms of a window: what the readers of single kinds share.
 *
 * A reader is called at an atom that can begin its kind; it adds what it finds and gives the first
 * atom behind, or 0 when there is nothing for it here.
 */
#ifndef DUAN_CITE_PARSE_PRIV_H
#define DUAN_CITE_PARSE_PRIV_H

#include "atom_priv.h"
#include "base/err.h"
#include "cite/recognise.h"
#include "organ_priv.h"

/* Places within a document, from the outside in. */
enum level { LEVEL_PART, LEVEL_CHAPTER, LEVEL_SECTION, LEVEL_ARTICLE, LEVEL_PARAGRAPH, LEVELS };
#define PIECE_MAX 72 /* "para_1234__subpara_viii__subpara_viii__subpara_viii" */

struct place {
	char component[20];              /* "annex_1" */
	char piece[LEVELS][PIECE_MAX];   /* "chp_4", "sec_A", "para_4__subpara_a" */
};

/* What a locator hangs on. */
struct anchor {
	struct buf base;   /* "doc:A/57/465", "treaty:UNCAC"; empty for none */
	struct place place;
	size_t atom;       /* first one behind what was said last of it */
	uint32_t sentence, clause;
	bool here;         /* in this window */
	bool is_treaty;
};

#define NOUNS 9 /* enum treaty_noun: 0 for none */
#define TITLES_MAX 32

/* A title or short name that the document bound to a treaty. */
struct title {
	struct buf name, key;
	bool in_annex;
};

struct recogniser {
	const struct cite_context *context;
	struct window window;
	struct atoms atoms;
	struct buf scratch;
	VEC(uint32_t) heads;
	enum organ_id body, root;   /* of the citing document */
	long session, agenda_session; /* of the context; named in the text */
	struct buf own_treaty;      /* key of the default treaty; empty for none */
	unsigned own_noun;          /* of its short name */
	struct buf bound[NOUNS];    /* by definition: key of the treaty */
	struct buf section[NOUNS];  /* by a full name in this section */
	bool bound_in_annex[NOUNS];
	VEC(struct title) titles;
	struct anchor anchor, treaty, note, own; /* document cited last, treaty, document of the
	                                          * note before, this one */
	enum organ_id speaker, council;
	long article;               /* the text stands in */
	unsigned chapters;          /* of the treaty that were cited, by bit */
	long mark;                  /* footnote mark met last */
	bool in_annex;
	bool noted;                 /* a footnote was read */
	enum organ_id listed;       /* whose resolutions the lines that follow list */
	enum word listed_noun;
};

/* A locator that waits for the document behind it: "paragraph 5 of resolution 70/1". */
struct waiting {
	size_t citation, atom; /* first one behind it */
	struct place place, upto;
	bool article;
	bool tentative; /* nothing at all unless a document follows */
	bool near;      /* of the document before, unless "of" leads on to another */
};
#define WAITING_MAX 24

struct parse {
	struct recogniser *r;
	struct atoms *a;
	const struct atom *v; /* of `a` */
	size_t n;             /* without the last, ATOM_END */
	enum stretch what;
	struct arena *arena;
	size_t offset;        /* of the window in the text */
	VEC(struct citation) found;
	struct waiting waiting[WAITING_MAX];
	size_t n_waiting;
	uint32_t *head;       /* by atom: the next noun of resolutions in its sentence; 0 for none */
	/* the resolution cited last, from which a list goes on */
	enum organ_id list_organ;
	enum word list_noun;
	struct number list_number;
	uint32_t list_sentence;
	size_t list_end; /* first atom behind it; 0 for none */
	size_t row_end; /* row.c */
	size_t sold;    /* atom behind the sales number of a book; 0 for none */
	enum organ_id row_organ;
};

/* parse.c */
bool parse_word(const struct parse *p, size_t i, enum word word);
/* "of", "to", "in", "du", … */
bool parse_of(const struct parse *p, size_t i);
bool parse_mark(const struct parse *p, size_t i, codepoint c);
bool parse_is_han(const struct parse *p, size_t i); /* the word is written in Han */
/* Atoms i and j stand in one sentence. */
bool parse_same(const struct parse *p, size_t i, size_t j);
struct citation *parse_add(struct parse *p, size_t start, size_t end, enum citation_kind kind,
                           struct slice target, const char *evidence);
/* A document was cited between atoms i and `end`: waiting locators and later ones hang on it. */
void parse_anchor(struct parse *p, struct slice base, size_t i, size_t end);
void parse_treaty(struct parse *p, struct slice key, size_t i, size_t end);
/* `a` takes what `b` has. */
void anchor_copy(struct anchor *a, const struct anchor *b);
/* Appends "!annex_1#chp_4__para_3". */
void place_write(const struct place *place, struct buf *out);
/* Sets a level and empties those below it. */
void place_set(struct place *place, enum level level, const char *piece);
/* Target at a place, with a range when `upto` is not NULL. */
struct slice parse_target(struct parse *p, struct slice base, const struct place *place,
                          const struct place *upto);
void parse_wait(struct parse *p, const struct place *place, const struct place *upto, bool article,
                size_t end);

/* The readers. */
size_t series_read(struct parse *p, size_t i);     /* series.c: symbols and what is listed behind */
size_t resolution_read(struct parse *p, size_t i); /* resolution.c: at 第, a number or a noun */
size_t row_read(struct parse *p, size_t i);        /* row.c: numbers at the start of a line or cell */
size_t locator_read(struct parse *p, size_t i);    /* locator.c */
size_t article_read(struct parse *p, size_t i);    /* article.c */
size_t treaty_read(struct parse *p, size_t i);     /* treaty.c */
size_t record_read(struct parse *p, size_t i);     /* record.c: Official Records */
size_t comment_read(struct parse *p, size_t i);    /* comment.c: general comments, communications */
size_t agenda_read(struct parse *p, size_t i);     /* agenda.c */
size_t aside_read(struct parse *p, size_t i);       /* aside.c: footnotes, ibid., addresses, press */

/* row.c: the line at atom i names an organ and its resolutions and nothing else: lines that follow
 * list them, until row_enter() finds text that does not. */
bool row_heads_list(struct parse *p, size_t i);
void row_enter(struct parse *p);

/* treaty.c: the key that a short name stands for here; empty if none. */
struct slice treaty_bound(struct parse *p, unsigned noun);
const char *treaty_key(unsigned treaty);
unsigned treaty_noun(unsigned treaty);
unsigned treaty_noun_of_key(struct slice key);
/* Appends a name that fits into a list, "《儿童权利公约》", "Paris Agreement".  False if none does. */
bool treaty_short_name(struct slice key, enum ui_language language, struct buf *out);
void treaty_of_organ(struct parse *p, enum organ_id organ);

/* resolution.c: the organ that a short name means here. */
enum organ_id resolution_organ(const struct parse *p, enum organ_id named);

#endif
