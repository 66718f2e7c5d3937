/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "sequence_priv.h"

#include <stdio.h>
#include <string.h>

#define DEEPEST 3 /* (a)(ii)(三) */

/* 子丑寅… and 甲乙丙… count as letters do. */
static char
stem_letter(codepoint c)
{
	static const codepoint branches[] = { 0x5B50, 0x4E11, 0x5BC5, 0x536F, 0x8FB0, 0x5DF3,
		                              0x5348, 0x672A, 0x7533, 0x9149, 0x620C, 0x4EA5 };
	static const codepoint stems[] = { 0x7532, 0x4E59, 0x4E19, 0x4E01, 0x620A,
		                           0x5DF1, 0x5E9A, 0x8F9B, 0x58EC, 0x7678 };

	for (int i = 0; i < 12; i++)
		if (branches[i] == c || (i < 10 && stems[i] == c))
			return (char)('a' + i);
	return '\0';
}

/* أ ب ج د ه و ز ح ط ي */
static char
arabic_letter(codepoint c)
{
	static const codepoint letters[] = { 0x627, 0x628, 0x62C, 0x62F, 0x647,
		                             0x648, 0x632, 0x62D, 0x637, 0x64A };

	for (int i = 0; i < 10; i++)
		if (letters[i] == window_plain(c))
			return (char)('a' + i);
	return '\0';
}

static bool
add_below(char *below, const char *what)
{
	size_t n = strlen(below);

	if (n + strlen(what) + sizeof "__subpara_" > PIECE_MAX)
		return false;
	number_print(below + n, PIECE_MAX - n, "__subpara_%s", what);
	return true;
}

/* What stands between the brackets, as identifiers have it; false if it is no label. */
static bool
label_of(const struct parse *p, size_t i, char *out, size_t size)
{
	const struct atom *x = &p->v[i];
	const struct window *w = p->a->w;
	size_t n = x->end - x->start;
	char letter;

	if (x->kind == ATOM_HAN && x->value <= 26) {
		number_print(out, size, "%c", (char)('a' + x->value - 1));
		return x->value > 0;
	}
	if (x->kind == ATOM_NUMBER && x->value < 100) {
		number_print(out, size, "%ld", x->value);
		return true;
	}
	if ((x->kind == ATOM_TEXT || x->kind == ATOM_WORD) && n == 1 &&
	    ((letter = stem_letter(w->c[x->start])) || (letter = arabic_letter(w->c[x->start])))) {
		number_print(out, size, "%c", letter);
		return true;
	}
	if ((x->kind != ATOM_LATIN && x->kind != ATOM_WORD) || n > 5)
		return false;
	for (size_t k = 0; k < n; k++) {
		codepoint c = window_plain(w->c[x->start + k]);

		if (c >= 0x430 && c <= 0x44F && n == 1) /* а б в г д е: by their place */
			c = "abvgdezijklmnoprstuf"[(c - 0x430) % 20];
		if (c < 'a' || c > 'z')
			return false;
		out[k] = (char)c;
	}
	out[n] = '\0';
	return n == 1 || strspn(out, "ivx") == n || (n == 2 && out[0] == out[1]);
}

/* "e" of "e)", which may be a word too. */
static bool
is_letter_atom(const struct parse *p, size_t i)
{
	const struct atom *x = &p->v[i];

	return x->kind == ATOM_LATIN || (x->kind == ATOM_WORD && x->end - x->start == 1 && !parse_is_han(p, i));
}

size_t
sequence_read_below(const struct parse *p, size_t i, char *below)
{
	char label[8];

	for (int depth = 0; depth < DEEPEST; depth++) {
		bool ordinal = parse_word(p, i, WORD_ORDINAL);
		size_t at = i + ordinal;
		bool open = parse_mark(p, at, '(');

		if (at + open + 1 >= p->n || p->v[i].lines > 2 || (!open && !is_letter_atom(p, at)))
			break;
		if (!parse_mark(p, at + open + 1, ')') || !label_of(p, at + open, label, sizeof label))
			break;
		if ((ordinal && p->v[at + open].kind == ATOM_TEXT && depth > 0) || !add_below(below, label))
			break;
		i = at + open + 2;
	}
	return i;
}

