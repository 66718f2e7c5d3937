/* SPDX-License-Identifier: ISC */
/*
 * Places that citations name, in the eIds that an importer gave.
 */
#include "config.h"

#include "navigation/follow.h"

#include "text/fold.h"
#include "text/numeral.h"

#include <string.h>

#define PARTS_MOST 8
#define ALIKE_BLOCKS_MOST 50000 /* larger documents are not searched through for a place like it */
#define HEADING_LOOKED_AT 120 /* bytes of a heading in which the number and its noun stand */

/* "art_63__para_4" in parts. */
struct parts {
	struct slice part[PARTS_MOST];
	size_t n;
};

static struct parts
parts_of(struct slice eid)
{
	struct parts p = { .n = 0 };

	while (eid.len > 0 && p.n < PARTS_MOST) {
		size_t end = slice_find(eid, SLICE("__"), 0);

		p.part[p.n++] = slice_sub(eid, 0, end);
		eid = slice_skip(eid, end == SLICE_NONE ? eid.len : end + 2);
	}
	return p;
}

/* What a part names, whatever word the importer or the citation took for it. */
enum part_class { PART_PARAGRAPH, PART_DIVISION, PART_OTHER };

static enum part_class
class_of(struct slice part, struct slice *value)
{
	static const struct {
		const char *word;
		enum part_class class;
	} classes[] = {
		{ "para_", PART_PARAGRAPH }, { "subpara_", PART_PARAGRAPH }, { "chp_", PART_DIVISION },
		{ "sec_", PART_DIVISION },   { "part_", PART_DIVISION },
	};

	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
		if (slice_starts(part, classes[i].word)) {
			*value = slice_skip(part, slice_from(classes[i].word).len);
			return classes[i].class;
		}
	}
	*value = part;
	return PART_OTHER;
}

static long
number_of(struct slice value)
{
	long n;

	return value.len > 0 && slice_number(value, &n) == value.len ? n : 0;
}

/* The number that stands for letters: III is 3 of chapters, c is 3 of sub-paragraphs. */
static long
number_of_letters(enum part_class class, struct slice value)
{
	long n;

	if (class == PART_DIVISION)
		return value.len > 0 && numeral_roman(value, &n) == value.len ? n : 0;
	return value.len == 1 && byte_is_alpha(value.p[0]) ? byte_to_lower(value.p[0]) - 'a' + 1 : 0;
}

static bool
part_fits(struct slice wanted, struct slice given)
{
	struct slice a, b;
	enum part_class class = class_of(wanted, &a);
	long na, nb;

	if (slice_eq(wanted, given))
		return true;
	if (class == PART_OTHER || class != class_of(given, &b))
		return false;
	na = number_of(a);
	nb = number_of(b);
	if (na > 0 && nb == 0)
		nb = number_of_letters(class, b);
	else if (nb > 0 && na == 0)
		na = number_of_letters(class, a);
	return slice_eq(a, b) || (na > 0 && na == nb);
}

/* The last part is the same; those before it stand before it, in order, or are not told at all,
 * as where one count of paragraphs runs through all sections. */
static bool
parts_fit(const struct parts *wanted, struct slice eid)
{
	struct parts given = parts_of(eid);
	size_t at = 0, found = 0;

	if (given.n == 0 || !part_fits(wanted->part[wanted->n - 1], given.part[given.n - 1]))
		return false;
	for (size_t i = 0; i + 1 < wanted->n; i++) {
		size_t k = at;

		while (k + 1 < given.n && !part_fits(wanted->part[i], given.part[k]))
			k++;
		if (k + 1 < given.n) {
			at = k + 1;
			found++;
		}
	}
	return found + 1 == wanted->n || given.n == 1;
}

static bool
is_division(struct slice part)
{
	struct slice value;

	return class_of(part, &value) == PART_DIVISION;
}

