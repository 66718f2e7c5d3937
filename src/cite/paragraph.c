/* SPDX-License-Identifier: ISC */
/*
 * Paragraphs and sections in the languages that name them before their number (domain.md, C.2).
 */
#include "config.h"

#include "locator_priv.h"

#include <stdio.h>
#include <string.h>

/* "paragraph", not "paragraphs": no list follows. */
static bool
is_singular(const struct parse *p, size_t i)
{
	const struct window *w = p->a->w;
	size_t last = p->v[i].end - 1;

	if (w->c[last] == '.')
		last--;
	if (last - p->v[i].start == 2 && window_plain(w->c[last]) == 'r')
		return false; /* "par." is of one and of many */
	return w->c[last] < 0x80 && w->c[last] != 's' && w->c[last] != 'S';
}

/* Roman or Latin label of a section: "II", "XV", "C", "А" (Cyrillic). */
static bool
section_label(const struct parse *p, size_t i, enum level level, char *piece)
{
	long value;
	char letter;

	if (i >= p->n || p->v[i].lines > 2)
		return false;
	if (p->v[i].kind == ATOM_NUMBER && p->v[i].value > 0 && p->v[i].value < 100) {
		number_print(piece, PIECE_MAX, "%s_%ld", level == LEVEL_PART ? "part" : level == LEVEL_CHAPTER ? "chp" : "sec",
		         p->v[i].value);
		return true;
	}
	if (atom_arabic_ordinal(p->a, &p->v[i], &value)) {
		locator_piece(level, value, "", piece);
		return true;
	}
	letter = atom_letter(p->a, &p->v[i]);
	if (level == LEVEL_SECTION && letter >= 'A' && letter <= 'Z' && !strchr("IVX", letter)) {
		number_print(piece, PIECE_MAX, "sec_%c", letter);
		return true;
	}
	if (!atom_roman(p->a, &p->v[i], &value) || (letter >= 'a' && letter <= 'z'))
		return false;
	if (level == LEVEL_SECTION)
		locator_piece(level, value, "", piece);
	else
		number_print(piece, PIECE_MAX, "%s_%ld", level == LEVEL_PART ? "part" : "chp", value);
	return true;
}

/* "paragraph 11 of the guidelines" */
static bool
is_of_unknown(const struct parse *p, size_t i)
{
	if (!parse_of(p, i))
		return false;
	while (parse_of(p, i) || parse_word(p, i, WORD_THE) || parse_word(p, i, WORD_ITS))
		i++;
	return i < p->n && (p->v[i].kind == ATOM_TEXT || p->v[i].kind == ATOM_LATIN ||
	                    parse_word(p, i, WORD_NOTE_OF) || parse_word(p, i, WORD_NOTE) || parse_word(p, i, WORD_RULES) ||
	                    parse_word(p, i, WORD_DRAFT) || parse_word(p, i, WORD_ORGAN) ||
	                    parse_word(p, i, WORD_THAT));
}

/* " above", " below" behind a number. */
static size_t
skip_here(const struct parse *p, size_t i, bool *here)
{
	*here = parse_word(p, i, WORD_HERE);
	return *here ? i + 1 : i;
}

/* ".B" behind a chapter: "chapter III.B". */
static size_t
read_dotted_section(const struct parse *p, size_t i, enum level level, struct place *place)
{
	char letter = i + 1 < p->n ? atom_letter(p->a, &p->v[i + 1]) : '\0', piece[PIECE_MAX];

	if (level != LEVEL_CHAPTER || !parse_mark(p, i, '.') || p->v[i + 1].blank || letter < 'A' || letter > 'Z')
		return i;
	number_print(piece, sizeof piece, "sec_%c", letter);
	place_set(place, LEVEL_SECTION, piece);
	return i + 2;
}

