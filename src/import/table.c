/* SPDX-License-Identifier: ISC */
/*
 * Tables.  Certain signs are tabs or bars between cells and rows of figures; short lines around
 * them, no further apart than the rows, belong to the same table.
 */
#include "config.h"

#include "import_priv.h"

#define LINES_MANY 300000 /* lines that no document has that is not wrapped */
#define ROWS_LEAST 2    /* certain rows that make a table */
#define BETWEEN_MOST 8  /* lines of text cells between two certain rows */
#define SMALL 93        /* per cent of the text's size that tables are set in at most */
#define HEAD_MOST 40    /* lines of column heads above the first certain row */
#define ROOM 3          /* blanks between cells of a line, at least */
#define SMALL_GAP 3     /* blank lines between rows of a table that is set smaller than the text */

/* A figure, a dash for nothing, a percentage, an amount in brackets. */
static bool
is_figure(struct slice w)
{
	size_t digits = 0;

	if (slice_is(w, "–") || slice_is(w, "—") || slice_is(w, "-") || slice_is(w, "…") || slice_is(w, ".."))
		return true;
	for (size_t i = 0; i < w.len; i++)
		if (byte_is_digit(w.p[i]))
			digits++;
		else if (w.p[i] != '.' && w.p[i] != ',' && w.p[i] != '(' && w.p[i] != ')' && w.p[i] != '%' &&
		         w.p[i] != '$' && w.p[i] != '-' && w.p[i] != '=')
			return digits > 0 && i + 1 == w.len; /* 350a: with a note */
	return digits > 0;
}

/* Words at the end of the line that are figures, and words in all. */
static void
count_words(struct slice text, size_t *figures, size_t *words)
{
	struct slice rest = text, w;

	*figures = *words = 0;
	while (slice_next(&rest, ' ', &w)) {
		if (w.len == 0)
			continue;
		++*words;
		*figures = is_figure(w) ? *figures + 1 : 0;
	}
}

static size_t
count_byte(struct slice text, char c)
{
	size_t n = 0;

	for (size_t at = 0; (at = slice_find_byte(text, c, at)) != SLICE_NONE; at++)
		n++;
	return n;
}

/* Cells between bars or tabs, or figures: more than running text has. */
static bool
is_row(const struct import *im, const struct line *line)
{
	struct slice text = line->text;
	size_t figures, words, label = label_read(text).len;
	struct slice inner = slice_skip(text, label);

	if (given_has(line, EXTRACT_ROW))
		return true;
	if (text.len > 600)
		return false;
	if (text.p[0] == '|' || count_byte(text, '|') >= 2)
		return true;
	if (count_byte(inner, '\t') >= 1 && count_byte(inner, '\t') * 60 > inner.len)
		return true;
	if (line->given && line->given->right > 0)
		return false; /* room between its cells would be known */
	count_words(text, &figures, &words);
	if (label_read(text).kind == LABEL_NUMBER && figures < 3)
		return false;
	if (figures >= 3)
		return figures * 8 >= words;
	/* Two figures at the end of a short line. */
	return figures == 2 && words <= 10 && line->width < im->rhythm.measure * 9 / 10 &&
	       (line->trail > 0 || !im->rhythm.trail_ends);
}

/* Room between its words as between columns, at least twice: "Kind      2022    2024". */
static bool
is_parted(struct slice text)
{
	size_t blanks = 0, rooms = 0;

	for (size_t i = 0; i < text.len; i++) {
		blanks = text.p[i] == ' ' ? blanks + 1 : 0;
		rooms += blanks == ROOM;
	}
	return rooms >= 2;
}

/* A line that could be a cell, or cells: short or parted, no sentence, not far from its neighbour. */
static bool
is_cell(const struct import *im, const struct line *line)
{
	enum label_kind kind = label_read(line->text).kind;

	if (line->role != ROLE_BODY || line->page_start || kind == LABEL_HAN || kind == LABEL_ROMAN ||
	    kind == LABEL_ANNEX)
		return false;
	return (line->width < im->rhythm.measure * 6 / 10 || is_parted(line->text)) &&
	       !char_ends_sentence(char_last(line->text));
}

