/* SPDX-License-Identifier: ISC */
/*
 * Most texts do not hold what is looked for.  They are told by single characters: if any character
 * of the needle is in the text in none of its forms, there is no match.  Only around the first
 * places where all are in reach the text is folded and compared.
 */
#include "config.h"

#include "find_priv.h"

#include <string.h>

#define WINDOW_BYTES 4096 /* of the text, looked at at a time */
#define REACH_BYTES 1024  /* looked for a form of a character, at first */

static bool
is_sieved(const struct needle *n, const struct sieve *s)
{
	for (size_t i = 0; i < n->n_sieves; i++)
		if (n->sieve[i].n == s->n && memcmp(n->sieve[i].form, s->form, sizeof s->form) == 0)
			return true;
	return false;
}

static void
add_sieve(struct needle *n, codepoint c)
{
	codepoint form[NEEDLE_VARIANTS];
	struct sieve s = { .n = searchfold_sources(c, form, NEEDLE_VARIANTS) };

	if (s.n > NEEDLE_VARIANTS)
		return;
	for (size_t i = 0; i < s.n; i++)
		s.len[i] = utf8_encode(form[i], s.form[i]);
	if (!is_sieved(n, &s))
		n->sieve[n->n_sieves++] = s;
}

void
needle_init(struct needle *n, struct slice typed)
{
	struct slice folded;

	*n = (struct needle){ 0 };
	searchfold_add(&n->folded, typed);
	folded = buf_slice(&n->folded);
	for (size_t at = 0, tries = 0; at < folded.len && tries < 2 * NEEDLE_SIEVES; tries++) {
		codepoint c = utf8_next(folded, &at);

		/* Letters and digits have more forms than are worth looking for one by one. */
		if (n->n_sieves < NEEDLE_SIEVES && !(c < 0x80 && byte_is_alnum((char)c)))
			add_sieve(n, c);
	}
}

void
needle_release(struct needle *n)
{
	buf_release(&n->folded);
	buf_release(&n->plain);
	searchfold_release(&n->window);
}

/* The last byte of a character is the rarest in Chinese text. */
static size_t
find_form(struct slice text, size_t from, const char *form, size_t len)
{
	size_t at = from + len - 1;

	while ((at = slice_find_byte(text, form[len - 1], at)) != SLICE_NONE) {
		if (memcmp(text.p + at + 1 - len, form, len) == 0)
			return at + 1 - len;
		at++;
	}
	return SLICE_NONE;
}

/* A form that is not there must not cost a look at all the text each time. */
static size_t
find_sieved(const struct sieve *s, struct slice text, size_t from)
{
	for (size_t reach = REACH_BYTES;; reach *= 4) {
		struct slice part = slice_sub(text, 0, from + reach);
		size_t best = SLICE_NONE;

		for (size_t i = 0; i < s->n; i++) {
			size_t at = find_form(part, from, s->form[i], s->len[i]);

			if (at != SLICE_NONE) {
				best = at;
				part = slice_sub(part, 0, at + s->len[i]);
			}
		}
		if (best != SLICE_NONE || part.len == text.len)
			return best;
		from = part.len > 4 ? part.len - 4 : 0; /* one may lie across */
	}
}

/* Where a match that has a character at `at` can begin at the earliest, not before `least`. */
static size_t
back_up(const struct needle *n, struct slice text, size_t at, size_t least)
{
	size_t bytes = 0;

	while (at > least && bytes < n->folded.len) {
		codepoint folded[SEARCHFOLD_MAX];

		/* A character becomes at least as many bytes as it becomes characters. */
		bytes += (size_t)searchfold_char(utf8_prev(text, &at), folded);
	}
	return at;
}

/* A place that no match at or behind `from` begins before, or SLICE_NONE if there is no match. */
static size_t
skip(struct needle *n, struct slice text, size_t from)
{
	size_t start = from;

	for (size_t i = 0; i < n->n_sieves; i++) {
		size_t at = find_sieved(&n->sieve[i], text, start);

		if (at == SLICE_NONE) {
			struct sieve held = n->sieve[i];

			n->sieve[i] = n->sieve[0];
			n->sieve[0] = held;
			return SLICE_NONE;
		}
		start = back_up(n, text, at, start);
	}
	return start;
}

static size_t
char_end(struct slice text, size_t at)
{
	utf8_next(text, &at);
	return at;
}

/* The matches in the folded window, which begins at `base` of the text. */
static size_t
find_in_window(struct needle *n, struct slice text, size_t base, struct find_span *out, size_t max)
{
	struct slice window = buf_slice(&n->window.text), needle = buf_slice(&n->folded);
	const uint32_t *start = n->window.start;
	size_t got = 0, at = 0, hit;

	while (got < max && (hit = slice_find(window, needle, at)) != SLICE_NONE) {
		struct find_span span = { .start = base + start[hit] };

		at = hit + needle.len;
		span.end = char_end(text, base + start[at - 1]);
		while (at < window.len && base + start[at] < span.end)
			at++; /* the rest of a character that became several */
		out[got++] = span;
	}
	return got;
}

static bool
is_in_window(struct needle *n, struct slice window)
{
	buf_clear(&n->plain);
	searchfold_add(&n->plain, window);
	return slice_find(buf_slice(&n->plain), buf_slice(&n->folded), 0) != SLICE_NONE;
}

static size_t
char_start(struct slice text, size_t at)
{
	while (at < text.len && ((unsigned char)text.p[at] & 0xC0) == 0x80)
		at++;
	return at < text.len ? at : text.len;
}

size_t
needle_find(struct needle *n, struct slice text, size_t from, struct find_span *out, size_t max)
{
	size_t bytes = WINDOW_BYTES + 8 * n->folded.len, got = 0;

	from = char_start(text, from); /* who looks for the next one begins a byte behind the last */
	while (n->folded.len > 0 && got < max && (from = skip(n, text, from)) < text.len) {
		size_t end = char_start(text, from + bytes), next = back_up(n, text, end, from), found = 0;

		if (is_in_window(n, slice_sub(text, from, end))) {
			buf_clear(&n->window.text);
			searchfold_text(&n->window, slice_sub(text, 0, end), from, SIZE_MAX);
			found = find_in_window(n, text, from, out + got, max - got);
			got += found;
		}
		if (end == text.len)
			break;
		if (found > 0 && next < out[got - 1].end)
			next = out[got - 1].end;
		if (next == from) /* hardly anything in it but blanks */
			bytes *= 2;
		from = next;
	}
	return got;
}
