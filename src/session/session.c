/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/session.h"

#include "annotate_priv.h"

#include "session/key.h"

#include <stdarg.h>

static struct session_settings
sensible(struct session_settings settings)
{
	if (settings.rows < 1)
		settings.rows = 1;
	if (settings.cols < 1)
		settings.cols = 1;
	if (settings.max_cols < 0)
		settings.max_cols = 0;
	return settings;
}

struct session *
session_new(struct session_settings settings)
{
	struct session *s = mem_resize(NULL, sizeof *s);

	*s = (struct session){ .settings = sensible(settings) };
	keymap_init(&s->keymap);
	pane_add(s);
	tiles_init(&s->tiles, s->panes.v[0].id);
	s->tiles.is_alone = s->settings.linear;
	pane_fit_all(s);
	return s;
}

void
session_free(struct session *s)
{
	if (!s)
		return;
	tandem_end(s);
	hyperlink_refresh(s);
	weblink_release(&s->weblinks);
	for (size_t i = 0; i < s->panes.n; i++)
		pane_release(s, &s->panes.v[i]);
	VEC_RELEASE(&s->panes);
	for (size_t i = 0; i < s->documents.n; i++)
		document_release(&s->documents.v[i]);
	VEC_RELEASE(&s->documents);
	for (size_t i = 0; i < sizeof s->marks / sizeof *s->marks; i++)
		mark_release(&s->marks[i]);
	keymap_release(&s->keymap);
	prompt_release(&s->prompt);
	completion_release(&s->completion);
	finder_release(&s->finder);
	editor_release(&s->editor);
	copy_release(&s->copy);
	fetching_release(&s->fetching);
	adding_release(&s->adding);
	shell_release(&s->shell);
	search_release(&s->search);
	inquiry_release(&s->inquiry);
	annotated_work_release(&s->annotating);
	hint_release(&s->hints);
	buf_release(&s->message);
	free(s);
}

static void
set_message(struct session *s, bool is_error, const char *fmt, va_list args)
{
	struct buf live = { 0 };

	keymap_add_words(&s->keymap, fmt, true, &live);
	buf_clear(&s->message);
	buf_vaddf(&s->message, buf_str(&live), args);
	buf_release(&live);
	s->is_error = is_error;
}

void
session_say(struct session *s, const char *en, const char *zh, ...)
{
	va_list args;

	va_start(args, zh);
	set_message(s, false, s->settings.ui == UI_ZH ? zh : en, args);
	va_end(args);
}

void
session_complain(struct session *s, const char *en, const char *zh, ...)
{
	va_list args;

	va_start(args, zh);
	set_message(s, true, s->settings.ui == UI_ZH ? zh : en, args);
	va_end(args);
}

struct view *
session_view(struct session *s)
{
	return &session_pane(s)->views.v[session_pane(s)->views.n - 1];
}

struct session_document *
session_document(struct session *s)
{
	struct session_pane *p = session_pane(s);

	if (p->has_copy)
		return &p->copy;
	return p->document < s->documents.n ? &s->documents.v[p->document] : NULL;
}

int
session_body_rows(const struct session *s)
{
	int rows = session_pane(s)->rows;

	return rows > 1 ? rows - 1 : 1;
}

int
session_body_row(const struct session *s)
{
	return session_pane(s)->rows > 1 ? 1 : 0;
}

#define FRAME_ROWS 2

/* The box leaves a third of the pane to what is being read, if it can. */
int
session_preview_rows(const struct session *s, const struct view *v)
{
	int body = session_body_rows(s), most = body >= 9 ? body * 2 / 3 : body;

	most -= most > FRAME_ROWS ? FRAME_ROWS : 0;
	return v->scroll.n < (size_t)most ? (int)v->scroll.n : most;
}

#define HANG_FROM 12 /* narrower panes have no room for a mark behind the text */

struct layout_settings
session_layout(const struct session *s)
{
	int cols = session_pane(s)->cols;

	return (struct layout_settings){ .cols = cols,
		                         .max_cols = s->settings.max_cols,
		                         .width = s->settings.width,
		                         .hang = cols >= HANG_FROM && !s->settings.linear,
		                         .linear = s->settings.linear };
}

