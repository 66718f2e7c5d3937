/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/approx.h"

#include "base/err.h"

#include <stdlib.h>
#include <string.h>

#define BITS 64

/* One character of the pattern; bits of where it stands are at masks + index * blocks. */
struct slot {
	codepoint c;
	uint32_t index; /* 0: an empty slot, and the character that is nowhere */
};

struct approx {
	size_t n, blocks;
	struct slot *slots;
	size_t mask; /* number of slots less one */
	uint64_t *masks;
};

struct column {
	uint64_t plus, minus; /* vertical differences */
};

static struct slot *
slot_of(const struct approx *a, codepoint c)
{
	size_t i = (c * 2654435761u >> 7) & a->mask;

	while (a->slots[i].index != 0 && a->slots[i].c != c)
		i = (i + 1) & a->mask;
	return &a->slots[i];
}

struct approx *
approx_new(struct approx_text pattern)
{
	struct approx *a = mem_resize(NULL, sizeof *a);
	size_t n_slots = 4, n_chars = 1;

	*a = (struct approx){ .n = pattern.n, .blocks = (pattern.n + BITS - 1) / BITS };
	while (n_slots < 2 * pattern.n)
		n_slots *= 2;
	a->mask = n_slots - 1;
	a->slots = mem_resize(NULL, n_slots * sizeof *a->slots);
	memset(a->slots, 0, n_slots * sizeof *a->slots);
	a->masks = mem_resize(NULL, (pattern.n + 1) * a->blocks * sizeof *a->masks);
	memset(a->masks, 0, (pattern.n + 1) * a->blocks * sizeof *a->masks);
	for (size_t i = 0; i < pattern.n; i++) {
		struct slot *s = slot_of(a, pattern.v[i]);

		if (s->index == 0)
			*s = (struct slot){ pattern.v[i], (uint32_t)n_chars++ };
		a->masks[s->index * a->blocks + i / BITS] |= UINT64_C(1) << i % BITS;
	}
	return a;
}

void
approx_free(struct approx *a)
{
	if (!a)
		return;
	free(a->slots);
	free(a->masks);
	free(a);
}

/* One block of one column; gives the horizontal difference at its bit `top`. */
static int
advance(struct column *v, uint64_t equal, int carry, uint64_t top)
{
	uint64_t diagonal = equal | v->minus, horizontal, plus, minus;
	int out;

	if (carry < 0)
		equal |= 1;
	horizontal = (((equal & v->plus) + v->plus) ^ v->plus) | equal;
	plus = v->minus | ~(horizontal | v->plus);
	minus = v->plus & horizontal;
	out = plus & top ? 1 : minus & top ? -1 : 0;
	plus = plus << 1 | (carry > 0);
	minus = minus << 1 | (carry < 0);
	v->plus = minus | ~(diagonal | plus);
	v->minus = plus & diagonal;
	return out;
}

/* The difference in the last row when character c is read. */
static int
read_char(const struct approx *a, struct column *columns, codepoint c)
{
	const uint64_t *equal = a->masks + slot_of(a, c)->index * a->blocks;
	int carry = 0;

	for (size_t b = 0; b < a->blocks; b++) {
		size_t last = b + 1 < a->blocks ? BITS - 1 : (a->n - 1) % BITS;

		carry = advance(&columns[b], equal[b], carry, UINT64_C(1) << last);
	}
	return carry;
}

static struct column *
start_columns(const struct approx *a)
{
	struct column *columns = mem_resize(NULL, a->blocks * sizeof *columns);

	for (size_t b = 0; b < a->blocks; b++)
		columns[b] = (struct column){ ~UINT64_C(0), 0 };
	return columns;
}

