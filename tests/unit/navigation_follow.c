/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "navigation/follow.h"

#include "../store_sample.h"
#include "tap.h"

#include <unistd.h>

#define FILE_NAME "navigation_follow.db"

static struct block *
block(struct doc *d, enum block_kind kind, const char *id, const char *component, const char *text)
{
	struct block *b = sample_block(d, kind, "", 0, text);

	b->id = slice_from(id);
	b->component = slice_from(component);
	return b;
}

static struct doc *
report(const char *symbol, const char *language)
{
	struct doc *d = sample_new(symbol, language, "Report", symbol);

	d->body = SLICE("CFW/COP");
	block(d, BLOCK_TITLE, "", "", "Report");
	block(d, BLOCK_HEADING, "sec_II", "", "Work")->level = 1;
	block(d, BLOCK_PARAGRAPH, "para_4", "", "four")->number = 4;
	block(d, BLOCK_ITEM, "para_4__subpara_1", "", "first item")->level = 1;
	block(d, BLOCK_PARAGRAPH, "para_5", "", "five cites")->number = 5;
	block(d, BLOCK_HEADING, "sec_II__sec_B", "", "More work")->level = 2;
	block(d, BLOCK_PARAGRAPH, "para_9", "", "nine")->number = 9;
	block(d, BLOCK_FOOTNOTE, "fn_1", "", "note");
	block(d, BLOCK_HEADING, "annex_1", "annex_1", "Annex I")->level = 1;
	block(d, BLOCK_HEADING, "hdg_1", "annex_1", "第 6/1 号决议 水井")->level = 2;
	block(d, BLOCK_PARAGRAPH, "para_1", "annex_1", "one")->number = 1;
	block(d, BLOCK_HEADING, "hdg_2", "annex_1", "第 6/11 号决议 河流")->level = 2;
	block(d, BLOCK_PARAGRAPH, "para_1_2", "annex_1", "one again")->number = 1;
	block(d, BLOCK_HEADING, "hdg_3", "annex_1", "第 6/1 号决定 会期")->level = 2;
	doc_index(d);
	return d;
}

static struct doc *
convention(void)
{
	struct doc *d = sample_new("CFW/CONF/2015/6", "en", "Convention", "convention");

	block(d, BLOCK_TITLE, "", "", "Convention");
	block(d, BLOCK_HEADING, "art_1", "", "Purpose")->level = 1;
	block(d, BLOCK_PARAGRAPH, "art_1__para_1", "", "The purpose is water.")->number = 1;
	block(d, BLOCK_ITEM, "art_1__para_1__subpara_a", "", "(a) clean")->level = 1;
	doc_index(d);
	return d;
}

static void
near(void)
{
	struct doc *d = convention();
	struct place at;

	ok(follow_spot_near(d, 3, SLICE(""), SLICE("para_1"), &at) && at.block == 2,
	   "a paragraph of the article that speaks of it");
	ok(follow_spot_near(d, 2, SLICE(""), SLICE("art_1"), &at) && at.block == 1, "an article");
	ok(!follow_spot_near(d, 2, SLICE(""), SLICE("para_9"), &at), "none of that number");
	doc_free(d);
}

