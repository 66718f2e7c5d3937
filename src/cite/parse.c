/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "parse_priv.h"

#include "container_priv.h"
#include "text/fold.h"

#include <stdio.h>
#include <string.h>

#define TITLED_MOST 120 /* characters of "of the report of the …" before a symbol in brackets */
#define GLUE_MOST 14 /* atoms between a locator and the document behind it */

bool
parse_word(const struct parse *p, size_t i, enum word word)
{
	return i < p->n && p->v[i].kind == ATOM_WORD && p->v[i].word == word;
}

bool
parse_of(const struct parse *p, size_t i)
{
	return parse_word(p, i, WORD_OF) || (parse_word(p, i, WORD_TO) && !parse_is_han(p, i));
}

bool
parse_mark(const struct parse *p, size_t i, codepoint c)
{
	return i < p->n && p->v[i].kind == ATOM_MARK && p->v[i].value == (long)c;
}

bool
parse_is_han(const struct parse *p, size_t i)
{
	return i < p->n && fold_is_han(p->a->w->c[p->v[i].start]);
}

bool
parse_same(const struct parse *p, size_t i, size_t j)
{
	return i < p->n && j < p->n && p->v[i].sentence == p->v[j].sentence;
}

static enum citation_confidence
confidence_of(const struct parse *p, struct slice target, const char *evidence)
{
	static const char *const weak[] = { "root", "default", "shape", "far" };
	enum citation_confidence most = p->what == STRETCH_TABLE ? CITATION_MEDIUM : CITATION_HIGH;

	if (slice_starts(target, "damaged:") || slice_starts(target, "prev") ||
	    strcmp(evidence, "default") == 0 || strcmp(evidence, "far") == 0)
		return CITATION_LOW;
	for (size_t i = 0; i < sizeof weak / sizeof *weak; i++)
		if (strcmp(evidence, weak[i]) == 0)
			return CITATION_MEDIUM;
	return most;
}

struct citation *
parse_add(struct parse *p, size_t start, size_t end, enum citation_kind kind, struct slice target,
          const char *evidence)
{
	const struct window *w = p->a->w;
	struct slice span = window_slice(w, start, end);
	size_t at = (size_t)(span.p - w->text.p);
	struct citation c = { .start = p->offset + at, .end = p->offset + at + span.len, .kind = kind,
		              .target = target, .evidence = slice_from(evidence) };

	c.confidence = confidence_of(p, target, evidence);
	c.container = container_of(slice_sub(target, 0, slice_find_byte(target, '#', 0)));
	VEC_PUSH(&p->found, c);
	return &p->found.v[p->found.n - 1];
}

/* ------------------------------------------------------------------------- places */

void
place_set(struct place *place, enum level level, const char *piece)
{
	for (int i = level; i < LEVELS; i++)
		place->piece[i][0] = '\0';
	number_print(place->piece[level], PIECE_MAX, "%s", piece);
}

static void
write_pieces(const struct place *place, struct buf *out)
{
	bool first = true;

	for (int i = 0; i < LEVELS; i++) {
		if (place->piece[i][0] == '\0')
			continue;
		buf_add_str(out, first ? "#" : "__");
		buf_add_str(out, place->piece[i]);
		first = false;
	}
}

void
place_write(const struct place *place, struct buf *out)
{
	if (place->component[0])
		buf_addf(out, "!%s", place->component);
	write_pieces(place, out);
}

static void
write_one(struct slice base, const struct place *place, const struct place *upto, struct buf *out)
{
	buf_add(out, base);
	place_write(place, out);
	if (upto) {
		size_t mark = out->len;

		write_pieces(upto, out);
		if (out->len > mark) { /* "#para_5" becomes "..para_5" */
			buf_add_byte(out, ' ');
			memmove(out->p + mark + 2, out->p + mark + 1, out->len - mark - 2);
			out->p[mark] = out->p[mark + 1] = '.';
		}
	}
}

/* Of a document with two symbols the first one is meant, as official links do. */
struct slice
parse_target(struct parse *p, struct slice base, const struct place *place, const struct place *upto)
{
	struct buf *out = &p->r->scratch;

	if (base.len == 0)
		return base;
	buf_clear(out);
	write_one(slice_sub(base, 0, slice_find_byte(base, ';', 0)), place, upto, out);
	return arena_copy(p->arena, buf_slice(out));
}

/* ------------------------------------------------------------------------ anchors */

void
anchor_copy(struct anchor *a, const struct anchor *b)
{
	struct buf base = a->base;

	buf_clear(&base);
	buf_add(&base, buf_slice(&b->base));
	*a = *b;
	a->base = base;
}

static void
anchor_set(struct parse *p, struct anchor *a, struct slice base, size_t end)
{
	size_t last = end > 0 ? end - 1 : 0;
	struct buf copy = { 0 };

	buf_add(&copy, base); /* `base` may lie in a->base */
	buf_release(&a->base);
	*a = (struct anchor){ .base = copy, .atom = end, .here = true, .sentence = p->v[last].sentence,
		              .clause = p->v[last].clause };
}

