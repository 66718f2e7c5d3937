/* SPDX-License-Identifier: ISC */
/*
 * Parts, chapters, sections, paragraphs and annexes, each within what was named before it
 * (domain.md, C).
 */
#include "config.h"

#include "locator_priv.h"

#include "glyph_priv.h"
#include "text/numeral.h"

#include <stdio.h>
#include <string.h>

#define NEAR_HAN 48     /* characters of Han between a document and a paragraph of it */
#define NEAR_SPECIAL 90 /* the same, when 特别是 stands before the paragraph */
#define NEAR_OTHER 44
#define NEAR_CHAIN 16   /* between a section and a paragraph of it */

static size_t
gap(const struct parse *p, const struct anchor *a, size_t i)
{
	size_t end = a->atom > 0 ? p->v[a->atom - 1].end : 0;

	return p->v[i].start - (end < p->v[i].start ? end : p->v[i].start);
}

/* A bracket was opened behind the anchor, and not at once. */
static bool
is_in_bracket(const struct parse *p, const struct anchor *a, size_t i)
{
	size_t depth = 0, opened = 0;

	for (size_t k = a->atom; k < i; k++) {
		if (parse_mark(p, k, '(')) {
			depth++;
			opened = k;
		} else if (parse_mark(p, k, ')') && depth > 0) {
			depth--;
		}
	}
	return depth > 0 && opened > a->atom;
}

static bool
is_near(const struct parse *p, const struct anchor *a, size_t i)
{
	size_t most = parse_is_han(p, i) ? NEAR_HAN : NEAR_OTHER, n;

	if (!a->here || a->base.len == 0 || a->atom > i || i == 0 || a->sentence != p->v[i].sentence)
		return false;
	n = gap(p, a, i);
	if (parse_word(p, i - 1, WORD_SPECIALLY))
		return n <= NEAR_SPECIAL;
	if (a->clause != p->v[i].clause || n > most || i - a->atom > 24)
		return false;
	return !is_in_bracket(p, a, i);
}

/* The anchor that a bare locator hangs on; NULL: this document. */
static struct anchor *
near_anchor(struct parse *p, size_t i, bool treaty)
{
	struct recogniser *r = p->r;
	struct anchor *all[] = { &r->own, &r->anchor, &r->treaty }, *best = NULL;

	for (size_t k = 0; k < (treaty ? 3 : 2); k++)
		if (is_near(p, all[k], i) && (!best || all[k]->atom >= best->atom))
			best = all[k];
	if (best == &r->own && gap(p, best, i) > NEAR_CHAIN)
		return NULL;
	return best;
}

struct base
locator_base(struct parse *p, size_t i, enum locator_prefix prefix, bool treaty)
{
	struct base b = { .evidence = "near" };
	struct recogniser *r = p->r;

	b.anchor = prefix == LOCATOR_BARE ? near_anchor(p, i, treaty) : NULL;
	if (prefix == LOCATOR_BEFORE) {
		b.anchor = &r->anchor;
		b.evidence = "anaphor";
		b.target = r->anchor.base.len > 0 ? arena_copy(p->arena, buf_slice(&r->anchor.base)) : SLICE("prev");
		return b;
	}
	if (!b.anchor) {
		b.target = SLICE("self");
		b.evidence = prefix == LOCATOR_HERE ? "here" : "default";
		b.anchor = &r->own;
		if (!is_near(p, &r->own, i) || prefix == LOCATOR_HERE || gap(p, &r->own, i) > NEAR_CHAIN) {
			r->own.place = (struct place){ 0 };
			buf_clear(&r->own.base);
			buf_add_str(&r->own.base, "self");
		}
		b.place = r->own.place;
		return b;
	}
	b.target = arena_copy(p->arena, buf_slice(&b.anchor->base));
	if (gap(p, b.anchor, i) <= NEAR_CHAIN || b.anchor->place.component[0])
		b.place = b.anchor->place;
	return b;
}

/* Later locators go on from here. */
static void
go_on(struct parse *p, struct base *b, const struct place *place, size_t end)
{
	b->anchor->place = *place;
	b->anchor->atom = end;
	b->anchor->here = true;
	b->anchor->sentence = p->v[end - 1].sentence;
	b->anchor->clause = p->v[end - 1].clause;
}

static enum citation_kind
kind_of(enum level level)
{
	switch (level) {
	case LEVEL_PART:
	case LEVEL_SECTION:
		return CITATION_SECT;
	case LEVEL_CHAPTER:
		return CITATION_CHAP;
	case LEVEL_ARTICLE:
		return CITATION_ART;
	case LEVEL_PARAGRAPH:
	case LEVELS:
		break;
	}
	return CITATION_PARA;
}

