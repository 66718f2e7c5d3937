/* SPDX-License-Identifier: ISC */
/*
 * Levels, components and eIds (Akoma Ntoso naming, domain.md C.3): sec_III, para_12,
 * para_12__subpara_a, art_5, fn_3, annex_1.
 */
#include "config.h"

#include "import_priv.h"

#include "text/numeral.h"

#define DEPTH_MOST 8

struct eid {
	struct import *im;
	struct map seen;        /* component and id -> times given */
	struct arena arena;     /* of the keys */
	struct slice component;
	long annexes;
	struct slice high;      /* id of the last heading of level 1 */
	enum label_kind top;    /* how it is labelled */
	struct slice middle;    /* … of level 2 below it */
	struct slice scope;     /* id that paragraphs are prefixed with; empty as long as one count runs */
	struct slice parent;    /* last paragraph or article */
	struct slice list[DEPTH_MOST]; /* ids of the items open */
	enum label_kind kind[DEPTH_MOST];
	int depth;
	int level;              /* of the last labelled heading */
	long last_paragraph;
	long unlabelled;
	long asterisks;
};

/* The same id twice gets a counter behind it. */
static struct slice
unique(struct eid *e, struct slice id)
{
	struct slice key = arena_printf(&e->arena, "%.*s!%.*s", SLICE_ARG(e->component), SLICE_ARG(id));
	long n = ++*map_at(&e->seen, key);

	return n == 1 ? id : arena_printf(&e->im->doc->arena, "%.*s_%ld", SLICE_ARG(id), n);
}

static struct slice
below(struct eid *e, struct slice parent, struct slice id)
{
	struct arena *a = &e->im->doc->arena;

	if (parent.len == 0)
		return id;
	return arena_printf(a, "%.*s__%.*s", SLICE_ARG(parent), SLICE_ARG(id));
}

static struct slice
roman_id(struct eid *e, long value)
{
	struct buf b = { 0 };
	struct slice id;

	numeral_add_roman(&b, value);
	id = arena_printf(&e->im->doc->arena, "sec_%s", buf_str(&b));
	buf_release(&b);
	return id;
}

static void
set_heading(struct eid *e, struct piece *p, int level, struct slice id)
{
	struct block *b = &p->block;

	b->level = e->level = level;
	b->id = unique(e, id);
	if (level == 1) {
		e->high = b->id;
		e->top = p->label.kind;
		e->middle = slice_from(NULL);
	} else if (level == 2) {
		e->middle = b->id;
	}
	e->depth = 0;
}

/* Articles and decisions have paragraphs of their own. */
static bool
has_own_count(struct slice id)
{
	return slice_starts(id, "art_") || slice_starts(id, "dec_");
}

static void
enter_annex(struct eid *e, struct piece *p)
{
	struct arena *a = &e->im->doc->arena;
	long n = p->label.value > 0 ? p->label.value : e->annexes + 1;

	e->annexes = n;
	e->component = arena_printf(a, "annex_%ld", n);
	p->block.component = e->component;
	e->high = e->middle = e->scope = e->parent = slice_from(NULL);
	e->last_paragraph = 0;
	set_heading(e, p, 1, e->component);
	e->high = slice_from(NULL);
}

/* "dec_2025-9"; its paragraphs count from 1. */
static void
name_decision(struct eid *e, struct piece *p)
{
	struct slice number = p->label.text;
	size_t slash = slice_find_byte(number, '/', 0);

	while (number.len > 0 && number.p[number.len - 1] == '.')
		number.len--;
	if (has_own_count(e->high))
		e->high = slice_from(NULL);
	set_heading(e, p, e->high.len > 0 ? 2 : 1,
	            arena_printf(&e->im->doc->arena, "dec_%.*s-%.*s", SLICE_ARG(slice_sub(number, 0, slash)),
	                         SLICE_ARG(slice_skip(number, slash + 1))));
	e->scope = e->parent = p->block.id;
	e->last_paragraph = 0;
}

/* "B." follows "A." where no "I." stands above them, as "2." follows "1.". */
static bool
is_on_top(const struct eid *e, enum label_kind kind)
{
	return e->high.len == 0 || e->top == kind;
}

