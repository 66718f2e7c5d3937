/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/charset.h"

#include "charset_priv.h"
#include "text/utf8.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#define SAMPLE_BYTES ((size_t)256 << 10)
#define PIVOT_UNITS 4096
/* Of ten characters, nine may be judged rightly by chance in a very short text. */
#define SCORE_LEAST 0.55
#define SCORE_AHEAD 0.15

static bool
mark_of(struct slice bytes, struct charset *out)
{
	static const struct {
		const char *mark;
		size_t len;
		const char *name;
	} known[] = {
		{ "\xEF\xBB\xBF", 3, "UTF-8" },      { "\xFF\xFE\0\0", 4, "UTF-32LE" },
		{ "\0\0\xFE\xFF", 4, "UTF-32BE" },   { "\xFF\xFE", 2, "UTF-16LE" },
		{ "\xFE\xFF", 2, "UTF-16BE" },       { "\x84\x31\x95\x33", 4, "GB18030" },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (bytes.len < known[i].len || memcmp(bytes.p, known[i].mark, known[i].len) != 0)
			continue;
		*out = (struct charset){ .name = known[i].name, .bom = known[i].len, .certain = true };
		return true;
	}
	return false;
}

/* Malformed here and there, but far more that nothing else would produce by chance. */
static bool
is_damaged_utf8(struct slice sample)
{
	size_t good = 0, bad = 0;

	for (size_t at = 0; at < sample.len;) {
		size_t start = at;
		codepoint c = utf8_next(sample, &at);

		if (c == UTF8_REPLACEMENT && sample.p[start] != '\xEF')
			bad++;
		else if (c >= 0x80)
			good++;
	}
	return good > 4 * bad;
}

/* UTF-8 that is valid to the end is certain; all of it is looked at. */
static bool
is_utf8(struct slice bytes, struct charset *out)
{
	bool valid = utf8_is_valid(bytes);

	if (!valid && !is_damaged_utf8(slice_sub(bytes, 0, SAMPLE_BYTES)))
		return false;
	*out = (struct charset){ .name = "UTF-8", .certain = valid };
	return true;
}

static bool
best_chinese(struct slice sample, struct charset *out)
{
	const struct charset_score score[] = {
		{ "GB18030", charset_score_gb18030(sample) },
		{ "Big5", charset_score_big5(sample) },
		{ "UTF-16LE", charset_score_utf16(sample, false) },
		{ "UTF-16BE", charset_score_utf16(sample, true) },
	};
	size_t best = 0;
	double second = -1;

	for (size_t i = 1; i < sizeof score / sizeof *score; i++)
		if (score[i].score > score[best].score)
			best = i;
	for (size_t i = 0; i < sizeof score / sizeof *score; i++)
		if (i != best && score[i].score > second)
			second = score[i].score;
	if (score[best].score < SCORE_LEAST)
		return false;
	*out = (struct charset){ .name = score[best].name,
		                 .certain = score[best].score - second > SCORE_AHEAD };
	return true;
}

/* ICU's name of an encoding as one of the static names that we know to decode. */
static const char *
static_name(const char *name)
{
	static const char *const known[] = { "windows-1250", "windows-1251", "windows-1252",
		                             "windows-1253", "windows-1254", "windows-1255",
		                             "windows-1256", "KOI8-R",       "ISO-8859-2",
		                             "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",
		                             "ISO-8859-9",   "Shift_JIS",    "EUC-JP",
		                             "EUC-KR",       "ISO-2022-CN",  "ISO-2022-JP",
		                             "UTF-32LE",     "UTF-32BE",     "GB18030",
		                             "Big5" };

	for (size_t i = 0; name && i < sizeof known / sizeof *known; i++)
		if (strcmp(known[i], name) == 0)
			return known[i];
	return "windows-1252"; /* ISO-8859-1 and what nobody knows: every byte means something */
}

static struct charset
ask_icu(struct slice sample)
{
	struct charset found = { .name = "windows-1252" };
	UErrorCode code = U_ZERO_ERROR;
	UCharsetDetector *detector = ucsdet_open(&code);
	const UCharsetMatch *match;

	if (U_FAILURE(code))
		return found;
	ucsdet_setText(detector, sample.p, (int32_t)sample.len, &code);
	match = ucsdet_detect(detector, &code);
	if (U_SUCCESS(code) && match) {
		found.name = static_name(ucsdet_getName(match, &code));
		found.certain = ucsdet_getConfidence(match, &code) >= 50;
	}
	ucsdet_close(detector);
	return found;
}

