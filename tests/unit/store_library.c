/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/library.h"

#include "../store_sample.h"
#include "db_priv.h"
#include "doc/dump.h"
#include "tap.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/duan-test-XXXXXX";

static const char *
path_of(const char *name)
{
	static struct buf path;

	buf_clear(&path);
	buf_addf(&path, "%s/%s", folder, name);
	return path.p;
}

static struct library *
open_library(const char *name)
{
	struct library *l = NULL;
	struct err err;

	if (!ok(library_open(path_of(name), &l, &err) == STATUS_OK, "%s opens", name)) {
		printf("# %s\n", err_words(&err, UI_EN));
		exit(1);
	}
	return l;
}

static struct doc *
report(const char *language, const char *hash)
{
	struct doc *d = sample_new("CFW/COP/2024/9", language, "淡水资源的监测", hash);
	struct block *b;

	d->body = SLICE("CFW/COP");
	d->date = SLICE("2024-09-06");
	d->pages = 3;
	buf_add_str(&d->source, "one\r\ntwo\rthree\n");
	doc_divide(d);
	sample_block(d, BLOCK_HEADING, "一.", 0, "导言")->id = SLICE("sec_I");
	b = sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "见 CFW/COP/2024/7，第 3 段。");
	b->page = 2;
	b->source_line = 1;
	b->source_end = 3;
	sample_cite(d, "doc:CFW/COP/2024/7#para_3")->url = SLICE("https://docs.un.org/zh/X");
	sample_block(d, BLOCK_ITEM, "(a)", 0, "分配；")->id = SLICE("para_1__subpara_a");
	sample_block(d, BLOCK_TABLE, NULL, 0, "a\tb\nc\td")->component = SLICE("annex_1");
	diag_add(&d->diag, DIAG_WARNING, 2, 1, "odd: %d", "奇怪：%d", 7);
	d->diag.dropped = 5;
	return d;
}

static void
gives_part(struct library *l, int64_t id)
{
	struct block part[3];
	struct arena arena = { 0 };
	struct err err;
	size_t n = 3;

	ok(library_blocks(l, id, 1, &n, &arena, part, &err) == STATUS_OK && n == 3, "three blocks of it");
	is(part[0].text, "见 CFW/COP/2024/7，第 3 段。", "from the second on");
	if (is_number(part[0].n_citations, 1, "with what it cites"))
		is(part[0].citations[0].target, "doc:CFW/COP/2024/7#para_3", "where");
	is_number(part[1].kind, BLOCK_ITEM, "each as what it is");
	is_number(part[1].n_citations, 0, "and with nothing of the one before");
	n = 3;
	ok(library_blocks(l, id, 3, &n, &arena, part, &err) == STATUS_OK && n == 1, "no more than there are");
	n = 3;
	ok(library_blocks(l, id, 4, &n, &arena, part, &err) == STATUS_OK && n == 0, "none behind the last");
	arena_release(&arena);
}

static void
gives_back(void)
{
	struct library *l = open_library("a/library.db");
	struct doc *d = report("zh", "aa"), *got = NULL;
	struct buf want = { 0 }, have = { 0 };
	struct library_change change;
	struct arena arena = { 0 };
	struct err err;

	doc_index(d);
	dump_json(d, UI_EN, &want);
	dump_json(d, UI_ZH, &want);
	change = sample_add(l, d, "", &arena);
	is_number(change.what, LIBRARY_NEW, "new");
	if (ok(library_load(l, change.id, &got, &err) == STATUS_OK, "is loaded")) {
		dump_json(got, UI_EN, &have);
		dump_json(got, UI_ZH, &have);
		is(buf_slice(&have), want.p, "as it was");
		is_number(got->n_source_lines, 3, "lines of the source");
		is(doc_source_line(got, 2), "two", "each");
		is_number(got->diag.dropped, 5, "and what was lost of remarks");
		is_number(got->last_number, 1, "it is indexed");
	}
	doc_free(got);
	ok(library_load(l, 99, &got, &err) == STATUS_MISSING, "another is not there");
	gives_part(l, change.id);
	library_close(l);
	buf_release(&want);
	buf_release(&have);
	arena_release(&arena);
}

