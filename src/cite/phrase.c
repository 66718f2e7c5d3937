/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "phrase_priv.h"

#include "base/err.h"
#include "organ_priv.h"
#include "text/fold.h"

#include <stdlib.h>

#define FIRST_CHARACTERS 0x10000
#define REST ((codepoint)'*') /* any letters */
#define REST_MAX 24

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

static uint32_t
add_node(struct phrases *p, codepoint c)
{
	VEC_PUSH(&p->nodes, ((struct phrase_node){ .c = c }));
	return (uint32_t)p->nodes.n - 1;
}

static uint32_t
child_of(const struct phrases *p, uint32_t node, codepoint c)
{
	uint32_t child = p->nodes.v[node].child;

	while (child > 0 && p->nodes.v[child].c != c)
		child = p->nodes.v[child].next;
	return child;
}

static uint32_t
make_child(struct phrases *p, uint32_t node, codepoint c)
{
	uint32_t child = c == REST ? p->nodes.v[node].rest : child_of(p, node, c);

	if (child == 0 && c == REST) {
		child = add_node(p, c);
		p->nodes.v[node].rest = child;
	} else if (child == 0) {
		child = add_node(p, c);
		p->nodes.v[child].next = p->nodes.v[node].child;
		p->nodes.v[node].child = child;
	}
	return child;
}

static void
add_phrase(struct phrases *p, struct slice phrase, enum word word, unsigned value)
{
	uint32_t node = 0;

	for (size_t at = 0; at < phrase.len;) {
		bool is_first = at == 0;
		codepoint c = window_plain(fold_char(utf8_next(phrase, &at)));

		if (!is_first) {
			node = make_child(p, node, c);
		} else if (c < FIRST_CHARACTERS) {
			if (p->first[c] == 0)
				p->first[c] = add_node(p, c);
			node = p->first[c];
		}
	}
	p->nodes.v[node].word = (uint16_t)word;
	p->nodes.v[node].value = (uint16_t)value;
}

static void
add_phrases(struct phrases *p, const char *list, enum word word, unsigned value)
{
	struct slice rest = slice_from(list), phrase;

	while (slice_next(&rest, '|', &phrase))
		add_phrase(p, phrase, word, value);
}

void
phrases_init(struct phrases *p)
{
	*p = (struct phrases){ .first = calloc(FIRST_CHARACTERS, sizeof *p->first) };
	if (!p->first)
		die("out of memory");
	add_node(p, 0);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		add_phrases(p, table[i].phrases, table[i].word, table[i].value);
	for (size_t i = 0; i < sizeof treaties / sizeof *treaties; i++)
		add_phrases(p, treaties[i], WORD_TREATY, (unsigned)i);
}

void
phrases_release(struct phrases *p)
{
	VEC_RELEASE(&p->nodes);
	free(p->first);
	p->first = NULL;
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
next_node(const struct phrases *p, const struct window *w, uint32_t node, codepoint c, size_t *at)
{
	uint32_t child = child_of(p, node, c);

	if (child == 0 && c == '-') {
		*at = skip_hyphen(w, *at);
		child = w->c[*at] == '-' ? 0 : child_of(p, node, window_plain(w->c[*at]));
	}
	return child;
}

/* Goes down from `node`, whose character stands before `at`; keeps the longest phrase. */
static void
walk(const struct phrases *p, const struct window *w, uint32_t node, size_t at, struct phrase *best)
{
	while (node > 0) {
		const struct phrase_node *here = &p->nodes.v[node];
		codepoint c;
		unsigned lines = 0;

		if (here->word != WORD_NONE && at > best->end && may_end(w, at))
			*best = (struct phrase){ here->word, here->value, at };
		if (here->rest > 0) {
			size_t end = at;

			while (end < at + REST_MAX && window_is_letter(w->c[end]))
				end++;
			walk(p, w, here->rest, end, best);
		}
		if (here->child == 0)
			return;
		at = skip_wrap(w, at);
		c = window_plain(w->c[at]);
		if (is_blank(c)) {
			c = ' ';
			at = window_skip_blank(w, at, &lines) - 1;
		}
		node = lines > 2 ? 0 : next_node(p, w, node, c, &at);
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
walk_prefixed(const struct phrases *p, const struct window *w, size_t at, struct phrase *found)
{
	for (size_t k = at; k < at + 2 && is_prefix(w->c[k]) && is_arabic(w->c[k + 3]); k++) {
		size_t word = k + 1;
		codepoint c = window_plain(w->c[word]);

		if (c < FIRST_CHARACTERS && p->first[c] > 0)
			walk(p, w, p->first[c], word + 1, found);
		if (found->word == WORD_NONE && w->c[k] == 0x644 && w->c[word] == 0x644)
			walk(p, w, child_of(p, p->first[0x627], 0x644), word + 1, found);
		if (found->word != WORD_NONE)
			return;
	}
}

bool
phrase_find(const struct phrases *p, const struct window *w, size_t at, struct phrase *found)
{
	codepoint c = window_plain(w->c[at]);
	uint32_t node = c < FIRST_CHARACTERS ? p->first[c] : 0;

	*found = (struct phrase){ .word = WORD_NONE };
	if (node > 0)
		walk(p, w, node, at + 1, found);
	if (found->word == WORD_NONE && is_prefix(c))
		walk_prefixed(p, w, at, found);
	return found->word != WORD_NONE;
}
