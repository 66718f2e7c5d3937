/* SPDX-License-Identifier: ISC */
/*
 * The grammar of symbols, rule by rule (domain.md, A and G).
 */
#include "config.h"

#include "base/buf.h"
#include "cite/symbol.h"
#include "tap.h"

#include <string.h>

/* The name of a test is one line. */
static const char *
one_line(const char *text, struct buf *b)
{
	for (; *text; text++)
		buf_add_byte(b, *text == '\n' ? '~' : *text);
	return buf_str(b);
}

/* The symbols found in the text, joined by " | ". */
static void
found_in(const char *text, const char *want)
{
	struct slice s = slice_from(text);
	struct symbol_span span;
	struct buf b = { 0 }, name = { 0 };

	for (size_t at = 0; symbol_find(s, at, &span); at = span.end) {
		if (b.len > 0)
			buf_add_str(&b, " | ");
		buf_add(&b, slice_sub(s, span.start, span.end));
	}
	is(buf_slice(&b), want, "in: %s", one_line(text, &name));
	buf_release(&b);
	buf_release(&name);
}

static void
test_roots(void)
{
	found_in("见A/79/309和A/79/309/Corr.1。", "A/79/309 | A/79/309/Corr.1");
	found_in("（CFW/COP/2024/9）。主席强调了", "CFW/COP/2024/9");
	found_in("CFW/COP/2024/L.1/Add.2，第 5 段", "CFW/COP/2024/L.1/Add.2");
	found_in("CFW/COP/SR.3", "CFW/COP/SR.3");
	found_in("CFW/COP/9", "");
	found_in("E/C.12/2000/4, E/CN.4/Sub.2/2000/L.10", "E/C.12/2000/4 | E/CN.4/Sub.2/2000/L.10");
	found_in("S/25859 and S/PRST/2020/5", "S/25859 | S/PRST/2020/5");
	found_in("A/ES-10/273 A/S-23/10/Rev.1 A/RES/ES-10/21",
	         "A/ES-10/273 | A/S-23/10/Rev.1 | A/RES/ES-10/21");
	found_in("GEGN.2/2025/1; NPT/CONF.2015/PC.I/WP.12*",
	         "GEGN.2/2025/1 | NPT/CONF.2015/PC.I/WP.12");
	found_in("BWC/CONF.IX/9 CCW/AP.II/CONF.12/6", "BWC/CONF.IX/9 | CCW/AP.II/CONF.12/6");
	found_in("ST/CS/SER.A/29/Rev.1号文件", "ST/CS/SER.A/29/Rev.1");
	found_in("UNEP/OzL.Pro.28/12 UNEP/EA.2/Res.25", "UNEP/OzL.Pro.28/12 | UNEP/EA.2/Res.25");
	found_in("DP-FPA/2019/1", "DP-FPA/2019/1");
	found_in("LC/G.2602(SES.35/13) 5 April", "LC/G.2602(SES.35/13)");
	found_in("ICCD/COP(9)/12, TD/B/EX(77)/1, TD/B/WP(89)/INF.1",
	         "ICCD/COP(9)/12 | TD/B/EX(77)/1 | TD/B/WP(89)/INF.1");
	found_in("TD(XI)/PC/1", "TD(XI)/PC/1");
	found_in("CEDAW/C/GEO/Q/4-5/Add.1, CAT/C/80/D/1111/2021",
	         "CEDAW/C/GEO/Q/4-5/Add.1 | CAT/C/80/D/1111/2021");
}

