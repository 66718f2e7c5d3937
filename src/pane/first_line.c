/* SPDX-License-Identifier: ISC */
/*
 * Where am I: " SYMBOL › heading        para. 5/17 · page 2/3".  When there is no room for all, the
 * heading goes first, then the page, then the number of paragraphs, then the front of the symbol.
 */
#include "config.h"

#include "pane_priv.h"

#define HEADING_COLS_LEAST 8 /* less of a heading says nothing */
#define NAME_COLS_LEAST 6
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

/* What stands on the right: everything, and less of it for narrower screens. */
#define RIGHT_FORMS 3
struct right {
	struct buf form[RIGHT_FORMS];
};

static void
right_release(struct right *right)
{
	for (int i = 0; i < RIGHT_FORMS; i++)
		buf_release(&right->form[i]);
}

static void
right_of_text(struct session *s, struct right *right)
{
	struct reader *r = &session_document(s)->reader;
	struct reader_where w = reader_where(r);
	struct buf *all = &right->form[0], *numbered = &right->form[1], *least = &right->form[2];

	add_paragraph(s, r->doc, &w, numbered);
	buf_add(all, buf_slice(numbered));
	if (all->len > 0 && w.page > 0)
		buf_add_str(all, " · ");
	add_page(s, &w, all);
	if (all->len == 0)
		buf_addf(all, "%d%%", w.percent);
	if (w.paragraph != SLICE_NONE)
		buf_addf(least, is_chinese(s) ? "段 %ld" : "para. %ld",
		         r->doc->blocks[w.paragraph].number);
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

/* Writes the first form that leaves `cells` on the left, else the last if it leaves a little, at one
 * cell from the right edge; gives the column where the left part has to end. */
static int
write_right(struct grid *g, struct rect in, int cells, const struct right *right)
{
	for (int i = 0; i < RIGHT_FORMS; i++) {
		struct slice form = buf_slice(&right->form[i]);
		int col = in.cols - 1 - width_slice(g->width, form);

		if (i == RIGHT_FORMS - 1 && cells > NAME_COLS_LEAST)
			cells = NAME_COLS_LEAST;
		if (form.len == 0 || col < cells + 1)
			continue;
		grid_write(g, in, in.row, col, GRID_BAR, form);
		return col - 1;
	}
	return in.cols;
}

static void
write_line(struct grid *g, struct rect in, struct slice name, struct slice heading,
           const struct right *right)
{
	int start = in.cols > 20 ? 1 : 0, end, col;

	grid_fill(g, in, in.row, 0, GRID_BAR);
	end = write_right(g, in, start + width_slice(g->width, name), right);
	col = cut_write_front(g, in, in.row, start, end, GRID_BAR, name);
	end--;
	if (heading.len == 0 || end - col < width_slice(g->width, BETWEEN) + HEADING_COLS_LEAST)
		return;
	col = grid_write(g, in, in.row, col, GRID_BAR, BETWEEN);
	cut_write(g, in, in.row, col, end, GRID_BAR, heading);
}

static void
first_line_of_text(struct session *s, struct grid *g, struct rect in)
{
	struct buf heading = { 0 };
	struct right right = { 0 };

	left_of_text(s, &heading);
	right_of_text(s, &right);
	write_line(g, in, session_document(s)->title, buf_slice(&heading), &right);
	buf_release(&heading);
	right_release(&right);
}

static void
first_line_of_list(struct session *s, struct grid *g, struct rect in)
{
	const struct view *v = session_view(s);
	struct session_document *doc = session_document(s);
	struct slice name = slice_from(words_in(view_words(v->kind), s->settings.ui));
	bool is_about_all = v->kind == VIEW_HELP || v->kind == VIEW_DOCUMENTS || !doc;
	struct right right = { 0 };

	if (v->kind == VIEW_SOURCE)
		buf_add_str(&right.form[0], is_chinese(s) ? "行 " : "line ");
	buf_addf(&right.form[0], "%zu/%zu", v->scroll.current + 1, v->scroll.n);
	write_line(g, in, name, is_about_all ? SLICE("") : doc->title, &right);
	right_release(&right);
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