/* "sect. II", "chap. XII", "part two": one label each. */
size_t
paragraph_read_section(struct parse *p, size_t i, enum level level)
{
	char piece[PIECE_MAX];
	struct base b;
	struct place place = { 0 };
	bool digits = i + 1 < p->n && p->v[i + 1].kind == ATOM_NUMBER, here;
	size_t end;

	if (!section_label(p, i + 1, level, piece))
		return 0;
	if (digits && parse_mark(p, i + 2, '.') && i + 3 < p->n && p->v[i + 3].kind == ATOM_NUMBER)
		return 0;
	skip_here(p, read_dotted_section(p, i + 2, level, &place), &here);
	b = locator_base(p, i, here ? LOCATOR_HERE : LOCATOR_BARE, true);
	place = b.place;
	place_set(&place, level, piece);
	end = skip_here(p, read_dotted_section(p, i + 2, level, &place), &here);
	locator_add(p, &b, level, &place, NULL, p->v[i].start, p->v[end - 1].end, end);
	/* a section of a budget, a part of anything: only of a document that follows */
	if (!here && (digits || level == LEVEL_PART || is_of_unknown(p, end)) && b.anchor == &p->r->own &&
	    p->n_waiting > 0) {
		p->waiting[p->n_waiting - 1].tentative = true;
		p->found.v[p->found.n - 1].target = slice_from(NULL);
		return end;
	}
	locator_go_on(p, &b, &place, end);
	return end;
}

/* "paragraph 4 of Section XVIII": said in one breath. */
static size_t
read_of_section(struct parse *p, size_t i, struct place *place)
{
	enum level level;
	char piece[PIECE_MAX], para[PIECE_MAX];

	if (!parse_of(p, i) || i + 2 >= p->n || p->v[i + 1].kind != ATOM_WORD ||
	    !locator_level(p->v[i + 1].word, &level) || level == LEVEL_PARAGRAPH || level == LEVEL_PART ||
	    !section_label(p, i + 2, level, piece))
		return i;
	number_print(para, sizeof para, "%s", place->piece[LEVEL_PARAGRAPH]);
	place_set(place, level, piece);
	place_set(place, LEVEL_PARAGRAPH, para);
	return i + 3;
}

static void
emit_item(struct parse *p, const struct sequence *run, size_t k, struct base *b, struct place *place, size_t start)
{
	const struct sequence_item *item = &run->item[k];
	struct place upto = { 0 };
	char piece[PIECE_MAX];
	bool here;
	size_t end = skip_here(p, item->end_atom, &here);
	struct base own = { .target = SLICE("self"), .evidence = "here", .anchor = &p->r->own };

	locator_piece(LEVEL_PARAGRAPH, item->first, item->below, piece);
	place_set(place, LEVEL_PARAGRAPH, piece);
	if (item->last > 0) {
		locator_piece(LEVEL_PARAGRAPH, item->last, item->below_last, piece);
		place_set(&upto, LEVEL_PARAGRAPH, piece);
	}
	if (run->n == 1 && !here)
		end = read_of_section(p, end, place);
	locator_add(p, here ? &own : b, LEVEL_PARAGRAPH, place, item->last > 0 ? &upto : NULL, start,
	    p->v[end - 1].end, end);
}

/* ", para. 196" behind a work that is no document of ours. */
static bool
is_of_other_work(const struct parse *p, size_t i, const struct base *b)
{
	return slice_is(b->target, "self") && i > 0 && parse_mark(p, i - 1, ',') &&
	       p->a->w->c[p->v[i].end - 1] == '.';
}

/* "of that resolution", "of the said report": of what was cited before. */
static bool
is_of_that(const struct parse *p, size_t i)
{
	size_t noun = i + 2, behind = i + 3;

	return parse_of(p, i) && parse_word(p, i + 1, WORD_THAT) &&
	       (parse_word(p, noun, WORD_RESOLUTION) || parse_word(p, noun, WORD_DECISION) ||
	        parse_word(p, noun, WORD_NOTE_OF)) &&
	       (behind >= p->n || (p->v[behind].kind != ATOM_NUMBER && p->v[behind].kind != ATOM_REF));
}

