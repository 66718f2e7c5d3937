/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "import_priv.h"
#include "masthead_priv.h"
#include "metadata_priv.h"
#include "tap.h"

static void
label(const char *line, enum label_kind kind, long value, const char *typed)
{
	struct label l = label_read(slice_from(line));

	is_number(l.kind, kind, "%s: kind", line);
	if (kind == LABEL_NONE)
		return;
	is_number(l.value, value, "%s: value", line);
	is(l.text, typed, "%s: as typed", line);
}

static void
labels(void)
{
	label("12. 几位发言者", LABEL_NUMBER, 12, "12.");
	label("１２．几位发言者", LABEL_NUMBER, 12, "１２．");
	label("12.5 per cent", LABEL_NONE, 0, "");
	label("29C.14 The Office", LABEL_DOTTED, 14, "29C.14");
	label("(a) To take note", LABEL_LETTER, 1, "(a)");
	label("（二）水质", LABEL_BRACKET_HAN, 2, "（二）");
	label("b) la composition", LABEL_LETTER, 2, "b)");
	label("三. 地下水", LABEL_HAN, 3, "三.");
	label("三、地下水", LABEL_HAN, 3, "三、");
	label("III. Costs", LABEL_ROMAN, 3, "III.");
	label("B. Gaps", LABEL_UPPER, 2, "B.");
	label("第十二条", LABEL_ARTICLE, 12, "第十二条");
	label("第二条、第七条和第九条", LABEL_NONE, 0, "");
	label("第九条第二款", LABEL_NONE, 0, "");
	label("附件一", LABEL_ANNEX, 1, "附件一");
	label("Annex II", LABEL_ANNEX, 2, "Annex II");
	label("2024/9", LABEL_DECISION, 9, "2024/9");
	label("2024/25", LABEL_NONE, 0, "");
	label("2024 年", LABEL_NONE, 0, "");
	label("A river", LABEL_NONE, 0, "");
	label("I/O", LABEL_NONE, 0, "");
	label("", LABEL_NONE, 0, "");
}

static void
speakers(void)
{
	is_number(speaker_reads(SLICE("Ms. Duarte (Cabo Verde) (spoke in French): Small")), 42, "two brackets");
	is_number(speaker_reads(SLICE("主席（以英语发言）：现在开会")), 30, "主席");
	is_number(speaker_reads(SLICE("孙磊先生（中国）：谢谢")), 27, "先生");
	is_number(speaker_reads(SLICE("主席说，会议审议了以下议题：")), 0, "said in passing");
	is_number(speaker_reads(SLICE("The President of the Conference, who spoke first, said: yes")), 0,
	          "no speaker");
	ok(signature_is(SLICE("(Signed) A. Brook")) && signature_is(SLICE("张江（签名）")), "signatures");
}

static void
footnotes(void)
{
	long n = -1;
	size_t len = 0;

	ok(footnote_starts(SLICE("1  See CFW/COP/2025/7."), &n, &len) && n == 1 && len == 3, "number, blanks");
	ok(footnote_starts(SLICE("3/ Ibid."), &n, &len) && n == 3, "number, slash");
	ok(footnote_starts(SLICE("** CFW/COP/2025/1."), &n, &len) && n == 0 && len == 3, "asterisks");
	ok(!footnote_starts(SLICE("2024 was dry"), &n, &len), "a year");
	ok(!footnote_starts(SLICE("12. Several speakers"), &n, &len), "a paragraph");
}

static void
facts(void)
{
	struct arena a = { 0 };
	char iso[DATE_ISO_BYTES];

	ok(metadata_date(SLICE("2024年11月18日"), iso) && slice_is(slice_from(iso), "2024-11-18"), "Chinese date");
	ok(metadata_date(SLICE("14 March 2025"), iso) && slice_is(slice_from(iso), "2025-03-14"), "English date");
	ok(metadata_date(SLICE("6 septembre 2024"), iso) && slice_is(slice_from(iso), "2024-09-06"), "French");
	ok(metadata_date(SLICE("6 de septiembre de 2024"), iso) && slice_is(slice_from(iso), "2024-09-06"),
	   "Spanish");
	ok(metadata_date(SLICE("11 декабря 2024 года"), iso) && slice_is(slice_from(iso), "2024-12-11"),
	   "Russian");
	ok(metadata_date(SLICE("6 أيلول/سبتمبر 2024"), iso) && slice_is(slice_from(iso), "2024-09-06"), "Arabic");
	ok(metadata_date(SLICE("3 تشرين الثاني/نوفمبر 2024"), iso) && slice_is(slice_from(iso), "2024-11-03"),
	   "a month of two words");
	ok(!metadata_date(SLICE("septembre 2024"), iso), "a month is no date");
	ok(!metadata_is_month(SLICE("sept")) && metadata_is_month(SLICE("mayo,")), "words of months");
	ok(metadata_date(SLICE("一九六〇年十二月十四日"), iso) && slice_is(slice_from(iso), "1960-12-14"),
	   "date in Han digits");
	ok(!metadata_date(SLICE("2024年"), iso), "a year is no date");
	is(metadata_session(SLICE("第五届会议"), &a), "5", "Chinese session");
	is(metadata_session(SLICE("Seventy-ninth session"), &a), "79", "English session");
	is(metadata_session(SLICE("2023 年届会"), &a), "2023", "session of a year");
	is(metadata_language(SLICE("缔约国会议审议了 CFW/COP/2024/9")), "zh", "Chinese");
	is(metadata_language(SLICE("the state of the wells and of the rivers")), "en", "English");
	is(metadata_language(SLICE("l'état des puits et du bassin et les nappes")), "fr", "French");
	ok(masthead_is_session(SLICE("Fifth session")) && !masthead_is_session(SLICE("In this session.")),
	   "session lines");
	ok(masthead_is_date(SLICE("16 June–11 July 2025")) &&
	           !masthead_is_date(SLICE("30 June 2025 and budget for the period from 1 July 2026 to")),
	   "a date alone");
	arena_release(&a);
}

int
main(void)
{
	labels();
	speakers();
	footnotes();
	facts();
	return tap_done();
}
