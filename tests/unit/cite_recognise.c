/* SPDX-License-Identifier: ISC */
/*
 * Citations, rule by rule (domain.md, B to D): resolutions, places, treaties, notes, and what is none.
 */
#include "config.h"

#include "cite/recognise.h"
#include "tap.h"

/* "span = target", joined by " | ". */
static void
found_in(const struct cite_context *context, enum stretch what, const char *text, const char *want)
{
	struct recogniser *r = recogniser_new(context);
	struct arena arena = { 0 };
	struct buf got = { 0 }, name = { 0 };
	struct slice s = slice_from(text);
	struct citation *v;
	size_t n = recognise(r, s, what, &arena, &v);

	for (size_t i = 0; i < n; i++)
		buf_addf(&got, "%s%.*s = %.*s", i > 0 ? " | " : "",
		         SLICE_ARG(slice_sub(s, v[i].start, v[i].end)), SLICE_ARG(v[i].target));
	for (size_t i = 0; i < s.len; i++)
		buf_add_byte(&name, s.p[i] == '\n' ? '~' : s.p[i]);
	is(buf_slice(&got), want, "in: %s", buf_str(&name));
	buf_release(&got);
	buf_release(&name);
	arena_release(&arena);
	recogniser_free(r);
}

static const struct cite_context assembly = { .root = { "A", 1 }, .session = { "79", 2 } };
static const struct cite_context council = { .root = { "E", 1 } };
static const struct cite_context security = { .root = { "S", 1 } };
static const struct cite_context cosp = { .root = { "CAC/COSP", 8 }, .session = { "8", 1 } };
static const struct cite_context water = { .root = { "CFW/COP", 7 }, .session = { "6", 1 } };
static const struct cite_context rights = { .root = { "CCPR/C", 6 } };
static const struct cite_context none = { 0 };

static void
in_assembly(const char *text, const char *want)
{
	found_in(&assembly, STRETCH_TEXT, text, want);
}

static void
in_water(const char *text, const char *want)
{
	found_in(&water, STRETCH_TEXT, text, want);
}

static void
test_resolutions_zh(void)
{
	in_assembly("大会第70/1号和第70/299号决议，", "第70/1号 = doc:A/RES/70/1 | 第70/299号决议 = doc:A/RES/70/299");
	in_assembly("第68/1、69/2和70/3号决议以及第54/417号决定",
	            "第68/1 = doc:A/RES/68/1 | 69/2 = doc:A/RES/69/2 | 70/3号决议 = doc:A/RES/70/3 | "
	            "第54/417号决定 = doc:A/DEC/54/417");
	in_assembly("第60/5 A和B号决议", "第60/5 A = doc:A/RES/60/5A | B号决议 = doc:A/RES/60/5B");
	in_assembly("大会第2997(XXVII)号决议", "第2997(XXVII)号决议 = doc:A/RES/2997(XXVII)");
	in_assembly("安全理事会第1540(2004)号决议", "第1540(2004)号决议 = doc:S/RES/1540(2004)");
	in_assembly("安全理事会第1540号决议", "第1540号决议 = doc:S/RES/1540(2004)");
	in_assembly("經濟及社會理事會第1999/5號決議", "第1999/5號決議 = doc:E/RES/1999/5");
	in_assembly("大会S-20/4号决议", "S-20/4号决议 = doc:A/RES/S-20/4");
	in_assembly("決議案三七七(五)", "決議案三七七(五) = doc:A/RES/377(V)");
	in_assembly("人权理事会第16/21号决议", "第16/21号决议 = doc:A/HRC/RES/16/21");
	in_assembly("第7/5 号\n\n决议", "");
	found_in(&cosp, STRETCH_TEXT, "第 3/4 号\n\n决议", "第 3/4 号\n\n决议 = res:CAC/COSP:3/4");
	in_water("缔约国会议第 5/3 号决议", "第 5/3 号决议 = res:CFW/COP:5/3");
	in_water("缔约国会议在第 5/1 号决定中", "第 5/1 号决定 = dec:CFW/COP:5/1");
	in_assembly("第2/CP.17号决定", "第2/CP.17号决定 = dec:UNFCCC:2/CP.17");
	in_assembly("第0/CP.17号决定", "第0/CP.17号决定 = damaged:0/CP.17");
}

