/* SPDX-License-Identifier: ISC */
/*
 * Which of the documents cited before 该草案 means: "准则草案（…/Rev.2），其中考虑到对上一稿（…/Rev.1）的意见。
 * 该草案第 11 段" is of the former.
 */
#include "config.h"

#include "locator_priv.h"

#define NOUN 2        /* characters of a noun: 草案, 报告, 说明 */
#define BACK_MOST 256 /* atoms that are looked through: nobody means what lies further back */

/* The character before place *at, over line ends; 0 at the start. */
static codepoint
character_before(const struct window *w, size_t *at)
{
	while (*at > 0 && (w->c[*at - 1] == '\n' || w->c[*at - 1] == ' '))
		--*at;
	return *at > 0 ? w->c[--*at] : 0;
}

/* The same noun ends before places x and y of the window. */
static bool
same_noun(const struct window *w, size_t x, size_t y)
{
	for (size_t i = 0; i < NOUN; i++)
		if (character_before(w, &x) != character_before(w, &y))
			return false;
	return true;
}

/* What was found of the symbol at atom k; NULL: nothing. */
static const struct citation *
cited_at(const struct parse *p, size_t k)
{
	size_t start = p->offset + p->a->w->at[p->v[k].start], i = p->found.n;

	while (i > 0 && p->found.v[i - 1].start > start)
		i--;
	return i > 0 && p->found.v[i - 1].start == start ? &p->found.v[i - 1] : NULL;
}

struct slice
said_document(const struct parse *p, size_t i)
{
	struct slice last = buf_slice(&p->r->anchor.base);
	size_t from = i > BACK_MOST ? i - BACK_MOST : 0;
	bool is_last = true;

	for (size_t k = i; k-- > from + 1;) {
		const struct citation *c = p->v[k].kind == ATOM_SYMBOL ? cited_at(p, k) : NULL;

		if (!c)
			continue;
		if (!parse_mark(p, k - 1, '('))
			return last;
		if (is_last && !slice_eq(c->target, last))
			return last; /* something else was cited last */
		if (same_noun(p->a->w, p->v[k - 1].start, p->v[i - 1].end))
			return c->target;
		is_last = false;
	}
	return last;
}
