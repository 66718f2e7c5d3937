/* SPDX-License-Identifier: ISC */
/*
 * Cells that lead somewhere: what is sent for them, and that each cell of the terminal leads to where the
 * grid says, whatever path led there.
 */
#include "config.h"

#include "term_fixture.h"

#include "tap.h"

#include <stdlib.h>
#include <string.h>

#ifdef HAVE_VTERM
#include <vterm.h>
#endif

#define OPEN "\x1b]8;id="
#define CLOSE "\x1b]8;;\x1b\\"

static struct fixture f;
static struct weblinks links;

static bool
has(struct slice s, const char *part)
{
	return slice_find(s, slice_from(part), 0) != SLICE_NONE;
}

static uint16_t
number(int i)
{
	struct buf address = { 0 };
	uint16_t n;

	buf_addf(&address, "https://un.org/%d", i);
	n = weblink_number(&links, buf_slice(&address));
	buf_release(&address);
	return n;
}

static void
start(const char *type, enum weblink_wanted wanted)
{
	fixture_open(&f, type, 1, true);
	f.grid.links = &links;
	f.grid.cursor_row = f.grid.cursor_col = 0;
	term_hyperlinks(f.t, wanted);
}

static void
put(int row, const char *text, int col, int end, int link)
{
	fixture_put(&f, row, GRID_TEXT, text);
	grid_restyle(&f.grid, row, col, end, GRID_LINK);
	grid_link(&f.grid, grid_rect(&f.grid), row, col, end, number(link));
}

static void
test_bytes(void)
{
	start("xterm-256color", WEBLINK_ON);
	fixture_show(&f);
	put(2, "see 第7号 there", 4, 9, 1);
	ok(has(fixture_show(&f), "\x1b[3;5H" OPEN "1;https://un.org/1\x1b\\\x1b[m\x1b[4m第7号\x1b[m" CLOSE "\x1b[1;1H"),
	   "a link around the same words in the same look, and the cursor back");
	is_number((long)fixture_show(&f).len, 0, "what has not changed costs nothing");
	fixture_put(&f, 5, GRID_TEXT, "other");
	ok(!has(fixture_show(&f), "]8"), "nor does it when another row changes");
	grid_link(&f.grid, grid_rect(&f.grid), 2, 4, 9, number(2));
	ok(has(fixture_show(&f), OPEN "2;https://un.org/2\x1b\\"), "the same words lead elsewhere");
	fixture_put(&f, 2, GRID_TEXT, "see 第7号 there");
	ok(has(fixture_show(&f), "\x1b[3;5H\x1b[m第7号\x1b[m\x1b[1;1H"), "and nowhere");
	fixture_close(&f);
}

/* By the kind of terminal, unless the person says so. */
static void
test_types(void)
{
	static const struct {
		const char *type, *vte;
		enum weblink_wanted wanted;
		bool has;
	} table[] = {
		{ "xterm-256color", NULL, WEBLINK_OFF, false }, { "xterm-256color", NULL, WEBLINK_ON, true },
		{ "xterm-256color", "4803", WEBLINK_ON, false }, { "xterm-256color", "6800", WEBLINK_ON, true },
		{ "xterm-256color", "4803", WEBLINK_ALWAYS, true }, { "tmux-256color", NULL, WEBLINK_ON, true },
		{ "screen", NULL, WEBLINK_ON, false }, { "screen", NULL, WEBLINK_ALWAYS, true },
		{ "vt100", NULL, WEBLINK_ON, false }, { "linux", NULL, WEBLINK_ON, false },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if (table[i].vte)
			setenv("VTE_VERSION", table[i].vte, 1);
		else
			unsetenv("VTE_VERSION");
		if (!fixture_try(&f, table[i].type, 1, true))
			continue;
		f.grid.links = &links;
		term_hyperlinks(f.t, table[i].wanted);
		put(1, "words", 0, 5, 1);
		is_number(has(fixture_show(&f), "]8;"), table[i].has, "%s, %s", table[i].type,
		          weblink_name(table[i].wanted));
		fixture_close(&f);
	}
	unsetenv("VTE_VERSION");
}

static void
test_off(void)
{
	start("xterm-256color", WEBLINK_ON);
	put(1, "words", 0, 5, 1);
	fixture_show(&f);
	term_hyperlinks(f.t, WEBLINK_OFF);
	ok(has(fixture_show(&f), "\x1b[2J") && !has(buf_slice(&f.bytes), "]8"), "the terminal forgets them");
	put(3, "words", 0, 5, 1);
	ok(!has(fixture_show(&f), "]8"), "and is told of no more");
	term_hyperlinks(f.t, WEBLINK_OFF);
	is_number((long)fixture_show(&f).len, 0, "asking again costs nothing");
	fixture_close(&f);
	start("xterm-256color", WEBLINK_ON);
	put(23, "words", 0, 5, 1);
	grid_link(&f.grid, grid_rect(&f.grid), 23, 76, 80, number(2));
	ok(has(fixture_show(&f), "\x1b[24;77H" OPEN "2;https://un.org/2\x1b\\\x1b[m   \x1b[m" CLOSE),
	   "the last corner is left alone");
	fixture_close(&f);
}