/* Set smaller than the text, as tables are. */
static bool
is_small(const struct line *line, uint32_t small)
{
	return line->given && line->given->size > 0 && line->given->size <= small &&
	       line->given->label == 0 && !line->page_start;
}

static bool
is_near(const struct import *im, const struct line *line, uint32_t small)
{
	uint32_t most = im->rhythm.usual_gap + 1;

	return line->gap <= (is_small(line, small) && most < SMALL_GAP ? SMALL_GAP : most) && !line->page_start;
}

/* Set as the text is, while the rows are smaller: no cell. */
static bool
is_larger(const struct line *line, const struct line *row, uint32_t small)
{
	return line->given && line->given->size > small && is_small(row, small);
}

/* Cells in small letters, or of several lines: no text is set so. */
static bool
is_certain(const struct line *line, uint32_t small)
{
	return given_has(line, EXTRACT_ROW | EXTRACT_STARTS) ||
	       (is_small(line, small) && count_byte(line->text, '\t') > 0);
}

/* Certain rows from `start` on, with few lines between them; gives the end of the last. */
static size_t
rows_end(const struct import *im, size_t start, uint32_t small, size_t *rows)
{
	size_t end = start, between = 0;

	*rows = 0;
	for (size_t i = start; i < im->lines.n; i++) {
		const struct line *line = &im->lines.v[i];

		if (line->role != ROLE_BODY || (i > start && !is_near(im, line, small)))
			break;
		if (is_row(im, line)) {
			*rows += is_certain(line, small) ? ROWS_LEAST : 1;
			end = i + 1;
			between = 0;
		} else if (++between > BETWEEN_MOST || is_larger(line, &im->lines.v[start], small) ||
		           !(is_cell(im, line) || is_small(line, small))) {
			break;
		}
	}
	return end;
}

/* A heading over the table: it starts at its edge, in letters no smaller, with room below it. */
static bool
stands_over(const struct line *line, const struct line *row)
{
	return line->given && row->given && line->given->right > 0 && line->given->x <= row->given->x + 20 &&
	       line->given->size >= row->given->size;
}

/* The number of the table, or the name below it: no part of the table itself. */
static bool
is_caption(const struct import *im, size_t i)
{
	return caption_is_number(im->lines.v[i].text) ||
	       (i > 0 && caption_is_number(im->lines.v[i - 1].text) && !is_parted(im->lines.v[i].text));
}

/* Column heads above the first row. */
static size_t
head_start(const struct import *im, size_t start, uint32_t small)
{
	size_t first = start;

	for (size_t n = 0; n < HEAD_MOST && first > 0; n++, first--)
		if (is_caption(im, first - 1) || stands_over(&im->lines.v[first - 1], &im->lines.v[start]) ||
		    is_larger(&im->lines.v[first - 1], &im->lines.v[start], small) ||
		    !is_near(im, &im->lines.v[first], small) || !is_cell(im, &im->lines.v[first - 1]) ||
		    label_read(im->lines.v[first - 1].text).kind != LABEL_NONE)
			break;
	return first;
}

/* A log or a file of data: a block a line would only cost memory. */
static void
mark_data(struct import *im)
{
	for (size_t i = 0; i < im->lines.n; i++)
		if (im->lines.v[i].role == ROLE_BODY)
			im->lines.v[i].role = ROLE_TABLE;
	diag_add(&im->doc->diag, DIAG_NOTE, 0, 0, "%zu short lines are shown as one table",
	         "%zu 行短文本按一张表显示", im->lines.n);
}

void
table_mark(struct import *im)
{
	uint32_t small = im->given ? given_size(im) * SMALL / 100 : 0;

	if (im->lines.n > LINES_MANY && !im->rhythm.wrapped)
		mark_data(im);
	for (size_t i = 0; i < im->lines.n;) {
		size_t rows = 0, end, start;

		if (im->lines.v[i].role != ROLE_BODY || !is_row(im, &im->lines.v[i])) {
			i++;
			continue;
		}
		end = rows_end(im, i, small, &rows);
		if (rows < ROWS_LEAST) {
			i = end > i ? end : i + 1;
			continue;
		}
		start = head_start(im, i, small);
		for (size_t k = start; k < end; k++)
			im->lines.v[k].role = ROLE_TABLE;
		i = end;
	}
}
