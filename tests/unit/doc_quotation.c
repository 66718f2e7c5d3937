/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/quotation.h"

#include "../sample_doc.h"
#include "tap.h"

/* Of 1 to 3 paragraphs below a heading, an item, an unnumbered text, an annex. */
static struct doc *
report(const char *language)
{
	static struct citation mark = { .start = 6, .end = 7, .kind = CITATION_FN,
		                        .evidence = { "mark", 4 } };
	struct doc *d = doc_new();
	struct block *b;

	d->symbols = ARENA_NEW(&d->arena, struct slice);
	d->symbols[0] = SLICE("A/CONF.999/1");
	d->n_symbols = 1;
	d->language = slice_from(language);
	sample_block(d, BLOCK_TITLE, "", 0, "Report");
	b = sample_block(d, BLOCK_HEADING, "", 0, "Wells");
	b->id = SLICE("hdg_1");
	b->level = 1;
	sample_block(d, BLOCK_TEXT, "", 0, "No number.");
	b = sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "Water,3 clean.");
	b->citations = &mark;
	b->n_citations = 1;
	b = sample_block(d, BLOCK_ITEM, "(a)", 0, "From wells;");
	b->id = SLICE("para_1__subpara_a");
	sample_block(d, BLOCK_TEXT, "", 0, "Goes on.");
	sample_block(d, BLOCK_PARAGRAPH, "2.", 2, "Two.");
	b = sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "In the annex.");
	b->component = SLICE("annex_1");
	doc_index(d);
	return d;
}

static void
cites(const struct doc *d, size_t first, size_t last, enum ui_language language, const char *wanted)
{
	struct buf out = { 0 };

	quotation_cite_blocks(d, first, last, language, &out);
	is(buf_slice(&out), wanted, "%s", wanted);
	buf_release(&out);
}

static void
test_cites(const struct doc *d)
{
	cites(d, 0, 0, UI_EN, "A/CONF.999/1");
	cites(d, 1, 1, UI_EN, "A/CONF.999/1, section entitled “Wells”");
	cites(d, 1, 1, UI_ZH, "A/CONF.999/1，题为“Wells”的一节");
	cites(d, 2, 2, UI_EN, "A/CONF.999/1, section entitled “Wells”");
	cites(d, 3, 3, UI_EN, "A/CONF.999/1, para. 1");
	cites(d, 3, 3, UI_ZH, "A/CONF.999/1，第 1 段");
	cites(d, 4, 4, UI_EN, "A/CONF.999/1, para. 1 (a)");
	cites(d, 5, 5, UI_EN, "A/CONF.999/1, para. 1");
	cites(d, 3, 5, UI_EN, "A/CONF.999/1, para. 1");
	cites(d, 3, 6, UI_EN, "A/CONF.999/1, paras. 1–2");
	cites(d, 3, 6, UI_ZH, "A/CONF.999/1，第 1 至 2 段");
	cites(d, 4, 6, UI_EN, "A/CONF.999/1, para. 1 (a) to para. 2");
	cites(d, 7, 7, UI_EN, "A/CONF.999/1, annex I, para. 1");
	cites(d, 6, 7, UI_EN, "A/CONF.999/1, para. 2 to annex I, para. 1");
}

static void
quotes(const struct doc *d, struct place start, struct place end, enum quotation_form form,
       const char *wanted)
{
	struct buf out = { 0 };

	quotation_add_words(d, start, end, form, &out);
	is(buf_slice(&out), wanted, "%s", wanted);
	buf_release(&out);
}

static void
test_words(const struct doc *d, const struct doc *chinese)
{
	struct place start = { 3, 0 }, inside = { 3, 6 }, end = { 4, SIZE_MAX };

	quotes(d, start, end, QUOTATION_RUNNING, "Water, clean. (a) From wells;");
	quotes(chinese, start, end, QUOTATION_RUNNING, "Water, clean.(a) From wells;");
	quotes(d, start, end, QUOTATION_PARAGRAPHS, "1. Water, clean.\n(a) From wells;");
	quotes(d, inside, end, QUOTATION_LINES, " clean.\n(a) From wells;");
	quotes(d, (struct place){ 3, 0 }, (struct place){ 3, 7 }, QUOTATION_RUNNING, "Water,");
	quotes(d, (struct place){ 3, 2 }, (struct place){ 3, 4 }, QUOTATION_RUNNING, "te");
}

int
main(void)
{
	struct doc *d = report("en"), *chinese = report("zh");
	struct buf out = { 0 };

	test_cites(d);
	test_words(d, chinese);
	quotation_join(SLICE("words"), SLICE("A/1"), UI_EN, &out);
	quotation_join(SLICE("话"), SLICE("A/1"), UI_ZH, &out);
	is(buf_slice(&out), "“words” (A/1)“话”（A/1）", "both");
	is_number(quotation_language(SLICE("zh"), UI_EN), UI_ZH, "a Chinese document");
	is_number(quotation_language(SLICE("fr"), UI_EN), UI_EN, "any other as the reader likes it");
	buf_release(&out);
	doc_free(d);
	doc_free(chinese);
	return tap_done();
}
