/* SPDX-License-Identifier: ISC */
/*
 * Resolutions and decisions cited by number (domain.md, B).
 */
#include "config.h"

#include "resolution_priv.h"

#include "council_priv.h"
#include "text/numeral.h"

#include <string.h>

#define LIST_MOST 120   /* atoms from one member of a list to the next, with text between */
#define FOREIGN_NEAR 10 /* atoms between somebody else's body and its number */

enum organ_id
resolution_organ(const struct parse *p, enum organ_id named)
{
	const struct recogniser *r = p->r;

	switch (named) {
	case ORGAN_COUNCIL:
		if (r->council != ORGAN_NONE)
			return r->council;
		if (r->body == ORGAN_HRC || r->body == ORGAN_SC || r->body == ORGAN_TC || r->body == ORGAN_UNEPGC)
			return r->body;
		return ORGAN_ECOSOC;
	case ORGAN_PARTIES:
		if (r->body == ORGAN_GA || r->body == ORGAN_ECOSOC || r->body == ORGAN_NONE || r->body == ORGAN_COSP)
			return ORGAN_COPTOC;
		return r->body;
	case ORGAN_CONFERENCE:
	case ORGAN_COMMISSION:
	case ORGAN_BOARD:
		return r->body;
	default:
		return named;
	}
}

/* Numbers with a session in roman digits: those of the General Assembly were counted through, so that
 * a number far below the session's first is the Council's: 671 (XXV). */
static enum organ_id
organ_of_session(const struct number *n)
{
	static const short first[] = { 0,    1,    103,  182,  290,  366,  502,  614,  719,  814,  908,
		                       996,  1100, 1200, 1300, 1450, 1580, 1700, 1850, 1980, 2000,
		                       2100, 2200, 2320, 2450, 2600, 2720, 2860, 3000, 3150, 3330 };
	long roman = 0;

	if (numeral_roman(slice_from(n->session), &roman) == 0)
		return ORGAN_GA; /* (S-VI) */
	return roman > 30 || 10 * n->first < 9 * first[roman] ? ORGAN_ECOSOC : ORGAN_GA;
}

/* By the shape of the number alone (B.3), and by the root of the document (B.4, 5). */
enum organ_id
resolution_organ_of_shape(const struct parse *p, const struct number *n, const char **evidence)
{
	enum organ_id body = p->r->body;

	*evidence = "shape";
	switch (n->shape) {
	case NUMBER_NONE:
	case NUMBER_CASE:
		return ORGAN_NONE;
	case NUMBER_PLAIN:
		*evidence = "root";
		return body == ORGAN_SC && council_year(n->first) > 0 ? ORGAN_SC : ORGAN_NONE;
	case NUMBER_YEAR:
		return ORGAN_SC;
	case NUMBER_ROMAN_SESSION:
		if (body > ORGAN_HRC && organ_of_session(n) != ORGAN_GA && organ_may_number(body, n, 0))
			return body;
		return organ_of_session(n);
	case NUMBER_SPECIAL:
		return body == ORGAN_HRC ? body : ORGAN_GA;
	case NUMBER_OF_YEAR:
		return organ_counts_years(body) ? body : ORGAN_ECOSOC;
	case NUMBER_CLIMATE: /* 20/COP.7: the other conventions' */
		if (strcmp(n->head, "COP") != 0)
			return ORGAN_UNFCCC;
		return body == ORGAN_UNCCD ? body : ORGAN_NONE;
	case NUMBER_ROMAN:
		return organ_may_number(body, n, 0) ? body : ORGAN_NONE;
	case NUMBER_SPECIAL_ROMAN:
		return ORGAN_UNEPGC;
	case NUMBER_PLENARY:
		return ORGAN_ECLAC;
	case NUMBER_SESSION:
		break;
	}
	*evidence = "root";
	if (body != ORGAN_GA && organ_may_number(body, n, p->r->session))
		return body;
	*evidence = "shape";
	return organ_may_number(ORGAN_GA, n, 0) ? ORGAN_GA : ORGAN_NONE;
}

static long
session_for(const struct parse *p, enum organ_id organ)
{
	return organ == p->r->body ? p->r->session : 0;
}

