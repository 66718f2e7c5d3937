/* SPDX-License-Identifier: ISC */
/*
 * What is being typed and what was answered: a prompt, a half-typed command, a message, or nothing.
 */
#include "config.h"

#include "pane_priv.h"

#define CONTINUATION_COL 4 /* behind the keys typed so far */

static bool
is_typing(const struct session *s)
{
	return s->typed.n > 0 || s->typed.count > 0;
}

bool
last_line_is_used(const struct session *s)
{
	return s->editor.is_open || s->prompt.is_open || s->shell.prompt.is_open ||
	       s->finder.prompt.is_open || s->search.prompt.is_open || s->annotating.tags.is_open ||
	       s->inquiry.prompt.is_open || s->inquiry.name.is_open ||
	       s->hints.v.n > 0 || is_typing(s) || s->message.len > 0;
}

/* The part of the text that ends at the cursor gets room first. */
static void
draw_prompt(const struct prompt *p, struct slice sign, struct grid *g, struct rect in)
{
	struct slice text = buf_slice(&p->text);
	struct slice before = slice_sub(text, 0, p->at);
	int col = grid_write(g, in, in.row, 0, GRID_MESSAGE, sign);

	while (before.len > 0 && col + width_slice(g->width, before) >= in.cols)
		before = slice_skip(before, width_cluster(g->width, before, 0).end);
	col = grid_write(g, in, in.row, col, GRID_TEXT, before);
	grid_write(g, in, in.row, col, GRID_TEXT, slice_skip(text, p->at));
	g->cursor_row = in.row;
	g->cursor_col = col < in.cols ? col : in.cols - 1;
}

static void
draw_typed(const struct session *s, struct grid *g, struct rect in, const struct buf *typed)
{
	int col = in.cols - 1 - width_slice(g->width, buf_slice(typed));

	(void)s;
	grid_write(g, in, in.row, col > 0 ? col : 0, GRID_MESSAGE, buf_slice(typed));
}

/* What may follow the keys typed so far, "g  g start  s raw source lines  …", in as many rows as that
 * needs.  `in` NULL: only counts them. */
static int
write_continuations(const struct session *s, struct grid *g, const struct rect *in)
{
	int cols = s->settings.cols, col = cols, row = in ? in->row - 1 : -1, n = 0;
	struct buf keys = { 0 };

	for (size_t i = 0; i < s->keymap.bindings.n; i++) {
		const struct binding *b = &s->keymap.bindings.v[i];
		struct slice help = slice_from(words_in(action_info(b->action)->help, s->settings.ui));
		int cells;

		if (!keymap_continues(b, &s->typed))
			continue;
		buf_clear(&keys);
		keymap_add_keys(b, s->typed.n, &keys);
		cells = width_slice(s->settings.width, buf_slice(&keys)) + 1 +
		        width_slice(s->settings.width, help);
		if (col + cells > cols) {
			col = CONTINUATION_COL;
			row++;
			n++;
		}
		if (in && row < in->row + in->rows) {
			cut_write(g, *in, row, col, cols, GRID_HEADING, buf_slice(&keys));
			cut_write(g, *in, row, col + cells - width_slice(g->width, help), cols, GRID_TEXT,
			          help);
		}
		col += cells + 2;
	}
	buf_release(&keys);
	return n;
}

/* Over the text from below, as far up as the first line. */
static void
draw_continuations(const struct session *s, struct grid *g, struct rect in, const struct buf *typed)
{
	int n = write_continuations(s, g, NULL), most = in.row - 1 > 1 ? in.row - 1 : 1;

	in.rows = n < 1 ? 1 : n < most ? n : most;
	in.row -= in.rows - 1;
	for (int row = in.row; row < in.row + in.rows; row++)
		grid_fill(g, in, row, 0, GRID_TEXT);
	cut_write(g, in, in.row, 0, in.cols, GRID_HEADING, buf_slice(typed));
	write_continuations(s, g, &in);
}

