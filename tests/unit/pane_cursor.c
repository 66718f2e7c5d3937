/* SPDX-License-Identifier: ISC */
/*
 * The hardware cursor is on the current item of every view: input methods, braille displays and
 * screen readers look for it there.  The linear mode leaves no sign beside it.
 */
#include "config.h"

#include "pane/pane.h"

#include "../held_sample.h"
#include "../link_sample.h"
#include "../screen_sound.h"

#define FILE_NAME "pane_cursor.db"
#define NOTES_FOLDER "pane_cursor.notes"
#define ITEMS_MOST 40 /* of a view, that the cursor is led over */
#define WORD_CELLS 6  /* of an item, that its row begins with */
#define WORD_BYTES 3

/* Keys that lead to a view from paragraph 12 of a document that is cited, noted and held. */
static const struct {
	enum view_kind kind;
	const char *keys;
} views[] = {
	{ VIEW_TEXT, "" },
	{ VIEW_SOURCE, "gs" },
	{ VIEW_CONTENTS, "t" },
	{ VIEW_DOCUMENTS, "go" },
	{ VIEW_MARKS, "ma3Gmb12G'?" },
	{ VIEW_HELP, "g?" },
	{ VIEW_REMARKS, ":remarks<CR>" },
	{ VIEW_REFUSED, ":refused<CR>" },
	{ VIEW_CHOICE, "oCFW/COP/2024/17<CR>44Gzt2<Tab><CR>" },
	{ VIEW_CITING, "13Ggr" },
	{ VIEW_CITING_ALL, "gR" },
	{ VIEW_CITED, "gc" },
	{ VIEW_MISSING, "gm" },
	{ VIEW_MISSING_ALL, "gM" },
	{ VIEW_FAMILY, "gv" },
	{ VIEW_LANGUAGES, "gL" },
	{ VIEW_COMPARE, "oCFW/COP/2024/13/Rev.2<CR>gD" },
	{ VIEW_HISTORY, "3G12GgH" },
	{ VIEW_LIBRARY, "gb" },
	{ VIEW_MATCHES, "&水<CR>" },
	{ VIEW_RESULTS, "g/水<CR>" },
	{ VIEW_SEARCHES, "g/水<CR>qg/water<CR>qgh" },
	{ VIEW_NOTES_HERE, "gn" },
	{ VIEW_NOTES, "gN" },
	{ VIEW_BOOKMARKS, "gS" },
	{ VIEW_TAGS, "g," },
	{ VIEW_TRASH, "gT" },
	{ VIEW_TRAY, "gO" },
	{ VIEW_REFS, "5Gasee CFW/COP/2024/17#44 and CFW/COP/2024/9#3<C-s>gf" },
	{ VIEW_PREVIEW, "<Tab>K" },
};
#define VIEWS (sizeof views / sizeof *views)

static const struct {
	int rows, cols;
} sizes[] = { { 24, 80 }, { 12, 40 }, { 60, 200 }, { 5, 24 } };
#define SIZES (sizeof sizes / sizeof *sizes)

/* The words that the cursor's row shows, as the dump has them. */
static struct slice
row_of(const struct grid *g, int row, struct buf *out)
{
	struct slice rest, line = { 0 };

	buf_clear(out);
	grid_dump(g, false, out);
	rest = buf_slice(out);
	for (int i = 0; i <= row; i++)
		slice_next(&rest, '\n', &line);
	return line;
}

/* The first words of the current item, or the last ones of a key that has no text beside it. */
static struct slice
words_of(struct session *s)
{
	const struct view *v = session_view(s);
	const struct session_document *doc = session_document(s);
	size_t at = v->scroll.current, end = 0;
	int most = s->settings.cols < 40 ? 2 : WORD_CELLS;
	struct slice words;

	if (v->kind == VIEW_TEXT || v->kind == VIEW_PREVIEW)
		return slice_from(NULL);
	if (v->kind == VIEW_SOURCE)
		words = slice_trim(doc_source_line(doc->reader.doc, at + 1));
	else
		words = v->items.v[at].text;
	if (words.len == 0 && v->kind != VIEW_SOURCE && v->items.v[at].key.len > WORD_BYTES)
		return slice_skip(v->items.v[at].key, v->items.v[at].key.len - WORD_BYTES);
	for (int cells = 0; end < words.len && words.p[end] != '\t' && cells < most;) {
		struct cluster c = width_cluster(s->settings.width, words, end);

		cells += c.cells;
		end = c.end;
	}
	return slice_sub(words, 0, end);
}

/* The cursor's row holds the words. */
static void
is_on(struct session *s, struct slice words, const char *name)
{
	struct buf text = { 0 };
	const struct grid_cell *cell;
	struct slice line;
	struct grid g;

	grid_init(&g, 1, 1, s->settings.width);
	ok(sound_draw(s, &g), "%s: a sound screen", name);
	line = row_of(&g, g.cursor_row, &text);
	if (!ok(slice_find(line, words, 0) != SLICE_NONE, "%s: the cursor is on it", name))
		printf("# row %d: %.*s\n# not: %.*s\n", g.cursor_row, SLICE_ARG(line), SLICE_ARG(words));
	cell = grid_at(&g, g.cursor_row, g.cursor_col);
	if (!ok(session_view(s)->kind < VIEW_CONTENTS || words.len == 0 || cell->base != ' ',
	        "%s: on a character of it", name))
		printf("# column %d: %.*s\n", g.cursor_col, SLICE_ARG(line));
	ok(slice_find(line, SLICE("▸"), 0) == SLICE_NONE || !s->settings.linear, "%s: no sign", name);
	buf_release(&text);
	grid_release(&g);
}