static size_t
find_alike(const struct doc *d, struct slice component, struct slice eid)
{
	struct parts wanted = parts_of(eid);

	if (d->n_blocks > ALIKE_BLOCKS_MOST)
		return SLICE_NONE;
	for (size_t i = 0; wanted.n > 0 && i < d->n_blocks; i++) {
		const struct block *b = doc_block(d, i);
		bool below = wanted.n > 1 && is_division(wanted.part[wanted.n - 1]);

		if (b->id.len == 0 || !slice_eq(b->component, component) ||
		    !parts_fit(&wanted, b->id))
			continue;
		/* Section A alone could be any chapter's. */
		if (!below || parts_of(b->id).n > 1)
			return i;
	}
	return SLICE_NONE;
}

/* An annex starts with a heading that bears its name. */
static size_t
component_start(const struct doc *d, struct slice component)
{
	return component.len > 0 ? doc_find_eid(d, component, component) : 0;
}

/* The last paragraph whose number is not above the one wanted. */
static size_t
paragraph_before(const struct doc *d, struct slice component, struct slice eid)
{
	struct slice value;
	long number = class_of(eid, &value) == PART_PARAGRAPH ? number_of(value) : 0, best = 0;
	size_t found = SLICE_NONE;

	for (size_t i = 0; number > 0 && i < d->n_numbered; i++) {
		const struct block *b = doc_block(d, d->numbered[i]);

		if (slice_eq(b->component, component) && b->number < number && b->number >= best) {
			found = d->numbered[i];
			best = b->number;
		}
	}
	return found;
}

static struct slice
parent_of(struct slice eid)
{
	size_t cut = 0;

	for (size_t at = 0; (at = slice_find(eid, SLICE("__"), at)) != SLICE_NONE; at++)
		cut = at;
	return slice_sub(eid, 0, cut);
}

static size_t
find(const struct doc *d, struct slice component, struct slice eid)
{
	size_t block = doc_find_eid(d, component, eid);

	return block != SLICE_NONE ? block : find_alike(d, component, eid);
}

static size_t
nearest(const struct doc *d, struct slice component, struct slice eid)
{
	size_t block = SLICE_NONE;

	while (block == SLICE_NONE && eid.len > 0) {
		block = paragraph_before(d, component, eid);
		eid = parent_of(eid);
		if (block == SLICE_NONE && eid.len > 0)
			block = find(d, component, eid);
	}
	if (block == SLICE_NONE)
		block = component_start(d, component);
	return block != SLICE_NONE ? block : 0;
}

/* The first annex that has the place, when the main part has not. */
static size_t
find_in_annexes(const struct doc *d, struct slice eid)
{
	for (size_t i = 0; eid.len > 0 && d->n_blocks <= ALIKE_BLOCKS_MOST && i < d->n_blocks; i++) {
		const struct block *b = doc_block(d, i);

		if (b->component.len > 0 && slice_eq(b->id, eid))
			return i;
	}
	return SLICE_NONE;
}

bool
follow_spot(const struct doc *d, struct slice component, struct slice eid, struct place *at)
{
	size_t block;

	*at = (struct place){ 0, 0 };
	if (component.len == 0 && slice_starts(eid, "annex_") &&
	    doc_find_eid(d, component, eid) == SLICE_NONE) {
		component = parts_of(eid).part[0];
		eid = slice_skip(eid, component.len < eid.len ? component.len + 2 : component.len);
	}
	block = eid.len > 0 ? find(d, component, eid) : component_start(d, component);
	if (block == SLICE_NONE && component.len == 0)
		block = find_in_annexes(d, eid);
	if (block != SLICE_NONE) {
		at->block = block;
		return true;
	}
	at->block = nearest(d, component, eid);
	return false;
}

/* The eId that a block bears, or the last one before it does. */
static const struct block *
named_before(const struct doc *d, size_t block)
{
	const struct block *b = doc_block(d, block);
	size_t paragraph = doc_paragraph_of(d, block), heading = doc_heading_of(d, block);

	if (b->id.len > 0)
		return b;
	if (paragraph != SLICE_NONE && (heading == SLICE_NONE || paragraph > heading))
		return doc_block(d, paragraph);
	return heading != SLICE_NONE ? doc_block(d, heading) : b;
}

