/* SPDX-License-Identifier: ISC */
/*
 * Citations in the finished text, block by block in order, and marks of footnotes.  A document that
 * the page's list of link targets holds takes its address from there.
 */
#include "config.h"

#include "import_priv.h"

#include "cite/symbol.h"
#include "cite/target.h"
#include "mark_priv.h"
#include "text/utf8.h"

#include <string.h>

#define NOTES_MOST 64 /* footnotes of a page that are looked for in a block */

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

/* "/ch/" was the older way to say "/zh/" (domain.md, G). */
struct slice
mark_url(struct arena *a, struct slice url)
{
	size_t at = slice_find(url, SLICE("undocs.org/ch/"), 0);

	if (at == SLICE_NONE)
		return arena_copy(a, url);
	at += sizeof "undocs.org/" - 1;
	return arena_printf(a, "%.*szh%.*s", SLICE_ARG(slice_sub(url, 0, at)),
	                    SLICE_ARG(slice_skip(url, at + 2)));
}

/* "A/RES/72/266B" -> "A/RES/72/266": links leave out the letter of a part now and then. */
static struct slice
without_part(struct slice key)
{
	size_t n = key.len;

	if (slice_find(key, SLICE("/RES/"), 0) == SLICE_NONE)
		return key;
	while (n > 1 && (byte_is_alpha(key.p[n - 1]) || key.p[n - 1] == '-'))
		n--;
	return byte_is_digit(key.p[n - 1]) ? slice_sub(key, 0, n) : key;
}

static struct slice
url_of(struct marker *m, struct slice key)
{
	char lower[256];
	const long *at;
	size_t whole = key.len, number = without_part(key).len;

	if (m->im->urls.n == 0 || key.len > sizeof lower)
		return slice_from(NULL);
	for (size_t i = 0; i < key.len; i++)
		lower[i] = byte_to_lower(key.p[i]);
	at = map_find(&m->urls, slice_of(lower, whole));
	if (!at && number < whole)
		at = map_find(&m->urls, slice_of(lower, number));
	return at ? mark_url(&m->im->doc->arena, m->im->urls.v[*at - 1].url) : slice_from(NULL);
}

/* The first document of the target as a key. */
static struct slice
key_of(struct slice target)
{
	struct slice rest = target;
	struct target t;

	return target_next(&rest, &t) && t.scheme == TARGET_DOC ? t.name : slice_from(NULL);
}

/* What the recogniser found; marks of footnotes are tied to the footnotes that are there. */
static void
mark_text(struct marker *m, struct slice text, enum stretch what)
{
	struct arena *a = &m->im->doc->arena;
	struct citation *v;
	size_t n = recognise(m->recogniser, text, what, a, &v);

	for (size_t i = 0; i < n; i++) {
		if (v[i].kind == CITATION_FN && slice_is(v[i].evidence, "mark"))
			continue;
		if (v[i].url.len == 0)
			v[i].url = url_of(m, key_of(v[i].target));
		VEC_PUSH(&m->found, v[i]);
	}
}

