/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/approx.h"

#include "tap.h"

#include <stdlib.h>
#include <string.h>

#define LONG 300

/* Characters of an ASCII text. */
static struct approx_text
text_of(const char *s, codepoint *v)
{
	size_t n = strlen(s);

	for (size_t i = 0; i < n; i++)
		v[i] = (codepoint)s[i];
	return (struct approx_text){ v, n };
}

/* The fewest errors, by the book. */
static size_t
plain_least(struct approx_text p, struct approx_text t)
{
	size_t row[LONG + 1], least = p.n;

	for (size_t i = 0; i <= p.n; i++)
		row[i] = i;
	for (size_t j = 0; j < t.n; j++) {
		size_t diagonal = 0;

		for (size_t i = 1; i <= p.n; i++) {
			size_t cost = diagonal + (p.v[i - 1] != t.v[j]);

			diagonal = row[i];
			cost = row[i] + 1 < cost ? row[i] + 1 : cost;
			row[i] = row[i - 1] + 1 < cost ? row[i - 1] + 1 : cost;
		}
		least = row[p.n] < least ? row[p.n] : least;
	}
	return least;
}

static void
same_as_plain(void)
{
	codepoint p[LONG], t[LONG];
	bool same = true;

	srand(7);
	for (int round = 0; round < 300; round++) {
		struct approx_text a = { p, 1 + (size_t)rand() % (LONG - 1) }, b = { t, (size_t)rand() % LONG };

		for (size_t i = 0; i < a.n; i++)
			p[i] = 'a' + (codepoint)rand() % 3;
		for (size_t i = 0; i < b.n; i++)
			t[i] = 'a' + (codepoint)rand() % 3;
		same = same && approx_least(a, b) == plain_least(a, b);
	}
	ok(same, "as many errors as the textbook finds, up to five words of bits");
}

static void
places(void)
{
	codepoint p[LONG], t[LONG];
	struct approx_text pattern = text_of("aquifer", p);
	struct approx_text text = text_of("an aquifer, an aqiufer and an aquiver", t);
	struct approx_hit hits[4];
	struct approx *a = approx_new(pattern);
	size_t at[8];
	bool kept[7];

	is_number((long)approx_search(a, text, 2, hits, 4), 3, "three places");
	is_number((long)hits[0].end, 10, "the first ends where it does");
	is_number((long)hits[0].errors, 0, "without an error");
	is_number((long)hits[2].errors, 1, "the last with one");
	is_number((long)approx_search(a, text, 2, hits, 1), 3, "of more than there is room for");
	is_number((long)hits[0].errors, 0, "the best is kept");
	approx_align(pattern, text, 37, 1, at, kept);
	ok(at[0] == 30 && at[7] == 37, "aligned from end to end");
	ok(kept[0] && !kept[4] && kept[6], "what is there and what is not");
	approx_free(a);
	approx_free(NULL);
	is_number((long)approx_least((struct approx_text){ 0 }, text), 0, "nothing is everywhere");
	is_number((long)approx_least(pattern, (struct approx_text){ 0 }), 7, "in nothing all is missing");
}

int
main(void)
{
	same_as_plain();
	places();
	return tap_done();
}