bool
sequence_reads_number(const struct parse *p, size_t i, long *value)
{
	if (i >= p->n || (p->v[i].kind != ATOM_NUMBER && p->v[i].kind != ATOM_HAN))
		return false;
	*value = p->v[i].value;
	return *value > 0 && *value < 10000;
}

static bool
is_dash(const struct parse *p, size_t i)
{
	return parse_mark(p, i, '-') || parse_word(p, i, WORD_TO) || parse_mark(p, i, '~');
}

/* One number with what is below it, and the end of a range. */
static bool
read_item(const struct parse *p, size_t i, bool han, struct sequence_item *item)
{
	size_t next;

	*item = (struct sequence_item){ .atom = i };
	if (han && parse_word(p, i, WORD_ORDINAL))
		i++;
	if (!sequence_reads_number(p, i, &item->first))
		return false;
	i = sequence_read_below(p, i + 1, item->below);
	next = i + 1;
	if (is_dash(p, i) && parse_word(p, next, WORD_ORDINAL))
		next++;
	if (is_dash(p, i) && sequence_reads_number(p, next, &item->last)) {
		if (item->last <= item->first)
			item->last = 0;
		else
			i = sequence_read_below(p, next + 1, item->below_last);
	}
	item->end_atom = i;
	return true;
}

static bool
is_joint(const struct parse *p, size_t i)
{
	return parse_word(p, i, WORD_AND) || parse_mark(p, i, ',') || parse_mark(p, i, 0x3001) ||
	       parse_mark(p, i, 0x60C);
}

static size_t
skip_joints(const struct parse *p, size_t i)
{
	if (!is_joint(p, i))
		return i;
	i++;
	return parse_word(p, i, WORD_AND) ? i + 1 : i;
}

static bool
is_unit(const struct parse *p, size_t i)
{
	return i < p->n && p->v[i].kind == ATOM_WORD && parse_is_han(p, i) &&
	       (p->v[i].word == WORD_PARAGRAPH || p->v[i].word == WORD_ARTICLE || p->v[i].word == WORD_CLAUSE ||
	        p->v[i].word == WORD_ITEM || p->v[i].word == WORD_CHAPTER || p->v[i].word == WORD_SECTION ||
	        p->v[i].word == WORD_PART);
}

bool
sequence_read_han(const struct parse *p, size_t i, struct sequence *run)
{
	size_t at = i;

	run->n = 0;
	while (run->n < SEQUENCE_MOST && read_item(p, at, true, &run->item[run->n])) {
		at = run->item[run->n++].end_atom;
		if (is_unit(p, at)) {
			run->unit = at;
			run->end = at + 1;
			return true;
		}
		if (!is_joint(p, at))
			break;
		at = skip_joints(p, at);
	}
	return false;
}

/* A number behind a joint that belongs to something else. */
static bool
is_other(const struct parse *p, size_t i, const struct sequence_item *item)
{
	size_t next = item->end_atom;

	if (p->v[i].lines > 2)
		return true;
	if (next >= p->n || p->v[next].kind != ATOM_WORD)
		return parse_mark(p, next, '%') || parse_mark(p, next, '/') ||
		       (next < p->n && p->v[next].kind == ATOM_REF && false);
	switch (p->v[next].word) {
	case WORD_DATE:
	case WORD_MEASURE:
	case WORD_MEETING:
		return true;
	default:
		return false;
	}
}

bool
sequence_read(const struct parse *p, size_t i, bool list, struct sequence *run)
{
	size_t at = i;

	run->n = 0;
	run->unit = i > 0 ? i - 1 : 0;
	while (run->n < SEQUENCE_MOST) {
		struct sequence_item *item = &run->item[run->n];

		if (!read_item(p, at, false, item)) {
			*item = (struct sequence_item){ .atom = at, .only_below = true };
			if (run->n == 0 || (item->end_atom = sequence_read_below(p, at, item->below)) == at)
				break;
			item->first = run->item[run->n - 1].first;
		} else if (is_other(p, at, item) || (run->n > 0 && !list)) {
			break;
		}
		run->end = item->end_atom;
		run->n++;
		at = skip_joints(p, run->end);
		if (parse_word(p, run->end, WORD_HERE)) /* "22 above and 40 below" */
			at = skip_joints(p, run->end + 1);
		if (at == run->end || at >= p->n || !is_joint(p, parse_word(p, run->end, WORD_HERE) ? run->end + 1 : run->end))
			break;
	}
	return run->n > 0;
}