/* "art_18__para_2" for a paragraph 2 that "art_18__para_3" speaks of. */
static size_t
find_near(const struct doc *d, size_t citing, struct slice eid)
{
	const struct block *b = named_before(d, citing);
	size_t block = doc_find_eid(d, b->component, eid);
	struct slice scope = parent_of(b->id);
	struct buf name = { 0 };

	for (; block == SLICE_NONE && scope.len > 0; scope = parent_of(scope)) {
		buf_clear(&name);
		buf_addf(&name, "%.*s__%.*s", SLICE_ARG(scope), SLICE_ARG(eid));
		block = doc_find_eid(d, b->component, buf_slice(&name));
	}
	buf_release(&name);
	return block;
}

bool
follow_spot_near(const struct doc *d, size_t citing, struct slice component, struct slice eid,
                 struct place *at)
{
	size_t block = SLICE_NONE;

	if (component.len == 0 && eid.len > 0 && doc_find_eid(d, component, eid) == SLICE_NONE)
		block = find_near(d, citing, eid);
	if (block == SLICE_NONE)
		return follow_spot(d, component, eid, at);
	*at = (struct place){ block, 0 };
	return true;
}

/* "para_3_2" is the second one that the importer called para_3. */
static struct slice
without_counter(struct slice part)
{
	size_t first = slice_find_byte(part, '_', 0);
	size_t second = first == SLICE_NONE ? first : slice_find_byte(part, '_', first + 1);

	return slice_sub(part, 0, second);
}

static bool
is_named(const struct block *b, struct slice wanted)
{
	struct parts given = parts_of(b->id);
	struct slice value;
	long n;

	if (given.n > 0 && part_fits(wanted, without_counter(given.part[given.n - 1])))
		return true;
	return b->id.len == 0 && class_of(wanted, &value) == PART_PARAGRAPH && number_of(value) > 0 &&
	       slice_number(b->text, &n) > 0 && n == number_of(value);
}

bool
follow_spot_below(const struct doc *d, size_t heading, struct slice eid, struct place *at)
{
	struct parts wanted = parts_of(eid);
	int level = doc_block(d, heading)->level;
	size_t found = 0;

	*at = (struct place){ heading, 0 };
	for (size_t i = heading + 1; found < wanted.n && i < d->n_blocks; i++) {
		const struct block *b = doc_block(d, i);

		if (b->kind == BLOCK_HEADING && b->level <= level)
			break;
		if (b->kind == BLOCK_FOOTNOTE || !is_named(b, wanted.part[found]))
			continue;
		at->block = i;
		found++;
	}
	return found == wanted.n;
}

/* The nouns of the six languages, small letters, and before them what may stand by the number. */
static bool
names_kind(struct slice heading, bool is_decision)
{
	static const char *const nouns[2][9] = {
		{ "决议", "決議", "esolution", "ésolution", "esolución", "езолюци", "قرار", "RESOLUTION",
		  "ESOLUCI" },
		{ "决定", "決定", "ecision", "écision", "ecisión", "ешени", "مقرر", "DECISION",
		  "ECISI" },
	};

	return slice_has_one(heading, nouns[is_decision], 9);
}

static bool
is_of_number(char c)
{
	return byte_is_alnum(c) || c == '/' || c == '.' || c == '-';
}

/* The number stands there and is not a part of another. */
static bool
has_number(struct slice heading, struct slice number)
{
	for (size_t at = 0; (at = slice_find(heading, number, at)) != SLICE_NONE; at++) {
		size_t end = at + number.len;

		if ((at == 0 || !is_of_number(heading.p[at - 1])) &&
		    (end >= heading.len || !is_of_number(heading.p[end]) ||
		     (heading.p[end] == '.' && end + 1 == heading.len)))
			return true;
	}
	return false;
}

size_t
follow_heading(const struct doc *d, bool is_decision, struct slice number)
{
	struct buf words = { 0 };
	size_t found = SLICE_NONE;

	for (size_t i = 0; number.len > 0 && found == SLICE_NONE && i < d->n_headings; i++) {
		const struct block *b = doc_block(d, d->headings[i]);

		buf_clear(&words);
		fold_text(b->label, &words, NULL);
		buf_add_byte(&words, ' ');
		fold_text(slice_sub(b->text, 0, HEADING_LOOKED_AT), &words, NULL);
		if (has_number(buf_slice(&words), number) && names_kind(buf_slice(&words), is_decision))
			found = d->headings[i];
	}
	buf_release(&words);
	return found;
}
