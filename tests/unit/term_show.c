/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_fixture.h"

#include "tap.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#ifdef HAVE_VTERM
#include <vterm.h>
#endif

static struct fixture f;

static bool
has(struct slice s, const char *part)
{
	return slice_find(s, slice_from(part), 0) != SLICE_NONE;
}

static unsigned long random_state = 20190912;

static int
random_below(int n)
{
	random_state = random_state * 6364136223846793005UL + 1442695040888963407UL;
	return (int)((random_state >> 33) % (unsigned long)n);
}

/* A row of Chinese as wide as the screen allows, never the same. */
static void
dense_row(int row)
{
	struct buf text = { 0 };

	for (int i = 0; i < 39; i++)
		utf8_add(&text, 0x4E00 + (codepoint)random_below(0x5000));
	fixture_put(&f, row, GRID_TEXT, buf_str(&text));
	buf_release(&text);
}

static void
bars(int line)
{
	grid_fill(&f.grid, grid_rect(&f.grid), 0, 0, GRID_BAR);
	grid_printf(&f.grid, grid_rect(&f.grid), 0, 0, GRID_BAR, " A/CONF.900/1    %d/500", line);
}

/* Moves the text between the first and last row up by one. */
static void
line_down(int line)
{
	struct grid_cell *cell = f.grid.cell;
	size_t cols = (size_t)f.grid.cols;

	memmove(cell + cols, cell + 2 * cols, 21 * cols * sizeof *cell);
	grid_fill(&f.grid, grid_rect(&f.grid), 22, 0, GRID_TEXT);
	dense_row(22);
	bars(line);
}

static void
test_bytes(void)
{
	size_t sum = 0, row_bytes = 39 * 3;

	fixture_open(&f, "xterm-256color", 1, true);
	bars(0);
	for (int row = 1; row < 23; row++)
		dense_row(row);
	fixture_show(&f);
	is_number(fixture_show(&f).len, 0, "what has not changed costs nothing");
	for (int line = 100; line < 150; line++) {
		line_down(line);
		sum += fixture_show(&f).len;
	}
	ok(sum / 50 < row_bytes + 40, "a line down costs its row and 40 bytes (%zu)",
	   sum / 50 - row_bytes);
	for (int row = 1; row < 23; row++)
		dense_row(row);
	sum = fixture_show(&f).len;
	ok(sum < 22 * row_bytes * 108 / 100, "a page costs its text and 8 %% (%zu)", sum);
	ok(!has(buf_slice(&f.bytes), "\x1B[2J"), "without clearing the screen");
	grid_restyle(&f.grid, 5, 10, 26, GRID_LINK_MISSING);
	fixture_show(&f);
	grid_restyle(&f.grid, 5, 10, 26, GRID_TEXT);
	ok(fixture_show(&f).len < 60, "a small change is small");
	term_redraw(f.t);
	ok(has(fixture_show(&f), "\x1B[2J"), "a redraw trusts nothing");
	fixture_close(&f);
}

/* A run of attributes on a line of text, as bytes beside its words. */
static void
test_runs(void)
{
	static const char *const types[] = { "xterm-256color", "xterm", "tmux-256color", "screen", "linux" };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		if (!fixture_try(&f, types[i], 1, false))
			continue;
		ok(!getenv("TERMINFO"), "the environment is as before");
		fixture_put(&f, 3, GRID_TEXT, "text text text link text");
		grid_restyle(&f.grid, 3, 15, 19, GRID_LINK);
		ok(has(fixture_show(&f), " \x1B[4mlink\x1B[m text"), "%s: a link costs seven bytes", types[i]);
		grid_restyle(&f.grid, 3, 15, 19, GRID_CHANGED);
		ok(has(fixture_show(&f), "link\x1B[m"), "%s: two attributes end with as few", types[i]);
		fixture_close(&f);
	}
	setenv("TERMINFO", "/nowhere", 1);
	fixture_open(&f, "xterm", 1, false);
	is(slice_from(getenv("TERMINFO")), "/nowhere", "what was set is set again");
	fixture_close(&f);
	unsetenv("TERMINFO");
}

