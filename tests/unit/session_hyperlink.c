/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/hyperlink.h"

#include "../link_sample.h"

static enum hyperlink_look
look(struct session *s, size_t block, size_t i)
{
	const struct doc *d = session_document(s)->reader.doc;

	return hyperlink_look(s, d, doc_block(d, block), i);
}

static void
looks(struct session *s)
{
	is_number(look(s, 1, 0), HYPERLINK_RESOLVED, "an open document");
	is_number(look(s, 2, 0), HYPERLINK_MISSING, "one that is not here");
	is_number(look(s, 3, 0), HYPERLINK_RESOLVED, "the document itself");
	is_number(look(s, 3, 1), HYPERLINK_NONE, "damaged");
	is_number(look(s, 14, 0), HYPERLINK_UNCERTAIN, "a guess");
}

static void
tab(struct session *s)
{
	struct arena arena = { 0 };
	struct hyperlink_seen *seen;

	link_play(s, "gg<Tab>");
	ok(link_number(s) == 2 && hyperlink_current(s) == 0, "Tab: the first link");
	link_play(s, "<Tab><Tab>");
	ok(link_number(s) == 4 && hyperlink_current(s) == 0, "the third");
	link_play(s, "<Tab>");
	ok(link_number(s) == 15, "a damaged one is passed over");
	ok(reader_current_row(&session_document(s)->reader) < 22, "the text came along");
	link_play(s, "<Tab>");
	ok(link_number(s) == 15 && s->message.len > 0, "the last");
	link_play(s, "2<S-Tab>");
	is_number(link_number(s), 3, "back by two");
	link_play(s, "j");
	is_number((long)hyperlink_current(s), -1, "no link is current on another row");
	link_play(s, "gg");
	is_number((long)hyperlink_visible(s, &arena, &seen), 3, "three in sight");
	ok(seen[0].block == 1 && seen[0].row == 4 && seen[0].col == 12, "row %d, column %d",
	   seen[0].row, seen[0].col);
	is_number((long)hyperlink_citing(s, 1), 0, "without a library nobody is known to cite");
	arena_release(&arena);
}

static void
follows(struct session *s)
{
	size_t top;

	link_play(s, "2Gjj<Tab><S-Tab>");
	top = session_document(s)->reader.top.block;
	link_play(s, "<CR>");
	ok(session_pane(s)->document == 1 && link_number(s) == 12, "Enter leads to paragraph 12 of the other");
	link_play(s, "<C-o>");
	ok(session_pane(s)->document == 0 && link_number(s) == 2 && session_document(s)->reader.top.block == top,
	   "^O to the row it came from");
	link_play(s, "L");
	ok(session_pane(s)->document == 1 && link_number(s) == 12, "L forward again");
	link_play(s, "<BS><Tab><CR>");
	is(buf_slice(&s->message), "A/70/1 is not held; https://docs.un.org/en/A/70/1", "missing");
	link_play(s, "<Tab><CR>");
	is_number(session_view(s)->kind, VIEW_CHOICE, "several targets: a choice");
	is_number((long)session_view(s)->items.n, 2, "of two");
	link_play(s, "j<CR>");
	ok(session_pane(s)->document == 0 && link_number(s) == 9, "the second");
	link_play(s, "H2<C-o>");
	ok(link_number(s) != 9 && session_pane(s)->history.at + 3 <= session_pane(s)->history.entries.n, "further back");
	link_play(s, "9G<CR>");
	ok(s->message.len > 0, "no link is current: how to get at one");
	link_play(s, "3G<CR>");
	ok(slice_starts(buf_slice(&s->message), "A/70/1 is"), "the only link of a paragraph");
	link_play(s, "ggH<C-o>L");
	link_play(s, "gH");
	is_number(session_view(s)->kind, VIEW_HISTORY, "history");
	link_play(s, "gg<CR>");
	ok(session_pane(s)->history.at == 0 && session_pane(s)->views.n == 1, "leads to its first place");
}

static void
lists(struct session *s)
{
	session_show(s, 0);
	link_play(s, "12Ggr");
	ok(session_view(s)->kind == VIEW_CITING && session_view(s)->items.n == 1, "who cites it");
	link_play(s, "<CR>");
	ok(session_pane(s)->document == 1 && link_number(s) == 2, "there");
	link_play(s, "<C-o>gR");
	ok(session_view(s)->items.n == 1, "who cites the document");
	link_play(s, "qgc");
	is_number((long)session_view(s)->items.n, 2, "what it cites: the other, and what is missing");
	link_play(s, "gg<CR>");
	ok(session_pane(s)->document == 1 && link_number(s) == 12, "leads there");
	link_play(s, "Hgm");
	is_number((long)session_view(s)->items.n, 1, "one is missing");
	link_play(s, "<CR>");
	ok(slice_starts(buf_slice(&s->message), "A/70/1 is not held"), "Enter gives its address");
	link_play(s, "q5Ggr");
	is_number((long)session_pane(s)->views.n, 1, "nobody cites paragraph 5");
	link_play(s, "gLgvgpgl");
	ok(session_pane(s)->views.n == 1 && s->message.len > 0, "no relatives without a library");
	link_play(s, "gx");
	is(buf_slice(&s->message), "https://docs.un.org/en/A/1/1", "the document's address");
	link_play(s, "12Ggr");
	link_play(s, "K");
	is_number(session_view(s)->kind, VIEW_PREVIEW, "a preview over a list");
	link_play(s, "qq");
}

