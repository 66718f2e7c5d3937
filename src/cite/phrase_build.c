/* SPDX-License-Identifier: ISC */
/*
 * Writes the table that phrase.c looks words up in (phrase_nodes.def), while the program is built:
 * a tree of the characters of all phrases of words.def, organs.def and treaties.def, made plain.
 */
#include "config.h"

#include "base/err.h"
#include "base/slice.h"
#include "base/vec.h"
#include "organ_priv.h"
#include "phrase_priv.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

#define REST ((codepoint)'*') /* any letters */
#define CHARACTERS 0x10000

static const struct {
	enum word word;
	unsigned value;
	const char *phrases;
} table[] = {
#define WORD(what, value, phrases) { WORD_##what, value, phrases },
#include "words.def"
#undef WORD
#define NAME(id, phrases) { WORD_ORGAN, ORGAN_##id, phrases },
#include "organs.def"
};

static const char *const treaties[] = {
#define TREATY(key, noun, phrases) phrases,
#include "treaties.def"
#undef TREATY
};

struct node {
	codepoint c;
	size_t child, next; /* first below, by character; next beside; 0 for none */
	size_t rest;
	enum word word;
	unsigned value;
	size_t place; /* in the table */
};

struct tree {
	VEC(struct node) nodes;   /* the first is above all */
	VEC(size_t) order;        /* as they are written */
};

static size_t
add_node(struct tree *t, codepoint c)
{
	if (c >= CHARACTERS || t->nodes.n >= CHARACTERS)
		die("a phrase is not in the basic plane, or there are too many");
	VEC_PUSH(&t->nodes, ((struct node){ .c = c }));
	return t->nodes.n - 1;
}

static size_t
make_child(struct tree *t, size_t node, codepoint c)
{
	size_t before = 0, at = t->nodes.v[node].child, child;

	while (at > 0 && t->nodes.v[at].c < c) {
		before = at;
		at = t->nodes.v[at].next;
	}
	if (at > 0 && t->nodes.v[at].c == c)
		return at;
	child = add_node(t, c);
	t->nodes.v[child].next = at;
	if (before > 0)
		t->nodes.v[before].next = child;
	else
		t->nodes.v[node].child = child;
	return child;
}

static size_t
make_rest(struct tree *t, size_t node)
{
	size_t rest = t->nodes.v[node].rest;

	if (rest == 0)
		rest = add_node(t, REST);
	t->nodes.v[node].rest = rest;
	return rest;
}

static void
add_phrases(struct tree *t, const char *list, enum word word, unsigned value)
{
	struct slice rest = slice_from(list), phrase;

	while (slice_next(&rest, '|', &phrase)) {
		size_t node = 0;

		for (size_t at = 0; at < phrase.len;) {
			codepoint c = window_plain(fold_char(utf8_next(phrase, &at)));

			node = c == REST ? make_rest(t, node) : make_child(t, node, c);
		}
		t->nodes.v[node].word = word;
		t->nodes.v[node].value = value;
	}
}

static void
put(struct tree *t, size_t node)
{
	t->nodes.v[node].place = t->order.n;
	VEC_PUSH(&t->order, node);
}

/* Those below a node beside each other. */
static void
put_in_order(struct tree *t)
{
	put(t, 0);
	for (size_t i = 0; i < t->order.n; i++) {
		struct node here = t->nodes.v[t->order.v[i]];

		for (size_t child = here.child; child > 0; child = t->nodes.v[child].next)
			put(t, child);
		if (here.rest > 0)
			put(t, here.rest);
	}
}

static void
print_node(const struct tree *t, const struct node *node)
{
	size_t n = 0;

	for (size_t child = node->child; child > 0; child = t->nodes.v[child].next)
		n++;
	printf("NODE(0x%04X, %zu, %zu, %zu, %d, %u)\n", (unsigned)node->c,
	       node->child > 0 ? t->nodes.v[node->child].place : 0, n,
	       node->rest > 0 ? t->nodes.v[node->rest].place : 0, (int)node->word, node->value);
}

/* The place of the node of a first character; 0 if no phrase starts with it. */
static size_t
first_place(const struct tree *t, codepoint plain)
{
	size_t at = t->nodes.v[0].child;

	while (at > 0 && t->nodes.v[at].c != plain)
		at = t->nodes.v[at].next;
	return at > 0 ? t->nodes.v[at].place : 0;
}

/* Of characters as they are typed. */
static void
print_first(const struct tree *t)
{
	codepoint page = CHARACTERS;

	for (codepoint c = 0; c < CHARACTERS; c++) {
		size_t place = first_place(t, window_plain(c));

		if (place == 0)
			continue;
		if (c >> 8 != page)
			printf("PAGE(0x%02X)\n", (unsigned)(c >> 8));
		page = c >> 8;
		printf("FIRST(0x%02X, 0x%02X, %zu)\n", (unsigned)page, (unsigned)(c & 0xFF), place);
	}
}

int
main(void)
{
	struct tree t = { 0 };

	add_node(&t, 0);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		add_phrases(&t, table[i].phrases, table[i].word, table[i].value);
	for (size_t i = 0; i < sizeof treaties / sizeof *treaties; i++)
		add_phrases(&t, treaties[i], WORD_TREATY, (unsigned)i);
	put_in_order(&t);
	for (size_t i = 0; i < t.order.n; i++)
		print_node(&t, &t.nodes.v[t.order.v[i]]);
	print_first(&t);
	VEC_RELEASE(&t.nodes);
	VEC_RELEASE(&t.order);
	return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