static void
test_boundaries(void)
{
	found_in("A/56/136. The", "A/56/136");
	found_in("A/79/437/Add.11.\n1\nSee", "A/79/437/Add.11");
	found_in("E/CN.3/2025/3/Corr.1.\n25-04747", "E/CN.3/2025/3/Corr.1");
	found_in("S/PRST/2021/24S/2021/720", "S/PRST/2021/24 | S/2021/720");
	found_in("ECE/AC.21/SC/2023/2EUCHP", "ECE/AC.21/SC/2023/2");
	found_in("http://undocs.org/ch/A/79/309", "");
	found_in("?symbol=A/79/309 %A/79/309 _A/79/309", "");
	found_in("иЕ/1994/24", "");
	found_in("见E/2025/SR._____。", "");
	found_in("见CFW/COP/2024/10/Add.", "");
	found_in("CFW/COP/2024/…和A/79/xx", "");
	found_in("(-A/79/1)", "A/79/1");
	found_in("A/79/1/", "A/79/1");
}

static void
test_blanks(void)
{
	found_in("A/70/394/\nCorr.1), the", "A/70/394/\nCorr.1");
	found_in("A/AC.\n260/2", "A/AC.\n260/2");
	found_in("S/PRST/ 1994/16", "S/PRST/ 1994/16");
	found_in("TD/519/Add.2/ Corr.1", "TD/519/Add.2/ Corr.1");
	found_in("ECE/BATUMI. CONF/2016/2/ Add.1", "ECE/BATUMI. CONF/2016/2/ Add.1");
	found_in("A/CONF. 129/16 CEDAW/C/SR. 1311", "A/CONF. 129/16 | CEDAW/C/SR. 1311");
	found_in("A /79/PV.64", "A /79/PV.64");
	found_in("DP/20 25/L.2", "DP/20 25/L.2");
	found_in("联 合 国\n\nC EDAW/C/BLR/CO/7\n", "C EDAW/C/BLR/CO/7");
	found_in("word C EDAW/C/BLR/CO/7", "");
	found_in("A/79/309/    Corr.1", "A/79/309");
	found_in("A/79/309/ annex", "A/79/309");
	found_in("A/\n\n\n79/309", "");
}

static void
test_brackets(void)
{
	found_in("A/79/6 (Sect.\xC2\xA0" "12), A/75/5 (Vol. II)",
	         "A/79/6 (Sect.\xC2\xA0" "12) | A/75/5 (Vol. II)");
	found_in("A/79/309 (Part I)/Add.1 A/81/6 (Sect. 34)/Part A*",
	         "A/79/309 (Part I)/Add.1 | A/81/6 (Sect. 34)/Part A");
	found_in("A/57/3 (Partes I y II)", "A/57/3 (Partes I y II)");
	found_in("CED/C/COL/VR/1 (Findings)", "CED/C/COL/VR/1 (Findings)");
	found_in("A/79/6 (Plan outline)", "A/79/6 (Plan outline)");
	found_in("S/RES/1325 (2000), A/66/598 (2011)", "S/RES/1325 (2000) | A/66/598");
	found_in("S/RES/822 (30 April 1993)", "S/RES/822");
	found_in("A/RES/217 A (III), A/RES/217(III)[A]", "A/RES/217 A (III) | A/RES/217(III)[A]");
	found_in("A/RES/70/93 A-B, A/RES/72/266B", "A/RES/70/93 A-B | A/RES/72/266B");
	found_in("A/61/33(SUPP) A/79/5 (partial)", "A/61/33(SUPP) | A/79/5");
	found_in("A/79/5 (I)", "A/79/5");
}

static void
test_several(void)
{
	found_in("E/2010/27-E/CN.6/2010/11", "E/2010/27-E/CN.6/2010/11");
	found_in("A/77/895-S/\n2023/363", "A/77/895-S/\n2023/363");
	found_in("CFW/COP/2024/SR.1–CFW/COP/2024/SR.9", "CFW/COP/2024/SR.1–CFW/COP/2024/SR.9");
	found_in("E/C.2/2025/R.2/Add.18–26\nand", "E/C.2/2025/R.2/Add.18–26");
	found_in("A/74/881-S/2020-503 of", "A/74/881-S/2020-503");
	found_in("A/76/871-2022/493", "A/76/871");
	found_in("S/3297 and Corr.l, S/3298/Corr.l, S/ 3309", "S/3297 | S/3298/Corr.l | S/ 3309");
}

