/* SPDX-License-Identifier: ISC */
/*
 * Where am I: " SYMBOL › heading        para. 5/17 · page 2/3".  When there is no room for all, the
 * page goes first, then the heading, then the paragraph.
 */
#include "config.h"

#include "pane_priv.h"

#define HEADING_COLS_LEAST 8 /* less of a heading says nothing */
#define BETWEEN SLICE(" › ")

static bool
is_chinese(const struct session *s)
{
	return s->settings.ui == UI_ZH;
}

static void
add_paragraph(const struct session *s, const struct doc *d, const struct reader_where *w,
              struct buf *out)
{
	bool zh = is_chinese(s);
	const struct block *b = w->paragraph != SLICE_NONE ? &d->blocks[w->paragraph] : NULL;

	if (b && (b->component.len > 0 || w->last_number == 0))
		buf_addf(out, zh ? "段 %ld" : "para. %ld", b->number);
	else if (b)
		buf_addf(out, zh ? "段 %ld/%ld" : "para. %ld/%ld", b->number, w->last_number);
	else if (w->last_number > 0)
		buf_addf(out, zh ? "段 –/%ld" : "para. –/%ld", w->last_number);
}

static void
add_page(const struct session *s, const struct reader_where *w, struct buf *out)
{
	bool zh = is_chinese(s);

	if (w->page > 0 && w->pages > 0)
		buf_addf(out, zh ? "第%u/%u页" : "page %u/%u", w->page, w->pages);
	else if (w->page > 0)
		buf_addf(out, zh ? "第%u页" : "page %u", w->page);
}

/* What stands on the right, all of it and the part that matters most. */
static void
right_of_text(struct session *s, struct buf *all, struct buf *chief)
{
	struct reader *r = &session_document(s)->reader;
	struct reader_where w = reader_where(r);
	struct buf page = { 0 };

	add_paragraph(s, r->doc, &w, chief);
	add_page(s, &w, &page);
	if (chief->len == 0 && page.len == 0)
		buf_addf(chief, "%d%%", w.percent);
	buf_add(all, buf_slice(chief));
	if (all->len > 0 && page.len > 0)
		buf_add_str(all, " · ");
	buf_add(all, buf_slice(&page));
	buf_release(&page);
}

static void
left_of_text(struct session *s, struct buf *heading)
{
	struct reader *r = &session_document(s)->reader;
	size_t block = doc_heading_of(r->doc, r->current.block);
	const struct block *b = block != SLICE_NONE ? &r->doc->blocks[block] : NULL;

	if (!b) {
		buf_add(heading, r->doc->title);
		return;
	}
	buf_add(heading, b->label);
	if (b->label.len > 0)
		buf_add_byte(heading, ' ');
	buf_add(heading, b->text);
}

/* Writes at the right edge, one cell away from it; gives the column before. */
static int
write_right(struct grid *g, struct rect in, int from, const struct buf *all,
            const struct buf *chief)
{
	const struct buf *tries[] = { all, chief };

	for (size_t i = 0; i < 2; i++) {
		int col = in.cols - 1 - width_slice(g->width, buf_slice(tries[i]));

		if (tries[i]->len == 0 || col < from)
			continue;
		grid_write(g, in, in.row, col, GRID_BAR, buf_slice(tries[i]));
		return col - 1;
	}
	return in.cols;
}

static void
write_line(struct grid *g, struct rect in, struct slice name, struct slice heading,
           const struct buf *all, const struct buf *chief)
{
	int start = in.cols > 20 ? 1 : 0, cells = width_slice(g->width, name), end, col;

	grid_fill(g, in, in.row, 0, GRID_BAR);
	end = write_right(g, in, start + cells + 1, all, chief);
	col = write_cut_front(g, in, in.row, start, end, GRID_BAR, name);
	if (heading.len == 0 || end - col < width_slice(g->width, BETWEEN) + HEADING_COLS_LEAST)
		return;
	col = grid_write(g, in, in.row, col, GRID_BAR, BETWEEN);
	write_cut(g, in, in.row, col, end, GRID_BAR, heading);
}

static void
first_line_of_text(struct session *s, struct grid *g, struct rect in)
{
	struct buf heading = { 0 }, all = { 0 }, chief = { 0 };

	left_of_text(s, &heading);
	right_of_text(s, &all, &chief);
	write_line(g, in, session_document(s)->title, buf_slice(&heading), &all, &chief);
	buf_release(&heading);
	buf_release(&all);
	buf_release(&chief);
}

static void
first_line_of_list(struct session *s, struct grid *g, struct rect in)
{
	const struct view *v = session_view(s);
	struct session_document *doc = session_document(s);
	struct slice name = slice_from(words_in(view_words(v->kind), s->settings.ui));
	bool is_about_all = v->kind == VIEW_HELP || v->kind == VIEW_DOCUMENTS || !doc;
	struct buf position = { 0 };

	if (v->kind == VIEW_SOURCE)
		buf_add_str(&position, is_chinese(s) ? "行 " : "line ");
	buf_addf(&position, "%zu/%zu", v->scroll.current + 1, v->scroll.n);
	write_line(g, in, name, is_about_all ? SLICE("") : doc->title, &position, &position);
	buf_release(&position);
}

void
draw_first_line(struct session *s, struct grid *g, struct rect in)
{
	if (session_view(s)->kind != VIEW_TEXT)
		first_line_of_list(s, g, in);
	else if (session_document(s))
		first_line_of_text(s, g, in);
	else
		grid_fill(g, in, in.row, 0, GRID_BAR);
}
