/* SPDX-License-Identifier: ISC */
/*
 * The document that teaches the program.  It and what it cites are read into a library of their own,
 * tutorial.db beside the reader's, so that nothing of it is ever found among his documents.
 */
#include "config.h"

#include "base/file.h"
#include "command_priv.h"
#include "term/term.h"

#define LIBRARY_NAME "tutorial.db"

/* The one to be read first; the others are what it cites. */
static const char *const documents[] = {
	"CFW_COP_2024_INF_8",
	"CFW_COP_2024_L.12",
	"CFW_COP_2024_L.12_Rev.1",
};
#define N_DOCUMENTS (sizeof documents / sizeof *documents)

typedef VEC(const char *) path_list;

/* Where the texts are, those in the language of the interface first; false if one is missing. */
static bool
find_files(enum ui_language ui, struct arena *arena, path_list *out)
{
	const char *const languages[] = { ui == UI_ZH ? "zh" : "en", ui == UI_ZH ? "en" : "zh" };
	struct buf path = { 0 };
	bool found = true;

	for (size_t i = 0; found && i < 2 * N_DOCUMENTS; i++) {
		struct slice name = arena_printf(arena, "tutorial/%s.%s.txt", documents[i % N_DOCUMENTS],
		                                 languages[i / N_DOCUMENTS]);

		buf_clear(&path);
		found = file_data(name.p, DUAN_PKGDATADIR, &path);
		VEC_PUSH(out, arena_copy(arena, buf_slice(&path)).p);
	}
	buf_release(&path);
	return found;
}

bool
tutorial_is_there(void)
{
	struct arena arena = { 0 };
	path_list files = { 0 };
	bool there = find_files(UI_EN, &arena, &files);

	VEC_RELEASE(&files);
	arena_release(&arena);
	return there;
}

/* Beside the library of the call. */
static enum status
use_own_library(struct settings *s, struct buf *path, struct err *err)
{
	enum status status = library_path(s->library, path, err);

	shelf_close(s);
	while (path->len > 0 && path->p[path->len - 1] != '/')
		buf_truncate(path, path->len - 1);
	buf_add_str(path, LIBRARY_NAME);
	s->library = buf_str(path);
	return status;
}

/* False if nothing can be kept: then all of them have to be opened at once. */
static bool
fill_library(const struct call *call, const path_list *files)
{
	struct library *l = keep_library(call->settings);
	struct slice place;
	struct doc *d;

	for (size_t i = 0; l && i < files->n; i++)
		if (keep_open(call, l, files->v[i], &d, &place, NULL) == STATUS_OK)
			doc_free(d);
	return l;
}

static int
read_files(const struct call *call, path_list *files)
{
	struct settings *s = call->settings;
	const char *library = s->library;
	struct buf path = { 0 };
	struct call named = *call;
	struct err err;
	int answer = EXIT_REFUSED;

	s->is_tutorial = true;
	named.words.v = files->v;
	if (use_own_library(s, &path, &err) == STATUS_OK) {
		named.words.n = fill_library(call, files) ? 1 : files->n;
		answer = read_open(&named);
	} else {
		output_error(s, &err);
	}
	shelf_close(s);
	s->library = library;
	buf_release(&path);
	return answer;
}

int
tutorial_read(const struct call *call)
{
	struct arena arena = { 0 };
	path_list files = { 0 };
	struct err err;
	int answer = EXIT_REFUSED;

	if (find_files(call->settings->ui, &arena, &files)) {
		answer = call->settings->script || term_is_there() ? read_files(call, &files)
		                                                   : show_text(call, files.v[0]);
	} else {
		(void)!err_set(&err, STATUS_MISSING, "%s: is missing; install duan again",
		               "缺少 %s，请重新安装", files.v[files.n - 1]);
		output_error(call->settings, &err);
	}
	VEC_RELEASE(&files);
	arena_release(&arena);
	return answer;
}

int
run_tutorial(const struct call *call)
{
	if (call->words.n > 0)
		return output_usage(call->settings, "tutorial", "takes no argument", "不带参数");
	return read_may_play(call->settings) ? tutorial_read(call) : EXIT_USAGE;
}