bool
resolution_can_be(const struct parse *p, enum organ_id organ, const struct number *n)
{
	return organ_may_number(organ, n, session_for(p, organ));
}

/* 妇女地位委员会的1946年…第11(II)号: the organ owns something else. */
static bool
owns_something_else(const struct parse *p, size_t organ, size_t number)
{
	return parse_word(p, organ + 1, WORD_POSSESSIVE) && organ + 2 < number;
}

/* The organ named last before atom i, at or after `from`, whose number it can be. */
enum organ_id
resolution_organ_before(const struct parse *p, size_t i, size_t from, const struct number *n)
{
	for (size_t k = i; k-- > from && i - k < RESOLUTION_BACK && parse_same(p, k, i);) {
		enum organ_id organ;

		if (!parse_word(p, k, WORD_ORGAN))
			continue;
		organ = resolution_organ(p, (enum organ_id)p->v[k].value);
		if (organ_is_foreign(organ) && i - k <= FOREIGN_NEAR)
			return organ;
		if (resolution_can_be(p, organ, n) && !owns_something_else(p, k, i))
			return organ;
	}
	return ORGAN_NONE;
}

/* "its resolution": of the organ that the sentence speaks of, that speaks, whose report this is. */
enum organ_id
resolution_organ_of_its(const struct parse *p, size_t i, const struct number *n)
{
	enum organ_id organ = resolution_organ_before(p, i, 0, n);

	if (organ != ORGAN_NONE && !organ_is_foreign(organ))
		return organ;
	if (resolution_can_be(p, p->r->speaker, n))
		return p->r->speaker;
	return resolution_can_be(p, p->r->body, n) ? p->r->body : ORGAN_NONE;
}

/* ------------------------------------------------------------------------ results */

static struct slice
target_of(struct parse *p, enum organ_id organ, bool decision, const struct number *n)
{
	struct buf *out = &p->r->scratch;
	struct number known = *n;

	buf_clear(out);
	if (organ == ORGAN_SC && n->shape == NUMBER_PLAIN && (known.second = council_year(n->first)) > 0)
		known.shape = NUMBER_YEAR;
	if (n->first == 0 && (n->shape == NUMBER_CLIMATE || n->shape == NUMBER_SESSION)) {
		buf_add_str(out, "damaged:"); /* a digit was lost */
		number_write(n, out);
	} else if (organ == ORGAN_HERE) {
		buf_addf(out, "%s:%.*s:", decision ? "dec" : "res", SLICE_ARG(p->r->context->root));
		number_write(n, out);
	} else {
		organ_target(organ, decision, &known, out);
	}
	return arena_copy(p->arena, buf_slice(out));
}

bool
resolution_add(struct parse *p, const struct mention *m)
{
	struct slice target = target_of(p, m->organ, m->noun == WORD_DECISION, &m->number);
	enum citation_kind kind = CITATION_RES;
	size_t last = m->end_atom;

	if (target.len == 0)
		return false;
	if (m->noun == WORD_DECISION || slice_starts(target, "dec:"))
		kind = CITATION_DEC;
	parse_add(p, m->start, m->end, kind, target, m->evidence);
	if (!slice_starts(target, "damaged:"))
		parse_anchor(p, target, m->first_atom, last);
	p->list_organ = m->organ;
	p->list_noun = m->noun;
	p->list_sentence = p->v[m->first_atom].sentence;
	p->list_end = last;
	p->list_number = m->number;
	return true;
}

bool
resolution_is_noun(const struct parse *p, size_t i)
{
	return parse_word(p, i, WORD_RESOLUTION) || parse_word(p, i, WORD_DECISION);
}

bool
resolution_number_at(const struct parse *p, size_t i, struct number *n)
{
	if (i >= p->n)
		return false;
	if (p->v[i].kind == ATOM_REF)
		*n = p->a->numbers.v[p->v[i].value];
	else if (p->v[i].kind == ATOM_NUMBER)
		*n = (struct number){ .shape = NUMBER_PLAIN, .first = p->v[i].value,
			              .start = p->v[i].start, .end = p->v[i].end };
	else
		return false;
	return true;
}

