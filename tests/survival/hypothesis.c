/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "hypothesis.h"

#include "base/err.h"

#include <stdlib.h>
#include <string.h>

#define AROUND 32
#define HITS 64

struct hit {
	size_t start, end, errors;
};

static size_t
find_exact(struct approx_text text, struct approx_text quote, struct hit *hits)
{
	size_t n = 0;

	for (size_t i = 0; i + quote.n <= text.n && n < HITS; i++)
		if (memcmp(text.v + i, quote.v, quote.n * sizeof *quote.v) == 0)
			hits[n++] = (struct hit){ i, i + quote.n, 0 };
	return n;
}

static size_t
find_similar(struct approx_text text, struct approx_text quote, struct hit *hits)
{
	size_t most = quote.n / 2 < 256 ? quote.n / 2 : 256, n, kept = 0, least = SLICE_NONE;
	size_t *at = mem_resize(NULL, (quote.n + 1) * sizeof *at);
	struct approx *a = approx_new(quote);
	struct approx_hit found[HITS];

	n = approx_search(a, text, most, found, HITS);
	n = n < HITS ? n : HITS;
	for (size_t i = 0; i < n; i++)
		least = found[i].errors < least ? found[i].errors : least;
	for (size_t i = 0; i < n; i++)
		if (found[i].errors == least) {
			approx_align(quote, text, found[i].end, least, at, NULL);
			hits[kept++] = (struct hit){ at[0], found[i].end, least };
		}
	approx_free(a);
	free(at);
	return kept;
}

static double
likeness(struct approx_text pattern, struct approx_text text)
{
	if (pattern.n == 0)
		return 1;
	return text.n == 0 ? 0 : 1 - (double)approx_least(pattern, text) / (double)pattern.n;
}

static double
score(struct hypothesis h, struct hit hit, size_t from, size_t to)
{
	struct approx_text before = flat_text(h.old, from > AROUND ? from - AROUND : 0, from);
	struct approx_text behind = flat_text(h.old, to, to + AROUND);
	size_t left = hit.start > before.n ? hit.start - before.n : 0;
	double off = (double)(hit.start > from ? hit.start - from : from - hit.start);

	return 50 * (1 - (double)hit.errors / (double)(to - from)) +
	       20 * likeness(before, flat_text(h.now, left, hit.start)) +
	       20 * likeness(behind, flat_text(h.now, hit.end, hit.end + behind.n)) +
	       2 * (1 - off / (double)(h.now->n + 1));
}

bool
hypothesis_find(struct hypothesis h, size_t from, size_t to, size_t *start, size_t *end)
{
	struct approx_text text = flat_text(h.now, 0, h.now->n), quote = flat_text(h.old, from, to);
	struct hit hits[HITS];
	double best = -1;
	size_t n;

	if (to <= text.n && memcmp(text.v + from, quote.v, quote.n * sizeof *quote.v) == 0) {
		*start = from;
		*end = to;
		return true;
	}
	n = find_exact(text, quote, hits);
	if (n == 0)
		n = find_similar(text, quote, hits);
	for (size_t i = 0; i < n; i++)
		if (score(h, hits[i], from, to) > best) {
			best = score(h, hits[i], from, to);
			*start = hits[i].start;
			*end = hits[i].end;
		}
	return n > 0;
}
