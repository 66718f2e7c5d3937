/* SPDX-License-Identifier: ISC */
/*
 * Lists of mandates: numbers of resolutions or symbols one below the other, each with its title beside
 * it, often two such lists side by side.  Each entry becomes a row of a table, its title whole, first
 * those on the left.
 */
#include "config.h"

#include "pdf_priv.h"

#include <math.h>

#define SAME 3.0f      /* points within which pieces begin at one place */
#define APART 1.6f     /* line heights between two entries */
#define CLOSE 0.8f     /* line heights between two rows of a title */
#define SIDE 0.3f      /* of the page's width from one list to the next */
#define NUMBER_MOST 40 /* characters of a number */
#define PLACES 4       /* number and title on the left, number and title on the right */

/* Where its pieces begin, from left to right. */
struct list {
	float at[PLACES];
	bool number[PLACES]; /* every piece there begins with a number */
	size_t places, start, end;
};

static bool
is_digit(codepoint c)
{
	return c >= '0' && c <= '9';
}

static bool
is_upper(codepoint c)
{
	return c >= 'A' && c <= 'Z';
}

static codepoint
char_at(const struct pdf_page *page, const struct pdf_piece *p, size_t i)
{
	return p->start + i < p->end ? page->chars.v[p->start + i].c : 0;
}

/* "(2003)", "(XXII)" */
static bool
is_bracket(const struct pdf_page *page, const struct pdf_piece *p, size_t i)
{
	bool year = is_digit(char_at(page, p, i + 1));
	size_t n = 1;

	if (char_at(page, p, i) != '(')
		return false;
	while (year ? is_digit(char_at(page, p, i + n)) : is_upper(char_at(page, p, i + n)))
		n++;
	return n > 1 && n < 8 && char_at(page, p, i + n) == ')';
}

/* "79/252", "1502 (2003)", "WT/MIN(01)/DEC/1" at the front. */
static bool
begins_number(const struct pdf_page *page, const struct pdf_piece *p)
{
	bool digit = is_digit(char_at(page, p, 0)), slash = false;
	size_t i = 0;

	if (!digit && !is_upper(char_at(page, p, 0)))
		return false;
	for (; p->start + i < p->end && (i == 0 || !page->chars.v[p->start + i].blank); i++) {
		codepoint c = char_at(page, p, i), next = char_at(page, p, i + 1);

		slash = slash || (c == '/' && (is_digit(next) || is_upper(next)));
		digit = digit || is_digit(c);
	}
	return i < NUMBER_MOST && digit && (slash || is_bracket(page, p, i));
}

/* The place at which the piece begins; PLACES if it is none of those that are known. */
static size_t
place_of(const struct list *l, const struct pdf_piece *p)
{
	for (size_t k = 0; k < l->places; k++)
		if (fabsf(l->at[k] - p->box.x0) < SAME)
			return k;
	return PLACES;
}

static bool
add_place(struct list *l, const struct pdf_piece *p, bool number)
{
	size_t k = l->places;

	if (k == PLACES)
		return false;
	for (; k > 0 && l->at[k - 1] > p->box.x0; k--) {
		l->at[k] = l->at[k - 1];
		l->number[k] = l->number[k - 1];
	}
	l->at[k] = p->box.x0;
	l->number[k] = number;
	l->places++;
	return true;
}

/* The row belongs to the list; new places are learnt where a number stands in the row. */
static bool
take_row(const struct pdf_rows *rows, const struct pdf_row *row, struct list *l)
{
	const struct pdf_page *page = rows->page;
	struct list next = *l;
	bool numbers = false;

	for (size_t i = row->start; i < row->end; i++) {
		const struct pdf_piece *p = &page->pieces.v[i];
		bool number = begins_number(page, p);
		size_t k = place_of(&next, p);

		if (p->rtl || (k == PLACES && !(number || (numbers && i > row->start))) ||
		    (k == PLACES && !add_place(&next, p, number)))
			return false;
		k = place_of(&next, p);
		if (k == 0 && !number)
			return false;
		next.number[k] = next.number[k] && number;
		numbers = numbers || number;
	}
	if (l->end > l->start && row->top - row[-1].foot > (numbers ? APART : CLOSE) * row->size)
		return false;
	*l = next;
	return true;
}

/* Pieces of both places stand in one row at least once: not the head of a page and what is below it. */
static bool
shares_row(const struct pdf_rows *rows, const struct list *l)
{
	for (size_t r = l->start; r < l->end; r++)
		if (rows->v.v[r].end - rows->v.v[r].start > 1)
			return true;
	return false;
}

/* A number and its title, once or twice; or numbers alone on both sides. */
static bool
is_list(const struct pdf_rows *rows, const struct list *l)
{
	float side = SIDE * rows->page->width;

	switch (l->places) {
	case 2:
		return shares_row(rows, l) &&
		       (l->number[1] ? l->at[1] - l->at[0] > side : l->end - l->start > 1);
	case 3:
		return l->number[1] ? !l->number[2] && l->at[1] - l->at[0] > side
		                    : l->number[2] && l->at[2] - l->at[0] > side;
	case PLACES:
		return !l->number[1] && l->number[2] && !l->number[3] && l->at[2] - l->at[0] > side;
	default:
		return false;
	}
}