/* "和B号决议" behind a number with its part letter: the same number, another part. */
size_t
resolution_read_letters(struct parse *p, size_t i, bool han)
{
	struct mention m = { .evidence = "list", .organ = p->list_organ, .noun = p->list_noun };

	while (p->list_number.letters[0] &&
	       (parse_word(p, i, WORD_AND) || parse_mark(p, i, ',') || parse_mark(p, i, 0x3001)) &&
	       i + 1 < p->n) {
		char letter = atom_letter(p->a, &p->v[i + 1]);

		if (letter < 'A' || letter > 'Z')
			break;
		m.number = p->list_number;
		m.number.letters[0] = letter;
		m.number.letters[1] = '\0';
		m.first_atom = i + 1;
		m.start = p->v[i + 1].start;
		m.end_atom = i + 2;
		m.end = p->v[i + 1].end;
		if (han && !resolution_find_noun(p, i + 1, true, &m))
			m.noun = p->list_noun;
		if (!resolution_add(p, &m))
			break;
		i = m.end_atom;
	}
	return i;
}

/* "of the Economic and Social Council", "Генеральной Ассамблеи", ", adopted by the" behind it. */
static enum organ_id
organ_behind(const struct parse *p, size_t i)
{
	size_t k = i;

	for (; k < p->n && k < i + 4 && parse_same(p, k, i); k++)
		if (!parse_of(p, k) && !parse_word(p, k, WORD_THE) && !parse_mark(p, k, ','))
			break;
	if (!parse_word(p, k, WORD_ORGAN) || (k > i && parse_mark(p, i, ',') && !parse_of(p, i + 1)))
		return ORGAN_NONE;
	/* "resolution 55/25 and Conference …", "in 55/25 General Assembly": of what follows */
	if (k == i && p->a->w->c[p->v[k].start] < 0x400)
		return ORGAN_NONE;
	return resolution_organ(p, (enum organ_id)p->v[k].value);
}

/* Directly before the noun. */
static enum organ_id
organ_in_front(const struct parse *p, size_t noun, const struct number *n, bool *its)
{
	size_t k = noun;

	*its = false;
	if (k > 0 && parse_word(p, k - 1, WORD_POSSESSIVE))
		k--;
	if (k > 0 && parse_mark(p, k - 1, ')')) /* "General Assembly (in its …) resolution" is rare */
		return ORGAN_NONE;
	if (k > 0 && parse_same(p, k - 1, noun) && parse_word(p, k - 1, WORD_ORGAN))
		return resolution_organ(p, (enum organ_id)p->v[k - 1].value);
	for (size_t back = k; back-- > 0 && k - back <= 2 && parse_same(p, back, noun);)
		if (parse_word(p, back, WORD_ITS) || (p->v[back].kind == ATOM_WORD && p->v[back].word == WORD_OF &&
		                                      p->v[back].end - p->v[back].start > 5)) {
			*its = true;
			return resolution_organ_of_its(p, back, n);
		}
	return ORGAN_NONE;
}

/* "decision 2/113 and resolution S-30/1": of one organ. */
static bool
goes_on(const struct parse *p, size_t noun)
{
	if (p->list_end == 0 || p->list_sentence != p->v[noun].sentence)
		return false;
	if (p->list_end == noun) /* the Arabic "and" is written with its word */
		return p->a->w->c[p->v[noun].start] == 0x648;
	return p->list_end + 1 == noun && parse_word(p, p->list_end, WORD_AND);
}

static void
choose_organ(const struct parse *p, size_t noun, struct mention *m)
{
	enum organ_id behind = organ_behind(p, m->end_atom);
	bool its;

	m->evidence = "organ";
	if (organ_is_foreign(behind)) {
		m->organ = behind;
		return;
	}
	m->organ = organ_in_front(p, noun, &m->number, &its);
	if (its)
		m->evidence = "anaphor";
	if (organ_is_foreign(m->organ) || (m->organ != ORGAN_NONE && resolution_can_be(p, m->organ, &m->number)))
		return;
	m->evidence = "organ";
	m->organ = behind;
	if (m->organ == ORGAN_NONE && m->number.shape != NUMBER_ROMAN_SESSION && goes_on(p, noun)) {
		m->evidence = "list";
		m->organ = p->list_organ;
	}
	if (m->organ == ORGAN_NONE || !resolution_can_be(p, m->organ, &m->number))
		m->organ = resolution_organ_of_shape(p, &m->number, &m->evidence);
}

