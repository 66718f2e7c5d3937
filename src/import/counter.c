/* SPDX-License-Identifier: ISC */
/*
 * What labels mean, by counting (domain.md, E.4 and E.5).
 *
 * A numbered paragraph is the one that was expected next; a jump is never believed.  Items count on
 * from (a), headings from I. or 一.  A label that fits no count is text.
 */
#include "config.h"

#include "import_priv.h"

#include "text/numeral.h"

#define LOOK_AHEAD 64 /* labels looked at to choose between a list and the paragraphs themselves */
#define LOST_MOST 4   /* paragraph numbers in a row that may have been lost */

struct counter {
	struct import *im;
	VEC(size_t) numbers; /* lines with LABEL_NUMBER that could start something */
	size_t at;           /* index into numbers of the next one */
	long paragraph;      /* last accepted, 0 before the first */
	long list;           /* last accepted number of a list within a paragraph */
	long item[LABEL_ANNEX + 1];    /* last accepted value of each kind */
	long heading3;       /* last "1." that was a heading */
	bool restart;        /* a heading that may start the count again has just passed */
	bool in_article;     /* of a treaty or of rules: its paragraphs count from 1, under no headings */
	long han_paragraph;  /* last accepted "一、" of the article */
	struct slice prefix; /* of dotted numbers: "29C." */
	long broken[LABEL_ANNEX + 1]; /* counts of headings when one of them began again, as in a table */
};

static void
collect_numbers(struct counter *c)
{
	struct import *im = c->im;

	for (size_t i = 0; i < im->lines.n; i++) {
		struct line *line = &im->lines.v[i];

		if (line->role != ROLE_BODY)
			continue;
		line->label = given_label(line);
		if (line->label.kind == LABEL_NUMBER && list_may_start(im, i))
			VEC_PUSH(&c->numbers, i);
	}
}

static long
value_at(const struct counter *c, size_t k)
{
	return c->im->lines.v[c->numbers.v[k]].label.value;
}

/* Among the labels behind number k, `want` stands before `stop` does. */
static bool
comes_before(const struct counter *c, size_t k, long want, long stop)
{
	for (size_t j = k + 1; j < c->numbers.n && j <= k + LOOK_AHEAD; j++) {
		if (value_at(c, j) == want)
			return true;
		if (value_at(c, j) == stop)
			return false;
	}
	return false;
}

/* The expected number, but a list is being counted here and the same number comes again. */
static bool
belongs_to_list(const struct counter *c, size_t k)
{
	long v = value_at(c, k);

	return c->list > 0 && v == c->list + 1 && comes_before(c, k, v, v + 40);
}

/* A "1." heading of the third level: it has a heading's shape, and the paragraphs go on without it. */
static bool
is_number_heading(const struct counter *c, size_t k)
{
	size_t i = c->numbers.v[k];
	long v = value_at(c, k), next = k + 1 < c->numbers.n ? value_at(c, k + 1) : 0;

	if (c->in_article || !heading_shaped(c->im, i))
		return false;
	if (v != c->heading3 + 1 && v != 1)
		return false;
	if (v == c->paragraph + 1)
		return next == v && !heading_shaped(c->im, c->numbers.v[k + 1]);
	return c->paragraph > 0 ? comes_before(c, k, c->paragraph + 1, 0)
	                        : next == 1 && !heading_shaped(c->im, c->numbers.v[k + 1]);
}

static bool
accepts_first(const struct counter *c, size_t k)
{
	long v = value_at(c, k);

	/* A part of a document may start with any number, if it goes on counting. */
	return v == 1 || (k + 1 < c->numbers.n && value_at(c, k + 1) == v + 1);
}

/*
 * A number further on, while the expected one does not come and the next two do: the expected one
 * was lost.  A jump that nothing confirms is text.
 */
