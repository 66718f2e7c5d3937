/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "atom_priv.h"

#include "cite/symbol.h"
#include "glyph_priv.h"
#include "text/fold.h"
#include "text/numeral.h"

#include <string.h>

#define LATIN_MAX 8
#define PRESS_MAX 8 /* letters of a press release's series */

struct lexer {
	struct atoms *out;
	const struct window *w;
	struct symbol_span symbol; /* next one, bytes; start SLICE_NONE for none */
	uint32_t sentence, clause;
	unsigned lines;
	bool blank;
};

static codepoint
char_at(const struct lexer *l, size_t at)
{
	return at < l->w->n ? l->w->c[at] : 0;
}

static bool
follows_letter(const struct lexer *l, size_t at)
{
	return at > 0 && window_is_letter(l->w->c[at - 1]);
}

static bool
is_digit(codepoint c)
{
	return c >= '0' && c <= '9';
}

static void
next_symbol(struct lexer *l, size_t byte)
{
	if (!symbol_find(l->w->text, byte, &l->symbol) || l->symbol.end <= l->symbol.start)
		l->symbol.start = SLICE_NONE;
}

static void
push(struct lexer *l, enum atom_kind kind, size_t start, size_t end, long value)
{
	struct atom x = { .kind = kind, .value = value, .start = (uint32_t)start, .end = (uint32_t)end,
		          .sentence = l->sentence, .clause = l->clause,
		          .lines = (unsigned char)(l->lines > 9 ? 9 : l->lines), .blank = l->blank };

	VEC_PUSH(&l->out->all, x);
	l->lines = 0;
	l->blank = false;
}

/* Text goes on in the last atom. */
static size_t
push_text(struct lexer *l, size_t start, size_t end)
{
	size_t n = l->out->all.n;
	struct atom *last = n > 0 ? &l->out->all.v[n - 1] : NULL;

	if (last && last->kind == ATOM_TEXT && l->lines <= 2 && last->sentence == l->sentence) {
		last->end = (uint32_t)end;
		l->lines = 0;
		l->blank = false;
	} else {
		push(l, ATOM_TEXT, start, end, 0);
	}
	return end;
}

/* An address ends at a blank, a Han character, full-width punctuation. */
static size_t
read_url(const struct lexer *l, size_t at)
{
	static const char *const schemes[] = { "http://", "https://" };
	struct slice rest = slice_skip(l->w->text, l->w->at[at]);
	const char *p = rest.p;
	size_t lead = 0, end = 0;

	for (size_t i = 0; i < 2; i++)
		if (slice_starts(rest, schemes[i]))
			lead = strlen(schemes[i]);
	if (lead == 0)
		return at;
	while (end < rest.len && (unsigned char)p[end] > ' ' && (unsigned char)p[end] < 0x7F &&
	       !strchr("<>\"", p[end]))
		end++;
	while (end > lead && strchr(".,;:)'!?]", p[end - 1]) &&
	       !(p[end - 1] == ')' && memchr(p, '(', end)))
		end--;
	return end > lead ? at + end : at;
}

/* "SC/6816", "AG/J/353", "UNIS/CP/1091": not in the Official Document System (A.5). */
static size_t
read_press(const struct lexer *l, size_t at)
{
	static const char *const series[] = { "SC/", "GA/", "DC/", "AG/", "UNIS/", "SG/", "DSG/", "HR/", "ORG/",
		                              "PAL/", "AFR/", "IHA/", "OBV/", "ENV/", "POP/", "WOM/", "NGO/",
		                              "PI/", "PKO/", "SOC/", "ECOSOC/", "SEA/", "L/", "HQ/", "GA/AB/" };
	size_t end, digits;

	for (size_t i = 0; i < sizeof series / sizeof *series; i++) {
		size_t n = 0;

		while (series[i][n] && char_at(l, at + n) == (codepoint)series[i][n])
			n++;
		if (series[i][n])
			continue;
		end = at + n;
		while (end < at + n + PRESS_MAX && char_at(l, end) < 0x80 && byte_is_upper((char)char_at(l, end)))
			end++;
		if (end > at + n && char_at(l, end) == '/')
			end++;
		for (digits = end; is_digit(char_at(l, digits)); digits++)
			;
		if (digits >= end + 3 && digits <= end + 5 && !window_is_letter(char_at(l, digits)) &&
		    char_at(l, digits) != '/')
			return digits;
	}
	return at;
}

