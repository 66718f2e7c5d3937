/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/fold.h"

static bool
within(codepoint c, codepoint first, codepoint last)
{
	return c >= first && c <= last;
}

static bool
is_odd_blank(codepoint c)
{
	return c == 0xA0 || c == 0x1680 || within(c, 0x2000, 0x200A) || c == 0x202F || c == 0x205F ||
	       c == 0x3000;
}

static bool
is_dash(codepoint c)
{
	return within(c, 0x2010, 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63;
}

static codepoint
fold_han(codepoint c)
{
	switch (c) {
	case 0x865F: /* 號 */
		return 0x53F7;
	case 0x6C7A: /* 決 */
		return 0x51B3;
	case 0x8B70: /* 議 */
		return 0x8BAE;
	case 0x689D: /* 條 */
		return 0x6761;
	case 0x7D04: /* 約 */
		return 0x7EA6;
	}
	return c;
}

codepoint
fold_char(codepoint c)
{
	if (c < 0x80)
		return c;
	if (within(c, 0x3400, 0x9FFF))
		return fold_han(c);
	if (within(c, 0xFF01, 0xFF5E))
		return c - 0xFEE0;
	if (is_odd_blank(c))
		return ' ';
	if (is_dash(c))
		return '-';
	if (within(c, 0x660, 0x669))
		return '0' + (c - 0x660);
	if (within(c, 0x6F0, 0x6F9))
		return '0' + (c - 0x6F0);
	return c == 0x2044 || c == 0x2215 ? '/' : c;
}

void
fold_text(struct slice s, struct buf *out, size_t *offsets)
{
	size_t base = out->len;

	for (size_t at = 0; at < s.len;) {
		size_t start = at, from = out->len;

		utf8_add(out, fold_char(utf8_next(s, &at)));
		for (size_t i = from; offsets && i < out->len; i++)
			offsets[i - base] = start;
	}
	if (offsets)
		offsets[out->len - base] = s.len;
}

codepoint
fold_key(codepoint c)
{
	static const struct {
		codepoint typed, key;
	} other[] = {
		{ 0x3010, '[' }, { 0x3011, ']' }, { 0x300A, '<' },  { 0x300B, '>' }, { 0x2018, '\'' },
		{ 0x2019, '\'' }, { 0x201C, '"' }, { 0x201D, '"' }, { 0x00B7, '`' }, { 0x3000, ' ' },
		{ 0x3001, '/' }, { 0x3002, '.' }, { 0xFFE5, '$' },  { 0x2014, '_' },
		{ 0x300C, '[' }, { 0x300D, ']' }, { 0x300E, '{' },  { 0x300F, '}' }, { 0x2026, '^' },
	};

	if (within(c, 0xFF01, 0xFF5E))
		return c - 0xFEE0;
	for (size_t i = 0; i < sizeof other / sizeof *other; i++)
		if (other[i].typed == c)
			return other[i].key;
	return c;
}

bool
fold_is_spaced(codepoint c)
{
	if (c < 0x80)
		return byte_is_alnum((char)c);
	if (within(c, 0x2000, 0xFB4F)) /* Han among them */
		return false;
	return (within(c, 0xC0, 0x24F) && c != 0xD7 && c != 0xF7) || within(c, 0x370, 0x52F) ||
	       within(c, 0x620, 0x64A) || within(c, 0x660, 0x669) || within(c, 0x671, 0x6D3) ||
	       within(c, 0x1E00, 0x1FFF) || within(c, 0xFB50, 0xFDFB) || within(c, 0xFE70, 0xFEFC);
}