static void
test_resolutions_other(void)
{
	in_assembly("in its resolutions 60/1 of 16 September 2005, 60/180 of 20 December 2005 and 66/288",
	            "resolutions 60/1 = doc:A/RES/60/1 | 60/180 = doc:A/RES/60/180 | 66/288 = doc:A/RES/66/288");
	in_assembly("resolutions 46/182 of 19 December 1991 on coordination, 47/168 of 22 December 1992",
	            "resolutions 46/182 = doc:A/RES/46/182 | 47/168 = doc:A/RES/47/168");
	in_assembly("resolution 2200 A (XXI)", "resolution 2200 A (XXI) = doc:A/RES/2200(XXI)");
	in_assembly("resolutions 3419 A to D (XXX)", "resolutions 3419 A to D (XXX) = doc:A/RES/3419(XXX)");
	in_assembly("Security Council resolutions 1325 and 1820", "resolutions 1325 = doc:S/RES/1325(2000) | "
	                                                        "1820 = doc:S/RES/1820(2008)");
	in_assembly("Economic and Social Council resolution 1996/31", "resolution 1996/31 = doc:E/RES/1996/31");
	in_assembly("Conference of the Parties resolution 7/1", "resolution 7/1 = res:CTOC/COP:7/1");
	in_assembly("la résolution 2005/20 du Conseil économique et social",
	            "résolution 2005/20 = doc:E/RES/2005/20");
	in_assembly("la resolución 70/1 de la Asamblea General", "resolución 70/1 = doc:A/RES/70/1");
	in_assembly("в резолюции 68/268 Генеральной Ассамблеи", "резолюции 68/268 = doc:A/RES/68/268");
	in_assembly("резолюция 1540 (2004) Совета Безопасности", "резолюция 1540 (2004) = doc:S/RES/1540(2004)");
	in_assembly("القرار 1540 (2004)", "القرار 1540 (2004) = doc:S/RES/1540(2004)");
	in_assembly("our decisions 31/406 A to E", "decisions 31/406 A to E = doc:A/DEC/31/406A-E");
	found_in(&council, STRETCH_TEXT, "decision 2023/205 B", "decision 2023/205 B = doc:E/DEC/2023/205B");
	found_in(&security, STRETCH_TEXT, "Recalling its resolution 1244", "resolution 1244 = doc:S/RES/1244(1999)");
	in_assembly("48/218 B, sect. II", "48/218 B = doc:A/RES/48/218B | sect. II = doc:A/RES/48/218B#sec_II");
}

static void
test_places_zh(void)
{
	in_assembly("A/79/309，附件二，第3(b)段", "A/79/309 = doc:A/79/309 | 附件二 = doc:A/79/309!annex_2 | "
	                                      "第3(b)段 = doc:A/79/309!annex_2#para_3__subpara_b");
	in_assembly("见上文第12至15段", "上文第12至15段 = self#para_12..para_15");
	in_assembly("大会第70/1号决议，特别是第5和7段", "第70/1号决议 = doc:A/RES/70/1 | 第5 = doc:A/RES/70/1#para_5 | "
	                                            "7段 = doc:A/RES/70/1#para_7");
	in_assembly("其中第1段", "其中第1段 = prev#para_1");
	in_assembly("见第三章B节", "第三章B节 = self#chp_3__sec_B");
	in_assembly("第十七段", "第十七段 = self#para_17");
	in_assembly("议程项目19 (e)", "议程项目19 (e) = agenda:A@79:19(e)");
	in_assembly("临时议程*项目83", "临时议程*项目83 = agenda:A@79:83");
	in_assembly("《大会正式记录，第七十五届会议，补编第10号》", "《大会正式记录，第七十五届会议，补编第10号》 = doc:A/75/10");
	in_assembly("说明第23段所载的建议", "");
	in_assembly("第413次会议简要记录", "");
}

