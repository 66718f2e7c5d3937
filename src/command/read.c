/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "outside_priv.h"
#include "pane/pane.h"
#include "session/screen.h"
#include "session/script.h"
#include "session/session.h"
#include "store/screens.h"
#include "term/term.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define SCRIPT_ROWS 24
#define SCRIPT_COLS 80

struct opened {
	struct doc *doc;
	struct slice place; /* borrowed from argv */
};
typedef VEC(struct opened) opened_list;

/* Opens what can be opened; says what cannot.  False if anything could not. */
static bool
open_all(const struct call *call, struct library *l, opened_list *list)
{
	bool all = true;

	for (size_t i = 0; i < call->words.n; i++) {
		struct opened one;
		struct err err;

		if (keep_open(call, l, call->words.v[i], &one.doc, &one.place, &err) == STATUS_OK) {
			VEC_PUSH(list, one);
		} else {
			output_error(call->settings, &err);
			all = false;
		}
	}
	return all;
}

/* What a pager in a pipe does. */
static int
print_all(const struct call *call)
{
	int answer = EXIT_DONE;

	for (size_t i = 0; i < call->words.n; i++)
		if (show_text(call, call->words.v[i]) != EXIT_DONE)
			answer = EXIT_REFUSED;
	return answer;
}

/* Nothing is played of a script that cannot be played to the end. */
static enum status
check(struct slice script, struct err *err)
{
	enum status status = STATUS_OK;
	struct event e;

	while (status == STATUS_OK && !script_is_done(&script))
		status = script_next(&script, &e, err);
	return status;
}

static void
play(const struct settings *settings, struct session *s, struct slice script)
{
	struct event e, peace = { .kind = EVENT_TIMEOUT };

	while (!s->quit && !script_is_done(&script) &&
	       script_next(&script, &e, NULL) == STATUS_OK) {
		session_handle(s, &e);
		while (!s->quit && session_timeout_ms(s) == 0)
			session_handle(s, &peace);
		outside_serve(settings, s, NULL);
	}
}

static bool
is_on(const struct grid *g, enum grid_style style)
{
	for (size_t i = 0; i < (size_t)g->rows * (size_t)g->cols; i++)
		if (g->cell[i].style == style)
			return true;
	return false;
}

/* How the styles on the screen look, if that is not as everybody has them. */
static void
print_looks(const struct theme *theme, const struct grid *g, struct buf *out)
{
	struct theme usual;

	theme_init(&usual);
	if (theme_is_same(theme, &usual))
		return;
	buf_addf(out, "--\nset theme %s\n", theme->name);
	for (int i = 0; i < GRID_STYLES; i++) {
		if (!is_on(g, (enum grid_style)i))
			continue;
		buf_addf(out, "style %s ", grid_style_name((enum grid_style)i));
		look_print(theme->look[i], out);
		buf_add_byte(out, '\n');
	}
}

/* The screen after the last key, as text. */
static void
print_screen(struct session *s, bool styles)
{
	struct grid grid;
	struct buf out = { 0 };

	grid_init(&grid, s->settings.rows, s->settings.cols, s->settings.width);
	pane_draw(s, &grid);
	grid_dump(&grid, styles, &out);
	if (styles)
		print_looks(&s->settings.theme, &grid, &out);
	output_text(buf_slice(&out));
	buf_release(&out);
	grid_release(&grid);
}

/* Everything that is waiting is handled before anything is painted. */
static void
loop(const struct settings *settings, struct session *s, struct term *t)
{
	struct grid grid;

	grid_init(&grid, s->settings.rows, s->settings.cols, s->settings.width);
	while (!s->quit) {
		struct event e;

		pane_draw(s, &grid);
		term_mouse(t, s->settings.mouse);
		term_hyperlinks(t, s->settings.hyperlinks);
		term_theme(t, &s->settings.theme);
		if (s->redraw)
			term_redraw(t);
		s->redraw = false;
		term_show(t, &grid);
		do {
			term_wait(t, session_timeout_ms(s), &e);
			session_handle(s, &e);
			if (s->suspend)
				term_suspend(t);
			s->suspend = false;
			outside_serve(settings, s, t);
		} while (!s->quit && term_has_input(t));
	}
	grid_release(&grid);
}