static void
test_spelling(void)
{
	found_in("Ａ／79／309，", "Ａ／79／309");
	found_in("(Е/1994/24 и", "Е/1994/24");
	found_in("А/С.3/57/SR.39", "А/С.3/57/SR.39");
	found_in("A/Res/79/1 A/hrc/RES/51/2", "A/Res/79/1 | A/hrc/RES/51/2");
	found_in("\xE2\x80\xAA" "A/79/\xE2\x80\xAC" "309", "A/79/\xE2\x80\xAC" "309");
}

static void
test_look_alikes(void)
{
	found_in("V.19-11547 2/3 GE.17-12345(C) 25-08477 (E) 040625", "");
	found_in("N/A and/or I/O S/N km/h A/B T/WTO V/AIDS HIV/AIDS 2011/12", "");
	found_in("FAO/WHO UNCTAD/WTO TCP/IP 2019/12/18 TCP/IP/2019/12 24/7 آذار/مارس", "");
	found_in("SC/6816, GA/11969, AG/J/353, SG/SM/12345/Rev.1, UNIS/CP/1091", "");
	found_in("EB150/7号文件，WHA58/2005/REC/1，第2703/2015号来文", "");
	found_in("комната Е.4108, PRST/22/1, A/4.5, A/50%, T/5a", "A/50");
	found_in("第 7/5 号决议，1/CP.21", "");
}

static void
test_whole(void)
{
	struct symbol_span spans[2];

	ok(symbol_is(slice_from("  CFW/COP/2024/L.1/Add.2 ")), "blanks at both ends");
	ok(symbol_is(slice_from("CFW/COP/2024/9 **")), "asterisks behind");
	ok(symbol_is(slice_from("cac/cosp/2019/9")), "small letters");
	ok(symbol_is(slice_from("ｃａｃ／cosp／２０１９／９")), "full width");
	ok(symbol_is(slice_from("E/2010/27-E/CN.6/2010/11/Corr.1")), "double");
	ok(symbol_is(slice_from("A/RES/75/290a")), "small part letter");
	ok(symbol_is(slice_from("E/ESCWA/SD/1997/WG.1/Manual")), "a word closes it");
	ok(!symbol_is(slice_from("A/79/309, annex")), "more than a symbol");
	ok(!symbol_is(slice_from("a/4")), "too little for small letters");
	ok(!symbol_is(slice_from("")), "empty");
	ok(!symbol_is(slice_from("2019/9")), "no root");
	is_number(symbol_line(slice_from(" A/79/842  S/2024/384* "), spans, 2), 2, "two in a line");
	is_number(symbol_line(slice_from("A/79/842 page 2"), spans, 2), 0, "more in a line");
	is_number(symbol_line(slice_from("A/1 A/2 A/3"), spans, 2), 0, "too many in a line");
	is_number(symbol_line(slice_from("\xE2\x80\x8B"), spans, 2), 0, "nothing to see in a line");
}

static void
key_of(const char *text, const char *want)
{
	struct buf b = { 0 }, name = { 0 };

	symbol_key(slice_from(text), &b);
	is(buf_slice(&b), want, "key of %s", one_line(text, &name));
	buf_release(&b);
	buf_release(&name);
}

static void
test_key(void)
{
	key_of("A/79/6 (Sect.\xC2\xA0" "12)", "A/79/6(Sect.12)");
	key_of("NPT/CONF.2015/PC.I/WP.12*", "NPT/CONF.2015/PC.I/WP.12");
	key_of("Ａ／79／309", "A/79/309");
	key_of("Е/1994/24", "E/1994/24");
	key_of("A/70/394/\nCorr.l", "A/70/394/Corr.1");
	key_of("A/70/394/Corr.l/Add.1", "A/70/394/Corr.1/Add.1");
	key_of("A/61/33(supp)", "A/61/33");
	key_of("A/RES/217 A (III)", "A/RES/217(III)");
	key_of("A/RES/217(III)[A]", "A/RES/217(III)");
	key_of("A/RES/72/266 B", "A/RES/72/266B");
	key_of("E/C.2/2025/R.2/Add.18–26", "E/C.2/2025/R.2/Add.18-26");
	ok(symbol_same(slice_from("A/Res/79/1"), slice_from("a/RES/79/ 1")), "same");
	ok(symbol_same(slice_from("A/61/33(SUPP)"), slice_from("A/61/33")), "same without (supp)");
	ok(!symbol_same(slice_from("A/61/33"), slice_from("A/61/3")), "not the same");
}

