/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/link.h"

#include "../store_sample.h"
#include "tap.h"

#include <stdlib.h>

static char folder[] = "/tmp/duan-test-XXXXXX";

static struct library *
open_library(const char *name)
{
	struct library *l = NULL;
	struct buf path = { 0 };
	struct err err;

	buf_addf(&path, "%s/%s", folder, name);
	if (!ok(library_open(path.p, &l, &err) == STATUS_OK, "%s opens", name)) {
		printf("# %s\n", err_words(&err, UI_EN));
		exit(1);
	}
	buf_release(&path);
	return l;
}

static struct doc *
citing(const char *symbol, const char *target)
{
	struct doc *d = sample_new(symbol, "en", symbol, symbol);

	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "see that");
	sample_cite(d, target);
	return d;
}

/* The citing symbols, with blanks between. */
static void
cited_by(struct library *l, const char *key, const char *place, const char *want)
{
	struct arena arena = { 0 };
	struct buf got = { 0 };
	struct links links;
	struct err err;

	if (link_to(l, slice_from(key), slice_from(place), &arena, &links, &err) != STATUS_OK)
		printf("# %s\n", err_words(&err, UI_EN));
	for (size_t i = 0; i < links.n; i++)
		buf_addf(&got, "%s%.*s", i ? " " : "", SLICE_ARG(links.v[i].from.symbol));
	is(buf_slice(&got), want, "%s at '%s'", key, place);
	buf_release(&got);
	arena_release(&arena);
}

static void
incoming(void)
{
	struct library *l = open_library("a.db");
	struct arena arena = { 0 };
	struct doc *d;

	sample_add(l, citing("X/1/1", "doc:X/9/9"), "", &arena);
	sample_add(l, citing("X/1/2", "doc:x/9/9#para_4"), "", &arena);
	sample_add(l, citing("X/1/3", "doc:X/9/9#para_3..para_5"), "", &arena);
	sample_add(l, citing("X/1/4", "doc:X/9/9#para_4__subpara_a;doc:X/8/8"), "", &arena);
	sample_add(l, citing("X/1/5", "doc:X/9/9!annex_1#para_4"), "", &arena);
	sample_add(l, citing("X/1/6", "doc:X/9/9#para_40"), "", &arena);
	sample_add(l, citing("X/1/7", "treaty:UNCAC#art_13__para_1"), "", &arena);
	sample_add(l, citing("X/1/8", "damaged:X/9/9"), "", &arena);
	sample_add(l, citing("X/1/9", "doc:E/9/10"), "", &arena);
	cited_by(l, "doc:x/9/9", "", "X/1/1 X/1/2 X/1/3 X/1/4 X/1/5 X/1/6");
	cited_by(l, "doc:x/9/9", "para_4", "X/1/2 X/1/3 X/1/4");
	cited_by(l, "doc:x/9/9", "para_6", "");
	cited_by(l, "doc:x/9/9", "annex_1!", "X/1/5");
	cited_by(l, "doc:x/8/8", "", "X/1/4");
	cited_by(l, "treaty:uncac", "art_13", "X/1/7");
	d = citing("X/9/9", "doc:X/9/9#para_4");
	sample_cite(d, "self#para_4");
	d->symbols[d->n_symbols++] = SLICE("E/9/10");
	is_number(sample_add(l, d, "", &arena).lit, 7, "lit");
	cited_by(l, "doc:x/9/9", "", "X/1/1 X/1/2 X/1/3 X/1/4 X/1/5 X/1/6 X/1/9");
	cited_by(l, "doc:e/9/10", "para_4", "X/1/2 X/1/3 X/1/4");
	d = sample_new("A/RES/58/4", "en", "Convention", "58");
	sample_block(d, BLOCK_HEADING, NULL, 0, "Article 13")->component = SLICE("annex_1");
	sample_add(l, d, "", &arena);
	cited_by(l, "doc:a/res/58/4", "annex_1!art_13", "X/1/7");
	cited_by(l, "treaty:uncac", "", "X/1/7");
	library_close(l);
	arena_release(&arena);
}

