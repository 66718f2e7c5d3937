/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "variant.h"

#include "base/vec.h"
#include "import/import.h"
#include "text/searchfold.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

#define PAIRS 10     /* near-identical paragraphs put in */
#define LEAST 1500   /* characters of a document */
#define MOST 200000
#define WIDE 76      /* cells of a line */
#define NARROW 44
#define LOOK 400     /* characters that the import may have dropped or put in at one place */

const char *const change_names[CHANGES] = { "lines",  "insert", "numbers", "reword", "delete",
	                                    "swap",   "noise",  "width",   "script" };

/* A character and the one of the base that it stands for; SLICE_NONE: it is new. */
struct unit {
	codepoint c;
	size_t from;
};

struct part {
	struct slice label; /* borrowed */
	long number;        /* 0: the label stays */
	bool is_gone;
	VEC(struct unit) units;
};

struct text {
	VEC(struct part) parts;
};

size_t
dice_below(struct dice *d, size_t n)
{
	d->state = d->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return n > 0 ? (size_t)(d->state >> 33) % n : 0;
}

static void
add_part(struct text *t, const struct doc *d, const struct flat *f, size_t block)
{
	const struct block *b = doc_block(d, block);
	struct part p = { .label = b->label,
		          .number = b->kind == BLOCK_PARAGRAPH && b->component.len == 0 ? b->number : 0 };

	for (size_t at = 0; at < b->text.len;) {
		size_t from = f ? flat_at(f, (struct place){ block, at }) : SLICE_NONE, was = at;
		codepoint c = utf8_next(b->text, &at);

		if (f && (from >= f->n || f->from[from].block != block || f->from[from].byte != was))
			from = SLICE_NONE;
		VEC_PUSH(&p.units, ((struct unit){ c == '\n' || c == '\t' ? ' ' : c, from }));
	}
	VEC_PUSH(&t->parts, p);
}

static bool
is_running(const struct block *b)
{
	return b->text.len > 0 && (b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM ||
	                           b->kind == BLOCK_TEXT || b->kind == BLOCK_HEADING);
}

static void
read_text(struct text *t, const struct doc *d, const struct flat *f)
{
	*t = (struct text){ 0 };
	for (size_t i = 0; i < d->n_blocks; i++)
		if (is_running(doc_block(d, i)))
			add_part(t, d, f, i);
}

static void
release(struct text *t)
{
	for (size_t i = 0; i < t->parts.n; i++)
		VEC_RELEASE(&t->parts.v[i].units);
	VEC_RELEASE(&t->parts);
}

/* As a file: hard lines, an empty one between paragraphs. */
static void
write_part(const struct part *p, int cols, struct buf *out)
{
	struct width w = { 1 };
	int at = 0;

	if (p->number > 0)
		buf_addf(out, "%ld. ", p->number);
	else if (p->label.len > 0)
		buf_addf(out, "%.*s ", SLICE_ARG(p->label));
	for (size_t i = 0; i < p->units.n; i++) {
		codepoint c = p->units.v[i].c;
		bool breaks = c == ' ' || (c >= 0x4E00 && c < 0xA000);

		if (at >= cols && breaks && i > 0) {
			buf_add_byte(out, '\n');
			at = 0;
			if (c == ' ')
				continue;
		}
		utf8_add(out, c);
		at += width_of(w, c);
	}
	buf_add_str(out, "\n\n");
}

static struct doc *
import_text(const struct text *t, int cols)
{
	struct buf bytes = { 0 };
	struct doc *d = NULL;

	for (size_t i = 0; i < t->parts.n; i++)
		if (!t->parts.v[i].is_gone)
			write_part(&t->parts.v[i], cols, &bytes);
	if (import_bytes(&bytes, SLICE("variant.txt"), &d, NULL) != STATUS_OK)
		d = NULL;
	buf_release(&bytes);
	return d;
}

static struct unit
other_char(const struct text *t, struct dice *dice)
{
	struct unit u = { 'x', SLICE_NONE };

	for (int i = 0; i < 20; i++) {
		const struct part *p = &t->parts.v[dice_below(dice, t->parts.n)];

		if (p->units.n == 0)
			continue;
		u.c = p->units.v[dice_below(dice, p->units.n)].c;
		if (!searchfold_is_dropped(u.c) && u.c != ' ')
			break;
	}
	return u;
}

/* A copy of a paragraph that differs in one or two characters, somewhere else. */
static void
add_twin(struct text *t, struct dice *dice)
{
	const struct part *p = &t->parts.v[dice_below(dice, t->parts.n)];
	struct part twin = { .label = SLICE("") };

	if (p->units.n < 24)
		return;
	for (size_t i = 0; i < p->units.n; i++)
		VEC_PUSH(&twin.units, p->units.v[i]);
	for (size_t i = 1 + dice_below(dice, 2); i > 0; i--)
		twin.units.v[dice_below(dice, twin.units.n)] = other_char(t, dice);
	VEC_PUSH(&t->parts, twin);
}

