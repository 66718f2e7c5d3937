/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "charset_priv.h"

#include "text/utf8.h"

#define IMPOSSIBLE -4.0
#define RARE 0.1
#define UNLIKELY -0.6

struct tally {
	double sum;
	size_t n;
};

static void
count(struct tally *t, double value)
{
	t->sum += value;
	t->n++;
}

static double
mean(struct tally t)
{
	return t.n > 0 ? t.sum / (double)t.n : -1;
}

static bool
within(unsigned char c, unsigned char first, unsigned char last)
{
	return c >= first && c <= last;
}

/* GB 2312 puts its frequent characters, level 1, in rows 16 to 55, punctuation in rows 1 to 3. */
static double
gb_value(unsigned char lead, unsigned char trail)
{
	if (!within(trail, 0x40, 0xFE) || trail == 0x7F)
		return IMPOSSIBLE;
	if (trail < 0xA1 || within(lead, 0x81, 0xA0))
		return UNLIKELY; /* GBK's extension */
	if (within(lead, 0xB0, 0xD7))
		return 1;
	if (within(lead, 0xA1, 0xA3))
		return 1;
	return within(lead, 0xD8, 0xF7) ? RARE : UNLIKELY;
}

double
charset_score_gb18030(struct slice sample)
{
	const unsigned char *p = (const unsigned char *)sample.p;
	struct tally t = { 0 };

	for (size_t i = 0; i < sample.len; i++) {
		if (p[i] == 0)
			count(&t, IMPOSSIBLE);
		if (p[i] < 0x80)
			continue;
		if (i + 1 >= sample.len)
			break;
		if (i + 3 < sample.len && within(p[i + 1], 0x30, 0x39) && within(p[i + 2], 0x81, 0xFE) &&
		    within(p[i + 3], 0x30, 0x39)) {
			count(&t, RARE);
			i += 3;
			continue;
		}
		count(&t, within(p[i], 0x81, 0xFE) ? gb_value(p[i], p[i + 1]) : IMPOSSIBLE);
		i++;
	}
	return mean(t);
}

/* Big5 puts frequent characters, level 1, at A440-C67E, punctuation at A140-A3BF. */
static double
big5_value(unsigned char lead, unsigned char trail)
{
	if (!within(trail, 0x40, 0x7E) && !within(trail, 0xA1, 0xFE))
		return IMPOSSIBLE;
	if (within(lead, 0xA4, 0xC5) || (lead == 0xC6 && trail <= 0x7E))
		return 1;
	if (within(lead, 0xA1, 0xA3))
		return 1;
	return within(lead, 0xC9, 0xF9) ? RARE : UNLIKELY;
}

double
charset_score_big5(struct slice sample)
{
	const unsigned char *p = (const unsigned char *)sample.p;
	struct tally t = { 0 };

	for (size_t i = 0; i < sample.len; i++) {
		if (p[i] == 0)
			count(&t, IMPOSSIBLE);
		if (p[i] < 0x80)
			continue;
		if (i + 1 >= sample.len)
			break;
		count(&t, within(p[i], 0xA1, 0xF9) ? big5_value(p[i], p[i + 1]) : IMPOSSIBLE);
		i++;
	}
	return mean(t);
}

static double
utf16_value(unsigned unit)
{
	if (unit >= 0x4E00 && unit <= 0x9FA5)
		return 0.9;
	if ((unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t')
		return 1;
	if ((unit >= 0x3000 && unit <= 0x3011) || (unit >= 0xFF08 && unit <= 0xFF5E) ||
	    (unit >= 0x2013 && unit <= 0x2026) || (unit >= 0xA0 && unit <= 0xFF))
		return 1;
	if ((unit >= 0x400 && unit <= 0x45F) || (unit >= 0x620 && unit <= 0x652))
		return 0.8;
	if (unit >= 0xD800 && unit <= 0xDFFF)
		return 0;
	return unit == 0 ? IMPOSSIBLE : UNLIKELY;
}

double
charset_score_utf16(struct slice sample, bool big_endian)
{
	const unsigned char *p = (const unsigned char *)sample.p;
	struct tally t = { 0 };

	for (size_t i = 0; i + 1 < sample.len; i += 2)
		count(&t, utf16_value(big_endian ? (unsigned)p[i] << 8 | p[i + 1]
		                                 : (unsigned)p[i + 1] << 8 | p[i]));
	return mean(t);
}

bool
charset_is_utf16_latin(struct slice sample, struct charset *out)
{
	size_t even = 0, odd = 0, pairs = sample.len / 2;

	if (pairs < 4)
		return false;
	for (size_t i = 0; i + 1 < sample.len; i += 2) {
		even += sample.p[i] == '\0';
		odd += sample.p[i + 1] == '\0';
	}
	if (odd * 10 > pairs * 3 && even * 20 < pairs && charset_score_utf16(sample, false) > 0.7) {
		*out = (struct charset){ .name = "UTF-16LE", .certain = true };
		return true;
	}
	if (even * 10 > pairs * 3 && odd * 20 < pairs && charset_score_utf16(sample, true) > 0.7) {
		*out = (struct charset){ .name = "UTF-16BE", .certain = true };
		return true;
	}
	return false;
}