static void
root_of(const char *key, const char *want)
{
	is(symbol_root(slice_from(key)), want, "root of %s", key);
}

static void
test_root(void)
{
	root_of("CAC/COSP/2019/L.1/Add.2", "CAC/COSP");
	root_of("A/79/309", "A");
	root_of("A/C.3/57/SR.39", "A/C.3");
	root_of("A/RES/79/1", "A");
	root_of("A/HRC/51/2", "A/HRC");
	root_of("E/CN.15/2010/11", "E/CN.15");
	root_of("BWC/CONF.IX/9", "BWC");
	root_of("NPT/CONF.2015/50", "NPT/CONF.2015");
	root_of("CFW/COP/2024/9", "CFW/COP");
	root_of("2019/9", "");
	root_of("", "");
}

static void
split_of(const char *text, const char *want)
{
	struct arena arena = { 0 };
	struct buf b = { 0 };
	struct slice part[4];
	size_t n = symbol_split(slice_from(text), &arena, part, 4);

	for (size_t i = 0; i < n; i++)
		buf_addf(&b, "%s%.*s", i ? " | " : "", SLICE_ARG(part[i]));
	is(buf_slice(&b), want, "split of %s", text);
	buf_release(&b);
	arena_release(&arena);
}

static void
test_split(void)
{
	struct arena arena = { 0 };
	struct slice part[1];

	split_of("CFW/COP/2024/9", "CFW/COP/2024/9");
	split_of("E/2010/27-E/CN.6/2010/11", "E/2010/27 | E/CN.6/2010/11");
	split_of("E/2000/22-E/C.12/1999/11/Corr.1", "E/2000/22/Corr.1 | E/C.12/1999/11/Corr.1");
	split_of("A/1/2/Rev.1-S/3/Rev.1", "A/1/2/Rev.1 | S/3/Rev.1");
	split_of("CEDAW/C/GEO/4-5", "CEDAW/C/GEO/4-5");
	split_of("CAT/C/SR.2109–CAT/C/SR.2206", "CAT/C/SR.2109 | CAT/C/SR.2206");
	split_of("A/RES/70/93 A-B", "A/RES/70/93A-B");
	is_number(symbol_split(slice_from("A/1/2-S/3"), &arena, part, 1), 1,
	          "no more than asked for");
	arena_release(&arena);
}

static void
origin(bool (*read)(struct slice, struct buf *), const char *from, const char *want)
{
	struct buf b = { 0 };
	bool found = read(slice_from(from), &b);

	ok(found == (want != NULL), "%s %s a symbol", from, want ? "holds" : "does not hold");
	if (want)
		is(buf_slice(&b), want, "from %s", from);
	buf_release(&b);
}