static void
outgoing(void)
{
	struct library *l = open_library("b.db");
	struct arena arena = { 0 };
	struct doc *d = citing("X/1/1", "doc:X/2/2#para_3;doc:X/3/3");
	struct library_change change;
	struct links links;
	struct err err;

	sample_block(d, BLOCK_ITEM, "(a)", 0, "text");
	sample_cite(d, "self#fn_5");
	sample_add(l, citing("X/3/3", "doc:X/1/1"), "", &arena);
	change = sample_add(l, d, "", &arena);
	if (ok(link_from(l, change.id, &arena, &links, &err) == STATUS_OK && links.n == 3, "three")) {
		is(links.v[0].target, "doc:X/2/2#para_3", "the first target");
		ok(!links.v[0].is_held, "is not held");
		is(links.v[1].target, "doc:X/3/3", "the second");
		ok(links.v[1].is_held, "is");
		is(links.v[2].target, "doc:X/1/1#fn_5", "one's own part");
		is(links.v[2].paragraph, "para_1", "an item belongs to its paragraph");
		is(links.v[2].text, "text", "text");
		is(links.v[0].from.symbol, "X/1/1", "from");
	}
	library_close(l);
	arena_release(&arena);
}

static void
wanted(void)
{
	struct library *l = open_library("c.db");
	struct arena arena = { 0 };
	struct link_missing *missing;
	struct library_change change;
	struct doc *d;
	struct err err;
	size_t n;

	sample_add(l, citing("X/1/1", "doc:X/2/2#para_3"), "", &arena);
	d = citing("X/1/2", "doc:X/3/3;doc:X/2/2");
	sample_cite(d, "doc:X/3/3");
	sample_cite(d, "url:https://example.org/");
	sample_cite(d, "res:X:1/1")->container = SLICE("X/1/1");
	change = sample_add(l, d, "", &arena);
	ok(link_missing(l, 0, &arena, &missing, &n, &err) == STATUS_OK && n == 2, "two are missing");
	is(missing[0].target, "doc:X/2/2", "most wanted");
	is_number(missing[0].n_documents, 2, "by two documents");
	is(missing[1].target, "doc:X/3/3", "less");
	is_number(missing[1].n_citations, 2, "two citations");
	ok(link_missing(l, change.id, &arena, &missing, &n, &err) == STATUS_OK && n == 2,
	   "of one document");
	ok(link_is_held(l, SLICE("res:x:1/1")), "the report that holds it is here");
	ok(library_remove(l, change.id, &err) == STATUS_OK &&
	           link_missing(l, 0, &arena, &missing, &n, &err) == STATUS_OK && n == 1,
	   "what is not cited any more is not missed");
	is_number(missing[0].n_documents, 1, "counts go down");
	library_close(l);
	arena_release(&arena);
}

static void
counts(void)
{
	struct library *l = open_library("d.db");
	struct arena arena = { 0 };
	struct link_count *count;
	struct err err;
	struct doc *d = citing("X/1/1", "doc:X/9/9#para_3..para_5");
	size_t n;

	sample_cite(d, "doc:X/9/9#para_4");
	sample_add(l, d, "", &arena);
	sample_add(l, citing("X/1/2", "doc:X/9/9#para_4"), "", &arena);
	sample_add(l, citing("X/9/9", "doc:X/9/9#para_4"), "", &arena);
	if (ok(link_counts(l, SLICE("doc:x/9/9"), &arena, &count, &n, &err) == STATUS_OK && n == 3,
	       "three places")) {
		is(count[1].place, "para_4", "the second");
		is_number(count[1].n, 2, "by two paragraphs");
	}
	library_close(l);
	arena_release(&arena);
}

int
main(void)
{
	struct buf clean = { 0 };

	if (!mkdtemp(folder))
		tap_skip_all("no folder for scratch files");
	incoming();
	outgoing();
	wanted();
	counts();
	buf_addf(&clean, "rm -rf '%s'", folder);
	if (system(clean.p) != 0)
		printf("# %s stays\n", folder);
	buf_release(&clean);
	return tap_done();
}
