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

/* Recognised: by name, or as an encoding in which the bytes read the same. */
static bool
is_recognised(struct slice piece, struct slice bytes, const char *name)
{
	const char *found = charset_detect(bytes).name;
	struct buf text = { 0 };
	struct err err;
	size_t replaced;
	bool same;

	if (strcmp(found, name) == 0)
		return true;
	same = charset_decode(bytes, found, &text, &replaced, &err) == STATUS_OK &&
	       slice_eq(buf_slice(&text), piece);
	buf_release(&text);
	return same;
}

/* Share of the pieces that are recognised, in per mille. */
static long
rate(struct slice text, const char *name, size_t length)
{
	struct buf bytes = { 0 };
	size_t right = 0, all = 0, step = text.len > 20000 ? 7 : 1;

	for (size_t start = 0; start < text.len; start += utf8_offset(slice_skip(text, start), step)) {
		struct slice rest = slice_skip(text, start);
		struct slice piece = slice_sub(rest, 0, utf8_offset(rest, length));

		if (utf8_count(piece) < length)
			break;
		if (!is_decidable(piece))
			continue;
		encode(piece, name, &bytes);
		all++;
		right += is_recognised(piece, buf_slice(&bytes), name);
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
	buf_clear(&text);
	ok(charset_decode(SLICE("a\xFF" "b"), "Shift_JIS", &text, &replaced, &err) == STATUS_OK &&
	           replaced == 1,
	   "in other encodings too");
	is(buf_slice(&text), "a\xEF\xBF\xBD" "b", "and never as a control");
	ok(charset_decode(SLICE("a"), "no such name", &text, &replaced, &err) == STATUS_UNREADABLE,
	   "an unknown name is refused");
	buf_release(&bytes);
	buf_release(&text);
}

/* Texts of the other languages, and what must not be taken for Chinese. */
static void
languages(void)
{
	static const char french[] =
		"Il a été décidé que l'eau, là où elle manque, serait partagée équitablement.";
	static const char spanish[] = "La Conferencia examinó la gestión del agua y pidió más cooperación.";
	static const char russian[] =
		"Конференция участников рассмотрела вопрос о водных ресурсах и мониторинге.";
	static const char arabic[] = "نظر المؤتمر في مسألة إدارة المياه الجوفية المشتركة بين الدول.";
	static const char korean[] = "당사국 회의는 지하수 관리에 관한 의제 항목을 심의하고 사무국의 보고를 들었다.";
	static const char japanese[] = "締約国会議は、地下水の管理に関する議題を審議しました。";
	static const struct {
		const char *text, *name;
	} row[] = {
		{ french, "windows-1252" },  { french, "UTF-16LE" },   { french, "UTF-16BE" },
		{ spanish, "windows-1252" }, { spanish, "UTF-16LE" },  { russian, "windows-1251" },
		{ russian, "KOI8-R" },       { russian, "ISO-8859-5" }, { russian, "UTF-16LE" },
		{ russian, "UTF-16BE" },     { arabic, "windows-1256" }, { arabic, "ISO-8859-6" },
		{ arabic, "UTF-16LE" },      { arabic, "UTF-16BE" },   { korean, "EUC-KR" },
		{ japanese, "Shift_JIS" },
	};
	struct buf bytes = { 0 };

	for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
		encode(slice_from(row[i].text), row[i].name, &bytes);
		is(slice_from(charset_detect(buf_slice(&bytes)).name), row[i].name, "%s: %.24s",
		   row[i].name, row[i].text);
	}
	buf_release(&bytes);
}

/* The Charter in the other languages: pieces of 60 and 200 letters. */
static void
real_languages(void)
{
	static const struct {
		const char *language, *name;
	} row[] = {
		{ "fr", "windows-1252" }, { "fr", "UTF-16LE" },   { "es", "windows-1252" },
		{ "es", "UTF-16BE" },     { "ru", "windows-1251" }, { "ru", "KOI8-R" },
		{ "ru", "ISO-8859-5" },   { "ru", "UTF-16LE" },   { "ru", "UTF-16BE" },
		{ "ar", "windows-1256" }, { "ar", "ISO-8859-6" }, { "ar", "UTF-16LE" },
		{ "ar", "UTF-16BE" },
	};
	const char *folder = tap_shared("corpus/charter");
	struct buf path = { 0 }, text = { 0 };
	struct err err;

	if (!folder) {
		tap_skip("no shared corpus here");
		return;
	}
	for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
		buf_clear(&path);
		buf_addf(&path, "%s/clean_un_charter_%s.txt", tap_shared("corpus/charter"),
		         row[i].language);
		if (!ok(file_read(buf_str(&path), &text, &err) == STATUS_OK, "%s", row[i].language))
			continue;
		for (size_t length = 60; length <= 200; length += 140) {
			long found = rate(buf_slice(&text), row[i].name, length);

			ok(found >= 990, "%s in %s, %zu letters: %ld per mille", row[i].language,
			   row[i].name, length, found);
		}
	}
	buf_release(&path);
	buf_release(&text);
}

static void
damage(void)
{
	struct buf bytes = { 0 }, gb = { 0 };

	buf_add_str(&bytes, simplified);
	for (size_t i = 30; i < bytes.len; i += 40)
		bytes.p[i] = '\xFF';
	is(slice_from(charset_detect(buf_slice(&bytes)).name), "UTF-8", "damaged UTF-8");
	ok(!charset_detect(buf_slice(&bytes)).certain, "is not certain");
	buf_clear(&bytes);
	buf_add_str(&bytes, simplified);
	encode(slice_from(simplified), "GB18030", &gb);
	buf_add(&bytes, buf_slice(&gb));
	ok(strcmp(charset_detect(buf_slice(&bytes)).name, "windows-1252") != 0,
	   "half UTF-8, half GB18030 is not Latin");
	buf_clear(&bytes);
	for (size_t i = 0; i < 70000; i++)
		buf_add_byte(&bytes, "plain words "[i % 12]);
	buf_add(&bytes, buf_slice(&gb));
	is(slice_from(charset_detect(buf_slice(&bytes)).name), "GB18030", "behind much ASCII");
	buf_release(&bytes);
	buf_release(&gb);
}

static void
others(void)
{
	struct buf bytes = { 0 };

	is(slice_from(charset_detect(SLICE("\xEF\xBB\xBF" "a")).name), "UTF-8", "byte order mark");
	is_number(charset_detect(SLICE("\xFF\xFE" "a\0")).bom, 2, "to be skipped");
	ok(charset_is_binary(SLICE("\x7F" "ELF\2\1\1")), "a program is no text");
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
	languages();
	real_languages();
	decoding();
	damage();
	others();
	return tap_done();
}