static bool
confirms_loss(struct counter *c, size_t k)
{
	long v = value_at(c, k);
	const struct line *line = &c->im->lines.v[c->numbers.v[k]];

	if (v <= c->paragraph + 1 || v > c->paragraph + LOST_MOST || k + 2 >= c->numbers.n ||
	    value_at(c, k + 1) != v + 1 || value_at(c, k + 2) != v + 2 ||
	    comes_before(c, k, c->paragraph + 1, 0))
		return false;
	diag_add(&c->im->doc->diag, DIAG_WARNING, line->page, line->number,
	         "paragraph %ld was expected, %ld was found; the numbers go on from there",
	         "应为第 %ld 段，实际为第 %ld 段；此后按该编号继续", c->paragraph + 1, v);
	return true;
}

static bool
accepts(struct counter *c, size_t k)
{
	long v = value_at(c, k);

	if (c->paragraph == 0)
		return accepts_first(c, k);
	if (confirms_loss(c, k))
		return true;
	if (v == c->paragraph + 1)
		return !belongs_to_list(c, k);
	return v == 1 && c->restart && comes_before(c, k, 2, c->paragraph + 1);
}

static void
new_paragraph(struct counter *c)
{
	for (size_t i = 0; i < sizeof c->item / sizeof *c->item; i++)
		if (i == LABEL_LETTER || i == LABEL_SMALL_ROMAN || i == LABEL_BRACKETED ||
		    i == LABEL_BRACKET_HAN)
			c->item[i] = 0;
	c->list = 0;
	c->restart = false;
}

static enum label_use
use_number(struct counter *c, size_t i)
{
	size_t k;
	long v = c->im->lines.v[i].label.value;

	while (c->at < c->numbers.n && c->numbers.v[c->at] < i)
		c->at++;
	if (c->at >= c->numbers.n || c->numbers.v[c->at] != i)
		return USE_NONE;
	k = c->at;
	if (is_number_heading(c, k)) {
		c->heading3 = v;
		c->list = 0;
		return USE_HEADING;
	}
	if (accepts(c, k)) {
		c->paragraph = v;
		new_paragraph(c);
		return USE_PARAGRAPH;
	}
	if (v == c->list + 1 && list_opens(c->im, i)) {
		c->list = v;
		return USE_ITEM;
	}
	return USE_NONE;
}

/* "16.44" is followed by "16.45", or by "17.1". */
static enum label_use
use_dotted(struct counter *c, size_t i)
{
	struct label *l = &c->im->lines.v[i].label;
	struct slice prefix = slice_trim_end(l->text);

	if (!list_may_start(c->im, i))
		return USE_NONE;
	while (prefix.len > 0 && prefix.p[prefix.len - 1] == '.')
		prefix.len--;
	while (prefix.len > 0 && byte_is_digit(prefix.p[prefix.len - 1]))
		prefix.len--;
	if (slice_eq(prefix, c->prefix) ? l->value != c->item[LABEL_DOTTED] + 1 : l->value != 1)
		return USE_NONE;
	c->prefix = prefix;
	c->item[LABEL_DOTTED] = l->value;
	new_paragraph(c);
	return USE_PARAGRAPH;
}

/* "(i)" after "(h)" is a letter, else a numeral; the same for v, x, c, d … */
static void
settle_roman(const struct counter *c, struct label *l)
{
	struct slice s = l->text;
	long value;

	while (s.len > 0 && !byte_is_alpha(s.p[0]))
		s = slice_skip(s, 1);
	if (l->kind != LABEL_LETTER || numeral_roman(s, &value) == 0 ||
	    c->item[LABEL_LETTER] + 1 == l->value)
		return;
	if (value == c->item[LABEL_SMALL_ROMAN] + 1) {
		l->kind = LABEL_SMALL_ROMAN;
		l->value = value;
	}
}