static void
name_heading(struct eid *e, struct piece *p)
{
	struct arena *a = &e->im->doc->arena;
	struct block *b = &p->block;
	long v = p->label.value;
	struct slice parent = e->middle.len > 0 ? e->middle : e->high;

	switch (p->label.kind) {
	case LABEL_ANNEX:
		enter_annex(e, p);
		return;
	case LABEL_HAN:
	case LABEL_ROMAN:
		set_heading(e, p, 1, roman_id(e, v));
		return;
	case LABEL_UPPER:
		if (is_on_top(e, LABEL_UPPER))
			e->high = slice_from(NULL);
		set_heading(e, p, e->high.len > 0 ? 2 : 1,
		            below(e, e->high, arena_printf(a, "sec_%c", (char)('A' + v - 1))));
		return;
	case LABEL_NUMBER:
		if (is_on_top(e, LABEL_NUMBER))
			e->high = e->middle = parent = slice_from(NULL);
		set_heading(e, p, e->middle.len > 0 ? 3 : e->high.len > 0 ? 2 : 1,
		            below(e, parent, arena_printf(a, "sec_%ld", v)));
		if (b->level == 2)
			e->middle = slice_from(NULL);
		return;
	case LABEL_PART:
		set_heading(e, p, 1, arena_printf(a, "part_%ld", v));
		return;
	case LABEL_CHAPTER:
		set_heading(e, p, 1, arena_printf(a, "chp_%ld", v));
		return;
	case LABEL_ARTICLE:
		set_heading(e, p, e->high.len > 0 && !slice_starts(e->high, "art_") ? 2 : 1,
		            arena_printf(a, "art_%ld", v));
		e->middle = slice_from(NULL);
		e->scope = e->parent = b->id;
		e->last_paragraph = 0;
		return;
	case LABEL_DECISION:
		name_decision(e, p);
		return;
	case LABEL_NONE:
	case LABEL_DOTTED:
	case LABEL_LETTER:
	case LABEL_SMALL_ROMAN:
	case LABEL_BRACKETED:
	case LABEL_BRACKET_HAN:
	case LABEL_BULLET:
		break;
	}
	b->level = e->level > 0 && e->level < 5 ? e->level + 1 : 1;
	b->id = unique(e, arena_printf(a, "hdg_%ld", ++e->unlabelled));
	e->depth = 0;
}

static void
name_paragraph(struct eid *e, struct piece *p)
{
	struct arena *a = &e->im->doc->arena;
	struct block *b = &p->block;
	struct slice id;

	if (p->label.kind == LABEL_DOTTED) {
		struct slice text = p->label.text;

		while (text.len > 0 && text.p[text.len - 1] == '.')
			text.len--;
		id = arena_printf(a, "para_%.*s", SLICE_ARG(text));
	} else {
		if (b->number <= e->last_paragraph && e->scope.len == 0)
			e->scope = e->middle.len > 0 ? e->middle : e->high;
		else if (b->number == 1 && e->last_paragraph > 0 && e->scope.len > 0 &&
		         !has_own_count(e->scope))
			e->scope = e->middle.len > 0 ? e->middle : e->high;
		e->last_paragraph = b->number;
		id = below(e, e->scope, arena_printf(a, "para_%ld", b->number));
	}
	b->id = e->parent = unique(e, id);
	e->depth = 0;
}

/* "（二）" of a treaty is (b) in its other languages (domain.md, D.1). */
static bool
counts_as_letter(const struct eid *e, const struct label *l, int depth)
{
	return l->kind == LABEL_LETTER ||
	       (l->kind == LABEL_BRACKET_HAN && depth == 0 && slice_starts(e->scope, "art_"));
}

/* "(a)" gives subpara_a, "(2)" and, but in treaties, "（二）" give subpara_2. */
static struct slice
item_id(struct eid *e, const struct label *l, int depth)
{
	struct arena *a = &e->im->doc->arena;
	struct slice s = l->text;

	if (counts_as_letter(e, l, depth) && l->value > 0 && l->value <= 52)
		return l->value <= 26
		               ? arena_printf(a, "subpara_%c", (char)('a' + l->value - 1))
		               : arena_printf(a, "subpara_%c%c", (char)('a' + l->value - 27),
		                              (char)('a' + l->value - 27));
	if (l->kind != LABEL_SMALL_ROMAN)
		return arena_printf(a, "subpara_%ld", l->value);
	while (s.len > 0 && !byte_is_alpha(s.p[0]))
		s = slice_skip(s, 1);
	while (s.len > 0 && !byte_is_alpha(s.p[s.len - 1]))
		s.len--;
	return arena_printf(a, "subpara_%.*s", SLICE_ARG(s));
}

static void
name_item(struct eid *e, struct piece *p)
{
	struct block *b = &p->block;
	int depth = 0;

	while (depth < e->depth && e->kind[depth] != p->label.kind)
		depth++;
	if (depth == DEPTH_MOST)
		depth--;
	b->level = depth + 1;
	if (p->label.kind != LABEL_BULLET && (depth > 0 || e->parent.len > 0)) {
		struct slice parent = depth > 0 ? e->list[depth - 1] : e->parent;

		b->id = parent.len > 0 ? unique(e, below(e, parent, item_id(e, &p->label, depth))) : parent;
	}
	e->kind[depth] = p->label.kind;
	e->list[depth] = b->id;
	e->depth = depth + 1;
}

static void
name_footnote(struct eid *e, struct block *b)
{
	struct arena *a = &e->im->doc->arena;

	if (b->number > 0)
		b->id = unique(e, arena_printf(a, "fn_%ld", b->number));
	else if (slice_starts(b->label, "*"))
		b->id = unique(e, arena_printf(a, "fn_s%zu", b->label.len));
}

void
eid_assign(struct import *im)
{
	struct eid e = { .im = im };

	for (size_t i = 0; i < im->pieces.n; i++) {
		struct piece *p = &im->pieces.v[i];

		p->block.component = e.component;
		if (p->block.kind == BLOCK_HEADING)
			name_heading(&e, p);
		else if (p->block.kind == BLOCK_PARAGRAPH)
			name_paragraph(&e, p);
		else if (p->block.kind == BLOCK_ITEM)
			name_item(&e, p);
		else if (p->block.kind == BLOCK_FOOTNOTE)
			name_footnote(&e, &p->block);
	}
	map_release(&e.seen);
	arena_release(&e.arena);
}