static void
add(struct parse *p, struct base *b, enum level level, const struct place *place, const struct place *upto,
    size_t start, size_t end, size_t end_atom)
{
	bool self = slice_is(b->target, "self");

	parse_add(p, start, end, kind_of(level), parse_target(p, b->target, place, upto), b->evidence);
	if (strcmp(b->evidence, "here") == 0 || (!self && parse_is_han(p, end_atom - 1)))
		return;
	parse_wait(p, place, upto, false, end_atom);
	p->waiting[p->n_waiting - 1].near = !self;
}

/* ---------------------------------------------------------------------------- units */

static bool
level_of(enum word word, enum level *level)
{
	switch (word) {
	case WORD_PARAGRAPH:
		*level = LEVEL_PARAGRAPH;
		return true;
	case WORD_CHAPTER:
		*level = LEVEL_CHAPTER;
		return true;
	case WORD_SECTION:
		*level = LEVEL_SECTION;
		return true;
	case WORD_PART:
		*level = LEVEL_PART;
		return true;
	default:
		return false;
	}
}

static void
piece_of(enum level level, long value, const char *below, char *out)
{
	struct buf roman = { 0 };

	if (level == LEVEL_SECTION && value < 400) {
		numeral_add_roman(&roman, value);
		number_print(out, PIECE_MAX, "sec_%s", buf_str(&roman));
		buf_release(&roman);
		return;
	}
	number_print(out, PIECE_MAX, "%s_%ld%.20s",
	         level == LEVEL_PART ? "part" : level == LEVEL_CHAPTER ? "chp" : "para", value, below);
}

/* ---------------------------------------------------------------------------- Chinese */

/* 第三章B节: the section goes with the chapter. */
static size_t
read_section_behind(struct parse *p, size_t i, struct place *place, enum level *level)
{
	char letter = i + 1 < p->n && parse_word(p, i + 1, WORD_SECTION) ? atom_letter(p->a, &p->v[i]) : '\0';
	char piece[PIECE_MAX];

	if (*level != LEVEL_CHAPTER || letter < 'A' || letter > 'Z')
		return i;
	number_print(piece, sizeof piece, "sec_%c", letter);
	place_set(place, LEVEL_SECTION, piece);
	*level = LEVEL_SECTION;
	return i + 2;
}

/* Bare 第二章 of a treaty's body, when its being carried out is spoken of. */
static bool
is_treaty_chapter(const struct parse *p, const struct base *b, long chapter, size_t end)
{
	if (p->r->own_treaty.len == 0 || !slice_is(b->target, "self"))
		return false;
	if (p->r->context->root.len == 0 || (chapter < 32 && (p->r->chapters >> chapter & 1)))
		return true;
	return parse_word(p, end, WORD_IMPLEMENT) ||
	       (parse_word(p, end, WORD_POSSESSIVE) && parse_word(p, end + 1, WORD_IMPLEMENT));
}

static size_t
emit_han(struct parse *p, const struct sequence *run, enum level level, struct base *b, size_t first)
{
	struct place place = b->place, upto;
	size_t end = run->end;
	char piece[PIECE_MAX];

	for (size_t k = 0; k < run->n; k++) {
		const struct sequence_item *item = &run->item[k];
		bool last = k + 1 == run->n;
		enum level at = level;
		size_t start = p->v[k == 0 ? first : item->atom].start;

		piece_of(level, item->first, item->below, piece);
		place_set(&place, level, piece);
		upto = (struct place){ 0 };
		if (item->last > 0) {
			piece_of(level, item->last, item->below_last, piece);
			place_set(&upto, level, piece);
		}
		if (last && level == LEVEL_PARAGRAPH) { /* 第4段(a)分段 */
			char below[PIECE_MAX] = "";
			size_t behind = sequence_read_below(p, end, below);

			if (behind > end && parse_word(p, behind, WORD_BRANCH)) {
				number_print(piece, sizeof piece, "para_%ld%.20s", item->first, below);
				place_set(&place, level, piece);
				end = behind + 1;
			}
		}
		if (last)
			end = read_section_behind(p, end, &place, &at);
		add(p, b, at, &place, item->last > 0 ? &upto : NULL, start,
		    p->v[(last ? end : item->end_atom) - 1].end, last ? end : item->end_atom);
	}
	go_on(p, b, &place, end);
	return end;
}

