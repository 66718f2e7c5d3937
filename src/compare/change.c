/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "compare/change.h"

#include "base/err.h"
#include "text/fold.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

#define EDITS_MOST 2000 /* beyond it nobody reads the difference: all of it is changed */
#define ISLAND_MOST 2   /* words kept between changes that are given up for longer ones */

/* A word, a grapheme of Han, or a mark; with the blanks behind it. */
struct word {
	size_t start, end; /* bytes; end without the blanks */
	uint64_t hash;
};
struct words_list {
	VEC(struct word) list;
	struct slice text;
};

static bool
is_blank(codepoint c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x3000;
}

static bool
is_letter(codepoint c)
{
	return fold_is_spaced(c) || c == '\'' || c == 0x2019;
}

/* Marks that have no cells belong to what is before them. */
static size_t
skip_marks(struct slice text, size_t at)
{
	struct width width = { .ambiguous = 1 };

	while (at < text.len) {
		size_t next = at;
		codepoint c = utf8_next(text, &next);

		if (is_blank(c) || width_of(width, c) > 0)
			break;
		at = next;
	}
	return at;
}

static size_t
word_end(struct slice text, size_t at)
{
	codepoint c = utf8_next(text, &at);

	at = skip_marks(text, at);
	while (is_letter(c) && at < text.len && is_letter(utf8_at(text, at))) {
		utf8_next(text, &at);
		at = skip_marks(text, at);
	}
	return at;
}

static void
divide(struct words_list *w, struct slice text)
{
	w->text = text;
	for (size_t at = 0; at < text.len;) {
		struct word word = { .start = at, .hash = 0xcbf29ce484222325u };

		if (is_blank(utf8_at(text, at))) {
			utf8_next(text, &at);
			continue;
		}
		word.end = at = word_end(text, at);
		for (size_t i = word.start; i < word.end; i++)
			word.hash = (word.hash ^ (unsigned char)text.p[i]) * 0x100000001b3u;
		VEC_PUSH(&w->list, word);
	}
}

static bool
same(const struct words_list *a, size_t i, const struct words_list *b, size_t j)
{
	const struct word *x = &a->list.v[i], *y = &b->list.v[j];

	return x->hash == y->hash && x->end - x->start == y->end - y->start &&
	       memcmp(a->text.p + x->start, b->text.p + y->start, x->end - x->start) == 0;
}

/* Which words are kept, on either side. */
struct script {
	const struct words_list *side[2];
	bool *is_kept[2];
	size_t start[2], end[2]; /* what is the same at both ends lies outside */
};

static void
keep(struct script *s, size_t i, size_t j)
{
	s->is_kept[0][i] = s->is_kept[1][j] = true;
}

static void
keep_ends(struct script *s)
{
	s->end[0] = s->side[0]->list.n;
	s->end[1] = s->side[1]->list.n;
	while (s->start[0] < s->end[0] && s->start[1] < s->end[1] &&
	       same(s->side[0], s->start[0], s->side[1], s->start[1])) {
		keep(s, s->start[0], s->start[1]);
		s->start[0]++;
		s->start[1]++;
	}
	while (s->start[0] < s->end[0] && s->start[1] < s->end[1] &&
	       same(s->side[0], s->end[0] - 1, s->side[1], s->end[1] - 1)) {
		s->end[0]--;
		s->end[1]--;
		keep(s, s->end[0], s->end[1]);
	}
}

/* The furthest left word on each diagonal after d edits; those of all d one after the other. */
struct trace {
	VEC(long) furthest;
	long n, m;
};

/* Row d holds the diagonals from -d to d. */
static long
trace_at(const struct trace *t, long d, long diagonal)
{
	if (diagonal < -d || diagonal > d)
		return -1;
	return t->furthest.v[d * d + diagonal + d];
}

/* Where the path on a diagonal comes from: true, from the one above (a word of the right comes in). */
static bool
comes_down(const struct trace *t, long d, long diagonal)
{
	return diagonal == -d || (diagonal != d && trace_at(t, d - 1, diagonal - 1) <
	                                                   trace_at(t, d - 1, diagonal + 1));
}

static long
step(const struct script *s, const struct trace *t, long d, long diagonal)
{
	long x = 0, y;

	if (d > 0)
		x = comes_down(t, d, diagonal) ? trace_at(t, d - 1, diagonal + 1)
		                               : trace_at(t, d - 1, diagonal - 1) + 1;
	y = x - diagonal;
	while (x >= 0 && y >= 0 && x < t->n && y < t->m &&
	       same(s->side[0], s->start[0] + (size_t)x, s->side[1], s->start[1] + (size_t)y)) {
		x++;
		y++;
	}
	return x;
}

static void
walk_back(struct script *s, const struct trace *t, long d)
{
	long x = t->n, y = t->m;

	for (; x > 0 || y > 0; d--) {
		long diagonal = x - y, from = 0;
		bool is_down = d > 0 && comes_down(t, d, diagonal);

		if (d > 0)
			from = is_down ? trace_at(t, d - 1, diagonal + 1)
			               : trace_at(t, d - 1, diagonal - 1) + 1;
		while (x > from && y > 0) {
			x--;
			y--;
			keep(s, s->start[0] + (size_t)x, s->start[1] + (size_t)y);
		}
		if (d == 0)
			break;
		if (is_down)
			y--;
		else
			x--;
	}
}

