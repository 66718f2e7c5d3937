/* SPDX-License-Identifier: ISC */
/*
 * The text of a line from its pieces; raised figures and links become spans.
 */
#include "config.h"

#include "pdf_priv.h"

#define RAISED 0.82f   /* of the line's size; larger figures are no marks */
#define LIFT 0.12f     /* ems above the line's foot */
#define WORD 0.12f     /* ems of room that part words of two pieces */
#define CELL 1.35f     /* … and cells */
#define TENTHS 10
#define MARK_MOST 6    /* figures and commas of one */

struct made {
	struct pdf *pdf;
	struct pdf_page *page;
	struct buf text;
	float size, foot; /* of the line */
	float first, last; /* feet of its first and its last row */
	size_t label;     /* bytes of a raised figure at the front */
	size_t mark;      /* start of the raised stretch at hand; SLICE_NONE if there is none */
	size_t link_start;
	uint16_t link;
	bool all_bold, all_italic;
	VEC(struct extract_span) spans;
};

static int32_t
tenths(float points)
{
	float t = points * TENTHS;

	return t > 1e6f ? 1000000 : t < -1e6f ? -1000000 : (int32_t)t;
}

static bool
is_mark_char(codepoint c)
{
	return (c >= '0' && c <= '9') || c == '*' || (c >= 'a' && c <= 'z') || c == ',' || c == 0x2020;
}

static bool
is_raised(const struct made *m, const struct pdf_char *c)
{
	return c->size < RAISED * m->size && c->box.y1 < m->foot - LIFT * m->size && is_mark_char(c->c);
}

/* "12", "*", "a,b": letters stand alone. */
static bool
is_mark(struct slice mark)
{
	for (size_t i = 1; i < mark.len; i++)
		if (byte_is_alpha(mark.p[i]) && byte_is_alpha(mark.p[i - 1]))
			return false;
	return mark.len > 0 && mark.len <= MARK_MOST;
}

static void
end_mark(struct made *m)
{
	struct slice mark;

	if (m->mark == SLICE_NONE)
		return;
	mark = slice_skip(buf_slice(&m->text), m->mark);
	while (mark.len > 0 && (mark.p[mark.len - 1] == ',' || mark.p[mark.len - 1] == ' '))
		mark.len--;
	if (m->mark == 0 && is_mark(mark))
		m->label = mark.len;
	else if (is_mark(mark))
		VEC_PUSH(&m->spans, ((struct extract_span){ .start = (uint32_t)m->mark,
		                                            .end = (uint32_t)(m->mark + mark.len),
		                                            .kind = EXTRACT_MARK }));
	m->mark = SLICE_NONE;
}

/* How many more brackets close than open. */
static long
unopened(struct slice text)
{
	long n = 0;

	for (size_t i = 0; i < text.len; i++)
		n += text.p[i] == ')' ? 1 : text.p[i] == '(' ? -1 : 0;
	return n;
}

/* Brackets, stops and blanks at the ends of what the rectangle covers are not meant. */
static void
end_link(struct made *m)
{
	struct slice text = buf_slice(&m->text);
	size_t start = m->link_start, end = text.len;

	if (m->link == 0)
		return;
	while (start < end && (text.p[start] == ' ' || text.p[start] == '(' || text.p[start] == '\t'))
		start++;
	while (end > start && (text.p[end - 1] == ' ' || text.p[end - 1] == ',' || text.p[end - 1] == ';' ||
	                       text.p[end - 1] == '.' || text.p[end - 1] == '\t' ||
	                       (text.p[end - 1] == ')' && unopened(slice_sub(text, start, end)) > 0)))
		end--;
	if (start < end)
		VEC_PUSH(&m->spans, ((struct extract_span){
			                    .start = (uint32_t)start,
			                    .end = (uint32_t)end,
			                    .kind = EXTRACT_LINK,
			                    .target = m->page->links.v[m->link - 1].target }));
	m->link = 0;
}

static bool
same_target(const struct made *m, uint16_t a, uint16_t b)
{
	return a == b || (a && b && slice_eq(m->page->links.v[a - 1].target, m->page->links.v[b - 1].target));
}

/* "29C.14" at the front, and a word set close behind it. */
static bool
ends_number(struct slice text, codepoint next)
{
	size_t n = 0;
	bool point = false;

	if (next < 'A' || next > 'Z' || text.len > 8)
		return false;
	for (; n < text.len; n++) {
		if (text.p[n] == '.' && n > 0)
			point = true;
		else if (!byte_is_digit(text.p[n]) && !(byte_is_upper(text.p[n]) && n > 0 && !point))
			return false;
	}
	return point && byte_is_digit(text.p[n - 1]);
}

static void
add_char(struct made *m, const struct pdf_char *c)
{
	if (!same_target(m, m->link, c->link)) {
		end_link(m);
		m->link = c->link;
		m->link_start = m->text.len;
	}
	if (!is_raised(m, c)) {
		bool was_label = m->mark == 0 && c->size >= RAISED * m->size;

		if (c->size < RAISED * m->size)
			m->mark = SLICE_NONE; /* small letters, not raised ones */
		end_mark(m);
		if (was_label && !(m->text.len > 0 && m->text.p[m->text.len - 1] == ' '))
			buf_add_byte(&m->text, ' ');
	} else if (m->mark == SLICE_NONE) {
		m->mark = m->text.len;
	}
	if (ends_number(buf_slice(&m->text), c->c))
		buf_add_byte(&m->text, ' ');
	utf8_add(&m->text, c->c);
	if (m->mark != SLICE_NONE)
		return;
	m->all_bold = m->all_bold && c->bold;
	m->all_italic = m->all_italic && c->italic;
}

