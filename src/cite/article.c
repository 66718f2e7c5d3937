/* SPDX-License-Identifier: ISC */
/*
 * Articles of treaties (domain.md, D.1).  The first level behind the article is the paragraph, the
 * second the sub-paragraph, whatever the words: the Charter says 项 and 款 where later treaties say
 * 款 and 项.
 */
#include "config.h"

#include "sequence_priv.h"

#include <stdio.h>
#include <string.h>

#define TREATY_NEAR 40 /* atoms between a treaty and an article of it, in one sentence */
#define RULES_NEAR 4
#define UNKNOWN "treaty:?"

struct law {
	struct slice target; /* "treaty:UNCAC"; empty: not known yet */
	const char *evidence;
};

/* Rules, codes, laws: their articles are none of a treaty. */
static bool
is_of_rules(const struct parse *p, size_t i)
{
	for (size_t k = i; k-- > 0 && i - k <= RULES_NEAR && parse_same(p, k, i);)
		if (parse_word(p, k, WORD_RULES))
			return true;
	/* 《刑法》第205条: of a title that is no treaty */
	return i > 0 && parse_mark(p, i - 1, 0x300B) && !(p->r->treaty.here && p->r->treaty.atom == i);
}

static struct law
law_of(struct parse *p, size_t i)
{
	const struct anchor *t = &p->r->treaty;
	struct law law = { .evidence = "near" };

	if (is_of_rules(p, i))
		return law;
	if (i > 0 && parse_is_han(p, i) && parse_is_han(p, i - 1) && p->v[i].lines == 0) { /* 宪章第三十五条 */
		struct slice key = { 0 };

		if (parse_word(p, i - 1, WORD_TREATY))
			key = slice_from(treaty_key((unsigned)p->v[i - 1].value));
		else if (parse_word(p, i - 1, WORD_TREATY_NOUN))
			key = treaty_bound(p, (unsigned)p->v[i - 1].value);
		if (key.len > 0) {
			law.target = arena_printf(p->arena, "treaty:%.*s", SLICE_ARG(key));
			return law;
		}
	}
	if (t->here && t->base.len > 0 && t->atom <= i && t->sentence == p->v[i].sentence &&
	    i - t->atom <= TREATY_NEAR) {
		law.target = arena_copy(p->arena, buf_slice(&t->base));
	} else if (p->r->own_treaty.len > 0) {
		law.evidence = "default";
		law.target = arena_printf(p->arena, "treaty:%s", buf_str(&p->r->own_treaty));
		if (t->here && t->base.len > 0 && t->atom <= i && t->sentence + 1 >= p->v[i].sentence)
			law.target = arena_copy(p->arena, buf_slice(&t->base));
	}
	return law;
}

static void
set_article(struct place *place, long article, const char *para)
{
	char piece[PIECE_MAX];

	number_print(piece, sizeof piece, "art_%ld", article);
	place_set(place, LEVEL_ARTICLE, piece);
	if (*para)
		place_set(place, LEVEL_PARAGRAPH, para);
}

/* The treaty's articles go on from here. */
static void
go_on(struct parse *p, struct slice target, const struct place *place, size_t end)
{
	struct anchor *t = &p->r->treaty;

	if (target.len == 0 || slice_starts(target, UNKNOWN))
		return;
	buf_clear(&t->base);
	buf_add(&t->base, target);
	t->place = *place;
	t->atom = end;
	t->here = t->is_treaty = true;
	t->sentence = p->v[end - 1].sentence;
	t->clause = p->v[end - 1].clause;
}

/* ---------------------------------------------------------------------------- Chinese */

/* 第二款, 第(3)款, 第一项(丑)款 behind 条: fills "para_2__subpara_b", gives the atom behind. */
static size_t
read_clause(const struct parse *p, size_t i, char *para)
{
	struct sequence run;
	char below[PIECE_MAX] = "";
	size_t end;

	*para = '\0';
	if (parse_word(p, i, WORD_ORDINAL) &&
	    (parse_word(p, i + 1, WORD_CLAUSE) || parse_word(p, i + 1, WORD_ITEM)))
		return i + 2; /* its number was lost */
	if (parse_word(p, i, WORD_ORDINAL) && sequence_read_han(p, i, &run) && run.n == 1 &&
	    (p->v[run.unit].word == WORD_CLAUSE || p->v[run.unit].word == WORD_ITEM)) {
		number_print(para, PIECE_MAX, "para_%ld%s", run.item[0].first, run.item[0].below);
		i = run.end;
	}
	end = sequence_read_below(p, i, below);
	if (end == i)
		return i;
	if (parse_word(p, end, WORD_ITEM) || parse_word(p, end, WORD_CLAUSE))
		end++;
	else if (*para == '\0')
		return i;
	if (*para == '\0' && byte_is_digit(below[sizeof "__subpara_" - 1])) {
		char lower[PIECE_MAX] = "";
		size_t item = sequence_read_below(p, end, lower); /* 第(1)款(b)项 */

		if (item > end && (parse_word(p, item, WORD_ITEM) || parse_word(p, item, WORD_CLAUSE)))
			end = item + 1;
		else
			*lower = '\0';
		number_print(para, PIECE_MAX, "para_%s%s", below + sizeof "__subpara_" - 1, lower);
	}
	else
		number_print(para + strlen(para), PIECE_MAX - strlen(para), "%s",
		         below + (*para == '\0' ? 2 : 0));
	return end;
}