struct flat *
variant_base(const struct doc *given, enum change change, struct dice *dice)
{
	struct flat *f = NULL;
	struct text t;
	struct doc *d;

	read_text(&t, given, NULL);
	for (int i = 0; change == CHANGE_SWAP && t.parts.n > 0 && i < PAIRS; i++)
		add_twin(&t, dice);
	d = import_text(&t, WIDE);
	release(&t);
	if (d)
		f = flat_new(d);
	if (f && (f->n < LEAST || f->n > MOST)) {
		variant_free(f);
		f = NULL;
	}
	return f;
}

void
variant_free(struct flat *f)
{
	if (f)
		doc_free((struct doc *)(uintptr_t)f->doc);
	flat_free(f);
}

static void
insert(struct text *t, struct dice *dice)
{
	for (int n = 0; n < 3; n++) {
		size_t at = dice_below(dice, t->parts.n);
		struct part fresh = { .label = SLICE("") };

		fresh.number = t->parts.v[at].number;
		for (int i = 0; i < 80; i++)
			VEC_PUSH(&fresh.units, other_char(t, dice));
		VEC_PUSH(&t->parts, fresh);
		memmove(&t->parts.v[at + 1], &t->parts.v[at], (t->parts.n - 1 - at) * sizeof fresh);
		t->parts.v[at] = fresh;
		for (size_t i = at + 1; fresh.number > 0 && i < t->parts.n; i++)
			t->parts.v[i].number += t->parts.v[i].number > 0;
	}
}

static bool
is_han(codepoint c)
{
	return c >= 0x4E00 && c < 0xA000;
}

/* The word at a place: letters up to a blank, or two Han characters. */
static size_t
word_end(const struct part *p, size_t at)
{
	size_t end = at + 1;

	if (is_han(p->units.v[at].c))
		return end + (end < p->units.n && is_han(p->units.v[end].c));
	while (end < p->units.n && p->units.v[end].c != ' ' && !is_han(p->units.v[end].c))
		end++;
	return end;
}

static size_t
word_start(const struct part *p, size_t at)
{
	while (!is_han(p->units.v[at].c) && at > 0 && p->units.v[at - 1].c != ' ' &&
	       !is_han(p->units.v[at - 1].c))
		at--;
	return at;
}

static void
add_other_word(struct part *to, const struct text *t, struct dice *dice)
{
	const struct part *p = &t->parts.v[dice_below(dice, t->parts.n)];
	size_t start, end;

	if (p->units.n == 0)
		return;
	start = word_start(p, dice_below(dice, p->units.n));
	end = word_end(p, start);
	for (size_t i = start; i < end; i++)
		VEC_PUSH(&to->units, ((struct unit){ p->units.v[i].c, SLICE_NONE }));
}

static bool
ends_sentence(codepoint c)
{
	return c == '.' || c == ';' || c == 0x3002 || c == 0xFF1B || c == 0x061B;
}

/* In one sentence of the paragraph three words in ten are others. */
static void
reword(struct part *p, const struct text *t, struct dice *dice)
{
	size_t start = dice_below(dice, p->units.n), end = start;
	struct part fresh = { .label = p->label };

	while (start > 0 && !ends_sentence(p->units.v[start - 1].c))
		start--;
	while (end < p->units.n && !ends_sentence(p->units.v[end].c))
		end++;
	for (size_t i = 0; i < p->units.n;) {
		size_t next = i >= start && i < end ? word_end(p, i) : i + 1;

		if (i >= start && i < end && p->units.v[i].c != ' ' && dice_below(dice, 10) < 3)
			add_other_word(&fresh, t, dice);
		else
			for (size_t k = i; k < next; k++)
				VEC_PUSH(&fresh.units, p->units.v[k]);
		i = next;
	}
	VEC_RELEASE(&p->units);
	p->units.v = fresh.units.v;
	p->units.n = fresh.units.n;
	p->units.cap = fresh.units.cap;
}

/* Twins stand behind the rest, in the order of which they were made: find what they are like. */
static size_t
shared_units(const struct part *a, const struct part *b)
{
	size_t n = 0;

	for (size_t i = 0; a->units.n == b->units.n && i < a->units.n; i++)
		n += a->units.v[i].c == b->units.v[i].c;
	return n;
}

static void
swap(struct text *t)
{
	for (size_t i = 0; i < t->parts.n; i++)
		for (size_t j = i + 1; j < t->parts.n; j++) {
			struct part *a = &t->parts.v[i], *b = &t->parts.v[j], one = *a;
			size_t n = a->units.n;

			if (n < 24 || shared_units(a, b) + 3 < n || shared_units(a, b) == n)
				continue;
			*a = *b;
			*b = one;
			a->label = one.label;
			a->number = one.number;
			break;
		}
}