static void
test_places_other(void)
{
	in_assembly("A/79/309, paras. 3–5 and 7 (a)", "A/79/309 = doc:A/79/309 | paras. 3–5 = "
	                                              "doc:A/79/309#para_3..para_5 | 7 (a) = "
	                                              "doc:A/79/309#para_7__subpara_a");
	in_assembly("paragraphs 81 (a) and 82 of General Assembly resolution 79/1",
	            "paragraphs 81 (a) = doc:A/RES/79/1#para_81__subpara_a | 82 = doc:A/RES/79/1#para_82 | "
	            "resolution 79/1 = doc:A/RES/79/1");
	in_assembly("paragraph 4 of section II of its resolution 79/258",
	            "paragraph 4 of section II = doc:A/RES/79/258#sec_II__para_4 | resolution 79/258 = "
	            "doc:A/RES/79/258");
	in_assembly("see paras. 3 above and 40 below", "paras. 3 above = self#para_3 | 40 below = self#para_40");
	in_assembly("paragraphs 14 to 17 of document A/79/1", "paragraphs 14 to 17 = doc:A/79/1#para_14..para_17 | "
	                                                      "A/79/1 = doc:A/79/1");
	in_assembly("paragraph 11 of the draft guidelines (A/79/2)", "paragraph 11 = doc:A/79/2#para_11 | "
	                                                           "A/79/2 = doc:A/79/2");
	in_assembly("paragraph 11 of the guidelines", "");
	in_assembly("Smith, The Law of Treaties, para. 196", "");
	in_assembly("Agenda item 5 (b)", "Agenda item 5 (b) = agenda:A@79:5(b)");
	in_assembly("(voir A/79/309, par. 3 à 5)", "A/79/309 = doc:A/79/309 | par. 3 à 5 = "
	                                           "doc:A/79/309#para_3..para_5");
	in_assembly("(А/49/610, пункты 3–5)", "А/49/610 = doc:A/49/610 | пункты 3–5 = "
	                                      "doc:A/49/610#para_3..para_5");
	in_assembly("párrafo 12 supra", "párrafo 12 supra = self#para_12");
}

static void
test_treaties(void)
{
	in_assembly("《联合国反腐败公约》第六十三条第四款第（五）项",
	            "《联合国反腐败公约》 = treaty:UNCAC | 第六十三条第四款第（五）项 = "
	            "treaty:UNCAC#art_63__para_4__subpara_e");
	in_assembly("《儿童权利公约》（下称《公约》）第三条。《公约》第四条",
	            "《儿童权利公约》 = treaty:CRC | 第三条 = treaty:CRC#art_3 | 《公约》 = treaty:CRC | 第四条 = "
	            "treaty:CRC#art_4");
	in_assembly("《宪章》第三十三条第一项(丑)款", "《宪章》 = treaty:UNCHARTER | 第三十三条第一项(丑)款 = "
	                                          "treaty:UNCHARTER#art_33__para_1__subpara_b");
	in_assembly("《公约》第二条", "");
	in_assembly("《刑法》第二百条", "");
	in_assembly("联合国反腐败公约实施情况审议机制", "");
	found_in(&cosp, STRETCH_TEXT, "关于第二章实施情况", "第二章 = treaty:UNCAC#chp_2");
	in_water("《淡水公约》（下称《公约》）第九条。《淡水公约》", "《淡水公约》 = treaty:CFW | 第九条 = "
	                                                       "treaty:CFW#art_9 | 《淡水公约》 = treaty:CFW");
	in_water("《公约》附件二", "《公约》 = treaty:CFW | 附件二 = treaty:CFW!annex_2");
	in_water("Conference of the Parties to the Convention on Fresh Water\nArticle 9 of the Convention on Fresh "
	         "Water",
	         "Article 9 = treaty:CFW#art_9 | Convention on Fresh Water = treaty:CFW");
	in_assembly("article 4 (2) of the International Covenant on Civil and Political Rights",
	            "article 4 (2) = treaty:ICCPR#art_4__para_2 | International Covenant on Civil and Political "
	            "Rights = treaty:ICCPR");
	in_assembly("article 205 (3) (b) of the Criminal Code", "");
	in_assembly("l'alinéa e) du paragraphe 4 de l'article 63 de la Convention des Nations Unies contre la "
	            "corruption",
	            "alinéa e) du paragraphe 4 de l'article 63 = treaty:UNCAC#art_63__para_4__subpara_e | "
	            "Convention des Nations Unies contre la corruption = treaty:UNCAC");
}

