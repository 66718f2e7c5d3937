/* SPDX-License-Identifier: ISC */
/*
 * Footnote marks and links that the format itself ties to the words (PDF annotations, DOCX
 * references): no guessing by numbers.
 */
#include "config.h"

#include "mark_priv.h"

#include "cite/symbol.h"

#include <string.h>

size_t
mark_given_first(struct marker *m, size_t piece)
{
	const struct import *im = m->im;

	while (m->tie < im->ties.n && im->ties.v[m->tie].piece < piece)
		m->tie++;
	return m->tie;
}

/* Calls for each tie of the piece: i from mark_given_first() on. */
static const struct given_tie *
tie_at(const struct marker *m, size_t piece, size_t i)
{
	const struct import *im = m->im;

	return i < im->ties.n && im->ties.v[i].piece == piece ? &im->ties.v[i] : NULL;
}

struct slice
mark_given_plain(struct marker *m, size_t piece, struct slice text)
{
	const struct given_tie *tie;

	buf_clear(&m->plain);
	buf_add(&m->plain, text);
	for (size_t i = mark_given_first(m, piece); (tie = tie_at(m, piece, i)); i++)
		if (tie->kind == EXTRACT_MARK && tie->end <= text.len)
			memset(m->plain.p + tie->start, ' ', tie->end - tie->start);
	return buf_slice(&m->plain);
}

/* The next footnote with the label, behind the one found last and on a page of the text: "km2" has a
 * raised figure too. */
static const struct piece *
find_note(struct marker *m, const struct piece *of, struct slice label)
{
	const struct import *im = m->im;

	for (size_t i = m->note; i < im->pieces.n; i++) {
		const struct block *b = &im->pieces.v[i].block;

		if (b->page > of->last_page)
			return NULL;
		if (b->kind == BLOCK_FOOTNOTE && b->page >= of->block.page && slice_eq(b->label, label)) {
			m->note = i;
			return &im->pieces.v[i];
		}
	}
	return NULL;
}

void
mark_given_notes(struct marker *m, size_t piece)
{
	struct slice text = m->im->pieces.v[piece].block.text;
	const struct given_tie *tie;

	for (size_t i = mark_given_first(m, piece); (tie = tie_at(m, piece, i)); i++) {
		const struct piece *note;

		if (tie->kind != EXTRACT_MARK)
			continue;
		note = find_note(m, &m->im->pieces.v[piece], slice_sub(text, tie->start, tie->end));
		if (note)
			mark_note(m, tie->start, tie->end, note);
	}
}

/* Citations under the link take its address.  True if there was one. */
static bool
give_address(struct marker *m, const struct given_tie *tie)
{
	bool any = false;

	for (size_t i = 0; i < m->found.n; i++) {
		struct citation *c = &m->found.v[i];

		if (c->start >= tie->end || c->end <= tie->start || c->kind == CITATION_FN)
			continue;
		any = true;
		if (c->url.len == 0)
			c->url = mark_url(&m->im->doc->arena, tie->target);
	}
	return any;
}

/* Words that name no document, with a link to one. */
static void
add_linked(struct marker *m, const struct given_tie *tie)
{
	struct arena *a = &m->im->doc->arena;
	struct buf key = { 0 };
	struct slice url = mark_url(a, tie->target);
	bool names_document = symbol_from_url(url, &key);

	VEC_PUSH(&m->found, ((struct citation){
		                    .start = tie->start,
		                    .end = tie->end,
		                    .kind = !names_document ? CITATION_URL
		                            : slice_find(buf_slice(&key), SLICE("/RES/"), 0) != SLICE_NONE
		                                    ? CITATION_RES
		                                    : CITATION_SYM,
		                    .confidence = CITATION_HIGH,
		                    .target = names_document
		                                      ? arena_printf(a, "doc:%s", buf_str(&key))
		                                      : arena_printf(a, "url:%.*s", SLICE_ARG(url)),
		                    .url = url,
		                    .evidence = SLICE("link"),
	                    }));
	buf_release(&key);
}

/* A link of the same target that goes on in the next line is one link. */
static struct given_tie
whole_link(const struct marker *m, size_t piece, size_t *i)
{
	struct given_tie whole = m->im->ties.v[*i];
	const struct given_tie *next;

	while ((next = tie_at(m, piece, *i + 1)) && next->kind == EXTRACT_LINK &&
	       slice_eq(next->target, whole.target) && next->start <= whole.end + 1) {
		whole.end = next->end;
		++*i;
	}
	return whole;
}

void
mark_given_links(struct marker *m, size_t piece)
{
	const struct given_tie *tie;

	for (size_t i = mark_given_first(m, piece); (tie = tie_at(m, piece, i)); i++) {
		struct given_tie whole;

		if (tie->kind != EXTRACT_LINK)
			continue;
		whole = whole_link(m, piece, &i);
		if (!give_address(m, &whole))
			add_linked(m, &whole);
	}
}