/* The part of a message that fits into a row, parted at a blank or behind a Chinese semicolon. */
static size_t
row_end(struct width w, struct slice text, int cols)
{
	size_t fits = cut_at(w, text, cols), end = fits;

	if (fits == text.len)
		return fits;
	while (end > 0 && text.p[end - 1] != ' ' && !slice_ends(slice_sub(text, 0, end), "；"))
		end--;
	return end > 0 ? end : fits;
}

/* What is longer than the row, as an address may be, goes over the text above it. */
static void
draw_words(struct grid *g, struct rect in, enum grid_style style, struct slice words)
{
	struct slice rest = words;
	int n = 0, most = in.row / 2 > 1 ? in.row / 2 : 1;

	for (; rest.len > 0 && in.cols > 1 && n < most; n++)
		rest = slice_trim_start(slice_skip(rest, row_end(g->width, rest, in.cols)));
	n = n > 1 ? n : 1;
	in.row -= n - 1;
	in.rows = n;
	rest = words;
	for (int row = in.row; row < in.row + n; row++) {
		size_t end = row + 1 < in.row + n ? row_end(g->width, rest, in.cols) : rest.len;

		grid_fill(g, in, row, 0, GRID_TEXT);
		cut_write(g, in, row, 0, in.cols, style, slice_sub(rest, 0, end));
		rest = slice_trim_start(slice_skip(rest, end));
	}
}

static struct slice
hint_words(const struct session *s)
{
	if (s->settings.ui == UI_ZH)
		return s->hints.previews ? SLICE("键入字母预览链接；Esc 取消") : SLICE("键入字母跟随链接；Esc 取消");
	return s->hints.previews ? SLICE("type a letter to preview; Esc cancels")
	                         : SLICE("type a letter to follow; Esc cancels");
}

/* A query or a name for one; what is wrong with the query stands above it. */
static void
draw_inquiry(const struct session *s, struct grid *g, struct rect in)
{
	bool zh = s->settings.ui == UI_ZH;
	struct slice remark = inquiry_remark(s);
	struct rect above = { in.row - 1, in.col, in.rows, in.cols };

	if (s->inquiry.name.is_open) {
		draw_prompt(&s->inquiry.name, zh ? SLICE("保存为：") : SLICE("save as: "), g, in);
		return;
	}
	if (remark.len > 0 && above.row >= 0)
		draw_words(g, above, GRID_ERROR, remark);
	draw_prompt(&s->inquiry.prompt, zh ? SLICE("检索文献库：") : SLICE("search the library: "), g, in);
}

/* Characters of the selection, or its blocks. */
static size_t
count_selected(struct session *s, const struct selection_span *span)
{
	const struct doc *d = session_document(s)->reader.doc;
	size_t n = 0;

	if (span->is_paragraphs)
		return span->end.block - span->start.block + 1;
	for (size_t i = span->start.block; i <= span->end.block; i++) {
		struct slice text = doc_block(d, i)->text;

		if (i == span->end.block)
			text = slice_sub(text, 0, span->end.byte);
		n += utf8_count(slice_skip(text, i == span->start.block ? span->start.byte : 0));
	}
	return n;
}

#define CARET_KEYS \
	"{caret-left} {caret-down} {caret-up} {caret-right} {next-word} {previous-word} {word-end}"

static void
draw_selection(struct session *s, struct grid *g, struct rect in)
{
	bool zh = s->settings.ui == UI_ZH;
	struct selection_span span;
	struct buf words = { 0 };
	const char *rest = zh ? "；y 复制；{other-end} 另一端；Esc 离开" : "; y copies; {other-end} other end; Esc leaves";

	if (!selection_span(s, &span))
		rest = zh ? "光标：" CARET_KEYS " 移动；{select} 选字；{select-paragraphs} 选段；Esc 离开"
		          : "caret: " CARET_KEYS " move; {select} selects; {select-paragraphs} paragraphs; Esc leaves";
	else if (span.is_paragraphs)
		buf_addf(&words, zh ? "已选 %zu 段" : "paragraphs selected: %zu", count_selected(s, &span));
	else
		buf_addf(&words, zh ? "已选 %zu 字" : "characters selected: %zu", count_selected(s, &span));
	keymap_add_words(&s->keymap, rest, false, &words);
	cut_write(g, in, in.row, 0, in.cols, GRID_MESSAGE, buf_slice(&words));
	buf_release(&words);
}