static void
spots(const struct doc *d)
{
	static const struct {
		const char *component, *eid;
		long block;
		bool is_there;
		const char *name;
	} cases[] = {
		{ "", "", 0, true, "the whole document" },
		{ "", "para_4", 2, true, "a paragraph" },
		{ "", "para_4__subpara_a", 3, true, "(a) where the importer counted (1)" },
		{ "", "chp_2", 1, true, "chapter 2 is section II" },
		{ "", "chp_2__sec_B", 5, true, "and its section B" },
		{ "", "chp_2__para_9", 6, true, "one count runs through all sections" },
		{ "", "sec_C", 0, false, "there is no section C" },
		{ "", "para_4__subpara_c", 2, false, "no item (c): the paragraph" },
		{ "", "para_7", 4, false, "no paragraph 7: the one before" },
		{ "", "art_9", 0, false, "no such article: the start" },
		{ "", "fn_1", 7, true, "a footnote" },
		{ "annex_1", "", 8, true, "an annex" },
		{ "", "annex_1", 8, true, "an annex as a place" },
		{ "annex_1", "para_1", 10, true, "a paragraph of an annex" },
		{ "", "hdg_2", 11, true, "what only an annex has" },
		{ "annex_1", "para_77", 12, false, "past the last one" },
		{ "annex_2", "para_1", 0, false, "no such annex" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct place at = { 99, 99 };
		bool is_there = follow_spot(d, slice_from(cases[i].component), slice_from(cases[i].eid),
		                            &at);

		ok((long)at.block == cases[i].block && is_there == cases[i].is_there, "%s: %ld",
		   cases[i].name, (long)at.block);
	}
	is_number((long)follow_heading(d, false, SLICE("6/1")), 9, "a resolution by its number");
	is_number((long)follow_heading(d, true, SLICE("6/1")), 13, "the decision of that number");
	ok(follow_heading(d, false, SLICE("6/2")) == SLICE_NONE, "none of that number");
	{
		struct place at;

		ok(follow_spot_below(d, 11, SLICE("para_1"), &at) && at.block == 12,
		   "its own first paragraph");
		ok(!follow_spot_below(d, 9, SLICE("para_2"), &at) && at.block == 9,
		   "it has no second one");
	}
}

static bool
count_fetch(void *self, size_t first, size_t n, struct arena *arena, struct block *out)
{
	(void)first, (void)n, (void)arena, (void)out;
	(*(long *)self)++;
	return false;
}

static void
leave(void *self)
{
	(void)self;
}

/* Showing a link must not cost reading a large document. */
static void
large(void)
{
	static const struct backing_source source = { .blocks = count_fetch, .close = leave };
	struct doc *d = report("CFW/COP/2024/18", "en");
	const struct doc *open[] = { d };
	struct follow f = { .open = open, .n_open = 1 };
	struct slice rest = SLICE("res:CFW/COP:6/1");
	struct target t;
	long fetched = 0;

	target_next(&rest, &t);
	is_number(follow_look(&f, &t, SLICE("")), FOLLOW_RESOLVED, "headings in memory are read");
	d->backing = backing_new(&source, &fetched, d->n_blocks);
	(void)follow_look(&f, &t, SLICE(""));
	is_number(fetched, 0, "those of a large document are not");
	doc_free(d);
}

static struct follow_target
target(const struct follow *f, const char *text, const char *container, struct arena *arena)
{
	struct citation c = { .confidence = CITATION_HIGH,
		              .start = 3,
		              .target = slice_from(text),
		              .container = slice_from(container) };
	struct follow_target *targets, none = { .state = FOLLOW_NOWHERE };
	struct err err;
	size_t n;

	if (follow_find(f, 4, &c, arena, &targets, &n, &err) != STATUS_OK || n == 0)
		return none;
	return targets[0];
}

static void
open_documents(const struct follow *f, struct arena *arena)
{
	struct follow_target t = target(f, "self#para_4", "", arena);

	ok(t.state == FOLLOW_RESOLVED && t.open == 0 && t.place.block == 2, "self");
	t = target(f, "doc:cfw/cop/2024/17#para_5..para_9", "", arena);
	ok(t.state == FOLLOW_RESOLVED && t.open == 0 && t.place.block == 4,
	   "a range leads to its start, own symbol to the citing version");
	t = target(f, "doc:CFW/COP/2024/17#para_99", "", arena);
	ok(t.state == FOLLOW_PLACELESS && t.place.block == 6, "the nearest place");
	t = target(f, "res:CFW/COP:6/11#para_1", "", arena);
	ok(t.state == FOLLOW_RESOLVED && t.place.block == 12, "a resolution in an open report");
	t = target(f, "res:CFW/COP:9/9", "CFW/COP/2024/17", arena);
	ok(t.state == FOLLOW_PLACELESS && t.place.block == 0, "its report is open, without it");
	t = target(f, "doc:A/70/1#para_3", "", arena);
	ok(t.state == FOLLOW_MISSING && t.open == SLICE_NONE, "not here");
	is(t.url, "https://docs.un.org/en/A/70/1", "its address");
	is(t.text, "doc:A/70/1#para_3", "its text");
	t = target(f, "url:https://docs.un.org/en/CFW/COP/2024/17", "", arena);
	ok(t.state == FOLLOW_RESOLVED && t.open == 0, "an address of what is open");
	t = target(f, "url:https://example.org/", "", arena);
	ok(t.state == FOLLOW_OUTSIDE, "any other address");
	is(t.url, "https://example.org/", "which is known");
	t = target(f, "damaged:A/7?/1", "", arena);
	ok(t.state == FOLLOW_NOWHERE, "damaged");
	t = target(f, "press:SC/6816", "", arena);
	ok(t.state == FOLLOW_OUTSIDE, "a press release");
	t = target(f, "prev#para_9", "", arena);
	ok(t.state == FOLLOW_RESOLVED && t.open == 0 && t.place.block == 6,
	   "the document cited before");
	t = target(f, "agenda:CFW/COP@6:4", "", arena);
	ok(t.state == FOLLOW_MISSING, "an agenda item that nobody holds");
}

static void
several(const struct follow *f, struct arena *arena)
{
	struct citation c = { .target = SLICE("doc:A/70/1;self#para_4;doc:CFW/COP/2024/17") };
	struct follow_target *targets;
	struct err err;
	size_t n;

	is_number(follow_find(f, 4, &c, arena, &targets, &n, &err), STATUS_OK, "several targets");
	ok(n == 3 && targets[0].state == FOLLOW_MISSING && targets[1].place.block == 2 &&
	           targets[2].state == FOLLOW_RESOLVED, "one after the other");
	is(targets[0].text, "doc:A/70/1", "without the sign between them");
}

static void
held(struct follow f, struct arena *arena)
{
	struct library_document found;
	struct follow_target t;
	struct slice rest = SLICE("treaty:CFW#art_1");
	struct target parsed;
	struct place at;
	struct doc *d;
	struct err err;

	unlink(FILE_NAME);
	ok(target(&f, "treaty:CFW#art_1", "", arena).state == FOLLOW_MISSING, "no library yet");
	if (library_open(FILE_NAME, &f.library, &err) != STATUS_OK) {
		ok(false, "%s", err_words(&err, UI_EN));
		return;
	}
	sample_add(f.library, convention(), "convention.txt", arena);
	sample_add(f.library, report("CFW/COP/2022/14", "zh"), "report.txt", arena);
	t = target(&f, "treaty:CFW#art_1__para_1__subpara_a", "", arena);
	ok(t.state == FOLLOW_RESOLVED && t.held != 0 && t.open == SLICE_NONE, "a treaty is held");
	is_number(library_load(f.library, t.held, &d, &err), STATUS_OK, "and comes up");
	ok(follow_target_spot(d, &t, &at) && at.block == 3, "at its sub-paragraph");
	doc_free(d);
	t = target(&f, "res:CFW/COP:6/11#para_1", "CFW/COP/2022/14", arena);
	ok(t.state == FOLLOW_RESOLVED, "a resolution that is held");
	t = target(&f, "doc:CFW/COP/2022/14#para_5", "", arena);
	ok(t.held != 0, "a document that is held");
	is_number(library_find(f.library, SLICE("CFW/COP/2022/14"), SLICE("zh"), SLICE(""), arena,
	                       &found, &err), STATUS_OK, "by its symbol");
	is_number((long)t.held, (long)found.id, "that very one");
	target_next(&rest, &parsed);
	is_number(follow_look(&f, &parsed, SLICE("")), FOLLOW_RESOLVED, "a look tells the same");
	rest = SLICE("doc:A/70/1");
	target_next(&rest, &parsed);
	is_number(follow_look(&f, &parsed, SLICE("")), FOLLOW_MISSING, "and what is missing");
	library_close(f.library);
	unlink(FILE_NAME);
	unlink(FILE_NAME "-wal");
	unlink(FILE_NAME "-shm");
}

int
main(void)
{
	struct doc *d = report("CFW/COP/2024/17", "en"), *zh = report("CFW/COP/2024/17", "zh");
	const struct doc *open[] = { d, zh };
	struct follow f = { .open = open, .n_open = 2 };
	struct citation cited = { .start = 0, .end = 2, .target = SLICE("doc:CFW/COP/2024/17") };
	struct arena arena = { 0 };

	d->blocks[4].citations = &cited;
	d->blocks[4].n_citations = 1;
	spots(d);
	near();
	large();
	open_documents(&f, &arena);
	several(&f, &arena);
	held(f, &arena);
	arena_release(&arena);
	doc_free(d);
	doc_free(zh);
	return tap_done();
}