static size_t
read_articles(struct parse *p, size_t i, const struct sequence *run)
{
	struct law law = law_of(p, i);
	struct place place = { 0 }, upto;
	char para[PIECE_MAX];
	size_t end = read_clause(p, run->end, para);

	if (law.target.len == 0)
		return end;
	for (size_t k = 0; k < run->n; k++) {
		const struct sequence_item *item = &run->item[k];
		bool last = k + 1 == run->n;

		set_article(&place, item->first, para);
		upto = (struct place){ 0 };
		if (item->last > 0)
			set_article(&upto, item->last, "");
		parse_add(p, p->v[item->atom].start, p->v[(last ? end : item->end_atom) - 1].end, CITATION_ART,
		          parse_target(p, law.target, &place, item->last > 0 ? &upto : NULL), law.evidence);
	}
	go_on(p, law.target, &place, end);
	return end;
}

/* 第三款 alone, behind an article of the same list. */
static size_t
read_clauses(struct parse *p, size_t i, const struct sequence *run)
{
	struct anchor *t = &p->r->treaty;
	struct place place = t->place;
	char piece[PIECE_MAX], below[PIECE_MAX] = "";
	size_t end = sequence_read_below(p, run->end, below);

	if (!t->here || t->place.piece[LEVEL_ARTICLE][0] == '\0' || t->sentence != p->v[i].sentence || t->atom > i ||
	    i - t->atom > 8)
		return 0;
	if (end > run->end && (parse_word(p, end, WORD_ITEM) || parse_word(p, end, WORD_CLAUSE)))
		end++;
	for (size_t k = 0; k < run->n; k++) {
		const struct sequence_item *item = &run->item[k];
		bool last = k + 1 == run->n;

		number_print(piece, sizeof piece, "para_%ld%s", item->first, last && *below ? below : item->below);
		place_set(&place, LEVEL_PARAGRAPH, piece);
		parse_add(p, p->v[item->atom].start, p->v[(last ? end : item->end_atom) - 1].end, CITATION_ART,
		          parse_target(p, buf_slice(&t->base), &place, NULL), "list");
	}
	t->place = place;
	t->atom = end;
	return end;
}

/* 本条第一项(丑)款: of the article the text stands in. */
static size_t
read_this(struct parse *p, size_t i)
{
	struct slice target = arena_printf(p->arena, "treaty:%s", buf_str(&p->r->own_treaty));
	struct place place = { 0 };
	char para[PIECE_MAX];
	size_t end = read_clause(p, i + 1, para);

	if (p->r->article == 0 || p->r->own_treaty.len == 0 || end == i + 1)
		return 0;
	set_article(&place, p->r->article, para);
	parse_add(p, p->v[i].start, p->v[end - 1].end, CITATION_ART, parse_target(p, target, &place, NULL),
	          "anaphor");
	go_on(p, target, &place, end);
	return end;
}

/* ------------------------------------------------------------------ other languages */

/* "(2) (b)" behind an article is paragraph 2, sub-paragraph b. */
static void
para_of_below(const char *below, char *para)
{
	*para = '\0';
	if (*below == '\0')
		return;
	below += sizeof "__subpara_" - 1;
	number_print(para, PIECE_MAX, "%s%s", byte_is_digit(*below) ? "para_" : "subpara_", below);
}

/* ", paragraph 4 (e)" behind an article. */
static size_t
read_paragraph_behind(const struct parse *p, size_t i, char *para)
{
	struct sequence run;
	size_t at = parse_mark(p, i, ',') ? i + 1 : i;

	if (!parse_word(p, at, WORD_PARAGRAPH) || !sequence_read(p, at + 1, false, &run) || run.item[0].last > 0)
		return i;
	number_print(para, PIECE_MAX, "para_%ld%s", run.item[0].first, run.item[0].below);
	return run.item[0].end_atom;
}

/* "article 205 of the Criminal Code": of something that is no treaty of ours. */
static bool
is_of_other(const struct parse *p, size_t i)
{
	if (!parse_of(p, i))
		return parse_word(p, i, WORD_RULES);
	if (parse_word(p, i + 1, WORD_THE) || parse_word(p, i + 1, WORD_ITS))
		i++;
	return i + 1 < p->n && (parse_word(p, i + 1, WORD_RULES) || p->v[i + 1].kind == ATOM_TEXT ||
	                        p->v[i + 1].kind == ATOM_LATIN);
}

static void
add_article(struct parse *p, const struct law *law, const struct place *place, const struct place *upto,
            size_t start, size_t end_atom)
{
	struct citation *c = parse_add(p, start, p->v[end_atom - 1].end, CITATION_ART, slice_from(NULL),
	                               law->evidence);

	if (law->target.len > 0)
		c->target = parse_target(p, law->target, place, upto);
	parse_wait(p, place, upto, true, end_atom);
}

