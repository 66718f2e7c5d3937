/* SPDX-License-Identifier: ISC */
/* Lines with evidence: what the format knows is not guessed. */
#include "config.h"

#include "import/stage.h"

#include "tap.h"

static void
add(struct extract *e, const char *text, unsigned flags, unsigned label)
{
	extract_add(e, (struct extract_line){ .text = slice_from(text),
	                                      .flags = (uint16_t)(flags | EXTRACT_WHOLE),
	                                      .label = (uint16_t)label });
}

static const struct block *
find(const struct doc *d, const char *id)
{
	size_t i = doc_find(d, slice_from(id));

	return i == SLICE_NONE ? NULL : &d->blocks[i];
}

static void
fill(struct extract *e)
{
	add(e, "United Nations A/CONF.900/1", EXTRACT_STARTS | EXTRACT_MASTHEAD, 0);
	add(e, "A/CONF.900/1", EXTRACT_STARTS | EXTRACT_FURNITURE, 0);
	add(e, "Meeting the rivers", EXTRACT_STARTS | EXTRACT_HEADING, 0);
	add(e, "1.\tThe Conference took note of the report", EXTRACT_STARTS, 2);
	extract_add_span(e, 31, 41, EXTRACT_LINK, SLICE("https://docs.un.org/en/A/CONF.900/7"));
	add(e, "of the Working Group.5 It met twice, see A/CONF.900/25.", 0, 0);
	extract_add_span(e, 21, 22, EXTRACT_MARK, SLICE(""));
	extract_add_span(e, 53, 54, EXTRACT_MARK, SLICE(""));
	add(e, "5\tSee A/CONF.900/3.", EXTRACT_STARTS | EXTRACT_NOTE, 1);
	extract_add_span(e, 6, 18, EXTRACT_LINK, SLICE("https://docs.un.org/en/A/CONF.900/3"));
	add(e, "continued there", EXTRACT_NOTE, 0);
	add(e, "(a)\tthis item;", EXTRACT_STARTS, 3);
	add(e, "River\tLength", EXTRACT_STARTS | EXTRACT_ROW, 0);
	add(e, "\t12", EXTRACT_STARTS | EXTRACT_ROW, 0);
	add(e, "2.\tThe second", EXTRACT_STARTS, 2);
}

static void
blocks(const struct doc *d)
{
	const struct block *first = find(d, "para_1"), *note = find(d, "fn_5");

	is(d->symbols[0], "A/CONF.900/1", "symbol of the masthead");
	if (!ok(first && note && find(d, "para_2"), "paragraphs and the footnote are there"))
		return;
	is(first->text,
	   "The Conference took note of the report of the Working Group.5 It met twice, see A/CONF.900/25.",
	   "two lines of a paragraph");
	is(note->text, "See A/CONF.900/3. continued there", "two lines of a note");
	is_number(note->number, 5, "its number");
	for (size_t i = 0; i < d->n_blocks; i++)
		if (d->blocks[i].kind == BLOCK_TABLE)
			is(d->blocks[i].text, "River\tLength\n\t12", "the table, with an empty cell");
}

static void
citations(const struct doc *d)
{
	const struct block *first = find(d, "para_1"), *note = find(d, "fn_5");

	if (!ok(first && first->n_citations == 4, "a link, a mark, a symbol, a mark"))
		return;
	is(first->citations[0].target, "doc:A/CONF.900/7", "words with a link to a document");
	is(first->citations[0].evidence, "link", "by the link");
	is(first->citations[1].target, "self#fn_5", "the mark");
	is(first->citations[2].target, "doc:A/CONF.900/2", "a mark that touches a symbol is not part of it");
	is(note->citations[0].url, "https://docs.un.org/en/A/CONF.900/3", "the link in the note");
}

int
main(void)
{
	struct extract e = { 0 };
	struct doc *d;

	fill(&e);
	d = import_extract(&e, SLICE("river.docx"), SLICE("docx"), NULL);
	is(d->format, "docx", "format");
	blocks(d);
	citations(d);
	doc_free(d);
	extract_release(&e);
	return tap_done();
}