static struct slice
editor_words(const struct session *s)
{
	bool zh = s->settings.ui == UI_ZH;

	if (s->editor.is_asking)
		return zh ? SLICE("保存？Enter 或 y 保存；n 放弃；再按 Esc 存为草稿；其他键继续书写")
		          : SLICE("save? Enter or y saves; n throws it away; Esc leaves a draft; "
		                  "any other key goes on");
	return zh ? SLICE("^S 保存；Esc 离开；^Z 撤销；^O 用 $EDITOR")
	          : SLICE("^S saves; Esc leaves; ^Z undoes; ^O takes it to $EDITOR");
}

/* What became of the last key, else what the next may be. */
static void
draw_editor_line(const struct session *s, struct grid *g, struct rect in)
{
	if (s->message.len > 0 && !s->editor.is_asking)
		draw_words(g, in, s->is_error ? GRID_ERROR : GRID_MESSAGE, buf_slice(&s->message));
	else
		cut_write(g, in, in.row, 0, in.cols, s->editor.is_asking ? GRID_HEADING : GRID_MESSAGE,
		          editor_words(s));
}

/* A question that waits for words; false if there is none. */
static bool
draw_question(struct session *s, struct grid *g, struct rect in)
{
	bool zh = s->settings.ui == UI_ZH;

	if (s->editor.is_open)
		draw_editor_line(s, g, in);
	else if (s->prompt.is_open)
		draw_prompt(&s->prompt, slice_of(&s->prompt.sign, 1), g, in);
	else if (s->shell.prompt.is_open)
		draw_prompt(&s->shell.prompt, slice_of(&s->shell.prompt.sign, 1), g, in);
	else if (s->finder.prompt.is_open)
		draw_prompt(&s->finder.prompt, zh ? SLICE("打开：") : SLICE("open: "), g, in);
	else if (s->search.prompt.is_open)
		draw_prompt(&s->search.prompt, search_sign(s), g, in);
	else if (s->inquiry.prompt.is_open || s->inquiry.name.is_open)
		draw_inquiry(s, g, in);
	else if (s->annotating.tags.is_open)
		draw_prompt(&s->annotating.tags, zh ? SLICE("标签：") : SLICE("tags: "), g, in);
	else
		return false;
	return true;
}

void
draw_last_line(struct session *s, struct grid *g, struct rect in)
{
	struct buf typed = { 0 };

	grid_fill(g, in, in.row, 0, GRID_TEXT);
	if (draw_question(s, g, in))
		return;
	keymap_add_typed(&s->typed, &typed);
	if (s->hints.v.n > 0)
		cut_write(g, in, in.row, 0, in.cols, GRID_MESSAGE, hint_words(s));
	else if (s->shows_continuations)
		draw_continuations(s, g, in, &typed);
	else if (is_typing(s))
		draw_typed(s, g, in, &typed);
	else if (s->message.len == 0 && session_view(s)->kind == VIEW_TEXT &&
	         selection_kind(s) != SELECTION_NONE)
		draw_selection(s, g, in);
	else if (s->message.len > 0)
		draw_words(g, in, s->is_error ? GRID_ERROR : GRID_MESSAGE, buf_slice(&s->message));
	else /* what goes on beside the reading stands back for anything else */
		cut_write(g, in, in.row, 0, in.cols, GRID_MESSAGE, buf_slice(&s->adding.progress));
	buf_release(&typed);
}
