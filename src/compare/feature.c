/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "feature_priv.h"

#include "text/fold.h"
#include "text/numeral.h"

#include <math.h>

/* Letters of a Latin text that one Han character stands for: 5,829 lines of 2023 (domain.md, [ZH23]). */
#define LETTERS_OF_HAN 3.2
/* A token in every third block says next to nothing. */
#define WEIGHT_MOST 4.0f
#define LEARNED_SHARE 0.15f

void
features_release(struct features *f)
{
	VEC_RELEASE(&f->list);
	VEC_RELEASE(&f->tokens);
}

static uint32_t
hash_add(uint32_t h, codepoint c)
{
	return (h ^ c) * 0x01000193u;
}
#define HASH_START 0x811c9dc5u

static bool
is_digit(codepoint c)
{
	return c >= '0' && c <= '9';
}

static codepoint
lower_of(codepoint c)
{
	return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
}

static bool
is_word(codepoint c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z');
}

static void
add_token(struct features *f, struct feature *e, uint32_t hash, bool is_figure)
{
	for (size_t i = e->token; i < f->tokens.n; i++)
		if (f->tokens.v[i].hash == hash)
			return;
	VEC_PUSH(&f->tokens, ((struct token){ .hash = hash, .is_figure = is_figure }));
}

static void
add_value(struct features *f, struct feature *e, long value)
{
	uint32_t hash = HASH_START;
	char digits[24];
	size_t n = 0;

	for (; value > 0; value /= 10)
		digits[n++] = (char)('0' + value % 10);
	while (n > 0)
		hash = hash_add(hash, (codepoint)digits[--n]);
	add_token(f, e, hash, false);
}

/* A run of digits or of Latin letters from `at`; gives where it ends. */
static size_t
take_word(struct features *f, struct feature *e, struct slice text, size_t at)
{
	uint32_t hash = HASH_START;
	size_t n = 0, end = at;
	codepoint first = lower_of(fold_char(utf8_at(text, at)));

	while (at < text.len) {
		codepoint c = lower_of(fold_char(utf8_next(text, &at)));

		if (!is_word(c) || is_digit(c) != is_digit(first))
			break;
		end = at;
		e->len++;
		if (n == 0 && c == '0')
			continue;
		hash = hash_add(hash, c);
		n++;
	}
	if (n > 0 && (is_digit(first) || n > 1))
		add_token(f, e, hash, is_digit(first) && n > 1);
	return end;
}

static enum ending
ending_of(codepoint c)
{
	switch (c) {
	case '.': case '!': case '?': case 0x3002: case 0xFF0E: case 0x6D4: case 0x61F: case 0xFF1F:
		return ENDING_FULL;
	case ';': case 0xFF1B: case 0x61B:
		return ENDING_SEMICOLON;
	case ':': case 0xFF1A:
		return ENDING_COLON;
	case ',': case 0xFF0C: case 0x60C: case 0x3001:
		return ENDING_COMMA;
	default:
		return ENDING_NONE;
	}
}

/* Brackets, quotation marks and footnote marks behind the last word do not end a sentence. */
static bool
closes(codepoint c)
{
	return c == ')' || c == ']' || c == '"' || c == '*' || c == 0xFF09 || c == 0x201D || c == 0x2019 ||
	       c == 0xBB || c == 0x300B || c == ' ' || c == 0xA0 || c == 0x200F || is_digit(c);
}

static enum ending
find_ending(struct slice text)
{
	size_t at = text.len;

	while (at > 0) {
		codepoint c = utf8_prev(text, &at);

		if (!closes(c))
			return ending_of(c);
	}
	return ENDING_NONE;
}

/* "(a)" and "a)" alike; what has other letters is no key. */
static uint32_t
label_hash(struct slice label)
{
	uint32_t hash = HASH_START;
	size_t n = 0;

	for (size_t at = 0; at < label.len;) {
		codepoint c = lower_of(fold_char(utf8_next(label, &at)));

		if (c > 0x7F)
			return 0;
		if (!is_word(c))
			continue;
		hash = hash_add(hash, c);
		n++;
	}
	return n > 0 ? hash : 0;
}

static void
read_text(struct features *f, struct feature *e, struct slice text)
{
	for (size_t at = 0; at < text.len;) {
		size_t next = at;
		codepoint c = fold_char(utf8_next(text, &next));
		long value;

		if (is_word(lower_of(c))) {
			at = take_word(f, e, text, at);
			continue;
		}
		/* 第三条 is article 3. */
		if (c == 0x7B2C && numeral_han(slice_skip(text, next), &value) > 0)
			add_value(f, e, value);
		if (fold_is_han(c))
			e->len += LETTERS_OF_HAN;
		else if (c > 0x7F || (c > ' ' && c != '.'))
			e->len++;
		at = next;
	}
}

void
features_add(struct features *f, const struct doc *d, size_t block)
{
	const struct block *b = doc_block(d, block);
	struct feature e = { .block = block,
		             .kind = b->kind,
		             .ending = find_ending(b->text),
		             .label = label_hash(b->label),
		             .has_label = b->label.len > 0,
		             .token = (uint32_t)f->tokens.n };

	read_text(f, &e, b->label);
	read_text(f, &e, b->text);
	e.n_tokens = (uint32_t)(f->tokens.n - e.token);
	VEC_PUSH(&f->list, e);
}

struct count {
	uint32_t hash;
	uint32_t n[SIDES];
};
struct counts {
	struct count *v;
	size_t cap;
};

static struct count *
count_at(struct counts *c, uint32_t hash)
{
	size_t i = hash & (c->cap - 1);

	while (c->v[i].n[SIDE_LEFT] + c->v[i].n[SIDE_RIGHT] > 0 && c->v[i].hash != hash)
		i = (i + 1) & (c->cap - 1);
	c->v[i].hash = hash;
	return &c->v[i];
}

static void
weigh(struct features *f, struct counts *counts, size_t n_blocks)
{
	for (size_t i = 0; i < f->list.n; i++) {
		struct feature *e = &f->list.v[i];

		for (size_t k = e->token; k < e->token + e->n_tokens; k++) {
			struct token *t = &f->tokens.v[k];
			const struct count *c = count_at(counts, t->hash);
			uint32_t most = c->n[0] > c->n[1] ? c->n[0] : c->n[1];
			float weight = logf((float)(n_blocks + 2) / (float)(3 * most));

			if (t->is_figure)
				e->figures += weight > 0 ? (double)weight : 0;
			if (c->n[0] == 0 || c->n[1] == 0 || weight < 0)
				weight = 0;
			t->weight = (weight < WEIGHT_MOST ? weight : WEIGHT_MOST) *
			            (t->is_learned ? LEARNED_SHARE : 1);
		}
	}
}

void
features_weigh(struct features *left, struct features *right)
{
	struct features *side[SIDES] = { left, right };
	size_t n = left->list.n > right->list.n ? left->list.n : right->list.n;
	struct counts counts = { .cap = 64 };

	while (counts.cap < 2 * (left->tokens.n + right->tokens.n))
		counts.cap *= 2;
	counts.v = mem_resize(NULL, counts.cap * sizeof *counts.v);
	for (size_t i = 0; i < counts.cap; i++)
		counts.v[i] = (struct count){ 0 };
	for (int s = 0; s < SIDES; s++)
		for (size_t i = 0; i < side[s]->tokens.n; i++)
			count_at(&counts, side[s]->tokens.v[i].hash)->n[s]++;
	weigh(left, &counts, n);
	weigh(right, &counts, n);
	free(counts.v);
}
