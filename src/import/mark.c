/* SPDX-License-Identifier: ISC */
/*
 * Symbols, addresses and footnote marks in the finished text become citations.  A symbol that the
 * page's list of link targets holds takes its address from there.
 */
#include "config.h"

#include "import_priv.h"

#include "cite/symbol.h"
#include "text/utf8.h"

#include <string.h>

#define NOTES_MOST 64 /* footnotes of a page that are looked for in a block */

struct marker {
	struct import *im;
	struct map urls; /* symbol key, small letters -> index into im->urls, plus 1 */
	VEC(struct citation) found; /* of the block at hand */
	struct buf key;
	struct arena arena;
	size_t note; /* piece of the next footnote to be tied */
};

static struct slice
small(struct arena *a, struct slice s)
{
	struct slice copy = arena_copy(a, s);
	char *p = (char *)copy.p;

	for (size_t i = 0; i < copy.len; i++)
		p[i] = byte_to_lower(p[i]);
	return copy;
}

static void
index_urls(struct marker *m)
{
	for (size_t i = 0; i < m->im->urls.n; i++)
		if (m->im->urls.v[i].key.len > 0)
			*map_at(&m->urls, small(&m->arena, m->im->urls.v[i].key)) = (long)i + 1;
}

static struct slice
url_of(struct marker *m, struct slice key)
{
	char lower[256];
	const long *at;

	if (m->im->urls.n == 0 || key.len > sizeof lower)
		return slice_from(NULL);
	for (size_t i = 0; i < key.len; i++)
		lower[i] = byte_to_lower(key.p[i]);
	at = map_find(&m->urls, slice_of(lower, key.len));
	return at ? arena_copy(&m->im->doc->arena, m->im->urls.v[*at - 1].url) : slice_from(NULL);
}

static void
mark_symbols(struct marker *m, struct slice text)
{
	struct arena *a = &m->im->doc->arena;
	struct symbol_span span;

	for (size_t at = 0; symbol_find(text, at, &span) && span.end > at; at = span.end) {
		struct citation c = { .start = span.start,
			              .end = span.end,
			              .kind = CITATION_SYM,
			              .confidence = CITATION_HIGH,
			              .evidence = SLICE("symbol") };

		buf_clear(&m->key);
		symbol_key(slice_sub(text, span.start, span.end), &m->key);
		c.target = arena_printf(a, "doc:%s", buf_str(&m->key));
		c.url = url_of(m, buf_slice(&m->key));
		VEC_PUSH(&m->found, c);
	}
}

/* The end of the address that starts at `at`: a blank, a Han character, full-width punctuation. */
static size_t
url_end(struct slice text, size_t at)
{
	size_t end = at;

	while (end < text.len && (unsigned char)text.p[end] > ' ' && (unsigned char)text.p[end] < 0x7F &&
	       text.p[end] != '<' && text.p[end] != '>' && text.p[end] != '"')
		end++;
	while (end > at && strchr(".,;:)'!?]", text.p[end - 1]) &&
	       !(text.p[end - 1] == ')' && memchr(text.p + at, '(', end - at)))
		end--;
	return end;
}

static void
mark_addresses(struct marker *m, struct slice text)
{
	for (size_t at = 0; (at = slice_find(text, SLICE("http"), at)) != SLICE_NONE;) {
		struct slice rest = slice_skip(text, at);
		size_t lead = slice_starts(rest, "http://") ? 7 : slice_starts(rest, "https://") ? 8 : 0;
		size_t end = lead ? url_end(text, at) : at;

		if (lead == 0 || end <= at + lead) {
			at += 4;
			continue;
		}
		VEC_PUSH(&m->found, ((struct citation){
			                    .start = at,
			                    .end = end,
			                    .kind = CITATION_URL,
			                    .confidence = CITATION_HIGH,
			                    .target = arena_printf(&m->im->doc->arena, "url:%.*s",
			                                           SLICE_ARG(slice_sub(text, at, end))),
			                    .evidence = SLICE("url"),
			                    .url = arena_copy(&m->im->doc->arena, slice_sub(text, at, end)),
		                    }));
		at = end;
	}
}

/* What may stand before a mark: a letter, Han, punctuation; with a blank only punctuation. */
static bool
may_carry_mark(struct slice text, size_t at)
{
	codepoint c = utf8_before(text, at);

	if (c == ' ') {
		c = utf8_before(text, at - 1);
		return char_ends_sentence(c) || c == ',' || c == ';' || c == 0xFF0C || c == 0xFF1B || c == 0x201D;
	}
	if (c < 0x80 && byte_is_digit((char)c))
		return false;
	if (c == '.' || c == ',') {
		codepoint before = utf8_before(text, at - 1);

		if (before < 0x80 && byte_is_digit((char)before))
			return c == ',' || false;
	}
	return c > 0x20 && c != '/' && c != '-' && c != '$' && c != '(' && c != 0x2013 && c != 0xFF08 &&
	       c != '=' && c != '%' && c != '#' && c != '_';
}

