/* SPDX-License-Identifier: ISC */
/*
 * Footnotes and their marks, ibid., addresses, press releases (C.1, E.6, A.5).
 */
#include "config.h"

#include "parse_priv.h"

#include "text/fold.h"

#define NOTE_MOST 999

/* ibid.: the document of the footnote before unless this one cited another; in text the one cited
 * last. */
static size_t
read_ibid(struct parse *p, size_t i)
{
	struct recogniser *r = p->r;
	bool before = p->what == STRETCH_FOOTNOTE && r->noted && !r->anchor.here;
	const struct anchor *of = before ? &r->note : &r->anchor;
	struct slice target = SLICE("prev");

	if (of->base.len > 0)
		target = arena_copy(p->arena, buf_slice(&of->base));
	parse_add(p, p->v[i].start, p->v[i].end, CITATION_IBID, target, "anaphor");
	parse_anchor(p, target, i, i + 1);
	return i + 1;
}

static size_t
read_footnote(struct parse *p, size_t i)
{
	size_t number = i + 1, end;
	bool before = i > 0 && parse_word(p, i - 1, WORD_HERE) && parse_is_han(p, i);

	if (number >= p->n || p->v[number].kind != ATOM_NUMBER || p->v[number].value < 1 ||
	    p->v[number].value > NOTE_MOST || (!parse_word(p, i, WORD_FOOTNOTE) && !parse_word(p, number + 1, WORD_HERE)))
		return 0;
	end = parse_word(p, number + 1, WORD_HERE) && !parse_is_han(p, i) ? number + 2 : number + 1;
	parse_add(p, p->v[before ? i - 1 : i].start, p->v[end - 1].end, CITATION_FN,
	          arena_printf(p->arena, "self#fn_%ld", p->v[number].value), "name");
	return end;
}

static size_t
add_plain(struct parse *p, size_t i, enum citation_kind kind, const char *scheme)
{
	struct slice text = window_slice(p->a->w, p->v[i].start, p->v[i].end);
	struct citation *c = parse_add(p, p->v[i].start, p->v[i].end, kind,
	                               arena_printf(p->arena, "%s%.*s", scheme, SLICE_ARG(text)),
	                               citation_kind_name(kind));

	if (kind == CITATION_URL)
		c->url = slice_skip(c->target, slice_from(scheme).len);
	return i + 1;
}

/* "PRST/22/1", "PRST/OS/12/1": a statement of the President of the Human Rights Council. */
static size_t
read_statement(struct parse *p, size_t i)
{
	struct slice word = window_slice(p->a->w, p->v[i].start, p->v[i].end), text;
	size_t k = i + 2;

	if (!slice_is(word, "PRST") || !parse_mark(p, i + 1, '/'))
		return 0;
	if (k + 2 < p->n && p->v[k].kind == ATOM_LATIN && parse_mark(p, k + 1, '/'))
		k += 2;
	if (k >= p->n || p->v[k].kind != ATOM_REF || p->a->numbers.v[p->v[k].value].shape != NUMBER_SESSION)
		return 0;
	text = window_slice(p->a->w, p->v[i].start, p->v[k].end);
	text = arena_printf(p->arena, "doc:A/HRC/%.*s", SLICE_ARG(text));
	parse_add(p, p->v[i].start, p->v[k].end, CITATION_SYM, text, "shape");
	parse_anchor(p, text, i, k + 1);
	return k + 1;
}

/* ----------------------------------------------------------------- marks in the text */

/* A mark stands behind punctuation or, where one was met before, behind a word; Han, a blank or
 * nothing follows, and no unit. */
static bool
is_mark_place(const struct parse *p, size_t i)
{
	const struct window *w = p->a->w;
	size_t start = p->v[i].start, end = p->v[i].end;
	codepoint before = start > 0 ? w->c[start - 1] : 0, next = w->c[end];
	bool blank = before == ' ' || before == '\n';

	if (blank && start > 1)
		before = w->c[start - 2];
	if (next != 0 && next != ' ' && next != '\n' && !fold_is_han(next) && next != 0x3002 && next != ',')
		return false;
	if (i + 1 < p->n && p->v[i + 1].kind == ATOM_WORD && parse_is_han(p, i + 1) && next != ' ' &&
	    p->v[i + 1].word != WORD_AND && p->v[i + 1].word != WORD_ORGAN && p->v[i + 1].word != WORD_ITS &&
	    p->v[i + 1].word != WORD_SELF)
		return false;
	if (before == ',' || before == 0x3001 || before == 0x3002 || before == 0x300B || before == 0x201D)
		return !blank && (next == '\n' || next == 0 || fold_is_han(next) || next == ' ');
	return p->r->mark > 0 && blank && fold_is_han(before) && fold_is_han(next);
}

/* "报告、1秘书长", "Action,1": the number expected next. */
static size_t
read_mark(struct parse *p, size_t i)
{
	if (p->v[i].value != p->r->mark + 1 || i == 0 || p->what == STRETCH_FOOTNOTE || p->what == STRETCH_TABLE ||
	    !is_mark_place(p, i))
		return 0;
	p->r->mark++;
	parse_add(p, p->v[i].start, p->v[i].end, CITATION_FN,
	          arena_printf(p->arena, "self#fn_%ld", p->v[i].value), "mark");
	return i + 1;
}

size_t
aside_read(struct parse *p, size_t i)
{
	switch (p->v[i].kind) {
	case ATOM_URL:
		return add_plain(p, i, CITATION_URL, "url:");
	case ATOM_PRESS:
		return add_plain(p, i, CITATION_PRESS, "press:");
	case ATOM_NUMBER:
		return read_mark(p, i);
	case ATOM_LATIN:
		return read_statement(p, i);
	default:
		break;
	}
	if (parse_word(p, i, WORD_IBID))
		return read_ibid(p, i);
	return read_footnote(p, i);
}
