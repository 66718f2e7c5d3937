/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/searchfold.h"

#include "tap.h"

static void
folds(const char *from, const char *to)
{
	struct buf out = { 0 };

	searchfold_add(&out, slice_from(from));
	is(slice_from(buf_str(&out)), to, "%s", from);
	buf_release(&out);
}

static void
each_kind(void)
{
	folds("ＣＡＣ／ＣＯＳＰ", "cac/cosp");
	folds("預防腐敗", "预防腐败");
	folds("第 7/5 号\n决　议", "第7/5号决议");
	folds("Élan vital, ﬁn\xC2\xAD", "elanvital,fin");
	folds("E\xCC\x81lan", "elan");
	folds("Straße", "strasse");
	folds("«Слово» ёлка й", "\"слово\"елкай");
	folds("مُحَمَّدٌ ـ أمة", "محمدامة");
	folds("٢٠١٩ ۲۰", "201920");
	folds("“引号”「括」《书》", "\"引号\"\"括\"<书>");
	folds("一－二—三–四‑五", "一-二-三-四-五");
	folds("，。、；：？！", ",.,;:?!");
	folds("（甲）［乙］〔丙〕【丁】", "(甲)[乙][丙][丁]");
	folds("……", "......");
	folds("二○一九年", "二〇一九年");
	folds("㈱㎞Ⅲ①½", "(株)kmiii11/2");
	folds("⺠⽤", "民用"); /* radicals, as PDF files have them in the place of characters */
	folds("\xE2\x80\x8B\xEF\xBB\xBF\xE2\x80\x8F甲\xEF\xB8\x80", "甲");
	folds("한국어 カタカナ ｶﾀ", "한국어カタカナカタ");
	folds("\xF0\x9D\x90\x80", "a");
}

static void
offsets(void)
{
	struct slice s = SLICE("甲 ㈱ B");
	struct searchfold f = { 0 };
	/* 甲(株)b: three bytes, one, three, one, one */
	const uint32_t start[] = { 0, 0, 0, 4, 4, 4, 4, 4, 8 };
	bool same = true;

	is_number((long)searchfold_text(&f, s, 0, SIZE_MAX), (long)s.len, "all of it is folded");
	is(buf_slice(&f.text), "甲(株)b", "the folded text");
	for (size_t i = 0; i < f.text.len; i++)
		same = same && f.start[i] == start[i];
	ok(same, "where each byte comes from");
	buf_clear(&f.text);
	is_number((long)searchfold_text(&f, s, 4, 1), 7, "stops behind the character that was enough");
	is(buf_slice(&f.text), "(株)", "which is there whole");
	is_number((long)f.start[0], 0, "offsets count from where it began");
	searchfold_release(&f);
}

static bool
has(const codepoint *c, size_t n, codepoint wanted)
{
	for (size_t i = 0; i < n; i++)
		if (c[i] == wanted)
			return true;
	return false;
}

static void
sources(void)
{
	codepoint c[8];
	size_t n = searchfold_sources(0x8D25, c, 8);

	ok(n <= 8 && has(c, n, 0x8D25) && has(c, n, 0x6557), "败 comes from 败 and 敗");
	n = searchfold_sources('a', c, 8);
	ok(n > 8, "a comes from more than are asked for");
	n = searchfold_sources(0x6C11, c, 8);
	ok(has(c, n, 0x2EA0), "民 comes from the radical too");
	n = searchfold_sources(0x30001, c, 8);
	ok(n == 1 && c[0] == 0x30001, "what is beyond the table comes from itself");
	n = searchfold_sources('A', c, 8);
	ok(n == 0, "nothing becomes a capital letter");
}

/* Folding what is folded changes nothing; nothing becomes more than is said. */
static void
every_character(void)
{
	int odd = 0;

	for (codepoint c = 0; c < 0x110000; c++) {
		codepoint out[SEARCHFOLD_MAX], again[SEARCHFOLD_MAX];
		int n = searchfold_char(c, out);

		for (int i = 0; i < n; i++)
			if (searchfold_char(out[i], again) != 1 || again[0] != out[i])
				odd++;
		if (n == 0 && !searchfold_is_dropped(c))
			odd++;
	}
	is_number(odd, 0, "folded text folds to itself");
}

int
main(void)
{
	each_kind();
	offsets();
	sources();
	every_character();
	return tap_done();
}
