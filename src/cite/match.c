/* SPDX-License-Identifier: ISC */
/*
 * From the root of a symbol to its end, on folded glyphs.
 */
#include "config.h"

#include "symbol_priv.h"

#include "glyph_priv.h"
#include "root_priv.h"
#include "segment_priv.h"

#define SEGMENTS_MAX 14
#define ROOT_LETTERS_MAX 10 /* of a root that the table does not know */
#define ROOT_GLYPHS 24      /* enough to see whether a root stands there */

struct match {
	const char *c;
	size_t start, at; /* the root; where reading stands */
	size_t end;       /* behind the last part that may close a symbol; 0 for none yet */
	struct slice root;
	bool typed, known;
	bool broken;
	size_t n, n_digit, n_counted;
	struct segment first, last, before_last;
	bool blank; /* one was met behind a slash */
};

static size_t
skip_blank(const char *c, size_t at)
{
	return c[at] == ' ' || c[at] == '\n' ? at + 1 : at;
}

static struct slice
segment_slice(const struct match *m, struct segment s)
{
	return slice_of(m->c + s.start, s.end - s.start);
}

/* Letters of a segment up to its full stop. */
static struct slice
segment_name(const struct match *m, struct segment s)
{
	struct slice all = segment_slice(m, s);
	size_t n = 0;

	while (n < all.len && byte_is_alpha(all.p[n]))
		n++;
	return slice_sub(all, 0, n);
}

static bool
is_capitals(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!byte_is_upper(word.p[i]))
			return false;
	return word.len > 0;
}

static bool
is_resolution_word(struct slice word)
{
	return root_same_word(word, "RES") || root_same_word(word, "DEC");
}

static void
read_brackets(struct match *m, bool resolution)
{
	struct bracket behind = {
		.word = m->last.kind == SEGMENT_WORD,
		.resolution = resolution,
		.security = resolution && m->n == 2 && slice_is(m->root, "S"),
		.typed = m->typed,
	};
	size_t end = m->at;

	if (resolution && m->last.kind == SEGMENT_NUMBER)
		end = segment_part(m->c, end);
	for (size_t next; (next = segment_bracket(m->c, end, behind)) > end; end = next)
		;
	if (end > m->at && (m->end == m->at || (behind.word && byte_is_digit(m->c[end - 2]))))
		m->end = end;
	m->at = end;
}

/* A word behind a blank must be capitals that go on to a slash, or it is of the sentence. */
static bool
may_stand(const struct match *m, struct segment s, bool apart)
{
	if (s.kind != SEGMENT_WORD || !apart)
		return true;
	return is_capitals(segment_slice(m, s)) && m->c[s.end] == '/';
}

/* The last segment but none, or but one number, said that a resolution follows: "A/RES/217",
 * "A/RES/70/93". */
static bool
follows_resolution(const struct match *m)
{
	if (m->n > 0 && is_resolution_word(segment_slice(m, m->last)))
		return true;
	return m->n > 1 && m->last.kind == SEGMENT_NUMBER &&
	       is_resolution_word(segment_slice(m, m->before_last));
}

static void
take_segment(struct match *m, struct segment s)
{
	m->before_last = m->last;
	m->last = s;
	if (m->n++ == 0)
		m->first = s;
	m->n_digit += s.digit;
	m->n_counted += s.kind == SEGMENT_DOTTED && s.digit && root_is_counted(segment_name(m, s));
	m->at = s.end;
	if (m->n_digit > 0 && (s.closes || (m->typed && s.kind == SEGMENT_WORD)))
		m->end = s.end;
}

static bool
read_segment(struct match *m)
{
	size_t at = skip_blank(m->c, m->at + 1);
	bool apart = at > m->at + 1, resolution = follows_resolution(m);
	struct segment s = segment_read(m->c, at, m->typed);

	m->broken = s.kind == SEGMENT_BROKEN;
	if (s.kind == SEGMENT_NONE || m->broken || !may_stand(m, s, apart))
		return false;
	m->blank |= apart;
	take_segment(m, s);
	read_brackets(m, resolution);
	return true;
}