/* "31/406 A to E": the parts from one to the other. */
static size_t
read_part_range(const struct parse *p, size_t i, struct mention *m)
{
	char letter;

	if (m->number.letters[0] == '\0' || m->number.letters[1] || !parse_word(p, i, WORD_TO) || i + 1 >= p->n)
		return i;
	letter = atom_letter(p->a, &p->v[i + 1]);
	if (letter < 'A' || letter > 'Z')
		return i;
	m->number.letters[1] = '-';
	m->number.letters[2] = letter;
	m->number.letters[3] = '\0';
	m->end = p->v[i + 1].end;
	return i + 2;
}

/* What makes a number behind the noun something else: a month, a share, a count. */
static bool
is_other_number(const struct parse *p, size_t next)
{
	return parse_word(p, next, WORD_DATE) || parse_word(p, next, WORD_MEASURE) || parse_mark(p, next, '%') ||
	       (parse_mark(p, next, '.') && next + 1 < p->n && p->v[next + 1].kind == ATOM_NUMBER &&
	        !p->v[next + 1].blank);
}

/* "резолюции Совета Безопасности 1325 (2000)": the organ stands between. Behind it; `i` if not. */
static size_t
skip_organ(const struct parse *p, size_t i, enum organ_id *organ)
{
	size_t k = i;

	while (k < i + 3 && (parse_of(p, k) || parse_word(p, k, WORD_THE)))
		k++;
	if (!parse_word(p, k, WORD_ORGAN) || parse_is_han(p, k))
		return i;
	*organ = resolution_organ(p, (enum organ_id)p->v[k].value);
	return k + 1;
}

/* "(1261) 1999": number and year changed places when an Arabic text was torn out of its pages. */
static bool
is_swapped(const struct parse *p, size_t i)
{
	return parse_mark(p, i, '(') && i + 3 < p->n && p->v[i + 1].kind == ATOM_NUMBER && parse_mark(p, i + 2, ')') &&
	       p->v[i + 3].kind == ATOM_NUMBER && council_year(p->v[i + 1].value) == p->v[i + 3].value;
}

static size_t
read_swapped(struct parse *p, size_t noun, size_t i, bool apart)
{
	struct mention m = { .first_atom = noun, .end_atom = i + 4, .noun = p->v[noun].word, .organ = ORGAN_SC,
		             .start = p->v[apart ? i : noun].start, .end = p->v[i + 3].end,
		             .evidence = "shape" };

	m.number = (struct number){ .shape = NUMBER_YEAR, .first = p->v[i + 1].value, .second = p->v[i + 3].value };
	resolution_add(p, &m);
	return m.end_atom;
}

static size_t
read_behind_noun(struct parse *p, size_t i)
{
	enum organ_id between = ORGAN_NONE;
	size_t number = skip_organ(p, i + 1, &between);
	struct mention m = { .first_atom = i, .noun = p->v[i].word, .start = p->v[i].start };

	if (parse_word(p, number, WORD_NUMBER_NAME))
		number++;
	if (is_swapped(p, number))
		return read_swapped(p, i, number, between != ORGAN_NONE);
	if (!resolution_number_at(p, number, &m.number) || p->v[number].lines > 2 ||
	    (between != ORGAN_NONE && p->v[number].kind == ATOM_NUMBER && between != ORGAN_SC))
		return 0;
	if (between != ORGAN_NONE) {
		m.first_atom = number;
		m.start = p->v[number].start;
	}
	m.end = m.number.end;
	m.end_atom = read_part_range(p, number + 1, &m);
	if (p->v[number].kind == ATOM_NUMBER && is_other_number(p, m.end_atom))
		return 0;
	if (between != ORGAN_NONE && (organ_is_foreign(between) || resolution_can_be(p, between, &m.number))) {
		m.evidence = "organ";
		m.organ = between;
	} else {
		choose_organ(p, i, &m);
	}
	if (organ_is_foreign(m.organ) || !resolution_add(p, &m))
		return m.end_atom;
	return resolution_read_letters(p, m.end_atom, false);
}

