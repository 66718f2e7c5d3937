/* SPDX-License-Identifier: ISC */
/*
 * A line or cell that holds nothing but numbers of resolutions and parts of them, as lists of
 * mandates do: "45/248 B, sect. VI".
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

/* The line before names an organ and its resolutions: "Conference … resolutions and decisions". */
static enum organ_id
organ_above(const struct parse *p, size_t i)
{
	enum organ_id organ = ORGAN_NONE;
	bool resolutions = false;

	for (size_t k = i; k-- > 0 && i - k < 16;) {
		if (parse_word(p, k, WORD_ORGAN) && organ == ORGAN_NONE)
			organ = resolution_organ(p, (enum organ_id)p->v[k].value);
		resolutions = resolutions || parse_word(p, k, WORD_RESOLUTION) || parse_word(p, k, WORD_DECISION) ||
		              parse_word(p, k, WORD_RESOLUTIONS_AND_DECISIONS);
		if (p->v[k].lines > 0)
			break;
	}
	return resolutions ? organ : ORGAN_NONE;
}

static enum organ_id
organ_of_row(const struct parse *p, size_t i, const struct number *n, enum organ_id before)
{
	enum organ_id above = organ_above(p, i);

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
		p->row_start = i;
		p->row_organ = ORGAN_NONE;
	}
	if (p->row_end <= i)
		return 0;
	m.number = p->a->numbers.v[p->v[i].value];
	m.organ = organ_of_row(p, p->row_start, &m.number, p->row_organ);
	if (m.organ == ORGAN_NONE || !resolution_add(p, &m))
		return 0;
	p->row_organ = m.organ;
	return i + 1;
}