/* The languages of the versions found, in their order. */
static void
finds_as(struct library *l, const char *symbol, const char *language, const char *prefer,
         const char *want)
{
	struct library_document found;
	struct arena arena = { 0 };
	struct err err;
	enum status status = library_find(l, slice_from(symbol), slice_from(language),
	                                  slice_from(prefer), &arena, &found, &err);

	is(status == STATUS_OK ? found.language : SLICE("none"), want, "%s@%s for %s", symbol, language,
	   prefer);
	arena_release(&arena);
}

static void
finds(void)
{
	struct library *l = open_library("b/library.db");
	struct library_documents all;
	struct arena arena = { 0 };
	struct doc *d;
	struct err err;

	sample_add(l, report("zh", "aa"), "", &arena);
	sample_add(l, report("en", "bb"), "", &arena);
	d = report("fr", "cc");
	d->symbols[d->n_symbols++] = SLICE("E/CFW/2024/30");
	sample_add(l, d, "", &arena);
	finds_as(l, "CFW/COP/2024/9", "", "", "zh");
	finds_as(l, "cfw/cop/2024/9 ", "", "en", "en");
	finds_as(l, "ＣＦＷ／ＣＯＰ／2024／9", "", "ru", "zh");
	finds_as(l, "CFW/COP/2024/9", "en", "zh", "en");
	finds_as(l, "CFW/COP/2024/9", "ar", "zh", "none");
	finds_as(l, "E/CFW/2024/30", "", "zh", "fr");
	finds_as(l, "sha256:bb", "", "zh", "en");
	finds_as(l, "CFW/COP/2024/99", "", "", "none");
	ok(library_versions(l, SLICE("CFW/COP/2024/9"), &arena, &all, &err) == STATUS_OK && all.n == 3,
	   "three versions");
	sample_add(l, sample_new("A/70/1", "en", "Agenda", "dd"), "", &arena);
	ok(library_list(l, &arena, &all, &err) == STATUS_OK && all.n == 4 &&
	           slice_is(all.v[0].symbol, "A/70/1"),
	   "all of them, by symbol");
	library_prefer(&all, SLICE("en"));
	ok(slice_is(all.v[0].symbol, "A/70/1") && slice_is(all.v[1].language, "en") &&
	           slice_is(all.v[2].language, "zh"),
	   "versions by preference");
	sample_add(l, sample_new("A/70/12/Add.1", "en", "Addendum", "ee"), "", &arena);
	sample_add(l, sample_new("A/70/2", "en", "Report", "ff"), "", &arena);
	ok(library_list(l, &arena, &all, &err) == STATUS_OK && all.n == 6, "two more");
	library_sort(&all, SLICE("fr"));
	ok(slice_is(all.v[1].symbol, "A/70/2") && slice_is(all.v[2].symbol, "A/70/12/Add.1") &&
	           slice_is(all.v[3].language, "fr"),
	   "numbers of symbols in their order");
	ok(library_complete(l, SLICE("cfw/COP /2"), 9, &arena, &all, &err) == STATUS_OK && all.n == 3,
	   "by the start of a symbol");
	ok(library_complete(l, SLICE("2024/9"), 2, &arena, &all, &err) == STATUS_OK && all.n == 2,
	   "by a part of it, as many as are wanted");
	ok(library_complete(l, SLICE("agen"), 9, &arena, &all, &err) == STATUS_OK && all.n == 1 &&
	           slice_is(all.v[0].title, "Agenda"),
	   "by a part of the title");
	ok(library_complete(l, SLICE("nowhere"), 9, &arena, &all, &err) == STATUS_OK && all.n == 0,
	   "or not");
	library_close(l);
	arena_release(&arena);
}

static struct doc *
of_length(const char *symbol, const char *text, const char *hash)
{
	struct doc *d = sample_new(symbol, "en", "T", hash);

	sample_block(d, BLOCK_TEXT, NULL, 0, text);
	return d;
}