static void
test_origins(void)
{
	origin(symbol_from_file_name, "A_79_309 (Part I)_Add.1.en.pdf", "A/79/309(PartI)/Add.1");
	origin(symbol_from_file_name, "ICCD_COP(9)_12-ZH.docx", "ICCD/COP(9)/12");
	origin(symbol_from_file_name, "A_AC.291_11", "A/AC.291/11");
	origin(symbol_from_file_name, "A_ES-10_1043, S_2025_529.en.pdf", "A/ES-10/1043");
	origin(symbol_from_file_name, "A_79_842&S_2024_384-EN.pdf", "A/79/842");
	origin(symbol_from_file_name, "CFW_COP_2024_L.1_Add.2.zh.txt", "CFW/COP/2024/L.1/Add.2");
	origin(symbol_from_file_name, "A_80_1_E.pdf", "A/80/1");
	origin(symbol_from_file_name, "A_RES_71_101A-B.pdf", "A/RES/71/101A-B");
	origin(symbol_from_file_name, "report.txt", NULL);
	origin(symbol_from_file_name, "my_notes_2024.txt", NULL);
	origin(symbol_from_url, "http://undocs.org/ch/CAC/COSP/2019/9", "CAC/COSP/2019/9");
	origin(symbol_from_url, "https://docs.un.org/en/A/79/6(Sect.12)", "A/79/6(Sect.12)");
	origin(symbol_from_url, "HTTPS://UNDOCS.ORG/a/res/79/1).", "a/res/79/1");
	origin(symbol_from_url, "undocs.org/S/RES/11%2007(1997)>", "S/RES/1107(1997)");
	origin(symbol_from_url, "https://documents.un.org/api/symbol/access?s=A%2F79%2F1&l=zh",
	       "A/79/1");
	origin(symbol_from_url, "http://daccess-ods.un.org/access.nsf/Get?Open&DS=E/2010/27&Lang=C",
	       "E/2010/27");
	origin(symbol_from_url, "http://www.un.org/ga/search/view_doc.asp?symbol=A/65/1&Lang=E",
	       "A/65/1");
	origin(symbol_from_url, "undocs.org/Home/Mobile?FinalSymbol=DP%2F2010%2F20&Language=E",
	       "DP/2010/20");
	origin(symbol_from_url, "https://undocs.org/en/CFW/COP/2024/9#page=2", "CFW/COP/2024/9");
	origin(symbol_from_url, "https://example.org/en/A/79/1", NULL);
	origin(symbol_from_url, "https://digitallibrary.un.org/record/138633", NULL);
	origin(symbol_from_url, "ftp://undocs.org/A/79/1", NULL);
	origin(symbol_from_url, "undocs.org", NULL);
	origin(symbol_from_url, "https://notundocs.org/A/79/1", NULL);
}

/* Long and wild text: an answer, soon. */
static void
test_hostile(void)
{
	static const char *const pieces[] = { "AA/ ", "A/1/", "TD((", "TD)/", "A/\xE2\x80\x8B", "／",
		                              "\xEF\xBC", "CFW/COP/", "A/1-", "S/RES/1 (", " \n" };
	struct symbol_span span;
	struct buf b = { 0 };

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		size_t n = 0;

		buf_clear(&b);
		while (b.len < 200000)
			buf_add_str(&b, pieces[i]);
		for (size_t at = 0; symbol_find(buf_slice(&b), at, &span); at = span.end)
			n += span.end > span.start && span.start >= at && span.end <= b.len;
		ok(n <= b.len, "200,000 bytes of the same piece, %zu symbols", n);
	}
	buf_release(&b);
}

static void
capitals(const char *typed, const char *want)
{
	struct buf b = { 0 };

	symbol_capitals(slice_from(typed), &b);
	is(buf_slice(&b), want, "%s", typed);
	buf_release(&b);
}

static void
test_capitals(void)
{
	capitals("a/70/1", "A/70/1");
	capitals("cac/cosp/2019/l.1/add.2", "CAC/COSP/2019/L.1/Add.2");
	capitals("a/79/6(sect.12)/corr.1", "A/79/6(Sect.12)/Corr.1");
	capitals("s/res/1325(2000)", "S/RES/1325(2000)");
	capitals("A/70/1/add.1", "A/70/1/add.1");
	capitals("a/conf.199/20/vol.ii", "A/CONF.199/20/Vol.II");
	capitals("", "");
}

int
main(void)
{
	test_roots();
	test_boundaries();
	test_blanks();
	test_brackets();
	test_several();
	test_spelling();
	test_look_alikes();
	test_whole();
	test_key();
	test_root();
	test_split();
	test_origins();
	test_hostile();
	test_capitals();
	return tap_done();
}