static void
lead_over(struct session *s, const char *name)
{
	size_t n = session_view(s)->scroll.n;

	for (size_t i = 0; i < ITEMS_MOST && i < n + 1; i++) {
		is_on(s, words_of(s), name);
		link_play(s, i + 1 < ITEMS_MOST / 2 ? "j" : "<Space>");
	}
}

static struct session *
start(struct library *l, struct notes *n, size_t size)
{
	const char *top = getenv("DUAN_TOP");
	char path[4096];
	struct session *s = session_new((struct session_settings){ .ui = UI_ZH,
		                                                   .width = { .ambiguous = 1 },
		                                                   .rows = sizes[size].rows,
		                                                   .cols = sizes[size].cols,
		                                                   .notes = n,
		                                                   .library = l });

	snprintf(path, sizeof path, "%s/sample/CFW_COP_2024_9.zh.txt", top ? top : ".");
	session_open(s, held_read(path), SLICE("12"));
	held_refuse(s);
	return s;
}

/* Every view, led to anew. */
static void
lists(struct library *l, struct notes *n, size_t size, bool linear)
{
	bool seen[VIEW_KINDS] = { false };
	char name[100];

	for (size_t i = 0; i < VIEWS; i++) {
		struct session *s = start(l, n, size);

		if (linear)
			link_play(s, "z1");
		link_play(s, views[i].keys);
		while (session_timeout_ms(s) == 0)
			link_play(s, "<wait>");
		snprintf(name, sizeof name, "%dx%d%s %s", sizes[size].rows, sizes[size].cols,
		         linear ? ", linear," : "", view_words(views[i].kind).text[UI_EN]);
		if (ok(session_view(s)->kind == views[i].kind, "%s: %s leads there", name, views[i].keys))
			lead_over(s, name);
		seen[views[i].kind] = true;
		session_free(s);
	}
	for (int i = 0; i < VIEW_KINDS; i++)
		ok(seen[i], "view %d was looked at", i);
}

/* In the text, and where something is typed. */
static void
texts(struct session *s)
{
	static const struct {
		const char *keys, *words, *name;
	} states[] = {
		{ "7G", "7. Wells", "a paragraph" },
		{ "2G<Tab>", "rivers", "a link" },
		{ "K", "12. Wells", "a preview" },
		{ "q/springs<CR>", "springs", "a match" },
		{ "<Esc>7Gvw", "rivers", "the caret" },
		{ "<Esc>:next", ":next", "the command line" },
		{ "<Tab>", ":next-", "its candidates" },
		{ "<Esc><Esc>oA/", "open: A/", "the finder" },
		{ "<Esc>/wel", "/wel", "a search" },
		{ "<Esc>|wc", "|wc", "a command of the shell" },
		{ "<Esc>2Gg", "2. Wells", "a half-typed command" },
		{ "<wait>", "2. Wells", "how it goes on" },
		{ "<Esc>2Gf", "2. Wells", "letters on links" },
	};

	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		link_play(s, states[i].keys);
		is_on(s, slice_from(states[i].words), states[i].name);
	}
	link_play(s, "<Esc>");
}

static void
editors(struct library *l, struct notes *n)
{
	struct session *s = link_session(l);

	s->settings.notes = n;
	link_play(s, "7Gaone two");
	is_on(s, SLICE("one two"), "the editor");
	link_play(s, "<CR>three");
	is_on(s, SLICE("three"), "the editor's second row");
	link_play(s, "<Esc>n7G,water");
	is_on(s, SLICE("tags: water"), "tags");
	link_play(s, "<Esc>g/wel");
	is_on(s, SLICE("search the library: wel"), "a search of the library");
	link_play(s, "<Esc>");
	session_free(s);
}

static void
reading(bool linear)
{
	struct session *s = link_session(NULL);

	if (linear)
		link_play(s, "z1");
	ok(s->settings.linear == linear, "linear or not");
	texts(s);
	link_play(s, "<C-w>v7G");
	is_on(s, SLICE("7. Wells"), "a second pane");
	session_free(s);
}

int
main(void)
{
	struct library *l;
	struct notes *n;
	glob_t files;

	reading(false);
	reading(true);
	held_find(&files);
	l = held_library(FILE_NAME, &files);
	n = held_notes(NOTES_FOLDER);
	for (size_t i = 0; i < SIZES; i++) {
		lists(l, n, i, false);
		lists(l, n, i, true);
	}
	editors(l, n);
	notes_close(n);
	library_close(l);
	globfree(&files);
	unlink(FILE_NAME);
	return tap_done();
}
