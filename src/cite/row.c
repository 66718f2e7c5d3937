/* SPDX-License-Identifier: ISC */
/*
 * Numbers of resolutions in lists of mandates: a line or cell that holds nothing but numbers and
 * parts of them, "45/248 B, sect. VI", or begins with one and goes on with its title, below a line
 * that names the organ, "General Assembly resolutions".
 */
#include "config.h"

#include "resolution_priv.h"

#define ROW_MOST 60 /* atoms */

static bool
belongs(const struct parse *p, size_t i)
{
	const struct atom *x = &p->v[i];

	switch (x->kind) {
	case ATOM_REF:
	case ATOM_NUMBER:
	case ATOM_LATIN:
	case ATOM_SYMBOL:
		return true;
	case ATOM_MARK:
		return x->value == ',' || x->value == ';' || x->value == '(' || x->value == ')' || x->value == '-' ||
		       x->value == '*';
	case ATOM_WORD:
		return x->word == WORD_AND || x->word == WORD_PARAGRAPH || x->word == WORD_SECTION ||
		       x->word == WORD_ANNEX || x->word == WORD_PART || x->word == WORD_CHAPTER;
	default:
		return false;
	}
}

/* The end of the line that begins at atom i, if it is such a row; else i. */
static size_t
row_end(const struct parse *p, size_t i)
{
	size_t end = i;

	if (i > 0 && p->v[i].lines == 0)
		return i;
	while (end < p->n && end < i + ROW_MOST && (end == i || p->v[end].lines == 0)) {
		if (!belongs(p, end))
			return i;
		end++;
	}
	return end < p->n && p->v[end].lines == 0 ? i : end;
}

/* ------------------------------------------------------------------- lists of mandates */

bool
row_heads_list(struct parse *p, size_t i)
{
	enum organ_id organ = ORGAN_NONE;
	bool resolutions = false, decisions = false;

	for (size_t k = i; k < p->n && (k == i || p->v[k].lines == 0); k++) {
		if (p->v[k].kind != ATOM_WORD)
			return false;
		switch (p->v[k].word) {
		case WORD_ORGAN:
			organ = organ == ORGAN_NONE ? resolution_organ(p, (enum organ_id)p->v[k].value) : organ;
			break;
		case WORD_RESOLUTIONS_AND_DECISIONS:
		case WORD_RESOLUTION:
			resolutions = true;
			break;
		case WORD_DECISION:
			decisions = true;
			break;
		case WORD_AND:
		case WORD_OF:
		case WORD_THE:
		case WORD_POSSESSIVE:
			break;
		default:
			return false;
		}
	}
	if (organ == ORGAN_NONE || organ_is_foreign(organ) || !(resolutions || decisions))
		return false;
	p->r->listed = organ;
	p->r->listed_noun = resolutions ? WORD_RESOLUTION : WORD_DECISION;
	return true;
}

void
row_enter(struct parse *p)
{
	const struct atom *first = &p->v[0];
	bool numbered = first->kind == ATOM_REF || first->kind == ATOM_NUMBER;
	bool long_text = p->n > 0 && p->v[p->n - 1].sentence > first->sentence;

	if (!numbered && (p->what == STRETCH_HEADING || p->what == STRETCH_ANNEX || long_text))
		p->r->listed = ORGAN_NONE;
}

static bool
is_joint(const struct parse *p, size_t i)
{
	return parse_mark(p, i, ',') || parse_mark(p, i, ';') || parse_word(p, i, WORD_AND);
}

/* "61/263 Strengthened and unified system", "59/276, sect. XI Questions", "79/254; 80/238 Staff": a
 * title behind it. */
static bool
is_titled(const struct parse *p, size_t i)
{
	size_t k = i + 1;
	codepoint c;

	if (i > 0 && p->v[i].lines == 0 && !(is_joint(p, i - 1) && p->list_end + 1 == i))
		return false;
	while (is_joint(p, k) && k + 1 < p->n && p->v[k + 1].kind == ATOM_REF)
		k += 2;
	if (parse_mark(p, k, ',') && (parse_word(p, k + 1, WORD_SECTION) || parse_word(p, k + 1, WORD_PARAGRAPH)))
		return true;
	if (k >= p->n || !p->v[k].blank || p->v[k].lines > 0)
		return false;
	c = p->a->w->c[p->v[k].start];
	return c != window_plain(c) || c >= 0x590 || c == '"' || c == 0x201C;
}

/* Decisions of some organs are counted from a number on (B.3). */
static enum word
noun_of(const struct parse *p, enum organ_id organ, const struct number *n)
{
	if ((organ == ORGAN_GA && n->shape == NUMBER_SESSION && n->second > 400) ||
	    (organ == ORGAN_ECOSOC && n->shape == NUMBER_OF_YEAR && n->second > 200) ||
	    (organ == ORGAN_HRC && n->shape == NUMBER_SESSION && n->second > 100))
		return WORD_DECISION;
	return organ == p->r->listed ? p->r->listed_noun : WORD_RESOLUTION;
}

static enum organ_id
organ_of_row(const struct parse *p, const struct number *n, enum organ_id before)
{
	enum organ_id above = p->r->listed;

	if (above != ORGAN_NONE && organ_may_number(above, n, 0))
		return above;
	if (before != ORGAN_NONE && organ_may_number(before, n, 0))
		return before;
	if (n->shape == NUMBER_SPECIAL_ROMAN)
		return ORGAN_UNEPGC;
	if (n->shape == NUMBER_YEAR)
		return ORGAN_SC;
	return organ_may_number(ORGAN_GA, n, 0) && n->second > 0 ? ORGAN_GA : ORGAN_NONE;
}

/* Only the numbers; what stands between is left to the readers of locators. */
size_t
row_read(struct parse *p, size_t i)
{
	struct mention m = { .first_atom = i, .end_atom = i + 1, .noun = WORD_RESOLUTION, .evidence = "row",
		             .start = p->v[i].start, .end = p->v[i].end };

	if (i >= p->row_end) {
		p->row_end = row_end(p, i);
		p->row_organ = ORGAN_NONE;
	}
	m.number = p->a->numbers.v[p->v[i].value];
	if (p->row_end > i)
		m.organ = organ_of_row(p, &m.number, p->row_organ);
	else if (is_titled(p, i) && organ_may_number(p->r->listed, &m.number, 0))
		m.organ = p->r->listed;
	m.noun = noun_of(p, m.organ, &m.number);
	if (m.organ == ORGAN_NONE || !resolution_add(p, &m))
		return 0;
	p->row_organ = m.organ;
	return i + 1;
}