static void
test_others(void)
{
	in_assembly("人权事务委员会第36号一般性意见(2018年)", "第36号一般性意见(2018年) = gc:CCPR:36");
	in_assembly("the Human Rights Committee, general comment No. 36 (2018), para. 3",
	            "general comment No. 36 (2018) = gc:CCPR:36 | para. 3 = gc:CCPR:36#para_3");
	in_assembly("禁止酷刑委员会第1111/2021号来文", "第1111/2021号来文 = comm:CAT:1111/2021");
	in_assembly("SC/15874 and GA/11969", "SC/15874 = press:SC/15874 | GA/11969 = press:GA/11969");
	in_assembly("见https://www.un.org/a/b。", "https://www.un.org/a/b = url:https://www.un.org/a/b");
	in_assembly("see footnote 52 above", "footnote 52 above = self#fn_52");
	in_assembly("报告、1秘书长的说明2 以及", "1 = self#fn_1");
	in_assembly("A/54/250/Add.1-3", "A/54/250/Add.1-3 = doc:A/54/250/Add.1;doc:A/54/250/Add.2;"
	                                "doc:A/54/250/Add.3");
	in_assembly("A/79/309和Corr.1、Add.1和2", "A/79/309 = doc:A/79/309 | Corr.1 = doc:A/79/309/Corr.1 | Add.1 = "
	                                        "doc:A/79/309/Add.1 | 2 = doc:A/79/309/Add.2");
	in_assembly("A/C.3/57/SR.39, 47 y 57", "A/C.3/57/SR.39 = doc:A/C.3/57/SR.39 | 47 = doc:A/C.3/57/SR.47 | 57 "
	                                       "= doc:A/C.3/57/SR.57");
	in_assembly("A/79/L.2/Add.1, 13 April 2025", "A/79/L.2/Add.1 = doc:A/79/L.2/Add.1");
	in_assembly("S/RES/1325", "S/RES/1325 = doc:S/RES/1325(2000)");
}

static void
test_arabic(void)
{
	in_assembly("وقرار مجلس الأمن 1325 (2000) وقرارات الجمعية العامة 46/182 و 60/124",
	            "1325 (2000) = doc:S/RES/1325(2000) | 46/182 = doc:A/RES/46/182 | 60/124 = doc:A/RES/60/124");
	in_assembly("وإذ تشير إلى قرارها 2200 ألف (د-21)", "قرارها 2200 ألف (د-21) = doc:A/RES/2200(XXI)");
	in_assembly("الوثيقة A/80/6، المرفق الأول، الفقرة 4 (أ)",
	            "A/80/6 = doc:A/80/6 | المرفق الأول = doc:A/80/6!annex_1 | الفقرة 4 (أ) = "
	            "doc:A/80/6!annex_1#para_4__subpara_a");
	in_assembly("بموجب الفصل السابع من ميثاق الأمم المتحدة",
	            "الفصل السابع = treaty:UNCHARTER#chp_7 | ميثاق الأمم المتحدة = treaty:UNCHARTER");
	in_assembly("الفقرتين 1 و 16 من القرار 70/1", "الفقرتين 1 = doc:A/RES/70/1#para_1 | 16 = "
	                                              "doc:A/RES/70/1#para_16 | القرار 70/1 = doc:A/RES/70/1");
	found_in(&cosp, STRETCH_TEXT, "للمادة 63 من الاتفاقية", "للمادة 63 = treaty:UNCAC#art_63 | الاتفاقية = treaty:UNCAC");
}

static void
test_arabic_sessions(void)
{
	in_assembly("القرار 186 (د.إ - 2)؛ القرار دإ-10/2؛ القرار د إ ط - 10/13",
	            "القرار 186 (د.إ - 2) = doc:A/RES/186(S-II) | القرار دإ-10/2 = doc:A/RES/S-10/2 | "
	            "القرار د إ ط - 10/13 = doc:A/RES/ES-10/13");
	in_assembly("القرار (1261) 1999", "القرار (1261) 1999 = doc:S/RES/1261(1999)");
}