/* "30 June 2024.2 Eighteen": no decimal. */
static bool
ends_in_year(struct slice before)
{
	struct slice year = slice_skip(before, before.len < 4 ? before.len : before.len - 4);
	long value;

	return slice_number(year, &value) == 4 && value >= 1945 && value <= 2099 &&
	       !byte_is_digit((char)utf8_before(before, before.len - 4));
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

		if (c == '.' && ends_in_year(slice_sub(text, 0, at - 1)))
			return true;

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

void
mark_note(struct marker *m, size_t start, size_t end, const struct piece *note)
{
	VEC_PUSH(&m->found, ((struct citation){
		                    .start = start,
		                    .end = end,
		                    .kind = CITATION_FN,
		                    .confidence = CITATION_HIGH,
		                    .target = arena_printf(&m->im->doc->arena, "self#%.*s",
		                                           SLICE_ARG(note->block.id)),
		                    .evidence = SLICE("mark"),
	                    }));
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
		mark_note(m, at, at + label.len, note);
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

static enum stretch
stretch_of(const struct marker *m, const struct block *b)
{
	switch (b->kind) {
	case BLOCK_HEADING:
	case BLOCK_TITLE:
		return slice_eq(b->component, m->component) ? STRETCH_HEADING : STRETCH_ANNEX;
	case BLOCK_FOOTNOTE:
		return STRETCH_FOOTNOTE;
	case BLOCK_TABLE:
		return STRETCH_TABLE;
	default:
		return STRETCH_TEXT;
	}
}

static void
mark_block(struct marker *m, size_t piece)
{
	struct piece *p = &m->im->pieces.v[piece];
	struct block *b = &p->block;
	enum stretch what = stretch_of(m, b);

	if (b->kind == BLOCK_CONTENTS)
		return;
	VEC_CLEAR(&m->found);
	if (b->kind == BLOCK_HEADING && p->label.kind == LABEL_ARTICLE) /* where "this article" is */
		recognise_article(m->recogniser, p->label.value);
	mark_text(m, m->im->given ? mark_given_plain(m, piece, b->text) : b->text, what);
	m->component = b->component;
	mark_given_notes(m, piece);
	if (!m->has_marks && b->kind != BLOCK_FOOTNOTE)
		mark_notes(m, p);
	mark_given_links(m, piece);
	keep(m, b);
}

/* The body when the first symbol does not tell it: E/2025/28 is E/CN.7/2025/11 too. */
static struct slice
second_body(const struct doc *d)
{
	for (size_t i = 1; i < d->n_symbols; i++) {
		struct slice root = symbol_root(d->symbols[i]);

		if (root.len > 1 && d->body.len <= 1)
			return root;
	}
	return slice_from(NULL);
}

static struct cite_context
context_of(struct marker *m)
{
	const struct doc *d = m->im->doc;
	struct cite_context c = { .root = d->body, .session = d->session, .body = second_body(d) };

	buf_clear(&m->key);
	for (size_t i = 0; i < d->n_symbols; i++) {
		c.verbatim = c.verbatim || slice_find(d->symbols[i], SLICE("/PV."), 0) != SLICE_NONE;
		buf_addf(&m->key, "%s%.*s", i > 0 ? ";" : "", SLICE_ARG(d->symbols[i]));
	}
	c.self = arena_copy(&m->arena, buf_slice(&m->key));
	return c;
}

/* What the page lists as a target and the text does not name: one of them is wrong. */
static void
remark_unused(struct marker *m)
{
	struct map seen = { 0 };

	for (size_t i = 0; i < m->im->pieces.n; i++)
		for (size_t k = 0; k < m->im->pieces.v[i].block.n_citations; k++) {
			struct slice rest = m->im->pieces.v[i].block.citations[k].target;
			struct target t;

			while (target_next(&rest, &t))
				if (t.scheme == TARGET_DOC) {
					*map_at(&seen, small(&m->arena, t.name)) = 1;
					*map_at(&seen, small(&m->arena, without_part(t.name))) = 1;
				}
		}
	for (size_t i = 0; i < m->im->doc->n_symbols; i++)
		*map_at(&seen, small(&m->arena, m->im->doc->symbols[i])) = 1;
	for (size_t i = 0; i < m->im->urls.n; i++) {
		const struct dumped_url *u = &m->im->urls.v[i];
		long *known = u->key.len > 0 ? map_at(&seen, small(&m->arena, u->key)) : NULL;

		if (!known || *known)
			continue;
		*known = 1;
		diag_add(&m->im->doc->diag, DIAG_NOTE, u->page, u->number,
		         "a link of the page leads to %.*s, which the text does not cite",
		         "本页有一个链接指向 %.*s，正文没有引用该文件", SLICE_ARG(u->key));
	}
	map_release(&seen);
}

void
mark_citations(struct import *im)
{
	struct marker m = { .im = im };
	struct cite_context context = context_of(&m);

	m.recogniser = recogniser_new(&context);
	index_urls(&m);
	for (size_t i = 0; i < im->ties.n; i++)
		m.has_marks = m.has_marks || im->ties.v[i].kind == EXTRACT_MARK;
	for (size_t i = 0; i < im->pieces.n; i++)
		mark_block(&m, i);
	remark_unused(&m);
	recogniser_free(m.recogniser);
	map_release(&m.urls);
	buf_release(&m.key);
	buf_release(&m.plain);
	VEC_RELEASE(&m.found);
	arena_release(&m.arena);
}