/* Digits, with all that hangs on them when they are no number of ours: 51/2001/QH10, 2019/12/18. */
static size_t
read_digits(struct lexer *l, size_t at)
{
	struct number n;
	size_t end = at;

	if (number_read(l->w, at, &n)) {
		if (n.shape == NUMBER_PLAIN) {
			push(l, ATOM_NUMBER, at, n.end, n.first);
			return n.end;
		}
		VEC_PUSH(&l->out->numbers, n);
		push(l, ATOM_REF, at, n.end, (long)l->out->numbers.n - 1);
		return n.end;
	}
	while (char_at(l, end) < 0x80 && (byte_is_alnum((char)char_at(l, end)) || char_at(l, end) == '/'))
		end++;
	return push_text(l, at, end > at ? end : at + 1);
}

static size_t
read_reference(struct lexer *l, size_t at)
{
	struct number n;

	if (follows_letter(l, at) || !number_read(l->w, at, &n))
		return at;
	VEC_PUSH(&l->out->numbers, n);
	push(l, ATOM_REF, at, n.end, (long)l->out->numbers.n - 1);
	return n.end;
}

static size_t
read_letters(struct lexer *l, size_t at)
{
	size_t end = at;
	bool latin = true;

	while (window_is_letter(char_at(l, end))) {
		codepoint c = glyph_fold(char_at(l, end++));

		latin = latin && c < 0x80 && !is_digit(c);
		if (is_digit(c) && end > at + 1)
			latin = false;
	}
	if (!latin || end - at > LATIN_MAX)
		return push_text(l, at, end);
	push(l, ATOM_LATIN, at, end, (long)(end - at));
	return end;
}

static size_t
read_han(struct lexer *l, size_t at)
{
	long value;
	struct slice s = slice_sub(l->w->text, l->w->at[at], l->w->at[at] + 64);
	size_t bytes = numeral_han(s, &value), end = at + 1;

	if (bytes == 0)
		return push_text(l, at, at + 1);
	while (end < l->w->n && l->w->at[end] < l->w->at[at] + bytes)
		end++;
	push(l, ATOM_HAN, at, end, value);
	return end;
}

static bool
is_capital(codepoint c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x410 && c <= 0x42F);
}

static size_t
read_phrase(struct lexer *l, size_t at)
{
	struct phrase found;
	codepoint c = char_at(l, at);

	if ((window_is_letter(c) && follows_letter(l, at) && !is_digit(char_at(l, at - 1))) ||
	    !phrase_find(l->w, at, &found))
		return at;
	if (found.end == at + 1 && is_capital(c))
		return at; /* "A" and "Y" are labels, "a" and "y" are words */
	push(l, ATOM_WORD, at, found.end, found.value);
	l->out->all.v[l->out->all.n - 1].word = found.word;
	return found.end;
}

/* A full stop that ends a sentence: a capital, Han or nothing behind its blank. */
static bool
ends_sentence(const struct lexer *l, size_t at)
{
	codepoint c = char_at(l, at), next;
	unsigned lines;
	size_t behind, last = l->out->all.n;

	if (c == 0x3002 || c == '!' || c == '?')
		return true;
	if (c != '.' || (char_at(l, at + 1) != ' ' && char_at(l, at + 1) != '\n'))
		return false;
	if (last > 0 && l->out->all.v[last - 1].kind == ATOM_LATIN && l->out->all.v[last - 1].value == 1)
		return false;
	behind = window_skip_blank(l->w, at + 1, &lines);
	next = char_at(l, behind);
	return !window_is_letter(next) || next < 0x80 ? !(next >= 'a' && next <= 'z') : next == window_plain(next) ? false : true;
}

static size_t
read_mark(struct lexer *l, size_t at)
{
	bool ends = ends_sentence(l, at);

	push(l, ATOM_MARK, at, at + 1, (long)char_at(l, at));
	if (ends)
		l->sentence++;
	if (ends || char_at(l, at) == ';' || char_at(l, at) == 0x61B)
		l->clause++;
	return at + 1;
}