/* What stands before 第: 上文, 其中, 该决议, 说明. */
static enum locator_prefix
prefix_before(const struct parse *p, size_t i, size_t *first)
{
	*first = i;
	if (i == 0 || !parse_same(p, i - 1, i))
		return LOCATOR_BARE;
	if (parse_word(p, i - 1, WORD_HERE)) {
		*first = i - 1;
		return LOCATOR_HERE;
	}
	if (parse_word(p, i - 1, WORD_IN_IT)) {
		*first = i - 1;
		return LOCATOR_BEFORE;
	}
	if (parse_word(p, i - 1, WORD_SAID))
		return LOCATOR_BEFORE;
	if (parse_word(p, i - 1, WORD_SELF))
		return LOCATOR_HERE;
	return LOCATOR_BARE;
}

/* "上文第5段" in a quotation is of what is quoted: the document just named. */
static bool
is_quoted(const struct parse *p, size_t i)
{
	for (size_t k = i; k-- > 0 && i - k < 200 && parse_same(p, k, i);) {
		if (parse_mark(p, k, 0x201D))
			return false;
		if (parse_mark(p, k, 0x201C))
			return p->r->anchor.here && p->r->anchor.atom <= k && k - p->r->anchor.atom < 12;
	}
	return false;
}

static size_t
read_han(struct parse *p, size_t i)
{
	struct sequence run;
	enum level level;
	enum locator_prefix prefix;
	struct base b;
	size_t first;

	if (!sequence_read_han(p, i, &run) || !level_of(p->v[run.unit].word, &level))
		return 0;
	prefix = prefix_before(p, i, &first);
	if (prefix == LOCATOR_HERE && is_quoted(p, i))
		prefix = LOCATOR_BEFORE;
	if (prefix == LOCATOR_BARE && i > 0 && parse_word(p, i - 1, WORD_NOTE_OF) && level == LEVEL_PARAGRAPH &&
	    parse_same(p, i - 1, i) && !near_anchor(p, i, false))
		return run.end; /* of a report that the sentence does not name */
	/* a paragraph of a treaty is called 款 */
	b = locator_base(p, i, prefix, level != LEVEL_PARAGRAPH);
	if (level == LEVEL_CHAPTER && is_treaty_chapter(p, &b, run.item[0].first, run.end)) {
		b.target = arena_printf(p->arena, "treaty:%s", buf_str(&p->r->own_treaty));
		b.place = (struct place){ 0 };
		b.evidence = "default";
		b.anchor = &p->r->treaty;
		buf_clear(&b.anchor->base);
		buf_add(&b.anchor->base, b.target);
	}
	if (level == LEVEL_CHAPTER && b.anchor == &p->r->treaty && run.item[0].first < 32)
		p->r->chapters |= 1u << run.item[0].first;
	if (level == LEVEL_PART && b.anchor == &p->r->own)
		return run.end; /* 第二部分 of who knows what */
	return emit_han(p, &run, level, &b, first);
}

/* A节 behind a chapter. */
static size_t
read_letter_section(struct parse *p, size_t i)
{
	char letter = atom_letter(p->a, &p->v[i]), piece[PIECE_MAX];
	struct base b;
	struct place place;

	if (letter < 'A' || letter > 'Z' || !parse_word(p, i + 1, WORD_SECTION) || !parse_is_han(p, i + 1))
		return 0;
	b = locator_base(p, i, LOCATOR_BARE, true);
	place = b.place;
	number_print(piece, sizeof piece, "sec_%c", letter);
	place_set(&place, LEVEL_SECTION, piece);
	add(p, &b, LEVEL_SECTION, &place, NULL, p->v[i].start, p->v[i + 1].end, i + 2);
	go_on(p, &b, &place, i + 2);
	return i + 2;
}

/* ------------------------------------------------------------------ other languages */

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
		piece_of(level, value, "", piece);
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
		piece_of(level, value, "", piece);
	else
		number_print(piece, PIECE_MAX, "%s_%ld", level == LEVEL_PART ? "part" : "chp", value);
	return true;
}

/* "sect. II", "chap. XII", "part two": one label each. */
static size_t
read_labelled(struct parse *p, size_t i, enum level level)
{
	char piece[PIECE_MAX];
	struct base b;
	struct place place;
	bool digits = i + 1 < p->n && p->v[i + 1].kind == ATOM_NUMBER;

	if (!section_label(p, i + 1, level, piece))
		return 0;
	if (digits && parse_mark(p, i + 2, '.') && i + 3 < p->n && p->v[i + 3].kind == ATOM_NUMBER)
		return 0;
	b = locator_base(p, i, LOCATOR_BARE, true);
	place = b.place;
	place_set(&place, level, piece);
	add(p, &b, level, &place, NULL, p->v[i].start, p->v[i + 1].end, i + 2);
	/* a section of a budget, a part of anything: only of a document that follows */
	if ((digits || level == LEVEL_PART) && b.anchor == &p->r->own && p->n_waiting > 0) {
		p->waiting[p->n_waiting - 1].tentative = true;
		p->found.v[p->found.n - 1].target = slice_from(NULL);
		return i + 2;
	}
	go_on(p, &b, &place, i + 2);
	return i + 2;
}

