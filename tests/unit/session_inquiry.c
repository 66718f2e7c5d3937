/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/inquiry.h"

#include "../look_sample.h"

static void
play(struct session *s, const char *keys)
{
	link_play(s, keys);
	look_wait(s);
}

static void
at(struct session *s, const char *symbol, size_t block, const char *name)
{
	struct session_document *doc = session_document(s);

	ok(session_view(s)->kind == VIEW_TEXT && slice_is(doc->key, symbol) &&
	           doc->reader.current.block == block,
	   "%s: %.*s block %zu, view %d", name, SLICE_ARG(doc->key), doc->reader.current.block,
	   session_view(s)->kind);
}

static void
at_row(struct session *s, size_t row, const char *name)
{
	const struct view *v = session_view(s);

	ok(v->kind == VIEW_RESULTS && v->scroll.current == row, "%s: view %d, row %zu", name, v->kind,
	   v->scroll.current);
}

/* There and back. */
static void
round_trip(struct session *s)
{
	play(s, "5j");
	play(s, "g/水井<CR>");
	play(s, "jjj<CR>");
	at(s, "A/3/1", 1, "a document opens");
	is(buf_slice(&s->message), "1/3", "as a search in it");
	play(s, "n");
	at(s, "A/3/1", 3, "n goes on in it");
	is(buf_slice(&s->message), "2/3", "by matches");
	play(s, "<C-o>j<CR>");
	at(s, "A/3/1", 3, "another hit");
	play(s, "<C-o>");
	at_row(s, 5, "back in the results");
	ok(slice_is(session_document(s)->key, "A/1/1"), "over what was there before");
	play(s, "L");
	ok(slice_is(session_document(s)->key, "A/3/1"), "forward again");
	play(s, "<C-o>");
	at_row(s, 5, "and back");
	play(s, "q");
	at(s, "A/1/1", session_document(s)->reader.current.block, "closed");
}

static void
over_documents(struct session *s)
{
	play(s, "g/水井<CR><CR>");
	at(s, "A/3/2", 0, "the first document");
	play(s, "[d");
	is(buf_slice(&s->message), "this is the first document of the results", "none before it");
	play(s, "]d");
	at(s, "A/3/1", 1, "]d: the next");
	play(s, "]d");
	is(buf_slice(&s->message), "this is the last document of the results", "none behind it");
	play(s, "<C-o>");
	at_row(s, 4, "back: the row has come along");
	play(s, "<C-o>");
	ok(session_view(s)->kind != VIEW_RESULTS || s->is_error || s->message.len > 0,
	   "and no further into the results");
	play(s, "q");
}

static void
previews(struct session *s)
{
	play(s, "g/水井<CR>jK");
	is_number(session_view(s)->kind, VIEW_PREVIEW, "K: a preview");
	play(s, "<CR>");
	at(s, "A/3/2", 2, "Enter opens the row below it");
	play(s, "<C-o>");
	at_row(s, 2, "and back");
	play(s, "q");
}

static void
words(struct session *s)
{
	play(s, "gg<C-o><C-o><C-o><C-o>/Wells<CR>g*");
	ok(!inquiry_view(s), "nothing of the library has it: %s", buf_str(&s->message));
	play(s, "g/A/3/1<CR>");
	is(inquiry_view(s)->items.v[0].text, "A/3/1@zh  旧报告", "a symbol: the document first");
	play(s, "q");
	play(s, "g/会议审议了2018年的水并报告<CR>");
	ok(inquiry_view(s) && inquiry_view(s)->items.n == 2, "a sentence with an error");
	ok(slice_starts(buf_slice(&s->message), "no exact match"), "is said: %s", buf_str(&s->message));
	play(s, "<CR>");
	at(s, "A/3/1", 1, "it opens there");
	is(buf_slice(&s->message), "1/1", "with its words marked");
	is(buf_slice(&s->search.words), "会议审议了 2018 年的水井报告", "as they are");
}

static void
selected(struct session *s)
{
	struct session_document *doc;

	play(s, "g/会议审议<CR><CR>vvlllllg*");
	doc = session_document(s);
	ok(inquiry_view(s) != NULL, "g* on a selection: %s", buf_str(&s->message));
	is(results_words(inquiry_view(s)->results), "\"会议审议了 \"", "looks for it");
	ok(selection_kind(s) == SELECTION_NONE && doc, "which is gone");
	play(s, "q");
}

