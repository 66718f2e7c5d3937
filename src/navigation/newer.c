/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "navigation/newer.h"

#include <stdlib.h>
#include <string.h>

/* "doc:a/70/1/rev.2": what it revises or corrects, and its number there. */
struct descent {
	struct slice parent;
	long number; /* 0: it has no such suffix */
};

static struct descent
read_descent(struct slice key, const char *suffix)
{
	const char *slash = memrchr(key.p, '/', key.len);
	struct descent d = { .parent = key };
	size_t at = slash ? (size_t)(slash - key.p) + 1 : key.len;
	struct slice last = slice_skip(key, at);

	if (!slice_starts(last, suffix) || slice_number(slice_skip(last, strlen(suffix)), &d.number) == 0)
		return d;
	d.parent = slice_sub(key, 0, at - 1);
	return d;
}

/* `other` follows on `own`: A/1/Rev.1 on A/1, A/1/Rev.2 on A/1/Rev.1. */
static bool
follows(struct slice own, struct slice other, const char *suffix)
{
	struct descent mine = read_descent(own, suffix), its = read_descent(other, suffix);

	if (its.number == 0)
		return false;
	return slice_eq(its.parent, own) ||
	       (mine.number > 0 && slice_eq(its.parent, mine.parent) && its.number > mine.number);
}

static bool
is_newer(struct slice own, const struct link_relative *r)
{
	struct buf key = { 0 };
	bool answer = r->relation == LINK_FINAL;

	library_key(r->document.symbol, &key);
	if (r->relation == LINK_REVISION)
		answer = follows(own, buf_slice(&key), "rev.");
	if (r->relation == LINK_CORRIGENDUM)
		answer = follows(own, buf_slice(&key), "corr.");
	buf_release(&key);
	return answer;
}

/* The version in the language of the reader's text, if there is one. */
static enum status
take_language(struct library *l, const struct doc *d, struct arena *arena, struct link_relative *r,
              struct err *err)
{
	struct library_documents versions;
	enum status status = library_versions(l, r->document.symbol, arena, &versions, err);

	for (size_t i = 0; status == STATUS_OK && i < versions.n; i++)
		if (slice_eq(versions.v[i].language, d->language))
			r->document = versions.v[i];
	return status;
}

static int
place_of(enum link_relation relation)
{
	return relation == LINK_FINAL ? 0 : relation == LINK_REVISION ? 1 : 2;
}

static long
number_of(const struct link_relative *r)
{
	struct buf key = { 0 };
	long number;

	library_key(r->document.symbol, &key);
	number = read_descent(buf_slice(&key), r->relation == LINK_REVISION ? "rev." : "corr.").number;
	buf_release(&key);
	return r->relation == LINK_REVISION ? -number : number;
}

static int
by_weight(const void *a, const void *b)
{
	const struct link_relative *x = a, *y = b;
	long n = number_of(x), m = number_of(y);

	if (x->relation != y->relation)
		return place_of(x->relation) - place_of(y->relation);
	return (n > m) - (n < m);
}

enum status
newer_find(struct library *l, const struct doc *d, struct arena *arena, struct link_relative **out,
           size_t *n, struct err *err)
{
	struct link_relative *all;
	struct buf own = { 0 };
	size_t n_all = 0;
	enum status status = STATUS_OK;

	*n = 0;
	*out = NULL;
	if (d->n_symbols == 0)
		return STATUS_OK;
	library_key(d->symbols[0], &own);
	status = link_later(l, d->symbols[0], arena, &all, &n_all, err);
	for (size_t i = 0; status == STATUS_OK && i < n_all; i++) {
		if (all[i].document.id == 0 || !is_newer(buf_slice(&own), &all[i]))
			continue;
		status = take_language(l, d, arena, &all[i], err);
		if (all[i].relation != LINK_CORRIGENDUM || d->language.len == 0 ||
		    slice_eq(all[i].document.language, d->language))
			all[(*n)++] = all[i];
	}
	buf_release(&own);
	if (status != STATUS_OK)
		return status;
	if (*n > 0)
		qsort(all, *n, sizeof *all, by_weight);
	*out = all;
	return STATUS_OK;
}

static const char *
name_of(enum link_relation relation, enum ui_language ui)
{
	static const struct words words[] = { { { "final text: ", "定稿：" } },
		                              { { "revised: ", "有修订本：" } },
		                              { { "corrected: ", "有更正：" } } };

	return words_in(words[place_of(relation)], ui);
}

void
newer_words(const struct link_relative *list, size_t n, enum ui_language ui, struct buf *out)
{
	for (size_t i = 0; i < n; i++) {
		bool is_next = i > 0 && list[i].relation == list[i - 1].relation;

		if (i > 0)
			buf_add_str(out, words_in(is_next ? WORDS(", ", "、") : WORDS("; ", "；"), ui));
		buf_addf(out, "%s%.*s", is_next ? "" : name_of(list[i].relation, ui),
		         SLICE_ARG(list[i].document.symbol));
	}
}
