/* SPDX-License-Identifier: ISC */
/*
 * General comments and recommendations of treaty bodies, and communications to them (B.5, A.5).
 */
#include "config.h"

#include "parse_priv.h"

#define BACK_MOST 12

/* The committee named last before, else that of the document. */
static const char *
committee(const struct parse *p, size_t i)
{
	for (size_t k = i; k-- > 0 && i - k <= BACK_MOST && parse_same(p, k, i);)
		if (parse_word(p, k, WORD_ORGAN)) {
			const char *name = organ_name((enum organ_id)p->v[k].value);

			if (*name)
				return name;
		}
	return organ_name(p->r->body);
}

/* "(2000年)", "(2000)" behind it. */
static size_t
skip_year(const struct parse *p, size_t i)
{
	size_t k = i + 2;

	if (!parse_mark(p, i, '(') || i + 2 >= p->n || p->v[i + 1].kind != ATOM_NUMBER || p->v[i + 1].value < 1970 ||
	    p->v[i + 1].value > 2099)
		return i;
	if (parse_word(p, k, WORD_DATE))
		k++;
	return parse_mark(p, k, ')') ? k + 1 : i;
}

static size_t
add(struct parse *p, size_t i, size_t number, size_t end, enum citation_kind kind)
{
	const char *name = committee(p, i);
	struct slice target;

	if (*name == '\0')
		return end;
	if (kind == CITATION_GC && p->v[number].kind == ATOM_REF) /* "No. 36 (2018)" reads as one */
		target = arena_printf(p->arena, "gc:%s:%ld", name, p->a->numbers.v[p->v[number].value].first);
	else if (kind == CITATION_GC)
		target = arena_printf(p->arena, "gc:%s:%ld", name, p->v[number].value);
	else
		target = arena_printf(p->arena, "comm:%s:%ld/%ld", name, p->a->numbers.v[p->v[number].value].first,
		                      p->a->numbers.v[p->v[number].value].second);
	parse_add(p, p->v[i].start, p->v[end - 1].end, kind, target, "organ");
	parse_anchor(p, target, i, end);
	return end;
}

/* A case: number/year. */
static bool
is_case(const struct parse *p, size_t i)
{
	const struct number *n;

	if (i >= p->n || p->v[i].kind != ATOM_REF)
		return false;
	n = &p->a->numbers.v[p->v[i].value];
	return n->second >= 1970 && n->second <= 2099 &&
	       (n->shape == NUMBER_CASE || n->shape == NUMBER_SESSION || n->shape == NUMBER_OF_YEAR);
}

static bool
is_comment_number(const struct parse *p, size_t i)
{
	return i < p->n && ((p->v[i].kind == ATOM_NUMBER && p->v[i].value < 200) || p->v[i].kind == ATOM_HAN ||
	                    (p->v[i].kind == ATOM_REF && p->a->numbers.v[p->v[i].value].shape == NUMBER_YEAR));
}

/* 和第35号一般性建议 behind 第19号. */
static bool
leads_to_comment(const struct parse *p, size_t i)
{
	while ((parse_word(p, i, WORD_AND) || parse_mark(p, i, 0x3001)) && parse_word(p, i + 1, WORD_ORDINAL) &&
	       is_comment_number(p, i + 2) && parse_word(p, i + 3, WORD_NUMBER_SIGN))
		i += 4;
	return parse_word(p, i, WORD_COMMENT);
}

static size_t
read_han(struct parse *p, size_t i)
{
	size_t number = i + 1, end = i + 3;

	if (!parse_word(p, i + 2, WORD_NUMBER_SIGN))
		return 0;
	if (is_comment_number(p, number) && parse_word(p, end, WORD_COMMENT))
		return add(p, i, number, skip_year(p, end + 1), CITATION_GC);
	if (is_comment_number(p, number) && leads_to_comment(p, end))
		return add(p, i, number, end, CITATION_GC);
	if (is_case(p, number) && parse_word(p, end, WORD_COMMUNICATION))
		return add(p, i, number, end + 1, CITATION_COMM);
	return 0;
}

/* Behind a number of a list: its end, a joint, or the year in brackets. */
static bool
may_go_on(const struct parse *p, size_t i)
{
	return i >= p->n || p->v[i].kind == ATOM_MARK || parse_word(p, i, WORD_AND) || parse_of(p, i) ||
	       parse_word(p, i, WORD_ORGAN);
}

/* "general comments Nos. 4 (1991) and 5": what goes on the list behind atom i. */
static size_t
read_more(struct parse *p, size_t i)
{
	size_t number;

	while (parse_word(p, i, WORD_AND) || parse_mark(p, i, ',')) {
		number = i + 1 + (parse_mark(p, i, ',') && parse_word(p, i + 1, WORD_AND));
		if (parse_word(p, number, WORD_NUMBER_NAME))
			number++;
		else if (p->v[number].kind == ATOM_NUMBER && !may_go_on(p, number + 1))
			break;
		if (!is_comment_number(p, number) || p->v[number].kind == ATOM_HAN)
			break;
		i = add(p, number, number, skip_year(p, number + 1), CITATION_GC);
	}
	return i;
}

size_t
comment_read(struct parse *p, size_t i)
{
	size_t number = i + 1;

	if (parse_word(p, i, WORD_ORDINAL))
		return read_han(p, i);
	if (parse_word(p, number, WORD_NUMBER_NAME))
		number++;
	if (parse_word(p, i, WORD_COMMENT) && is_comment_number(p, number))
		return read_more(p, add(p, i, number, skip_year(p, number + 1), CITATION_GC));
	if (!parse_word(p, i, WORD_COMMUNICATION) || !is_case(p, number))
		return 0;
	add(p, i, number, number + 1, CITATION_COMM);
	for (number++; is_case(p, number + 1) && (parse_mark(p, number, ',') || parse_word(p, number, WORD_AND)); number += 2)
		add(p, number + 1, number + 1, number + 2, CITATION_COMM);
	return number;
}
