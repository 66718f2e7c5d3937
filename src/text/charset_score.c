/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "charset_priv.h"

#include "text/utf8.h"

#include <string.h>
#include <unicode/ucnv.h>

#define COMMON 1.0
#define UNCOMMON 0.4
#define ALL_CAPITALS 0.8
#define RARE -0.2
#define UNLIKELY -0.6
#define IMPOSSIBLE -4.0
/* Words with blanks between them are not Chinese, but a masthead may be: 联 合 国. */
#define SPACED 0.15

/* A word or two of French accents among Latin letters is no Russian. */
#define LATIN 0.2

#define UNITS 1024              /* UTF-16 units decoded at a time */
#define SYLLABLES_LEAST 24 /* fewer may fall into one range by chance */

/* What an encoding is for. */
enum script { HAN, ALPHABET, ANY };

struct tally {
	enum script script;
	double sum, weight;
	size_t n, bad;
	unsigned last, before_last;
};

static bool
within(unsigned c, unsigned first, unsigned last)
{
	return c >= first && c <= last;
}

static bool
is_common_han(unsigned unit)
{
	static const uint64_t common[] = {
#include "han_common.def"
	};

	return (common[(unit - 0x4E00) / 64] >> (unit - 0x4E00) % 64 & 1) != 0;
}

static bool
is_punctuation(unsigned unit)
{
	return within(unit, 0x3000, 0x3017) || within(unit, 0xFF01, 0xFF5E) ||
	       within(unit, 0x2010, 0x203B) || unit == 0xB7;
}

static bool
is_small(unsigned unit)
{
	return within(unit, 'a', 'z') || within(unit, 0x430, 0x45F);
}

static bool
is_latin(unsigned unit)
{
	return within(unit, 'a', 'z') || within(unit, 'A', 'Z');
}

static double
han_value(unsigned unit)
{
	if (within(unit, 0x4E00, 0x9FFF))
		return is_common_han(unit) ? COMMON : RARE;
	if (is_punctuation(unit) || within(unit, 0x20, 0x7E) || within(unit, '\t', '\r'))
		return COMMON;
	if (unit == 0 || unit >= 0xFFFD)
		return IMPOSSIBLE;
	return within(unit, 0xD800, 0xDFFF) ? RARE : UNLIKELY;
}

/* The commoner letters, which tell the encodings of one alphabet from another. */
static bool
is_common_letter(unsigned unit)
{
	static const char common[] = "оеаинтсрвлкмдпуاليمنوتربعهةدس";
	codepoint small = within(unit, 0x410, 0x42F) ? unit + 0x20 : unit;

	for (size_t at = 0; at < sizeof common - 1;)
		if (utf8_next(SLICE(common), &at) == small)
			return true;
	return false;
}

static bool
is_capital(unsigned unit)
{
	return within(unit, 0x401, 0x42F);
}

/* Russian and Arabic: whole words, capitals in front. */
static double
alphabet_value(unsigned unit, unsigned last)
{
	bool is_letter = within(unit, 0x401, 0x45F) || within(unit, 0x621, 0x64A);

	if (is_letter && !is_latin(last) && !(is_capital(unit) && is_small(last)))
		return (is_common_letter(unit) ? COMMON : UNCOMMON) *
		       (is_capital(unit) && is_capital(last) ? ALL_CAPITALS : 1);
	if (unit == 0x60C || unit == 0x61B || unit == 0x61F || unit == 0xA0 || unit == 0xAB ||
	    unit == 0xBB || unit == 0x2116 || within(unit, 0x2013, 0x2026) ||
	    within(unit, 0x660, 0x669))
		return UNCOMMON;
	return unit == 0xFFFD ? IMPOSSIBLE : UNLIKELY;
}

/* The alphabets that UTF-16 may be written in. */
static bool
is_alphabet(unsigned unit)
{
	return within(unit, 0xA0, 0x17F) || within(unit, 0x400, 0x45F) || within(unit, 0x60C, 0x66D);
}

