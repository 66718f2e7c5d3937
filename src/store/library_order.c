/* SPDX-License-Identifier: ISC */
/*
 * In which order documents are shown.
 */
#include "config.h"

#include "library_priv.h"

#include <stdlib.h>
#include <string.h>

size_t
library_rank(struct slice language, struct slice prefer)
{
	static const char order[] = "zhenfresruar";

	if (prefer.len > 0 && slice_eq(language, prefer))
		return 0;
	for (size_t i = 0; order[i]; i += 2)
		if (slice_eq(language, slice_of(order + i, 2)))
			return 1 + i;
	return sizeof order;
}

void
library_prefer(struct library_documents *list, struct slice prefer)
{
	for (size_t i = 1; i < list->n; i++) {
		struct library_document d = list->v[i];
		size_t at = i;

		for (; at > 0 && slice_eq(list->v[at - 1].symbol, d.symbol) &&
		       library_rank(list->v[at - 1].language, prefer) > library_rank(d.language, prefer);
		     at--)
			list->v[at] = list->v[at - 1];
		list->v[at] = d;
	}
}

struct ordered {
	struct library_document document;
	size_t rank, at;
};

/* Digits from a byte on, without the noughts before them. */
static struct slice
number_at(struct slice s, size_t at)
{
	size_t end = at;

	while (end < s.len && byte_is_digit(s.p[end]))
		end++;
	while (at + 1 < end && s.p[at] == '0')
		at++;
	return slice_sub(s, at, end);
}

/* Numbers are compared as such: 9 before 13. */
static int
compare_symbols(struct slice a, struct slice b)
{
	size_t i = 0, j = 0;

	while (i < a.len && j < b.len) {
		struct slice x = number_at(a, i), y = number_at(b, j);
		int order = (unsigned char)a.p[i] - (unsigned char)b.p[j];

		if (x.len > 0 && y.len > 0) {
			order = x.len != y.len ? (x.len > y.len) - (x.len < y.len) : memcmp(x.p, y.p, x.len);
			i = (size_t)(x.p - a.p) + x.len;
			j = (size_t)(y.p - b.p) + y.len;
		} else {
			i++;
			j++;
		}
		if (order != 0)
			return order;
	}
	return (i < a.len) - (j < b.len);
}

static int
compare(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	int order = compare_symbols(x->document.symbol, y->document.symbol);

	if (order == 0 && x->document.symbol.len > 0)
		order = (x->rank > y->rank) - (x->rank < y->rank);
	return order != 0 ? order : (x->at > y->at) - (x->at < y->at);
}

void
library_sort(struct library_documents *list, struct slice prefer)
{
	struct ordered *all = mem_resize(NULL, (list->n + 1) * sizeof *all);

	for (size_t i = 0; i < list->n; i++)
		all[i] = (struct ordered){ list->v[i], library_rank(list->v[i].language, prefer), i };
	qsort(all, list->n, sizeof *all, compare);
	for (size_t i = 0; i < list->n; i++)
		list->v[i] = all[i].document;
	free(all);
}