/* Room between two pieces, from their places. */
static void
add_room(struct made *m, const struct pdf_piece *before, const struct pdf_piece *next)
{
	float room = before->rtl && next->rtl ? before->box.x0 - next->box.x1 : next->box.x0 - before->box.x1;

	if (room >= CELL * m->size)
		buf_add_byte(&m->text, '\t');
	else if (room > WORD * m->size || m->page->chars.v[next->start].blank)
		buf_add_byte(&m->text, ' ');
}

/* The largest piece stands for the line. */
static void
set_measure(struct made *m, const struct pdf_piece *pieces, size_t n)
{
	size_t best = 0;

	for (size_t i = 0; i < n; i++) {
		size_t letters = pieces[i].end - pieces[i].start;

		if (letters > best && !(m->size > pieces[i].size / RAISED)) {
			best = letters;
			m->size = pieces[i].size;
			m->foot = pieces[i].box.y1;
		}
	}
	for (size_t i = 0; i < n; i++)
		if (pieces[i].size > m->size / RAISED) {
			m->size = pieces[i].size;
			m->foot = pieces[i].box.y1;
		}
}

static void
push(struct made *m, const struct pdf_piece *first, const struct pdf_piece *last, unsigned flags,
     uint8_t column)
{
	float x0 = first->box.x0, x1 = last->box.x1;

	if (first->rtl) { /* read from the other edge */
		x0 = m->page->width - first->box.x1;
		x1 = m->page->width - last->box.x0;
	}
	extract_add(m->pdf->out, (struct extract_line){
		                         .text = buf_slice(&m->text),
		                         .page = m->page->number,
		                         .x = tenths(x0),
		                         .right = x1 > 0.1f ? tenths(x1) : 1,
		                         .y = tenths(m->last),
		                         .size = (uint16_t)tenths(m->size > 6000 ? 6000 : m->size),
		                         .label = (uint16_t)m->label,
		                         .flags = (uint16_t)(flags | (m->all_bold ? EXTRACT_BOLD : 0) |
		                                             (m->all_italic ? EXTRACT_ITALIC : 0)) });
	for (size_t i = 0; i < m->spans.n; i++)
		extract_add_span(m->pdf->out, m->spans.v[i].start, m->spans.v[i].end, m->spans.v[i].kind,
		                 m->spans.v[i].target);
	VEC_PUSH(&m->pdf->column, column);
	VEC_PUSH(&m->pdf->first, tenths(m->first));
}

/* A hyphen or slash at the end of a row: nothing goes between. */
static bool
binds(struct slice text)
{
	return slice_ends(text, "-") || slice_ends(text, "/") || slice_ends(text, "\xE2\x80\x90") ||
	       slice_ends(text, "\xE2\x80\x91") || slice_ends(text, "\xE2\x80\x93");
}

static void
add_joint(struct made *m, enum pdf_joint joint)
{
	if (joint == PDF_CELL) {
		end_link(m);
		buf_add_byte(&m->text, '\t');
	} else if (joint == PDF_GOES_ON && !binds(buf_slice(&m->text))) {
		buf_add_byte(&m->text, ' ');
	}
}

static void
add_run(struct made *m, const struct pdf_run *run)
{
	const struct pdf_piece *p = run->pieces;

	add_joint(m, run->joint);
	m->size = 0;
	set_measure(m, p, run->n);
	m->first = m->first > 0 && m->first < m->foot ? m->first : m->foot;
	m->last = m->last > m->foot ? m->last : m->foot;
	for (size_t i = 0; i < run->n; i++) {
		if (i > 0)
			add_room(m, &p[i - 1], &p[i]);
		for (size_t k = p[i].start; k < p[i].end; k++) {
			if (k > p[i].start && m->page->chars.v[k].blank)
				buf_add_byte(&m->text, ' ');
			add_char(m, &m->page->chars.v[k]);
		}
	}
	end_mark(m);
}

void
pdf_add_runs(struct pdf *pdf, struct pdf_page *page, const struct pdf_run *runs, size_t n,
             unsigned flags, uint8_t column)
{
	struct made m = { .pdf = pdf, .page = page, .mark = SLICE_NONE, .all_bold = true,
		          .all_italic = true };
	const struct pdf_run *last = &runs[n - 1];

	for (size_t i = 0; i < n; i++)
		add_run(&m, &runs[i]);
	end_link(&m);
	if (m.text.len > 0)
		push(&m, &runs[0].pieces[0], &last->pieces[last->n - 1], flags, column);
	VEC_RELEASE(&m.spans);
	buf_release(&m.text);
}

void
pdf_add_line(struct pdf *pdf, struct pdf_page *page, const struct pdf_piece *pieces, size_t n,
             unsigned flags, uint8_t column)
{
	struct pdf_run run = { .pieces = pieces, .n = n, .joint = PDF_STARTS };

	pdf_add_runs(pdf, page, &run, 1, flags, column);
}
