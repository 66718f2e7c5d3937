/* SPDX-License-Identifier: ISC */
/*
 * Where am I: " SYMBOL › heading        para. 5/17 · page 2/3".  When there is no room for all, the
 * page goes first, then the number of paragraphs, then the heading, then the front of the symbol.
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
	const struct block *b = w->paragraph != SLICE_NONE ? doc_block(d, w->paragraph) : NULL;

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
		         doc_block(r->doc, w.paragraph)->number);
}

static void
left_of_text(struct session *s, struct buf *heading)
{
	struct reader *r = &session_document(s)->reader;
	size_t block = doc_heading_of(r->doc, r->current.block);
	const struct block *b = block != SLICE_NONE ? doc_block(r->doc, block) : NULL;

	if (!b) {
		buf_add(heading, r->doc->title);
		return;
	}
	buf_add(heading, b->label);
	if (b->label.len > 0)
		buf_add_byte(heading, ' ');
	buf_add(heading, b->text);
}

/* The first form that leaves `cells` on the left, RIGHT_FORMS if none does. */
static int
form_beside(struct width w, const struct right *right, int cols, int cells)
{
	for (int i = 0; i < RIGHT_FORMS; i++) {
		struct slice form = buf_slice(&right->form[i]);

		if (form.len > 0 && width_slice(w, form) + 2 + cells <= cols)
			return i;
	}
	return RIGHT_FORMS;
}

/* Writes as much as leaves room for the name and, better still, for a heading, at one cell from the
 * right edge; gives the column where the left part has to end. */
static int
write_right(struct grid *g, struct rect in, int name, int heading, const struct right *right)
{
	int least = name < NAME_COLS_LEAST ? name : NAME_COLS_LEAST, col;
	int form = form_beside(g->width, right, in.cols, name + heading);

	if (form == RIGHT_FORMS)
		form = form_beside(g->width, right, in.cols, name);
	if (form == RIGHT_FORMS) { /* the name will be cut: as little as can be stands beside it */
		form = right->form[RIGHT_FORMS - 1].len > 0 ? RIGHT_FORMS - 1 : 0;
		if (width_slice(g->width, buf_slice(&right->form[form])) + 2 + least > in.cols)
			return in.cols;
	}
	col = in.cols - 1 - width_slice(g->width, buf_slice(&right->form[form]));
	grid_write(g, in, in.row, col, GRID_BAR, buf_slice(&right->form[form]));
	return col - 1;
}

/* Cells that the least of a heading takes, with what stands before and behind it. */
static int
heading_cells(struct width w, struct slice heading)
{
	int cells = width_slice(w, heading);

	if (cells == 0)
		return 0;
	return width_slice(w, BETWEEN) + 1 +
	       (cells < HEADING_COLS_LEAST ? cells : HEADING_COLS_LEAST);
}

static void
write_line(struct grid *g, struct rect in, struct slice name, struct slice heading,
           const struct right *right)
{
	int start = in.cols > 20 ? 1 : 0, least = heading_cells(g->width, heading), end, col;

	grid_fill(g, in, in.row, 0, GRID_BAR);
	end = write_right(g, in, start + width_slice(g->width, name), least, right);
	col = cut_write_front(g, in, in.row, start, end, GRID_BAR, name);
	if (least == 0 || end - col < least)
		return;
	col = grid_write(g, in, in.row, col, GRID_BAR, BETWEEN);
	cut_write(g, in, in.row, col, end - 1, GRID_BAR, heading);
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

/* "3/17": which of the items, without the headings among them. */
static void
add_position(const struct view *v, struct buf *out)
{
	size_t n = 0, at = 0;

	for (size_t i = 0; i < v->items.n; i++) {
		n += !v->items.v[i].is_heading;
		at += !v->items.v[i].is_heading && i <= v->scroll.current;
	}
	if (v->items.n == 0) {
		at = v->scroll.current + 1;
		n = v->scroll.n;
	}
	buf_addf(out, "%zu/%zu", at, n);
}

static void
first_line_of_list(struct session *s, const struct view *v, struct grid *g, struct rect in)
{
	struct session_document *doc = session_document(s);
	struct slice name = slice_from(words_in(view_words(v->kind), s->settings.ui));
	bool is_about_all = v->kind == VIEW_HELP || v->kind == VIEW_DOCUMENTS ||
	                    v->kind == VIEW_HISTORY || v->kind == VIEW_LIBRARY || v->kind == VIEW_REFUSED || v->kind == VIEW_SEARCHES ||
	                    v->kind == VIEW_MISSING_ALL || (v->kind >= VIEW_NOTES && v->kind <= VIEW_REFS) || !doc;
	struct slice about = v->subject.len > 0 ? v->subject : is_about_all ? SLICE("") : doc->title;
	struct right right = { 0 };

	if (v->kind == VIEW_SOURCE)
		buf_add_str(&right.form[0], is_chinese(s) ? "行 " : "line ");
	add_position(v, &right.form[0]);
	write_line(g, in, name, about, &right);
	right_release(&right);
}

static void
first_line_of_results(struct session *s, const struct view *v, struct grid *g, struct rect in)
{
	struct right right = { 0 };

	results_add_count(s, v, &right.form[0]);
	results_add_number(v, &right.form[1]);
	write_line(g, in, slice_from(words_in(view_words(v->kind), s->settings.ui)),
	           results_words(v->results), &right);
	right_release(&right);
}

void
draw_first_line(struct session *s, struct grid *g, struct rect in)
{
	const struct view *v = session_view(s);

	if (v->kind == VIEW_PREVIEW) /* lies over another, which stays in sight */
		v--;
	if (v->kind == VIEW_RESULTS)
		first_line_of_results(s, v, g, in);
	else if (v->kind != VIEW_TEXT)
		first_line_of_list(s, v, g, in);
	else if (session_document(s))
		first_line_of_text(s, g, in);
	else
		grid_fill(g, in, in.row, 0, GRID_BAR);
}