/* Keeps the best `max`, by place. */
static void
keep(struct approx_hit *hits, size_t *n, size_t max, struct approx_hit hit)
{
	size_t worst = 0;

	if (*n < max) {
		hits[(*n)++] = hit;
		return;
	}
	for (size_t i = 1; i < *n; i++)
		if (hits[i].errors > hits[worst].errors)
			worst = i;
	if (max == 0 || hits[worst].errors <= hit.errors)
		return;
	memmove(hits + worst, hits + worst + 1, (*n - worst - 1) * sizeof *hits);
	hits[*n - 1] = hit;
}

size_t
approx_search(const struct approx *a, struct approx_text text, size_t max_errors,
              struct approx_hit *hits, size_t max)
{
	struct column *columns = start_columns(a);
	struct approx_hit best = { 0, SLICE_NONE };
	size_t score = a->n, apart = a->n / 2 + 1, found = 0, kept = 0;

	for (size_t i = 0; i < text.n; i++) {
		score += (size_t)(long)read_char(a, columns, text.v[i]);
		if (best.errors != SLICE_NONE && i + 1 - best.end >= apart) {
			keep(hits, &kept, max, best);
			found++;
			best.errors = SLICE_NONE;
		}
		if (score <= max_errors && score < best.errors)
			best = (struct approx_hit){ i + 1, score };
	}
	if (best.errors != SLICE_NONE) {
		keep(hits, &kept, max, best);
		found++;
	}
	free(columns);
	return found;
}

size_t
approx_least(struct approx_text pattern, struct approx_text text)
{
	struct approx *a;
	struct column *columns;
	size_t score = pattern.n, least = pattern.n;

	if (pattern.n == 0)
		return 0;
	a = approx_new(pattern);
	columns = start_columns(a);
	for (size_t i = 0; i < text.n; i++) {
		score += (size_t)(long)read_char(a, columns, text.v[i]);
		if (score < least)
			least = score;
	}
	free(columns);
	approx_free(a);
	return least;
}

enum step { STEP_BOTH, STEP_TEXT, STEP_PATTERN };

/* Fills `steps`, rows of width w + 1: how each cell is reached.  Row i: i characters of the pattern. */
static void
fill_steps(struct approx_text pattern, struct approx_text window, unsigned char *steps)
{
	size_t w = window.n;
	uint32_t *row = mem_resize(NULL, (w + 1) * sizeof *row);

	memset(row, 0, (w + 1) * sizeof *row); /* it may start anywhere */
	for (size_t i = 1; i <= pattern.n; i++) {
		uint32_t diagonal = row[0];

		row[0] = (uint32_t)i;
		steps[i * (w + 1)] = STEP_PATTERN;
		for (size_t j = 1; j <= w; j++) {
			uint32_t both = diagonal + (pattern.v[i - 1] != window.v[j - 1]);
			uint32_t in_text = row[j - 1] + 1, in_pattern = row[j] + 1, least = both;
			unsigned char step = STEP_BOTH;

			if (in_text < least) {
				least = in_text;
				step = STEP_TEXT;
			}
			if (in_pattern < least) {
				least = in_pattern;
				step = STEP_PATTERN;
			}
			diagonal = row[j];
			row[j] = least;
			steps[i * (w + 1) + j] = step;
		}
	}
	free(row);
}

void
approx_align(struct approx_text pattern, struct approx_text text, size_t end, size_t max_errors,
             size_t *at, bool *is_kept)
{
	size_t reach = pattern.n + max_errors, start = end > reach ? end - reach : 0;
	size_t i = pattern.n, j = end - start, w = j;
	struct approx_text window = { text.v + start, w };
	unsigned char *steps = mem_resize(NULL, (pattern.n + 1) * (w + 1));

	fill_steps(pattern, window, steps);
	at[pattern.n] = end;
	while (i > 0)
		switch (steps[i * (w + 1) + j]) {
		case STEP_TEXT:
			j--;
			break;
		case STEP_PATTERN:
			at[--i] = start + j;
			if (is_kept)
				is_kept[i] = false;
			break;
		default:
			at[--i] = start + --j;
			if (is_kept)
				is_kept[i] = pattern.v[i] == window.v[j];
		}
	free(steps);
}