static bool
is_singular(const struct parse *p, size_t i)
{
	codepoint last = window_plain(p->a->w->c[p->v[i].end - 1]);

	if (last == '.')
		last = window_plain(p->a->w->c[p->v[i].end - 2]);
	return last < 0x80 && last != 's';
}

/* "(arts. 2 and 26)" in brackets, of a treaty that nothing tells: worth a mark, no link. */
static bool
is_bracketed(const struct parse *p, size_t i, size_t first)
{
	return first == i && i > 0 && parse_mark(p, i - 1, '(') && p->a->w->c[p->v[i].end - 1] == '.' &&
	       !is_of_rules(p, i);
}

/* The articles of a run; the first citation starts at atom `first`. */
static size_t
read_run(struct parse *p, const struct sequence *run, struct law law, size_t first, const char *before)
{
	struct place place = { 0 }, upto = { 0 };
	char para[PIECE_MAX];
	size_t end = run->end;

	for (size_t k = 0; k < run->n; k++) {
		const struct sequence_item *item = &run->item[k];
		bool last = k + 1 == run->n;
		size_t behind = item->end_atom;

		if (item->only_below)
			continue;
		para_of_below(item->below, para);
		if (*before)
			number_print(para, sizeof para, "%s", before);
		else if (last && *para == '\0')
			end = behind = read_paragraph_behind(p, behind, para);
		set_article(&place, item->first, para);
		upto = (struct place){ 0 };
		if (item->last > 0)
			set_article(&upto, item->last, "");
		if (last && is_of_other(p, behind))
			law.target = slice_from(NULL);
		add_article(p, &law, &place, item->last > 0 ? &upto : NULL, p->v[k == 0 ? first : item->atom].start,
		            behind);
	}
	go_on(p, law.target, &place, end);
	return end;
}

/* Article numbers behind the word at `i`, which may go on behind a paragraph: "arts. 4, para. 2, and
 * 12"; the first citation starts at atom `first`. */
static size_t
read_behind(struct parse *p, size_t i, size_t first, const char *before)
{
	struct sequence run;
	struct law law = law_of(p, first);
	bool many = !is_singular(p, i);
	size_t end, next;

	if (!sequence_read(p, i + 1, many, &run) || p->v[i + 1].lines > 2 || is_of_rules(p, i))
		return 0;
	if (law.target.len == 0 && is_bracketed(p, i, first) && !is_of_other(p, run.end))
		law = (struct law){ .target = SLICE(UNKNOWN), .evidence = "shape" };
	end = read_run(p, &run, law, first, before);
	while (many && end > run.end && (parse_mark(p, end, ',') || parse_word(p, end, WORD_AND))) {
		next = end + 1 + (parse_mark(p, end, ',') && parse_word(p, end + 1, WORD_AND));
		if (!sequence_read(p, next, true, &run) || p->v[next].lines > 2)
			break;
		end = read_run(p, &run, law, next, "");
	}
	return end;
}

/* "paragraph 2 of article 9", "alinéa e) du paragraphe 4 de l'article 63", "пунктом 3 статьи 32" */
static size_t
read_reversed(struct parse *p, size_t i)
{
	char below[PIECE_MAX] = "", para[PIECE_MAX] = "";
	size_t at = i;
	struct sequence run;

	if (parse_word(p, at, WORD_SUBPARAGRAPH)) {
		at = sequence_read_below(p, at + 1, below);
		if (at == i + 1)
			return 0;
		at += parse_of(p, at);
	}
	if (parse_word(p, at, WORD_PARAGRAPH)) {
		if (!sequence_read(p, at + 1, false, &run) || run.item[0].last > 0)
			return 0;
		number_print(para, sizeof para, "para_%ld%s", run.item[0].first,
		         run.item[0].below[0] ? run.item[0].below : below);
		at = run.item[0].end_atom;
		at += parse_of(p, at);
	} else if (*below) {
		number_print(para, sizeof para, "%s", below + 2);
	}
	at += parse_word(p, at, WORD_THE);
	return at > i && parse_word(p, at, WORD_ARTICLE) && *para ? read_behind(p, at, i, para) : 0;
}

size_t
article_read(struct parse *p, size_t i)
{
	struct sequence run;

	if (parse_word(p, i, WORD_THIS_ARTICLE))
		return read_this(p, i);
	if (parse_word(p, i, WORD_PARAGRAPH) || parse_word(p, i, WORD_SUBPARAGRAPH))
		return read_reversed(p, i);
	if (parse_word(p, i, WORD_ARTICLE) && !parse_is_han(p, i))
		return read_behind(p, i, i, "");
	if (!parse_word(p, i, WORD_ORDINAL) || !sequence_read_han(p, i, &run))
		return 0;
	if (p->v[run.unit].word == WORD_ARTICLE)
		return read_articles(p, i, &run);
	if (p->v[run.unit].word == WORD_CLAUSE || p->v[run.unit].word == WORD_ITEM)
		return read_clauses(p, i, &run);
	return 0;
}