/* " above", " below" behind a number. */
static size_t
skip_here(const struct parse *p, size_t i, bool *here)
{
	*here = parse_word(p, i, WORD_HERE);
	return *here ? i + 1 : i;
}

/* "paragraph 4 of Section XVIII": said in one breath. */
static size_t
read_of_section(struct parse *p, size_t i, struct place *place)
{
	enum level level;
	char piece[PIECE_MAX], para[PIECE_MAX];

	if (!parse_of(p, i) || i + 2 >= p->n || p->v[i + 1].kind != ATOM_WORD ||
	    !level_of(p->v[i + 1].word, &level) || level == LEVEL_PARAGRAPH || level == LEVEL_PART ||
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

	piece_of(LEVEL_PARAGRAPH, item->first, item->below, piece);
	place_set(place, LEVEL_PARAGRAPH, piece);
	if (item->last > 0) {
		piece_of(LEVEL_PARAGRAPH, item->last, item->below_last, piece);
		place_set(&upto, LEVEL_PARAGRAPH, piece);
	}
	if (run->n == 1 && !here)
		end = read_of_section(p, end, place);
	add(p, here ? &own : b, LEVEL_PARAGRAPH, place, item->last > 0 ? &upto : NULL, start,
	    p->v[end - 1].end, end);
}

/* ", para. 196" behind a work that is no document of ours. */
static bool
is_of_other_work(const struct parse *p, size_t i, const struct base *b)
{
	return slice_is(b->target, "self") && i > 0 && parse_mark(p, i - 1, ',') &&
	       p->a->w->c[p->v[i].end - 1] == '.';
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
	                    parse_word(p, i, WORD_DRAFT) || parse_word(p, i, WORD_ORGAN));
}

/* "para. 5 (a)", "paragraphs 3, 5 and 7 above" */
static size_t
read_paragraphs(struct parse *p, size_t i)
{
	struct sequence run;
	struct base b;
	struct place place;
	bool here, self;
	size_t number = i + 1;

	if (parse_word(p, number, WORD_NUMBER_NAME))
		number++;
	if (!sequence_read(p, number, !is_singular(p, i), &run) || p->v[number].lines > 2)
		return 0;
	skip_here(p, run.end, &here);
	self = here || (parse_of(p, run.end) && parse_word(p, run.end + 1, WORD_SELF));
	b = locator_base(p, i, self ? LOCATOR_HERE : LOCATOR_BARE, true);
	if (!self && is_of_other_work(p, i, &b))
		return run.end;
	for (size_t k = 0; k < run.n; k++) {
		place = b.place;
		emit_item(p, &run, k, &b, &place, p->v[k == 0 ? i : run.item[k].atom].start);
		if (!self && is_of_unknown(p, run.end) && slice_is(b.target, "self")) /* unless it is named later */
			p->found.v[p->found.n - 1].target = slice_from(NULL);
	}
	run.end = skip_here(p, run.end, &here);
	go_on(p, &b, &place, run.end);
	if (run.n == 1)
		run.end = read_of_section(p, run.end, &place);
	return run.end;
}

/* "third preambular paragraph" */
static size_t
read_preambular(struct parse *p, size_t i)
{
	struct base b = locator_base(p, i, LOCATOR_BARE, true);
	struct place place = b.place;
	char piece[PIECE_MAX];

	if (!parse_word(p, i + 1, WORD_PREAMBULAR))
		return 0;
	number_print(piece, sizeof piece, "pp_%ld", p->v[i].value);
	place_set(&place, LEVEL_PARAGRAPH, piece);
	add(p, &b, LEVEL_PARAGRAPH, &place, NULL, p->v[i].start, p->v[i + 1].end, i + 2);
	go_on(p, &b, &place, i + 2);
	return i + 2;
}

size_t
locator_read(struct parse *p, size_t i)
{
	enum level level;

	if (parse_word(p, i, WORD_ORDINAL))
		return read_han(p, i);
	if (p->v[i].kind == ATOM_LATIN)
		return read_letter_section(p, i);
	if (parse_word(p, i, WORD_NTH))
		return read_preambular(p, i);
	if (parse_word(p, i, WORD_ANNEX))
		return annex_read(p, i);
	if (p->v[i].kind != ATOM_WORD || parse_is_han(p, i) || !level_of(p->v[i].word, &level))
		return 0;
	return level == LEVEL_PARAGRAPH ? read_paragraphs(p, i) : read_labelled(p, i, level);
}
