/* SPDX-License-Identifier: ISC */
/*
 * Resolutions and decisions in Chinese, where the noun closes the list: "第7/5号和第7/6号决议"
 * (domain.md, B.1).
 */
#include "config.h"

#include "resolution_priv.h"

#include "council_priv.h"

/* What may stand behind a number whose noun comes later in the sentence. */
static bool
may_precede_noun(const struct parse *p, size_t i, bool signed_number)
{
	if (i >= p->n || parse_word(p, i, WORD_AND))
		return i < p->n;
	if (p->v[i].kind == ATOM_MARK)
		return parse_mark(p, i, ',') || parse_mark(p, i, '(') || parse_mark(p, i, 0x3001);
	return signed_number && (parse_word(p, i, WORD_ORGAN) || parse_word(p, i, WORD_ITS));
}

static bool
continues_list(const struct parse *p, size_t i)
{
	return i > 0 && p->list_sentence == p->v[i].sentence && p->list_end + 2 >= i && p->list_end < i &&
	       (parse_word(p, i - 1, WORD_AND) || parse_mark(p, i - 1, ',') || parse_mark(p, i - 1, 0x3001));
}

/* Ends the mention behind 号 and the noun; false if no noun belongs to the number. */
bool
resolution_find_noun(const struct parse *p, size_t number, bool ordinal, struct mention *m)
{
	size_t next = number + 1, head = p->head[number];
	bool sign = parse_word(p, next, WORD_NUMBER_SIGN);

	next += sign;
	m->end_atom = next;
	m->end = p->v[next - 1].end;
	if (resolution_is_noun(p, next) && parse_is_han(p, next)) {
		m->noun = p->v[next].word;
		m->end_atom = next + 1;
		m->end = p->v[next].end;
		return ordinal || sign || p->v[number].kind == ATOM_REF;
	}
	if (head == 0 || !may_precede_noun(p, next, sign) || !(ordinal || sign || continues_list(p, number)))
		return false;
	m->noun = p->v[head].word;
	return true;
}

static void
choose_han_organ(const struct parse *p, size_t i, struct mention *m)
{
	bool listed = p->list_end > 0 && p->list_sentence == p->v[i].sentence && p->list_end <= i;
	size_t from = listed ? p->list_end : 0, its = i;

	m->evidence = "organ";
	m->organ = resolution_organ_before(p, i, from, &m->number);
	if (m->organ != ORGAN_NONE)
		return;
	for (; its > from && i - its < RESOLUTION_BACK && parse_same(p, its - 1, i); its--)
		if (parse_word(p, its - 1, WORD_ITS)) {
			m->evidence = "anaphor";
			m->organ = resolution_organ_of_its(p, i, &m->number);
			break;
		}
	if (m->organ == ORGAN_NONE && listed && resolution_can_be(p, p->list_organ, &m->number)) {
		m->evidence = "list";
		m->organ = p->list_organ;
	}
	if (m->organ == ORGAN_NONE)
		m->organ = resolution_organ_of_shape(p, &m->number, &m->evidence);
	if (m->organ == ORGAN_NONE && m->number.shape == NUMBER_PLAIN && m->number.first >= 100 &&
	    council_year(m->number.first) > 0 && resolution_organ_of_shape(p, &m->number, &m->evidence) == ORGAN_NONE)
		m->organ = ORGAN_SC;
}

size_t
resolution_read_han(struct parse *p, size_t i)
{
	bool ordinal = parse_word(p, i, WORD_ORDINAL);
	size_t number = i + ordinal;
	struct mention m = { .first_atom = i, .start = p->v[i].start };

	if (!resolution_number_at(p, number, &m.number) || !resolution_find_noun(p, number, ordinal, &m))
		return 0;
	choose_han_organ(p, i, &m);
	if (organ_is_foreign(m.organ) || !resolution_add(p, &m))
		return m.end_atom;
	return resolution_read_letters(p, m.end_atom, true);
}

/* 决议案一五一四(十五), 决议案2025(XX) */
size_t
resolution_read_old_han(struct parse *p, size_t i)
{
	struct mention m = { .first_atom = i, .noun = WORD_RESOLUTION, .start = p->v[i].start };

	if (i + 1 < p->n && p->v[i + 1].kind == ATOM_HAN) {
		struct buf typed = { 0 };
		struct window old = { 0 };
		const struct window *w = p->a->w;

		buf_addf(&typed, "%ld%.*s", p->v[i + 1].value,
		         SLICE_ARG(slice_sub(w->text, w->at[p->v[i + 1].end], w->at[p->v[i + 1].end] + 24)));
		window_read(&old, buf_slice(&typed));
		if (number_read(&old, 0, &m.number) && m.number.shape == NUMBER_ROMAN_SESSION) {
			size_t digits = 0;

			while (digits < old.n && old.c[digits] >= '0' && old.c[digits] <= '9')
				digits++;
			m.end = p->v[i + 1].end + m.number.end - digits;
		}
		window_release(&old);
		buf_release(&typed);
	} else if (resolution_number_at(p, i + 1, &m.number) && p->v[i + 1].kind == ATOM_REF) {
		m.end = p->v[i + 1].end;
	}
	if (m.end == 0)
		return 0;
	for (m.end_atom = i + 1; m.end_atom < p->n && p->v[m.end_atom].start < m.end; m.end_atom++)
		;
	choose_han_organ(p, i, &m);
	resolution_add(p, &m);
	return m.end_atom;
}
