/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "window_priv.h"

#include "base/err.h"
#include "glyph_priv.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

#define BLANKS_MAX 120 /* in a row inside a citation: two line ends with indentation */

/* Traditional Han of the words that the tables know; text/fold.h has the commonest. */
static const struct {
	codepoint typed, plain;
} han[] = {
#define HAN(typed, plain) { typed, plain },
#include "han_plain.def"
#undef HAN
};

static const char latin[] = "aaaaaaaceeeeiiiidnooooo*ouuuuyts"
			    "aaaaaaaceeeeiiiidnooooo/ouuuuyty"; /* U+00C0 to U+00FF */

static codepoint
plain_arabic(codepoint c)
{
	switch (c) {
	case 0x622:
	case 0x623:
	case 0x625:
	case 0x671:
		return 0x627;
	case 0x649:
		return 0x64A;
	case 0x629:
		return 0x647;
	}
	return c;
}

static codepoint
plain_han(codepoint c)
{
	size_t low = 0, high = sizeof han / sizeof *han;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (han[middle].typed == c)
			return han[middle].plain;
		if (han[middle].typed < c)
			low = middle + 1;
		else
			high = middle;
	}
	return c;
}

codepoint
window_plain(codepoint c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
	if (c >= 0x4E00 && c <= 0x9FFF)
		return plain_han(c);
	if (c >= 0xC0 && c <= 0xFF)
		return c == 0xD7 || c == 0xF7 ? c : (codepoint)latin[c - 0xC0];
	if (c >= 0x410 && c <= 0x42F)
		return c + 0x20;
	if (c == 0x401 || c == 0x451)
		return 0x435;
	if (c >= 0x620 && c <= 0x671)
		return plain_arabic(c);
	if (c == 0x152 || c == 0x153)
		return 'o';
	if (c == 0x2019)
		return '\'';
	return c;
}

bool
window_is_letter(codepoint c)
{
	return fold_is_spaced(c);
}

static void
grow(struct window *w, size_t bytes)
{
	if (bytes + WINDOW_BEHIND <= w->cap)
		return;
	w->cap = bytes + WINDOW_BEHIND;
	w->c = mem_resize(w->c, w->cap * sizeof *w->c);
	w->at = mem_resize(w->at, w->cap * sizeof *w->at);
}

/* Vowel signs and the stretching stroke of Arabic are not read. */
static bool
is_skipped(codepoint c)
{
	return glyph_is_unseen(c) || c == 0x640 || (c >= 0x64B && c <= 0x652);
}

void
window_read(struct window *w, struct slice text)
{
	grow(w, text.len);
	w->text = text;
	w->n = 0;
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		codepoint c = (unsigned char)text.p[at];

		if (c < 0x80)
			at++;
		else
			c = fold_char(utf8_next(text, &at));
		if (c == '\t' || c == '\r' || c == '\f' || c == '\v')
			c = ' ';
		else if ((c < ' ' && c != '\n') || (c >= 0x7F && is_skipped(c)))
			continue;
		w->c[w->n] = c;
		w->at[w->n++] = (uint32_t)start;
	}
	memset(w->c + w->n, 0, WINDOW_BEHIND * sizeof *w->c);
	w->at[w->n] = (uint32_t)text.len;
}

void
window_release(struct window *w)
{
	free(w->c);
	free(w->at);
	*w = (struct window){ 0 };
}

/* The last place in [from, end) behind `mark`; 0 if there is none. */
static size_t
last_behind(struct slice text, size_t from, size_t end, const char *mark)
{
	size_t len = strlen(mark);

	for (size_t at = end; at-- > from;)
		if (text.p[at] == *mark && at + len <= end && memcmp(text.p + at, mark, len) == 0)
			return at + len;
	return 0;
}

size_t
window_cut(struct slice text)
{
	static const char *const marks[] = { "\n\n\n", "。", ".\n", ". ", "\n", " ", "，" };
	size_t end = WINDOW_BYTES;

	if (text.len <= WINDOW_BYTES)
		return text.len;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t cut = last_behind(text, WINDOW_BYTES / 2, WINDOW_BYTES, marks[i]);

		if (cut > 0)
			return cut;
	}
	while (end > WINDOW_BYTES - 4 && ((unsigned char)text.p[end] & 0xC0) == 0x80)
		end--;
	return end;
}

size_t
window_skip_blank(const struct window *w, size_t at, unsigned *lines)
{
	size_t end = at, n = 0;

	*lines = 0;
	for (; end < w->n && (w->c[end] == ' ' || w->c[end] == '\n') && n < BLANKS_MAX; end++, n++)
		*lines += w->c[end] == '\n';
	return end;
}

struct slice
window_slice(const struct window *w, size_t start, size_t end)
{
	size_t last = end > start ? w->at[end - 1] : w->at[start];

	if (end > start && end <= w->n)
		utf8_next(w->text, &last); /* what is not seen behind it stays outside */
	return slice_sub(w->text, w->at[start], last);
}
