/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "doc/dump.h"
#include "pane/pane.h"
#include "session/script.h"
#include "session/session.h"
#include "term/term.h"

#include <string.h>
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
open_all(const struct call *call, opened_list *list)
{
	bool all = true;

	for (int i = 0; i < call->argc; i++) {
		struct opened one;
		struct err err;

		if (call->argv[i][0] == '-' && call->argv[i][1] != '\0') {
			output_usage(call->settings, "not understood", "无法理解", call->argv[i]);
			all = false;
		} else if (document_open(call->argv[i], &one.doc, &one.place, &err) == STATUS_OK) {
			VEC_PUSH(list, one);
		} else {
			output_error(call->settings, &err);
			all = false;
		}
	}
	return all;
}

/* Standard output is no terminal: what a pager in a pipe does. */
static int
print_all(opened_list *list)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < list->n; i++) {
		buf_clear(&out);
		dump_text(list->v[i].doc, &out);
		output_text(buf_slice(&out));
		doc_free(list->v[i].doc);
	}
	buf_release(&out);
	return EXIT_DONE;
}

static void
play(struct session *s, const struct call *call, struct slice script)
{
	while (!s->quit && !script_is_done(&script)) {
		struct event e;
		struct err err;

		if (script_next(&script, &e, &err) != STATUS_OK) {
			output_error(call->settings, &err);
			return;
		}
		session_handle(s, &e);
	}
}

/* The screen after the last key, as text. */
static void
print_screen(struct session *s)
{
	struct grid grid;
	struct buf out = { 0 };

	grid_init(&grid, s->settings.rows, s->settings.cols, s->settings.width);
	pane_draw(s, &grid);
	grid_dump(&grid, false, &out);
	output_text(buf_slice(&out));
	buf_release(&out);
	grid_release(&grid);
}

/* Everything that is waiting is handled before anything is painted. */
static void
loop(struct session *s, struct term *t)
{
	struct grid grid;

	grid_init(&grid, s->settings.rows, s->settings.cols, s->settings.width);
	while (!s->quit) {
		struct event e;

		pane_draw(s, &grid);
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
		} while (!s->quit && term_has_input(t));
	}
	grid_release(&grid);
}

static struct session *
start(const struct call *call, int rows, int cols, int ambiguous, struct notes *notes,
      opened_list *list)
{
	struct session_settings settings = { .ui = call->settings->ui,
		                             .width = { .ambiguous = ambiguous },
		                             .rows = rows,
		                             .cols = cols,
		                             .max_cols = call->settings->max_cols,
		                             .notes = notes };
	struct session *s = session_new(settings);

	keymap_release(&s->keymap);
	s->keymap = call->settings->keymap;
	call->settings->keymap = (struct keymap){ 0 };
	for (size_t i = 0; i < list->n; i++)
		session_open(s, list->v[i].doc, list->v[i].place);
	if (list->n > 1)
		session_show(s, 0);
	return s;
}

/* Places are kept, whatever ended the session; what could not be kept is said. */
static int
finish(const struct call *call, struct session *s)
{
	struct err err;
	enum status status = session_close_all(s, &err);

	session_free(s);
	if (status == STATUS_OK)
		return EXIT_DONE;
	output_error(call->settings, &err);
	return EXIT_REFUSED;
}

static int
run_script(const struct call *call, struct notes *notes, opened_list *list)
{
	const struct settings *settings = call->settings;
	int rows = settings->rows ? settings->rows : SCRIPT_ROWS;
	int cols = settings->cols ? settings->cols : SCRIPT_COLS;
	struct session *s = start(call, rows, cols, settings->ambiguous == 2 ? 2 : 1, notes, list);

	play(s, call, slice_from(settings->script));
	print_screen(s);
	return finish(call, s);
}

static int
run_terminal(const struct call *call, struct notes *notes, opened_list *list)
{
	struct buf typed = { 0 };
	int ambiguous = call->settings->ambiguous, rows, cols;
	struct term_settings settings = { .color = call->settings->color };
	struct session *s;
	struct term *t;
	struct err err;

	if (ambiguous == 0)
		ambiguous = term_ambiguous(&typed);
	settings.width.ambiguous = ambiguous == 2 ? 2 : 1;
	settings.typed = buf_slice(&typed);
	if (term_open(settings, &t, &err) != STATUS_OK) {
		output_error(call->settings, &err);
		buf_release(&typed);
		return EXIT_REFUSED;
	}
	buf_release(&typed);
	term_size(t, &rows, &cols);
	s = start(call, rows, cols, settings.width.ambiguous, notes, list);
	loop(s, t);
	term_close(t);
	return finish(call, s);
}

/* Notes that cannot be opened do not keep anybody from reading. */
static struct notes *
open_notes(const struct settings *s)
{
	struct notes *notes = NULL;
	struct err err;

	if (s->no_add)
		return NULL;
	if (notes_open(s->notes, &notes, &err) != STATUS_OK)
		output_error(s, &err);
	return notes;
}

static int
read_documents(const struct call *call, opened_list *list)
{
	struct notes *notes;
	int answer;

	if (!call->settings->script && !term_is_there())
		return print_all(list);
	notes = open_notes(call->settings);
	answer = call->settings->script ? run_script(call, notes, list)
	                                : run_terminal(call, notes, list);
	notes_close(notes);
	return answer;
}

int
run_read(const struct call *call)
{
	static char standard_input[] = "-";
	char *piped[] = { standard_input };
	struct call all = *call;
	opened_list list = { 0 };
	int answer;
	bool opened;

	if (all.argc == 0 && isatty(STDIN_FILENO)) {
		output_usage(call->settings, "name a document to read", "请指定要读的文件", "duan");
		return EXIT_USAGE;
	}
	if (all.argc == 0) {
		all.argv = piped;
		all.argc = 1;
	}
	opened = open_all(&all, &list);
	if (list.n == 0) {
		VEC_RELEASE(&list);
		return EXIT_REFUSED;
	}
	answer = read_documents(&all, &list);
	VEC_RELEASE(&list);
	return opened ? answer : EXIT_REFUSED;
}