/* The file of the library, by which the screen is known. */
static bool
screen_key(const struct call *call, struct kept kept, struct buf *out)
{
	return kept.notes && kept.library &&
	       library_path(call->settings->library, out, NULL) == STATUS_OK;
}

/* What was on the screen the last time, if no document is named; false if nothing of it can be. */
static bool
restore_screen(const struct call *call, struct kept kept, struct session *s)
{
	struct arena arena = { 0 };
	struct buf key = { 0 };
	struct slice screen;
	bool good = screen_key(call, kept, &key) &&
	            screens_get(kept.notes, buf_slice(&key), &arena, &screen, NULL) == STATUS_OK;

	if (good)
		screen_recall(s, screen);
	good = good && call->words.n == 0 && screen_restore(s, screen);
	buf_release(&key);
	arena_release(&arena);
	return good;
}

static enum status
keep_screen(const struct call *call, struct kept kept, struct session *s, struct err *err)
{
	struct buf key = { 0 }, screen = { 0 };
	enum status status = STATUS_OK;

	if (screen_key(call, kept, &key) && s->documents.n > 0) {
		screen_save(s, &screen);
		status = screens_put(kept.notes, buf_slice(&key), buf_slice(&screen), err);
	}
	buf_release(&key);
	buf_release(&screen);
	return status;
}

static void
open_listed(struct session *s, const opened_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		session_open(s, list->v[i].doc, list->v[i].place);
	if (list->n <= 1)
		return;
	session_show(s, 0);
	if (!s->is_error) /* what was said is of the last one */
		buf_clear(&s->message);
	session_say_newer(s);
}

#ifdef HAVE_LIBCURL
#define CAN_FETCH true
#else
#define CAN_FETCH false
#endif

/* Only what the library can keep. */
static bool
can_add(const struct settings *settings, const struct library *l)
{
	return l && !settings->no_add && !settings->is_tutorial && library_may_write(l);
}

static struct session *
start(const struct call *call, int rows, int cols, int ambiguous, struct kept kept,
      opened_list *list)
{
	struct session_settings settings = { .ui = call->settings->ui,
		                             .width = { .ambiguous = ambiguous },
		                             .rows = rows,
		                             .cols = cols,
		                             .max_cols = call->settings->max_cols,
		                             .linear = call->settings->linear,
		                             .mouse = call->settings->mouse,
		                             .hyperlinks = call->settings->hyperlinks,
		                             .fetch_from = buf_slice(&call->settings->fetch_from),
		                             .theme = call->settings->theme,
		                             .notes = kept.notes,
		                             .can_add = can_add(call->settings, kept.library),
		                             .can_fetch = CAN_FETCH && can_add(call->settings, kept.library),
		                             .library = kept.library };
	struct session *s = session_new(settings);

	keymap_release(&s->keymap);
	s->keymap = call->settings->keymap;
	call->settings->keymap = (struct keymap){ 0 };
	if (restore_screen(call, kept, s))
		doc_free(list->v[0].doc); /* which is what else would be shown */
	else
		open_listed(s, list);
	if (call->settings->is_tutorial)
		session_say(s, "Space turns the page, q leaves; the next time: duan tutorial",
		            "Space 翻页，q 退出；以后可用 duan tutorial 打开");
	if (call->settings->has_complaint && (s->message.len == 0 || !s->is_error))
		session_complain(s, "%s", "%s", err_words(&call->settings->complaint, settings.ui));
	return s;
}

/* Places and the screen are kept, whatever ended the session; what could not be kept is said. */
static int
finish(const struct call *call, struct kept kept, struct session *s)
{
	struct err err;
	enum status screen = keep_screen(call, kept, s, &err);
	enum status status = session_close_all(s, &err);

	status = status == STATUS_OK ? screen : status;

	outside_end(s);
	session_free(s);
	if (status == STATUS_OK)
		return EXIT_DONE;
	output_error(call->settings, &err);
	return EXIT_REFUSED;
}

