/* SPDX-License-Identifier: ISC */
/*
 * What actions do in the text of a document.
 */
#include "config.h"

#include "session_priv.h"

#define SIDEWAYS_COLS 8  /* of h and l */
#define MARGIN_COLS 4    /* of z+ and z- */
#define MAX_COLS_LEAST 20
#define COUNT_SENSIBLE 1000 /* where a count multiplies cells */

static struct reader *
reader_of(struct session *s)
{
	return &session_document(s)->reader;
}

static void
down(struct session *s, const struct action_call *call)
{
	reader_scroll(reader_of(s), call->count);
}

static void
up(struct session *s, const struct action_call *call)
{
	reader_scroll(reader_of(s), -call->count);
}

static void
shift_down(struct session *s, const struct action_call *call)
{
	reader_shift(reader_of(s), call->count);
}

static void
shift_up(struct session *s, const struct action_call *call)
{
	reader_shift(reader_of(s), -call->count);
}

static void
half_down(struct session *s, const struct action_call *call)
{
	reader_half_page(reader_of(s), call->count);
}

static void
half_up(struct session *s, const struct action_call *call)
{
	reader_half_page(reader_of(s), -call->count);
}

static void
page_down(struct session *s, const struct action_call *call)
{
	reader_page(reader_of(s), call->count);
}

static void
page_up(struct session *s, const struct action_call *call)
{
	reader_page(reader_of(s), -call->count);
}

static void
go_number(struct session *s, long number)
{
	struct reader *r = reader_of(s);
	struct arena arena = { 0 };
	struct history_entry here = visit_here(s, &arena);

	if (reader_jump_number(r, number))
		history_push(&session_pane(s)->history, &here);
	else if (r->doc->last_number > 0)
		session_complain(s, "there is no paragraph %ld; the last one is %ld",
		                 "没有第 %ld 段；最后一段是第 %ld 段", number, r->doc->last_number);
	else
		session_complain(s, "the paragraphs of this document have no numbers",
		                 "本文件的段落没有编号");
	arena_release(&arena);
}

static void
first(struct session *s, const struct action_call *call)
{
	if (call->has_count) {
		go_number(s, call->count);
		return;
	}
	visit_leave(s);
	reader_first(reader_of(s));
}

static void
last(struct session *s, const struct action_call *call)
{
	if (call->has_count) {
		go_number(s, call->count);
		return;
	}
	visit_leave(s);
	reader_end(reader_of(s));
}

static void
next_paragraph(struct session *s, const struct action_call *call)
{
	if (!reader_paragraph(reader_of(s), call->count))
		session_say(s, "no further paragraph", "后面没有段落了");
}

static void
previous_paragraph(struct session *s, const struct action_call *call)
{
	if (!reader_paragraph(reader_of(s), -call->count))
		session_say(s, "no earlier paragraph", "前面没有段落了");
}

static void
next_heading(struct session *s, const struct action_call *call)
{
	if (!reader_heading(reader_of(s), call->count))
		session_say(s, "no further heading", "后面没有标题了");
}

static void
previous_heading(struct session *s, const struct action_call *call)
{
	if (!reader_heading(reader_of(s), -call->count))
		session_say(s, "no earlier heading", "前面没有标题了");
}

/* Cells of the tables on the screen that lie behind the right edge. */
static int
cells_behind(struct reader *r)
{
	struct row row = r->top;
	size_t block = SLICE_NONE;
	int most = 0;

	for (int i = 0; i < r->rows; i++) {
		size_t n = 0;
		const int *columns = row.block == block ? NULL : layout_columns(r->layout, row.block, &n);
		int behind = columns ? columns[n - 1] - layout_text_cols(r->layout) : 0;

		most = behind > most ? behind : most;
		block = row.block;
		if (layout_move(r->layout, &row, 1) == 0)
			break;
	}
	return most;
}