static void
count(struct tally *t, unsigned unit)
{
	unsigned last = t->last;

	if (t->script == HAN && last == ' ' && unit >= 0x80 && t->before_last >= 0x80)
		t->sum -= SPACED;
	t->before_last = last;
	t->last = unit;
	if (t->script == ALPHABET && is_latin(unit))
		t->weight += LATIN;
	if (t->script != ANY && unit < 0x80 && unit != 0)
		return;
	t->n++;
	t->weight++;
	t->bad += unit == 0xFFFD;
	if (t->script == ALPHABET)
		t->sum += alphabet_value(unit, last);
	else if (t->script == ANY && is_alphabet(unit))
		t->sum += COMMON;
	else
		t->sum += han_value(unit);
}

static enum script
script_of(const char *name)
{
	if (strncmp(name, "UTF-16", 6) == 0)
		return ANY;
	return strncmp(name, "GB", 2) == 0 || strncmp(name, "Big5", 4) == 0 ? HAN : ALPHABET;
}

struct charset_score
charset_score(struct slice sample, const char *name)
{
	const char *at = sample.p, *end = sample.p + sample.len;
	UErrorCode code = U_ZERO_ERROR;
	UConverter *from = ucnv_open(name, &code);
	struct tally t = { .script = script_of(name) };

	while (U_SUCCESS(code)) {
		UChar unit[UNITS], *target = unit;

		/* Not flushed: half a character at the end of the sample is no fault. */
		ucnv_toUnicode(from, &target, unit + UNITS, &at, end, NULL, false, &code);
		for (const UChar *u = unit; u < target; u++)
			count(&t, *u);
		if (code != U_BUFFER_OVERFLOW_ERROR)
			break;
		code = U_ZERO_ERROR;
	}
	ucnv_close(from);
	return (struct charset_score){ .mean = t.n > 0 ? t.sum / t.weight : -1, .n = t.n, .bad = t.bad };
}

static bool
is_control(char c)
{
	return (unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

bool
charset_is_utf16_alphabet(struct slice sample, struct charset *out)
{
	size_t even = 0, odd = 0, pairs = sample.len / 2;
	const char *name;

	for (size_t i = 0; i + 1 < sample.len; i += 2) {
		even += is_control(sample.p[i]);
		odd += is_control(sample.p[i + 1]);
	}
	if (pairs < 4 || even == odd || (even > odd ? even : odd) * 6 < pairs)
		return false;
	name = even > odd ? "UTF-16BE" : "UTF-16LE";
	if ((even < odd ? even : odd) * 3 > (even > odd ? even : odd) * 2 || charset_score(sample, name).mean < 0.7)
		return false;
	*out = (struct charset){ .name = name, .certain = true };
	return true;
}

static bool
is_high(struct slice s, size_t at)
{
	return at < s.len && (unsigned char)s.p[at] >= 0x80;
}

bool
charset_is_accented(struct slice sample)
{
	size_t alone = 0, all = 0;

	for (size_t i = 0; i < sample.len; i++) {
		if (!is_high(sample, i))
			continue;
		all++;
		alone += !is_high(sample, i + 1) && !is_high(sample, i + 2) &&
		         !(i >= 1 && is_high(sample, i - 1)) && !(i >= 2 && is_high(sample, i - 2));
	}
	return alone * 2 > all;
}

bool
charset_is_korean(struct slice sample)
{
	const unsigned char *p = (const unsigned char *)sample.p;
	size_t syllables = 0, others = 0;

	for (size_t i = 0; i + 1 < sample.len; i++) {
		if (p[i] < 0x80)
			continue;
		syllables += within(p[i], 0xB0, 0xC8);
		others += p[i] > 0xC8 || p[i] < 0xA1;
		i++;
	}
	return syllables >= SYLLABLES_LEAST && others * 50 < syllables;
}