static void
find_kept(struct script *s)
{
	struct trace t = { .n = (long)(s->end[0] - s->start[0]), .m = (long)(s->end[1] - s->start[1]) };

	for (long d = 0; t.n > 0 && t.m > 0 && d <= t.n + t.m && d <= EDITS_MOST; d++)
		for (long diagonal = -d; diagonal <= d; diagonal++) {
			/* Every other diagonal is reached with an even number of edits. */
			bool is_on = (diagonal + d) % 2 == 0;
			long x = is_on ? step(s, &t, d, diagonal) : -1;

			VEC_PUSH(&t.furthest, x);
			if (is_on && diagonal == t.n - t.m && x >= t.n) {
				walk_back(s, &t, d);
				VEC_RELEASE(&t.furthest);
				return;
			}
		}
	VEC_RELEASE(&t.furthest);
}

/* Stretches of words, kept and changed in turn. */
struct stretch {
	size_t start[2], end[2];
	bool is_kept;
};
struct stretches {
	VEC(struct stretch) list;
};

static void
add_stretch(struct stretches *out, struct stretch s)
{
	struct stretch *last = out->list.n > 0 ? &out->list.v[out->list.n - 1] : NULL;

	if (last && last->is_kept == s.is_kept) {
		last->end[0] = s.end[0];
		last->end[1] = s.end[1];
	} else {
		VEC_PUSH(&out->list, s);
	}
}

static void
list_stretches(const struct script *s, struct stretches *out)
{
	size_t n = s->side[0]->list.n, m = s->side[1]->list.n, i = 0, j = 0;

	while (i < n || j < m) {
		struct stretch e = { .start = { i, j } };

		e.is_kept = i < n && j < m && s->is_kept[0][i] && s->is_kept[1][j];
		if (e.is_kept)
			while (i < n && j < m && s->is_kept[0][i] && s->is_kept[1][j]) {
				i++;
				j++;
			}
		else {
			while (i < n && !s->is_kept[0][i])
				i++;
			while (j < m && !s->is_kept[1][j])
				j++;
		}
		e.end[0] = i;
		e.end[1] = j;
		add_stretch(out, e);
	}
}

static size_t
stretch_size(const struct stretch *s)
{
	size_t n = s->end[0] - s->start[0], m = s->end[1] - s->start[1];

	return n > m ? n : m;
}

/* A word or two between longer changes stand there by chance. */
static bool
is_island(const struct stretches *list, size_t i)
{
	const struct stretch *s = &list->list.v[i];

	return s->is_kept && i > 0 && i + 1 < list->list.n && stretch_size(s) <= ISLAND_MOST &&
	       stretch_size(&s[-1]) > stretch_size(s) && stretch_size(&s[1]) > stretch_size(s);
}

static void
give_up_islands(struct stretches *list, struct stretches *out)
{
	for (size_t i = 0; i < list->list.n; i++) {
		struct stretch s = list->list.v[i];

		if (is_island(list, i))
			s.is_kept = false;
		add_stretch(out, s);
	}
}

static size_t
word_start(const struct words_list *w, size_t word)
{
	return word < w->list.n ? w->list.v[word].start : w->text.len;
}

static size_t
end_before(const struct words_list *w, size_t word)
{
	return word > 0 ? w->list.v[word - 1].end : 0;
}

/*
 * Where a stretch ends: behind the blanks; but before them where words were replaced, so that only the
 * words are marked.
 */
static void
find_border(const struct script *s, const struct stretch *e, size_t border[2])
{
	bool is_before = !e->is_kept;

	for (int side = 0; side < 2; side++)
		if (e->end[side] == e->start[side] || e->end[side] == s->side[side]->list.n ||
		    end_before(s->side[side], e->end[side]) == word_start(s->side[side], e->end[side]))
			is_before = false;
	for (int side = 0; side < 2; side++)
		border[side] = is_before ? end_before(s->side[side], e->end[side])
		                         : word_start(s->side[side], e->end[side]);
}

void
changes_release(struct changes *c)
{
	VEC_RELEASE(&c->list);
}

static void
list_changes(const struct script *s, const struct stretches *list, struct changes *out)
{
	size_t at[2] = { 0, 0 };

	for (size_t i = 0; i < list->list.n; i++) {
		const struct stretch *e = &list->list.v[i];
		struct change c = { .is_kept = e->is_kept, .start = { at[0], at[1] } };

		find_border(s, e, at);
		c.end[0] = at[0];
		c.end[1] = at[1];
		VEC_PUSH(&out->list, c);
	}
	/* Blanks alone. */
	if (list->list.n == 0 && s->side[0]->text.len + s->side[1]->text.len > 0)
		VEC_PUSH(&out->list, ((struct change){ .end = { s->side[0]->text.len, s->side[1]->text.len },
		                                       .is_kept = true }));
}

void
changes_make(struct changes *c, struct slice left, struct slice right)
{
	struct words_list words[2] = { 0 };
	struct script s = { .side = { &words[0], &words[1] } };
	struct stretches all = { 0 }, list = { 0 };

	VEC_CLEAR(&c->list);
	divide(&words[0], left);
	divide(&words[1], right);
	for (int side = 0; side < 2; side++) {
		s.is_kept[side] = mem_resize(NULL, words[side].list.n + 1);
		memset(s.is_kept[side], 0, words[side].list.n + 1);
	}
	keep_ends(&s);
	find_kept(&s);
	list_stretches(&s, &all);
	give_up_islands(&all, &list);
	list_changes(&s, &list, c);
	for (int side = 0; side < 2; side++) {
		free(s.is_kept[side]);
		VEC_RELEASE(&words[side].list);
	}
	VEC_RELEASE(&all.list);
	VEC_RELEASE(&list.list);
}