/* What has come into the library since is there after ^L. */
static void
refreshed(struct session *s)
{
	static const char *const text[] = { "水井、水井。" };

	play(s, "g/水井<CR>jj");
	look_add(s->settings.library, "A/3/9", "新报告", text, 1);
	play(s, "<C-l>");
	ok(inquiry_view(s) && s->redraw, "^L: on the screen again");
	is_number((long)inquiry_view(s)->items.n, 8, "with what is new");
	play(s, "q");
}

static void
typed_wrong(struct session *s)
{
	struct buf keys = { 0 };

	play(s, "g/水井 \"河");
	is(inquiry_remark(s), "the quotation mark at character 4 is not closed", "said while typing");
	play(s, "<CR>");
	is(buf_slice(&s->message), "the quotation mark at character 4 is not closed", "and at the end");
	ok(s->is_error && !inquiry_view(s), "nothing else");
	play(s, "g/(((<CR>");
	ok(s->is_error && !inquiry_view(s), "brackets: %s", buf_str(&s->message));
	play(s, "g/   <CR>");
	ok(!inquiry_view(s), "blanks");
	buf_add_str(&keys, "g/<paste ");
	for (int i = 0; i < 10000; i++)
		buf_add_str(&keys, "水");
	buf_add_str(&keys, ">");
	play(s, buf_str(&keys));
	is(inquiry_remark(s), "too long: only the first part was taken", "ten thousand characters");
	play(s, "<CR>");
	ok(!inquiry_view(s) && s->message.len > 0, "find nothing");
	play(s, "g/<Up><C-u>水井<Left><Left><CR>");
	ok(inquiry_view(s) != NULL, "the prompt is as others");
	play(s, "q");
	buf_release(&keys);
}

static void
history(struct session *s)
{
	const struct view *v;

	play(s, "g/<Up><Up>");
	ok(s->inquiry.prompt.text.len > 0, "Up: what was asked before");
	play(s, "<Esc>g/水井<CR>Swells<CR>");
	is(buf_slice(&s->message), "saved as wells; gh lists it", "saved");
	play(s, "qgh");
	v = session_view(s);
	ok(v->kind == VIEW_SEARCHES && v->items.n > 2, "a list of searches");
	is(v->items.v[0].key, "wells", "those with a name first");
	is(v->items.v[1].text, "水井", "then the latest");
	play(s, "jdd");
	v = session_view(s);
	ok(!slice_is(v->items.v[1].text, "水井") && v->scroll.current == 1, "dd takes one off");
	play(s, "gg<CR>");
	at_row(s, 1, "Enter looks for it");
	play(s, "qghggdd");
	is(session_view(s)->items.v[0].key, "", "the name is gone, too");
	play(s, "q");
}

static void
nowhere(void)
{
	struct session *s = look_session(NULL, NULL);

	play(s, "g/");
	is(buf_slice(&s->message), "there is no library to search", "no library");
	play(s, "g*");
	ok(session_pane(s)->views.n == 1 && !s->inquiry.prompt.is_open, "nor by g*");
	play(s, "gh");
	is(buf_slice(&s->message), "no search of the library was made yet; g/ makes one", "no history");
	play(s, "S");
	ok(s->is_error, "nothing to save: %s", buf_str(&s->message));
	session_free(s);
}

static void
empty(const char *folder)
{
	struct buf path = { 0 };
	struct library *l = NULL;
	struct session *s;

	buf_addf(&path, "%s/empty.db", folder);
	ok(library_open(path.p, &l, NULL) == STATUS_OK, "an empty library");
	s = look_session(l, NULL);
	play(s, "g/a<CR>");
	is(buf_slice(&s->message), "not found: a", "has nothing");
	session_free(s);
	library_close(l);
	buf_release(&path);
}

int
main(void)
{
	char folder[] = "/tmp/duan-test-XXXXXX";
	struct buf path = { 0 };
	struct notes *notes = NULL;
	struct library *l;
	struct session *s;

	if (!mkdtemp(folder))
		return 1;
	l = look_library(folder);
	look_fill(l);
	buf_addf(&path, "%s/notes.db", folder);
	ok(notes_open(path.p, &notes, NULL) == STATUS_OK, "notes");
	s = look_session(l, notes);
	round_trip(s);
	over_documents(s);
	previews(s);
	words(s);
	selected(s);
	refreshed(s);
	typed_wrong(s);
	history(s);
	session_free(s);
	nowhere();
	empty(folder);
	notes_close(notes);
	library_close(l);
	look_drop(folder);
	buf_release(&path);
	return tap_done();
}
