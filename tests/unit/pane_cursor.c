/* SPDX-License-Identifier: ISC */
/*
 * The hardware cursor is on the current item of every view: input methods, braille displays and
 * screen readers look for it there.  The linear mode leaves no sign beside it.
 */
#include "config.h"

#include "pane/pane.h"

#include "../link_sample.h"

#include <stdio.h>

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

/* The cursor's row holds the words. */
static void
is_on(struct session *s, const char *words, const char *name)
{
	struct grid g;
	struct buf text = { 0 };
	struct slice line;

	grid_init(&g, s->settings.rows, s->settings.cols, s->settings.width);
	pane_draw(s, &g);
	line = row_of(&g, g.cursor_row, &text);
	if (!ok(slice_find(line, slice_from(words), 0) != SLICE_NONE, "%s: the cursor is on it", name))
		printf("# row %d: %.*s\n", g.cursor_row, SLICE_ARG(line));
	ok(g.cursor_row >= 0 && g.cursor_row < g.rows && g.cursor_col >= 0 && g.cursor_col < g.cols,
	   "%s: within the screen", name);
	ok(slice_find(line, SLICE("▸"), 0) == SLICE_NONE || !s->settings.linear, "%s: no sign", name);
	buf_release(&text);
	grid_release(&g);
}

/* Every list: its second item becomes the current one, and has the cursor. */
static void
lists(struct session *s)
{
	static const char *const keys[] = { "go", "g?", "gH", "gc", "gm", "'?", "gR" };
	struct arena arena = { 0 };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct view *v;
		struct slice item;

		link_play(s, "2G<Tab><CR><C-o>majmb2G");
		link_play(s, keys[i]);
		v = session_view(s);
		if (!ok(v->kind != VIEW_TEXT, "%s opens a list", keys[i]))
			continue;
		link_play(s, "j");
		v = session_view(s);
		item = v->items.v[v->scroll.current].text;
		is_on(s, arena_copy(&arena, slice_sub(item, 0, 12)).p, keys[i]);
		link_play(s, "q");
	}
	arena_release(&arena);
}

static void
texts(struct session *s)
{
	link_play(s, "7G");
	is_on(s, "7. Wells", "a paragraph");
	link_play(s, "2G<Tab>");
	is_on(s, "rivers", "a link");
	link_play(s, "K");
	is_on(s, "12. Wells", "a preview");
	link_play(s, "q/springs<CR>");
	is_on(s, "springs", "a match");
	link_play(s, "<Esc>7Gvw");
	is_on(s, "rivers", "the caret");
	link_play(s, "<Esc>:next");
	is_on(s, ":next", "the command line");
	link_play(s, "<Esc>oA/");
	is_on(s, "open: A/", "the finder");
	link_play(s, "<Esc>");
}

int
main(void)
{
	struct session *s = link_session(NULL);

	texts(s);
	lists(s);
	link_play(s, "z1");
	ok(s->settings.linear, "linear");
	texts(s);
	lists(s);
	link_play(s, "<C-w>v");
	is_on(s, "", "one pane at a time");
	session_free(s);
	return tap_done();
}