static void
test_organ_between(void)
{
	in_assembly("резолюции Совета Безопасности 1325 (2000)", "1325 (2000) = doc:S/RES/1325(2000)");
	in_assembly("las resoluciones de la Asamblea General 70/1 y 71/5", "70/1 = doc:A/RES/70/1 | 71/5 = doc:A/RES/71/5");
	in_assembly("Human Rights Council decision 2/113 and resolution S-30/1",
	            "decision 2/113 = doc:A/HRC/DEC/2/113 | resolution S-30/1 = doc:A/HRC/RES/S-30/1");
	in_assembly("Советом по правам че-ловека в его резолюции 17/4", "резолюции 17/4 = doc:A/HRC/RES/17/4");
	in_assembly("resolution 671 A (XXV) and resolution 2625 (XXV)",
	            "resolution 671 A (XXV) = doc:E/RES/671(XXV) | resolution 2625 (XXV) = doc:A/RES/2625(XXV)");
}

/* "of" leads from a locator to what follows, whatever was cited before. */
static void
test_leads_on(void)
{
	in_assembly("resolution 70/1 and paragraph 5 of resolution 71/5",
	            "resolution 70/1 = doc:A/RES/70/1 | paragraph 5 = doc:A/RES/71/5#para_5 | resolution 71/5 = "
	            "doc:A/RES/71/5");
	in_assembly("A/79/510 and paragraphs 3 and 5 of A/79/511",
	            "A/79/510 = doc:A/79/510 | paragraphs 3 = doc:A/79/511#para_3 | 5 = doc:A/79/511#para_5 | "
	            "A/79/511 = doc:A/79/511");
	found_in(&cosp, STRETCH_TEXT, "sa résolution 7/5, et le chapitre II de la Convention",
	         "résolution 7/5 = res:CAC/COSP:7/5 | chapitre II = treaty:UNCAC#chp_2 | Convention = treaty:UNCAC");
	found_in(&cosp, STRETCH_TEXT,
	         "Mechanism for the Review of Implementation of the United Nations Convention against Corruption", "");
	in_assembly("CITES, and what the report cites", "CITES = treaty:CITES");
	in_assembly("par. 3 et 5 ci-après, note 5 ci-dessus",
	            "par. 3 = self#para_3 | 5 ci-après = self#para_5 | note 5 ci-dessus = self#fn_5");
	in_assembly("(arts. 4, para. 2, and 12)", "arts. 4, para. 2 = treaty:?#art_4__para_2 | 12 = treaty:?#art_12");
	in_assembly("(arts. 4 and 5 of the Penal Code)", "");
}

static void
test_mandates(void)
{
	in_assembly("General Assembly resolutions and decisions\n61/263 Strengthened security\n57/567 Framework\n"
	            "59/276, sect. XI Questions\n79/254; 80/238 Justice",
	            "61/263 = doc:A/RES/61/263 | 57/567 = doc:A/DEC/57/567 | 59/276 = doc:A/RES/59/276 | sect. XI = "
	            "doc:A/RES/59/276#sec_XI | 79/254 = doc:A/RES/79/254 | 80/238 = doc:A/RES/80/238");
	in_assembly("大会决议和决定\n61/263 加强安保", "61/263 = doc:A/RES/61/263");
	in_assembly("61/263 Strengthened security", "");
}

static void
test_lists_of_annexes(void)
{
	in_assembly("A/79/345, annexes I and II", "A/79/345 = doc:A/79/345 | annexes I = doc:A/79/345!annex_1 | II = "
	                                          "doc:A/79/345!annex_2");
	in_assembly("见A/79/1，附件一、二和三", "A/79/1 = doc:A/79/1 | 附件一 = doc:A/79/1!annex_1 | 二 = "
	                                      "doc:A/79/1!annex_2 | 三 = doc:A/79/1!annex_3");
	in_assembly("附件一和五个国家", "附件一 = self!annex_1");
	in_assembly("《会议的报告》(联合国出版物，出售品编号：C.96.IV.13)，第一章，决议1，附件一和二", "");
	in_assembly("(United Nations publication, Sales No. E.96.IV.13), chap. I, resolution 1, annex I. See para. 5 above",
	            "para. 5 above = self#para_5");
}