static bool
is_joint(const struct parse *p, size_t i)
{
	return parse_word(p, i, WORD_AND) || parse_mark(p, i, ',') || parse_mark(p, i, ';') ||
	       parse_mark(p, i, 0x60C) || parse_word(p, i, WORD_TO);
}

/* "resolutions 1325 (2000), 1888 and 1960": numbers without their year; no year itself. */
static bool
is_council_number(const struct parse *p, size_t i, long number)
{
	if (p->list_organ != ORGAN_SC || i - p->list_end > 2)
		return false;
	if (p->list_number.shape == NUMBER_PLAIN)
		return number >= 10;
	return number >= 100 && (number < 1980 || number > 2040) && council_year(number) > 0 &&
	       (parse_mark(p, i + 1, ',') || parse_word(p, i + 1, WORD_AND) || parse_mark(p, i + 1, '.') ||
	        parse_mark(p, i + 1, ';') || i + 1 >= p->n);
}

/* A number further on in the sentence of a list: "resolutions 46/182 of …, 47/168 of …". */
static size_t
read_listed(struct parse *p, size_t i)
{
	struct mention m = { .first_atom = i, .noun = p->list_noun, .start = p->v[i].start,
		             .evidence = "list", .organ = p->list_organ };

	if (p->list_end == 0 || p->list_sentence != p->v[i].sentence || i - p->list_end > LIST_MOST || i == 0 ||
	    !is_joint(p, i - 1) || is_other_number(p, i + 1) || !resolution_number_at(p, i, &m.number))
		return 0;
	if (p->v[i].kind == ATOM_NUMBER && !is_council_number(p, i, m.number.first))
		return 0;
	m.end = p->v[i].end;
	m.end_atom = read_part_range(p, i + 1, &m);
	if (!resolution_can_be(p, m.organ, &m.number))
		m.organ = resolution_organ_of_shape(p, &m.number, &m.evidence);
	if (!resolution_add(p, &m))
		return 0;
	return resolution_read_letters(p, m.end_atom, false);
}

/* "2/CP.15" alone: a shape of one body; in a list of contents the page may be glued to it. */
static size_t
read_climate(struct parse *p, size_t i)
{
	struct mention m = { .first_atom = i, .noun = WORD_DECISION, .start = p->v[i].start,
		             .end = p->v[i].end, .end_atom = i + 1, .evidence = "shape",
		             .organ = ORGAN_UNFCCC };

	m.number = p->a->numbers.v[p->v[i].value];
	if (m.number.shape != NUMBER_CLIMATE || strcmp(m.number.head, "COP") == 0 || (i > 0 && parse_mark(p, i - 1, '.')))
		return 0;
	return resolution_add(p, &m) ? i + 1 : 0;
}

/* "CAC/COSP 10/5": the label of a register. */
static size_t
read_label(struct parse *p, size_t i)
{
	struct mention m = { .first_atom = i, .noun = WORD_RESOLUTION, .start = p->v[i].start,
		             .end = p->v[i].end, .end_atom = i + 1, .evidence = "organ" };
	const struct window *w = p->a->w;
	bool root = false;

	if (i == 0 || !parse_word(p, i - 1, WORD_ORGAN) || !resolution_number_at(p, i, &m.number))
		return 0;
	for (size_t k = p->v[i - 1].start; k < p->v[i - 1].end; k++)
		root = root || w->c[k] == '/';
	m.organ = (enum organ_id)p->v[i - 1].value;
	return root && resolution_can_be(p, m.organ, &m.number) && resolution_add(p, &m) ? i + 1 : 0;
}

size_t
resolution_read(struct parse *p, size_t i)
{
	size_t end;

	if (parse_word(p, i, WORD_OLD_RESOLUTION))
		return resolution_read_old_han(p, i);
	if (resolution_is_noun(p, i))
		return read_behind_noun(p, i);
	end = resolution_read_han(p, i);
	if (end == 0 && p->v[i].kind == ATOM_REF)
		(void)((end = read_climate(p, i)) || (end = read_label(p, i)));
	return end > 0 || parse_word(p, i, WORD_ORDINAL) ? end : read_listed(p, i);
}
