/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "locator_priv.h"

#include <stdio.h>
#include <string.h>

#define DATED_MOST 16 /* atoms of an organ and a date */

/* The number or letter behind "附件", "annex": fills the component, gives the atom behind. */
static size_t
read_label(const struct parse *p, size_t i, char *component, size_t size)
{
	const struct atom *x = &p->v[i];
	char letter;
	long value;

	if (i >= p->n || x->lines > 2)
		return i;
	if ((x->kind == ATOM_HAN || x->kind == ATOM_NUMBER) && x->value > 0 && x->value < 100) {
		number_print(component, size, "annex_%ld", x->value);
		return i + 1;
	}
	if (atom_arabic_ordinal(p->a, x, &value)) {
		number_print(component, size, "annex_%ld", value);
		return i + 1;
	}
	letter = atom_letter(p->a, x);
	if (atom_roman(p->a, x, &value) && !(letter >= 'a' && letter <= 'z')) {
		number_print(component, size, "annex_%ld", value);
		return i + 1;
	}
	if (letter < 'A' || letter > 'Z')
		return i;
	number_print(component, size, "annex_%c", letter);
	return i + 1;
}

static bool
text_starts(const struct parse *p, size_t i, const char *const *words, size_t n)
{
	struct slice text;

	if (i >= p->n)
		return false;
	text = window_slice(p->a->w, p->v[i].start, p->v[i].end);
	for (size_t k = 0; k < n; k++)
		if (slice_starts(text, words[k]))
			return true;
	return false;
}

/* 附件一缔约方, "Annex I Parties": a class of states by an annex of the treaty. */
static bool
names_parties(const struct parse *p, size_t i)
{
	static const char *const words[] = { "缔约方", "缔约国", "Part", "part", "国家" };

	if (parse_word(p, i, WORD_IMPLEMENT))
		i++;
	return text_starts(p, i, words, sizeof words / sizeof *words);
}

/* The component of the locators that wait in front: "paragraph 5 of annex I to …". */
static void
extend_waiting(struct parse *p, size_t i, const char *component)
{
	for (size_t k = 0; k < p->n_waiting; k++) {
		struct waiting *w = &p->waiting[k];

		if (w->atom + 3 >= i && w->atom < i && parse_of(p, w->atom) && w->place.component[0] == '\0')
			number_print(w->place.component, sizeof w->place.component, "%s", component);
	}
}

/* ", annex" behind the date of a resolution: "resolution 41/128 of 4 December 1986, annex". */
static bool
follows_date(const struct parse *p, size_t from, size_t i)
{
	size_t year = i - 2;

	if (i < from + 3 || i - from > DATED_MOST || (!parse_mark(p, i - 1, ',') && !parse_mark(p, i - 1, 0x60C)))
		return false;
	if (parse_word(p, year, WORD_DATE))
		year--;
	if (year < from || p->v[year].kind != ATOM_NUMBER || p->v[year].value < 1945 || p->v[year].value > 2099)
		return false;
	for (size_t k = from; k < year; k++)
		if (parse_mark(p, k, ',') && p->v[k + 1].kind != ATOM_WORD && !parse_word(p, k + 1, WORD_OF))
			return false;
	return true;
}

/* "annex" without a number: only where it stands right behind a document. */
static bool
is_close(const struct parse *p, const struct base *b, size_t i)
{
	size_t from = b->anchor->atom;

	if (slice_is(b->target, "self") || from > i)
		return false;
	if (follows_date(p, from, i))
		return true;
	for (size_t k = from; k < i; k++)
		if (p->v[k].kind != ATOM_MARK || strchr(",()", (int)p->v[k].value & 0x7F) == NULL ||
		    p->v[k].value > 0x7F)
			return false;
	return true;
}

/* What stands behind a label that goes on a list: no unit, 附件一和五个国家. */
static bool
may_end_list(const struct parse *p, size_t i)
{
	if (i >= p->n || p->v[i].kind == ATOM_MARK)
		return true;
	if (p->v[i].kind != ATOM_WORD)
		return false;
	switch (p->v[i].word) {
	case WORD_AND:
	case WORD_OF:
	case WORD_TO:
	case WORD_HERE:
	case WORD_POSSESSIVE:
	case WORD_IMPLEMENT:
		return true;
	default:
		return false;
	}
}

/* "annexes I and II", "附件一和二": labels that go on the list. */
static size_t
read_more(struct parse *p, size_t i, struct slice target, const char *evidence)
{
	struct place place = { 0 };

	while (parse_word(p, i, WORD_AND) || parse_mark(p, i, ',') || parse_mark(p, i, 0x3001)) {
		size_t label = i + 1 + (parse_mark(p, i, ',') && parse_word(p, i + 1, WORD_AND));
		size_t end = read_label(p, label, place.component, sizeof place.component);

		if (end == label || !may_end_list(p, end))
			break;
		parse_add(p, p->v[label].start, p->v[end - 1].end, CITATION_ANNEX,
		          parse_target(p, target, &place, NULL), evidence);
		if (slice_is(target, "self"))
			parse_wait(p, &place, NULL, false, end);
		i = end;
	}
	return i;
}

/* More than one may be named: "annexes", 附件. */
static bool
is_many(const struct parse *p, size_t i)
{
	codepoint last = window_plain(p->a->w->c[p->v[i].end - 1]);

	return parse_is_han(p, i) || last == 's' || last >= 0x400;
}

size_t
annex_read(struct parse *p, size_t i)
{
	bool said = i > 0 && parse_word(p, i - 1, WORD_SAID) && parse_same(p, i - 1, i);
	struct base b = locator_base(p, i, said ? LOCATOR_BEFORE : LOCATOR_BARE, true);
	struct place place = { 0 };
	size_t end = read_label(p, i + 1, place.component, sizeof place.component);
	bool numbered = end > i + 1, here = parse_word(p, end, WORD_HERE);

	if (!numbered) {
		if (!is_close(p, &b, i))
			return 0;
		number_print(place.component, sizeof place.component, "annex");
	}
	if (names_parties(p, end) && !b.anchor->is_treaty && p->r->own_treaty.len > 0)
		b.target = arena_printf(p->arena, "treaty:%s", buf_str(&p->r->own_treaty));
	else if (names_parties(p, end) && !b.anchor->is_treaty)
		return 0;
	if (here || (i > 0 && parse_word(p, i - 1, WORD_SELF)))
		b.target = SLICE("self");
	parse_add(p, p->v[i].start, p->v[end - 1].end, CITATION_ANNEX,
	          parse_target(p, b.target, &place, NULL), b.evidence);
	extend_waiting(p, i, place.component);
	if (slice_is(b.target, "self") && !here)
		parse_wait(p, &place, NULL, false, end);
	if (numbered && is_many(p, i))
		end = read_more(p, end, b.target, b.evidence);
	b.anchor->place = place;
	b.anchor->atom = end;
	b.anchor->here = true;
	b.anchor->sentence = p->v[i].sentence;
	b.anchor->clause = p->v[i].clause;
	return end;
}
