/* SPDX-License-Identifier: ISC */
/*
 * Symbols in the text, and the members of a list that leave out what they share (domain.md, A.4).
 */
#include "config.h"

#include "parse_priv.h"

#include "cite/symbol.h"
#include "council_priv.h"
#include "glyph_priv.h"

#include <stdio.h>
#include <string.h>

#define PARTS_MAX 4
#define RANGE_MOST 5 /* members of a range that are named one by one */

static bool
is_own(const struct parse *p, struct slice key)
{
	struct slice rest = p->r->context->self, own;

	while (slice_next(&rest, ';', &own))
		if (symbol_same(slice_trim(own), key))
			return true;
	return false;
}

/* Bytes of the digits at the end. */
static size_t
digits_at_end(struct slice s)
{
	size_t n = 0;

	while (n < s.len && byte_is_digit(s.p[s.len - 1 - n]))
		n++;
	return n;
}

/* "SR.12", "Add.1": a word with a full stop stands before the digits at the end. */
static bool
ends_dotted(struct slice key, size_t digits)
{
	return digits > 0 && key.len > digits + 1 && key.p[key.len - digits - 1] == '.' &&
	       byte_is_alpha(key.p[key.len - digits - 2]);
}

static void
add_doc(struct buf *out, struct slice key)
{
	if (out->len > 0)
		buf_add_byte(out, ';');
	buf_add_str(out, "doc:");
	buf_add(out, key);
}

/* "A/Res/79/1": capitals, as keys of resolutions have them. */
static struct slice
with_capitals(struct parse *p, struct slice key)
{
	static const char *const small[] = { "/Res/", "/res/", "/Res.", "/Dec/", "/dec/" };

	for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
		size_t at = slice_find(key, slice_from(small[i]), 0);
		struct slice copy;

		if (at == SLICE_NONE)
			continue;
		copy = arena_copy(p->arena, key);
		for (size_t k = at; k < at + 4; k++)
			((char *)copy.p)[k] = small[i][k - at] >= 'a' ? (char)(copy.p[k] - 0x20) : copy.p[k];
		return copy;
	}
	return key;
}

/* "S/2020-503" behind another symbol is mistyped: the first one is meant. */
static bool
is_mistyped(struct slice key)
{
	size_t n = digits_at_end(key), hyphen = key.len - n;

	return n > 0 && hyphen == 7 && key.p[1] == '/' && key.p[6] == '-' && key.p[2] == '2';
}

/* It stands where a document says its own: behind the house's name and with the mark of a reissue,
 * or behind a job number. */
static bool
is_masthead(const struct parse *p, size_t i)
{
	if (i > 0 && parse_word(p, i - 1, WORD_HOUSE) && parse_mark(p, i + 1, '*') && p->v[i + 1].blank)
		return true;
	for (size_t k = i; k-- > 1 && i - k < 12 && p->v[k + 1].lines == 0;)
		if (parse_mark(p, k, '-') && p->v[k - 1].kind == ATOM_NUMBER && p->v[k + 1].kind == ATOM_NUMBER &&
		    p->v[k - 1].end - p->v[k - 1].start == 2 && p->v[k + 1].end - p->v[k + 1].start == 5)
			return true;
	return false;
}

/* "Add.1-3" is three documents, "4-5" of a treaty body is one. */
static bool
add_range(struct buf *out, struct slice key)
{
	size_t last = digits_at_end(key), first;
	struct slice head;
	long from, to;

	if (last == 0 || key.len <= last + 1 || key.p[key.len - last - 1] != '-')
		return false;
	head = slice_sub(key, 0, key.len - last - 1);
	first = digits_at_end(head);
	if (!ends_dotted(head, first) || slice_number(slice_skip(key, key.len - last), &to) == 0 ||
	    slice_number(slice_skip(head, head.len - first), &from) == 0 || to <= from)
		return false;
	head = slice_sub(head, 0, head.len - first);
	if (to - from >= RANGE_MOST) {
		buf_addf(out, "%sdoc:%.*s%ld..%.*s%ld", out->len > 0 ? ";" : "", SLICE_ARG(head), from,
		         SLICE_ARG(head), to);
		return true;
	}
	for (; from <= to; from++)
		buf_addf(out, "%sdoc:%.*s%ld", out->len > 0 ? ";" : "", SLICE_ARG(head), from);
	return true;
}