static bool
is_mark(codepoint c)
{
	return (c < 0x80 && !byte_is_alnum((char)c)) || (c >= 0x3001 && c <= 0x301F) ||
	       (c >= 0x2010 && c <= 0x206F) || c == 0x60C || c == 0x61B || c == 0xAB || c == 0xBB;
}

static size_t
read_symbol(struct lexer *l, size_t at)
{
	size_t end = at;

	while (l->symbol.start != SLICE_NONE && l->symbol.start < l->w->at[at])
		next_symbol(l, l->w->at[at]);
	if (l->symbol.start != l->w->at[at])
		return at;
	while (end < l->w->n && l->w->at[end] < l->symbol.end)
		end++;
	push(l, ATOM_SYMBOL, at, end, 0);
	next_symbol(l, l->symbol.end);
	return end;
}

static size_t
read_one(struct lexer *l, size_t at)
{
	codepoint c = char_at(l, at);
	size_t end = read_symbol(l, at);

	if (end > at)
		return end;
	if (c == 'h' && (end = read_url(l, at)) > at) {
		push(l, ATOM_URL, at, end, 0);
		return end;
	}
	if (is_digit(c))
		return read_digits(l, at);
	if (c < 0x80 && byte_is_upper((char)c) && !follows_letter(l, at)) {
		if ((end = read_press(l, at)) > at) {
			push(l, ATOM_PRESS, at, end, 0);
			return end;
		}
		if ((end = read_reference(l, at)) > at)
			return end;
	}
	if (c == 0x62F && (end = read_reference(l, at)) > at)
		return end;
	if ((end = read_phrase(l, at)) > at)
		return end;
	if (window_is_letter(c))
		return read_letters(l, at);
	if (fold_is_han(c) || c == 0x25CB)
		return read_han(l, at);
	return is_mark(c) ? read_mark(l, at) : push_text(l, at, at + 1);
}

void
atoms_read(struct atoms *a, const struct window *w)
{
	struct lexer l = { .out = a, .w = w };

	a->w = w;
	VEC_CLEAR(&a->all);
	VEC_CLEAR(&a->numbers);
	next_symbol(&l, 0);
	for (size_t at = 0; at < w->n;) {
		codepoint c = w->c[at];

		if (c == ' ' || c == '\n') {
			l.blank = true;
			l.lines += c == '\n';
			if (l.lines == 3) {
				l.sentence++;
				l.clause++;
			}
			at++;
		} else {
			at = read_one(&l, at);
		}
	}
	l.sentence++;
	l.clause++;
	push(&l, ATOM_END, w->n, w->n, 0);
}

void
atoms_release(struct atoms *a)
{
	VEC_RELEASE(&a->all);
	VEC_RELEASE(&a->numbers);
}

bool
atom_roman(const struct atoms *a, const struct atom *x, long *value)
{
	char text[LATIN_MAX + 1];
	size_t n = x->end - x->start;

	if (x->kind != ATOM_LATIN || n > LATIN_MAX)
		return false;
	for (size_t i = 0; i < n; i++)
		text[i] = (char)glyph_fold(a->w->c[x->start + i]);
	text[n] = '\0';
	return numeral_roman(slice_of(text, n), value) == n;
}

/* "الثاني": only Arabic says chapters and annexes so. */
bool
atom_arabic_ordinal(const struct atoms *a, const struct atom *x, long *value)
{
	codepoint c = a->w->c[x->start];

	if (x->kind != ATOM_WORD || x->word != WORD_NTH || c < 0x620 || c > 0x64A)
		return false;
	*value = x->value;
	return true;
}

char
atom_letter(const struct atoms *a, const struct atom *x)
{
	codepoint c;

	if (x->kind == ATOM_WORD && x->word == WORD_LETTER)
		return (char)('A' + x->value - 1);
	if (x->kind != ATOM_LATIN || x->end - x->start != 1)
		return '\0';
	c = glyph_fold(a->w->c[x->start]);
	return c < 0x80 && byte_is_alpha((char)c) ? (char)c : '\0';
}
