/* SPDX-License-Identifier: ISC */
/*
 * Every piece of 12, 30 and 200 characters of a text in each encoding must be recognised, as far as
 * it holds enough that is not ASCII to recognise anything by.
 */
#include "config.h"

#include "text/charset.h"

#include "base/file.h"
#include "tap.h"
#include "text/utf8.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

static const char simplified[] =
	"缔约国会议第六届会议审议了题为“跨界含水层的管理”的议程项目。秘书处的代表介绍了第 6/2 号决议的"
	"执行情况，并指出，自上届会议以来，二十五个缔约国提交了报告。许多发言者强调，必须加强监测网络，"
	"为发展中国家提供技术援助，并确保水资源的公平合理利用；若干发言者提到了气候变化的影响。";
static const char traditional[] =
	"締約國會議第六屆會議審議了題為「跨界含水層的管理」的議程項目。秘書處的代表介紹了第 6/2 號決議的"
	"執行情況，並指出，自上屆會議以來，二十五個締約國提交了報告。許多發言者強調，必須加強監測網絡，"
	"為發展中國家提供技術援助，並確保水資源的公平合理利用；若干發言者提到了氣候變化的影響。";

/* Converts UTF-8 to an encoding; what it lacks is left out. */
static void
encode(struct slice text, const char *name, struct buf *out)
{
	UErrorCode code = U_ZERO_ERROR;
	int32_t len;

	buf_clear(out);
	buf_reserve(out, text.len * 4 + 16);
	len = ucnv_convert(name, "UTF-8", out->p, (int32_t)out->cap, text.p, (int32_t)text.len, &code);
	out->len = U_SUCCESS(code) ? (size_t)len : 0;
}

static bool
is_decidable(struct slice piece)
{
	size_t n = 0;

	for (size_t at = 0; at < piece.len;)
		n += utf8_next(piece, &at) >= 0x80;
	return n >= 3;
}

/* Share of the pieces that are recognised, in per mille. */
static long
rate(struct slice text, const char *name, size_t length)
{
	struct buf bytes = { 0 };
	size_t n = utf8_count(text), right = 0, all = 0, step = n > 4000 ? 17 : 1;

	for (size_t i = 0; i + length <= n; i += step) {
		size_t start = utf8_offset(text, i);
		struct slice rest = slice_skip(text, start);
		struct slice piece = slice_sub(rest, 0, utf8_offset(rest, length));

		if (!is_decidable(piece))
			continue;
		encode(piece, name, &bytes);
		all++;
		right += strcmp(charset_detect(buf_slice(&bytes)).name, name) == 0;
	}
	buf_release(&bytes);
	return all > 0 ? (long)(right * 1000 / all) : 1000;
}

static void
rates(struct slice hans, struct slice hant, const char *what)
{
	static const char *const encoding[] = { "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE" };
	static const size_t length[] = { 12, 30, 200 };

	for (size_t e = 0; e < sizeof encoding / sizeof *encoding; e++)
		for (size_t i = 0; i < sizeof length / sizeof *length; i++) {
			long found = rate(strcmp(encoding[e], "Big5") == 0 ? hant : hans, encoding[e],
			                  length[i]);

			ok(found >= 990, "%s: %s, %zu characters: %ld per mille", what, encoding[e],
			   length[i], found);
		}
}

/* Simplified to traditional, for a Big5 text of the real sample. */
static void
to_traditional(struct slice text, struct buf *out)
{
	UErrorCode code = U_ZERO_ERROR;
	UTransliterator *t = utrans_openU(u"Simplified-Traditional", -1, UTRANS_FORWARD, NULL, 0, NULL,
	                                  &code);
	int32_t len = 0, cap = (int32_t)text.len * 2, limit;
	UChar *u = mem_resize(NULL, (size_t)cap * sizeof *u);

	u_strFromUTF8(u, cap, &len, text.p, (int32_t)text.len, &code);
	limit = len;
	utrans_transUChars(t, u, &len, cap, 0, &limit, &code);
	buf_reserve(out, (size_t)len * 3 + 1);
	u_strToUTF8(out->p, (int32_t)out->cap, &limit, u, len, &code);
	out->len = U_SUCCESS(code) ? (size_t)limit : 0;
	utrans_close(t);
	free(u);
}

static void
real_sample(void)
{
	const char *folder = tap_shared("corpus/seed");
	struct buf pattern = { 0 }, text = { 0 }, other = { 0 };
	struct err err;
	glob_t found;

	if (!folder) {
		tap_skip("no shared corpus here");
		return;
	}
	buf_addf(&pattern, "%s/*.txt", folder);
	if (glob(pattern.p, 0, NULL, &found) == 0 &&
	    file_read(found.gl_pathv[0], &text, &err) == STATUS_OK) {
		to_traditional(buf_slice(&text), &other);
		rates(buf_slice(&text), buf_slice(&other), "real sample");
		globfree(&found);
	}
	buf_release(&pattern);
	buf_release(&text);
	buf_release(&other);
}

static void
decoding(void)
{
	struct buf bytes = { 0 }, text = { 0 };
	size_t replaced;
	struct err err;

	encode(slice_from(simplified), "GB18030", &bytes);
	ok(charset_decode(buf_slice(&bytes), "GB18030", &text, &replaced, &err) == STATUS_OK &&
	           replaced == 0,
	   "GB18030 decoded");
	is(buf_slice(&text), simplified, "to what it was");
	buf_clear(&text);
	ok(charset_decode(SLICE("a\xFF" "b"), "UTF-8", &text, &replaced, &err) == STATUS_OK &&
	           replaced == 1,
	   "malformed bytes are counted");
	is(buf_slice(&text), "a\xEF\xBF\xBD" "b", "and replaced");
	ok(charset_decode(SLICE("a"), "no such name", &text, &replaced, &err) == STATUS_UNREADABLE,
	   "an unknown name is refused");
	buf_release(&bytes);
	buf_release(&text);
}

static void
others(void)
{
	struct buf bytes = { 0 };

	is(slice_from(charset_detect(SLICE("\xEF\xBB\xBF" "a")).name), "UTF-8", "byte order mark");
	is_number(charset_detect(SLICE("\xFF\xFE" "a\0")).bom, 2, "to be skipped");
	encode(SLICE("Il a été décidé que l'eau, là où elle manque, serait partagée équitablement."),
	       "windows-1252", &bytes);
	is(slice_from(charset_detect(buf_slice(&bytes)).name), "windows-1252", "French");
	encode(SLICE("Конференция участников рассмотрела вопрос о водных ресурсах и мониторинге."),
	       "windows-1251", &bytes);
	is(slice_from(charset_detect(buf_slice(&bytes)).name), "windows-1251", "Russian");
	ok(charset_is_binary(SLICE("\x7F" "ELF\2\1\1")), "a program is no text");
	buf_clear(&bytes);
	for (unsigned i = 0, x = 1; i < 4096; i++, x = x * 1103515245 + 12345)
		buf_add_byte(&bytes, (char)(x >> 16));
	ok(charset_is_binary(buf_slice(&bytes)), "noise is no text");
	ok(!charset_is_binary(SLICE("PWN\0PWN")), "a zero byte does not make it one");
	ok(strcmp(charset_detect(slice_from(NULL)).name, "UTF-8") == 0, "nothing is UTF-8");
	buf_release(&bytes);
}

int
main(void)
{
	rates(slice_from(simplified), slice_from(traditional), "our own text");
	real_sample();
	decoding();
	others();
	return tap_done();
}
