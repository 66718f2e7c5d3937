/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/charset.h"

#include "charset_priv.h"
#include "text/utf8.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

#define SAMPLE_BYTES ((size_t)16 << 10)
#define BINARY_BYTES ((size_t)256 << 10)
#define PIVOT_UNITS 4096
/* Text scores above 0.8 as what it is; bytes of another encoding rarely 0.6. */
#define SCORE_LEAST 0.65
#define SCORE_AHEAD 0.15
/* Chinese in another encoding never reaches the first share, no one-byte encoding the second. */
#define SHARE_DAMAGED 0.55
#define SHARE_MIXED 0.2
#define FLAWLESS_LEAST 24

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

/* Share of the characters that are well formed among all that is not ASCII. */
static double
utf8_share(struct slice sample)
{
	size_t good = 0, bad = 0;

	for (size_t at = 0; at < sample.len;) {
		codepoint c;

		if (!utf8_read(sample, &at, &c))
			bad++;
		else if (c >= 0x80)
			good++;
	}
	return good > 0 ? (double)good / (double)(good + bad) : 0;
}

/* The part that is judged: from the first byte that is not ASCII, at an even place for UTF-16. */
static struct slice
sample_of(struct slice bytes)
{
	size_t start = utf8_skip_ascii(bytes, 0);

	if (start == bytes.len)
		start = 0;
	start -= start % 2;
	return slice_sub(bytes, start, start + SAMPLE_BYTES);
}

/* The best of the encodings that ICU's detector is weak at, in short texts above all. */
static bool
best_score(struct slice sample, struct charset *out)
{
	static const char *const name[] = { "GB18030",      "Big5",       "UTF-16LE",    "UTF-16BE",
		                            "windows-1251", "KOI8-R",     "ISO-8859-5",  "windows-1256",
		                            "ISO-8859-6",   "Big5-HKSCS" };
	bool is_accented = charset_is_accented(sample);
	double best = -1, second = -1;

	for (size_t i = 0; i < sizeof name / sizeof *name; i++) {
		double score;

		if (is_accented && strncmp(name[i], "UTF-16", 6) != 0)
			continue;
		score = charset_score(sample, name[i]).mean;
		if (score > best) {
			second = best;
			best = score;
			out->name = name[i];
		} else if (score > second && strcmp(name[i], "Big5-HKSCS") != 0) {
			second = score;
		}
	}
	out->certain = best - second > SCORE_AHEAD;
	return best >= SCORE_LEAST;
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

/* Many characters and not one malformed: rare ones then, or traditional ones. */
static bool
is_flawless_gb18030(struct slice sample)
{
	struct charset_score score = charset_score(sample, "GB18030");

	return score.n >= FLAWLESS_LEAST && score.bad == 0 && score.mean > -0.5;
}

static bool
is_one_byte(const char *name)
{
	return slice_starts(slice_from(name), "windows") || slice_starts(slice_from(name), "ISO-8859") ||
	       strcmp(name, "KOI8-R") == 0;
}

/* Of Central Europe and Turkey: the letters of French and Spanish look like theirs in a short text. */
static bool
is_rare_latin(const char *name)
{
	return strcmp(name, "windows-1250") == 0 || strcmp(name, "ISO-8859-2") == 0 ||
	       strcmp(name, "windows-1254") == 0 || strcmp(name, "ISO-8859-9") == 0;
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
	if (!found.certain && is_rare_latin(found.name))
		found.name = "windows-1252";
	return found;
}

struct charset
charset_detect(struct slice bytes)
{
	struct charset found = { .name = "UTF-8", .certain = true };
	struct slice sample;
	double share;

	if (bytes.len == 0 || mark_of(bytes, &found))
		return found;
	if (charset_is_utf16_alphabet(slice_sub(bytes, 0, SAMPLE_BYTES), &found) ||
	    utf8_is_valid(bytes))
		return found;
	sample = sample_of(bytes);
	share = utf8_share(sample);
	found.certain = false;
	if (share > SHARE_DAMAGED)
		return found;
	if (best_score(sample, &found)) {
		if (strcmp(found.name, "GB18030") == 0 && charset_is_korean(sample))
			found = (struct charset){ .name = "EUC-KR" };
		return found;
	}
	found = ask_icu(sample);
	/* ICU never gives up: where all else fails it names an encoding that has a letter a byte. */
	if (is_one_byte(found.name) && share > SHARE_MIXED)
		return (struct charset){ .name = "UTF-8" };
	if (is_one_byte(found.name) && is_flawless_gb18030(sample))
		return (struct charset){ .name = "GB18030" };
	return found;
}

/* What replace() is given, for its context is const. */
struct replaced {
	size_t *count;
};

/* ICU would write U+001A for a malformed byte of some encodings, and count nothing. */
static void U_CALLCONV
replace(const void *context, UConverterToUnicodeArgs *args, const char *bytes, int32_t length,
        UConverterCallbackReason reason, UErrorCode *code)
{
	const struct replaced *r = context;
	const UChar replacement = 0xFFFD;

	(void)bytes;
	(void)length;
	if (reason > UCNV_IRREGULAR)
		return;
	*code = U_ZERO_ERROR;
	ucnv_cbToUWriteUChars(args, &replacement, 1, 0, code);
	++*r->count;
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
	const struct replaced context = { replaced };

	*replaced = 0;
	if (strcmp(name, "UTF-8") == 0) {
		*replaced = utf8_repair(bytes, out);
		return STATUS_OK;
	}
	from = ucnv_open(name, &code);
	to = ucnv_open("UTF-8", &code);
	if (U_SUCCESS(code))
		ucnv_setToUCallBack(from, replace, &context, NULL, NULL, &code);
	if (U_SUCCESS(code))
		convert(from, to, bytes, out);
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
	struct slice sample = slice_sub(bytes, 0, BINARY_BYTES);
	struct charset found;
	size_t zeros = 0, controls = 0;

	for (size_t i = 0; i < sizeof magic / sizeof *magic; i++)
		if (slice_starts(bytes, magic[i]))
			return true;
	if (sample.len < 512)
		return false;
	for (size_t i = 0; i < sample.len; i++) {
		zeros += sample.p[i] == '\0';
		controls += (unsigned char)sample.p[i] < 0x20 && !strchr("\t\n\r\f\b\x1B", sample.p[i]);
	}
	if (controls * 20 <= sample.len || mark_of(sample, &found))
		return false;
	found = charset_detect(sample);
	if (slice_starts(slice_from(found.name), "UTF-16"))
		return false;
	return zeros * 20 > sample.len || controls * 3 > sample.len ||
	       strcmp(found.name, "UTF-8") != 0;
}