static void
previews(struct session *s)
{
	session_show(s, 0);
	link_play(s, "gg<Tab>K");
	is_number(session_view(s)->kind, VIEW_PREVIEW, "K: a preview");
	is_number((long)session_view(s)->preview.place.block, 11, "of paragraph 12");
	link_play(s, "<resize 3x9><resize 24x80>q");
	ok(session_pane(s)->views.n == 1 && session_pane(s)->document == 0 && link_number(s) == 2, "q closes it");
	link_play(s, "K<CR>");
	ok(session_pane(s)->document == 1 && link_number(s) == 12, "Enter opens what it shows");
	link_play(s, "H");
	ok(session_pane(s)->document == 0 && link_number(s) == 2, "and back");
}

static struct slice
weblink_of(struct session *s, struct slice target, struct slice container, struct slice url)
{
	struct doc *d = doc_new();
	struct block *b = sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "words");
	struct citation c = { .end = 5, .confidence = CITATION_HIGH, .target = target, .container = container, .url = url };
	unsigned link;

	d->language = SLICE("fr");
	b->citations = &c;
	b->n_citations = 1;
	link = hyperlink_weblink(s, d, b, 0);
	b->n_citations = 0;
	doc_free(d);
	return weblink_uri(&s->weblinks, link);
}

/* Where the terminal is told that a link leads. */
static void
outside(struct session *s)
{
	struct slice none = SLICE(""), text = SLICE("see https://un.org/a, http://un.org/b(c); javascript:x");
	struct hyperlink_written w;
	size_t at = 8;

	is(weblink_of(s, SLICE("doc:A/70/1"), none, none), "", "off: nowhere");
	ok(!hyperlink_written(s, text, &at, text.len, &w), "nor do words");
	s->settings.hyperlinks = WEBLINK_ON;
	is(weblink_of(s, SLICE("doc:A/70/1#para_2"), none, none), "https://docs.un.org/fr/A/70/1", "a document");
	is(weblink_of(s, SLICE("doc:A/70/1"), none, SLICE("https://evil.example/")), "https://docs.un.org/fr/A/70/1",
	   "whatever the file says");
	is(weblink_of(s, SLICE("res:CAC/COSP:7/5"), SLICE("CAC/COSP/2017/14"), none),
	   "https://docs.un.org/fr/CAC/COSP/2017/14", "a resolution: what holds it");
	is(weblink_of(s, SLICE("url:https://un.org/水"), none, none), "https://un.org/%E6%B0%B4", "an address");
	is(weblink_of(s, SLICE("url:javascript:alert(1)"), none, none), "", "another scheme is no link");
	is(weblink_of(s, SLICE("url:https://un.org/\x1b]8;;"), none, none), "", "nor is what holds controls");
	s->settings.fetch_from = SLICE("https://mirror.example/{language}?s={symbol}&t={format}");
	is(weblink_of(s, SLICE("doc:A/70/1"), none, none), "https://mirror.example/fr?s=A/70/1&t=pdf",
	   "where documents are fetched");
	s->settings.fetch_from = none;
	ok(hyperlink_written(s, text, &at, text.len, &w) && w.start == 4 && w.end == 20 && at == 20,
	   "from the middle of an address; its comma is none of it");
	is(weblink_uri(&s->weblinks, w.link), "https://un.org/a", "which is whole");
	ok(hyperlink_written(s, text, &at, 30, &w) && w.start == 22 && w.end == 40 && at == 30, "one that goes on behind");
	is(weblink_uri(&s->weblinks, w.link), "http://un.org/b(c)", "with its bracket");
	ok(!hyperlink_written(s, text, &at, 30, &w), "no more");
	s->settings.hyperlinks = WEBLINK_OFF;
}

/* Ten thousand citations in one paragraph. */
static void
many(void)
{
	struct session *s = link_session(NULL);
	struct doc *d = doc_new();
	struct buf text = { 0 };
	struct citation *c = ARENA_ARRAY(&d->arena, 10000, struct citation);

	for (size_t i = 0; i < 10000; i++) {
		c[i] = (struct citation){ .start = text.len, .confidence = CITATION_HIGH };
		buf_addf(&text, "A/%zu/1", i);
		c[i].end = text.len;
		c[i].target = arena_printf(&d->arena, "doc:A/%zu/1", i);
		buf_add_str(&text, ", ");
	}
	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, arena_copy(&d->arena, buf_slice(&text)).p);
	d->blocks[0].citations = c;
	d->blocks[0].n_citations = 10000;
	doc_index(d);
	session_open(s, d, SLICE(""));
	for (int i = 0; i < 9999; i++)
		link_play(s, "<Tab>");
	is_number((long)hyperlink_current(s), 9999, "the last of ten thousand");
	link_play(s, "fa");
	ok(s->hints.v.n > 0, "letters on so many");
	link_play(s, "<Esc>gc");
	is_number((long)session_view(s)->items.n, 10000, "all of them listed");
	session_free(s);
	buf_release(&text);
}

int
main(void)
{
	struct session *s = link_session(NULL);

	looks(s);
	tab(s);
	follows(s);
	lists(s);
	previews(s);
	outside(s);
	session_free(s);
	many();
	return tap_done();
}