static void
test_of_what(void)
{
	in_assembly("resolution 70/1; paragraph 5 of that resolution and paragraphs 3 and 4 of the present report",
	            "resolution 70/1 = doc:A/RES/70/1 | paragraph 5 = doc:A/RES/70/1#para_5 | paragraphs 3 = "
	            "self#para_3 | 4 = self#para_4");
	in_assembly("Recalls that resolution 661 (1990)", "resolution 661 (1990) = doc:S/RES/661(1990)");
	in_assembly("paragraphs 16.45 and 29E.1 above", "paragraphs 16.45 = self#para_16.45 | 29E.1 above = "
	                                                "self#para_29E.1");
	in_assembly("para. 8 (b) (ii)", "para. 8 (b) (ii) = self#para_8__subpara_b__subpara_ii");
	in_assembly("section III of the proposed budget", "");
	in_assembly("A/79/1 and section II above", "A/79/1 = doc:A/79/1 | section II above = self#sec_II");
	in_assembly("chapter III.B of A/79/2", "chapter III.B = doc:A/79/2#chp_3__sec_B | A/79/2 = doc:A/79/2");
	in_assembly("resolution 41/128 of the General Assembly of 4 December 1986, annex",
	            "resolution 41/128 = doc:A/RES/41/128 | annex = doc:A/RES/41/128!annex");
	in_assembly("chapter V of the report (see A/52/23)", "chapter V = doc:A/52/23#chp_5 | A/52/23 = doc:A/52/23");
	in_assembly("依宪章第三十五条或第十一条第三项", "第三十五条 = treaty:UNCHARTER#art_35 | 第十一条第三项 = "
	                                              "treaty:UNCHARTER#art_11__para_3");
	found_in(&rights, STRETCH_TEXT, "《任择议定书》第五条第四款",
	         "《任择议定书》 = treaty:ICCPROP1 | 第五条第四款 = treaty:ICCPROP1#art_5__para_4");
	found_in(&rights, STRETCH_TEXT, "arts. 2, para. 1, 3 and 26",
	         "arts. 2, para. 1 = treaty:ICCPR#art_2__para_1 | 3 = treaty:ICCPR#art_3 | 26 = treaty:ICCPR#art_26");
}

static void
test_none(void)
{
	found_in(&none, STRETCH_TEXT, "第51/2001/QH10 号决议", "");
	in_assembly("国际货币基金组织工作文件，第18/96号(华盛顿特区)", "");
	in_assembly("阿拉伯国家联盟第45/2号决议", "");
	in_assembly("decision 5(LX), adopted by the International Tropical Timber Council", "");
	in_assembly("2019/12/18, 24/7 and 1/2 of HIV/AIDS", "");
	in_assembly("第1125卷，第17512和17513号", "");
	in_assembly("комната Е.4108", "");
}

static void
test_lists_in_chinese(void)
{
	found_in(&rights, STRETCH_TEXT, "第19号和第35号一般性意见", "第19号 = gc:CCPR:19 | 第35号一般性意见 = gc:CCPR:35");
	found_in(&rights, STRETCH_TEXT, "general comments Nos. 4 (1991) and 5",
	         "general comments Nos. 4 (1991) = gc:CCPR:4 | 5 = gc:CCPR:5");
	in_assembly("上文第7.3和7.4段", "上文第7.3 = self#para_7.3 | 7.4段 = self#para_7.4");
	in_assembly("《残疾人权利公约》第十三条第(1)款(b)项", "《残疾人权利公约》 = treaty:CRPD | 第十三条第(1)款(b)项 = "
	                                                     "treaty:CRPD#art_13__para_1__subpara_b");
	in_assembly("大会第七十六届会议临时议程项目5(b)", "临时议程项目5(b) = agenda:A@76:5(b)");
	in_water("准则草案（CFW/COP/2024/13/Rev.2），其中考虑到对上一稿（CFW/COP/2024/13/Rev.1）的意见。该草\n\n案第11段",
	         "CFW/COP/2024/13/Rev.2 = doc:CFW/COP/2024/13/Rev.2 | CFW/COP/2024/13/Rev.1 = "
	         "doc:CFW/COP/2024/13/Rev.1 | 第11段 = doc:CFW/COP/2024/13/Rev.2#para_11");
	in_water("报告（CFW/COP/2024/2）和说明（CFW/COP/2024/9）。该草案第1段",
	         "CFW/COP/2024/2 = doc:CFW/COP/2024/2 | CFW/COP/2024/9 = doc:CFW/COP/2024/9 | "
	         "第1段 = doc:CFW/COP/2024/9#para_1");
	in_water("报告（CFW/COP/2024/2）。另见 CFW/COP/2024/9。该报告第1段",
	         "CFW/COP/2024/2 = doc:CFW/COP/2024/2 | CFW/COP/2024/9 = doc:CFW/COP/2024/9 | "
	         "第1段 = doc:CFW/COP/2024/9#para_1");
	in_assembly("(A/77/345)第17段；该报告附件二", "A/77/345 = doc:A/77/345 | 第17段 = doc:A/77/345#para_17 | 附件二 = "
	                                            "doc:A/77/345!annex_2");
	in_assembly("Security Council resolutions 1820 (2008), 1888 and 1960",
	            "resolutions 1820 (2008) = doc:S/RES/1820(2008) | 1888 = doc:S/RES/1888(2009) | 1960 = "
	            "doc:S/RES/1960(2010)");
	in_assembly("resolutions 1325 (2000), 15 members", "resolutions 1325 (2000) = doc:S/RES/1325(2000)");
}