static bool
may_follow_mark(struct slice text, size_t end)
{
	codepoint c = utf8_at(text, end);

	if (c == '/')
		return end + 1 >= text.len || text.p[end + 1] == ' ' || (unsigned char)text.p[end + 1] >= 0x80;
	return !(c < 0x80 && byte_is_alnum((char)c)) && c != '%' && c != 0x5E74 && c != 0x6708;
}

/* The first place of a footnote's mark at or after `from`; SLICE_NONE if there is none. */
static size_t
find_mark(struct slice text, struct slice label, size_t from)
{
	for (size_t at = from; (at = slice_find(text, label, at)) != SLICE_NONE; at += label.len)
		if (at > 0 && may_carry_mark(text, at) && may_follow_mark(text, at + label.len))
			return at;
	return SLICE_NONE;
}

static bool
overlaps(const struct marker *m, size_t start, size_t end)
{
	for (size_t i = 0; i < m->found.n; i++)
		if (start < m->found.v[i].end && end > m->found.v[i].start)
			return true;
	return false;
}

/* Digits of the label: "3/" is marked by "3/" and by "3". */
static struct slice
mark_of(struct slice label)
{
	size_t n = 0;

	while (n < label.len && (byte_is_digit(label.p[n]) || label.p[n] == '*'))
		n++;
	return slice_sub(label, 0, n);
}

/* Footnotes that stand on the pages of the block, from the next one on, in order. */
static void
mark_notes(struct marker *m, const struct piece *p)
{
	struct import *im = m->im;
	struct slice text = p->block.text;
	size_t from = 0;

	for (size_t n = 0; n < NOTES_MOST && m->note < im->pieces.n; n++) {
		const struct piece *note = &im->pieces.v[m->note];
		struct slice label = mark_of(note->block.label);
		size_t at;

		if (note->block.kind != BLOCK_FOOTNOTE || note->block.page < p->block.page) {
			m->note++;
			n--;
			continue;
		}
		if (note->block.page > p->last_page || label.len == 0)
			return;
		at = find_mark(text, label, from);
		if (at == SLICE_NONE || overlaps(m, at, at + label.len))
			return;
		VEC_PUSH(&m->found, ((struct citation){
			                    .start = at,
			                    .end = at + label.len,
			                    .kind = CITATION_FN,
			                    .confidence = CITATION_HIGH,
			                    .target = arena_printf(&im->doc->arena, "self#%.*s",
			                                           SLICE_ARG(note->block.id)),
			                    .evidence = SLICE("mark"),
		                    }));
		from = at + label.len;
		m->note++;
	}
}

static int
by_start(const void *a, const void *b)
{
	const struct citation *x = a, *y = b;

	return (x->start > y->start) - (x->start < y->start);
}

/* In order, without overlaps: what starts first and was found first stays. */
static void
keep(struct marker *m, struct block *b)
{
	size_t n = 0, end = 0;

	if (m->found.n == 0)
		return;
	qsort(m->found.v, m->found.n, sizeof *m->found.v, by_start);
	b->citations = ARENA_ARRAY(&m->im->doc->arena, m->found.n, struct citation);
	for (size_t i = 0; i < m->found.n; i++)
		if (m->found.v[i].start >= end || n == 0) {
			b->citations[n++] = m->found.v[i];
			end = m->found.v[i].end;
		}
	b->n_citations = n;
}

/* Addresses first: a symbol inside one is part of it. */
static void
drop_inside(struct marker *m, size_t n_addresses)
{
	size_t n = n_addresses;

	for (size_t i = n_addresses, k = 0; i < m->found.n; i++) {
		while (k < n_addresses && m->found.v[k].end <= m->found.v[i].start)
			k++;
		if (k < n_addresses && m->found.v[k].start < m->found.v[i].end)
			continue;
		m->found.v[n++] = m->found.v[i];
	}
	m->found.n = n;
}

void
mark_citations(struct import *im)
{
	struct marker m = { .im = im };

	index_urls(&m);
	for (size_t i = 0; i < im->pieces.n; i++) {
		struct piece *p = &im->pieces.v[i];
		size_t n;

		VEC_CLEAR(&m.found);
		mark_addresses(&m, p->block.text);
		n = m.found.n;
		mark_symbols(&m, p->block.text);
		drop_inside(&m, n);
		if (p->block.kind != BLOCK_FOOTNOTE && p->block.kind != BLOCK_CONTENTS)
			mark_notes(&m, p);
		keep(&m, &p->block);
	}
	map_release(&m.urls);
	buf_release(&m.key);
	VEC_RELEASE(&m.found);
	arena_release(&m.arena);
}