/* Of a screen that has another size than curses knows yet, what fits is written. */
static void
test_sizes(void)
{
	static const int sizes[][2] = { { 1, 1 }, { 1, 2 }, { 2, 1 }, { 100, 300 }, { 24, 80 }, { 1, 300 } };

	start("xterm-256color", WEBLINK_ON);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		int rows = sizes[i][0], cols = sizes[i][1], row;

		grid_resize(&f.grid, rows, cols);
		for (row = 0; row < rows; row++)
			put(row, "第7号第7号第7号第7号第7号第7号第7号第7号第7号第7号第7号第7号第7号第7号第7号第7号第7号", 0, cols, 1);
		ok(!has(fixture_show(&f), "\x1b[25;"), "%d by %d", rows, cols);
	}
	fixture_close(&f);
}

#ifdef HAVE_VTERM

/* What libvterm knows of cells, with where they lead beside it. */
static VTerm *emulator;
static int leads[24][80], pen;

static int
on_glyph(VTermGlyphInfo *info, VTermPos at, void *user)
{
	(void)user;
	for (int i = 0; i < info->width && at.col + i < 80; i++)
		leads[at.row][at.col + i] = pen;
	return 1;
}

static int
on_erase(VTermRect in, int selective, void *user)
{
	(void)selective;
	(void)user;
	for (int row = in.start_row; row < in.end_row; row++)
		for (int col = in.start_col; col < in.end_col; col++)
			leads[row][col] = 0;
	return 1;
}

static int shifts; /* of what stands on the screen */

static int
on_scroll(VTermRect in, int down, int right, void *user)
{
	(void)in;
	(void)down;
	(void)right;
	(void)user;
	shifts++;
	return 1;
}

/* Links are taken out on the way, a sequence at a time. */
static void
feed(struct slice sent)
{
	size_t at;

	while ((at = slice_find(sent, SLICE("\x1b]8;"), 0)) != SLICE_NONE) {
		struct slice open;
		size_t end = slice_find(sent, SLICE("\x1b\\"), at);
		long id = 0;

		vterm_input_write(emulator, sent.p, at);
		open = slice_sub(sent, at + strlen("\x1b]8;"), end);
		if (slice_starts(open, "id="))
			slice_number(slice_skip(open, 3), &id);
		pen = (int)id;
		sent = slice_skip(sent, end + 2);
	}
	vterm_input_write(emulator, sent.p, sent.len);
}

static int
differences(void)
{
	int n = pen != 0;

	for (int row = 0; row < 24; row++)
		for (int col = 0; col < 80; col++)
			if (row < 23 || col < 78)
				n += grid_at(&f.grid, row, col)->link != leads[row][col];
	return n;
}

static unsigned long state = 20240912;

static int
below(int n)
{
	state = state * 6364136223846793005UL + 1442695040888963407UL;
	return (int)((state >> 33) % (unsigned long)n);
}

/* Few words and few places, so that what is on the screen is often the same, and leads elsewhere. */
static void
change(void)
{
	static const char *const pieces[] = { " ", "甲乙", "ab", "第7号", "A/1" };
	int row = below(24), col = below(78), piece, end;

	switch (below(8)) {
	case 0:
		memmove(f.grid.cell, grid_at(&f.grid, 1, 0), 23 * 80 * sizeof *f.grid.cell);
		return;
	case 1:
		grid_blank(&f.grid);
		f.grid.cursor_row = row;
		f.grid.cursor_col = col;
		return;
	case 2:
		grid_restyle(&f.grid, row, col, col + below(40), (enum grid_style)below(GRID_STYLES));
		return;
	case 3:
		f.grid.cursor_row = below(24);
		return;
	default:
		piece = below(5);
		end = grid_write(&f.grid, grid_rect(&f.grid), row, col, below(2) ? GRID_LINK : GRID_TEXT,
		                 slice_from(pieces[piece]));
		if (piece > 0 && below(3)) /* a blank row may be cleared with those above it */
			grid_link(&f.grid, grid_rect(&f.grid), row, col, end, number(1 + below(3)));
	}
}


static void
test_picture(const char *type)
{
	static const VTermStateCallbacks calls = { .putglyph = on_glyph, .erase = on_erase, .scrollrect = on_scroll };
	int n = 0;

	if (!fixture_try(&f, type, 1, true))
		return;
	emulator = vterm_new(24, 80);
	vterm_set_utf8(emulator, 1);
	vterm_state_set_callbacks(vterm_obtain_state(emulator), &calls, NULL);
	vterm_state_reset(vterm_obtain_state(emulator), 1);
	memset(leads, 0, sizeof leads);
	pen = shifts = 0;
	f.grid.links = &links;
	term_hyperlinks(f.t, WEBLINK_ON);
	for (int i = 0; i < 4000 && n == 0; i++) {
		for (int k = below(4); k >= 0; k--)
			change();
		if (below(50) == 0)
			term_redraw(f.t);
		feed(fixture_show(&f));
		n = differences();
	}
	is_number(n, 0, "%s: four thousand changes, and each cell leads to where it should", type);
	is_number(shifts, 0, "%s: nothing is shifted", type);
	vterm_free(emulator);
	fixture_close(&f);
}

static void
test_pictures(void)
{
	test_picture("xterm-256color");
	test_picture("tmux-256color");
}

#else

static void
test_pictures(void)
{
	tap_skip("no libvterm to look at the screen with");
}

#endif

int
main(void)
{
	unsetenv("VTE_VERSION");
	test_bytes();
	test_types();
	test_off();
	test_sizes();
	test_pictures();
	weblink_release(&links);
	return tap_done();
}