/* S/RES/822 lacks the year that its key has. */
static bool
add_council(struct buf *out, struct slice key)
{
	static const char head[] = "S/RES/";
	size_t n = digits_at_end(key);
	long number, year;

	if (key.len != sizeof head - 1 + n || !slice_starts(key, head) ||
	    slice_number(slice_skip(key, sizeof head - 1), &number) == 0 ||
	    (year = council_year(number)) == 0)
		return false;
	buf_addf(out, "%sdoc:%.*s(%ld)", out->len > 0 ? ";" : "", SLICE_ARG(key), year);
	return true;
}

/* "(PartesIyII)", "(PartsIandII)": two parts. */
static bool
add_parts(struct buf *out, struct slice key)
{
	static const char *const names[] = { "(Parts", "(Partes", "(Parties" };
	static const char *const joints[] = { "and", "et", "y" };

	for (size_t i = 0; i < 3; i++) {
		size_t open = slice_find(key, slice_from(names[i]), 0), close, joint;
		struct slice inside;

		if (open == SLICE_NONE)
			continue;
		close = slice_find_byte(key, ')', open);
		inside = slice_sub(key, open + strlen(names[i]), close);
		for (size_t k = 0; k < 3; k++) {
			joint = slice_find(inside, slice_from(joints[k]), 0);
			if (joint == SLICE_NONE)
				continue;
			buf_addf(out, "%sdoc:%.*s(Part%.*s);doc:%.*s(Part%.*s)", out->len > 0 ? ";" : "",
			         SLICE_ARG(slice_sub(key, 0, open)), SLICE_ARG(slice_sub(inside, 0, joint)),
			         SLICE_ARG(slice_sub(key, 0, open)),
			         SLICE_ARG(slice_skip(inside, joint + strlen(joints[k]))));
			return true;
		}
	}
	return false;
}

static void
add_key(struct buf *out, struct slice key)
{
	if (!add_range(out, key) && !add_council(out, key) && !add_parts(out, key))
		add_doc(out, key);
}

/* CAT/C/SR.2109-CAT/C/SR.2206: all between. */
static bool
is_range(struct slice a, struct slice b)
{
	size_t n = digits_at_end(a), m = digits_at_end(b);
	long from, to;

	return ends_dotted(a, n) && ends_dotted(b, m) &&
	       slice_eq(slice_sub(a, 0, a.len - n), slice_sub(b, 0, b.len - m)) &&
	       slice_number(slice_skip(a, a.len - n), &from) > 0 &&
	       slice_number(slice_skip(b, b.len - m), &to) > 0 && to > from;
}

/* The target of a symbol as it stands in the text; `own` is told when it is the document's own. */
static struct slice
target_of(struct parse *p, size_t i, struct slice text)
{
	struct buf *out = &p->r->scratch;
	struct slice part[PARTS_MAX];
	size_t n = symbol_split(text, p->arena, part, PARTS_MAX);
	bool own = n > 0;

	buf_clear(out);
	for (size_t k = 0; k < n; k++)
		own = own && is_own(p, part[k]);
	if (own || is_masthead(p, i))
		return SLICE("self");
	if (n == 2 && is_mistyped(part[1]))
		n = 1;
	if (n == 2 && is_range(part[0], part[1])) {
		buf_addf(out, "doc:%.*s..%.*s", SLICE_ARG(part[0]), SLICE_ARG(part[1]));
		return arena_copy(p->arena, buf_slice(out));
	}
	for (size_t k = 0; k < n; k++)
		add_key(out, with_capitals(p, part[k]));
	return arena_copy(p->arena, buf_slice(out));
}

/* ---------------------------------------------------------------------------- lists */

struct series {
	struct slice base;   /* key to which suffixes are added */
	struct slice last;   /* key of the member before */
};