static codepoint
other_width(codepoint c)
{
	static const struct {
		codepoint from, to;
	} pairs[] = { { 0xFF0C, ',' }, { 0x3002, '.' }, { 0xFF08, '(' }, { 0xFF09, ')' }, { 0x201C, '"' },
		      { 0x201D, '"' }, { 0xFF1A, ':' }, { 0xFF1B, ';' }, { 0x2019, '\'' }, { 0x2013, '-' } };

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i].from == c)
			return pairs[i].to;
	return c >= '0' && c <= '9' ? c - '0' + 0xFF10 : c;
}

/* A Han character that is compared as this one. */
static codepoint
traditional(codepoint c)
{
	codepoint sources[8], folded[SEARCHFOLD_MAX];
	size_t n = searchfold_char(c, folded) == 1 && c >= 0x4E00 && c < 0xA000
	                   ? searchfold_sources(folded[0], sources, 8) : 0;

	for (size_t i = 0; i < n && i < 8; i++)
		if (sources[i] != c && sources[i] >= 0x4E00 && sources[i] < 0xA000)
			return sources[i];
	return c;
}

static void
change_units(struct part *p, const struct text *t, enum change change, struct dice *dice,
             size_t *n_changed)
{
	for (size_t i = 0; i < p->units.n; i++) {
		struct unit *u = &p->units.v[i];
		codepoint c = u->c;

		if (change == CHANGE_NOISE && c != ' ' && dice_below(dice, 100) < 3)
			*u = other_char(t, dice);
		else if (change == CHANGE_WIDTH)
			u->c = other_width(c);
		else if (change == CHANGE_SCRIPT)
			u->c = traditional(c);
		*n_changed += u->c != c;
	}
}

static void
apply(struct text *t, enum change change, struct dice *dice, size_t *n_changed)
{
	*n_changed = 1;
	if (change == CHANGE_INSERT)
		insert(t, dice);
	if (change == CHANGE_SWAP)
		swap(t);
	if (change >= CHANGE_NOISE)
		*n_changed = 0;
	for (size_t i = 0; i < t->parts.n; i++) {
		struct part *p = &t->parts.v[i];

		if (change == CHANGE_NUMBERS && p->number > 0)
			p->number += 3;
		else if (change == CHANGE_REWORD && p->units.n > 0 && dice_below(dice, 3) == 0)
			reword(p, t, dice);
		else if (change == CHANGE_DELETE)
			p->is_gone = dice_below(dice, 10) == 0;
		else if (change >= CHANGE_NOISE)
			change_units(p, t, change, dice, n_changed);
	}
}

typedef VEC(struct unit) unit_list;

/* The characters that should be in the imported text, folded. */
static void
fold_units(const struct text *t, unit_list *out)
{
	codepoint folded[SEARCHFOLD_MAX];

	for (size_t i = 0; i < t->parts.n; i++)
		for (size_t j = 0; !t->parts.v[i].is_gone && j < t->parts.v[i].units.n; j++) {
			struct unit u = t->parts.v[i].units.v[j];
			int n = searchfold_char(u.c, folded);

			for (int k = 0; k < n; k++)
				VEC_PUSH(out, ((struct unit){ folded[k], u.from == SLICE_NONE ? SLICE_NONE
				                                                              : u.from + (size_t)k }));
		}
}

static bool
agrees(const unit_list *want, size_t i, const struct flat *f, size_t j)
{
	for (size_t k = 0; k < 8; k++)
		if (i + k >= want->n || j + k >= f->n || want->v[i + k].c != f->v[j + k])
			return false;
	return true;
}

/* What the import has done to the text is found by going on where eight characters agree. */
static void
align(const unit_list *want, const struct flat *f, size_t *map)
{
	size_t i = 0, j = 0;

	while (i < want->n && j < f->n) {
		if (want->v[i].c == f->v[j]) {
			if (want->v[i].from != SLICE_NONE)
				map[want->v[i].from] = j;
			i++;
			j++;
			continue;
		}
		for (size_t apart = 1; apart <= LOOK; apart++) {
			size_t skip = 0;

			while (skip <= apart && !agrees(want, i + skip, f, j + apart - skip))
				skip++;
			if (skip <= apart || apart == LOOK) {
				i += skip <= apart ? skip : 1;
				j += skip <= apart ? apart - skip : 1;
				break;
			}
		}
	}
}

struct flat *
variant_make(const struct flat *base, enum change change, struct dice *dice, size_t *map)
{
	struct flat *f = NULL;
	unit_list want = { 0 };
	struct doc *d = NULL;
	struct text t;
	size_t n_changed;

	for (size_t i = 0; i < base->n; i++)
		map[i] = SLICE_NONE;
	read_text(&t, base->doc, base);
	apply(&t, change, dice, &n_changed);
	if (n_changed > 0)
		d = import_text(&t, change == CHANGE_LINES ? NARROW : WIDE);
	if (d) {
		f = flat_new(d);
		fold_units(&t, &want);
		align(&want, f, map);
	}
	VEC_RELEASE(&want);
	release(&t);
	return f;
}