/* What one stretch says is known in the next. */
static void
test_memory(void)
{
	struct recogniser *r = recogniser_new(&assembly);
	struct arena arena = { 0 };
	struct citation *v;

	recognise(r, SLICE("1 见 A/79/1，第5段。"), STRETCH_FOOTNOTE, &arena, &v);
	recognise(r, SLICE("正文引用 A/79/2。"), STRETCH_TEXT, &arena, &v);
	ok(recognise(r, SLICE("同上，第 6 段。"), STRETCH_FOOTNOTE, &arena, &v) == 2, "ibid. and its paragraph");
	is(v[1].target, "doc:A/79/1#para_6", "of the footnote before, not of the text");
	recognise(r, SLICE("见 A/79/3；同上，第 2 段。"), STRETCH_FOOTNOTE, &arena, &v);
	is(v[1].target, "doc:A/79/3", "of the same footnote where that cites one");
	recognise(r, SLICE("联合国，《条约汇编》，第75卷。"), STRETCH_FOOTNOTE, &arena, &v);
	recognise(r, SLICE("同上，第189卷。"), STRETCH_FOOTNOTE, &arena, &v);
	is(v[0].target, "prev", "of no document where the footnote before cites none");
	recognise(r, SLICE("《儿童权利公约》（以下简称《公约》）"), STRETCH_TEXT, &arena, &v);
	ok(recognise(r, SLICE("《公约》第七条"), STRETCH_TEXT, &arena, &v) == 2, "a definition holds");
	is(v[1].target, "treaty:CRC#art_7", "in later stretches");
	recognise(r, SLICE("附件"), STRETCH_ANNEX, &arena, &v);
	ok(recognise(r, SLICE("《公约》第七条"), STRETCH_TEXT, &arena, &v) == 2, "in an annex too");
	recogniser_free(r);
	recogniser_free(NULL);
	arena_release(&arena);
}

static void
test_holding(void)
{
	static const struct {
		const char *heading, *want;
	} cases[] = {
		{ "第 5/3 号决议  关于水文数据的报告", "res:CFW/COP:5/3" }, { "Resolution 5/3", "res:CFW/COP:5/3" },
		{ "第 5/1 号决定", "dec:CFW/COP:5/1" }, { "决定 1/CP.21", "dec:UNFCCC:1/CP.21" },
		{ "Decision 1/CP.21 Adoption", "dec:UNFCCC:1/CP.21" }, { "第5/3号决议的执行情况", "" },
		{ "第64/292号决议", "" }, { "二. 观测站网络", "" }, { "5/3 Monitoring", "res:CFW/COP:5/3" },
		{ "5/3. Monitoring and assessment", "res:CFW/COP:5/3" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf target = { 0 };
		bool holds = recognise_holding(slice_from(cases[i].heading), &water, &target);

		is(slice_from(buf_str(&target)), cases[i].want, "heading: %s", cases[i].heading);
		ok(holds == (cases[i].want[0] != '\0'), "and says so");
		buf_release(&target);
	}
}

int
main(void)
{
	test_resolutions_zh();
	test_resolutions_other();
	test_places_zh();
	test_places_other();
	test_treaties();
	test_others();
	test_arabic();
	test_arabic_sessions();
	test_organ_between();
	test_leads_on();
	test_mandates();
	test_lists_of_annexes();
	test_of_what();
	test_none();
	test_lists_in_chinese();
	test_memory();
	test_holding();
	return tap_done();
}
