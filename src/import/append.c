/* SPDX-License-Identifier: ISC */
/*
 * The text of a paragraph from its lines: what stands where two of them meet.
 */
#include "config.h"

#include "import_priv.h"

#include "text/fold.h"
#include "text/utf8.h"

static bool
is_word_char(codepoint c)
{
	return fold_is_spaced(c) || (c < 0x80 && byte_is_alnum((char)c));
}

/* A slash or hyphen inside a symbol or a compound: nothing goes between. */
static bool
binds(struct slice text)
{
	codepoint last = char_last(text);
	size_t at = text.len;

	if (last != '/' && last != '-' && last != 0x2010 && last != 0x2011 && last != 0x2013 && last != 0x2014)
		return false;
	utf8_prev(text, &at);
	if (at == 0 || text.p[at - 1] == ' ')
		return false;
	/* "1/": the mark of a footnote. */
	while (at > 0 && byte_is_digit(text.p[at - 1]))
		at--;
	return last != '/' || (at > 0 && text.p[at - 1] != ' ');
}

static bool
wants_blank(const struct import *im, struct slice text, struct slice line)
{
	codepoint last = char_last(text), first = char_first(line);
	bool left = char_is_cjk(last), right = char_is_cjk(first);

	if (text.len == 0 || last == ' ')
		return false;
	if (left && right)
		return false;
	if (left || right)
		return im->rhythm.han_spaced && (left ? fold_is_han(last) && is_word_char(first)
		                                      : fold_is_han(first) && is_word_char(last));
	return !binds(text);
}

/* Blanks and tabs in a row become one blank; nothing else changes. */
static void
add_clean(struct buf *text, struct slice line)
{
	size_t at = 0;

	while (at < line.len) {
		size_t end = at;

		while (end < line.len && line.p[end] != ' ' && line.p[end] != '\t')
			end++;
		buf_add(text, slice_sub(line, at, end));
		at = end;
		while (at < line.len && (line.p[at] == ' ' || line.p[at] == '\t'))
			at++;
		if (at > end && at < line.len)
			buf_add_byte(text, ' ');
	}
}

size_t
append_offset(struct slice line, size_t at)
{
	size_t n = 0;

	for (size_t i = 0; i < at && i < line.len; i++) {
		bool blank = line.p[i] == ' ' || line.p[i] == '\t';

		n += !blank || i == 0 || (line.p[i - 1] != ' ' && line.p[i - 1] != '\t');
	}
	return n;
}

void
append_line(struct import *im, struct buf *text, struct slice line)
{
	struct slice so_far = buf_slice(text);

	if (slice_ends(so_far, "\xC2\xAD"))
		buf_truncate(text, text->len - 2);
	else if (hyphen_decide(im, so_far, line) == HYPHEN_DROP)
		buf_truncate(text, text->len - 1);
	else if (wants_blank(im, so_far, line))
		buf_add_byte(text, ' ');
	add_clean(text, line);
}
