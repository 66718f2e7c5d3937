/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/wording.h"

#include "tap.h"

static void
place(const char *eid, const char *en, const char *zh)
{
	struct buf out = { 0 };

	wording_place(slice_from(eid), UI_EN, &out);
	is(buf_slice(&out), en, "%s", eid);
	buf_clear(&out);
	wording_place(slice_from(eid), UI_ZH, &out);
	is(buf_slice(&out), zh, "%s in Chinese", eid);
	buf_release(&out);
}

static void
target(const char *name, const char *en, const char *zh)
{
	struct buf out = { 0 };

	wording_target(slice_from(name), UI_EN, &out);
	is(buf_slice(&out), en, "%s", name);
	buf_clear(&out);
	wording_target(slice_from(name), UI_ZH, &out);
	is(buf_slice(&out), zh, "%s in Chinese", name);
	buf_release(&out);
}

int
main(void)
{
	place("", "", "");
	place("para_12", "para. 12", "第 12 段");
	place("para_12__subpara_a__subpara_ii", "para. 12 (a)(ii)", "第 12(a)(ii) 段");
	place("art_9__para_2__subpara_a", "art. 9, para. 2 (a)", "第 9 条第 2 款(a)项");
	place("sec_III__sec_A", "sect. III.A", "第三节 A");
	place("chp_2", "chap. II", "第二章");
	place("annex_1!para_3", "annex I, para. 3", "附件一，第 3 段");
	place("annex_1!", "annex I", "附件一");
	place("annex_1!annex_1", "annex I", "附件一");
	place("fn_7", "footnote 7", "脚注 7");
	place("hdg_4", "heading 4", "第 4 个标题");
	place("odd", "odd", "odd");
	target("doc:A/70/1", "A/70/1", "A/70/1");
	target("doc:A/70/1!annex_2#para_3", "A/70/1, annex II, para. 3", "A/70/1，附件二，第 3 段");
	target("doc:A/70/1#para_3..para_5", "A/70/1, paras. 3–5", "A/70/1，第 3 至 5 段");
	target("doc:A/70/1!annex_2#para_3..para_5", "A/70/1, annex II, paras. 3–5", "A/70/1，附件二，第 3 至 5 段");
	target("self#para_3..para_5", "paras. 3–5", "第 3 至 5 段");
	target("treaty:UNCAC#art_5..art_7", "UNCAC, arts. 5–7", "《联合国反腐败公约》第 5 至 7 条");
	target("treaty:UNCAC#art_5__para_1..art_5__para_3", "UNCAC, art. 5, paras. 1–3",
	       "《联合国反腐败公约》第 5 条第 1 至 3 款");
	target("treaty:UNCAC#chp_2..chp_4", "UNCAC, chaps. II–IV", "《联合国反腐败公约》第二至四章");
	target("doc:A/70/1#sec_III..sec_V", "A/70/1, sects. III–V", "A/70/1，第三至五节");
	target("doc:A/70/1#fn_3..fn_5", "A/70/1, footnotes 3–5", "A/70/1，脚注 3 至 5");
	target("doc:A/70/1#para_3..art_5", "A/70/1, para. 3–art. 5", "A/70/1，第 3 段至第 5 条");
	target("doc:A/70/1#para_3__subpara_a..para_5__subpara_b", "A/70/1, para. 3 (a)–para. 5 (b)",
	       "A/70/1，第 3(a) 段至第 5(b) 段");
	target("doc:A/70/1#para_3..para_5__subpara_b", "A/70/1, para. 3–para. 5 (b)",
	       "A/70/1，第 3 段至第 5(b) 段");
	target("doc:A/70/1#odd_3..odd_5", "A/70/1, odd_3–odd_5", "A/70/1，odd_3至odd_5");
	target("self#para_3", "para. 3", "第 3 段");
	target("treaty:UNCAC#chp_2", "UNCAC, chap. II", "《联合国反腐败公约》第二章");
	target("treaty:PARIS!annex_1", "Paris Agreement, annex I", "《巴黎协定》附件一");
	target("treaty:ICERD#art_4", "ICERD, art. 4", "ICERD，第 4 条");
	target("treaty:CFW#art_4", "CFW, art. 4", "CFW，第 4 条");
	target("treaty:ICJSTATUTE", "Statute of the Court", "《国际法院规约》");
	target("res:CAC/COSP:7/5", "CAC/COSP resolution 7/5", "CAC/COSP 第 7/5 号决议");
	target("dec:CBD:V/26A#para_1", "CBD decision V/26A, para. 1", "CBD 第 V/26A 号决定，第 1 段");
	target("agenda:CAC/COSP@8:4", "CAC/COSP 8, agenda item 4", "CAC/COSP 第 8 届议程项目 4");
	target("agenda:E@2023:15", "E 2023, agenda item 15", "E 2023 年议程项目 15");
	target("gc:CCPR:36", "CCPR general comment 36", "CCPR 第 36 号一般性意见");
	target("url:https://x.org/a#b", "https://x.org/a#b", "https://x.org/a#b");
	target("what is this", "what is this", "what is this");
	return tap_done();
}