static void
decides(void)
{
	struct library *l = open_library("c/library.db");
	struct library_documents all;
	struct library_change change;
	struct arena arena = { 0 };
	struct err err;

	sample_add(l, of_length("X/1/2", "short", "11"), "/p/short", &arena);
	change = sample_add(l, of_length("X/1/2", "short", "11"), "/p/short", &arena);
	is_number(change.what, LIBRARY_SAME, "the same again");
	change = sample_add(l, of_length("X/1/2", "sh", "22"), "/p/short", &arena);
	is_number(change.what, LIBRARY_REPLACED, "the file has changed");
	is_number(change.rival.len, 0, "no other file is concerned");
	change = sample_add(l, of_length("X/1/2", "much longer", "33"), "/p/long", &arena);
	is_number(change.what, LIBRARY_REPLACED, "another file with more text");
	is(change.rival, "/p/short", "takes the place of that");
	change = sample_add(l, of_length("X/1/2", "shorter", "44"), "/p/other", &arena);
	is_number(change.what, LIBRARY_KEPT, "one with less text");
	is(change.rival, "/p/long", "does not");
	change = sample_add(l, of_length(NULL, "no symbol", "55"), "/p/a", &arena);
	is_number(change.what, LIBRARY_NEW, "one without symbol");
	change = sample_add(l, of_length(NULL, "nor this", "66"), "/p/b", &arena);
	is_number(change.what, LIBRARY_NEW, "and another");
	ok(library_list(l, &arena, &all, &err) == STATUS_OK && all.n == 3, "three are held");
	ok(library_remove(l, change.id, &err) == STATUS_OK &&
	           library_list(l, &arena, &all, &err) == STATUS_OK && all.n == 2,
	   "one is removed");
	library_close(l);
	arena_release(&arena);
}

static void
holds(void)
{
	struct library *l = open_library("d/library.db");
	struct library_document found;
	struct arena arena = { 0 };
	struct doc *d = sample_new("CFW/CONF/2015/6", "zh", "淡水公约", "11");
	struct slice eid;
	struct err err;

	sample_block(d, BLOCK_HEADING, NULL, 0, "第九条")->id = SLICE("art_9");
	sample_add(l, d, "", &arena);
	d = report("zh", "22");
	sample_block(d, BLOCK_HEADING, NULL, 0, "第 6/1 号决议 含水层")->id = SLICE("hdg_2");
	d->blocks[d->n_blocks - 1].component = SLICE("annex_1");
	sample_add(l, d, "", &arena);
	d = sample_new("CFW/COP/2024/30", "zh", "citing", "33");
	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "见第 5/1 号决议");
	sample_cite(d, "res:CFW/COP:5/1")->container = SLICE("CFW/COP/2024/9");
	sample_add(l, d, "", &arena);
	ok(library_holder(l, SLICE("treaty:cfw"), SLICE("zh"), &arena, &found, &eid, &err) == STATUS_OK &&
	           slice_is(found.symbol, "CFW/CONF/2015/6") && eid.len == 0,
	   "a treaty, by the root of its conference");
	ok(library_holder(l, SLICE("res:cfw/cop:6/1"), SLICE("zh"), &arena, &found, &eid, &err) ==
	                   STATUS_OK &&
	           slice_is(found.symbol, "CFW/COP/2024/9"),
	   "a resolution, by its heading");
	is(eid, "annex_1!hdg_2", "and where it is");
	ok(library_holder(l, SLICE("res:cfw/cop:5/1"), SLICE("zh"), &arena, &found, &eid, &err) ==
	                   STATUS_OK &&
	           slice_is(found.symbol, "CFW/COP/2024/9") && eid.len == 0,
	   "another by what a citation says");
	ok(library_holder(l, SLICE("res:cfw/cop:4/1"), SLICE("zh"), &arena, &found, &eid, &err) ==
	           STATUS_MISSING,
	   "and one not at all");
	library_close(l);
	arena_release(&arena);
}

int
main(void)
{
	struct buf clean = { 0 };

	if (!mkdtemp(folder))
		tap_skip_all("no folder for scratch files");
	gives_back();
	finds();
	decides();
	holds();
	buf_addf(&clean, "rm -rf '%s'", folder);
	if (system(clean.p) != 0)
		printf("# %s stays\n", folder);
	buf_release(&clean);
	return tap_done();
}