/* Whatever is in the cells, the terminal sees none of it. */
static void
test_unsafe(void)
{
	static const codepoint bad[] = { 0x1B, 0x9B,   0x9D,   0x07,   0x7F,   0x0A,     0x202E,
		                         0x90, 0x2066, 0xD800, 0xFEFF, 0xE0041, 0x110000, 0x200B };
	struct slice sent;

	fixture_open(&f, "xterm-256color", 1, true);
	fixture_put(&f, 3, GRID_TEXT, "................................");
	fixture_show(&f);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		grid_at(&f.grid, 3, (int)i * 2)->base = bad[i];
		grid_at(&f.grid, 3, (int)i * 2 + 1)->mark[0] = bad[i];
	}
	grid_at(&f.grid, 3, 31)->style = 250;
	sent = fixture_show(&f);
	ok(has(sent, "\xEF\xBF\xBD.\xEF\xBF\xBD.\xEF\xBF\xBD."), "stand-ins are sent");
	ok(!has(sent, "\xC2\x9B") && !has(sent, "\xC2\x9D") && !has(sent, "\xC2\x90"), "no C1");
	ok(!has(sent, "\x07") && !has(sent, "\x7F"), "no BEL, no DEL");
	ok(!has(sent, "\x1B.") && !has(sent, "\x1B\xEF"), "no ESC of a cell");
	ok(!has(sent, "\xE2\x80\xAE") && !has(sent, "\xE2\x81\xA6"), "no bidi control");
	ok(!has(sent, "\xF3\xA0\x81\x81") && !has(sent, "\xED\xA0\x80"), "no tag, no surrogate");
	fixture_close(&f);
}

static void
test_wcwidth(void)
{
	fixture_open(&f, "xterm-256color", 1, false);
	is_number(wcwidth(0x201C), 1, "ambiguous is narrow");
	fixture_close(&f);
	fixture_open(&f, "xterm-256color", 2, false);
	is_number(wcwidth(0x201C), 2, "ambiguous is wide");
	is_number(wcwidth(0x2500), 1, "but for box drawing");
	is_number(wcwidth(0x7532), 2, "Chinese");
	is_number(wcwidth(0x301), 0, "a mark");
	is_number(wcwidth(0x1B), -1, "a control");
	/* The last character stands behind 2 + 2 + 2 cells, and curses must go just there. */
	f.grid.cursor_row = f.grid.cursor_col = 5;
	fixture_put(&f, 0, GRID_TEXT, "“”甲a");
	fixture_show(&f);
	fixture_put(&f, 0, GRID_TEXT, "“”甲b");
	ok(has(fixture_show(&f), "\x1B[1;7Hb"), "curses agrees where the cells are");
	fixture_close(&f);
}

static void
test_looks(void)
{
	struct slice sent;

	fixture_open(&f, "xterm-256color", 1, false);
	fixture_put(&f, 0, GRID_ERROR, "error");
	sent = fixture_show(&f);
	ok(!has(sent, "\x1B[31m") && has(sent, "1m"), "without colours an error is bold");
	fixture_close(&f);
	fixture_open(&f, "xterm-256color", 1, true);
	fixture_put(&f, 0, GRID_ERROR, "error");
	ok(has(fixture_show(&f), "38;5;160m"), "with colours it is red, too");
	fixture_close(&f);
	fixture_open(&f, "xterm-256color", 1, 8);
	fixture_put(&f, 0, GRID_ERROR, "error");
	ok(has(fixture_show(&f), "\x1B[31m"), "with eight of them, another red");
	fixture_close(&f);
	fixture_open(&f, "xterm", 1, true);
	fixture_put(&f, 0, GRID_ERROR, "error");
	ok(has(fixture_show(&f), "\x1B[31m"), "a terminal that has but eight");
	fixture_close(&f);
	if (fixture_try(&f, "linux", 1, true)) {
		fixture_put(&f, 0, GRID_HIGHLIGHT_3, "words");
		ok(has(fixture_show(&f), "4m"), "an attribute is not given up for a colour");
		fixture_close(&f);
	}
	fixture_open(&f, "vt100", 1, true);
	fixture_put(&f, 0, GRID_LINK_MISSING, "missing");
	fixture_put(&f, 1, GRID_LINK, "held");
	ok(has(fixture_show(&f), "1m"), "without dim a missing link is bold");
	fixture_close(&f);
}

