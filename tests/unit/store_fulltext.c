/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/fulltext.h"

#include "../store_sample.h"
#include "store/term.h"
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

static struct library *l;
static struct buf rows;

static bool
note(void *context, int64_t row)
{
	(void)context;
	buf_addf(&rows, "%s%ld", rows.len > 0 ? " " : "", (long)row);
	return true;
}

static void
candidates(const char *words, enum fulltext_help help, const char *want)
{
	struct fulltext_rows all;
	struct buf expression = { 0 };
	struct err err;

	buf_clear(&rows);
	is_number(fulltext_words(slice_from(words), &expression), help, "%s: how sure", words);
	if (fulltext_all(l, &all, &err) != STATUS_OK ||
	    fulltext_candidates(l, buf_slice(&expression), all, note, NULL, &err) !=
	            STATUS_OK)
		buf_add_str(&rows, err_words(&err, UI_EN));
	is(buf_slice(&rows), want, "%s: which", words);
	buf_release(&expression);
}

static struct doc *
report(const char *symbol, const char *hash)
{
	struct doc *d = sample_new(symbol, "zh", "预防", hash);

	sample_block(d, BLOCK_HEADING, "一.", 0, "预防腐败");
	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "反腐败工作组，银行监管，银行监管，银行监管。");
	sample_block(d, BLOCK_PARAGRAPH, "2.", 2, "Annual report, see A/RES/70/1.");
	return d;
}

static void
terms(void)
{
	struct arena arena = { 0 };
	struct term *list;
	struct err err;
	size_t n = 0;
	bool found = false;

	ok(term_list(l, 'y', &arena, &list, &n, &err) == STATUS_OK, "terms under y");
	for (size_t i = 0; i < n; i++)
		found = found || slice_is(list[i].text, "银行监管") || slice_is(list[i].text, "预防腐败");
	ok(found, "a frequent string is one");
	arena_release(&arena);
}

static void
steps(int64_t id)
{
	struct err err;
	bool in_step = false;

	ok(fulltext_check(l, &in_step, &err) == STATUS_OK && in_step, "in step");
	ok(fulltext_rebuild(l, &err) == STATUS_OK, "made anew");
	ok(fulltext_check(l, &in_step, &err) == STATUS_OK && in_step, "still in step");
	candidates("反腐败", FULLTEXT_SOME, "5 2");
	ok(library_remove(l, id, &err) == STATUS_OK, "a document goes");
	candidates("反腐败", FULLTEXT_SOME, "5");
	ok(fulltext_check(l, &in_step, &err) == STATUS_OK && in_step, "in step again");
}

int
main(void)
{
	char folder[] = "/tmp/duan-test-XXXXXX";
	struct buf path = { 0 }, expression = { 0 };
	struct library_change change;
	struct arena arena = { 0 };
	struct err err;

	if (!mkdtemp(folder))
		return 1;
	buf_addf(&path, "%s/library.db", folder);
	if (!ok(library_open(path.p, &l, &err) == STATUS_OK, "opens"))
		return tap_done();
	change = sample_add(l, report("A/1/1", "aa"), "", &arena);
	sample_add(l, report("A/1/2", "bb"), "", &arena);
	candidates("腐败", FULLTEXT_EXACT, "6 5 4 3 2 1"); /* they wait */
	ok(fulltext_settle(l, &err) == STATUS_OK, "they are filed");
	candidates("腐败", FULLTEXT_EXACT, "5 4 2 1");
	candidates("反腐败", FULLTEXT_SOME, "5 2");
	candidates("败", FULLTEXT_BEGINNING, "5 4 2 1");
	candidates("ANNUAL", FULLTEXT_SOME, "6 3");
	candidates("nual", FULLTEXT_SOME, "6 3");
	candidates("an", FULLTEXT_BEGINNING, "6 3");
	candidates(" ", FULLTEXT_NONE, "6 5 4 3 2 1");
	candidates("\"\" OR *", FULLTEXT_SOME, "");
	fulltext_symbol(SLICE("a/res/70"), &expression);
	ok(expression.len > 0, "a symbol's beginning: %s", buf_str(&expression));
	terms();
	steps(change.id);
	library_close(l);
	unlink(path.p);
	rmdir(folder);
	buf_release(&path);
	buf_release(&rows);
	buf_release(&expression);
	arena_release(&arena);
	return tap_done();
}