static enum label_use
use_item(struct counter *c, size_t i)
{
	struct label *l = &c->im->lines.v[i].label;

	settle_roman(c, l);
	if (!list_may_start(c->im, i))
		return USE_NONE;
	if (l->kind == LABEL_BULLET)
		return list_opens(c->im, i) ? USE_ITEM : USE_NONE;
	if (l->value == 1) {
		size_t a = join_before(c->im, i);
		bool inside = a != SLICE_NONE && join_score(c->im, a, i) > 0;

		if (inside && !(list_opens(c->im, i) && list_second_follows(c->im, i)))
			return USE_NONE;
	} else if (l->value != c->item[l->kind] + 1 || !list_opens(c->im, i)) {
		return USE_NONE;
	}
	c->item[l->kind] = l->value;
	if (l->kind == LABEL_LETTER)
		c->item[LABEL_SMALL_ROMAN] = 0;
	return USE_ITEM;
}

/* "C." after "B." is a letter, after nothing a hundred. */
static void
settle_upper(const struct counter *c, struct label *l)
{
	long letter = l->text.len > 0 ? l->text.p[0] - 'A' + 1 : 0;

	if (l->kind != LABEL_ROMAN || l->text.len != 2 || l->value == c->item[LABEL_ROMAN] + 1)
		return;
	if (letter == c->item[LABEL_UPPER] + 1) {
		l->kind = LABEL_UPPER;
		l->value = letter;
	}
}

/* "二、" in an article is its second paragraph; headings are written "二." */
static bool
is_article_paragraph(struct counter *c, size_t i)
{
	const struct label *l = &c->im->lines.v[i].label;

	if (!c->in_article || l->kind != LABEL_HAN || !slice_ends(l->text, "、") ||
	    l->value != c->han_paragraph + 1 || !list_may_start(c->im, i))
		return false;
	c->han_paragraph = l->value;
	return true;
}

/* A heading "I." while the last one was II. D.: perhaps of a table, and "E." comes later. */
static void
keep_broken(struct counter *c, const struct label *l)
{
	if (l->value != 1 || c->item[l->kind] == 0 || (c->item[LABEL_UPPER] == 0 && c->broken[l->kind] > 0))
		return;
	for (enum label_kind kind = LABEL_HAN; kind <= LABEL_UPPER; kind++)
		c->broken[kind] = c->item[kind];
}

/* It goes on from what the count was before it began again. */
static bool
mends_broken(struct counter *c, const struct label *l)
{
	if (c->broken[l->kind] == 0 || l->value != c->broken[l->kind] + 1)
		return false;
	for (enum label_kind kind = LABEL_HAN; kind <= LABEL_UPPER; kind++) {
		c->item[kind] = c->broken[kind];
		c->broken[kind] = 0;
	}
	return true;
}

static enum label_use
use_heading(struct counter *c, size_t i)
{
	struct label *l = &c->im->lines.v[i].label;
	bool ranks_high;
	long last;

	if (is_article_paragraph(c, i)) {
		new_paragraph(c);
		return USE_PARAGRAPH;
	}
	settle_upper(c, l);
	ranks_high = l->kind == LABEL_HAN || l->kind == LABEL_ROMAN;
	last = c->item[l->kind];
	if (!list_may_start(c->im, i))
		return USE_NONE;
	if (l->value != last + 1 && l->value != 1 && !(last == 0 && ranks_high) && !mends_broken(c, l))
		return USE_NONE;
	if (!heading_shaped(c->im, i)) {
		if (l->kind != LABEL_HAN)
			return USE_NONE;
		c->item[l->kind] = l->value;
		return USE_ITEM; /* 一、 of treaties and old records */
	}
	if (ranks_high)
		keep_broken(c, l);
	c->item[l->kind] = l->value;
	if (ranks_high)
		c->item[LABEL_UPPER] = 0;
	c->in_article = false;
	c->heading3 = 0;
	new_paragraph(c);
	c->restart = true;
	return USE_HEADING;
}