void
parse_wait(struct parse *p, const struct place *place, const struct place *upto, bool article, size_t end)
{
	struct waiting *w;

	if (p->n_waiting == WAITING_MAX) {
		memmove(p->waiting, p->waiting + 1, (WAITING_MAX - 1) * sizeof *p->waiting);
		p->n_waiting--;
	}
	w = &p->waiting[p->n_waiting++];
	*w = (struct waiting){ .citation = p->found.n - 1, .atom = end, .place = *place, .article = article };
	w->upto = upto ? *upto : (struct place){ 0 };
}

/* What may stand between "paragraph 5" and the document: "of", "to", an organ, other locators. */
static bool
is_glue(const struct parse *p, size_t i)
{
	const struct atom *x = &p->v[i];

	if (x->kind == ATOM_WORD)
		switch (x->word) {
		case WORD_OF:
		case WORD_THE:
		case WORD_ITS:
		case WORD_ORGAN:
		case WORD_ANNEX:
		case WORD_PART:
		case WORD_SECTION:
		case WORD_CHAPTER:
		case WORD_PARAGRAPH:
		case WORD_ARTICLE:
		case WORD_AND:
		case WORD_HOUSE:
		case WORD_RESOLUTION:
		case WORD_DECISION:
		case WORD_NOTE_OF:
		case WORD_NOTE:
		case WORD_TO:
			return true;
		default:
			return false;
		}
	return x->kind == ATOM_LATIN || x->kind == ATOM_NUMBER || parse_mark(p, i, '(') ||
	       parse_mark(p, i, ')') || (parse_mark(p, i, ',') && !parse_is_han(p, i));
}

/* "of", or a genitive of Russian that needs no word. */
static bool
opens_glue(const struct parse *p, size_t i)
{
	codepoint c;

	if (i >= p->n)
		return false;
	c = p->a->w->c[p->v[i].start];
	return parse_of(p, i) || (c >= 0x400 && c <= 0x4FF) ||
	       (c >= 0x620 && c <= 0x64A);
}

/* "of the revised draft guidelines (A/79/1)": nothing but words up to the symbol in brackets. */
static bool
is_in_brackets(const struct parse *p, size_t from, size_t i)
{
	size_t open = i > 0 && parse_word(p, i - 1, WORD_SEE) ? i - 1 : i; /* "(see A/79/1)" */

	if (open < from + 2 || p->v[i].kind != ATOM_SYMBOL || !parse_mark(p, open - 1, '(') ||
	    p->v[i].start - p->v[from].start > TITLED_MOST)
		return false;
	for (size_t k = from; k + 1 < open; k++)
		if (p->v[k].kind != ATOM_TEXT && p->v[k].kind != ATOM_WORD && p->v[k].kind != ATOM_LATIN &&
		    !parse_mark(p, k, '-'))
			return false;
	return true;
}

/* "of" stands behind the locator and others of its list. */
static bool
leads_on(const struct parse *p, size_t i)
{
	while (i < p->n && (p->v[i].kind == ATOM_NUMBER || p->v[i].kind == ATOM_LATIN || parse_word(p, i, WORD_AND) ||
	                    parse_mark(p, i, ',') || parse_mark(p, i, '(') || parse_mark(p, i, ')')))
		i++;
	return opens_glue(p, i);
}

static bool
is_glued(const struct parse *p, const struct waiting *w, size_t i)
{
	bool of = false;

	if (w->atom > i || i - w->atom > GLUE_MOST || !parse_same(p, w->atom, i) || (w->near && !leads_on(p, w->atom)))
		return false;
	if (parse_of(p, w->atom) && is_in_brackets(p, w->atom, i))
		return true;
	for (size_t k = w->atom; k < i; k++) {
		if (!is_glue(p, k))
			return false;
		of = of || opens_glue(p, k);
	}
	return of || (w->atom == i && opens_glue(p, i));
}

/* Locators that waited get their document, if only "of" and the like stands between. */
static void
settle(struct parse *p, struct slice base, size_t i, bool treaty)
{
	for (size_t k = 0; k < p->n_waiting; k++) {
		struct waiting *w = &p->waiting[k];
		bool range = w->upto.piece[LEVEL_PARAGRAPH][0] || w->upto.piece[LEVEL_ARTICLE][0];

		if ((w->article && !treaty) || !is_glued(p, w, i))
			continue;
		p->found.v[w->citation].target = parse_target(p, base, &w->place, range ? &w->upto : NULL);
		p->found.v[w->citation].container = container_of(slice_sub(base, 0, slice_find_byte(base, '#', 0)));
		p->found.v[w->citation].evidence = SLICE("behind");
		p->found.v[w->citation].confidence =
			p->what == STRETCH_TABLE ? CITATION_MEDIUM : CITATION_HIGH;
	}
	p->n_waiting = 0;
}

void
parse_anchor(struct parse *p, struct slice base, size_t i, size_t end)
{
	settle(p, base, i, false);
	anchor_set(p, &p->r->anchor, base, end);
}

void
parse_treaty(struct parse *p, struct slice key, size_t i, size_t end)
{
	struct slice base = arena_printf(p->arena, "treaty:%.*s", SLICE_ARG(key));

	settle(p, base, i, true);
	anchor_set(p, &p->r->treaty, base, end);
	p->r->treaty.is_treaty = true;
}