void
session_relayout(struct session *s)
{
	pane_fit_all(s);
	editor_resize(s);
}

/* The first table that knows the action. */
static action_fn *
find_action(action_fn *const *const *tables, size_t n, enum action action)
{
	for (size_t i = 0; i < n; i++)
		if (tables[i][action])
			return tables[i][action];
	return NULL;
}
#define FIND_ACTION(tables, action) find_action((tables), sizeof(tables) / sizeof *(tables), (action))

/* What the view itself does with it; NULL if that is for all of them to say. */
static action_fn *
view_action(struct session *s, enum action action)
{
	static action_fn *const *const text[] = { text_actions, link_actions, selection_actions, copy_actions };

	return session_view(s)->kind == VIEW_TEXT ? FIND_ACTION(text, action) : scroll_actions[action];
}

void
session_do(struct session *s, const struct action_call *call)
{
	static action_fn *const *const all[] = { any_actions,  relation_actions, search_actions,
		                                 shell_actions, pane_actions,    tandem_actions };
	static action_fn *const *const notes[] = { annotate_actions, annotate_list_actions };
	action_fn *fn = view_action(s, call->action);

	if (call->action != ACTION_QUIT && call->action != ACTION_CLOSE)
		s->adding.has_warned = false;
	if (fn && session_view(s)->kind == VIEW_TEXT && !session_document(s)) {
		session_complain(s, "no document is open", "没有打开文件");
		return;
	}
	if (!fn)
		fn = FIND_ACTION(all, call->action);
	if (!fn) {
		fn = FIND_ACTION(notes, call->action);
		if (fn)
			annotated_notice(s);
	}
	if (fn)
		fn(s, call);
	else
		session_complain(s, "%s: not in this view", "此处不能用 %s",
		                 action_info(call->action)->name);
}

static void
complain_unknown(struct session *s)
{
	struct buf keys = { 0 };

	keymap_add_typed(&s->typed, &keys);
	session_complain(s, "%s: no such command; {help} for help", "没有“%s”这个命令；按 {help} 看帮助",
	                 buf_str(&keys));
	buf_release(&keys);
	s->typed = (struct keymap_typed){ 0 };
}

static void
handle_command_key(struct session *s, codepoint key)
{
	bool was_idle = s->typed.n == 0 && s->typed.count == 0;
	struct action_call call;

	buf_clear(&s->message);
	s->shows_continuations = false;
	s->keymap.has_caret = session_view(s)->kind == VIEW_TEXT && selection_kind(s) != SELECTION_NONE;
	switch (keymap_type(&s->keymap, &s->typed, key, &call)) {
	case KEYMAP_MORE:
		break;
	case KEYMAP_CALL:
		session_do(s, &call);
		break;
	case KEYMAP_UNKNOWN:
		complain_unknown(s);
		break;
	case KEYMAP_CANCEL:
		if (was_idle && session_pane(s)->views.n > 1)
			view_close(s);
		else if (was_idle && selection_kind(s) != SELECTION_NONE)
			selection_clear(s);
		else if (was_idle && s->search.find)
			search_clear(s);
		else if (was_idle && key == KEY_CONTROL('c') && fetching_cancel(s))
			session_say(s, "no more is fetched", "已取消下载");
		else if (was_idle && key == KEY_CONTROL('c') && adding_cancel(s))
			session_say(s, "no more is added; what came stays", "已取消收入；已收的保留");
		else if (was_idle && key == KEY_CONTROL('c'))
			session_say(s, "{close} closes, {quit} quits, {help} for help",
			            "{close} 关闭，{quit} 退出，{help} 帮助");
		break;
	}
}