/* Rows in front that go on with titles of the page before. */
static void
reach_back(const struct pdf_rows *rows, struct list *l)
{
	while (l->start > 0) {
		const struct pdf_row *row = &rows->v.v[l->start - 1], *next = row + 1;

		if (row->is_front || next->top - row->foot > CLOSE * row->size)
			return;
		for (size_t i = row->start; i < row->end; i++) {
			size_t k = place_of(l, &rows->page->pieces.v[i]);

			if (k == PLACES || l->number[k])
				return;
		}
		l->start--;
	}
}

static struct list
list_at(const struct pdf_rows *rows, size_t r)
{
	const struct pdf_piece *first = &rows->page->pieces.v[rows->v.v[r].start];
	struct list l = { .start = r, .end = r };

	if (rows->v.v[r].is_front || !begins_number(rows->page, first))
		return l;
	add_place(&l, first, true);
	while (l.end < rows->v.n && take_row(rows, &rows->v.v[l.end], &l))
		l.end++;
	return l;
}

void
pdf_mark_lists(struct pdf_rows *rows)
{
	for (size_t r = 0; r < rows->v.n;) {
		struct list l = list_at(rows, r);

		r++;
		if (!is_list(rows, &l))
			continue;
		reach_back(rows, &l);
		rows->v.v[l.start].list = l.end - l.start;
		for (size_t k = l.start; k < l.end; k++)
			rows->v.v[k].in_list = true;
		r = l.end;
	}
}

/* ----------------------------------------------------------------- entries */

struct entry {
	VEC(struct pdf_run) number, title;
};

/* "79/252 A–B;": the number below it belongs to the same entry. */
static bool
is_open(const struct pdf_page *page, const struct entry *e)
{
	const struct pdf_run *run = e->number.n > 0 ? &e->number.v[e->number.n - 1] : NULL;
	codepoint last = run ? page->chars.v[run->pieces[run->n - 1].end - 1].c : 0;

	return last == ';' || last == ',';
}

static void
close_entry(struct pdf *pdf, struct pdf_page *page, struct entry *e)
{
	for (size_t i = 0; i < e->title.n; i++) {
		struct pdf_run run = e->title.v[i];

		run.joint = i > 0 ? PDF_GOES_ON : e->number.n > 0 ? PDF_CELL : PDF_STARTS;
		VEC_PUSH(&e->number, run);
	}
	if (e->number.n > 0)
		pdf_add_runs(pdf, page, e->number.v, e->number.n,
		             EXTRACT_ROW | EXTRACT_WHOLE | EXTRACT_STARTS, 0);
	VEC_CLEAR(&e->number);
	VEC_CLEAR(&e->title);
}

/* The title is set close behind its number: two pieces. */
static struct pdf_piece *
part_title(struct pdf_page *page, const struct list *l, size_t place, struct pdf_piece *p)
{
	struct pdf_piece *title;

	for (size_t k = p->start + 1; k < p->end; k++) {
		const struct pdf_char *c = &page->chars.v[k];

		if (!c->blank || place + 1 >= l->places || c->box.x0 < l->at[place + 1] - SAME)
			continue;
		title = ARENA_NEW(&page->arena, struct pdf_piece);
		*title = *p;
		title->start = k;
		title->box.x0 = c->box.x0;
		p->end = k;
		p->box.x1 = page->chars.v[k - 1].box.x1;
		return title;
	}
	return NULL;
}

static void
take_piece(struct pdf *pdf, struct pdf_page *page, const struct list *l, struct entry *e,
           struct pdf_piece *p)
{
	size_t place = place_of(l, p);
	struct pdf_run run = { .pieces = p, .n = 1, .joint = PDF_STARTS };

	if (place == PLACES || !l->number[place]) {
		VEC_PUSH(&e->title, run);
		return;
	}
	if (is_open(page, e))
		run.joint = PDF_GOES_ON;
	else
		close_entry(pdf, page, e);
	VEC_PUSH(&e->number, run);
	run.pieces = part_title(page, l, place, p);
	if (run.pieces)
		VEC_PUSH(&e->title, run);
}

void
pdf_add_list(struct pdf *pdf, struct pdf_rows *rows, size_t start)
{
	size_t end = start + rows->v.v[start].list, first = start;
	struct entry e = { 0 };
	struct list l;
	float middle;

	while (first < end && !begins_number(rows->page, &rows->page->pieces.v[rows->v.v[first].start]))
		first++;
	l = list_at(rows, first);
	middle = l.number[1] ? l.at[1] : l.places > 2 && l.number[2] ? l.at[2] : 1e6f;
	for (int side = 0; side < 2; side++) {
		for (size_t r = start; r < end; r++)
			for (size_t i = rows->v.v[r].start; i < rows->v.v[r].end; i++) {
				struct pdf_piece *p = &rows->page->pieces.v[i];

				if ((p->box.x0 > middle - SAME) == side)
					take_piece(pdf, rows->page, &l, &e, p);
			}
		close_entry(pdf, rows->page, &e);
	}
	VEC_RELEASE(&e.number);
	VEC_RELEASE(&e.title);
}