static void
sideways(struct session *s, long by)
{
	struct reader *r = reader_of(s);
	long most = cells_behind(r), now = r->sideways < most ? r->sideways : most;

	if (most == 0)
		session_say(s, "no table here is wider than the screen", "此处没有比屏幕宽的表格");
	now += by;
	r->sideways = (int)(now < 0 ? 0 : now > most ? most : now);
}

static void
left(struct session *s, const struct action_call *call)
{
	sideways(s, -call->count * SIDEWAYS_COLS);
}

static void
right(struct session *s, const struct action_call *call)
{
	sideways(s, call->count * SIDEWAYS_COLS);
}

static void
set_mark(struct session *s, const struct action_call *call)
{
	mark_set(s, call->argument);
}

static void
go_mark(struct session *s, const struct action_call *call)
{
	mark_go(s, call->argument);
}

static void
go_before(struct session *s, const struct action_call *call)
{
	(void)call;
	if (!reader_jump_last(reader_of(s)))
		session_say(s, "there was no jump yet", "还没有跳转过");
}

static void
align_top(struct session *s, const struct action_call *call)
{
	(void)call;
	reader_align(reader_of(s), READER_TOP);
}

static void
align_middle(struct session *s, const struct action_call *call)
{
	(void)call;
	reader_align(reader_of(s), READER_MIDDLE);
}

static void
align_bottom(struct session *s, const struct action_call *call)
{
	(void)call;
	reader_align(reader_of(s), READER_BOTTOM);
}

static void
set_width(struct session *s, int max_cols)
{
	s->settings.max_cols = max_cols;
	session_relayout(s);
	session_say(s, "text of %d cells", "正文宽 %d 格", layout_text_cols(reader_of(s)->layout));
}

static void
toggle_width(struct session *s, const struct action_call *call)
{
	int max_cols = s->settings.max_cols;

	(void)call;
	if (max_cols > 0)
		s->wide = max_cols;
	set_width(s, max_cols > 0 ? 0 : s->wide > 0 ? s->wide : SESSION_MAX_COLS);
}

static void
change_width(struct session *s, long by)
{
	long cols = layout_text_cols(reader_of(s)->layout) + by;

	set_width(s, (int)(cols < MAX_COLS_LEAST     ? MAX_COLS_LEAST
	                   : cols > session_pane(s)->cols ? session_pane(s)->cols
	                                             : cols));
}

static long
margin(const struct action_call *call)
{
	return (call->count < COUNT_SENSIBLE ? call->count : COUNT_SENSIBLE) * MARGIN_COLS;
}

static void
narrower(struct session *s, const struct action_call *call)
{
	change_width(s, -margin(call));
}

static void
wider(struct session *s, const struct action_call *call)
{
	change_width(s, margin(call));
}

action_fn *const text_actions[ACTIONS] = {
	[ACTION_DOWN] = down,
	[ACTION_UP] = up,
	[ACTION_SHIFT_DOWN] = shift_down,
	[ACTION_SHIFT_UP] = shift_up,
	[ACTION_HALF_DOWN] = half_down,
	[ACTION_HALF_UP] = half_up,
	[ACTION_PAGE_DOWN] = page_down,
	[ACTION_PAGE_UP] = page_up,
	[ACTION_FIRST] = first,
	[ACTION_LAST] = last,
	[ACTION_NEXT_PARAGRAPH] = next_paragraph,
	[ACTION_PREVIOUS_PARAGRAPH] = previous_paragraph,
	[ACTION_NEXT_HEADING] = next_heading,
	[ACTION_PREVIOUS_HEADING] = previous_heading,
	[ACTION_LEFT] = left,
	[ACTION_RIGHT] = right,
	[ACTION_SET_MARK] = set_mark,
	[ACTION_GO_MARK] = go_mark,
	[ACTION_GO_BEFORE] = go_before,
	[ACTION_ALIGN_TOP] = align_top,
	[ACTION_ALIGN_MIDDLE] = align_middle,
	[ACTION_ALIGN_BOTTOM] = align_bottom,
	[ACTION_WIDTH] = toggle_width,
	[ACTION_NARROWER] = narrower,
	[ACTION_WIDER] = wider,
};
