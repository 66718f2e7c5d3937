/* SPDX-License-Identifier: ISC */
/*
 * Hyphens at line ends: part of the word, or put there by the typesetter?  The document's own words
 * decide.
 */
#include "config.h"

#include "import_priv.h"

#define WORDS_MOST 200000 /* enough to judge by; bounds the memory */

static bool
is_word_byte(char c)
{
	return byte_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* Of Latin, Greek and Cyrillic letters, as UTF-8 has them. */
static bool
is_letter_byte(char c)
{
	unsigned char b = (unsigned char)c;

	return byte_is_alpha(c) || (b >= 0x80 && b < 0xC0) || (b >= 0xC3 && b <= 0xD4);
}

/* The word that ends / starts a stretch. */
static struct slice
word_at_end(struct slice s)
{
	size_t at = s.len;

	while (at > 0 && is_letter_byte(s.p[at - 1]))
		at--;
	/* The rest of a quotation mark. */
	while (at < s.len && ((unsigned char)s.p[at] & 0xC0) == 0x80)
		at++;
	return slice_skip(s, at);
}

static struct slice
word_at_start(struct slice s)
{
	size_t n = 0;

	while (n < s.len && is_letter_byte(s.p[n]))
		n++;
	return slice_sub(s, 0, n);
}

/* "capacity-building", with the hyphen: the word that starts at a byte, and the next one. */
static void
learn_compound(struct import *im, struct slice text, size_t at, size_t hyphen)
{
	size_t end = hyphen + 1;

	if (hyphen >= text.len || text.p[hyphen] != '-')
		return;
	while (end < text.len && is_word_byte(text.p[end]))
		end++;
	if (end > hyphen + 1 && end < text.len)
		++*map_at(&im->words, slice_sub(text, at, end));
}

static void
learn_line(struct import *im, struct slice text)
{
	for (size_t at = 0; at < text.len && im->words.n < WORDS_MOST;) {
		size_t end = at;

		while (end < text.len && is_word_byte(text.p[end]))
			end++;
		/* Words at either end of a line may be the halves in question. */
		if (end > at && at > 0 && end + 1 < text.len)
			++*map_at(&im->words, slice_sub(text, at, end));
		if (end > at)
			learn_compound(im, text, at, end);
		at = end > at ? end : at + 1;
	}
}

static bool
ends_in_hyphen(struct slice s)
{
	return s.len > 1 && s.p[s.len - 1] == '-' &&
	       word_at_end(slice_sub(s, 0, s.len - 1)).len > 0;
}

void
hyphen_learn(struct import *im)
{
	bool needed = false;

	for (size_t i = 0; i < im->lines.n && !needed; i++)
		needed = im->lines.v[i].role == ROLE_BODY && ends_in_hyphen(im->lines.v[i].text);
	for (size_t i = 0; needed && i < im->lines.n; i++)
		if (im->lines.v[i].role == ROLE_BODY || im->lines.v[i].role == ROLE_TABLE)
			learn_line(im, im->lines.v[i].text);
}

static bool
knows(const struct import *im, struct slice word)
{
	return map_find(&im->words, word) != NULL;
}

/* How often both halves stand in the document with this between them. */
static long
count_joined(const struct import *im, struct slice left, const char *between, struct slice right)
{
	struct buf whole = { 0 };
	const long *n;
	long count;

	buf_add(&whole, left);
	buf_add_str(&whole, between);
	buf_add(&whole, right);
	n = map_find(&im->words, buf_slice(&whole));
	count = n ? *n : 0;
	buf_release(&whole);
	return count;
}

static bool
is_upper(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x400 && c <= 0x42F);
}

/* The hyphen stands in an address or a symbol. */
static bool
is_in_code(struct slice left)
{
	size_t at = left.len;

	while (at > 0 && left.p[at - 1] != ' ')
		at--;
	for (size_t i = at; i < left.len; i++)
		if (left.p[i] == '/' || left.p[i] == '@' || left.p[i] == '_' || left.p[i] == '=')
			return true;
	return false;
}

enum hyphen
hyphen_decide(const struct import *im, struct slice left, struct slice right)
{
	struct slice l, r;
	long closed, hyphened;

	if (!ends_in_hyphen(left) || is_in_code(left))
		return HYPHEN_KEEP;
	l = word_at_end(slice_sub(left, 0, left.len - 1));
	r = word_at_start(right);
	if (r.len == 0 || is_upper(char_first(r)))
		return HYPHEN_KEEP;
	closed = count_joined(im, l, "", r);
	hyphened = count_joined(im, l, "-", r);
	if (closed + hyphened > 0)
		return hyphened >= closed ? HYPHEN_KEEP : HYPHEN_DROP;
	return knows(im, l) || knows(im, r) ? HYPHEN_KEEP : HYPHEN_DROP;
}