/* "Corr.l", "Add.1-3", "Rev.2/Add.1" at a place; gives its end and the key of it. */
static size_t
read_suffix(struct parse *p, size_t at, struct buf *key)
{
	static const char *const names[] = { "Add", "Corr", "Rev", "Amend" };
	const struct window *w = p->a->w;
	size_t end = at;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t n = strlen(names[i]), k = 0;
		unsigned lines;

		while (k < n && w->c[at + k] == (codepoint)names[i][k])
			k++;
		if (k < n || w->c[at + n] != '.')
			continue;
		end = window_skip_blank(w, at + n + 1, &lines);
		buf_addf(key, "/%s.", names[i]);
		for (k = end; (w->c[k] >= '0' && w->c[k] <= '9') || (k == end && w->c[k] == 'l') ||
			      (w->c[k] == '-' && k > end && w->c[k + 1] >= '0' && w->c[k + 1] <= '9');
		     k++)
			buf_add_byte(key, w->c[k] == 'l' ? '1' : (char)w->c[k]);
		return k > end && lines <= 2 ? k : at;
	}
	return at;
}

static size_t
atom_at(const struct parse *p, size_t i, size_t place)
{
	while (i < p->n && p->v[i].start < place)
		i++;
	return i;
}

static bool
is_joint(const struct parse *p, size_t i)
{
	return parse_word(p, i, WORD_AND) || parse_mark(p, i, ',') || parse_mark(p, i, 0x3001) ||
	       parse_mark(p, i, ';') || parse_mark(p, i, '-');
}

/* Behind "," "and" ", and"; `i` if there is no joint. */
static size_t
skip_joints(const struct parse *p, size_t i)
{
	size_t k = i;

	if (!is_joint(p, k))
		return i;
	k++;
	if (parse_word(p, k, WORD_AND))
		k++;
	return k;
}

/* A bare number that goes on the list: not a date, not a count, not the next paragraph. */
static bool
may_be_member(const struct parse *p, size_t joint, size_t i)
{
	const struct atom *x = &p->v[i];
	size_t next = i + 1;

	if (x->kind != ATOM_NUMBER && x->kind != ATOM_REF)
		return false;
	if (x->lines > 0 && (parse_mark(p, joint, ';') || x->lines > 2))
		return false;
	if (parse_mark(p, next, '.') && x->lines > 0)
		return false;
	if (next < p->n && p->v[next].kind == ATOM_WORD)
		switch (p->v[next].word) {
		case WORD_DATE:
		case WORD_MEASURE:
		case WORD_MEETING:
		case WORD_PARAGRAPH:
		case WORD_ARTICLE:
		case WORD_RESOLUTION:
		case WORD_NUMBER_SIGN:
		case WORD_AGENDA_ITEM:
		case WORD_OF:
			return false;
		default:
			break;
		}
	return next >= p->n || p->v[next].kind != ATOM_TEXT || !p->v[next].blank ||
	       parse_is_han(p, next);
}

/* The key of the next member, built from the one before. */
static bool
member_key(struct parse *p, size_t i, const struct series *s, struct buf *key)
{
	size_t digits = digits_at_end(s->last), slash;
	const struct atom *x = &p->v[i];
	const struct number *n;

	if (x->kind == ATOM_NUMBER) {
		if (!ends_dotted(s->last, digits))
			return false;
		buf_add(key, slice_sub(s->last, 0, s->last.len - digits));
		buf_addf(key, "%ld", x->value);
		return true;
	}
	/* E/C.12/75/D/106/2019, 107/2019 */
	n = &p->a->numbers.v[x->value];
	slash = s->last.len - digits;
	if (digits != 4 || slash < 2 || s->last.p[slash - 1] != '/' || n->second < 1980 || n->second > 2099 ||
	    (n->shape != NUMBER_SESSION && n->shape != NUMBER_CASE))
		return false;
	slash--;
	while (slash > 0 && byte_is_digit(s->last.p[slash - 1]))
		slash--;
	buf_add(key, slice_sub(s->last, 0, slash));
	buf_addf(key, "%ld/%ld", n->first, n->second);
	return true;
}

static struct slice
add_member(struct parse *p, size_t start, size_t end, struct slice key)
{
	struct buf *out = &p->r->scratch;
	struct slice target;

	buf_clear(out);
	add_key(out, key);
	target = is_own(p, key) ? SLICE("self") : arena_copy(p->arena, buf_slice(out));
	parse_add(p, start, end, CITATION_SYM, target, "list");
	return target;
}

