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
#define NEAR_OTHER 64
#define NEAR_TREATY 6   /* between a treaty and a chapter of it, where it does not come behind */
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
		if (is_near(p, all[k], i) && (!best || all[k]->atom >= best->atom) &&
		    (k < 2 || parse_is_han(p, i) || gap(p, all[k], i) <= NEAR_TREATY))
			best = all[k];
	if (best == &r->own && gap(p, best, i) > NEAR_CHAIN)
		return NULL;
	return best;
}

/* Behind "(United Nations publication, Sales No. E.96.IV.13)": of that book. */
static bool
is_of_book(const struct parse *p, size_t i)
{
	return p->sold > 0 && p->v[i].sentence <= p->v[p->sold].sentence + 1 && p->r->anchor.atom < p->sold;
}

struct base
locator_base(struct parse *p, size_t i, enum locator_prefix prefix, bool treaty)
{
	struct base b = { .evidence = "near" };
	struct recogniser *r = p->r;

	b.anchor = prefix == LOCATOR_BARE ? near_anchor(p, i, treaty) : NULL;
	if (prefix == LOCATOR_BEFORE) {
		bool said = i > 0 && parse_word(p, i - 1, WORD_SAID);
		struct slice before = said ? said_document(p, i) : buf_slice(&r->anchor.base);

		b.anchor = &r->anchor;
		b.evidence = "anaphor";
		b.target = r->anchor.base.len > 0 ? arena_copy(p->arena, before) : SLICE("prev");
		return b;
	}
	if (!b.anchor) {
		if (prefix == LOCATOR_BARE && is_of_book(p, i)) {
			buf_clear(&r->own.base);
			b.anchor = &r->own;
			return b;
		}
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
void
locator_go_on(struct parse *p, struct base *b, const struct place *place, size_t end)
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

void
locator_add(struct parse *p, struct base *b, enum level level, const struct place *place, const struct place *upto,
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

bool
locator_level(enum word word, enum level *level)
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

void
locator_piece(enum level level, long value, const char *below, char *out)
{
	struct buf roman = { 0 };

	if (level == LEVEL_SECTION && value < 400) {
		numeral_add_roman(&roman, value);
		number_print(out, PIECE_MAX, "sec_%s", buf_str(&roman));
		buf_release(&roman);
		return;
	}
	number_print(out, PIECE_MAX, "%s_%ld%s",
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

		locator_piece(level, item->first, item->below, piece);
		place_set(&place, level, piece);
		upto = (struct place){ 0 };
		if (item->last > 0) {
			locator_piece(level, item->last, item->below_last, piece);
			place_set(&upto, level, piece);
		}
		if (last && level == LEVEL_PARAGRAPH) { /* 第4段(a)分段 */
			char below[PIECE_MAX] = "";
			size_t behind = sequence_read_below(p, end, below);

			if (behind > end && parse_word(p, behind, WORD_BRANCH)) {
				number_print(piece, sizeof piece, "para_%ld%s", item->first, below);
				place_set(&place, level, piece);
				end = behind + 1;
			}
		}
		if (last)
			end = read_section_behind(p, end, &place, &at);
		locator_add(p, b, at, &place, item->last > 0 ? &upto : NULL, start,
		    p->v[(last ? end : item->end_atom) - 1].end, last ? end : item->end_atom);
	}
	locator_go_on(p, b, &place, end);
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

/* 第7.3段, 第7.3和7.4段: paragraphs that are counted within sections. */
static size_t
read_han_decimals(struct parse *p, size_t i)
{
	char piece[PIECE_MAX];
	size_t first, at = paragraph_read_decimal(p, i + 1, piece), start = i, n = 0;
	enum locator_prefix prefix = prefix_before(p, i, &first);
	struct base b;
	struct place place;

	for (size_t k = i + 1, next; (next = paragraph_read_decimal(p, k, piece)) > k; k = next + 1, n++) {
		at = next;
		if (!parse_word(p, next, WORD_AND) && !parse_mark(p, next, 0x3001))
			break;
	}
	if (n == 0 && at == i + 1)
		return 0;
	if (!parse_word(p, at, WORD_PARAGRAPH) || !parse_is_han(p, at))
		return 0;
	b = locator_base(p, i, prefix, false);
	place = b.place;
	for (size_t k = i + 1, next; (next = paragraph_read_decimal(p, k, piece)) > k && k < at; k = start = next + 1) {
		size_t end = next == at ? at + 1 : next;

		place_set(&place, LEVEL_PARAGRAPH, piece);
		locator_add(p, &b, LEVEL_PARAGRAPH, &place, NULL, p->v[start == i ? first : start].start, p->v[end - 1].end, end);
	}
	locator_go_on(p, &b, &place, at + 1);
	return at + 1;
}

static size_t
read_han(struct parse *p, size_t i)
{
	struct sequence run;
	enum level level;
	enum locator_prefix prefix;
	struct base b;
	size_t first;

	if (parse_word(p, i, WORD_ORDINAL) && (first = read_han_decimals(p, i)) > 0)
		return first;
	if (!sequence_read_han(p, i, &run) || !locator_level(p->v[run.unit].word, &level))
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
	locator_add(p, &b, LEVEL_SECTION, &place, NULL, p->v[i].start, p->v[i + 1].end, i + 2);
	locator_go_on(p, &b, &place, i + 2);
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
		return paragraph_read_preambular(p, i);
	if (parse_word(p, i, WORD_ANNEX))
		return annex_read(p, i);
	if (p->v[i].kind != ATOM_WORD || parse_is_han(p, i) || !locator_level(p->v[i].word, &level))
		return 0;
	return level == LEVEL_PARAGRAPH ? paragraph_read(p, i) : paragraph_read_section(p, i, level);
}
