/* SPDX-License-Identifier: ISC */
/*
 * What actions do whatever is on the screen.
 */
#include "config.h"

#include "session/setting.h"
#include "session_priv.h"

static void
add_separator(struct buf *out)
{
	if (out->len > 0)
		buf_add_str(out, " · ");
}

/* The numbers of the current block: paragraph, page, share of the text, lines of the source. */
static void
add_numbers(struct buf *out, const struct doc *d, const struct reader_where *w,
            const struct block *b, bool zh)
{
	if (w->paragraph != SLICE_NONE) {
		add_separator(out);
		buf_addf(out, zh ? "段 %ld/%ld" : "para. %ld/%ld", doc_block(d, w->paragraph)->number,
		         w->last_number);
	}
	if (w->page > 0) {
		add_separator(out);
		buf_addf(out, zh ? "第%u/%u页" : "page %u/%u", w->page, w->pages);
	}
	add_separator(out);
	buf_addf(out, "%d%%", w->percent);
	if (b->source_line > 0) {
		add_separator(out);
		buf_addf(out, zh ? "原文第 %u–%u 行" : "source lines %u–%u", b->source_line,
		         b->source_end > b->source_line ? b->source_end - 1 : b->source_line);
	}
}

/* As the commands of the shell take it: "#para_12", "!annex_1#para_3". */
static void
add_place(struct buf *out, const struct block *b)
{
	if (b->component.len > 0)
		buf_addf(out, "!%.*s", SLICE_ARG(b->component));
	if (b->id.len > 0)
		buf_addf(out, "#%.*s", SLICE_ARG(b->id));
}

static void
where(struct session *s, const struct action_call *call)
{
	struct session_document *doc = session_document(s);
	struct reader_where w;
	struct buf out = { 0 };

	(void)call;
	if (!doc) {
		session_say(s, "no document is open", "没有打开文件");
		return;
	}
	w = reader_where(&doc->reader);
	buf_add(&out, doc->title);
	add_place(&out, doc_block(doc->reader.doc, doc->reader.current.block));
	add_numbers(&out, doc->reader.doc, &w, doc_block(doc->reader.doc, doc->reader.current.block),
	            s->settings.ui == UI_ZH);
	if (s->documents.n > 1)
		buf_addf(&out, s->settings.ui == UI_ZH ? " · 文件 %zu/%zu" : " · document %zu/%zu",
		         session_pane(s)->document + 1, s->documents.n);
	session_say(s, "%s", "%s", buf_str(&out));
	buf_release(&out);
}

static void
contents(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, VIEW_CONTENTS);
}

static void
source(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, VIEW_SOURCE);
}

static void
documents(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, VIEW_DOCUMENTS);
}

static void
marks(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, VIEW_MARKS);
}

static void
remarks(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, VIEW_REMARKS);
}

static void
refused(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, VIEW_REFUSED);
}

static void
help(struct session *s, const struct action_call *call)
{
	(void)call;
	view_open(s, VIEW_HELP);
}

static void
next_document(struct session *s, const struct action_call *call)
{
	size_t left = s->documents.n - (s->documents.n > 0 ? session_pane(s)->document + 1 : 0);

	if (inquiry_step_document(s, call->count))
		return;
	if (left == 0) {
		session_say(s, "this is the last document", "这是最后一个文件");
		return;
	}
	visit_leave(s);
	session_show(s, session_pane(s)->document + ((size_t)call->count < left ? (size_t)call->count : left));
}

static void
previous_document(struct session *s, const struct action_call *call)
{
	size_t left = s->documents.n > 0 ? session_pane(s)->document : 0;

	if (inquiry_step_document(s, -call->count))
		return;
	if (left == 0) {
		session_say(s, "this is the first document", "这是第一个文件");
		return;
	}
	visit_leave(s);
	session_show(s, left - ((size_t)call->count < left ? (size_t)call->count : left));
}

static void
command(struct session *s, const struct action_call *call)
{
	(void)call;
	cmdline_open(s);
}

static void
linear(struct session *s, const struct action_call *call)
{
	struct slice value = s->settings.linear ? SLICE("off") : SLICE("on");

	(void)call;
	(void)!setting_set(s, SLICE("linear"), value, NULL);
	if (s->settings.linear)
		session_say(s, "one column without signs; {linear} again brings them back",
		            "单栏、无记号；再按 {linear} 复原");
}

static void
redraw(struct session *s, const struct action_call *call)
{
	(void)call;
	hyperlink_refresh(s);
	inquiry_again(s);
	annotated_refresh(s, SLICE(""));
	view_remake_notes(s);
	s->redraw = true;
}

static void
suspend(struct session *s, const struct action_call *call)
{
	(void)call;
	s->suspend = true;
}

static void
close_view(struct session *s, const struct action_call *call)
{
	(void)call;
	if (session_pane(s)->views.n > 1)
		view_close(s);
	else if (!pane_close(s))
		document_close(s);
}

static void
quit(struct session *s, const struct action_call *call)
{
	(void)call;
	s->quit = adding_may_quit(s);
}

action_fn *const any_actions[ACTIONS] = {
	[ACTION_WHERE] = where,
	[ACTION_CONTENTS] = contents,
	[ACTION_SOURCE] = source,
	[ACTION_DOCUMENTS] = documents,
	[ACTION_MARKS] = marks,
	[ACTION_REMARKS] = remarks,
	[ACTION_REFUSED] = refused,
	[ACTION_HELP] = help,
	[ACTION_NEXT_DOCUMENT] = next_document,
	[ACTION_PREVIOUS_DOCUMENT] = previous_document,
	[ACTION_LINEAR] = linear,
	[ACTION_COMMAND] = command,
	[ACTION_REDRAW] = redraw,
	[ACTION_SUSPEND] = suspend,
	[ACTION_CLOSE] = close_view,
	[ACTION_QUIT] = quit,
};