/* Articles, chapters, parts and annexes stand alone on their line, or carry a short title. */
static enum label_use
use_division(struct counter *c, size_t i)
{
	struct line *line = &c->im->lines.v[i];
	enum label_kind kind = line->label.kind;

	if (!list_may_start(c->im, i))
		return USE_NONE;
	if (!heading_shaped(c->im, i) && !(kind == LABEL_ARTICLE && line->label.value == c->item[kind] + 1))
		return USE_NONE;
	if (kind == LABEL_ANNEX && line->label.len < line->text.len)
		return USE_NONE;
	c->item[kind] = line->label.value;
	new_paragraph(c);
	c->restart = true;
	c->in_article = kind == LABEL_ARTICLE;
	c->han_paragraph = 0;
	c->heading3 = 0;
	c->item[LABEL_UPPER] = 0;
	for (enum label_kind k = LABEL_HAN; k <= LABEL_UPPER; k++)
		c->broken[k] = 0;
	if (kind == LABEL_ANNEX) {
		c->paragraph = 0;
		c->item[LABEL_HAN] = c->item[LABEL_ROMAN] = c->item[LABEL_ARTICLE] = c->item[LABEL_CHAPTER] = 0;
	}
	return USE_HEADING;
}

/* Decisions come one after the other, each with a title below its number; numbers in lists do not. */
static enum label_use
use_decision(struct counter *c, size_t i)
{
	const struct import *im = c->im;
	long value = im->lines.v[i].label.value;
	bool counts = value == c->item[LABEL_DECISION] + 1 && c->item[LABEL_DECISION] > 0;
	size_t title = line_next_body(im, i + 1);

	if (title >= im->lines.n || label_read(im->lines.v[title].text).kind != LABEL_NONE ||
	    !list_may_start(c->im, i))
		return USE_NONE;
	for (size_t k = line_next_body(im, title + 1); k < im->lines.n && !counts; k = line_next_body(im, k + 1)) {
		const struct label *l = &im->lines.v[k].label;

		if (l->kind != LABEL_DECISION)
			continue;
		if (l->value != value + 1)
			return USE_NONE;
		counts = true;
	}
	if (!counts)
		return USE_NONE;
	c->item[LABEL_DECISION] = value;
	c->item[LABEL_UPPER] = 0;
	new_paragraph(c);
	c->paragraph = c->heading3 = 0;
	return USE_HEADING;
}

static enum label_use
use_of(struct counter *c, size_t i)
{
	switch (c->im->lines.v[i].label.kind) {
	case LABEL_NONE:
		return USE_NONE;
	case LABEL_NUMBER:
		return use_number(c, i);
	case LABEL_DOTTED:
		return use_dotted(c, i);
	case LABEL_LETTER:
	case LABEL_SMALL_ROMAN:
	case LABEL_BRACKETED:
	case LABEL_BRACKET_HAN:
	case LABEL_BULLET:
		return use_item(c, i);
	case LABEL_HAN:
	case LABEL_ROMAN:
	case LABEL_UPPER:
		return use_heading(c, i);
	case LABEL_ARTICLE:
	case LABEL_CHAPTER:
	case LABEL_PART:
	case LABEL_ANNEX:
		return use_division(c, i);
	case LABEL_DECISION:
		return use_decision(c, i);
	}
	return USE_NONE;
}

/* The format counts it, if the text does not: a list of another beginning. */
static bool
is_counted(const struct line *line)
{
	return given_has(line, EXTRACT_WHOLE | EXTRACT_STARTS) && line->given->label > 0 &&
	       line->label.kind != LABEL_BULLET;
}

void
counter_run(struct import *im)
{
	struct counter c = { .im = im };

	collect_numbers(&c);
	for (size_t i = line_next_body(im, 0); i < im->lines.n; i = line_next_body(im, i + 1)) {
		struct line *line = &im->lines.v[i];

		line->use = (uint8_t)use_of(&c, i);
		if (line->use == USE_NONE && is_counted(line))
			line->use = USE_ITEM;
		if (heading_is_known(line->text))
			c.restart = true;
	}
	VEC_RELEASE(&c.numbers);
}