/* "16.45", "29E.1", "X.12": paragraphs of a budget, counted within its section.  The atom behind. */
size_t
paragraph_read_decimal(const struct parse *p, size_t i, char *piece)
{
	const struct window *w = p->a->w;
	size_t at = i < p->n ? p->v[i].start : 0, end = at, dot;

	while (end < at + 6 && w->c[end] < 0x80 && byte_is_alnum((char)w->c[end]))
		end++;
	dot = end;
	if (dot == at || w->c[dot] != '.')
		return i;
	for (end++; end < dot + 4 && w->c[end] >= '0' && w->c[end] <= '9'; end++)
		;
	if (end == dot + 1 || window_is_letter(w->c[end]) || (w->c[end] == '.' && window_is_letter(w->c[end + 1])))
		return i;
	number_print(piece, PIECE_MAX, "para_%.*s", (int)(w->at[end] - w->at[at]), w->text.p + w->at[at]);
	while (i < p->n && p->v[i].start < end)
		i++;
	return i;
}

static size_t
read_budget(struct parse *p, size_t i)
{
	char piece[PIECE_MAX];
	size_t end = paragraph_read_decimal(p, i + 1, piece), start = i, next;
	struct base b;
	struct place place;
	bool here;

	if (end == i + 1)
		return 0;
	b = locator_base(p, i, parse_word(p, end, WORD_HERE) ? LOCATOR_HERE : LOCATOR_BARE, false);
	place = b.place;
	for (;;) {
		place_set(&place, LEVEL_PARAGRAPH, piece);
		end = skip_here(p, end, &here);
		locator_add(p, &b, LEVEL_PARAGRAPH, &place, NULL, p->v[start].start, p->v[end - 1].end, end);
		if (!parse_word(p, end, WORD_AND) && !parse_mark(p, end, ','))
			return end;
		start = end + 1;
		next = paragraph_read_decimal(p, start, piece);
		if (next == start)
			return end;
		end = next;
	}
}

/* "para. 5 (a)", "paragraphs 3, 5 and 7 above" */
size_t
paragraph_read(struct parse *p, size_t i)
{
	struct sequence run;
	struct base b;
	struct place place;
	bool here, self;
	size_t number = i + 1, budget = read_budget(p, i);

	if (budget > 0)
		return budget;
	if (parse_word(p, number, WORD_NUMBER_NAME))
		number++;
	if (!sequence_read(p, number, !is_singular(p, i), &run) || p->v[number].lines > 2)
		return 0;
	skip_here(p, run.end, &here);
	self = here || (parse_of(p, run.end) && parse_word(p, run.end + 1, WORD_SELF));
	b = locator_base(p, i, self ? LOCATOR_HERE : is_of_that(p, run.end) ? LOCATOR_BEFORE : LOCATOR_BARE, true);
	if (!self && is_of_other_work(p, i, &b))
		return run.end;
	for (size_t k = 0; k < run.n; k++) {
		place = b.place;
		emit_item(p, &run, k, &b, &place, p->v[k == 0 ? i : run.item[k].atom].start);
		if (!self && is_of_unknown(p, run.end) && slice_is(b.target, "self")) /* unless it is named later */
			p->found.v[p->found.n - 1].target = slice_from(NULL);
	}
	run.end = skip_here(p, run.end, &here);
	locator_go_on(p, &b, &place, run.end);
	if (run.n == 1)
		run.end = read_of_section(p, run.end, &place);
	return run.end;
}

/* "third preambular paragraph" */
size_t
paragraph_read_preambular(struct parse *p, size_t i)
{
	struct base b = locator_base(p, i, LOCATOR_BARE, true);
	struct place place = b.place;
	char piece[PIECE_MAX];

	if (!parse_word(p, i + 1, WORD_PREAMBULAR))
		return 0;
	number_print(piece, sizeof piece, "pp_%ld", p->v[i].value);
	place_set(&place, LEVEL_PARAGRAPH, piece);
	locator_add(p, &b, LEVEL_PARAGRAPH, &place, NULL, p->v[i].start, p->v[i + 1].end, i + 2);
	locator_go_on(p, &b, &place, i + 2);
	return i + 2;
}
