/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/screen.h"

#include "../look_sample.h"

static struct session *
empty(struct library *l, int rows, int cols)
{
	return session_new((struct session_settings){
		.ui = UI_EN, .width = { .ambiguous = 1 }, .rows = rows, .cols = cols, .library = l });
}

/* What each pane shows: "A/3/1 2 0" is the document, the block on top, the current one. */
static void
shows(struct session *s, const char *want, const char *name)
{
	size_t focus = s->focus;
	struct buf got = { 0 };

	for (s->focus = 0; s->focus < s->panes.n; s->focus++) {
		const struct session_document *doc = session_document(s);

		buf_addf(&got, "%s%.*s %zu %zu%s", s->focus > 0 ? ", " : "", SLICE_ARG(doc->key),
		         doc->reader.top.block, doc->reader.current.block, s->focus == focus ? "*" : "");
	}
	s->focus = focus;
	is(buf_slice(&got), want, "%s", name);
	buf_release(&got);
}

static void
test_back(struct library *l)
{
	struct session *s = empty(l, 24, 100), *again = empty(l, 24, 100), *small = empty(l, 10, 40);
	struct buf screen = { 0 };

	link_play(s, "oA/3/3<CR>20G");
	link_play(s, "<C-w>v<C-w>soA/3/1<CR>G<C-w>h");
	shows(s, "A/3/3 20 20*, A/3/3 20 20, A/3/1 0 3", "three panes");
	screen_save(s, &screen);
	ok(screen_restore(again, buf_slice(&screen)), "restored");
	shows(again, "A/3/3 20 20*, A/3/3 20 20, A/3/1 0 3", "the same panes, the same rows");
	link_play(again, "<C-w>lj");
	ok(again->focus == 1, "they stand where they stood");
	ok(screen_restore(small, buf_slice(&screen)) && small->panes.n == 3, "on a small screen, too");
	session_free(small);
	session_free(again);
	session_free(s);
	buf_release(&screen);
}

static void
test_gone(struct library *l)
{
	static const char *const wrong[] = {
		"",
		"[]",
		"{\"tiles\":\"(\",\"panes\":[]}",
		"{\"tiles\":\"1\",\"panes\":[{\"pane\":1,\"document\":\"A/9/9\",\"language\":\"zh\"}]}",
		"{\"tiles\":\"1\",\"panes\":7}",
	};
	struct session *s;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		s = empty(l, 24, 80);
		ok(!screen_restore(s, slice_from(wrong[i])) && s->panes.n == 1, "nothing of %s", wrong[i]);
		session_free(s);
	}
	s = empty(l, 24, 100);
	ok(screen_restore(s, SLICE("{\"tiles\":\"(b500 1 2)\",\"focus\":2,\"panes\":["
	                           "{\"pane\":1,\"document\":\"A/9/9\",\"language\":\"zh\"},"
	                           "{\"pane\":2,\"document\":\"A/3/1\",\"language\":\"zh\",\"block\":2}]}")),
	   "what is still held");
	shows(s, "A/3/1 0 2*", "alone");
	session_free(s);
	s = empty(l, 24, 100);
	ok(screen_restore(s, SLICE("{\"tiles\":\"(b500 1 2)\",\"tandem\":\"versions\",\"left\":1,\"right\":2,"
	                           "\"panes\":[{\"pane\":1,\"document\":\"A/3/2\",\"language\":\"zh\","
	                           "\"sha256\":\"A/3/2\",\"block\":99999,\"top\":-3},"
	                           "{\"pane\":2,\"document\":\"A/3/1\",\"language\":\"zh\",\"home\":-1}],"
	                           "\"open\":[{\"document\":\"A/3/3\",\"language\":\"zh\"}]}")),
	   "numbers that no document has");
	ok(s->tandem.kind == TANDEM_VERSIONS && s->documents.n == 3, "keep step; another is open");
	session_free(s);
}

/* Lines typed after ':' come back, also when documents are named. */
static void
test_lines(void)
{
	struct session *s = session_new((struct session_settings){ .rows = 24, .cols = 80 });
	struct session *next = session_new((struct session_settings){ .rows = 24, .cols = 80 });
	struct buf json = { 0 };

	for (int i = 0; i < SCREEN_LINES_MOST + 2; i++) {
		char line[32];

		snprintf(line, sizeof line, "down %d", i);
		prompt_remember(&s->prompt, slice_from(line));
	}
	screen_save(s, &json);
	screen_recall(next, buf_slice(&json));
	is_number((long)next->prompt.history.n, SCREEN_LINES_MOST, "the last lines");
	is(slice_from(next->prompt.history.v[0]), "down 2", "the first of them");
	screen_recall(next, SLICE("{"));
	screen_recall(next, SLICE("{\"lines\":[1,{}]}"));
	is_number((long)next->prompt.history.n, SCREEN_LINES_MOST, "what is none is none");
	buf_release(&json);
	session_free(s);
	session_free(next);
}

int
main(void)
{
	char folder[] = "/tmp/duan-test-XXXXXX";
	struct buf path = { 0 };
	struct library *l;

	if (!mkdtemp(folder))
		tap_skip_all("no folder for a library");
	l = look_library(folder);
	look_fill(l);
	test_back(l);
	test_gone(l);
	test_lines();
	library_close(l);
	buf_addf(&path, "rm -rf '%s'", folder);
	ok(system(buf_str(&path)) == 0, "cleaned up");
	buf_release(&path);
	return tap_done();
}
