/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "phrase_priv.h"

#include "text/fold.h"

#define FIRST_CHARACTERS 0x10000
#define REST_MAX 24

/* Written by phrase_build.c. */
struct node {
	uint16_t c;
	uint16_t child, n; /* those below stand beside each other, by character */
	uint16_t rest;     /* the one below that '*' leads to; 0 for none */
	uint16_t word, value;
};

static const struct node nodes[] = {
#define NODE(c, child, n, rest, word, value) { c, child, n, rest, word, value },
#define PAGE(high)
#define FIRST(high, low, node)
#include "src/cite/phrase_nodes.def"
#undef NODE
#undef PAGE
#undef FIRST
};

/* The nodes of first characters, as they are typed, by the two bytes of the character. */
enum page {
	PAGE_NONE,
#define NODE(c, child, n, rest, word, value)
#define PAGE(high) PAGE_##high,
#define FIRST(high, low, node)
#include "src/cite/phrase_nodes.def"
#undef PAGE
	PAGES,
};

static const uint8_t page_of[256] = {
#define PAGE(high) [high] = PAGE_##high,
#include "src/cite/phrase_nodes.def"
#undef PAGE
#undef FIRST
};

static const uint16_t first[PAGES][256] = {
#define PAGE(high)
#define FIRST(high, low, node) [PAGE_##high][low] = node,
#include "src/cite/phrase_nodes.def"
#undef NODE
#undef PAGE
#undef FIRST
};

static uint32_t
first_node(codepoint c)
{
	return c < FIRST_CHARACTERS ? first[page_of[c >> 8]][c & 0xFF] : 0;
}

static uint32_t
child_of(uint32_t node, codepoint c)
{
	uint32_t low = nodes[node].child, high = low + nodes[node].n;

	while (low < high) {
		uint32_t middle = (low + high) / 2;

		if (nodes[middle].c < c)
			low = middle + 1;
		else
			high = middle;
	}
	return low < (uint32_t)(nodes[node].child + nodes[node].n) && nodes[low].c == c ? low : 0;
}

static bool
is_blank(codepoint c)
{
	return c == ' ' || c == '\n';
}

/* Behind blanks that stand for nothing: beside Han. */
static size_t
skip_wrap(const struct window *w, size_t at)
{
	unsigned lines;
	size_t end;

	if (!is_blank(w->c[at]) || at == 0)
		return at;
	end = window_skip_blank(w, at, &lines);
	return lines <= 2 && fold_is_han(w->c[at - 1]) && fold_is_han(w->c[end]) ? end : at;
}

/* Behind the hyphen of a word that a line end parted: "че-ловека", "Assem-\nbly". */
static size_t
skip_hyphen(const struct window *w, size_t at)
{
	unsigned lines;
	size_t end;

	if (w->c[at] != '-' || at == 0 || !window_is_letter(w->c[at - 1]))
		return at;
	end = window_skip_blank(w, at + 1, &lines);
	return lines <= 2 && window_is_letter(w->c[end]) ? end : at;
}

/* A phrase of letters does not end inside a word. */
static bool
may_end(const struct window *w, size_t end)
{
	codepoint last = w->c[end - 1];

	return !window_is_letter(last) || !window_is_letter(w->c[end]) ||
	       (w->c[end] >= '0' && w->c[end] <= '9');
}

/* The node below for the character at `*at`, which moves over a hyphen that parts a word. */
static uint32_t
next_node(const struct window *w, uint32_t node, codepoint c, size_t *at)
{
	uint32_t child = child_of(node, c);

	if (child == 0 && c == '-') {
		*at = skip_hyphen(w, *at);
		child = w->c[*at] == '-' ? 0 : child_of(node, window_plain(w->c[*at]));
	}
	return child;
}

/* Goes down from `node`, whose character stands before `at`; keeps the longest phrase. */
static void
walk(const struct window *w, uint32_t node, size_t at, struct phrase *best)
{
	while (node > 0) {
		const struct node *here = &nodes[node];
		codepoint c;
		unsigned lines = 0;

		if (here->word != WORD_NONE && at > best->end && may_end(w, at))
			*best = (struct phrase){ (enum word)here->word, here->value, at };
		if (here->rest > 0) {
			size_t end = at;

			while (end < at + REST_MAX && window_is_letter(w->c[end]))
				end++;
			walk(w, here->rest, end, best);
		}
		if (here->n == 0)
			return;
		at = skip_wrap(w, at);
		c = window_plain(w->c[at]);
		if (is_blank(c)) {
			c = ' ';
			at = window_skip_blank(w, at, &lines) - 1;
		}
		node = lines > 2 ? 0 : next_node(w, node, c, &at);
		at++;
	}
}

static bool
is_arabic(codepoint c)
{
	return c >= 0x620 && c <= 0x64A;
}

/* و ف ب ل ك are written with the word they stand before. */
static bool
is_prefix(codepoint c)
{
	return c == 0x648 || c == 0x641 || c == 0x628 || c == 0x644 || c == 0x643;
}

/* A phrase behind one or two prefixes: "وبالقرار"; "لل" stands for "ل" and "ال". */
static void
walk_prefixed(const struct window *w, size_t at, struct phrase *found)
{
	for (size_t k = at; k < at + 2 && is_prefix(w->c[k]) && is_arabic(w->c[k + 3]); k++) {
		size_t word = k + 1;
		codepoint c = window_plain(w->c[word]);

		if (first_node(c) > 0)
			walk(w, first_node(c), word + 1, found);
		if (found->word == WORD_NONE && w->c[k] == 0x644 && w->c[word] == 0x644)
			walk(w, child_of(first_node(0x627), 0x644), word + 1, found);
		if (found->word != WORD_NONE)
			return;
	}
}

bool
phrase_find(const struct window *w, size_t at, struct phrase *found)
{
	codepoint c = w->c[at];
	uint32_t node = first_node(c);

	*found = (struct phrase){ .word = WORD_NONE };
	if (node > 0)
		walk(w, node, at + 1, found);
	if (found->word == WORD_NONE && is_prefix(c))
		walk_prefixed(w, at, found);
	return found->word != WORD_NONE;
}