/* "Add.1 至 4", "SR.5 to 8": the member before becomes a range. */
static size_t
read_range_end(struct parse *p, size_t i, struct series *s)
{
	struct buf *out = &p->r->scratch, key = { 0 };
	struct citation *last = &p->found.v[p->found.n - 1];
	long to;

	if (!parse_word(p, i, WORD_TO) || i + 1 >= p->n || p->v[i + 1].kind != ATOM_NUMBER ||
	    !may_be_member(p, i, i + 1) || !ends_dotted(s->last, digits_at_end(s->last)))
		return i;
	to = p->v[i + 1].value;
	buf_add(&key, s->last);
	buf_addf(&key, "-%ld", to);
	buf_clear(out);
	if (add_range(out, buf_slice(&key))) {
		struct slice end = window_slice(p->a->w, p->v[i + 1].start, p->v[i + 1].end);

		last->target = arena_copy(p->arena, buf_slice(out));
		last->end = p->offset + (size_t)(end.p + end.len - p->a->w->text.p);
		i += 2;
	}
	buf_release(&key);
	return i;
}

/* One more member behind a joint at atom i; gives the atom behind it, i if there is none. */
static size_t
read_member(struct parse *p, size_t i, struct series *s)
{
	size_t next = skip_joints(p, i), end;
	struct buf key = { 0 };

	if (next == i || next >= p->n)
		return i;
	end = read_suffix(p, p->v[next].start, &key);
	if (end > p->v[next].start && key.len > 0) {
		struct buf whole = { 0 };

		buf_add(&whole, s->base);
		buf_add(&whole, buf_slice(&key));
		s->last = arena_copy(p->arena, buf_slice(&whole));
		buf_release(&whole);
		add_member(p, p->v[next].start, end, s->last);
		buf_release(&key);
		return atom_at(p, next, end);
	}
	buf_clear(&key);
	if (may_be_member(p, i, next) && member_key(p, next, s, &key)) {
		s->last = arena_copy(p->arena, buf_slice(&key));
		add_member(p, p->v[next].start, p->v[next].end, s->last);
		i = next + 1;
	}
	buf_release(&key);
	return i;
}

static size_t
read_list(struct parse *p, size_t i, struct slice key)
{
	struct series s = { .base = key, .last = key };

	i = read_range_end(p, i, &s);
	for (size_t next; (next = read_member(p, i, &s)) > i; i = next)
		next = read_range_end(p, next, &s);
	return i;
}

/* "A/74/881-S/2020-503": the second symbol is mistyped, the first one is meant. */
static size_t
skip_mistyped(const struct parse *p, size_t end)
{
	const struct window *w = p->a->w;
	size_t at = end;

	if (w->c[at] != '-' || w->c[at + 1] >= 0x80 || !byte_is_upper((char)w->c[at + 1]))
		return end;
	for (at++; at < end + 24 && w->c[at] < 0x80 &&
		   (byte_is_alnum((char)w->c[at]) || w->c[at] == '/' || w->c[at] == '-');
	     at++)
		;
	return byte_is_digit((char)w->c[at - 1]) ? at : end;
}

size_t
series_read(struct parse *p, size_t i)
{
	const struct atom *x = &p->v[i];
	struct slice text = window_slice(p->a->w, x->start, x->end), target = target_of(p, i, text), key;
	size_t end = skip_mistyped(p, x->end), next = atom_at(p, i + 1, end);

	if (target.len == 0)
		return i + 1;
	parse_add(p, x->start, end, CITATION_SYM, target, "symbol");
	parse_anchor(p, target, i, next);
	if (slice_starts(target, "self")) {
		struct buf own = { 0 };

		symbol_key(text, &own);
		key = arena_copy(p->arena, buf_slice(&own));
		buf_release(&own);
	} else {
		key = slice_skip(target, 4);
		key = slice_sub(key, 0, slice_find_byte(key, ';', 0));
	}
	end = read_list(p, next, key);
	p->r->anchor.atom = end;
	return end;
}