struct charset
charset_detect(struct slice bytes)
{
	struct charset found = { .name = "UTF-8", .certain = true };
	struct slice sample = slice_sub(bytes, 0, SAMPLE_BYTES);

	if (bytes.len == 0 || mark_of(bytes, &found))
		return found;
	/* Zero bytes are valid UTF-8, but half of UTF-16's Latin letters. */
	if (charset_is_utf16_latin(sample, &found))
		return found;
	if (is_utf8(bytes, &found) || best_chinese(sample, &found))
		return found;
	return ask_icu(sample);
}

static size_t
count_replacements(struct slice s)
{
	size_t n = 0;

	for (size_t at = 0; (at = slice_find(s, SLICE("\xEF\xBF\xBD"), at)) != SLICE_NONE; at += 3)
		n++;
	return n;
}

/* Converts in one pass through a small pivot; malformed bytes become U+FFFD. */
static void
convert(UConverter *from, UConverter *to, struct slice bytes, struct buf *out)
{
	UChar pivot[PIVOT_UNITS], *source = pivot, *target = pivot;
	const char *at = bytes.p, *end = bytes.p + bytes.len;
	bool first = true;

	for (;;) {
		UErrorCode code = U_ZERO_ERROR;
		char *start, *write;

		buf_reserve(out, bytes.len / 2 + 64);
		start = write = out->p + out->len;
		ucnv_convertEx(to, from, &write, out->p + out->cap - 1, &at, end, pivot, &source,
		               &target, pivot + PIVOT_UNITS, first, true, &code);
		out->len += (size_t)(write - start);
		out->p[out->len] = '\0';
		first = false;
		if (code != U_BUFFER_OVERFLOW_ERROR)
			return;
	}
}

enum status
charset_decode(struct slice bytes, const char *name, struct buf *out, size_t *replaced,
               struct err *err)
{
	UErrorCode code = U_ZERO_ERROR;
	UConverter *from, *to;
	size_t before = out->len;

	*replaced = 0;
	if (strcmp(name, "UTF-8") == 0) {
		*replaced = utf8_repair(bytes, out);
		return STATUS_OK;
	}
	from = ucnv_open(name, &code);
	to = ucnv_open("UTF-8", &code);
	if (U_SUCCESS(code)) {
		convert(from, to, bytes, out);
		*replaced = count_replacements(slice_skip(buf_slice(out), before));
	}
	ucnv_close(from);
	ucnv_close(to);
	if (U_FAILURE(code))
		return err_set(err, STATUS_UNREADABLE, "the encoding %s is not known here",
		               "无法识别编码 %s", name);
	return STATUS_OK;
}

bool
charset_is_binary(struct slice bytes)
{
	static const char *const magic[] = { "%PDF-", "PK\x03\x04", "\x89PNG", "\xFF\xD8\xFF", "\x7F" "ELF",
		                             "GIF8", "\x1F\x8B", "\xD0\xCF\x11\xE0", "SQLite format 3",
		                             "7z\xBC\xAF", "BZh9", "\xFD" "7zXZ" };
	struct slice sample = slice_sub(bytes, 0, SAMPLE_BYTES);
	struct charset latin;
	size_t zeros = 0, controls = 0;

	for (size_t i = 0; i < sizeof magic / sizeof *magic; i++)
		if (slice_starts(bytes, magic[i]))
			return true;
	if (sample.len < 512 || mark_of(sample, &latin) || charset_is_utf16_latin(sample, &latin) ||
	    charset_score_utf16(sample, false) > SCORE_LEAST ||
	    charset_score_utf16(sample, true) > SCORE_LEAST)
		return false;
	for (size_t i = 0; i < sample.len; i++) {
		zeros += sample.p[i] == '\0';
		controls += (unsigned char)sample.p[i] < 0x20 && !strchr("\t\n\r\f\b\x1B", sample.p[i]);
	}
	if (zeros * 20 > sample.len || controls * 3 > sample.len)
		return true;
	return controls * 20 > sample.len && !utf8_is_valid(sample) && !is_damaged_utf8(sample);
}
