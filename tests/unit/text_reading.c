/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/reading.h"

#include "tap.h"

#include <string.h>

static bool
sounds(codepoint c, const char *name)
{
	unsigned reading[READING_MAX];
	int n = reading_of(c, reading);

	for (int i = 0; i < n; i++)
		if (strcmp(reading_name(reading[i]), name) == 0)
			return true;
	return false;
}

static void
readings(void)
{
	ok(sounds(0x884C, "xing") && sounds(0x884C, "hang"), "行 is xing and hang");
	ok(sounds(0x957F, "chang") && sounds(0x957F, "zhang"), "长 is chang and zhang");
	ok(sounds(0x4F1A, "hui") && sounds(0x4F1A, "kuai"), "会 is hui and kuai");
	ok(sounds(0x91CD, "zhong") && sounds(0x91CD, "chong"), "重 is zhong and chong");
	ok(sounds(0x7387, "lv") && sounds(0x7387, "shuai"), "率 is lv and shuai");
	ok(sounds(0x9810, "yu") && sounds(0x9884, "yu"), "預 and 预 are yu");
	ok(!sounds('a', "a") && !sounds(0x3042, "a"), "letters and kana have none");
}

/* The first match, "" if there is none, "-" if the letters stand for nothing. */
static void
finds(const char *typed, bool unfinished, const char *text, const char *wanted)
{
	struct reading_query *q = reading_query_new(slice_from(typed), unfinished);
	struct slice s = slice_from(text);
	size_t start = 0, end = 0;

	if (!q)
		s = SLICE("-");
	else if (reading_find(q, s, 0, &start, &end))
		s = slice_sub(s, start, end);
	else
		s = SLICE("");
	is(s, wanted, "%s%s in %s", typed, unfinished ? "…" : "", text);
	reading_query_free(q);
}

int
main(void)
{
	readings();
	finds("yinhang", false, "在银行开户", "银行");
	finds("changqi", false, "作为长期措施", "长期");
	finds("kuaiji", false, "公司会计报表", "会计");
	finds("huiji", false, "公司会计报表", "会计");
	finds("chongqing", false, "在重庆市", "重庆");
	finds("zhongqing", false, "在重庆市", "重庆");
	finds("yufang", false, "参与预防水害", "预防");
	finds("yu fang", false, "预 防", "预 防");
	finds("yufang", false, "預防", "預防");
	finds("yufang", false, "预，防", "");
	finds("yf", false, "与方", "与方");
	finds("yffb", false, "加强预防腐败", "预防腐败");
	finds("yuffb", false, "加强预防腐败", "预防腐败");
	finds("yffubai", false, "加强预防腐败", "预防腐败");
	finds("zhgzz", false, "中国政府制止", "");
	finds("zgzf", false, "中国政府", "中国政府");
	finds("zhgzhf", false, "中国政府", "中国政府");
	finds("fangan", false, "行动方案", "方案");
	finds("fangan", false, "反感", "反感");
	finds("fan'gan", false, "行动方案", "");
	finds("lvse", false, "绿色", "绿色");
	finds("lüse", false, "绿色", "绿色");
	finds("qinlue", false, "侵略", "侵略");
	finds("ｙｕｆａｎｇ", false, "预防", "预防");
	finds("yufan", false, "预防", "");
	finds("yufan", true, "预防", "预防");
	finds("yuf", true, "预防", "预防");
	finds("guoji", false, "国家", "");
	finds("guoji", true, "国家", "国家");
	finds("y", true, "预防", "-");
	finds("zh", false, "预防", "");
	finds("CAC", false, "常安车", "-");
	finds("of2", false, "预防", "-");
	finds("eee", false, "预防", "");
	finds("of", false, "预防", "");
	finds("", false, "预防", "-");
	finds("''", false, "预防", "-");
	finds("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false, "啊", "-");
	return tap_done();
}
