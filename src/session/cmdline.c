/* SPDX-License-Identifier: ISC */
/*
 * Lines typed after ':': a paragraph's number, the name of an action, or "set".
 */
#include "config.h"

#include "session_priv.h"

#include "text/fold.h"

#define WIDTH_MAX 10000

static void
set_ui(struct session *s, struct slice value)
{
	if (slice_is(value, "zh"))
		s->settings.ui = UI_ZH;
	else if (slice_is(value, "en"))
		s->settings.ui = UI_EN;
	else
		session_complain(s, "set ui zh, or set ui en", "写作 set ui zh 或 set ui en");
	view_remake_all(s);
}

static void
set_width(struct session *s, struct slice value)
{
	long cols;

	if (value.len == 0 || slice_number(value, &cols) != value.len || cols > WIDTH_MAX) {
		session_complain(s, "set width N: cells of text at most; 0 for no limit",
		                 "写作 set width N：正文最多 N 格；0 为不限");
		return;
	}
	s->settings.max_cols = (int)cols;
	session_relayout(s);
}

static const struct {
	const char *name;
	void (*set)(struct session *s, struct slice value);
} cmdline_settings[] = {
	{ "ui", set_ui },
	{ "width", set_width },
};

/* The word before the first blank goes off the front of *rest. */
static struct slice
take_word(struct slice *rest)
{
	struct slice word = { 0 };

	slice_next(rest, ' ', &word);
	*rest = slice_trim(*rest);
	return word;
}

static void
set(struct session *s, struct slice rest)
{
	struct slice name = take_word(&rest);

	for (size_t i = 0; i < sizeof cmdline_settings / sizeof *cmdline_settings; i++) {
		if (slice_is(name, cmdline_settings[i].name)) {
			cmdline_settings[i].set(s, rest);
			return;
		}
	}
	session_complain(s, "set ui zh|en, set width N", "可以设：set ui zh|en、set width N");
}

static void
go_place(struct session *s, struct slice place)
{
	struct session_document *doc = session_document(s);
	struct action_call call = { .action = ACTION_FIRST, .has_count = true };
	size_t block = doc ? doc_find(doc->reader.doc, place) : SLICE_NONE;

	if (slice_number(place, &call.count) == place.len && call.count > 0)
		session_do(s, &call);
	else if (block != SLICE_NONE && session_view(s)->kind == VIEW_TEXT)
		visit_place(s, session_pane(s)->document, (struct place){ block, 0 });
	else
		session_complain(s, "there is no place %.*s here", "此处没有 %.*s", SLICE_ARG(place));
}

static void
run_action(struct session *s, struct slice name, struct slice rest)
{
	struct action_call call = { .action = action_find(name), .count = 1 };
	size_t at = 0;

	if (call.action == ACTIONS) {
		session_complain(s, ":%.*s: no such command, or more than one; :help lists them",
		                 "没有“:%.*s”这个命令，或不止一个；:help 可查", SLICE_ARG(name));
		return;
	}
	if (slice_number(rest, &call.count) > 0 && call.count > 0)
		call.has_count = true;
	else
		call.count = 1;
	if (rest.len > 0)
		call.argument = utf8_next(rest, &at);
	session_do(s, &call);
}

void
cmdline_run(struct session *s, struct slice line)
{
	struct buf folded = { 0 };
	struct slice rest, word;

	for (size_t at = 0; at < line.len;)
		utf8_add(&folded, fold_key(utf8_next(line, &at)));
	rest = slice_trim(buf_slice(&folded));
	if (rest.len > 0 && byte_is_digit(rest.p[0])) {
		go_place(s, rest);
	} else if (rest.len > 0) {
		word = take_word(&rest);
		if (slice_is(word, "set"))
			set(s, rest);
		else
			run_action(s, word, rest);
	}
	buf_release(&folded);
}