/* A theme is there at the next picture, and only what looks different is sent. */
static void
test_themes(void)
{
	struct theme theme;
	struct err err;
	struct slice sent;

	theme_init(&theme);
	fixture_open(&f, "xterm-256color", 1, true);
	fixture_put(&f, 0, GRID_LINK, "link");
	fixture_put(&f, 1, GRID_TEXT, "text");
	fixture_show(&f);
	term_theme(f.t, &theme);
	is_number(fixture_show(&f).len, 0, "the same theme costs nothing");
	is_number(theme_style(&theme, SLICE("link bold 33 16"), &err), STATUS_OK, "a style");
	term_theme(f.t, &theme);
	sent = fixture_show(&f);
	ok(has(sent, "38;5;33m") && has(sent, "48;5;16m") && has(sent, "link"), "its colours");
	ok(!has(sent, "text"), "what looks as before is not sent");
	is_number(theme_style(&theme, SLICE("link bold 34 16"), &err), STATUS_OK, "another colour");
	term_theme(f.t, &theme);
	ok(has(fixture_show(&f), "38;5;34m"), "is there at once");
	fixture_close(&f);
	fixture_open(&f, "xterm-256color", 1, false);
	term_theme(f.t, &theme);
	fixture_put(&f, 0, GRID_LINK, "link");
	sent = fixture_show(&f);
	ok(!has(sent, "38;5") && !has(sent, "48;5") && has(sent, "\x1B[1mlink"), "NO_COLOR wins");
	fixture_close(&f);
}

static void
test_types(void)
{
	static const char *const bad[] = { NULL, "", "dumb", "no-such-terminal" };
	struct term_settings settings = { .width = { 1 } };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err err = { 0 };
		struct term *t;

		ok(term_open_on(0, 1, bad[i], settings, &t, &err) == STATUS_USAGE
		           && strstr(err_words(&err, UI_ZH), "TERM"),
		   "TERM=%s is refused: %s", bad[i] ? bad[i] : "(none)", err_words(&err, UI_EN));
	}
}

#ifdef HAVE_VTERM

#define LINUX_ATTRIBUTES (LOOK_ALL & ~LOOK_ITALIC)
static struct theme theme; /* that is shown */
static int attributes;     /* that the terminal has */
static VTerm *emulator;
static bool corner_is_blank; /* on this terminal */
static VTermScreen *screen;

static void
emulator_start(void)
{
	emulator = vterm_new(24, 80);
	vterm_set_utf8(emulator, 1);
	screen = vterm_obtain_screen(emulator);
	vterm_screen_enable_altscreen(screen, 1);
	vterm_screen_reset(screen, 1);
}

static void
emulator_feed(struct slice sent)
{
	vterm_input_write(emulator, sent.p, sent.len);
}

static bool
is_lost(struct look look)
{
	return (look.attributes & (LOOK_UNDERLINE | LOOK_DIM)) != 0;
}

/* The emulator knows no dim.  A colour is given up where an attribute would be. */
static bool
same_look(struct look look, const VTermScreenCell *got)
{
	bool has_color = look.color != LOOK_DEFAULT && !(attributes == LINUX_ATTRIBUTES && is_lost(look));
	VTermColor color = got->fg;
	long number = attributes == LINUX_ATTRIBUTES ? look_color(look.color, 8) : look.color;

	return (got->attrs.bold != 0) == ((look.attributes & LOOK_BOLD) != 0) &&
	       (got->attrs.italic != 0) == ((look.attributes & LOOK_ITALIC) != 0) &&
	       (got->attrs.underline != 0) == ((look.attributes & LOOK_UNDERLINE) != 0) &&
	       (got->attrs.reverse != 0) == ((look.attributes & LOOK_REVERSE) != 0) &&
	       VTERM_COLOR_IS_DEFAULT_FG(&color) == !has_color &&
	       (!has_color || (VTERM_COLOR_IS_INDEXED(&color) && color.indexed.idx == number));
}

/* A blank that was erased instead of written has no colour and is not bold: nobody sees that. */
static bool
is_unseen_on_blanks(struct look look)
{
	return (look.attributes & (LOOK_UNDERLINE | LOOK_REVERSE)) == 0;
}

static bool
same_cell(const struct grid_cell *want, const VTermScreenCell *got)
{
	codepoint base = got->chars[0] ? got->chars[0] : ' ';

	struct look look = theme_look(&theme, want->style, attributes, 256);

	if (want->cells == 0)
		return got->chars[0] == (uint32_t)-1;
	if (base == ' ' && want->base == ' ' && want->mark[0] == 0 && is_unseen_on_blanks(look))
		return got->attrs.underline == 0 && got->attrs.reverse == 0;
	return base == want->base && (codepoint)(base == ' ' ? 0 : got->chars[1]) == want->mark[0] &&
	       same_look(look, got);
}

