/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/results.h"

#include "../look_sample.h"

static struct view *
results_of(struct session *s)
{
	return inquiry_view(s);
}

static const struct view_item *
item(struct session *s, size_t i)
{
	return &results_of(s)->items.v[i];
}

/* Nothing waits for the library: it is asked in slices when no key is there. */
static void
in_slices(struct session *s)
{
	char key[16] = "";
	size_t first;

	link_play(s, "g/河");
	ok(!results_of(s) && session_timeout_ms(s) == 0, "a key only says what to look for");
	link_play(s, "<wait>");
	if (!ok(results_of(s) != NULL, "the first slice shows something"))
		return;
	first = results_of(s)->items.n;
	ok(first > 1 && first < LOOK_LONG, "not all: %zu rows", first);
	ok(!results_is_done(results_of(s)->results) && session_timeout_ms(s) == 0, "it goes on");
	link_play(s, "<Tab><Tab><Tab><Tab>");
	is_number((long)results_of(s)->scroll.current, 5, "keys move in what is there");
	snprintf(key, sizeof key, "%.*s", SLICE_ARG(item(s, 5)->key));
	ok(look_wait(s) > 0 && results_is_done(results_of(s)->results), "to the end");
	ok(session_timeout_ms(s) == -1, "where nothing is waited for");
	is_number((long)results_of(s)->items.n, LOOK_LONG + 4, "all rows");
	is(item(s, results_of(s)->scroll.current)->key, key, "the same hit is current");
}

/* Another letter while the first is looked for; Esc. */
static void
typed_on(struct session *s)
{
	link_play(s, "流");
	ok(results_of(s)->items.n == LOOK_LONG + 4, "what was found stays until more is known");
	link_play(s, "<wait>");
	is(results_words(results_of(s)->results), "河流", "then the new words have the list");
	link_play(s, "x");
	link_play(s, "<BS>");
	look_wait(s);
	is_number((long)results_of(s)->items.n, LOOK_LONG + 4, "what was typed and taken back");
	link_play(s, "x<Esc>");
	ok(!results_of(s) && session_pane(s)->views.n == 1 && session_timeout_ms(s) == -1, "Esc: all is as it was");
}

static void
rows(struct session *s)
{
	struct find_span span[4];

	link_play(s, "g/水井<CR>");
	look_wait(s);
	is_number((long)results_of(s)->items.n, 6, "two documents, four hits");
	is(item(s, 0)->text, "A/3/2@zh  水井", "a document");
	ok(item(s, 0)->is_heading && !item(s, 1)->is_heading, "and its hits");
	is(item(s, 2)->key, "2.", "a label");
	is(item(s, 2)->text, "共用水井的管理。", "the words");
	is(item(s, 5)->note, "×2", "two in a paragraph");
	is_number((long)results_marks(results_of(s)->results, item(s, 5)->text, span, 4), 2, "marked");
	is(buf_slice(&s->message), "2 documents, 4 paragraphs", "counted");
	ok(results_of(s)->scroll.current == 1, "the first hit is current");
	link_play(s, "n");
	is_number((long)results_of(s)->scroll.current, 4, "n: the next document");
	link_play(s, "n");
	is(buf_slice(&s->message), "no further document", "there is no other");
	link_play(s, "N");
	is_number((long)results_of(s)->scroll.current, 1, "N: back");
	link_play(s, "/数目<CR>");
	is_number((long)results_of(s)->scroll.current, 5, "/ searches the rows");
}

static void
panes(struct session *s)
{
	struct results_text text;

	link_play(s, "<resize 24x120>");
	ok(results_panes(s).is_beside && results_panes(s).list_rows == 22, "the text beside the list");
	text = results_text(results_of(s));
	ok(text.doc && slice_eq(doc_block(text.doc, 0)->label, SLICE("3.")), "of the current row");
	link_play(s, "<resize 24x80>");
	ok(!results_panes(s).is_beside && results_panes(s).list_rows == 14, "below it");
	link_play(s, "<resize 5x20>");
	is_number(results_panes(s).rows, 0, "no room for it");
	link_play(s, "<resize 24x80>q");
	ok(!results_of(s), "closed");
}

/* Enough for the cap, which is said. */
static void
nothing(struct session *s)
{
	struct results *r = results_new(SLICE("\"a"));

	ok(results_error(r) && results_is_done(r), "a query without meaning: %s",
	   err_words(results_error(r), UI_EN));
	results_free(r);
	results_free(NULL);
	link_play(s, "g/鲸");
	look_wait(s);
	is(item(s, 0)->text, "nothing found", "nothing");
	link_play(s, "<CR>");
	is(buf_slice(&s->message), "not found: 鲸", "said");
	ok(!results_of(s) && session_pane(s)->views.n == 1, "and closed");
}

int
main(void)
{
	char folder[] = "/tmp/duan-test-XXXXXX";
	struct library *l;
	struct session *s;

	if (!mkdtemp(folder))
		return 1;
	l = look_library(folder);
	look_fill(l);
	s = look_session(l, NULL);
	in_slices(s);
	typed_on(s);
	rows(s);
	panes(s);
	nothing(s);
	session_free(s);
	library_close(l);
	look_drop(folder);
	return tap_done();
}