static void
handle_key(struct session *s, codepoint key)
{
	if (s->editor.is_open)
		editor_type(s, key);
	else if (s->shell.prompt.is_open)
		shell_type(s, key);
	else if (s->finder.prompt.is_open)
		finder_type(s, key);
	else if (s->search.prompt.is_open)
		search_type(s, key);
	else if (s->inquiry.prompt.is_open)
		inquiry_type(s, key);
	else if (s->inquiry.name.is_open)
		inquiry_name_type(s, key);
	else if (s->annotating.tags.is_open)
		annotate_tag_type(s, key);
	else if (s->hints.v.n > 0)
		hint_type(s, key);
	else if (s->prompt.is_open)
		cmdline_type(s, key);
	else
		handle_command_key(s, key);
}

static void
handle_paste(struct session *s, struct slice text)
{
	if (s->editor.is_open)
		editor_paste(s, text);
	else if (s->shell.prompt.is_open)
		prompt_paste(&s->shell.prompt, text);
	else if (s->finder.prompt.is_open)
		finder_paste(s, text);
	else if (s->search.prompt.is_open)
		search_paste(s, text);
	else if (s->inquiry.prompt.is_open)
		inquiry_paste(s, text);
	else if (s->inquiry.name.is_open)
		prompt_paste(&s->inquiry.name, text);
	else if (s->annotating.tags.is_open)
		prompt_paste(&s->annotating.tags, text);
	else if (s->prompt.is_open)
		cmdline_paste(s, text);
	else
		session_complain(s, "pasted text is not taken as commands", "粘贴的文字不当作命令");
}

static void
handle_end(struct session *s)
{
	struct err err;

	/* Words have nowhere to go now; session_close_all() tries again what failed. */
	if (editor_keep(s, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	if (document_keep_all(s, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	s->quit = true;
}

/* y goes on as yc and yq; alone it copies what is selected. */
static void
take_pause(struct session *s)
{
	const struct action_call copy = { .action = ACTION_COPY, .count = 1 };
	struct selection_span span;

	if (s->typed.n == 1 && s->typed.key[0] == 'y' && session_view(s)->kind == VIEW_TEXT &&
	    selection_span(s, &span)) {
		s->typed = (struct keymap_typed){ 0 };
		session_do(s, &copy);
		return;
	}
	if (s->typed.n > 0 && !s->shows_continuations)
		s->shows_continuations = true;
	else if (annotate_waits(s))
		annotate_pause(s);
	else if (document_waits(s))
		document_pause(s);
}

static void
handle_resize(struct session *s, const struct event *e)
{
	s->settings.rows = e->rows > 0 ? e->rows : 1;
	s->settings.cols = e->cols > 0 ? e->cols : 1;
	hint_release(&s->hints);
	session_relayout(s);
}

/* No key came for a while: what was put off till then. */
static void
handle_pause(struct session *s)
{
	if (search_waits(s))
		search_pause(s);
	else if (inquiry_is_waiting(s))
		inquiry_wait(s);
	else if (editor_waits(&s->editor))
		editor_pause(s);
	else
		take_pause(s);
}

void
session_handle(struct session *s, const struct event *e)
{
	switch (e->kind) {
	case EVENT_KEY:
		hyperlink_notice(s);
		handle_key(s, e->key);
		break;
	case EVENT_PASTE:
		handle_paste(s, e->text);
		break;
	case EVENT_RESIZE:
		handle_resize(s, e);
		break;
	case EVENT_TIMEOUT:
		handle_pause(s);
		break;
	case EVENT_OUTSIDE:
		break;
	case EVENT_CLICK:
		mouse_click(s, e->rows, e->cols);
		break;
	case EVENT_WHEEL:
		mouse_wheel(s, e->rows);
		break;
	case EVENT_QUIT:
	case EVENT_HANGUP:
		handle_end(s);
		break;
	}
	if (!s->quit) {
		tandem_follow(s);
		view_follow_text(s);
	}
	inquiry_settle(s);
}

int
session_timeout_ms(const struct session *s)
{
	if (search_waits(s) || inquiry_is_waiting(s))
		return 0;
	if (editor_waits(&s->editor))
		return EDITOR_DRAFT_MS;
	if (s->typed.n > 0 && !s->shows_continuations)
		return SESSION_WAIT_MS;
	if (annotate_waits(s))
		return SESSION_WAIT_MS;
	return document_waits(s) ? SESSION_PLACE_MS : -1;
}
