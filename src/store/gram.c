/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "gram_priv.h"

#include "cite/symbol.h"
#include "text/fold.h"

#define RUN 3 /* characters of a word in a gram */
#define SYMBOLS_MAX 4 /* of a double symbol */

enum kind { BREAK, WORD, OTHER };

void
gram_release(struct gram *g)
{
	buf_release(&g->folded);
	buf_release(&g->symbol);
	VEC_RELEASE(&g->start);
	VEC_RELEASE(&g->kind);
}

static enum kind
kind_of(codepoint c)
{
	if (c < 0x80)
		return byte_is_alnum((char)c) || c == '/' ? WORD : BREAK;
	if (fold_is_han(c))
		return OTHER;
	return fold_is_spaced(c) ? WORD : OTHER;
}

/* Folds the text, and finds its characters. */
static void
take(struct gram *g, struct slice text)
{
	struct slice folded;

	buf_clear(&g->folded);
	VEC_CLEAR(&g->start);
	VEC_CLEAR(&g->kind);
	searchfold_add(&g->folded, text);
	folded = buf_slice(&g->folded);
	for (size_t at = 0; at < folded.len;) {
		VEC_PUSH(&g->start, (uint32_t)at);
		VEC_PUSH(&g->kind, (unsigned char)kind_of(utf8_next(folded, &at)));
	}
	VEC_PUSH(&g->start, (uint32_t)folded.len);
}

static struct slice
chars(const struct gram *g, size_t from, size_t to)
{
	return slice_of(g->folded.p + g->start.v[from], g->start.v[to] - g->start.v[from]);
}

static enum kind
kind_at(const struct gram *g, size_t i)
{
	return i < g->kind.n ? (enum kind)g->kind.v[i] : BREAK;
}

static bool
is_pair(const struct gram *g, size_t i)
{
	enum kind a = kind_at(g, i), b = kind_at(g, i + 1);

	return a != BREAK && b != BREAK && (a == OTHER || b == OTHER);
}

/* The end of the gram of a word that starts at i. */
static size_t
run_end(const struct gram *g, size_t i)
{
	size_t end = i + 1;

	while (end < i + RUN && kind_at(g, end) == WORD)
		end++;
	return end;
}

static int
each_at(const struct gram *g, size_t i, gram_each *each, void *context)
{
	int code = 0;

	if (is_pair(g, i))
		code = each(context, chars(g, i, i + 2));
	else if (kind_at(g, i) == OTHER)
		code = each(context, chars(g, i, i + 1));
	if (code == 0 && kind_at(g, i) == WORD)
		code = each(context, chars(g, i, run_end(g, i)));
	return code;
}

void
gram_symbol(struct slice symbol, struct buf *out)
{
	size_t start = out->len;

	buf_add_byte(out, GRAM_SYMBOL);
	symbol_key(symbol, out);
	for (size_t i = start; i < out->len; i++)
		out->p[i] = byte_to_lower(out->p[i]);
}

/* The symbol, and its beginnings of two parts and more. */
static int
each_beginning(struct gram *g, struct slice symbol, gram_each *each, void *context)
{
	struct slice whole;
	size_t slash;
	int code;

	buf_clear(&g->symbol);
	gram_symbol(symbol, &g->symbol);
	whole = buf_slice(&g->symbol);
	code = each(context, whole);
	slash = slice_find_byte(whole, '/', 0);
	while (code == 0 && slash != SLICE_NONE) {
		slash = slice_find_byte(whole, '/', slash + 1);
		if (slash != SLICE_NONE)
			code = each(context, slice_sub(whole, 0, slash));
	}
	return code;
}

static int
each_symbol(struct gram *g, struct slice text, gram_each *each, void *context)
{
	struct symbol_span span;
	struct slice part[SYMBOLS_MAX];
	struct arena arena = { 0 };
	int code = 0;

	for (size_t at = 0; code == 0 && symbol_find(text, at, &span); at = span.end) {
		size_t n = symbol_split(slice_sub(text, span.start, span.end), &arena, part, SYMBOLS_MAX);

		for (size_t i = 0; i < n && code == 0; i++)
			code = each_beginning(g, part[i], each, context);
	}
	arena_release(&arena);
	return code;
}

int
gram_text(struct gram *g, struct slice text, gram_each *each, void *context)
{
	int code = 0;

	take(g, text);
	for (size_t i = 0; i < g->kind.n && code == 0; i++)
		code = each_at(g, i, each, context);
	return code == 0 ? each_symbol(g, text, each, context) : code;
}

/* A gram at i is one of the text, whatever stands behind what is looked for. */
static bool
is_certain(const struct gram *g, size_t i, size_t end)
{
	return end < g->kind.n || end == i + RUN;
}

void
gram_query(struct gram *g, struct slice typed, struct gram_query *q)
{
	size_t n;

	VEC_CLEAR(&q->grams);
	q->beginning = slice_of(NULL, 0);
	take(g, typed);
	n = g->kind.n;
	for (size_t i = 0; i < n; i++) {
		if (is_pair(g, i))
			VEC_PUSH(&q->grams, chars(g, i, i + 2));
		else if (kind_at(g, i) == OTHER && i + 1 < n)
			VEC_PUSH(&q->grams, chars(g, i, i + 1));
		if (kind_at(g, i) == WORD && is_certain(g, i, run_end(g, i)))
			VEC_PUSH(&q->grams, chars(g, i, run_end(g, i)));
	}
	if (q->grams.n == 0 && n > 0) {
		size_t i = n;

		while (i > 0 && kind_at(g, i - 1) == WORD)
			i--;
		if (i == n && kind_at(g, n - 1) == OTHER)
			i--;
		q->beginning = chars(g, i, n);
	}
	q->is_exact = q->grams.n == 1 && q->grams.v[0].len == g->folded.len;
}