/* Behind a root of one letter: a number, or a word that is known there and goes on. */
static bool
opens_well(const struct match *m)
{
	char next = m->c[m->first.end];

	if (m->known && m->root.len > 1)
		return true;
	if (!m->known)
		return m->first.kind == SEGMENT_WORD && is_capitals(segment_slice(m, m->first)) &&
		       m->first.end - m->first.start <= ROOT_LETTERS_MAX;
	if (m->typed && !byte_is_upper(m->root.p[0]) && m->n < 2)
		return false;
	return m->first.kind == SEGMENT_NUMBER || m->first.kind == SEGMENT_SESSION ||
	       (root_is_series(segment_name(m, m->first)) &&
	        (m->first.kind == SEGMENT_DOTTED || next == '/' || next == '-' || m->first.digit));
}

/* "A/4" and nothing more: what follows must not make it part of something else. */
static bool
stands_alone(const struct match *m)
{
	char next = m->c[m->end], behind = next ? m->c[m->end + 1] : '\0';

	if (m->n > 1)
		return true;
	if (byte_is_alpha(next) || next == '_' || next == '/')
		return false;
	return !((next == '.' || next == ',' || next == '-') && byte_is_digit(behind)) &&
	       !(next == '-' && byte_is_alpha(behind) && byte_to_lower(behind) == behind);
}

/* A root that is not of the table: capitals twice, then numbers enough (CFW/COP/2024/9). */
static bool
is_clear(const struct match *m)
{
	return m->known || (!m->blank && (m->n_digit >= 2 || m->n_counted > 0));
}

/* Of a body that the table does not know. */
static bool
may_be_root(struct slice word)
{
	return word.len >= 2 && word.len <= ROOT_LETTERS_MAX && is_capitals(word) &&
	       !root_is_stranger(word) && !root_is_series(word);
}

/* Reads the root at `start`; false if none can begin here. */
static bool
read_root(struct match *m)
{
	size_t end = m->start;

	while (byte_is_alnum(m->c[end]) || m->c[end] == '.' || m->c[end] == '-')
		end++;
	m->root = slice_of(m->c + m->start, end - m->start);
	m->known = root_opens(m->root, m->typed);
	m->at = end;
	if (!m->known)
		return m->c[end] == '/' && byte_is_upper(m->c[end + 1]) && may_be_root(m->root);
	m->at = segment_bracket(m->c, end, (struct bracket){ .word = true }); /* TD(XI) */
	if (m->c[m->at] == ' ' && m->c[m->at + 1] == '/' && byte_is_digit(m->c[m->at + 2]))
		m->at++; /* a stray blank: "A /79/PV.64" */
	return m->c[m->at] == '/';
}

/* The end of the one symbol at glyph `start`; 0 if there is none. */
static size_t
match_one(const char *c, size_t start, bool typed)
{
	struct match m = { .c = c, .start = start, .typed = typed };

	if (!read_root(&m))
		return 0;
	while (m.n < SEGMENTS_MAX && c[m.at] == '/' && read_segment(&m))
		;
	if (m.broken || m.n_digit == 0 || m.end == 0 || !opens_well(&m) || !is_clear(&m))
		return 0;
	return stands_alone(&m) ? m.end : 0;
}

/* "C EDAW/": the blank of a broken root is taken out, and only out of a known one. */
static bool
close_root(struct glyphs *g)
{
	size_t blank = 0, end;

	while (byte_is_upper(g->c[blank]))
		blank++;
	end = blank + 1;
	if (blank == 0 || g->c[blank] != ' ')
		return false;
	while (byte_is_upper(g->c[end]))
		end++;
	if (g->c[end] != '/' || end == blank + 1)
		return false;
	for (size_t i = blank; i < g->n; i++) { /* the closing GLYPH_END and its place too */
		g->c[i] = g->c[i + 1];
		g->start[i] = g->start[i + 1];
		g->end[i] = g->end[i + 1];
	}
	g->n--;
	return root_opens(slice_of(g->c, end - 1), false);
}

size_t
symbol_match(struct slice text, size_t at, bool typed)
{
	struct glyphs g;
	struct match root = { .c = g.c, .typed = typed };
	size_t end, next;

	glyphs_read(&g, text, at, ROOT_GLYPHS);
	if (!read_root(&root) && !close_root(&g))
		return 0;
	glyphs_read_on(&g, text);
	end = match_one(g.c, 0, typed);
	while (end > 0 && g.c[end] == '-') {
		next = match_one(g.c, skip_blank(g.c, end + 1), typed);
		if (next == 0)
			break;
		end = next;
	}
	return end > 0 ? g.end[end - 1] : 0;
}