/* Is it one of the two cells in the corner, or the left half of a character that reaches there? */
static bool
is_corner(int row, int col)
{
	return corner_is_blank && row == 23 &&
	       (col >= 78 || (col == 77 && grid_at(&f.grid, row, col)->cells == 2));
}

/* Number of cells in which the emulator's screen is not the grid. */
static int
differences(void)
{
	VTermPos cursor;
	int n = 0;

	for (int row = 0; row < 24; row++)
		for (int col = 0; col < 80; col++) {
			VTermPos place = { row, col };
			VTermScreenCell got;

			vterm_screen_get_cell(screen, place, &got);
			if (is_corner(row, col))
				n += got.chars[0] > ' ';
			else
				n += !same_cell(grid_at(&f.grid, row, col), &got);
		}
	vterm_state_get_cursorpos(vterm_obtain_state(emulator), &cursor);
	if (f.grid.cursor_row >= 0)
		n += cursor.row != f.grid.cursor_row || cursor.col != f.grid.cursor_col;
	return n;
}

static void
random_text(void)
{
	static const char *const pieces[] = { "甲", "a", "“", "”", "缔约国", "CAC/COSP/2019/L.1", "é",
		                              "e\xCC\x81", "；", " ", "第 7/5 号", "①", "—", "한글" };
	struct rect clip = { random_below(24), random_below(60), 3, 20 };
	enum grid_style style = random_below(2) ? GRID_TEXT : (enum grid_style)random_below(GRID_STYLES);
	struct buf text = { 0 };
	int row, col;

	for (int n = random_below(12); n >= 0; n--)
		buf_add_str(&text, pieces[random_below(sizeof pieces / sizeof *pieces)]);
	if (random_below(3) > 0)
		clip = grid_rect(&f.grid);
	/* libvterm loses a mark that comes alone in the last column, as it does behind ASCII. */
	if (has(buf_slice(&text), "\xCC\x81"))
		clip.cols = 79 - clip.col;
	row = clip.row + random_below(clip.rows);
	col = random_below(80);
	grid_write(&f.grid, clip, row, col, style, buf_slice(&text));
	buf_release(&text);
}

static void
random_change(void)
{
	static const char *const names[] = { "default", "dark", "light", "high-contrast", "mono" };

	switch (random_below(9)) {
	case 8:
		if (!theme_take(&theme, slice_from(names[random_below(5)])))
			die("no such theme");
		term_theme(f.t, &theme);
		break;
	case 0:
		for (int n = random_below(23); n >= 0; n--)
			line_down(n);
		break;
	case 1:
		grid_blank(&f.grid);
		break;
	case 2:
		grid_fill(&f.grid, grid_rect(&f.grid), random_below(24), random_below(80), GRID_BAR);
		break;
	case 3:
		f.grid.cursor_row = random_below(24);
		f.grid.cursor_col = random_below(80);
		break;
	default:
		for (int n = random_below(9); n >= 0; n--)
			random_text();
	}
}

/* The picture on the terminal is the grid, whatever path led there. */
static void
test_picture(const char *type, bool has_corner, bool has_italic)
{
	int n = 0;

	corner_is_blank = !has_corner;
	attributes = has_italic ? LOOK_ALL : LINUX_ATTRIBUTES;
	theme_init(&theme);
	if (!fixture_try(&f, type, 1, true))
		return;
	emulator_start();
	emulator_feed(fixture_sent(&f));
	for (int i = 0; i < 400 && n == 0; i++) {
		random_change();
		emulator_feed(fixture_show(&f));
		n = differences();
	}
	is_number(n, 0, "%s: four hundred changes leave the picture right", type);
	vterm_free(emulator);
	fixture_close(&f);
}

static void
test_pictures(void)
{
	test_picture("xterm-256color", true, true);
	test_picture("tmux-256color", false, true);
	test_picture("linux", true, false);
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
	test_bytes();
	test_runs();
	test_unsafe();
	test_wcwidth();
	test_looks();
	test_themes();
	test_types();
	test_pictures();
	return tap_done();
}
