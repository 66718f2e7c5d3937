/* SPDX-License-Identifier: ISC */
/*
 * Titles on the first page and headings without a number.
 */
#include "config.h"

#include "import_priv.h"

#include "masthead_priv.h"
#include "text/fold.h"
#include "text/utf8.h"

#define TITLE_BYTES 600
#define TITLES_MOST 8
#define HEADING_BYTES 240
#define DATE_WORDS 3

static bool
ends_like_text(struct slice text)
{
	codepoint last, very_last;

	/* The mark of a footnote is not the end. */
	while (text.len > 0 && (byte_is_digit(text.p[text.len - 1]) || text.p[text.len - 1] == ' '))
		text.len--;
	last = char_last_inside(text);
	very_last = char_last(text);

	return char_ends_sentence(last) || last == ';' || last == ',' || last == 0xFF1B || last == 0xFF0C ||
	       last == 0x3001 || very_last == ':' || very_last == 0xFF1A || very_last == '-';
}

static bool
starts_like_heading(struct slice text)
{
	codepoint c = char_first(text);

	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x400 && c <= 0x42F) ||
	       fold_is_han(c) || c == 0x300A || c == 0x201C || (c >= '0' && c <= '9');
}

static size_t
next_piece(const struct import *im, size_t i)
{
	for (i++; i < im->pieces.n && im->pieces.v[i].block.kind == BLOCK_FOOTNOTE;)
		i++;
	return i;
}

/* What follows is what a heading stands over. */
static bool
governs(const struct import *im, size_t i)
{
	size_t next = next_piece(im, i);
	const struct piece *p = next < im->pieces.n ? &im->pieces.v[next] : NULL;

	if (!p)
		return false;
	return p->block.kind == BLOCK_PARAGRAPH || p->block.kind == BLOCK_HEADING ||
	       p->block.kind == BLOCK_TABLE ||
	       (p->block.kind == BLOCK_TEXT && (ends_like_text(p->block.text) || p->block.text.len > HEADING_BYTES));
}

/* It is set off from the text before it, as this document sets headings off. */
static bool
is_set_off(const struct import *im, const struct piece *p)
{
	const struct rhythm *r = &im->rhythm;

	if (r->trail_ends || r->usual_gap > 0)
		return p->gap > r->usual_gap && (p->indent > 0 || p->gap > r->usual_gap + 1);
	return p->gap > 0 && r->gap_score[p->gap < RHYTHM_GAPS ? p->gap : RHYTHM_GAPS - 1] < 0;
}

/* "Annual session 12 June 2025": when it was adopted, below the text. */
static bool
ends_in_date(struct slice text)
{
	size_t words = 0, at = text.len;

	while (at > 0 && words < DATE_WORDS)
		words += text.p[--at] == ' ';
	return words == DATE_WORDS && masthead_is_date(slice_skip(text, at + 1));
}

static bool
is_heading(const struct import *im, size_t i)
{
	const struct piece *p = &im->pieces.v[i];
	struct slice text = p->block.text;

	if (p->block.kind != BLOCK_TEXT)
		return false;
	if (heading_is_known(text) || (p->given & EXTRACT_HEADING))
		return true;
	/* "The Executive Board" below the title of each of its decisions: the first words of a sentence. */
	if (i > 0 && p[-1].label.kind == LABEL_DECISION && p[-1].use == USE_HEADING)
		return false;
	if (im->has_faces && !(p->given & (EXTRACT_BOLD | EXTRACT_ITALIC)))
		return false;
	return im->rhythm.wrapped && text.len <= HEADING_BYTES && starts_like_heading(text) &&
	       !ends_like_text(text) && !ends_in_date(text) && is_set_off(im, p) && governs(im, i);
}

/* From the masthead to the first heading, numbered paragraph or sentence. */
static void
mark_titles(struct import *im)
{
	size_t i = 0, n = 0;

	while (i < im->pieces.n && im->pieces.v[i].block.kind == BLOCK_MASTHEAD)
		i++;
	for (; i < im->pieces.n && n < TITLES_MOST; i++) {
		struct block *b = &im->pieces.v[i].block;

		if (b->kind == BLOCK_MASTHEAD)
			continue;
		if (b->kind != BLOCK_TEXT || b->page > 1 || b->text.len > TITLE_BYTES ||
		    char_ends_sentence(char_last(b->text)) || heading_is_known(b->text) ||
		    char_last(b->text) == ',' || char_last(b->text) == 0xFF0C)
			return;
		b->kind = BLOCK_TITLE;
		n++;
	}
}

void
title_find(struct import *im)
{
	if (im->has_masthead)
		mark_titles(im);
	for (size_t i = im->pieces.n; i > 0; i--) {
		struct piece *p = &im->pieces.v[i - 1];

		if (is_heading(im, i - 1)) {
			p->block.kind = BLOCK_HEADING;
			p->use = USE_HEADING;
		}
	}
}
