/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "glyph_priv.h"

#include "text/fold.h"

#define UNSEEN_MAX 16 /* marks in a row that are passed over */
#define INDENT_MAX 80 /* blanks in a row that may belong to a wrapped line */

/* Cyrillic capitals and small letters that look Latin, and what they look like. */
static const struct {
	codepoint cyrillic;
	char latin;
} look_alikes[] = {
	{ 0x410, 'A' }, { 0x412, 'B' }, { 0x415, 'E' }, { 0x41A, 'K' }, { 0x41C, 'M' },
	{ 0x41D, 'H' }, { 0x41E, 'O' }, { 0x420, 'P' }, { 0x421, 'C' }, { 0x422, 'T' },
	{ 0x425, 'X' }, { 0x430, 'a' }, { 0x435, 'e' }, { 0x43E, 'o' }, { 0x440, 'p' },
	{ 0x441, 'c' }, { 0x445, 'x' },
};

codepoint
glyph_fold(codepoint c)
{
	if (c >= 0x410 && c <= 0x445)
		for (size_t i = 0; i < sizeof look_alikes / sizeof *look_alikes; i++)
			if (look_alikes[i].cyrillic == c)
				return (codepoint)look_alikes[i].latin;
	return fold_char(c);
}

bool
glyph_is_unseen(codepoint c)
{
	if (c < 0x80)
		return c == 0x7F || (c < 0x20 && (c < '\t' || c > '\r'));
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFE;
}

static char
glyph_of(codepoint c)
{
	c = glyph_fold(c);
	if (c == '\t' || c == '\r' || c == '\f' || c == '\v')
		return ' ';
	if (c == 0x2026) /* an ellipsis stands for what is not known yet, as '_' does */
		return '_';
	return c == '\n' || (c >= 0x20 && c < 0x7F) ? (char)c : GLYPH_OTHER;
}

char
glyph_at(struct slice text, size_t at, size_t *start, size_t *end)
{
	codepoint c = 0;

	*start = *end = at;
	if (at < text.len && text.p[at] > ' ' && text.p[at] < 0x7F) { /* nearly all there is */
		*end = at + 1;
		return text.p[at];
	}
	for (int unseen = 0; *end < text.len && unseen < UNSEEN_MAX; unseen++) {
		*start = *end;
		c = utf8_next(text, end);
		if (!glyph_is_unseen(c))
			return glyph_of(c);
	}
	return *end < text.len ? GLYPH_OTHER : GLYPH_END;
}

char
glyph_before(struct slice text, size_t at, size_t *start)
{
	*start = at;
	for (int unseen = 0; *start > 0 && unseen < UNSEEN_MAX; unseen++) {
		codepoint c = utf8_prev(text, start);

		if (!glyph_is_unseen(c))
			return glyph_of(c);
	}
	return *start > 0 ? GLYPH_OTHER : GLYPH_END;
}

static bool
is_inside_symbols(char c)
{
	switch (c) {
	case ' ': case '\n': case '/': case '.': case '-': case '(': case ')':
	case '[': case ']': case '*': case '_': case ',':
		return true;
	}
	return byte_is_alnum(c);
}

/* Reads a run of blanks from `at` into one glyph; gives its end. */
static size_t
read_blanks(struct glyphs *g, struct slice text, size_t at)
{
	size_t blanks = 0, lines = 0, start, end = at, next;
	char c;

	while ((c = glyph_at(text, end, &start, &next)) == ' ' || c == '\n') {
		lines += c == '\n';
		if (++blanks > INDENT_MAX)
			break;
		end = next;
	}
	g->start[g->n] = at;
	g->end[g->n] = end;
	if (lines == 0 && blanks <= 2)
		g->c[g->n] = ' ';
	else
		g->c[g->n] = blanks <= INDENT_MAX && lines > 0 && lines <= 2 ? '\n' : GLYPH_OTHER;
	return end;
}

/* Reads glyphs from byte `at` until there are `max`. */
static void
read_to(struct glyphs *g, struct slice text, size_t at, size_t max)
{
	while (g->n < max && !g->ended) {
		size_t i = g->n;
		char c = glyph_at(text, at, &g->start[i], &g->end[i]);

		if (c == ' ' || c == '\n') {
			at = read_blanks(g, text, at);
			c = g->c[i];
		} else {
			at = g->end[i];
		}
		g->ended = !is_inside_symbols(c);
		if (!g->ended)
			g->c[g->n++] = c;
	}
	g->c[g->n] = GLYPH_END;
	g->start[g->n] = g->end[g->n] = at;
}

void
glyphs_read(struct glyphs *g, struct slice text, size_t at, size_t max)
{
	g->n = 0;
	g->ended = false;
	read_to(g, text, at, max < GLYPHS_MAX ? max : GLYPHS_MAX);
}

void
glyphs_read_on(struct glyphs *g, struct slice text)
{
	read_to(g, text, g->end[g->n], GLYPHS_MAX);
}