static int
run_script(const struct call *call, struct kept kept, opened_list *list)
{
	const struct settings *settings = call->settings;
	int rows = settings->rows ? settings->rows : SCRIPT_ROWS;
	int cols = settings->cols ? settings->cols : SCRIPT_COLS;
	struct session *s = start(call, rows, cols, settings->ambiguous == 2 ? 2 : 1, kept, list);

	play(settings, s, slice_from(settings->script));
	print_screen(s, settings->styles);
	return finish(call, kept, s);
}

static int
run_terminal(const struct call *call, struct kept kept, opened_list *list)
{
	struct buf typed = { 0 };
	int ambiguous = call->settings->ambiguous, rows, cols;
	const char *no_color = getenv("NO_COLOR");
	int color = no_color && *no_color ? 0 : call->settings->color;
	struct term_settings settings = { .color = color };
	struct session *s;
	struct term *t;
	struct err err;

	if (ambiguous == 0)
		ambiguous = term_ambiguous(&typed, &settings.is_answer_due);
	settings.width.ambiguous = ambiguous == 2 ? 2 : 1;
	settings.typed = buf_slice(&typed);
	if (term_open(settings, &t, &err) != STATUS_OK) {
		output_error(call->settings, &err);
		buf_release(&typed);
		for (size_t i = 0; i < list->n; i++)
			doc_free(list->v[i].doc);
		return EXIT_REFUSED;
	}
	buf_release(&typed);
	term_size(t, &rows, &cols);
	s = start(call, rows, cols, settings.width.ambiguous, kept, list);
	outside_look(call->settings, s);
	loop(call->settings, s, t);
	term_close(t);
	return finish(call, kept, s);
}

static int
read_documents(const struct call *call, struct kept kept, opened_list *list)
{
	return call->settings->script ? run_script(call, kept, list) : run_terminal(call, kept, list);
}

/* There is no document at all, and nobody has failed to find one. */
static bool
is_empty(const struct call *call, struct kept kept, enum status status)
{
	return status == STATUS_MISSING && (kept.library || call->settings->no_add) &&
	       tutorial_is_there();
}

int
read_open(const struct call *call)
{
	struct kept kept = { keep_notes(call->settings), keep_library(call->settings) };
	opened_list list = { 0 };
	int answer = EXIT_REFUSED;
	struct opened last = { 0 };
	struct err err;
	bool all = open_all(call, kept.library, &list), teaches = false;
	enum status status = call->words.n == 0 ? keep_last(call, kept, &last.doc, &err) : STATUS_OK;

	if (last.doc)
		VEC_PUSH(&list, last);
	if (status != STATUS_OK && !(teaches = is_empty(call, kept, status)))
		output_error(call->settings, &err);
	if (list.n > 0)
		answer = read_documents(call, kept, &list);
	VEC_RELEASE(&list);
	keep_close(call->settings, kept.notes);
	if (teaches)
		return tutorial_read(call);
	return all ? answer : EXIT_REFUSED;
}

/* Something comes in by a pipe or from a file; a terminal or nothing at all asks for the library. */
static bool
is_piped(void)
{
	struct stat st;

	return fstat(STDIN_FILENO, &st) == 0 && (S_ISREG(st.st_mode) || S_ISFIFO(st.st_mode) ||
	                                         S_ISSOCK(st.st_mode));
}

bool
read_may_play(struct settings *s)
{
	struct err err;

	if (!s->script || check(slice_from(s->script), &err) == STATUS_OK)
		return true;
	output_error(s, &err);
	return false;
}

int
run_read(const struct call *call)
{
	struct settings *s = call->settings;
	struct call named = *call;
	const char *standard_input = "-";
	bool reads = s->script || term_is_there();

	if (named.words.n == 0 && (is_piped() || (!reads && !isatty(STDIN_FILENO)))) {
		named.words.v = &standard_input;
		named.words.n = 1;
	}
	if (named.words.n == 0 && !reads)
		return output_usage(s, "read", "names no document", "未指定文件");
	if (!read_may_play(s))
		return EXIT_USAGE;
	return reads ? read_open(&named) : print_all(&named);
}
